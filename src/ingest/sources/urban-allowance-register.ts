import { allowanceRegister, supportedMembers } from '../allowance-columns.js'
import { notUrbanAllowance, urbanWords } from '../columns.js'
import { defineSource } from '../source.js'

/** 城市低保备案表: the wide form, one household a row, (姓名, 身份证号) pairs side by side (domain B.3.3). */
export default defineSource({
  id: 'urban-allowance-register',
  department: '民政',
  title: '城市低保备案表(宽表)',
  feeds: ['urban-allowance'],
  shape: 'pairs',
  told: { by: urbanWords, never: notUrbanAllowance },
  columns: allowanceRegister,
  enrols: supportedMembers('urban-allowance'),
})
