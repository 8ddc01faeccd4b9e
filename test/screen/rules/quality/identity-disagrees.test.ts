import rule from '../../../../src/screen/rules/quality/identity-disagrees.js'
import { asCandidates, idFor, person } from '../../county.js'
import { table } from '../../table.js'

const twin = { name: '钱七', birth: '1966-06-06' }

// The number went by another name last month, whom no roster of this month names.
function renumbered() {
  const id = idFor('1970-01-01', 501)
  const now = person({ 'rural-allowance-members': { name: '孙八' } }, { idNumber: id, name: '孙八', grade: 'conflict' })
  const gone = person({}, { idNumber: id, name: '周九', past: { 'rural-allowance-members': { name: '周九' } } })
  asCandidates(now, gone, 'conflict')
  return [now, gone] as const
}

table(rule, [
  {
    title: '同一号码下有两个姓名',
    people: () => [
      person({ 'rural-allowance-members': { name: '孙八' }, deaths: { name: '周九' } }, { grade: 'conflict' }),
    ],
    expect: 'finding',
    severity: 'medium',
    says: '周*、孙*',
  },
  {
    title: '同号的两人分别列出',
    people: () => {
      const id = idFor('1970-01-01', 501)
      const [a, b] = [
        person({ 'rural-allowance-members': {} }, { idNumber: id, name: '孙八' }),
        person({ deaths: {} }, { idNumber: id, name: '周九' }),
      ]
      asCandidates(a, b, 'conflict')
      return [a, b]
    },
    expect: 'finding',
    says: '周*、孙*',
  },
  {
    title: '同号的两人，乡镇已核为两人',
    people: () => [person({ 'rural-allowance-members': { name: '孙八' } }, { grade: 'conflict' })],
    expect: 'finding',
    says: '已核为两人',
  },
  {
    title: '上月同号另一姓名，本月各册已无此姓名，未核过，不能说已核为两人',
    people: () => [...renumbered()],
    expect: 'finding',
    says: '上月登记的是另一个姓名（周*、孙*）',
  },
  {
    title: '只在上月名册里的同号另一人，本月没有可改的行',
    people: () => renumbered().slice(1),
    expect: 'clear',
  },
  {
    title: '同村同名同出生日期而号码不同',
    people: () => [person({ 'rural-allowance-members': {} }, twin), person({ 'registered-poor': {} }, twin)],
    expect: 'finding',
    says: '同村有同名、同出生日期而号码不同的登记（340199********',
  },
  {
    title: '上月的另一号码本月各册都没有，只问本月的一个',
    people: () => [
      person({ 'rural-allowance-members': {} }, twin),
      person({}, { ...twin, past: { 'rural-allowance-members': {} } }),
    ],
    expect: 'finding',
    findings: 1,
  },
  {
    title: '外村的同名同生日，不作推断',
    people: () => [
      person({ 'rural-allowance-members': {} }, twin),
      person({ 'registered-poor': {} }, { ...twin, place: { township: '水湖镇', village: '西村' } }),
    ],
    expect: 'clear',
  },
  {
    title: '一人多表、号名一致',
    people: () => [person({ 'rural-allowance-members': {}, deaths: {} })],
    expect: 'clear',
  },
  {
    title: '同号的行有一行没有姓名，空缺不算一个姓名',
    people: () => [
      person(
        { 'rural-allowance-members': { name: '孙八' }, 'registered-poor': { name: null }, deaths: { name: '周九' } },
        { grade: 'conflict' },
      ),
    ],
    expect: 'finding',
    says: '（周*、孙*）',
    evidence: ['农村低保：姓名 孙*', '脱贫户：姓名 空缺', '殡葬死亡：姓名 周*'],
  },
  {
    title: '可能是同一人而号码不同，不是同号异名',
    people: () => {
      const [a, b] = [
        person({ 'rural-allowance-members': {} }, { name: '孙八' }),
        person({ deaths: {} }, { name: '孙九' }),
      ]
      asCandidates(a, b)
      return [a, b]
    },
    expect: 'clear',
  },
  {
    title: '可能是同一人而两边都没有号码，不是同号异名',
    people: () => {
      const [a, b] = [
        person({ 'rural-allowance-members': {} }, { name: '孙八', idNumber: null }),
        person({ deaths: {} }, { name: '孙九', idNumber: null }),
      ]
      asCandidates(a, b)
      return [a, b]
    },
    expect: 'clear',
  },
  {
    title: '同村同名同生日的另一人没有号码，无从说号码不同',
    people: () => [
      person({ 'rural-allowance-members': {} }, twin),
      person({ 'left-behind-register': {} }, { ...twin, idNumber: null }),
    ],
    expect: 'clear',
  },
  {
    title: '同村同名同生日，号码也相同',
    people: () => [
      person({ 'rural-allowance-members': {} }, { ...twin, idNumber: idFor(twin.birth, 502) }),
      person({ 'registered-poor': {} }, { ...twin, idNumber: idFor(twin.birth, 502) }),
    ],
    expect: 'clear',
  },
  {
    title: '另一镇的同名村，不作推断',
    people: () => [
      person({ 'rural-allowance-members': {} }, twin),
      person({ 'registered-poor': {} }, { ...twin, place: { township: '庄墓镇', village: '东村' } }),
    ],
    expect: 'clear',
  },
  {
    title: '同镇而不知哪个村，不作推断',
    people: () => {
      const place = { township: '水湖镇', village: null }
      return [
        person({ 'rural-allowance-members': {} }, { ...twin, place }),
        person({ 'registered-poor': {} }, { ...twin, place }),
      ]
    },
    expect: 'clear',
  },
  {
    title: '四人同名同生日，先说本人，其他人按编号排列',
    people: () => {
      const born = (sequence: number, key: string) => ({ ...twin, key, idNumber: idFor(twin.birth, sequence) })
      return [
        person({ 'rural-allowance-members': {} }, born(501, 'P2')),
        person({ 'registered-poor': {} }, born(503, 'P4')),
        person({ 'urban-allowance-members': {} }, born(505, 'P3')),
        person({ 'disability-certificates': {} }, born(507, 'P5')),
      ]
    },
    expect: 'finding',
    findings: 4,
    evidence: [
      '农村低保：号码 340199********5013',
      '城市低保：号码 340199********5056',
      '脱贫户：号码 340199********503X',
      '残疾人证：号码 340199********5072',
    ],
  },
])
