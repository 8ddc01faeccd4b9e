import rule from '../../../../src/screen/rules/dropped/subsidy-interrupted.js'
import { person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

const certificate = (level: '2' | '3' | null, more = {}) => ({ 'disability-certificates': { level, ...more } })
const care = { past: { 'care-subsidies': {} } }
const living = { past: { 'living-subsidies': {} } }
const child = { past: { 'protected-children': { childKind: '孤儿' as const } }, birth: '2008-12-01' }
const elder = { past: { 'old-age-allowance': {} }, birth: '1940-01-01' }
const allowance: Rosters = { 'rural-allowance-members': { insured: true } }

table(rule, [
  {
    title: '上月领护理补贴，本月不在，二级证有效',
    people: () => [person(certificate('2'), care)],
    expect: 'finding',
    severity: 'medium',
    says: '护理补贴',
  },
  { title: '三级不再符合护理补贴', people: () => [person(certificate('3'), care)], expect: 'clear' },
  {
    title: '名单没有等级，不知护理补贴是否还应发',
    people: () => [person(certificate(null), care)],
    expect: 'not-judged',
    says: '没有残疾等级',
  },
  {
    title: '名单没有等级，不在低保，与生活补贴无关',
    people: () => [person(certificate(null), living)],
    expect: 'clear',
  },
  { title: '证已注销', people: () => [person(certificate('2', { status: '注销' }), care)], expect: 'clear' },
  { title: '本月仍领', people: () => [person({ ...certificate('2'), 'care-subsidies': {} }, care)], expect: 'clear' },
  {
    title: '低保残疾人生活补贴中断',
    people: () => [person({ ...certificate('3'), ...allowance }, living)],
    expect: 'finding',
    says: '生活补贴',
  },
  {
    title: '在低保，没有残疾人证，生活补贴停发',
    people: () => [person(allowance, living)],
    expect: 'clear',
  },
  { title: '不在低保，生活补贴停发', people: () => [person(certificate('3'), living)], expect: 'clear' },
  { title: '17 岁孤儿保障中断', people: () => [person({}, child)], expect: 'finding', says: '孤儿' },
  {
    title: '高龄津贴中断',
    people: () => [person({}, elder)],
    expect: 'finding',
    says: '高龄津贴',
  },
  {
    title: '特困老人的高龄津贴中断：特困不享受的是两项补贴',
    people: () => [person({ 'destitute-persons': {} }, { ...elder, past: { 'destitute-persons': {}, ...elder.past } })],
    expect: 'finding',
    says: '领取高龄津贴，本月不在发放名册',
  },
  {
    title: '转特困的老人，护理补贴和高龄津贴都不在了：只问高龄津贴',
    people: () => [
      person(
        { ...certificate('2'), 'destitute-persons': {} },
        { ...elder, past: { 'care-subsidies': {}, 'old-age-allowance': {} } },
      ),
    ],
    expect: 'finding',
    says: '领取高龄津贴，本月不在发放名册',
  },
  {
    title: '转特困的老人，护理补贴停发，高龄津贴照领',
    people: () => [
      person(
        { ...certificate('2'), 'destitute-persons': {}, 'old-age-allowance': {} },
        { ...elder, past: { 'care-subsidies': {}, 'old-age-allowance': {} } },
      ),
    ],
    expect: 'excused',
    excusedBy: 'destitute-person',
  },
  {
    title: '本月仍领高龄津贴',
    people: () => [person({ 'old-age-allowance': {} }, elder)],
    expect: 'clear',
  },
  {
    title: '高龄津贴名册没有报送，领过的人未判定',
    people: () => [person({}, elder)],
    changes: { missing: ['old-age-allowance'] },
    expect: 'not-judged',
    says: '高龄津贴',
  },
  {
    title: '该乡镇高龄津贴名册疑似不全，领过的人未判定',
    people: () => [person({}, elder)],
    changes: { stops: [{ programme: 'old-age-allowance', township: '水湖镇', rowsBefore: 60, rowsNow: 30 }] },
    expect: 'not-judged',
  },
  {
    title: '别的乡镇高龄津贴名册不全，不影响本乡镇',
    people: () => [person({}, elder)],
    changes: { stops: [{ programme: 'old-age-allowance', township: '庄墓镇', rowsBefore: 60, rowsNow: 30 }] },
    expect: 'finding',
    says: '高龄津贴',
  },
  {
    title: '上月所在的乡镇名册疑似不全，人本月迁到别的乡镇，未判定',
    people: () => [
      person({}, { ...elder, past: { 'old-age-allowance': { place: { township: '庄墓镇', village: null } } } }),
    ],
    changes: { stops: [{ programme: 'old-age-allowance', township: '庄墓镇', rowsBefore: 60, rowsNow: 30 }] },
    expect: 'not-judged',
  },
  {
    title: '全县高龄津贴名册疑似不全，领过的人未判定',
    people: () => [person({}, elder)],
    changes: { stops: [{ programme: 'old-age-allowance', township: null, rowsBefore: 600, rowsNow: 100 }] },
    expect: 'not-judged',
    says: '高龄津贴',
  },
  {
    title: '没领过高龄津贴的人，名册没有报送也不未判定',
    people: () => [person(certificate('3'), care)],
    changes: { missing: ['old-age-allowance'] },
    expect: 'clear',
  },
  {
    title: '只有护理补贴中断，不说高龄津贴',
    people: () => [person(certificate('2'), care)],
    expect: 'finding',
    says: '领取重度残疾人护理补贴，',
  },
  {
    title: '高龄津贴名册没有报送，护理补贴照判',
    people: () => [person(certificate('2'), { past: { 'care-subsidies': {}, 'old-age-allowance': {} } })],
    changes: { missing: ['old-age-allowance'] },
    expect: 'finding',
    says: '护理补贴',
  },
  { title: '满 18 岁', people: () => [person({}, { ...child, birth: '2008-11-01' })], expect: 'clear' },
  { title: '孤儿转入低保', people: () => [person(allowance, child)], expect: 'clear' },
  {
    title: '没有上月数据',
    people: () => [person(certificate('2'), care)],
    changes: { previousMonth: null },
    expect: 'not-judged',
  },
  {
    title: '护理补贴名册没有报送',
    people: () => [person(certificate('2'), care)],
    changes: { missing: ['care-subsidy'] },
    expect: 'not-judged',
  },
  {
    title: '本月名册里有可能是本人的人',
    people: () => {
      const hidden = person({ 'care-subsidies': {} }, { idNumber: null })
      return [person(certificate('2'), { ...care, candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '转为特困',
    people: () => [person({ ...certificate('2'), 'destitute-persons': {} }, care)],
    expect: 'excused',
    excusedBy: 'destitute-person',
  },
  {
    title: '名册里仍有本人，状态为停发，没有金额',
    people: () => [person({ ...certificate('2'), 'care-subsidies': { supportState: '已停' } }, care)],
    expect: 'excused',
    excusedBy: 'stop-stated',
  },
  {
    title: '停发当月还有金额，仍算在册',
    people: () => [
      person({ ...certificate('2'), 'care-subsidies': { supportState: '已停', subsidyFen: 10_000 } }, care),
    ],
    expect: 'clear',
  },
  {
    title: '停保汇总有记录',
    people: () => [person({ ...certificate('2'), departures: { reason: '户籍迁移', stopMonth: '2026-11' } }, care)],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '停保汇总写明停的是低保，不是补贴',
    people: () => [
      person(
        {
          ...certificate('2'),
          departures: { reason: '收入超标', stopMonth: '2026-11', programmeName: '农村最低生活保障' },
        },
        care,
      ),
    ],
    expect: 'finding',
  },
  {
    title: '停保汇总写明停的是低保，事由是死亡',
    people: () => [
      person(
        { ...certificate('2'), departures: { reason: '死亡', stopMonth: '2026-11', programmeName: '农村低保' } },
        care,
      ),
    ],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '停保汇总写明停的是护理补贴',
    people: () => [
      person({ ...certificate('2'), departures: { stopMonth: '2026-11', programmeName: '护理补贴' } }, care),
    ],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '停保汇总没有写停的是什么',
    people: () => [person({ ...certificate('2'), departures: { reason: '收入超标', stopMonth: '2026-11' } }, care)],
    expect: 'excused',
    excusedBy: 'departure-recorded',
  },
  {
    title: '低保名册注明已停，护理补贴名册没有本人',
    people: () => [person({ ...certificate('2'), 'rural-allowance-members': { supportState: '已停' } }, care)],
    expect: 'finding',
  },
  {
    title: '已死亡',
    people: () => [person({ ...certificate('2'), deaths: { diedOn: '2026-10-20' } }, care)],
    expect: 'excused',
    excusedBy: 'death-recorded',
  },
  {
    title: '同名同出生日期者以另一号码持证',
    people: () => [person(certificate('2'), care), person(certificate('2'))],
    expect: 'excused',
    excusedBy: 'certificate-under-other-number',
  },
])
