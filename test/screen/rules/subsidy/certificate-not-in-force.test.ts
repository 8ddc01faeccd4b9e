import rule from '../../../../src/screen/rules/subsidy/certificate-not-in-force.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

const paid = { 'care-subsidies': { subsidyFen: 27_700 } }
const certificate = (more = {}) => ({ 'disability-certificates': { level: '1' as const, ...more } })

table(rule, [
  {
    title: '补发注销当月',
    people: () => [
      person({
        'care-subsidies': { backPaid: '2026-07' },
        'disability-certificates': { status: '注销', cancelledOn: '2026-07-15' },
      }),
    ],
    expect: 'excused',
    excusedBy: 'back-payment-before-cancellation',
  },
  {
    title: '补发的是注销次月',
    people: () => [
      person({
        'care-subsidies': { backPaid: '2026-08' },
        'disability-certificates': { status: '注销', cancelledOn: '2026-07-15' },
      }),
    ],
    expect: 'finding',
  },
  {
    title: '证已注销仍领护理补贴',
    people: () => [person({ ...paid, ...certificate({ status: '注销', cancelledOn: '2026-05-01' }) })],
    expect: 'finding',
    severity: 'high',
    amountFen: 27_700,
    says: '注销',
  },
  {
    title: '状态填有效，又留有从前的注销日期：不说已注销',
    people: () => [person({ ...paid, ...certificate({ status: '有效', cancelledOn: '2019-05-01' }) })],
    expect: 'finding',
    severity: 'medium',
    says: '残疾人证的状态填“有效”，又填有注销日期 2019-05-01',
  },
  {
    title: '没有状态，只有注销日期',
    people: () => [person({ ...paid, ...certificate({ cancelledOn: '2026-05-01' }) })],
    expect: 'finding',
    severity: 'high',
    says: '状态为“注销”',
  },
  {
    title: '证冻结',
    people: () => [person({ ...paid, ...certificate({ status: '冻结' }) })],
    expect: 'finding',
    severity: 'medium',
  },
  { title: '证过期', people: () => [person({ ...paid, ...certificate({ status: '过期' }) })], expect: 'finding' },
  { title: '证有效', people: () => [person({ ...paid, ...certificate({ status: '有效' }) })], expect: 'clear' },
  { title: '名单没有状态列，视为有效', people: () => [person({ ...paid, ...certificate() })], expect: 'clear' },
  {
    title: '旧证注销、新证有效',
    people: () => [
      person({ ...paid, 'disability-certificates': [{ status: '注销' as const }, { status: '有效' as const }] }),
    ],
    expect: 'clear',
  },
  {
    title: '持证名单中没有此人',
    people: () => [person(paid)],
    expect: 'finding',
    severity: 'medium',
    says: '没有此人',
  },
  {
    title: '持证名单里有号码残缺、可能是本人的人',
    people: () => {
      const hidden = person(certificate(), { idNumber: null, name: '王五' })
      return [person(paid, { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '残联名单没有报送',
    people: () => [person(paid)],
    changes: { missing: ['disability-certificate'] },
    expect: 'not-judged',
    says: '残疾人证',
  },
  { title: '没有领补贴', people: () => [person(certificate({ status: '注销' }))], expect: 'clear' },
  {
    title: '号同人异',
    people: () => [person({ ...paid, ...certificate({ status: '注销' }) }, { grade: 'conflict' })],
    expect: 'not-judged',
    says: '号同人异',
  },
  {
    title: '本月刚注销，发放名册来不及改',
    people: () => [person({ ...paid, ...certificate({ status: '注销', cancelledOn: '2026-11-05' }) })],
    expect: 'excused',
    excusedBy: 'federation-lag',
  },
  {
    title: '上月注销，本月应停',
    people: () => [person({ ...paid, ...certificate({ status: '注销', cancelledOn: '2026-10-31' }) })],
    expect: 'finding',
    severity: 'high',
  },
  {
    title: '注销但没有注销日期，降一级',
    people: () => [person({ ...paid, ...certificate({ status: '注销' }) })],
    expect: 'finding',
    severity: 'medium',
    unchecked: 'federation-lag',
  },
  {
    title: '状态为迁移中',
    people: () => [person({ ...paid, ...certificate({ status: '迁移中' }) })],
    expect: 'excused',
    excusedBy: 'migrating-certificate',
  },
  {
    title: '状态为迁出，分不清是否迁移中，降一级',
    people: () => [person({ ...paid, ...certificate({ status: '迁出' }) })],
    expect: 'finding',
    severity: 'low',
    unchecked: 'migrating-certificate',
  },
  {
    title: '同名同出生日期的人在另一号码下持有效证',
    people: () => [
      person(paid, { name: '赵六', birth: '1970-07-07' }),
      person(certificate(), { name: '赵六', birth: '1970-07-07' }),
    ],
    expect: 'excused',
    excusedBy: 'certificate-under-other-number',
  },
  {
    title: '同名同出生日期的人没有残疾人证',
    people: () => [
      person(paid, { name: '赵六', birth: '1970-07-07' }),
      person({ 'registered-poor': {} }, { name: '赵六', birth: '1970-07-07' }),
    ],
    expect: 'finding',
  },
  {
    title: '同名同出生日期的人可能在持证名单',
    people: () => [
      person(paid, { name: '赵六', birth: '1970-07-07' }),
      person(certificate(), { name: '赵六', birth: '1970-07-07', linked: 'probable' }),
    ],
    expect: 'excused',
    excusedBy: 'certificate-under-other-number',
  },
])
