import { allowance } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { householdIn } from '../standing.js'

/** 低保家庭成员: listed in a 低保 household though not supported in person (单人户施保); the subsidy is for the household's disabled members. */
export const allowanceHouseholdMember: Exception<Person> = {
  id: 'allowance-household-member',
  title: '低保家庭中未单列保障的成员',
  consults: [...allowance],
  test: (person) =>
    householdIn(person, allowance)
      ? { state: 'applies', reason: '列在低保家庭成员中' }
      : { state: 'does-not-apply', reason: '不在任何低保家庭' },
}
