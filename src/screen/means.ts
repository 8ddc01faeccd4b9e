import type { ExtraList } from '../domain/extra-lists.js'
import { yuan } from '../domain/money.js'
import { monthlyFen } from '../domain/standards.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Person } from '../match/person.js'
import type { Context } from './rule.js'
import { field, inProgramme, recordsIn } from './standing.js'

/** What a list of another office shows of somebody's means (domain C12). */
export interface Means {
  readonly list: ExtraList
  readonly records: readonly PersonRecord[]
  /** Chinese: `登记车辆 1 辆`; for what cannot be reckoned what is missing. */
  readonly words: string
  /** False when an amount or a standard is missing, so that nobody can say whether it is too much. */
  readonly known: boolean
}

/** The person's means that 低保 has to ask about, one entry a list, in the order of the lists. `counts`: which rows count. */
export function meansOf(
  person: Person,
  context: Context,
  counts: (record: PersonRecord) => boolean = () => true,
): readonly Means[] {
  return weighers.flatMap(({ list, weigh }) => {
    const records = recordsIn(person, [list]).filter(counts)
    const found = records.length === 0 ? null : weigh(records, person, context)
    return found === null ? [] : [{ list, records, ...found }]
  })
}

type Weighed = Pick<Means, 'words' | 'known'> | null
interface Weigher {
  readonly list: ExtraList
  weigh(records: readonly PersonRecord[], person: Person, context: Context): Weighed
}

const known = (words: string): Weighed => ({ words, known: true })

// An office that was asked about everybody lists everybody, and most with 0.
const owned = (count: number, words: (count: number) => string): Weighed => (count === 0 ? null : known(words(count)))

const weighers: readonly Weigher[] = [
  { list: 'public-salary', weigh: () => known('属财政供养人员') },
  { list: 'vehicles', weigh: (records) => owned(countOf(records), (count) => `登记车辆 ${count} 辆`) },
  {
    list: 'real-estate',
    weigh: (records, _, context) =>
      countOf(records) >= context.setting('property.houses') ? known(`登记不动产 ${countOf(records)} 处`) : null,
  },
  { list: 'businesses', weigh: (records) => owned(countOf(records), (count) => `登记企业或个体户 ${count} 家`) },
  { list: 'housing-fund', weigh: (records) => (sumOf(records) === 0 ? null : known('缴存住房公积金')) },
  { list: 'pensions', weigh: pension },
  { list: 'savings', weigh: saved },
]

function countOf(records: readonly PersonRecord[]): number {
  return records.reduce((sum, record) => sum + (field(record, 'count') ?? 1), 0)
}

function pension(records: readonly PersonRecord[], person: Person, context: Context): Weighed {
  const isUrban = inProgramme(person, ['urban-allowance']) && !inProgramme(person, ['rural-allowance'])
  const key = isUrban ? 'subsistence.urban' : 'subsistence.rural'
  const standard = context.standardIfAny(key)
  const sum = sumOf(records)
  if (sum === null) return { words: '养老金领取名单没有金额', known: false }
  if (standard === null) return { words: context.standardFaults([key]), known: false }
  const limit = monthlyFen(standard)
  return sum > limit ? known(`月养老金 ${yuan(sum)} 元，高于低保标准 ${yuan(limit)} 元`) : null
}

function saved(records: readonly PersonRecord[], _: Person, context: Context): Weighed {
  const standard = context.standardIfAny('savings.limit')
  const sum = sumOf(records)
  if (sum === null) return { words: '银行存款名单没有金额', known: false }
  if (standard === null) return { words: context.standardFaults(['savings.limit']), known: false }
  const limit = Math.round(standard.value * 100)
  return sum > limit ? known(`银行存款 ${yuan(sum)} 元，超过上限 ${yuan(limit)} 元`) : null
}

function sumOf(records: readonly PersonRecord[]): number | null {
  const amounts = records.map((record) => field(record, 'amountFen')).filter((fen) => fen !== null)
  return amounts.length === 0 ? null : amounts.reduce((sum, fen) => sum + fen, 0)
}
