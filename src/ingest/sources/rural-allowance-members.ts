import { yesNo } from '../../domain/cell.js'
import {
  accountHolder,
  disability,
  householdOf,
  identity,
  notRuralAllowance,
  optional,
  person,
  place,
  poverty,
  ruralWords,
  support,
} from '../columns.js'
import { defineSource } from '../source.js'

/** 农村低保人员查询: one row per household member (domain B.3.1). An empty 户主身份证号 means the row is the head. */
export default defineSource({
  id: 'rural-allowance-members',
  department: '民政',
  title: '农村低保人员查询',
  feeds: ['rural-allowance'],
  told: { by: ruralWords, never: notRuralAllowance },
  columns: {
    ...identity,
    ...person,
    ...place,
    ...householdOf,
    ...support,
    ...disability,
    accountHolder,
    disabled: optional(yesNo, '是否残疾', '是否残疾人', '是否残疾(人)'),
    health: poverty.health,
    labour: poverty.labour,
    workplace: poverty.workplace,
  },
  enrols: (record) => (record.insured === false ? [] : ['rural-allowance']),
})
