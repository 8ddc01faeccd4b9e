import { allowanceMembers, supportedMembers } from '../allowance-columns.js'
import { notUrbanAllowance, urbanWords } from '../columns.js'
import { defineSource } from '../source.js'

/** 城市低保人员查询: one row per household member (domain B.3.1). An empty 户主身份证号 means the row is the head. */
export default defineSource({
  id: 'urban-allowance-members',
  department: '民政',
  title: '城市低保人员查询',
  feeds: ['urban-allowance'],
  told: { by: urbanWords, never: notUrbanAllowance },
  columns: allowanceMembers,
  enrols: supportedMembers('urban-allowance'),
})
