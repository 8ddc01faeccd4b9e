import { allowanceHouseholds } from '../allowance-columns.js'
import { notRuralAllowance, ruralWords } from '../columns.js'
import { defineSource } from '../source.js'

/** 农村低保家庭查询: one row per household, its members joined in two cells (domain B.3.1). */
export default defineSource({
  id: 'rural-allowance-households',
  department: '民政',
  title: '农村低保家庭查询',
  feeds: ['rural-allowance'],
  shape: 'joined-members',
  told: { by: ruralWords, never: notRuralAllowance },
  columns: allowanceHouseholds,
})
