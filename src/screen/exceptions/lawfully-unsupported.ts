import type { Household, Person } from '../../match/person.js'
import { isSeverelyDisabled } from '../certificate.js'
import { kinOf } from '../relations.js'
import type { Context, Exception } from '../rule.js'
import { inSchool } from '../schooling.js'
import { ageOf, inProgramme, statedBy } from '../standing.js'
import { unsupportedMembers } from '../unsupported-members.js'

// Why members of a 低保 household may rightly go without (domain L05).

/** 单人户施保: one severely disabled or ill member is supported alone. */
export const singlePersonHousehold: Exception<Household> = {
  id: 'single-person-household',
  title: '单人户施保',
  consults: [],
  test: (household) =>
    statedBy(household, 'insuredSize') === 1
      ? { state: 'applies', reason: '保障人口 1 人' }
      : { state: 'does-not-apply', reason: '保障人口多于 1 人' },
}

/** 未保成员已享特困、孤儿或事实无人抚养儿童保障, who are not counted in the 低保 household. */
export const coveredElsewhere: Exception<Household> = {
  id: 'covered-elsewhere',
  title: '未保成员已享特困或儿童保障',
  consults: ['destitute', 'orphan', 'unattended-child'],
  test: (household, context) =>
    areAllCoveredElsewhere(household)
      ? { state: 'applies', reason: '名册没有逐人写明谁未保障，未保人数即为已享特困或儿童保障的成员' }
      : answer(household, context, isCoveredElsewhere, '已享特困或儿童保障'),
}

// Where no export says who goes without, as many as do have a protection that keeps them out of the 低保 household.
function areAllCoveredElsewhere(household: Household): boolean {
  if (unsupportedMembers(household).length > 0) return false
  const [size, insured] = [statedBy(household, 'householdSize'), statedBy(household, 'insuredSize')]
  const others = household.members.filter(isCoveredElsewhere).length
  return size !== null && insured !== null && others > 0 && others >= size - insured
}

/** 未保成员都是能独立生活的成年子女. */
export const grownChildrenOnly: Exception<Household> = {
  id: 'grown-children-only',
  title: '未保成员为能独立生活的成年子女',
  consults: [],
  test: (household, context) => answer(household, context, isGrownChild, '为不在校、无重残的成年子女'),
}

type Excused = (member: Person, household: Household, context: Context) => boolean

// Where one member is excused by the one and another by the other, each exception answers the hit for its part: nobody is left.
function answer(
  household: Household,
  context: Context,
  excused: Excused,
  words: string,
): ReturnType<Exception<Household>['test']> {
  const members = unsupportedMembers(household)
  if (members.length === 0) return { state: 'unchecked', reason: '名册没有逐人写明谁未保障' }
  const own = members.filter((member) => excused(member, household, context))
  const isWhole = members.every((member) => reasons.some((reason) => reason(member, household, context)))
  if (!isWhole || own.length === 0) return { state: 'does-not-apply', reason: `有未保成员不${words}` }
  return own.length === members.length
    ? { state: 'applies', reason: `${members.length} 名未保成员均${words}` }
    : { state: 'applies', reason: `${own.length} 名未保成员${words}，其余另有理由` }
}

function isCoveredElsewhere(member: Person): boolean {
  return inProgramme(member, ['destitute', 'orphan', 'unattended-child'])
}

function isGrownChild(member: Person, household: Household, { month }: Context): boolean {
  const dependent = inSchool(member) || isSeverelyDisabled(member, month)
  return kinOf(member, household).parents.length > 0 && (ageOf(member, month) ?? 0) >= 18 && !dependent
}

const reasons: readonly Excused[] = [isCoveredElsewhere, isGrownChild]
