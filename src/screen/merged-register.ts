import { type Month, monthOf } from '../domain/month.js'
import { allowance, coverage, disabilitySubsidies, type Programme } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Grade, Person } from '../match/person.js'
import { monthlyAmount } from './monthly-amount.js'
import { field } from './standing.js'

/** One programme in which a person stands, as the merged register has it (一人一档, domain D.3.13). */
export interface RegisterLine {
  readonly programme: Programme
  /** 类型细节, in Chinese: 全额, 肢体二级, 脱贫不稳定户，风险未消除. */
  readonly detail: string
  /** Per month for the person; in 临时救助 all that the list shows. null where no roster states it. */
  readonly amountFen: number | null
  readonly since: Month | null
  /** 数据月份 of the roster, where it says. */
  readonly dataMonth: Month | null
  /** Place in the customary order of types, 1 first: where several hold, the first names the person. */
  readonly priority: number
  readonly grade: Grade
}

/** What the register asks beside the person. */
export interface RegisterContext {
  readonly dataMonthOf: (record: PersonRecord) => Month | null
  /** The monthly standard of an allowance in fen, above which it is paid in full; null when not known. */
  readonly standardFen: (programme: Programme) => number | null
}

/** All programmes of one person by priority; empty for who stands in none this month. */
export function registerOf(person: Person, context: RegisterContext): readonly RegisterLine[] {
  const byProgramme = new Map<Programme, Person['links'][number][]>()
  for (const link of person.links)
    for (const programme of link.record.programmes) {
      const known = byProgramme.get(programme)
      if (known) known.push(link)
      else byProgramme.set(programme, [link])
    }
  return [...byProgramme]
    .map(([programme, links]) => lineOf(person, programme, links, context))
    .sort((a, b) => a.priority - b.priority)
}

function lineOf(
  person: Person,
  programme: Programme,
  links: readonly Person['links'][number][],
  context: RegisterContext,
): RegisterLine {
  const records = links.map(({ record }) => record)
  const [first] = records as [PersonRecord]
  const amountFen = amountOf(person, programme, records)
  const paid = fullOrPart(programme, amountFen, context)
  const level = programme === 'disability-certificate' ? levelOf(records) : null
  return {
    programme,
    detail: paid || detailOf(programme, records),
    amountFen,
    since: sinceOf(programme, records),
    dataMonth: context.dataMonthOf(first),
    priority: priorityOf(programme, paid, level),
    grade: (links[0] as Person['links'][number]).grade,
  }
}

const paying: ReadonlySet<Programme> = new Set([
  ...coverage,
  ...disabilitySubsidies,
  'temporary-aid',
  'old-age-allowance',
  'price-subsidy',
])

function amountOf(person: Person, programme: Programme, records: readonly PersonRecord[]): number | null {
  // Most lines of a county are of registers that pay nothing.
  if (!paying.has(programme)) return null
  if (programme !== 'temporary-aid') return monthlyAmount(person, programme)?.fen ?? firstField(records, 'amountFen')
  const paid = records.map((record) => field(record, 'aidFen')).filter((fen) => fen !== null)
  return paid.length === 0 ? null : paid.reduce((sum, fen) => sum + fen, 0)
}

function fullOrPart(programme: Programme, fen: number | null, context: RegisterContext): string {
  if (!(allowance as readonly Programme[]).includes(programme) || fen === null) return ''
  const standard = context.standardFen(programme)
  return standard === null ? '' : fen >= standard ? '全额' : '差额'
}

function detailOf(programme: Programme, records: readonly PersonRecord[]): string {
  const texts: (string | null)[] = detailFields(programme).map((name) => firstField(records, name))
  if (programme === 'disability-certificate') return certificateDetail(records)
  if (programme === 'monitored' && texts[1]) texts[1] = `风险${texts[1]}`
  if (programme === 'temporary-aid') texts.push(`${records.length} 次`)
  return texts.filter(Boolean).join('，')
}

const details = {
  'registered-poor': ['povertyState'],
  monitored: ['monitoredKind', 'riskCleared', 'risk'],
  destitute: ['supportMode', 'selfCare'],
  'temporary-aid': ['aidKind', 'cause'],
  departure: ['programmeName', 'reason'],
  death: ['diedOn'],
} as const satisfies Partial<Record<Programme, readonly Parameters<typeof field>[1][]>>

type DetailField = (typeof details)[keyof typeof details][number]

function detailFields(programme: Programme): readonly DetailField[] {
  return (details as Readonly<Partial<Record<Programme, readonly DetailField[]>>>)[programme] ?? []
}

function certificateDetail(records: readonly PersonRecord[]): string {
  const level = levelOf(records)
  const status = firstField(records, 'status')
  const grade = level === null ? '' : `${'一二三四'[level - 1]}级`
  return [`${firstField(records, 'category') ?? ''}${grade}`, status === '有效' ? null : status]
    .filter(Boolean)
    .join('，')
}

function levelOf(records: readonly PersonRecord[]): number | null {
  const level = Number(firstField(records, 'level') ?? firstField(records, 'certificate')?.level ?? Number.NaN)
  return level >= 1 && level <= 4 ? level : null
}

function sinceOf(programme: Programme, records: readonly PersonRecord[]): Month | null {
  if (programme === 'death') {
    const day = firstField(records, 'diedOn') ?? firstField(records, 'crematedOn')
    return day === null ? null : monthOf(day)
  }
  if (programme === 'departure') return firstField(records, 'stopMonth')
  const issued = programme === 'disability-certificate' ? firstField(records, 'issuedOn') : null
  return firstField(records, 'startMonth') ?? firstField(records, 'identifiedMonth') ?? (issued && monthOf(issued))
}

// 贫困人口 > 特困 > 全额低保 > 一二级残疾 > 差额低保 > 三四级残疾 (domain D.3.13); what that order does not name comes after.
function priorityOf(programme: Programme, paid: string, level: number | null): number {
  const order: readonly Programme[] = [
    'orphan',
    'unattended-child',
    'marginal',
    'rigid-expenditure',
    'living-subsidy',
    'care-subsidy',
    'old-age-allowance',
    'child-in-difficulty',
    'left-behind-child',
    'left-behind-woman',
    'left-behind-elderly',
    'temporary-aid',
    'price-subsidy',
    'departure',
    'death',
  ]
  if (programme === 'registered-poor') return 1
  if (programme === 'monitored') return 2
  if (programme === 'destitute') return 3
  if (programme === 'disability-certificate') return level === 1 || level === 2 ? 5 : 7
  if ((allowance as readonly Programme[]).includes(programme)) return paid === '全额' ? 4 : 6
  const place = order.indexOf(programme)
  return 8 + (place < 0 ? order.length : place)
}

function firstField<K extends Parameters<typeof field>[1]>(
  records: readonly PersonRecord[],
  name: K,
): ReturnType<typeof field<K>> {
  for (const record of records) {
    const value = field(record, name)
    if (value !== null) return value
  }
  return null
}
