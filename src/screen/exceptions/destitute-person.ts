import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme, pastRecordsIn } from '../standing.js'

/** 特困人员不享受两项补贴, where the county keeps to that (`destitute.excludes-subsidies`). */
export const destitutePerson: Exception<Person> = {
  id: 'destitute-person',
  title: '特困人员不享受两项补贴',
  consults: ['destitute'],
  test: (person, context) => {
    if (!context.setting('destitute.excludes-subsidies'))
      return { state: 'does-not-apply', reason: '本县特困人员可享受两项补贴' }
    return inProgramme(person, ['destitute'])
      ? { state: 'applies', reason: '在特困供养名册' }
      : { state: 'does-not-apply', reason: '不在特困供养名册' }
  },
}

/** The same for whoever lost a payment: that 特困 excludes the two subsidies says nothing of a 高龄津贴 that ended. */
export const destituteRecipient: Exception<Person> = {
  ...destitutePerson,
  test: (person, context) =>
    pastRecordsIn(person, ['old-age-allowance']).length > 0 && !inProgramme(person, ['old-age-allowance'])
      ? { state: 'does-not-apply', reason: '中断的有高龄津贴，不在两项补贴之列' }
      : destitutePerson.test(person, context),
}
