import { plainTextCell } from '../../domain/cell.js'
import { amountFen } from '../../domain/money.js'
import { optional, person, support } from '../columns.js'
import { householdOf, personOrHead, place } from '../household-columns.js'
import { defineSource } from '../source.js'

/** 价格临时补贴发放名册: who was paid when prices rose, by person or with one row for a household's head (policy 一(四)). */
export default defineSource({
  id: 'price-subsidies',
  department: '民政',
  title: '价格临时补贴发放名册',
  feeds: ['price-subsidy'],
  payments: true,
  told: { by: /价格(临时|联动)?补贴|物价补贴/, never: /停保|减员|减少|停发|退出/ },
  columns: {
    ...personOrHead,
    ...person,
    ...place,
    householdNumber: householdOf.householdNumber,
    paidHeads: optional(plainTextCell, '发放人数', '补贴人数', '保障人数', '人数'),
    subsidyFen: optional(amountFen, '补贴金额', '发放金额', '金额', '补贴标准'),
    recipientKind: optional(plainTextCell, '对象类别', '人员类别', '保障类别', '救助类别', '类别'),
    dataMonth: support.dataMonth,
  },
})
