import { plainTextCell } from '../../domain/cell.js'
import {
  accountHolder,
  disability,
  identity,
  idOrCertificate,
  optional,
  person,
  subsidyAmount,
  support,
} from '../columns.js'
import { place } from '../household-columns.js'
import { defineSource } from '../source.js'

/** 重度残疾人护理补贴 roster (domain B.3.9). */
export default defineSource({
  id: 'care-subsidies',
  department: '民政',
  title: '重度残疾人护理补贴发放名册',
  feeds: ['care-subsidy'],
  told: { by: /护理补贴/, never: /生活补贴|两项补贴/ },
  columns: {
    name: identity.name,
    idNumber: idOrCertificate,
    ...person,
    accountHolder,
    ...place,
    ...disability,
    startMonth: support.startMonth,
    dataMonth: support.dataMonth,
    subsidyFen: subsidyAmount('护理补贴金额', '护理补贴(金额)'),
    state: optional(plainTextCell, '状态', '发放状态'),
  },
})
