import { allowance, coverage, povertyRosters } from '../../../domain/programme.js'
import type { Household, Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { isSeverelyDisabled } from '../../certificate.js'
import { marriedOut, notLivingTogether } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { awayFromFamily } from '../../exceptions/imprisoned.js'
import { movedAway } from '../../exceptions/moved-away.js'
import { relativeEnrolledAlone } from '../../exceptions/relative-enrolled-alone.js'
import { kinOf } from '../../relations.js'
import { type Context, defineRule } from '../../rule.js'
import { inSchool } from '../../schooling.js'
import { vulnerable } from '../../severity.js'
import { ageOf, evidence, householdIn, inProgramme, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'L04',
  title: '低保户漏保共同生活成员',
  on: false,
  kind: '漏保',
  severity: 'low',
  weighs: vulnerable,
  unit: 'person',
  basis: [opinion('一(一)'), unread('民发〔2021〕57号')],
  action: '核实是否共同生活：是的增员并补差，不是的注明分户、就业或外嫁。',
  needs: [[...povertyRosters]],
  consults: [...coverage, 'disability-certificate'],
  exceptions: [deceased, movedAway, relativeEnrolledAlone, awayFromFamily, marriedOut, notLivingTogether],
  messages: {
    left: '与低保对象同列一个扶贫户，是其{relation}，本人不在低保、特困、孤儿和事实无人抚养儿童名册。',
  },
  check(person, context) {
    // Listed in a 低保 household but not supported is L05.
    if (inProgramme(person, coverage) || householdIn(person, allowance) !== null) return null
    const relation = relationToSupported(person, context)
    if (relation === null) return null
    if (person.idNumber === null) return { withheld: '没有可用号码，无从确认是否在低保名册' }
    return {
      message: 'left',
      facts: { relation },
      evidence: recordsIn(person, povertyRosters).map((row) => evidence(row, `与户主关系 ${row.relation ?? '未填'}`)),
      absentFrom: coverage,
    }
  },
})

// 共同生活家庭成员 of someone in 低保: spouse, minor or dependent child, parent (57号). Adult children who can live on their own are not.
function relationToSupported(person: Person, context: Context): string | null {
  const homes = person.households.filter(({ system }) => (povertyRosters as readonly string[]).includes(system))
  for (const home of homes) {
    // In most homes nobody is: relations need not be worked out there.
    if (!home.members.some((member) => inProgramme(member, allowance))) continue
    const words = relationWords(person, home, context)
    if (words !== null) return words
  }
  return null
}

function relationWords(person: Person, home: Household, context: Context): string | null {
  const { spouses, parents, children } = kinOf(person, home)
  const supported = (list: readonly Person[]) => list.some((each) => inProgramme(each, allowance))
  if (supported(spouses)) return '配偶'
  if (supported(parents) && isDependent(person, context)) return '子女'
  return supported(children) ? '父母' : null
}

function isDependent(person: Person, context: Context): boolean {
  const age = ageOf(person, context.month)
  if (age === null) return false
  return age < 18 || isSeverelyDisabled(person, context.month) || inSchool(person)
}
