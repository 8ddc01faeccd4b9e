import { idNumber, parseIdNumber } from '../domain/id-number.js'
import type { Issue } from '../domain/issue.js'
import { hideNames } from '../domain/shown-name.js'
import type { SheetRow } from './formats/workbook.js'
import type { Mapping } from './mapping.js'
import type { Source } from './source.js'
import type { Surroundings } from './told.js'

/** An unused column of a sheet that was read, though its cells hold the ids or the names of people. */
export interface UnreadColumn {
  readonly heading: string
  readonly holds: 'ids' | 'names'
  /** How many valid ids, or names, the column holds. */
  readonly count: number
  /** `others`: people the source does not read; `member`: one more pair of a wide table, which no entry of doudi.yaml can name. */
  readonly code: 'unread-ids' | 'unread-ids-of-others' | 'unread-members'
  /** With `unread-ids` the field of the source that the column could be and that no column serves; else null. */
  readonly field: string | null
}

/** Watches the unused columns of a sheet while its rows are read. */
export interface UnreadWatch {
  see(row: SheetRow): void
  /** The columns that are full of ids or names, left to right; those that only repeat what the row already says are left out. */
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
  }))
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
      }
    },
    finish: () =>
      tallies.flatMap(({ column, filled, repeated, ids, people, names }): UnreadColumn[] => {
        const heading = column.text
        const enough = filled * mostly
        if (ids > 0 && ids >= enough) {
          const serves = people.size * mostRows < ids ? others : servesAs(mapping, heading)
          return repeated >= enough ? [] : [{ heading, holds: 'ids', count: ids, ...serves }]
        }
        const named = names >= 3 && names >= enough && whose(mapping, heading) === undefined
        return named ? [{ heading, holds: 'names', count: names, ...member }] : []
      }),
  }
}

const others = { code: 'unread-ids-of-others', field: null } as const
const member = { code: 'unread-members', field: null } as const
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
function servesAs(mapping: Mapping, heading: string): Pick<UnreadColumn, 'code' | 'field'> {
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
  if (free !== null) return { code: 'unread-ids', field: free }
  return isWide && owner === undefined ? member : others
}

/** What to tell the clerk about such columns: one issue a column. */
export function unreadIssues(columns: readonly UnreadColumn[], source: Source, around: Surroundings): Issue[] {
  return columns.map(({ code, heading, holds, count, field }) => ({
    code,
    facts: { count, what: kinds[holds], title: source.title, source: source.id, field: field ?? '', example: heading },
    origin: { file: around.file, sheet: around.sheet, row: 0, column: heading },
    department: source.department,
    source: source.id,
  }))
}

const kinds = { ids: '有效身份证号', names: '姓名' } as const
