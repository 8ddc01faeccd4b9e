import { type Cell, plainTextCell, textCell, yesNo } from '../../domain/cell.js'
import { idNumber } from '../../domain/id-number.js'
import { day } from '../../domain/month.js'
import { personName } from '../../domain/person-name.js'
import type { Programme } from '../../domain/programme.js'
import * as words from '../../domain/vocabulary.js'
import { identity, optional, person } from '../columns.js'
import { place } from '../household-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

const registers = {
  留守老人: 'left-behind-elderly',
  独居老人: 'left-behind-elderly',
  留守妇女: 'left-behind-woman',
  留守儿童: 'left-behind-child',
  困境儿童: 'child-in-difficulty',
} as const satisfies Record<string, Programme>

/** 三留守登记表: one form for old people, women and children or one for each; without ids a row is known by name, village and age only (domain B.3.6). */
export default defineSource({
  id: 'left-behind-register',
  department: '民政',
  title: '留守人员登记表',
  feeds: ['left-behind-elderly', 'left-behind-woman', 'left-behind-child', 'child-in-difficulty'],
  feedsByRow: true,
  identity: 'name',
  told: { by: /留守|困境儿童|独居老人/ },
  enrols: ({ personKind }) => (personKind === null ? [] : [registers[personKind]]),
  columns: {
    ...person,
    ...place,
    name: identity.name,
    idNumber: { ...identity.idNumber, optional: true },
    personKind: {
      headers: [
        '身份类别',
        '人员类别',
        '对象类别',
        '类别',
        ...spellings('[人员|对象|群体|关爱对象|服务对象|登记|留守][类型|类别]'),
        '类型',
      ],
      cell: words.registerKind,
    },
    group: optional(plainTextCell, '组别', '村民组', '组'),
    phone: {
      ...person.phone,
      cell: (cell: Cell) => (/^无/.test(cell.text.trim()) ? { value: null } : plainTextCell(textCell(cell.text))),
    },
    contact: optional(personName, '联络人', '探视员', '联系人', '联络人姓名', '关爱联络人', '结对帮扶人'),
    supportAgreement: optional(words.signed, '赡养协议', '家庭赡养协议', '是否签订赡养协议', '赡养协议签订情况'),
    visitedOn: optional(
      day,
      '走访日期',
      '最近走访日期',
      '最近一次走访',
      '探访日期',
      '探视日期',
      '走访时间',
      '最近探访日期',
      '最近探视日期',
    ),
    husbandWorkplace: optional(plainTextCell, '丈夫务工所在地', '丈夫务工地', '配偶务工所在地', '配偶务工地'),
    guardian: optional(personName, '监护人', '监护人姓名', '实际监护人', '委托监护人', '委托照护人', '受委托监护人'),
    guardianIdNumber: optional(idNumber, '监护人身份证号'),
    guardianMissing: optional(yesNo, '监护人是否失联', '监护人失联'),
    father: optional(personName, '父亲姓名', '父亲'),
    fatherWorkplace: optional(plainTextCell, '父亲务工所在地', '父亲务工地', '父亲务工地点'),
    mother: optional(personName, '母亲姓名', '母亲'),
    motherWorkplace: optional(plainTextCell, '母亲务工所在地', '母亲务工地', '母亲务工地点'),
    remark: optional(plainTextCell, '备注', '说明'),
  },
  // A sheet for one kind of people says so once, in its title, and may class them by something else (类别 失能); a title that names several says
  // nothing of a row.
  defaults: [
    { when: /^(?!.*(妇女|儿童)).*(留守|空巢)老(年)?人/s, column: 'personKind', text: '留守老人', over: [null] },
    { when: /^(?!.*(老人|儿童)).*留守妇女/s, column: 'personKind', text: '留守妇女', over: [null] },
    { when: /^(?!.*(老人|妇女|困境)).*留守儿童/s, column: 'personKind', text: '留守儿童', over: [null] },
    { when: /^(?!.*(老人|妇女|留守)).*困境儿童/s, column: 'personKind', text: '困境儿童', over: [null] },
  ],
})
