import { nearSupportHouseholds } from '../allowance-columns.js'
import { defineSource } from '../source.js'

/** 低保边缘家庭查询: one row per household, its members joined in two cells (domain B.3.1). */
export default defineSource({
  id: 'marginal-households',
  department: '民政',
  title: '低保边缘家庭查询',
  feeds: ['marginal'],
  shape: 'joined-members',
  told: { by: /边缘|低收入家庭/, never: /监测|价格|停保|减员|减少|停发|退出/ },
  columns: nearSupportHouseholds,
})
