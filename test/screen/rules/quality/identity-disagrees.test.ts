import rule from '../../../../src/screen/rules/quality/identity-disagrees.js'
import { asCandidates, idFor, person } from '../../county.js'
import { table } from '../../table.js'

const twin = { name: '钱七', birth: '1966-06-06' }

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
    title: '同村同名同出生日期而号码不同',
    people: () => [person({ 'rural-allowance-members': {} }, twin), person({ 'registered-poor': {} }, twin)],
    expect: 'finding',
    says: '同村',
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
])
