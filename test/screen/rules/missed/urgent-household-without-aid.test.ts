import rule from '../../../../src/screen/rules/missed/urgent-household-without-aid.js'
import { household, person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const row = (more = {}) => ({
  monitoredKind: '突发严重困难户' as const,
  riskCleared: '未消除' as const,
  identifiedMonth: '2026-09',
  ...more,
})
const home = (more = {}, rosters: Rosters = {}) =>
  household(
    'monitored',
    [person({ 'monitored-households': row(more) }), person({ 'monitored-households': row(more), ...rosters })],
    'H',
  )
const aid = (approvedOn: string | null) => ({ 'temporary-aid': { approvedOn } })

table(rule, [
  { title: '9 月识别，没有临时救助', people: () => home(), expect: 'finding', severity: 'high', members: 2 },
  {
    title: '只有下月审批的临时救助，本月还没有',
    people: () => home({}, aid('2026-12-01')),
    expect: 'finding',
  },
  { title: '8 月识别，已过三个月', people: () => home({ identifiedMonth: '2026-08' }), expect: 'clear' },
  { title: '边缘易致贫户', people: () => home({ monitoredKind: '边缘易致贫户' }), expect: 'clear' },
  { title: '风险已消除', people: () => home({ riskCleared: '已消除' }), expect: 'clear' },
  { title: '没写风险是否消除', people: () => home({ riskCleared: null }), expect: 'not-judged', says: '风险' },
  { title: '没有识别时间', people: () => home({ identifiedMonth: null }), expect: 'not-judged', says: '识别时间' },
  {
    title: '户内有人在低保',
    people: () => home({}, { 'rural-allowance-members': { insured: true } }),
    expect: 'clear',
  },
  { title: '6 月领过临时救助', people: () => home({}, aid('2026-06-01')), expect: 'clear' },
  { title: '5 月领的已过六个月', people: () => home({}, aid('2026-05-31')), expect: 'finding' },
  { title: '临时救助没有日期', people: () => home({}, aid(null)), expect: 'not-judged', says: '审批日期' },
  {
    title: '临时救助台账没有报送',
    people: () => home(),
    changes: { missing: ['temporary-aid'] },
    expect: 'not-judged',
    says: '临时救助',
  },
  {
    title: '临时救助台账里有可能是本人的人',
    people: () => {
      const hidden = person(aid('2026-10-01'), { idNumber: null })
      const member = person({ 'monitored-households': row() }, { candidates: [hidden] })
      return [...household('monitored', [member], 'H'), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '全家迁出',
    people: () => home({}, { departures: { reason: '户籍迁移', wholeHousehold: '整户' } }),
    expect: 'excused',
    excusedBy: 'all-dead-or-moved',
  },
  {
    title: '户内一人在低保，临时救助没有日期也不再问',
    people: () => home({}, { 'rural-allowance-members': { insured: true }, ...aid(null) }),
    expect: 'clear',
  },
])
