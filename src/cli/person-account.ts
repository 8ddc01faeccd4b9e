import type { Finding } from '../domain/finding.js'
import type { IdNumber } from '../domain/id-number.js'
import { placeName } from '../domain/place.js'
import { programmeNames, programmes } from '../domain/programme.js'
import { terms } from '../domain/terms.js'
import type { PersonRecord } from '../ingest/source.js'
import { isInForce } from '../ingest/support-state.js'
import { isFamilyList } from '../match/enrolment.js'
import { explainPerson, type WaterfallStep } from '../match/explain.js'
import type { Marked } from '../match/marking.js'
import type { Grade, Person } from '../match/person.js'
import { settledId } from '../match/unit.js'
import type { RunResult } from '../reconcile.js'
import { originText } from '../write/finding-text.js'
import { idText, personId } from '../write/person-facts.js'
import type { Shown } from './shown.js'

/** Everything that a month's run says of a person, in words and masked as asked: what `explain ID` prints, as text or JSON. */
export interface PersonAccount {
  readonly key: string
  readonly idNumber: string
  readonly name: string
  readonly place: string
  readonly grade: string
  readonly records: readonly RecordAccount[]
  readonly duplicates: readonly string[]
  readonly past: readonly { readonly month: string; readonly programmes: string; readonly where: string }[]
  readonly candidates: readonly CandidateAccount[]
  readonly households: readonly HouseholdAccount[]
  readonly findings: readonly FindingAccount[]
  readonly suppressed: readonly FindingAccount[]
  readonly withheld: readonly { readonly rule: string; readonly title: string }[]
  readonly notJudged: readonly { readonly rule: string; readonly scope: string; readonly reason: string }[]
}

interface RecordAccount {
  readonly where: string
  readonly programmes: string
  readonly idNumber: string
  readonly idState: string
  /** The row's own number is no use, and the one inside its disability certificate stood in for it. */
  readonly byCertificate: boolean
  readonly name: string
  readonly household: string
  readonly grade: string
  readonly score: number
  readonly waterfall: readonly WaterfallStep[]
  /** The row's id and name next to the person's, what differs in 【】; empty when they agree. */
  readonly differs: readonly string[]
}

interface CandidateAccount {
  readonly idNumber: string
  readonly name: string
  readonly key: string
  readonly place: string
  readonly where: readonly string[]
  readonly grade: string
  readonly score: number
  readonly whyNot: string
  readonly waterfall: readonly WaterfallStep[]
  readonly differs: readonly string[]
}

interface HouseholdAccount {
  readonly system: string
  readonly number: string
  readonly head: string
  readonly members: readonly string[]
}

interface FindingAccount {
  /** Case number, or null for a hit that an exception answered. */
  readonly number: string | null
  readonly rule: string
  readonly title: string
  readonly explanation: string
  /** Exceptions that answered the hit, with the reason. */
  readonly answeredBy: readonly string[]
}

/** The account of a person in a run. `shown` decides what is masked. */
export function personAccount(person: Person, result: RunResult, shown: Shown): PersonAccount {
  const explained = explainPerson(person, result.matched.model)
  const { cases, screening } = result
  return {
    key: person.key,
    idNumber: shown.id(personId(person)),
    name: shown.name(person.name),
    place: placeName(person.place),
    grade: gradeWord(person.grade),
    records: explained.links.map(({ record, grade, score, waterfall, ...marks }) => ({
      ...recordFacts(record, shown),
      grade: gradeWord(grade),
      score,
      waterfall,
      differs: differences(marks, shown),
    })),
    duplicates: person.duplicates.map(({ origin }) => originText(origin)),
    past: person.past.map((record) => {
      return { month: record.month, programmes: rosterWords(record), where: originText(record.origin) }
    }),
    candidates: explained.candidates.map(({ person: other, grade, score, whyNot, waterfall, ...marks }) => ({
      idNumber: shown.id(personId(other)),
      name: shown.name(other.name),
      key: other.key,
      place: placeName(other.place),
      where: other.links.map(({ record }) => `${programmes[record.system]}：${originText(record.origin)}`),
      grade: gradeWord(grade),
      score,
      whyNot,
      waterfall,
      differs: differences(marks, shown),
    })),
    households: person.households.map(({ system, number, head, members }) => ({
      system: programmes[system],
      number: shown.household(number),
      head: head === null ? '' : shown.person(head),
      members: members.map((member) => shown.person(member)),
    })),
    findings: cases
      .filter(({ finding }) => concerns(finding, person))
      .map(({ number, finding }) => findingAccount(number, finding, shown)),
    suppressed: screening.suppressed
      .filter((finding) => concerns(finding, person))
      .map((finding) => findingAccount(null, finding, shown)),
    ...openQuestions(person, result, shown),
  }
}

/** 证号一致, 疑似同一人, 待人工确认, 号同人异. */
function gradeWord(grade: Grade): string {
  return terms[grade]
}

function recordFacts(record: PersonRecord, shown: Shown) {
  const { origin, idNumber, name, householdNumber } = record
  return {
    where: originText(origin),
    programmes: rosterWords(record),
    idNumber: shown.id(idText(idNumber)),
    idState: idState(idNumber),
    byCertificate: (idNumber?.value ?? null) === null && settledId(record) !== null,
    name: shown.name(name),
    household: shown.household(householdNumber),
  }
}

function rosterWords(record: PersonRecord): string {
  if (record.programmes.length > 0) return programmeNames(record.programmes)
  const system = programmes[record.system]
  if (!isInForce(record)) return `${system}（在表中，名册注明已停或未批准）`
  return isFamilyList(record.source) ? `${system}（家庭名单，是否享受以人员名单为准）` : `${system}（在表中，未享受）`
}

function idState(id: IdNumber | null): string {
  if (id === null) return '缺号'
  if (id.state === 'damaged') return `损坏：${id.damage}`
  return id.state === 'repaired' ? `已复原：${id.repairs.join('、')}` : ''
}

interface Marks {
  readonly idNumbers: readonly [readonly Marked[], readonly Marked[]] | null
  readonly names: readonly [readonly Marked[], readonly Marked[]] | null
}

function differences({ idNumbers, names }: Marks, shown: Shown): readonly string[] {
  const lines: string[] = []
  if (idNumbers) lines.push(`号码 ${idNumbers.map((side) => markedId(side, shown)).join(' ／ ')}`)
  if (names) lines.push(`姓名 ${names.map((side) => markedName(side, shown)).join(' ／ ')}`)
  return lines
}

// Differing characters are the point and are shown; the equal ones are masked as an id is: the first six and the last four stay.
function markedId(side: readonly Marked[], { mask }: Shown): string {
  const length = side.reduce((sum, { text }) => sum + [...text].length, 0)
  let at = 0
  return side
    .map(({ text, differs }) => {
      const characters = [...text].map((character) => {
        const visible = mask === 'none' || at < 6 || at >= length - 4
        at++
        return differs || visible ? character : '*'
      })
      return differs ? `【${characters.join('')}】` : characters.join('')
    })
    .join('')
}

function markedName(side: readonly Marked[], shown: Shown): string {
  if (shown.mask === 'none') return side.map(({ text, differs }) => (differs ? `【${text}】` : text)).join('')
  return shown.name(side.map(({ text }) => text).join(''))
}

function concerns(finding: Finding, { key, households }: Person): boolean {
  if (finding.personKey === key || finding.subject === key || finding.memberKeys.includes(key)) return true
  return finding.unit === 'household' && households.some((household) => household.key === finding.subject)
}

function findingAccount(number: string | null, finding: Finding, shown: Shown): FindingAccount {
  const { rule, title, explanation, exceptions } = finding
  const answers = exceptions.filter(({ state }) => state === 'applies')
  return {
    number,
    rule,
    title,
    explanation: shown.text(explanation),
    answeredBy: answers.map((one) => `${one.title}${one.reason && `：${shown.text(one.reason)}`}`),
  }
}

function openQuestions(person: Person, { screening }: RunResult, shown: Shown) {
  const subjects = new Set([person.key, ...person.households.map(({ key }) => key)])
  const titles = new Map(screening.rules.map(({ rule, title }) => [rule, title]))
  const township = person.place.township
  return {
    withheld: screening.withheld
      .filter(({ subject, memberKeys }) => subjects.has(subject) || memberKeys.includes(person.key))
      .map(({ rule }) => ({ rule, title: titles.get(rule) ?? '' })),
    notJudged: screening.notJudged
      .filter(({ scope, subject }) => {
        if (scope === 'township') return subject === township
        return scope !== 'rule' && subjects.has(subject ?? '')
      })
      .map(({ rule, scope, reason }) => ({ rule, scope, reason: shown.text(reason) })),
  }
}
