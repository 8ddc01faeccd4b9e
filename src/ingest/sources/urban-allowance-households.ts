import { allowanceHouseholds } from '../allowance-columns.js'
import { notUrbanAllowance, urbanWords } from '../columns.js'
import { defineSource } from '../source.js'

/** 城市低保家庭查询: one row per household, its members joined in two cells (domain B.3.1). */
export default defineSource({
  id: 'urban-allowance-households',
  department: '民政',
  title: '城市低保家庭查询',
  feeds: ['urban-allowance'],
  shape: 'joined-members',
  told: { by: urbanWords, never: notUrbanAllowance },
  columns: allowanceHouseholds,
})
