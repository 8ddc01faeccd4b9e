import { type AnswerField, answerFields } from '../../domain/answer.js'
import { rowKeyHeading } from '../../domain/row-key.js'
import { terms } from '../../domain/terms.js'
import { headingForms, normalHeading } from '../../ingest/heading.js'

/** What a returned sheet holds: answers to cases or about identities, results of inspections, or people reported by visits, other offices and the hot line. */
export type SheetKind = 'cases' | 'identity' | 'inspections' | 'reports'

/** Which column holds which field, by 0-based position. */
export type Columns = ReadonlyMap<string, number>

interface KindDefinition {
  /** Headings by field, as printed. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Fields that make a row of headings one of this kind: all of `needs` and one of `any`. */
  readonly needs: readonly string[]
  readonly any: readonly string[]
  /** Fields that are filled in; the others are locked. */
  readonly answers: readonly string[]
}

const keyHeadings = [rowKeyHeading]
const answerNames = Object.keys(answerFields) as AnswerField[]

const kinds: Readonly<Record<SheetKind, KindDefinition>> = {
  cases: {
    fields: {
      ...Object.fromEntries(answerNames.map((name) => [name, answerFields[name].headings])),
      number: [terms['case number']],
      round: ['轮次'],
      village: [terms.village, '村社区'],
      name: [terms.name],
      idNumber: [terms['id number'], '身份证号', '身份证号码'],
      finding: ['疑点与证据（来源文件·表·行）、建议', '疑点与证据（来源文件·表·行）', '疑点与证据'],
      key: keyHeadings,
    },
    needs: ['outcome'],
    any: ['number', 'key', 'name'],
    answers: answerNames,
  },
  identity: {
    fields: {
      number: ['核对编号'],
      verdict: ['是否同一人'],
      correct: ['正确号码'],
      note: ['情况说明'],
      who: ['核对人'],
      key: keyHeadings,
    },
    needs: ['verdict'],
    any: ['number', 'key'],
    answers: ['verdict', 'correct', 'note', 'who'],
  },
  inspections: {
    fields: {
      number: [terms['case number']],
      consistent: ['是否一致'],
      problem: ['问题描述'],
      deadline: ['整改时限'],
      who: ['抽查人'],
      day: ['抽查日期'],
      key: keyHeadings,
    },
    needs: ['consistent'],
    any: ['number', 'key'],
    answers: ['consistent', 'problem', 'deadline', 'who', 'day'],
  },
  reports: {
    fields: {
      source: ['来源'],
      township: [terms.township],
      village: [terms.village, '村社区', '村'],
      name: [terms.name],
      idNumber: ['身份证号', '身份证号码', terms['id number']],
      note: ['情况说明'],
      day: ['反映时间', '反映日期'],
      who: ['登记人'],
    },
    needs: ['source', 'name', 'note'],
    any: ['day', 'who', 'township'],
    answers: [],
  },
}

const fieldsByHeading: Readonly<Record<SheetKind, ReadonlyMap<string, string>>> = {
  cases: byHeading(kinds.cases),
  identity: byHeading(kinds.identity),
  inspections: byHeading(kinds.inspections),
  reports: byHeading(kinds.reports),
}

function byHeading({ fields }: KindDefinition): ReadonlyMap<string, string> {
  return new Map(Object.entries(fields).flatMap(([field, texts]) => texts.map((text) => [normalHeading(text), field])))
}

/** The kind of sheet that a row of headings begins, with its columns wherever they stand; null when the row is none. */
export function sheetKindOf(texts: readonly string[]): { readonly kind: SheetKind; readonly columns: Columns } | null {
  if (texts.filter((text) => text !== '').length < 2) return null
  const forms = texts.map(headingForms)
  for (const kind of Object.keys(kinds) as SheetKind[]) {
    const columns = columnsIn(forms, fieldsByHeading[kind])
    const { needs, any } = kinds[kind]
    if (needs.every((field) => columns.has(field)) && any.some((field) => columns.has(field))) return { kind, columns }
  }
  return null
}

/**
 * The heading that a row of headings lacks to be one of a sheet that goes to townships, as printed: it numbers our questions, shows what they rest on
 * or carries their keys, and has columns to fill in, but not the one that answers. null for any other row.
 */
export function missingAnswerOf(texts: readonly string[]): string | null {
  const forms = texts.map(headingForms)
  for (const kind of Object.keys(kinds) as SheetKind[]) {
    const columns = columnsIn(forms, fieldsByHeading[kind])
    const { needs, answers, fields } = kinds[kind]
    const [needed = ''] = needs
    const filledIn = answers.filter((field) => field !== 'who' && columns.has(field))
    const isAsked = columns.has('number') && (columns.has('key') || columns.has('finding'))
    if (isAsked && !columns.has(needed) && filledIn.length > 0) return fields[needed]?.[0] ?? null
  }
  return null
}

// The first of two columns of one name counts.
function columnsIn(forms: readonly (readonly string[])[], fields: ReadonlyMap<string, string>): Columns {
  const columns = new Map<string, number>()
  forms.forEach((own, at) => {
    const field = own.map((form) => fields.get(form)).find((name) => name !== undefined)
    if (field !== undefined && !columns.has(field)) columns.set(field, at)
  })
  return columns
}

/** True for a field that is filled in: all others of the sheet are locked. */
export function isAnswer(kind: SheetKind, field: string): boolean {
  return kinds[kind].answers.includes(field)
}
