import { compareNullLast, compareText } from '../domain/compare-text.js'
import { byCatalogue, type Finding } from '../domain/finding.js'
import type { Household, Person } from '../match/person.js'
import { type About, aboutHousehold, aboutPerson } from '../screen/finding-of.js'
import type { Report } from './report.js'

/** Why a rule asks nothing about somebody it looked at: an exception answered the hit, the identity is open, something is not known. */
type Fate = 'excused' | 'withheld' | 'not-judged'

/** A person or household that a rule looked at and made no case of. */
export interface SetAside {
  readonly rule: string
  readonly fate: Fate
  readonly about: Omit<About, 'subject'>
  /** The person to look for; null where this month's rosters know nobody. */
  readonly person: Person | null
  /** What the rule had found, in Chinese; '' unless excused. */
  readonly explanation: string
  /** In Chinese, without unmasked ids of its own. */
  readonly reason: string
}

const fates: readonly Fate[] = ['excused', 'withheld', 'not-judged']

/**
 * Everybody whom a rule passed over for a reason, by rule in the order of the catalogue, then fate, township in the order of towns.csv (unknown last), village and subject. Whole rules and townships that
 * were not judged are not among them: they name nobody.
 */
export function setAside(report: Report): SetAside[] {
  const persons = new Map(report.persons.map((person) => [person.key, person]))
  const find = subjectFinder(report, persons)
  const rows: (SetAside & { readonly subject: string })[] = []
  const enter = (rule: string, fate: Fate, about: About, explanation: string, reason: string) => {
    const person = persons.get(about.personKey ?? '') ?? null
    rows.push({ rule, fate, about, person, explanation, reason, subject: about.subject })
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
  for (const { rule, scope, subject, reason } of report.notJudged)
    if (subject !== null && (scope === 'person' || scope === 'household'))
      enter(rule, 'not-judged', find(subject), '', reason)
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
