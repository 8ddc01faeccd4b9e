import { allowanceMembers, supportedMembers } from '../allowance-columns.js'
import { notRuralAllowance, ruralWords } from '../columns.js'
import { defineSource } from '../source.js'

/** 农村低保人员查询: one row per household member (domain B.3.1). An empty 户主身份证号 means the row is the head. */
export default defineSource({
  id: 'rural-allowance-members',
  department: '民政',
  title: '农村低保人员查询',
  feeds: ['rural-allowance'],
  told: { by: ruralWords, never: notRuralAllowance },
  columns: allowanceMembers,
  enrols: supportedMembers('rural-allowance'),
})
