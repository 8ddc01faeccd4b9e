import rule from '../../../../src/screen/rules/quality/wrong-check-digit.js'
import { damaged, person } from '../../county.js'
import { table } from '../../table.js'

table(rule, [
  {
    title: '末位与校验码不符',
    people: () => [person({ deaths: { idNumber: damaged('校验码', '340199198001010013') } }, { idNumber: null })],
    expect: 'finding',
    severity: 'medium',
    says: '殡葬火化名册',
  },
  {
    title: '长度错另有规则',
    people: () => [person({ deaths: { idNumber: damaged('长度') } }, { idNumber: null })],
    expect: 'clear',
  },
  { title: '号码完好', people: () => [person({ deaths: {} })], expect: 'clear' },
])
