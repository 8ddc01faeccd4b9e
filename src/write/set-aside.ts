import { compareNullLast, compareText } from '../domain/compare-text.js'
import { byCatalogue, type Finding, isOfSubject } from '../domain/finding.js'
import { rowWords } from '../domain/issue.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Household, Person } from '../match/person.js'
import { type About, aboutHousehold, aboutPerson } from '../screen/finding-of.js'
import type { Report } from './report.js'

/**
 * Why a rule asks nothing about somebody it looked at: an exception answered the hit, the identity is open, something is not known; or why nobody looked:
 * he stands in an earlier month's rows only, which this month's sheets of the programme overrule.
 */
type Fate = 'excused' | 'withheld' | 'not-judged' | 'outdated'

/** A person or household that a rule looked at and made no case of, or whose rows were not used. */
export interface SetAside {
  readonly rule: string
  readonly fate: Fate
  readonly about: Omit<About, 'subject'>
  /** The person to look for; null where this month's rosters know nobody. */
  readonly person: Person | null
  /** The row that was not used; null unless outdated. */
  readonly row: PersonRecord | null
  /** What the rule had found, in Chinese; '' unless excused. */
  readonly explanation: string
  /** In Chinese, without unmasked ids of its own. */
  readonly reason: string
}

const fates: readonly Fate[] = ['excused', 'withheld', 'not-judged', 'outdated']

/**
 * Everybody whom a rule passed over for a reason, and under D15 whom only outdated rows name. By rule in the order of the catalogue, then fate,
 * township in the order of towns.csv (unknown last), village and subject. Whole rules and townships that were not judged name nobody and are left out.
 */
export function setAside(report: Report): SetAside[] {
  const persons = new Map(report.persons.map((person) => [person.key, person]))
  const find = subjectFinder(report, persons)
  const rows: (SetAside & { readonly subject: string })[] = []
  const enter = (rule: string, fate: Fate, about: About, explanation: string, reason: string) => {
    const person = persons.get(about.personKey ?? '') ?? null
    rows.push({ rule, fate, about, person, row: null, explanation, reason, subject: about.subject })
  }
  for (const finding of report.suppressed)
    enter(finding.rule, 'excused', finding, finding.explanation, excuseWords(finding))
  for (const { rule, subject, memberKeys } of report.withheld) {
    const about = find(subject)
    const names = about.unit === 'household' ? memberKeys.flatMap((key) => persons.get(key)?.name ?? []) : []
    enter(
      rule,
      'withheld',
      about,
      '',
      names.length === 0 ? withheldWords : `${withheldWords}；待确认的：${names.join('、')}`,
    )
  }
  for (const part of report.notJudged)
    if (part.subject !== null && isOfSubject(part)) enter(part.rule, 'not-judged', find(part.subject), '', part.reason)
  rows.push(...outdatedRows(report))
  const places = new Map(report.townships.map((township, place) => [township, place]))
  const placeOf = ({ township }: SetAside['about']) => places.get(township ?? '') ?? places.size
  return rows.sort(
    (a, b) =>
      byCatalogue(a.rule, b.rule) ||
      fates.indexOf(a.fate) - fates.indexOf(b.fate) ||
      placeOf(a.about) - placeOf(b.about) ||
      compareNullLast(a.about.village, b.about.village) ||
      compareText(a.subject, b.subject),
  )
}

function outdatedRows({ outdated, persons, month }: Report): (SetAside & { readonly subject: string })[] {
  if (outdated.length === 0) return []
  const byId = new Map(persons.map((person) => [person.idNumber ?? '', person]))
  return outdated.map(({ record, stated }) => {
    const { idNumber, place, householdNumber, origin } = record
    const person = (idNumber?.value ? byId.get(idNumber.value) : undefined) ?? null
    const subject = person?.key ?? rowWords(origin)
    const about: About = { ...unknown, ...place, householdNumber, personKey: person?.key ?? null, subject }
    const reason = `只在 ${stated} 的旧表里（${rowWords(origin)}），同一名册 ${month} 的表里没有，旧表的这一行没有采用`
    return { rule: 'D15', fate: 'outdated', about, person, row: record, explanation: '', reason, subject }
  })
}

/** What holds a withheld hit back, in Chinese. */
export const withheldWords = '相关名册里可能有此人或同户成员而号码不全，先到“号码待核”表确认'

function excuseWords({ exceptions }: Finding): string {
  return exceptions
    .filter(({ state }) => state === 'applies')
    .map(({ title, reason }) => (reason ? `${title}：${reason}` : title))
    .join('；')
}

// Nobody of the subject in this month's rosters: the row stays, without a name.
function subjectFinder({ persons, withheld, notJudged }: Report, byKey: ReadonlyMap<string, Person>) {
  const wanted = new Set([...withheld, ...notJudged].map(({ subject }) => subject ?? ''))
  const households = new Map<string, Household>()
  for (const { households: own } of persons)
    for (const household of own) if (wanted.has(household.key)) households.set(household.key, household)
  return (subject: string): About => {
    const person = byKey.get(subject)
    if (person) return aboutPerson(person)
    const household = households.get(subject)
    return household ? aboutHousehold(household, household.members) : { ...unknown, subject }
  }
}

const unknown: Omit<About, 'subject'> = {
  unit: 'person',
  personKey: null,
  memberKeys: [],
  township: null,
  village: null,
  householdNumber: null,
}
