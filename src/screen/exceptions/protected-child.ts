import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/** 已享孤儿或事实无人抚养儿童保障. */
export const protectedChild: Exception<Person> = {
  id: 'protected-child',
  title: '已享孤儿或事实无人抚养儿童保障',
  consults: ['orphan', 'unattended-child'],
  test: (person) =>
    inProgramme(person, ['orphan', 'unattended-child'])
      ? { state: 'applies', reason: '在孤儿或事实无人抚养儿童名册' }
      : { state: 'does-not-apply', reason: '不在孤儿和事实无人抚养儿童名册' },
}
