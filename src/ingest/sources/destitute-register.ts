import { identity, person, support } from '../columns.js'
import { careOfDestitute, supportModeDefaults } from '../destitute-columns.js'
import { householdOf, place, registration } from '../household-columns.js'
import { defineSource } from '../source.js'

/** 城乡特困人员备案表: the wide form with household members as pairs; only the first pair is the supported person (domain B.1, B.3.3). */
export default defineSource({
  id: 'destitute-register',
  department: '民政',
  title: '特困人员备案表(宽表)',
  feeds: ['destitute'],
  shape: 'pairs',
  enrolsFirstPairOnly: true,
  told: { by: /特困|五保/, never: /停保|减员|减少|停发|退出|补贴/ },
  columns: {
    ...identity,
    relation: person.relation,
    ...place,
    registration,
    ...householdOf,
    ...support,
    phone: person.phone,
    ...careOfDestitute,
  },
  defaults: supportModeDefaults,
})
