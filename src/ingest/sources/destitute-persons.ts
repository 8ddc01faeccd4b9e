import { idNumber } from '../../domain/id-number.js'
import { personName } from '../../domain/person-name.js'
import { accountHolder, disability, identity, optional, person, support } from '../columns.js'
import { careOfDestitute, supportModeDefaults } from '../destitute-columns.js'
import { householdOf, place, registration } from '../household-columns.js'
import { poverty } from '../poverty-columns.js'
import { defineSource } from '../source.js'

/** 特困人员人员查询: one row per destitute person (domain B.3.1). */
export default defineSource({
  id: 'destitute-persons',
  department: '民政',
  title: '特困人员名册',
  feeds: ['destitute'],
  told: { by: /特困|五保/, never: /停保|减员|停发|退出|补贴/ },
  columns: {
    ...identity,
    ...person,
    ...place,
    registration,
    ...householdOf,
    ...support,
    accountHolder,
    ...disability,
    health: poverty.health,
    workplace: poverty.workplace,
    ...careOfDestitute,
    carer: optional(personName, '照料人姓名', '委托照料人', '照料人', '照料服务人姓名', '照料服务人'),
    carerIdNumber: optional(idNumber, '照料人身份证号', '照料服务人身份证号'),
  },
  defaults: supportModeDefaults,
})
