import rule from '../../../../src/screen/rules/missed/repeated-aid.js'
import { household, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const aided = (days: readonly string[], rosters: Rosters = {}, cause: string | null = '长期患病') =>
  person({ 'temporary-aid': days.map((approvedOn) => ({ approvedOn, cause })), ...rosters })

table(rule, [
  {
    title: '一年内两次',
    people: () => [aided(['2025-12-01', '2026-06-01'])],
    expect: 'finding',
    severity: 'medium',
    says: '近一年 2 次领取临时救助（2025-12、2026-06），本人和同户人员',
  },
  {
    title: '台账先列后一次，月份仍按先后',
    people: () => [aided(['2026-06-01', '2025-12-01'])],
    expect: 'finding',
    says: '（2025-12、2026-06）',
  },
  { title: '前一次已过一年', people: () => [aided(['2025-11-30', '2026-06-01'])], expect: 'clear' },
  { title: '只有一次', people: () => [aided(['2026-06-01'])], expect: 'clear' },
  { title: '同一天两笔算一次', people: () => [aided(['2026-06-01', '2026-06-01'])], expect: 'clear' },
  {
    title: '本人在低保边缘',
    people: () => [aided(['2026-05-01', '2026-06-01'], { 'marginal-members': {} })],
    expect: 'clear',
  },
  {
    title: '同户有人在低保',
    people: () =>
      household(
        'registered-poor',
        [
          aided(['2026-05-01', '2026-06-01'], { 'registered-poor': {} }),
          person({ 'registered-poor': {}, 'rural-allowance-members': { insured: true } }),
        ],
        'H',
      ),
    expect: 'clear',
  },
  {
    title: '低保边缘名册没有报送',
    people: () => [aided(['2026-05-01', '2026-06-01'])],
    changes: { missing: ['marginal'] },
    expect: 'not-judged',
  },
  {
    title: '低保名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      const rows = ['2026-05-01', '2026-06-01'].map((approvedOn) => ({ approvedOn, cause: '患病' }))
      return [person({ 'temporary-aid': rows }, { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '低保名册里有可能是同户妻子的人，不能说全户都不在',
    people: () => {
      const hidden = person({ 'rural-allowance-members': {} }, { idNumber: null })
      const wife = person({ 'registered-poor': {} }, { candidates: [hidden] })
      return [
        ...household('registered-poor', [aided(['2026-05-01', '2026-06-01'], { 'registered-poor': {} }), wife], 'H'),
        hidden,
      ]
    },
    expect: 'not-judged',
    says: '疑似同户人员',
  },
  {
    title: '同户妻子列在低保家庭名单，名单没有写谁被保障',
    people: () => {
      const listed = { 'rural-allowance-households': { householdSize: 3, insuredSize: 1 } }
      const wife = person({ 'registered-poor': {}, ...listed })
      household('rural-allowance', [person(listed), wife, person(listed)], 'D')
      return household('registered-poor', [aided(['2026-05-01', '2026-06-01'], { 'registered-poor': {} }), wife], 'H')
    },
    expect: 'clear',
  },
  {
    title: '两次都是火灾、车祸',
    people: () => [aided(['2026-05-01', '2026-06-01'], {}, '火灾')],
    expect: 'excused',
    excusedBy: 'one-event',
  },
  {
    title: '没有原因，降一级',
    people: () => [aided(['2026-05-01', '2026-06-01'], {}, null)],
    expect: 'finding',
    severity: 'low',
    unchecked: 'one-event',
  },
  {
    title: '户籍因迁出注销，不是死亡',
    people: () => [aided(['2026-05-01', '2026-06-01'], { deaths: { diedOn: '2026-10-01', struckOffFor: '迁出' } })],
    expect: 'finding',
  },
  {
    title: '已死亡',
    people: () => [aided(['2026-05-01', '2026-06-01'], { deaths: { diedOn: '2026-10-01' } })],
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '丈夫领过两次后去世，妻子也领过：问妻子',
    people: () =>
      household(
        'registered-poor',
        [
          aided(['2026-02-01', '2026-03-01'], { 'registered-poor': {}, deaths: { diedOn: '2026-04-01' } }),
          aided(['2026-07-01'], { 'registered-poor': {} }),
        ],
        'H',
      ),
    expect: 'finding',
    says: '同户 2 人共 3 次',
    findings: 1,
  },
  {
    title: '丈夫、妻子各一次，同户共两次',
    people: () =>
      household(
        'registered-poor',
        [aided(['2026-03-01'], { 'registered-poor': {} }), aided(['2026-07-01'], { 'registered-poor': {} })],
        'H',
      ),
    expect: 'finding',
    says: '同户 2 人共 2 次',
    findings: 1,
  },
  {
    title: '妻子一次、丈夫两次，归到领得多的丈夫名下，问一次',
    people: () =>
      household(
        'registered-poor',
        [
          aided(['2026-02-01'], { 'registered-poor': {} }),
          aided(['2026-03-01', '2026-07-01'], { 'registered-poor': {} }),
        ],
        'H',
      ),
    expect: 'finding',
    says: '同户 2 人共 3 次领取临时救助（2026-02、2026-03、2026-07）',
    findings: 1,
  },
  {
    title: '丈夫、妻子同一天各一笔，算一次',
    people: () =>
      household(
        'registered-poor',
        [aided(['2026-03-01'], { 'registered-poor': {} }), aided(['2026-03-01'], { 'registered-poor': {} })],
        'H',
      ),
    expect: 'clear',
  },
  {
    title: '几年前因病救助，这一年两次都是火灾、车祸',
    people: () => [
      person({
        'temporary-aid': [
          { approvedOn: '2020-03-01', cause: '患病' },
          { approvedOn: '2026-03-01', cause: '火灾' },
          { approvedOn: '2026-07-01', cause: '交通事故' },
        ],
      }),
    ],
    expect: 'excused',
    excusedBy: 'one-event',
  },
  {
    title: '一次火灾，一次患病',
    people: () => [
      person({
        'temporary-aid': [
          { approvedOn: '2026-03-01', cause: '火灾' },
          { approvedOn: '2026-07-01', cause: '患病' },
        ],
      }),
    ],
    expect: 'finding',
    severity: 'medium',
  },
])
