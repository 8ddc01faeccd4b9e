import { type ExtraList, listTitle } from '../domain/extra-lists.js'
import type { Household, Person } from '../match/person.js'
import type { Context, Exception } from './rule.js'
import { inProgramme } from './standing.js'

/** The persons an exception asks about: the one, or the household's members. */
export function peopleOf(subject: Person | Household): readonly Person[] {
  return 'members' in subject ? subject.members : [subject]
}

/** Whether one of the people stands in a list of another office. `unasked`: what to say where no such list came this month. */
export function listed(
  subject: Person | Household,
  context: Context,
  lists: readonly ExtraList[],
  unasked: string,
): ReturnType<Exception<never>['test']> {
  const sent = lists.filter((kind) => context.delivered(kind))
  if (sent.length === 0) return { state: 'unchecked', reason: unasked }
  const found = sent.filter((kind) => peopleOf(subject).some((person) => inProgramme(person, [kind])))
  return found.length > 0
    ? { state: 'applies', reason: `在${listNames(found)}` }
    : { state: 'does-not-apply', reason: `不在${listNames(sent)}` }
}

/** Chinese names of lists joined for a sentence. */
export function listNames(lists: readonly ExtraList[]): string {
  return lists.map(listTitle).join('、')
}
