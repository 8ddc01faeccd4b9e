import { subsidyAmount } from '../columns.js'
import { defineSource } from '../source.js'
import { subsidyRecipients } from '../subsidy-columns.js'

/** 困难残疾人生活补贴 roster (domain B.3.9). */
export default defineSource({
  id: 'living-subsidies',
  department: '民政',
  title: '困难残疾人生活补贴发放名册',
  feeds: ['living-subsidy'],
  payments: true,
  told: { by: /生活补贴/, never: /护理补贴|两项补贴|停保|减员|减少|停发|退出/ },
  columns: {
    ...subsidyRecipients,
    subsidyFen: subsidyAmount('生活补贴金额', '生活补贴(金额)'),
  },
})
