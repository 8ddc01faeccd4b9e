import { defineChange, noted } from '../change.js'
import { ageOf } from '../standing.js'

/** 满龄退出: a child's protection ends with eighteen. */
export default defineChange({
  id: 'aged-out',
  title: '满龄退出',
  turn: 'left',
  precedence: 6,
  programmes: ['orphan', 'unattended-child'],
  restsOnRoster: true,
  test({ person }, { month }) {
    const age = ageOf(person, month)
    return age !== null && age >= 18 ? noted(`已满 ${age} 周岁`) : null
  },
})
