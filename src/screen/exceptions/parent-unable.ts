import { awayLists } from '../../domain/extra-lists.js'
import type { Person } from '../../match/person.js'
import { ableParentsOf } from '../able-parents.js'
import { departureFor, sentAway } from '../departures.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'
import { whyUnable } from '../unable-parent.js'

/**
 * 父母无抚养能力: whatever the household's own list says of their health and work, each of them is dead, gravely disabled, destitute, serving a sentence
 * or away for another reason by a list of those offices (62号).
 */
export const parentUnable: Exception<Person> = {
  id: 'parent-unable',
  title: '父母无抚养能力',
  consults: ['disability-certificate', 'departure', 'death', 'destitute'],
  lists: awayLists,
  test: (person, context) => {
    return ableParentsOf(person, context).every(
      (each) => whyUnable(each, context) !== null || inProgramme(each, awayLists) || departureFor([each], sentAway),
    )
      ? { state: 'applies', reason: '父母重残、死亡、失踪、服刑、服役或不在家' }
      : { state: 'does-not-apply', reason: '有父或母查不到重残、死亡、失踪、服刑记录' }
  },
}
