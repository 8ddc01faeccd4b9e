import { povertyRosters, programmeNames } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { stillInSchool } from '../../exceptions/still-in-school.js'
import { paidMonthly } from '../../monthly-amount.js'
import { defineRule } from '../../rule.js'
import { ageOf, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

const children = ['orphan', 'unattended-child'] as const

export default defineRule({
  id: 'C06',
  title: '孤儿、事实无人抚养儿童超龄',
  on: false,
  kind: '错保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('二(二)'), unread('民发〔2019〕62号')],
  action: '核实是否在校就读，不在校的停发儿童保障，困难的转其他救助。',
  needs: [[...children]],
  consults: [...povertyRosters],
  exceptions: [stillInSchool],
  messages: { grown: '{age} 岁，仍在{programme}名册。' },
  check(person, context) {
    const age = ageOf(person, context.month)
    const programmes = children.filter((programme) => inProgramme(person, [programme]))
    if (age === null || age < 18 || programmes.length === 0) return null
    return {
      message: 'grown',
      facts: { age, programme: programmeNames(programmes) },
      evidence: recordsIn(person, programmes).map(onTheRoll),
      ...paidMonthly(person, programmes),
      fingerprint: { programme: programmes.join('|') },
    }
  },
})
