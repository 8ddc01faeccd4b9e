import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme, peopleAround } from '../standing.js'

/** 城市户籍, where 城市低保 shows it: 监测 is for people registered in the country only (待核), and the ledger of aid does not say how somebody is registered. */
export const onUrbanAllowance: Exception<Person> = {
  id: 'on-urban-allowance',
  title: '本人或同户人员在城市低保名册（城市户籍）',
  consults: ['urban-allowance'],
  test: (person) =>
    peopleAround(person).some((one) => inProgramme(one, ['urban-allowance']))
      ? { state: 'applies', reason: '在城市低保名册' }
      : { state: 'does-not-apply', reason: '本人和同户人员都不在城市低保名册' },
}
