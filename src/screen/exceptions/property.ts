import { meansLists } from '../../domain/extra-lists.js'
import type { Household, Person } from '../../match/person.js'
import { listNames, peopleOf } from '../listed.js'
import { meansOf } from '../means.js'
import { explanationOf } from '../means-explained.js'
import type { Exception } from '../rule.js'

/**
 * 财产超标 (车辆、房产、工商、财政供养、存款): the household has means for which it would be refused. One house or a tractor is none, and the pension of one
 * of several is what one of them lives on and no property of the others (domain L01).
 */
export const property: Exception<Person | Household> = {
  id: 'property',
  title: '财产超标',
  consults: [],
  unanswerable: true,
  lists: meansLists,
  test: (subject, context) => {
    const sent = meansLists.filter((kind) => context.delivered(kind))
    if (sent.length === 0) return { state: 'unchecked', reason: '没有车辆、不动产、工商等核对名单' }
    const people = peopleOf(subject)
    const means = people
      .flatMap((person) => meansOf(person, context, (record) => explanationOf(record) === null))
      .filter(({ list }) => people.length === 1 || list !== 'pensions')
    const found = means.filter(({ known }) => known)
    if (found.length > 0) return { state: 'applies', reason: found.map(({ words }) => words).join('，') }
    const [open] = means
    return open
      ? { state: 'unchecked', reason: open.words }
      : { state: 'does-not-apply', reason: `${listNames(sent)}中没有超标财产` }
  },
}
