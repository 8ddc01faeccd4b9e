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

/** 困难残疾人生活补贴 roster (domain B.3.9). */
export default defineSource({
  id: 'living-subsidies',
  department: '民政',
  title: '困难残疾人生活补贴发放名册',
  feeds: ['living-subsidy'],
  told: { by: /生活补贴/, never: /护理补贴|两项补贴/ },
  columns: {
    name: identity.name,
    idNumber: idOrCertificate,
    ...person,
    accountHolder,
    ...place,
    ...disability,
    startMonth: support.startMonth,
    dataMonth: support.dataMonth,
    subsidyFen: subsidyAmount('生活补贴金额', '生活补贴(金额)'),
    state: optional(plainTextCell, '状态', '发放状态'),
  },
})
