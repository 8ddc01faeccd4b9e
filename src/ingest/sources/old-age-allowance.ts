import { plainTextCell } from '../../domain/cell.js'
import { amountFen } from '../../domain/money.js'
import { identity, optional, person, support } from '../columns.js'
import { place } from '../household-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

/** 高龄津贴 `津贴对象.xlsx`: the heading stands in the second row (domain B.3.1). */
export default defineSource({
  id: 'old-age-allowance',
  department: '民政',
  title: '高龄津贴对象名册',
  feeds: ['old-age-allowance'],
  payments: true,
  told: { by: /高龄|津贴对象|尊老金/, never: /停保|减员|减少|停发|退出|留守/ },
  columns: {
    ...person,
    ...place,
    ...identity,
    allowanceFen: optional(
      amountFen,
      '发放金额',
      '实发金额',
      '津贴金额',
      '津贴标准',
      '月标准',
      '补贴金额',
      ...spellings('[高龄津贴|高龄补贴|津贴|补贴|发放|月发放|月津贴|月补贴][金额|标准]', '[高龄|][津贴|补贴]'),
      '金额',
    ),
    startMonth: support.startMonth,
    dataMonth: support.dataMonth,
    backPaid: support.backPaid,
    supportState: support.supportState,
    personKind: optional(plainTextCell, '人员类型', '对象类型'),
    formerKind: optional(plainTextCell, '原始类型'),
  },
})
