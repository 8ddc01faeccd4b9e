import rule from '../../../../src/screen/rules/quality/repeated-row.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

table(rule, [
  {
    title: '农村低保人员查询里有一行重复',
    people: () => {
      const twice = person({ 'rural-allowance-members': [{}, {}] })
      const [first, second] = twice.links
      return first && second ? [{ ...twice, links: [first], duplicates: [second.record] }] : []
    },
    expect: 'finding',
    severity: 'note',
    says: '1 行重复',
  },
  { title: '没有重复行', people: () => [person({ 'rural-allowance-members': {} })], expect: 'clear' },
])
