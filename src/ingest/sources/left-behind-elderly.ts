import { type Cell, plainTextCell, textCell } from '../../domain/cell.js'
import { personName } from '../../domain/person-name.js'
import { identity, optional, person, place } from '../columns.js'
import { defineSource } from '../source.js'

/** 留守老人登记表: has no ids, so a row is known by name, village and age only (domain B.3.6). */
export default defineSource({
  id: 'left-behind-elderly',
  department: '民政',
  title: '留守老人登记表',
  feeds: ['left-behind-elderly'],
  identity: 'name',
  told: { by: /留守/ },
  // One registration form serves old people, wives and children; only the old are this roster's.
  enrols: ({ personKind }) => (personKind === null || /老/.test(personKind) ? ['left-behind-elderly'] : []),
  columns: {
    ...person,
    ...place,
    name: { ...identity.name, headers: [...identity.name.headers, '老人姓名'] },
    idNumber: { ...identity.idNumber, headers: [...identity.idNumber.headers, '老人身份证'], optional: true },
    personKind: optional(plainTextCell, '身份类别', '人员类别', '类别'),
    group: optional(plainTextCell, '组别', '村民组', '组'),
    contact: optional(personName, '联络人', '探视员', '联系人'),
    phone: {
      ...person.phone,
      cell: (cell: Cell) => (/^无/.test(cell.text.trim()) ? { value: null } : plainTextCell(textCell(cell.text))),
    },
  },
})
