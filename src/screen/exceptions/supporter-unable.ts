import type { ExtraList } from '../../domain/extra-lists.js'
import type { Month } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { ableSupportersOf } from '../able-supporters.js'
import { certificateInForce, isSevere } from '../certificate.js'
import { hasDied } from '../death.js'
import { absenceOf } from '../departures.js'
import type { Context, Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

// Lists of other offices whose people cannot support anybody, where the county declares them (43号).
const unableLists = ['prisoners', 'drug-rehabilitation', 'missing-persons'] as const satisfies readonly ExtraList[]

/**
 * 义务人无履行能力: each of them is severely disabled, dead, missing or serving a sentence, whatever the household's own list says. Moving away ends no
 * duty to support, nor does the army.
 */
export const supporterUnable: Exception<Person> = {
  id: 'supporter-unable',
  title: '义务人无履行能力',
  consults: ['disability-certificate', 'departure', 'death'],
  lists: unableLists,
  test: (person, context) => {
    const doubts = ableSupportersOf(person, context.month).map((each) => doubtOf(each, context))
    if (doubts.includes(null)) return { state: 'does-not-apply', reason: '有义务人查不到重残、死亡、失踪或服刑记录' }
    const open = doubts.find((words) => words !== '')
    return open
      ? { state: 'unchecked', reason: `义务人：${open}，请核是否仍在服刑` }
      : { state: 'applies', reason: '义务人重度残疾、死亡、失踪或服刑' }
  },
}

// '' where the supporter is surely unable, the words of the row where it is not sure, null where nothing says so.
function doubtOf(person: Person, context: Context): string | null {
  if (isUnable(person, context.month)) return ''
  const absence = absenceOf(person, ['服刑'], context)
  if (absence === null) return null
  return absence.state === 'surely' ? '' : absence.words
}

function isUnable(person: Person, month: Month): boolean {
  const certificate = certificateInForce(person, month)
  return (certificate !== null && isSevere(certificate)) || inProgramme(person, unableLists) || hasDied(person)
}
