import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/** 孤儿 may have the care subsidy but not the living subsidy (domain P01). */
export const orphan: Exception<Person> = {
  id: 'orphan',
  title: '孤儿不享受生活补贴',
  consults: ['orphan'],
  test: (person) =>
    inProgramme(person, ['orphan'])
      ? { state: 'applies', reason: '在孤儿名册' }
      : { state: 'does-not-apply', reason: '不在孤儿名册' },
}
