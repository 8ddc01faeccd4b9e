import { joinedMembersColumns } from '../allowance-columns.js'
import { accountHolder, person, support } from '../columns.js'
import { careOfDestitute } from '../destitute-columns.js'
import { householdOf, ownHeadIdNumber, place, registration } from '../household-columns.js'
import { defineSource } from '../source.js'

// 基本生活总费用 and 照料护理总费用 are the household's: what each person gets stands in the person export.
const { basicFen: _basic, nursingFen: _nursing, ...careOfHead } = careOfDestitute

/** 特困人员家庭查询: one row per household, its members joined in two cells; only the head is the supported person (domain B.3.1). */
export default defineSource({
  id: 'destitute-households',
  department: '民政',
  title: '特困人员家庭查询',
  feeds: ['destitute'],
  shape: 'joined-members',
  enrolsFirstPairOnly: true,
  told: { by: /特困|五保/, never: /停保|减员|减少|停发|退出|补贴/ },
  columns: {
    headName: householdOf.headName,
    headIdNumber: ownHeadIdNumber,
    ...joinedMembersColumns,
    ...place,
    registration,
    householdNumber: householdOf.householdNumber,
    householdSize: householdOf.householdSize,
    insuredSize: householdOf.insuredSize,
    ...support,
    ...careOfHead,
    phone: person.phone,
    bankAccount: person.bankAccount,
    accountHolder,
  },
})
