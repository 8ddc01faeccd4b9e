import { disabilitySubsidies, programmeNames } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { deathEvidence, deathMonthOf, overpaidMonths } from '../../death.js'
import { backPaymentBeforeDeath } from '../../exceptions/back-payment.js'
import { deathRevoked } from '../../exceptions/beyond-rosters.js'
import { deathInRosterMonth } from '../../exceptions/death-in-roster-month.js'
import { overpayment } from '../../overpayment.js'
import { paidAfter } from '../../paid-month.js'
import { defineRule } from '../../rule.js'
import { inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'P08',
  title: '死亡仍领残疾人补贴',
  on: false,
  kind: '补贴',
  severity: 'high',
  unit: 'person',
  accuses: true,
  basis: [opinion('二(一)'), unread('国发〔2015〕52号')],
  action: '核实死亡情况，停发并追回多领补贴，通知残联注销残疾人证。',
  needs: [[...disabilitySubsidies], ['death']],
  exceptions: [deathInRosterMonth(disabilitySubsidies), backPaymentBeforeDeath(disabilitySubsidies), deathRevoked],
  messages: { overpaid: '殡葬名册记载 {died} 死亡（按{by}），仍列{rosters}名册，多领约 {months} 个月。{arithmetic}' },
  check(person, context) {
    // C01 asks the same of every programme; this is for a county that keeps C01 off or hands the subsidies to another office.
    if (context.runs('C01')) return null
    if (!inProgramme(person, ['death']) || !inProgramme(person, disabilitySubsidies)) return null
    const death = deathMonthOf(person)
    if (!death) return { withheld: '殡葬名册没有死亡日期和火化日期' }
    const months = overpaidMonths(person, disabilitySubsidies, context)
    if (months < 0) return null
    const enrolled = disabilitySubsidies.filter((programme) => inProgramme(person, [programme]))
    const after = paidAfter(person, enrolled, death.month)
    const rosters = after.length > 0 ? after : enrolled
    const { sumFen, words } = overpayment(person, rosters, death, context)
    return {
      message: 'overpaid',
      facts: { died: death.month, by: death.by, rosters: programmeNames(rosters), months, arithmetic: words },
      evidence: [deathEvidence(death), ...recordsIn(person, rosters).map(onTheRoll)],
      ...(sumFen === null ? {} : { amountFen: sumFen }),
      fingerprint: { died: death.month, rosters: rosters.join('|') },
    }
  },
})
