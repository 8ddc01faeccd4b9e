import { type CellReader, shownText, textCell } from '../domain/cell.js'
import { compareText } from '../domain/compare-text.js'
import { idNumber, parseIdNumber } from '../domain/id-number.js'
import type { Issue } from '../domain/issue.js'
import { hideNames } from '../domain/shown-name.js'
import { readsWords } from '../domain/vocabulary.js'
import type { SheetRow } from './formats/workbook.js'
import type { Mapping } from './mapping.js'
import type { Source } from './source.js'
import type { Surroundings } from './told.js'

/** An unused column of a sheet that was read, though its cells hold the ids or the names of people, or the very words that a field of the source knows. */
export interface UnreadColumn {
  readonly heading: string
  readonly holds: 'ids' | 'names' | 'words'
  /** How many valid ids, names or words the column holds. */
  readonly count: number
  /** `others`: people the source does not read; `member`: one more pair of a wide table, which no entry of doudi.yaml can name. */
  readonly code: 'unread-ids' | 'unread-ids-of-others' | 'unread-members' | 'unread-words'
  /** With `unread-ids` and `unread-words` the field of the source that the column could be and that no column serves; else null. */
  readonly field: string | null
  /** With `unread-words` the words, as they stand; else none. */
  readonly words: readonly string[]
}

/** Watches the unused columns of a sheet while its rows are read. */
export interface UnreadWatch {
  see(row: SheetRow): void
  /** The columns that are full of ids, names or known words, left to right; those that only repeat what the row already says are left out. */
  finish(): readonly UnreadColumn[]
}

// Whose a column is when it is not the listed people's. The first word tells which: 监护人证照号 can serve the guardian's id and nothing else.
const officials =
  '经办|受理|审核|审批|填[报表写]|录入|登记人|责任|包保|帮扶|帮联|走访|探访|村干部|网格|专干|负责|法人|医[生师]'
const helpers = '联[系络]|照[料护]|护理|监护|委托|代理|代[领办发]|领[取款]|收款|开户|持卡|账户|帐户'
const relatives = '赡养|抚养|扶养|配偶|丈夫|妻|父|母|子女|儿子|女儿|近亲'
const former = '旧|原|曾用|变更前|更正前'
const isFormer = new RegExp(former)
const outsiders = new RegExp(`${officials}|${helpers}|${former}`)
const outsidersAndRelatives = new RegExp(`${officials}|${helpers}|${relatives}|${former}`)

/** Starts watching the columns that `mapping` leaves unused. */
export function watchUnread(mapping: Mapping): UnreadWatch {
  const lacksName = mapping.pairs.some(({ name, idNumber }) => name < 0 && idNumber >= 0)
  const tallies = mapping.unknown.map((column) => ({
    column,
    filled: 0,
    repeated: 0,
    ids: 0,
    people: new Set<string>(),
    names: 0,
    words: mayHoldWords(mapping, column.text) ? new Map<string, number>() : null,
  }))
  const ofWords = fieldsOfWords(mapping)
  return {
    see(row) {
      for (const tally of tallies) {
        const text = row.texts[tally.column.index]
        if (text === undefined || text === '') continue
        tally.filled++
        const ids = idsIn(text)
        tally.ids += ids.length
        for (const id of ids) tally.people.add(id)
        if (ids.length > 0 && mapping.columns.some(({ index }) => isTwin(row, index, tally.column.index)))
          tally.repeated++
        if (lacksName && hideNames(text) !== text) tally.names++
        if (ofWords.length > 0) enterWord(tally, text)
      }
    },
    finish: () =>
      tallies.flatMap(({ column, filled, repeated, ids, people, names, words }): UnreadColumn[] => {
        const heading = column.text
        const enough = filled * mostly
        if (ids > 0 && ids >= enough) {
          const serves = people.size * mostRows < ids ? others : servesAs(mapping, heading)
          return repeated >= enough ? [] : [{ heading, holds: 'ids', count: ids, ...serves }]
        }
        const named = names >= 3 && names >= enough && whose(mapping, heading) === undefined
        if (named) return [{ heading, holds: 'names', count: names, ...member }]
        const field = words === null ? null : fieldOf([...words.keys()], ofWords)
        if (words === null || field === null) return []
        const known = [...words].sort(([a, n], [b, m]) => m - n || compareText(a, b)).map(([word]) => word)
        return [{ heading, holds: 'words', count: filled, code: 'unread-words', field, words: known }]
      }),
  }
}

const others = { code: 'unread-ids-of-others', field: null, words: [] } as const
const member = { code: 'unread-members', field: null, words: [] } as const
const mostWords = 12
const longestWord = 12

type FieldOfWords = readonly [field: string, cell: CellReader<unknown>]

// Fields with a vocabulary of their own that no column serves.
function fieldsOfWords({ source, fields }: Mapping): readonly FieldOfWords[] {
  return Object.entries(source.columns).flatMap(([field, { cell }]): FieldOfWords[] =>
    !fields.has(field) && readsWords(cell) ? [[field, cell]] : [],
  )
}

// A column of more or longer words than any vocabulary has is none of these.
function enterWord(tally: { words: Map<string, number> | null }, text: string): void {
  const { words } = tally
  if (words === null) return
  words.set(text, (words.get(text) ?? 0) + 1)
  if (words.size > mostWords || text.length > longestWord) tally.words = null
}

// What 是, 1 and 正常 answer nobody can tell without the heading.
const answersOnly = /^(是|否|有|无|正常|其[他它].*|不详|未知|[√×✓Yy/-]|[A-Za-z]?\d{0,2})$/

/** The one field that reads all the words, some of which tell something by themselves; null where none does, or several. */
function fieldOf(words: readonly string[], ofWords: readonly FieldOfWords[]): string | null {
  if (words.every((word) => answersOnly.test(word.trim()))) return null
  const reads = (cell: CellReader<unknown>) =>
    words.every((text) => cell(textCell(text)).problem === undefined) &&
    words.some((text) => cell(textCell(text)).value !== null)
  const [only, ...rest] = ofWords.filter(([, cell]) => reads(cell))
  return only !== undefined && rest.length === 0 ? only[0] : null
}

// A remark says what it likes, and somebody else's relation or sex is not the listed person's.
function mayHoldWords(mapping: Mapping, heading: string): boolean {
  return whose(mapping, heading) === undefined && !/备注|备考|说明|意见|原因|事由|理由/.test(heading)
}
const mostly = 0.6
// One clerk handles many rows; no household is that large.
const mostRows = 8

function isTwin({ texts }: SheetRow, index: number, own: number): boolean {
  return index !== own && texts[index] === texts[own]
}

// A cell may hold the ids of a whole household.
function idsIn(text: string): string[] {
  if (text.length < 15 || !/\d{14}/.test(text)) return []
  return text
    .split(/[,，、;；/|\s]+/)
    .map((part) => parseIdNumber(part)?.value ?? null)
    .filter((value) => value !== null)
}

function whose({ source }: Mapping, heading: string): string | undefined {
  // In a list of households the spouse is one of its people.
  const word = (source.shape === 'person' ? outsidersAndRelatives : outsiders).exec(heading)?.[0]
  return word !== undefined && isFormer.test(word) ? '旧' : word
}

// An id field of the source that has no column and whose usual heading speaks of the same person.
function servesAs(mapping: Mapping, heading: string): Pick<UnreadColumn, 'code' | 'field' | 'words'> {
  const { source, fields } = mapping
  const owner = whose(mapping, heading)
  const isWide = source.shape === 'pairs'
  const [free] = Object.entries(source.columns).find(
    ([field, { cell, headers }]) =>
      !fields.has(field) &&
      !(isWide && field === 'idNumber') &&
      (cell === idNumber || field === 'memberIdNumbers') &&
      whose(mapping, headers[0] as string) === owner,
  ) ?? [null]
  if (free !== null) return { code: 'unread-ids', field: free, words: [] }
  return isWide && owner === undefined ? member : others
}

/** What to tell the clerk about such columns: one issue a column. */
export function unreadIssues(columns: readonly UnreadColumn[], source: Source, around: Surroundings): Issue[] {
  return columns.map(({ code, heading, holds, count, field, words }) => ({
    code,
    facts: {
      count,
      what: kinds[holds],
      title: source.title,
      source: source.id,
      field: field ?? '',
      example: heading,
      words: words.slice(0, 3).map(shownText).join('、'),
      column: source.columns[field ?? '']?.headers[0] ?? '',
    },
    origin: { file: around.file, sheet: around.sheet, row: 0, column: heading },
    department: source.department,
    source: source.id,
  }))
}

const kinds = { ids: '有效身份证号', names: '姓名', words: '词' } as const
