import { plainTextCell } from '../../domain/cell.js'
import {
  accountHolder,
  householdOf,
  identity,
  income,
  notUrbanAllowance,
  ownHeadIdNumber,
  person,
  place,
  support,
  urbanWords,
} from '../columns.js'
import { defineSource } from '../source.js'

/** 城市低保家庭查询: one row per household, its members joined in two cells (domain B.3.1). */
export default defineSource({
  id: 'urban-allowance-households',
  department: '民政',
  title: '城市低保家庭查询',
  feeds: ['urban-allowance'],
  shape: 'joined-members',
  told: { by: urbanWords, never: notUrbanAllowance },
  columns: {
    headName: householdOf.headName,
    headIdNumber: ownHeadIdNumber,
    memberNames: { ...identity.name, headers: ['家庭成员姓名', '成员姓名'], cell: plainTextCell, optional: true },
    memberIdNumbers: {
      ...identity.idNumber,
      headers: ['家庭成员身份证号', '成员身份证号', '家庭成员身份证号码'],
      cell: plainTextCell,
      optional: true,
    },
    ...place,
    householdNumber: householdOf.householdNumber,
    householdSize: {
      headers: householdOf.householdSize.headers,
      cell: householdOf.householdSize.cell,
      household: true,
    },
    insuredSize: householdOf.insuredSize,
    ...income,
    ...support,
    phone: person.phone,
    bankAccount: person.bankAccount,
    accountHolder,
  },
})
