import { householdOf, identity, income, person, place, support } from '../columns.js'
import { defineSource } from '../source.js'

/** 城市低保备案表: the wide form, one household a row, (姓名, 身份证号) pairs side by side (domain B.3.3). */
export default defineSource({
  id: 'urban-allowance-register',
  department: '民政',
  title: '城市低保备案表(宽表)',
  feeds: ['urban-allowance'],
  shape: 'pairs',
  told: { by: /城市|城镇/, never: /农村(低保|最低)/ },
  columns: {
    ...identity,
    ...place,
    ...householdOf,
    ...income,
    ...support,
    phone: person.phone,
    bankAccount: person.bankAccount,
  },
})
