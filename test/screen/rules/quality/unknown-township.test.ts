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
  },
  { title: '殡葬名册里的外县人', people: () => [person({ deaths: {} }, nowhere)], expect: 'clear' },
  { title: '已归到乡镇', people: () => [person({ 'rural-allowance-members': {} })], expect: 'clear' },
])
