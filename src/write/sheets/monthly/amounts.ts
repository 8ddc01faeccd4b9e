import { amountRows, amountTable } from '../../amount-ledger.js'
import { defineSheet } from '../../sheet.js'

/** 保障金增发减发表 (domain D.3.5). */
export default defineSheet(
  amountTable({
    id: 'amounts',
    position: 6,
    name: '增发减发',
    form: '保障金增发减发表',
    rows: (report) => amountRows(report, 'amount'),
  }),
)
