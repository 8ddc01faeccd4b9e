import { basicSupport, povertyRosters, programmeNames } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { certificateInForce, certificateWords, isSevere, levelUnstated } from '../../certificate.js'
import { institution, insuredWorker } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { movedAway } from '../../exceptions/moved-away.js'
import { property } from '../../exceptions/property.js'
import { marginalLineFen, povertyIncomeOf } from '../../poverty-income.js'
import { type Context, defineRule } from '../../rule.js'
import { ageOf, evidence, field, inProgramme, mayStandIn, recordsIn } from '../../standing.js'
import { statesWork } from '../../work-away.js'

const followUp = [...basicSupport, 'marginal'] as const

export default defineRule({
  id: 'L07',
  title: '依靠家庭供养的成年无业重度残疾人',
  on: false,
  kind: '漏保',
  severity: 'note',
  unit: 'person',
  basis: [opinion('一(一)'), unread('民发〔2021〕57号')],
  action: '按本省规定可单独提出低保申请的，告知本人或监护人；有就业、有收入的注明。',
  needs: [['disability-certificate']],
  consults: [...followUp],
  exceptions: [deceased, movedAway, insuredWorker, institution, property],
  messages: { idle: '{age} 岁，{certificate}残疾人，没有就业登记，不在低保、特困和低保边缘名册。' },
  check(person, context) {
    const age = ageOf(person, context.month)
    const certificate = certificateInForce(person, context.month)
    if (age === null || age < 18 || age >= 60 || !certificate) return null
    const unstated = levelUnstated(certificate)
    if (unstated === null && !isSevere(certificate)) return null
    if (inProgramme(person, followUp)) return null
    if (isAskedByIncome(person, context)) return null
    if (recordsIn(person, povertyRosters).some((row) => statesWork(field(row, 'workplace')))) return null
    if (mayStandIn(person, povertyRosters) === 'uncertain')
      return { withheld: `${programmeNames(povertyRosters)}名册有疑似本人的记录，务工情况要等号码核实` }
    if (unstated !== null) return { withheld: unstated }
    const words = certificateWords(certificate)
    return {
      message: 'idle',
      facts: { age, certificate: words },
      evidence: [evidence(certificate.record, `${words}，证有效`)],
      fingerprint: { certificate: words },
      absentFrom: followUp,
    }
  },
})

// Of a poor household, or a monitored one whose risk is open, L06 asks whoever lives below its line and says so where no income is known. Who has more,
// or whose risk is cleared, is asked here, and so is everybody while nothing says where the line runs.
function isAskedByIncome(person: Person, context: Context): boolean {
  if (!context.runs('L06')) return false
  const stated = povertyIncomeOf(person)
  const allowance = context.standardIfAny('subsistence.rural')
  const multiplier = context.standardIfAny('marginal.multiplier')
  if (stated === null || allowance === null || multiplier === null) return false
  return stated.fen === null || stated.fen <= marginalLineFen(allowance, multiplier)
}
