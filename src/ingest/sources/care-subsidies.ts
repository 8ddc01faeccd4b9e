import { subsidyAmount } from '../columns.js'
import { defineSource } from '../source.js'
import { subsidyRecipients } from '../subsidy-columns.js'

/** 重度残疾人护理补贴 roster (domain B.3.9). */
export default defineSource({
  id: 'care-subsidies',
  department: '民政',
  title: '重度残疾人护理补贴发放名册',
  feeds: ['care-subsidy'],
  payments: true,
  told: { by: /护理补贴/, never: /生活补贴|两项补贴|停保|减员|减少|停发|退出/ },
  columns: {
    ...subsidyRecipients,
    subsidyFen: subsidyAmount('护理补贴金额', '护理补贴(金额)'),
  },
})
