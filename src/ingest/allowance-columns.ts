import { plainTextCell, yesNo } from '../domain/cell.js'
import type { Programme } from '../domain/programme.js'
import * as words from '../domain/vocabulary.js'
import { accountHolder, disability, identity, income, optional, person, support } from './columns.js'
import { householdOf, ownHeadIdNumber, place } from './household-columns.js'
import { poverty } from './poverty-columns.js'
import type { Columns } from './source.js'

// The exports of the allowance are the same for the country and the town, those of 低保边缘 and 刚性支出 for both (domain B.3.1, B.3.3).

/** Names and ids of a household's members, each joined in one cell. */
export const joinedMembersColumns = {
  memberNames: { ...identity.name, headers: ['家庭成员姓名', '成员姓名'], cell: plainTextCell, optional: true },
  memberIdNumbers: {
    ...identity.idNumber,
    headers: ['家庭成员身份证号', '成员身份证号'],
    cell: plainTextCell,
    optional: true,
  },
} as const satisfies Columns

const supportClass = {
  headers: ['分档类型', '低保类别', '低保等级', '低保分类', '保障类别', '属别', '救助类型', '救助类别'],
  cell: words.supportClass,
  household: true,
  optional: true,
} as const

/** Gives the programmes in which a row that speaks of one member enrols: the allowance, unless it says that the member is not supported (是否保障). */
export function supportedMembers<P extends Programme>(allowance: P) {
  return ({ insured }: { readonly insured: boolean | null }): readonly P[] => (insured === false ? [] : [allowance])
}

/** One row per household (家庭查询). */
export const allowanceHouseholds = {
  headName: householdOf.headName,
  headIdNumber: ownHeadIdNumber,
  ...joinedMembersColumns,
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
  supportClass,
  phone: person.phone,
  bankAccount: person.bankAccount,
  accountHolder,
} as const satisfies Columns

/** One row per member (人员查询); a list that the county draws up itself has the household's income beside its head. */
export const allowanceMembers = {
  ...identity,
  ...person,
  ...place,
  ...householdOf,
  incomePerCapitaFen: income.incomePerCapitaFen,
  ...support,
  supportClass,
  ...disability,
  accountHolder,
  disabled: optional(yesNo, '是否残疾', '是否残疾人', '是否残疾(人)'),
  health: poverty.health,
  labour: poverty.labour,
  workplace: poverty.workplace,
  maritalStatus: optional(words.maritalStatus, '婚姻状况', '婚姻情况'),
} as const satisfies Columns

/** One row per household with (姓名, 身份证号) pairs side by side (备案表). */
export const allowanceRegister = {
  ...identity,
  relation: person.relation,
  ...place,
  ...householdOf,
  ...income,
  ...support,
  supportClass,
  phone: person.phone,
  bankAccount: person.bankAccount,
  accountHolder,
} as const satisfies Columns

/** One row per household of 低保边缘 or 刚性支出 (家庭查询). */
export const nearSupportHouseholds = {
  headName: householdOf.headName,
  headIdNumber: ownHeadIdNumber,
  ...joinedMembersColumns,
  ...place,
  householdNumber: householdOf.householdNumber,
  householdSize: householdOf.householdSize,
  ...income,
  startMonth: support.startMonth,
  dataMonth: support.dataMonth,
  supportState: support.supportState,
  phone: person.phone,
} as const satisfies Columns

/** One row per member of such a household (人员查询). */
export const nearSupportMembers = {
  ...identity,
  ...person,
  ...place,
  ...householdOf,
  incomePerCapitaFen: income.incomePerCapitaFen,
  startMonth: support.startMonth,
  dataMonth: support.dataMonth,
  supportState: support.supportState,
  ...disability,
  health: poverty.health,
  labour: poverty.labour,
} as const satisfies Columns
