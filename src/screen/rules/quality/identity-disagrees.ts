import { compareText } from '../../../domain/compare-text.js'
import { maskIdNumber } from '../../../domain/id-number.js'
import { maskName } from '../../../domain/shown-name.js'
import type { Person } from '../../../match/person.js'
import { numberEvidence } from '../../damage.js'
import { type Context, defineRule, type Hit } from '../../rule.js'
import { evidence } from '../../standing.js'

export default defineRule({
  id: 'D06',
  title: '同号异名，或同名同出生日期异号',
  kind: '数据',
  severity: 'medium',
  unit: 'person',
  basis: [],
  action: '核对双方户口簿，更正录错的号码或姓名；确为两人的注明。',
  messages: {
    names: '同一号码在各名册中姓名不同（{names}），可能是号码录错或冒用。',
    earlier: '同一号码上月登记的是另一个姓名（{names}），可能是号码录错或冒用，也可能是改名。',
    judged: '同一号码另有一人登记，已核为两人，必有一方录错。',
    numbers: '同村有同名、同出生日期而号码不同的登记（{numbers}），可能是改号或录错。',
  },
  check(person, context) {
    // Whom only last month's rosters name has no row to put right.
    if (person.links.length === 0) return null
    return twoNames(person) ?? twoNumbers(person, context)
  },
})

// `judged`: whom the township found to be another person is no candidate any more.
function twoNames(person: Person): Hit | null {
  if (person.grade !== 'conflict' && person.candidates.length === 0) return null
  const sameNumber = person.candidates
    .map((candidate) => candidate.person)
    .filter((other) => person.idNumber !== null && other.idNumber === person.idNumber)
  if (person.grade !== 'conflict' && sameNumber.length === 0) return null
  const records = [person, ...sameNumber].flatMap((each) => each.links.map((link) => link.record))
  const namesNow = new Set(records.flatMap(({ name }) => name ?? []))
  // In one order, whichever of them is asked about: what is said of the one row twice is said once.
  const names = [...new Set([...namesNow, ...sameNumber.flatMap(({ name }) => name ?? [])])].sort()
  return {
    message: namesNow.size > 1 ? 'names' : names.length > 1 ? 'earlier' : 'judged',
    facts: { names: names.map(maskName).join('、') },
    evidence: records.map((record) =>
      evidence(record, `姓名 ${record.name === null ? '空缺' : maskName(record.name)}`),
    ),
    fingerprint: { names: names.length },
  }
}

// A namesake born the same day in the same village is hardly another person; in the whole county there are some.
function twoNumbers(person: Person, context: Context): Hit | null {
  if (person.idNumber === null || person.place.village === null) return null
  const namesakes = context.namesakes(person)
  if (namesakes.length === 0) return null
  const others = namesakes
    .filter(
      (other) =>
        other.idNumber !== null &&
        other.idNumber !== person.idNumber &&
        other.place.township === person.place.township &&
        other.place.village === person.place.village,
    )
    .sort((a, b) => compareText(a.key, b.key))
  if (others.length === 0) return null
  const records = [person, ...others].flatMap((each) => each.links.map((link) => link.record))
  // In one order, whichever of them is asked about.
  const numbers = [person, ...others].flatMap(({ idNumber }) => idNumber ?? []).map(maskIdNumber)
  return {
    message: 'numbers',
    facts: { numbers: numbers.sort().join('、') },
    evidence: records.map(numberEvidence),
    fingerprint: {},
  }
}
