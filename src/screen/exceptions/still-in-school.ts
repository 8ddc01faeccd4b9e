import { povertyRosters } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { inSchool, isUnclearSchooling, schoolingOf } from '../schooling.js'
import { ageOf, inProgramme } from '../standing.js'

/** 仍在校 (高中、中职、高职、本科), by the poverty system or the children's own roster; who is in neither may still go to school. */
export const stillInSchool: Exception<Person> = {
  id: 'still-in-school',
  title: '满 18 岁仍在校',
  consults: [...povertyRosters],
  test: (person, context) => {
    const age = ageOf(person, context.month)
    if (age !== null && age < 18) return { state: 'does-not-apply', reason: '未满 18 岁，与在校无关' }
    const schooling = schoolingOf(person)
    if (inSchool(person)) return { state: 'applies', reason: `在校登记：${schooling}` }
    if ((age ?? 0) > context.setting('school.max-age')) return { state: 'does-not-apply', reason: '已过就学年龄' }
    if (schooling !== null)
      return isUnclearSchooling(schooling)
        ? { state: 'unchecked', reason: `在校登记为“${schooling}”，看不出是否在高中、中职以上学校` }
        : { state: 'does-not-apply', reason: `在校登记：${schooling}` }
    return inProgramme(person, povertyRosters)
      ? { state: 'does-not-apply', reason: '扶贫数据没有在校登记' }
      : { state: 'unchecked', reason: '不在扶贫名册，没有在校情况' }
  },
}
