import { nearSupportHouseholds } from '../allowance-columns.js'
import { defineSource } from '../source.js'

/** 刚性支出困难家庭查询: one row per household, its members joined in two cells (domain B.3.1). */
export default defineSource({
  id: 'rigid-expenditure-households',
  department: '民政',
  title: '刚性支出困难家庭查询',
  feeds: ['rigid-expenditure'],
  shape: 'joined-members',
  told: { by: /刚性支出|支出型困难/, never: /边缘|监测|价格|停保|减员|减少|停发|退出/ },
  columns: nearSupportHouseholds,
})
