import { awayLists, type ExtraList } from '../../domain/extra-lists.js'
import type { Person } from '../../match/person.js'
import { absenceOf, type Departure, sentAway } from '../departures.js'
import { listed } from '../listed.js'
import type { Exception } from '../rule.js'

/** 服刑: whoever the departure list or a declared list of prisoners names. Who serves in the army is none of them. */
export const imprisoned: Exception<Person> = away(
  { id: 'imprisoned', title: '服刑', lists: ['prisoners'] },
  ['服刑'],
  '服刑人员',
)

/** 不计入共同生活家庭成员: 服刑、强制戒毒、义务兵、宗教教职三年以上、宣告失踪 (57号; domain L04). */
export const awayFromFamily: Exception<Person> = away(
  { id: 'away-from-family', title: '服刑、强戒、服役、宗教教职或失踪', lists: awayLists },
  sentAway,
  '服刑、强戒、义务兵、宗教教职、失踪人员',
)

function away(
  about: { readonly id: string; readonly title: string; readonly lists: readonly ExtraList[] },
  reasons: readonly Departure['reason'][],
  whom: string,
): Exception<Person> {
  const test: Exception<Person>['test'] = (person, context) => {
    const absence = absenceOf(person, reasons, context)
    if (absence?.state === 'surely') return { state: 'applies', reason: absence.words }
    const answer = listed(person, context, about.lists, `没有${whom}名单`)
    if (absence === null || answer.state === 'applies') return answer
    return { state: 'unchecked', reason: `${absence.words}，请核是否仍在${reasons.length > 1 ? '外' : '服刑'}` }
  }
  return { ...about, consults: [], unanswerable: true, test }
}
