import rule from '../../../../src/screen/rules/quality/unknown-township.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

const nowhere = { place: { township: null, village: null } }

table(rule, [
  {
    title: '乡镇不在 towns.csv',
    people: () => [person({ 'rural-allowance-members': { township: '新湖乡' } }, nowhere)],
    expect: 'finding',
    severity: 'medium',
    evidence: ['农村低保：填写为“新湖乡”'],
  },
  {
    title: '乡镇和村都写了，都不在 towns.csv',
    people: () => [person({ 'rural-allowance-members': { township: '新湖乡', village: '南村' } }, nowhere)],
    expect: 'finding',
    evidence: ['农村低保：填写为“新湖乡 南村”'],
  },
  {
    title: '乡镇和村都没有填',
    people: () => [person({ 'rural-allowance-members': {} }, nowhere)],
    expect: 'finding',
    evidence: ['农村低保：乡镇和村均未填'],
  },
  {
    title: '其他部门名单里的外县人',
    people: () => [person({ vehicles: {} }, nowhere)],
    changes: { lists: ['vehicles'] },
    expect: 'clear',
  },
  { title: '殡葬名册里的外县人', people: () => [person({ deaths: {} }, nowhere)], expect: 'clear' },
  { title: '已归到乡镇', people: () => [person({ 'rural-allowance-members': {} })], expect: 'clear' },
])
