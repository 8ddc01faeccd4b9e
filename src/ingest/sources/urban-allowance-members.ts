import { yesNo } from '../../domain/cell.js'
import {
  accountHolder,
  disability,
  householdOf,
  identity,
  notUrbanAllowance,
  optional,
  person,
  place,
  poverty,
  support,
  urbanWords,
} from '../columns.js'
import { defineSource } from '../source.js'

/** 城市低保人员查询: one row per household member (domain B.3.1). An empty 户主身份证号 means the row is the head. */
export default defineSource({
  id: 'urban-allowance-members',
  department: '民政',
  title: '城市低保人员查询',
  feeds: ['urban-allowance'],
  told: { by: urbanWords, never: notUrbanAllowance },
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
  enrols: (record) => (record.insured === false ? [] : ['urban-allowance']),
})
