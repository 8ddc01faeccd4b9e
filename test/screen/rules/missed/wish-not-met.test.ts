import type { RecordOf } from '../../../../src/ingest/sources/all.js'
import rule from '../../../../src/screen/rules/missed/wish-not-met.js'
import { person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const of = (fields: Partial<RecordOf<'destitute-persons'>>, more: Rosters = {}) => [
  person({ 'destitute-persons': { supportMode: '分散', selfCare: '全护理', supportWish: '集中', ...fields }, ...more }),
]

table(rule, [
  {
    title: '不能自理、愿集中、仍分散',
    people: () => of({}),
    expect: 'finding',
    severity: 'note',
    says: '愿意集中供养',
  },
  { title: '已集中', people: () => of({ supportMode: '集中' }), expect: 'clear' },
  { title: '半护理', people: () => of({ selfCare: '半护理' }), expect: 'clear' },
  { title: '愿意分散', people: () => of({ supportWish: '分散' }), expect: 'clear' },
  { title: '没有意愿这一列', people: () => of({ supportWish: null }), expect: 'not-judged', says: '没有供养意愿' },
  { title: '已死亡', people: () => of({}, { deaths: {} }), expect: 'excused', excusedBy: 'deceased' },
  {
    title: '特困名册有两行，前一行没有填',
    people: () => [
      person({
        'destitute-persons': [
          { supportMode: '分散' },
          { supportMode: '分散', selfCare: '全护理', supportWish: '集中' },
        ],
      }),
    ],
    expect: 'finding',
  },
])
