import { ageIn, birthDateOf, type IdNumber } from '../domain/id-number.js'
import { type Mask, showHouseholdNumber, showIdNumber } from '../domain/mask.js'
import { yuan } from '../domain/money.js'
import type { Month } from '../domain/month.js'
import { isSupport, type Programme, programmes } from '../domain/programme.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Household, Person } from '../match/person.js'
import { field } from '../screen/standing.js'
import type { Named } from '../track/case.js'

const categories = ['', '视力', '听力', '言语', '肢体', '智力', '精神', '多重']
const levels = ['', '一级', '二级', '三级', '四级']

/** What is left of an id: the canonical number, or the pattern of a damaged one; '' when there is none. */
export function idText(number: IdNumber | null): string {
  return number ? (number.value ?? number.pattern) : ''
}

/** The id to show for a person: the canonical one, else what a record has left of it. Unmasked. */
export function personId(person: Person): string {
  if (person.idNumber !== null) return person.idNumber
  for (const { record } of person.links) if (record.idNumber) return idText(record.idNumber)
  for (const record of person.past) if (record.idNumber) return idText(record.idNumber)
  return ''
}

/** The id of a person, or of a row that belongs to none, as the setting shows it; '' without one. */
export function shownId(one: Person | PersonRecord | null, mask: Mask): string {
  if (one === null) return ''
  return showIdNumber('links' in one ? personId(one) : idText(one.idNumber), mask)
}

/** Age in whole years in `month`, or null when no birth date is known. */
function ageOf(person: Person, month: Month): number | null {
  const birthDate = person.birthDate ?? (person.idNumber ? birthDateOf(person.idNumber) : null)
  return birthDate ? ageIn(month, birthDate) : null
}

/** The names of those programmes that support people, each once, a line each. */
export function supportLines(named: readonly Programme[]): string {
  return lines([...new Set(named)].filter(isSupport).map((programme) => programmes[programme]))
}

/** True when one of this month's records enrols the person in the programme. */
export function isEnrolled(person: Person, programme: Programme): boolean {
  return person.links.some(({ record }) => record.programmes.includes(programme))
}

/** The household a finding speaks of, or the first one the person stands in. */
export function householdOf(person: Person, number: string | null): Household | null {
  return person.households.find((household) => household.number === number) ?? person.households[0] ?? null
}

/** Who heads the household that a finding speaks of; null when no roster says. */
export function headOf(person: Person, number: string | null): string | null {
  return householdOf(person, number)?.head?.name ?? firstOf(person, (record) => record.headName)
}

/** Two lines: who heads the household and its number, as far as known. */
export function headLines(person: Person, number: string | null, mask: Mask): string {
  const shown = number ?? householdOf(person, number)?.number ?? null
  return lines([headOf(person, number), shown && showHouseholdNumber(shown, mask)])
}

/** The same of somebody whom the month's rosters need not know, as the history names him. */
export function namedHeadLines(named: Pick<Named, 'headName'>, number: string | null, mask: Mask): string {
  return lines([named.headName, number && showHouseholdNumber(number, mask)])
}

/** Up to three lines: relation to the head, age, size of the household. */
export function relationLines(person: Person | null, number: string | null, month: Month): string {
  if (!person) return ''
  const age = ageOf(person, month)
  const size = householdOf(person, number)?.members.length
  const relation = firstOf(person, (record) => record.relation)
  return lines([relation, age !== null && `${age}岁`, size !== undefined && `${size}人户`])
}

/** What the rosters say of the person's situation, one fact a line: monitoring, risk, disability, health, labour, income. */
export function situationLines(person: Person | null): string {
  if (!person) return ''
  const cleared = text(person, 'riskCleared')
  const income = firstOf(person, (record) => field(record, 'incomePerCapitaFen'))
  return lines([
    text(person, 'monitoredKind') ?? text(person, 'povertyState'),
    cleared && `风险${cleared}`,
    prefixed('风险：', text(person, 'risk')),
    disabilityWords(person),
    text(person, 'health'),
    text(person, 'labour'),
    prefixed('在校：', text(person, 'schooling')),
    prefixed('务工：', text(person, 'workplace')),
    income !== null && `人均${yuan(income)}元/年`,
  ])
}

/** What a survey form says of a household's member, as far as the rosters do; '' where they are silent. */
export function memberFacts(person: Person, month: Month) {
  const age = ageOf(person, month)
  const work = [text(person, 'labour'), text(person, 'workplace')].filter(Boolean)
  return {
    relation: firstOf(person, (record) => record.relation) ?? '',
    age: age === null ? '' : String(age),
    health: text(person, 'health') ?? '',
    disability: disabilityWords(person),
    work: work.join('，'),
    schooling: text(person, 'schooling') ?? '',
  }
}

/** Telephone number and address as the rosters have them; '' where they are silent. */
export function contactOf(person: Person): { readonly phone: string; readonly address: string } {
  return { phone: text(person, 'phone') ?? '', address: text(person, 'address') ?? '' }
}

/** Category and level of disability, `肢体二级`; '' when no roster states one. */
export function disabilityWords(person: Person): string {
  const certificate = firstOf(person, (record) => field(record, 'certificate'))
  const category = text(person, 'category') ?? categories[certificate?.category ?? 0] ?? ''
  const stated = text(person, 'level') ?? String(certificate?.level ?? '')
  const level = levels[Number(stated)] ?? stated
  return category + level
}

/** State of the disability certificate as the federation's roster has it; '' when it is silent. */
export function certificateStatus(person: Person): string {
  return text(person, 'status') ?? ''
}

/** The texts that a row used for township, village and address: what the clerk looks for when towns.csv does not name it. */
export function placeText(person: Person): string {
  return lines([text(person, 'township'), text(person, 'village'), text(person, 'address')].map((part) => part ?? ''))
}

/** Joins the parts that are there, one a line. */
export function lines(parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join('\n')
}

type FieldName = Parameters<typeof field>[1]

// Records carry the columns of their source beside the common ones; sheets show what is there and know no source.
function text(person: Person, name: FieldName): string | null {
  const value = firstOf(person, (record) => field(record, name))
  return typeof value === 'string' && value !== '' ? value : null
}

function firstOf<T>(person: Person, of: (record: PersonRecord) => T | null): T | null {
  for (const { record } of person.links) {
    const value = of(record)
    if (value !== null) return value
  }
  return null
}

function prefixed(prefix: string, value: string | null): string | null {
  return value && prefix + value
}
