import { allowance } from '../../../domain/programme.js'
import { missingColumn } from '../../../screen/ledger.js'
import { amountRows, amountTable } from '../../amount-ledger.js'
import { defineSheet } from '../../sheet.js'

/** 分类施保金增减发人员表 (domain D.3.5). */
export default defineSheet(
  amountTable({
    id: 'categorical-amounts',
    position: 7,
    name: '分类施保金增减',
    form: '分类施保金增发减发表',
    rows: (report) => amountRows(report, 'categorical-amount'),
    open: (report) => missingColumn('categoricalFen', '分类施保金额', allowance, report),
  }),
)
