import { allowance, povertyRosters } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import { ableParentsOf } from '../../able-parents.js'
import { opinion, unread } from '../../basis.js'
import { adoptedOrStep } from '../../exceptions/beyond-rosters.js'
import { parentUnable } from '../../exceptions/parent-unable.js'
import { defineRule } from '../../rule.js'
import { ageOf, evidence, field, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

const lists = [...povertyRosters, ...allowance] as const

// Only 事实无人抚养 rests on what living parents cannot do, and what a list says of them is a lead (domain C06): no money is put at stake for it. Of whom
// has come of age nobody asks after the parents: that is C06.
export default defineRule({
  id: 'C17',
  title: '事实无人抚养儿童的父母可能恢复监护',
  on: false,
  kind: '错保',
  severity: 'low',
  unit: 'person',
  basis: [opinion('二(二)'), unread('民发〔2019〕62号')],
  action: '入户核实父母监护，仍无力抚养的注明原因、继续保障，确已恢复监护的按程序终止。',
  needs: [['unattended-child']],
  // Each of the first lists may be the one that says that the parent is away or ill.
  consults: [...lists, 'disability-certificate', 'departure', 'death', 'destitute'],
  exceptions: [parentUnable, adoptedOrStep],
  messages: {
    guarded: '在事实无人抚养儿童名册；同户登记有 {count} 名健康、未见外出务工的父或母，请核实监护是否已恢复。',
  },
  check(person, context) {
    const age = ageOf(person, context.month)
    if (age === null || age >= 18 || !inProgramme(person, ['unattended-child'])) return null
    const parents = ableParentsOf(person, context)
    if (parents.length === 0) return null
    return {
      message: 'guarded',
      facts: { count: parents.length },
      evidence: [
        ...recordsIn(person, ['unattended-child']).map(onTheRoll),
        ...parents.flatMap((parent) =>
          recordsIn(parent, lists).map((row) => evidence(row, `同户的父或母，${ability(row)}`)),
        ),
      ],
    }
  },
})

function ability(row: PersonRecord): string {
  return [field(row, 'health'), field(row, 'labour'), field(row, 'workplace')]
    .filter((each) => each !== null)
    .join('，')
}
