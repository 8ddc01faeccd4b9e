import { plainTextCell } from '../../domain/cell.js'
import { amountFen } from '../../domain/money.js'
import { day } from '../../domain/month.js'
import { accountHolder, optional, person, support } from '../columns.js'
import { householdOf, personOrHead, place, registration } from '../household-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

/** 临时救助 payments, one row a payment (domain B.3.8). */
export default defineSource({
  id: 'temporary-aid',
  department: '民政',
  title: '临时救助台账',
  feeds: ['temporary-aid'],
  told: { by: /临时救助|急难(型)?救助/, never: /价格/ },
  rolling: true,
  columns: {
    ...personOrHead,
    ...person,
    accountHolder,
    ...place,
    registration,
    householdSize: householdOf.householdSize,
    aidFen: optional(
      amountFen,
      '金额',
      '救助金额',
      '发放金额',
      '临时救助金额',
      ...spellings('[实际|实发|批准|][救助|补助|发放][金额|资金|金|款]'),
    ),
    approvedOn: optional(
      day,
      '审核日期',
      '审批日期',
      '发放日期',
      '发放时间',
      '救助时间',
      '审批时间',
      ...spellings('[审批|审核|批准|发放|拨付|打款|救助|享受][日期|时间]'),
    ),
    supportState: support.supportState,
    // 类别 beside 救助类型 says who is helped (低保, 特困), not how.
    aidKind: optional(plainTextCell, '救助类型', '类型', '救助类别', '救助方式', '困难类型', '困难类别', '类别'),
    cause: optional(
      plainTextCell,
      '原因',
      '申请原因',
      '救助原因',
      '困难原因',
      '救助事由',
      '申请事由',
      '事由',
      '致困原因',
      '致贫原因',
    ),
  },
})
