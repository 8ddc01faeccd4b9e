import { programmeNames, programmes } from '../domain/programme.js'
import { standardKeys } from '../domain/standards.js'
import type { ExampleOutcome } from '../screen/own/examples.js'
import { exceptionsFor } from '../screen/own/exceptions.js'
import type { Field } from '../screen/own/field.js'
import { ownRuleFields } from '../screen/own/fields.js'
import type { OwnRule } from '../screen/own/own-rule.js'

/** Kinds of values and how they are written in a rule. */
export const fieldTypeWords = {
  number: '数',
  money: '金额（写元）',
  month: '月份（写 2026-11）',
  word: '词',
  text: '文字',
  'yes-no': '是否（写 true、false）',
  filled: '是否填写',
} as const satisfies Record<Field['type'], string>

/** Whom a field is of. */
export const fieldUnitWords = { person: '人', household: '户', both: '人、户' } as const satisfies Record<
  Field['unit'],
  string
>

/** How a condition is written, word by word. */
export const conditionWords = [
  ['all: [条件, …]', '全部成立'],
  ['any: [条件, …]', '任一成立'],
  ['not: 条件', '不成立'],
  ['any-member: 条件', '户内至少一人成立（按户的规则）'],
  ['every-member: 条件', '户内每人都成立（按户的规则）'],
  ['in-programme: [名册, …]', '在其中任一名册享受待遇（按户：户内任一人）'],
  ['not-in-programme: [名册, …]', '哪一个名册都不在；可能就是名册里号码残缺的人时，不判，列入“号码待核”'],
  ['field: 字段 + equals: 值', '等于'],
  ['field: 字段 + in: [值, …]', '是其中之一'],
  ['field: 字段 + contains: [字, …]', '含有其中任一（文字）'],
  ['field: 字段 + at-least / at-most / more / less: 值', '不少于、不多于、多于、少于（数、金额、月份）'],
  ['… at-least: { standard: 标准, times: 倍数 }', '与 standards.csv 当月标准的几倍比较；金额标准折成每月'],
  ['field: 字段 + months-since: { at-least: 12 }', '从该月到所属期已满几个月'],
  ['field: 字段 + present: true / missing: true', '已填写；没有填写或不在该名册'],
] as const

/** Everything an own rule may name, as Chinese lines: fields, comparisons, rosters, standards, exceptions. */
export function fieldLines(): string[] {
  return [
    '■ 字段（写在 field 后，也可写进 message 的花括号里）',
    ...ownRuleFields.map((field) => `  ${field.id}　${fieldWords(field)}`),
    '■ 条件的写法',
    ...conditionWords.map(([word, meaning]) => `  ${word}　${meaning}`),
    '■ 名册（needs、consults、in-programme、not-in-programme、systems）',
    ...Object.entries(programmes).map(([id, title]) => `  ${id}　${title}`),
    '■ 标准（standard）',
    ...Object.entries(standardKeys).map(([id, title]) => `  ${id}　${title}`),
    '■ 豁免情形（exceptions），带 * 的名册查不到，由乡镇核实',
    ...exceptionLines('person', '按人的规则'),
    ...exceptionLines('household', '按户的规则'),
  ]
}

/** The same as data for `--json`. */
export function fieldData(): Record<string, unknown> {
  const exceptions = (unit: OwnRule['unit']) =>
    [...exceptionsFor(unit, []).values()].map(({ id, title }) => ({ id, title }))
  return {
    fields: ownRuleFields.map(({ id, title, unit, type, words, rosters }) => ({
      id,
      title,
      unit,
      type,
      words,
      rosters,
    })),
    programmes,
    standards: standardKeys,
    exceptions: { person: exceptions('person'), household: exceptions('household') },
  }
}

/** A field in words: what it is, of whom, how its values are written, and which rosters it is read from. */
function fieldWords({ title, unit, type, words, rosters }: Field): string {
  const values = words ? `：${words.join('、')}` : ''
  const from = rosters.length > 0 ? `，取自${programmeNames(rosters)}` : ''
  return `${title}（${fieldUnitWords[unit]}，${fieldTypeWords[type]}${values}${from}）`
}

function exceptionLines(unit: OwnRule['unit'], title: string): string[] {
  const all = [...exceptionsFor(unit, []).values()]
  return [`  ${title}：`, ...all.map((each) => `    ${each.id}　${each.title}${each.unanswerable ? '*' : ''}`)]
}

const fates = {
  finding: '疑点',
  excused: '豁免',
  clear: '无问题',
  'not-judged': '未判定',
  withheld: '号码待核',
} as const satisfies Record<ExampleOutcome['got'], string>

/** How an own rule's cases came out, as Chinese lines, and whether all came out as written and both sides are shown. */
export function checkLines(
  file: string,
  rule: OwnRule,
  outcomes: readonly ExampleOutcome[],
): { readonly lines: readonly string[]; readonly passed: boolean } {
  const lines = outcomes.map(({ title, expected, got, words }) => {
    const asWritten = expected === got
    const result = asWritten ? fates[got] : `应为${fates[expected]}，实为${fates[got]}`
    return `  ${asWritten ? '√' : '×'} ${title}：${result}${words && `（${words}）`}`
  })
  const wanting = (['finding', 'clear'] as const).filter((fate) => outcomes.every(({ expected }) => expected !== fate))
  const gaps = wanting.map((fate) => `  × 还没有“${fates[fate]}”的例子：疑点和无问题至少各写一条`)
  const passed = gaps.length === 0 && outcomes.every(({ expected, got }) => expected === got)
  return { lines: [`${rule.id} ${rule.title}（${file}）`, ...lines, ...gaps], passed }
}
