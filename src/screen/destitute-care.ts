import { yuan } from '../domain/money.js'
import { isMonthOf, monthlyFen, type Standard, type StandardKey } from '../domain/standards.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import { hasColumn } from './columns-sent.js'
import type { Context } from './rule.js'
import { field, recordsIn } from './standing.js'

/** What is wrong in how a destitute person is cared for or paid (domain C10 a–d). */
export interface CareFault {
  readonly kind: 'two-modes' | 'wrong-level' | 'wrong-amount' | 'no-carer' | 'no-agreement'
  readonly record: PersonRecord
  /** In Chinese, with the arithmetic where there is money. */
  readonly words: string
  /** What is paid too much or too little, without sign. */
  readonly differenceFen: number
  /** What is paid and the standard that it was held against, or null where the fault is none of money. */
  readonly payment: { readonly paidFen: number; readonly standard: Standard } | null
}

type Mode = '集中' | '分散'
type Level = '全护理' | '半护理' | '全自理'

const modes = { 集中: 'concentrated', 分散: 'scattered' } as const
const levels = { 全护理: 'full', 半护理: 'half', 全自理: 'none' } as const

/** The standards that `careFaults` asks for. */
export const careStandards = [
  'destitute.basic',
  'destitute.care.concentrated.full',
  'destitute.care.concentrated.half',
  'destitute.care.concentrated.none',
  'destitute.care.scattered.full',
  'destitute.care.scattered.half',
  'destitute.care.scattered.none',
] as const satisfies readonly StandardKey[]

/** Every fault of the person's rows in 特困供养, row by row. */
export function careFaults(person: Person, context: Context): readonly CareFault[] {
  const records = recordsIn(person, ['destitute'])
  return [...twoModes(records), ...records.flatMap((record) => faultsOf(record, context))]
}

function twoModes(records: readonly PersonRecord[]): readonly CareFault[] {
  const stated = records.filter((record) => field(record, 'supportMode') !== null)
  const [first] = stated
  if (!first || new Set(stated.map((record) => field(record, 'supportMode'))).size < 2) return []
  return [plainFault('two-modes', first, '同时登记为集中供养和分散供养')]
}

function faultsOf(record: PersonRecord, context: Context): readonly CareFault[] {
  const [mode, level] = [field(record, 'supportMode'), field(record, 'selfCare')]
  const nursing = mode && level ? nursingFaults(record, mode, level, context) : []
  const basic = amountFault(record, '基本生活费', field(record, 'basicFen'), context.standard('destitute.basic'))
  const scattered = mode === '分散' && level === '全护理' ? missingCare(record, context) : []
  return [...nursing, ...basic, ...scattered]
}

function nursingFaults(record: PersonRecord, mode: Mode, level: Level, context: Context): readonly CareFault[] {
  const paid = field(record, 'nursingFen')
  const due = careStandard(mode, level, context)
  const name = `照料护理费（${mode}·${level}）`
  const [wrong] = amountFault(record, name, paid, due)
  if (!wrong || level !== '全自理') return wrong ? [wrong] : []
  const full = (Object.keys(modes) as Mode[]).map((each) => monthlyFen(careStandard(each, '全护理', context)))
  return [
    full.includes(paid ?? 0) ? { ...wrong, kind: 'wrong-level', words: `全自理而按全护理发放：${wrong.words}` } : wrong,
  ]
}

function careStandard(mode: Mode, level: Level, context: Context): Standard {
  return context.standard(`destitute.care.${modes[mode]}.${levels[level]}`)
}

function amountFault(
  record: PersonRecord,
  name: string,
  paid: number | null,
  standard: Standard,
): readonly CareFault[] {
  const due = monthlyFen(standard)
  if (paid === null || isMonthOf(standard, paid)) return []
  const differenceFen = Math.abs(paid - due)
  const words = `${name}发放 ${yuan(paid)} 元，标准 ${yuan(due)} 元，${paid > due ? '多' : '少'} ${yuan(differenceFen)} 元`
  return [{ kind: 'wrong-amount', record, words, differenceFen, payment: { paidFen: paid, standard } }]
}

// 分散供养 needs a carer and a signed agreement (实施意见 一(二)); a roster without the column says nothing of them.
function missingCare(record: PersonRecord, context: Context): readonly CareFault[] {
  const carer = hasColumn(record, 'carer', context) && 'carer' in record && field(record, 'carer') === null
  const agreement = field(record, 'careAgreement')
  const unsigned = agreement === '未签' || (agreement === null && hasColumn(record, 'careAgreement', context))
  return [
    ...(carer ? [plainFault('no-carer', record, '分散供养、不能自理，没有照料人')] : []),
    ...(unsigned ? [plainFault('no-agreement', record, '分散供养、不能自理，没有委托照料协议')] : []),
  ]
}

function plainFault(kind: CareFault['kind'], record: PersonRecord, words: string): CareFault {
  return { kind, record, words, differenceFen: 0, payment: null }
}
