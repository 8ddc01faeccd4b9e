import { allowance, povertyRosters, programmeNames } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import type { Person } from '../../../match/person.js'
import { ableParentsOf } from '../../able-parents.js'
import { opinion, unread } from '../../basis.js'
import { adoptedOrStep } from '../../exceptions/beyond-rosters.js'
import { parentUnable } from '../../exceptions/parent-unable.js'
import { stillInSchool } from '../../exceptions/still-in-school.js'
import { paidMonthly } from '../../monthly-amount.js'
import { type Context, defineRule, type Outcome } from '../../rule.js'
import { ageOf, evidence, field, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

const children = ['orphan', 'unattended-child'] as const

export default defineRule({
  id: 'C06',
  title: '孤儿、事实无人抚养儿童超龄或监护恢复',
  on: false,
  kind: '错保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('二(二)'), unread('民发〔2019〕62号')],
  action:
    '超龄的核实是否在校就读，不在校的停发儿童保障，困难的转其他救助；父母在家的入户核实监护，仍无力抚养的注明原因、继续保障，确已恢复监护的按程序终止。',
  needs: [[...children]],
  consults: [...povertyRosters, 'disability-certificate', 'departure', 'death', 'destitute'],
  exceptions: [stillInSchool, parentUnable, adoptedOrStep],
  messages: {
    grown: '{age} 岁，仍在{programme}名册。',
    guarded: '在事实无人抚养儿童名册；同户登记有 {count} 名在家、健康、有劳动能力的父或母，请核实监护是否已恢复。',
  },
  check(person, context) {
    const age = ageOf(person, context.month)
    if (age === null || !inProgramme(person, children)) return null
    return age >= 18 ? judgeByAge(person, age) : judgeByParents(person, context)
  },
})

function judgeByAge(person: Person, age: number): Outcome {
  const programmes = children.filter((programme) => inProgramme(person, [programme]))
  return {
    message: 'grown',
    facts: { age, programme: programmeNames(programmes) },
    evidence: recordsIn(person, programmes).map(onTheRoll),
    ...paidMonthly(person, programmes),
    fingerprint: { programme: programmes.join('|') },
  }
}

// Only 事实无人抚养 rests on what living parents cannot do, and what a list says of them is a lead (domain C06): no money is put at stake for it.
function judgeByParents(person: Person, context: Context): Outcome {
  if (!inProgramme(person, ['unattended-child'])) return null
  const parents = ableParentsOf(person, context)
  if (parents.length === 0) return null
  return {
    message: 'guarded',
    facts: { count: parents.length },
    evidence: [
      ...recordsIn(person, ['unattended-child']).map(onTheRoll),
      ...parents.flatMap((parent) =>
        recordsIn(parent, [...povertyRosters, ...allowance]).map((row) =>
          evidence(row, `同户的父或母，${ability(row)}`),
        ),
      ),
    ],
    severity: 'low',
  }
}

function ability(row: PersonRecord): string {
  return [field(row, 'health'), field(row, 'labour'), field(row, 'workplace')]
    .filter((each) => each !== null)
    .join('，')
}
