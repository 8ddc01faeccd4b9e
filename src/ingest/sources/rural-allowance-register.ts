import { allowanceRegister, supportedMembers } from '../allowance-columns.js'
import { notRuralAllowance, ruralWords } from '../columns.js'
import { defineSource } from '../source.js'

/** 农村低保备案表: the wide form, one household a row, (姓名, 身份证号) pairs side by side (domain B.3.3). */
export default defineSource({
  id: 'rural-allowance-register',
  department: '民政',
  title: '农村低保备案表(宽表)',
  feeds: ['rural-allowance'],
  shape: 'pairs',
  told: { by: ruralWords, never: notRuralAllowance },
  columns: allowanceRegister,
  enrols: supportedMembers('rural-allowance'),
})
