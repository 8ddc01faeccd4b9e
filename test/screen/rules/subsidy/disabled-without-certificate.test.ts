import rule from '../../../../src/screen/rules/subsidy/disabled-without-certificate.js'
import { idFor, person } from '../../county.js'
import { table } from '../../table.js'

const poor = (health: string | null, more = {}) => ({ 'registered-poor': { health, ...more } })

table(rule, [
  {
    title: '健康状况为残疾，名单没有此人',
    people: () => [person(poor('残疾'))],
    expect: 'finding',
    severity: 'note',
    says: '应办证未办',
  },
  { title: '长期慢性病、残疾并填', people: () => [person(poor('长期慢性病,残疾'))], expect: 'finding' },
  {
    title: '扶贫数据填有证号',
    people: () => {
      const idNumber = idFor('1980-03-05', 601)
      const certificate = { idNumber, category: 4, level: 2, reissue: null }
      return [person(poor('残疾', { certificate }), { idNumber })]
    },
    expect: 'finding',
    says: '填有残疾证号',
  },
  {
    title: '脱贫、监测两份数据只有一份填有证号',
    people: () => {
      const idNumber = idFor('1980-03-05', 602)
      const certificate = { idNumber, category: 4, level: 2, reissue: null }
      return [person({ ...poor('残疾'), 'monitored-households': { health: '残疾', certificate } }, { idNumber })]
    },
    expect: 'finding',
    says: '填有残疾证号',
  },
  { title: '健康', people: () => [person(poor('健康'))], expect: 'clear' },
  { title: '无残疾', people: () => [person(poor('无残疾'))], expect: 'clear' },
  {
    title: '在持证名单（证已注销也算持过证）',
    people: () => [person({ ...poor('残疾'), 'disability-certificates': { status: '注销' } })],
    expect: 'clear',
  },
  {
    title: '残疾人证名单没有报送',
    people: () => [person(poor('残疾'))],
    changes: { missing: ['disability-certificate'] },
    expect: 'not-judged',
  },
  {
    title: '持证名单里有可能是本人的人',
    people: () => {
      const hidden = person({ 'disability-certificates': {} }, { idNumber: null })
      return [person(poor('残疾'), { candidates: [hidden] }), hidden]
    },
    expect: 'withheld',
  },
  {
    title: '已死亡',
    people: () => [person({ ...poor('残疾'), deaths: { diedOn: '2026-10-02' } })],
    expect: 'excused',
    excusedBy: 'deceased',
  },
  {
    title: '证在同名同出生日期者的另一号码下',
    people: () => [person(poor('残疾')), person({ 'disability-certificates': { level: '2' } })],
    expect: 'excused',
    excusedBy: 'certificate-under-other-number',
  },
])
