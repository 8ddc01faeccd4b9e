import { idNumber } from '../../domain/id-number.js'
import { personName } from '../../domain/person-name.js'
import { accountHolder, disability, identity, optional, person, support } from '../columns.js'
import { careOfDestitute, supportModeDefaults } from '../destitute-columns.js'
import { householdOf, place, registration } from '../household-columns.js'
import { poverty } from '../poverty-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

/** 特困人员人员查询: one row per destitute person (domain B.3.1). */
export default defineSource({
  id: 'destitute-persons',
  department: '民政',
  title: '特困人员名册',
  feeds: ['destitute'],
  told: { by: /特困|五保/, never: /停保|减员|减少|停发|退出|补贴/ },
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
    labour: poverty.labour,
    workplace: poverty.workplace,
    ...careOfDestitute,
    carer: optional(personName, ...spellings('[照料人|委托照料人|照料服务人|照料护理人|护理人][姓名|]')),
    carerIdNumber: optional(idNumber, ...spellings('[照料人|委托照料人|照料服务人|照料护理人|护理人]身份证号')),
  },
  defaults: supportModeDefaults,
})
