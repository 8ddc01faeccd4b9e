import { awayLists } from '../../domain/extra-lists.js'
import { addMonths } from '../../domain/month.js'
import type { PersonRecord } from '../../ingest/source.js'
import type { Person } from '../../match/person.js'
import { hasEnded, isServedOutside } from '../away-rows.js'
import type { Context, Exception } from '../rule.js'
import { field, recordsIn } from '../standing.js'

// Why somebody on a list of those away counts in the family after all (domain C13). Each has to answer every row that names the person.

/** 已刑满、解除、退役: the list itself gives the month in which it ended. */
export const termEnded: Exception<Person> = {
  id: 'term-ended',
  title: '已刑满、解除或退役',
  consults: [],
  test: (person, { month }) => {
    const rows = awayRows(person)
    const until = rows.map((row) => field(row, 'untilMonth'))
    if (rows.length > 0 && rows.every((row) => hasEnded(row, month)))
      return { state: 'applies', reason: `名单写明至 ${until.join('、')}` }
    return until.includes(null)
      ? { state: 'unchecked', reason: '名单没有期满、解除或退役日期' }
      : { state: 'does-not-apply', reason: '名单写明的期限未满' }
  },
}

/** 缓刑、社区矫正、监外执行: under sentence, but living with the family. */
export const outsidePrison: Exception<Person> = {
  id: 'outside-prison',
  title: '缓刑、社区矫正或监外执行',
  consults: [],
  test: (person) =>
    awayRows(person).every(isServedOutside)
      ? { state: 'applies', reason: '名单注明不在监所' }
      : { state: 'does-not-apply', reason: '名单没有注明缓刑、社区矫正或监外执行' },
}

/** 宗教教职未满三年: only who has left the family for three years or more is not counted (57号). */
export const clergyUnderThreeYears: Exception<Person> = {
  id: 'clergy-under-three-years',
  title: '脱离家庭从事宗教教职未满三年',
  consults: [],
  test: (person, context) => {
    const rows = awayRows(person)
    if (rows.some(({ system }) => system !== 'clergy')) return { state: 'does-not-apply', reason: '不是宗教教职人员' }
    if (rows.some((row) => field(row, 'sinceMonth') === null)) return { state: 'unchecked', reason: '名单没有起始时间' }
    return rows.every((row) => isRecent(row, context))
      ? { state: 'applies', reason: '名单写明的起始时间不满三年' }
      : { state: 'does-not-apply', reason: '已满三年' }
  },
}

function isRecent(row: PersonRecord, context: Context): boolean {
  const since = field(row, 'sinceMonth')
  return since !== null && addMonths(since, context.setting('clergy.years') * 12) > context.month
}

function awayRows(person: Person): readonly PersonRecord[] {
  return recordsIn(person, awayLists)
}
