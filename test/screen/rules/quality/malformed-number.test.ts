import rule from '../../../../src/screen/rules/quality/malformed-number.js'
import { damaged, person } from '../../county.js'
import { table } from '../../table.js'

const roll = (idNumber: ReturnType<typeof damaged>) => [
  person({ 'rural-allowance-members': { idNumber } }, { idNumber: null }),
]

table(rule, [
  {
    title: '号码只有 17 位',
    people: () => roll(damaged('长度', '34019919800101001')),
    expect: 'finding',
    severity: 'medium',
    says: '农村低保人员查询中的号码不是 18 位',
  },
  {
    title: '18 位号码里把 0 打成字母 O，不说位数不对',
    people: () => roll(damaged('字符', '34O199198001010017')),
    expect: 'finding',
    says: '农村低保人员查询中的号码夹有数字和末位 X 以外的字符',
  },
  { title: '号码已脱敏', people: () => roll(damaged('脱敏')), expect: 'finding', says: '脱敏' },
  { title: '校验码错另有规则', people: () => roll(damaged('校验码')), expect: 'clear' },
  { title: '号码完好', people: () => [person({ 'rural-allowance-members': {} })], expect: 'clear' },
  {
    title: '一份名册脱敏，一份少一位，要更正号码',
    people: () => [
      person(
        {
          'rural-allowance-members': { idNumber: damaged('脱敏') },
          'registered-poor': { idNumber: damaged('长度', '34019919800101001') },
        },
        { idNumber: null },
      ),
    ],
    expect: 'finding',
    says: '农村低保人员查询、脱贫户(建档立卡)人员信息中的号码不是 18 位',
  },
])
