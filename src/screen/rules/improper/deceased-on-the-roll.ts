import { yuan } from '../../../domain/money.js'
import { monthOf } from '../../../domain/month.js'
import { programmeNames } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { type Death, deathEvidence, deathMonthOf, overpaidMonths } from '../../death.js'
import { backPaymentBeforeDeath } from '../../exceptions/back-payment.js'
import { deathRevoked, funeralGrant } from '../../exceptions/beyond-rosters.js'
import { deathInRosterMonth } from '../../exceptions/death-in-roster-month.js'
import { overpayment } from '../../overpayment.js'
import { defineRule, type Hit } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, recordsIn, recordsOf } from '../../standing.js'
import { supportOfLiving } from '../../support-of-living.js'

export default defineRule({
  id: 'C01',
  title: '死亡仍在册',
  kind: '错保',
  severity: 'high',
  unit: 'person',
  basis: [opinion('五(三)'), unread('民发〔2021〕43号'), unread('民发〔2021〕57号')],
  action: '核实死亡情况，停发并追回多领资金，补办注销；同户其他成员按程序继续保障。',
  needs: [[...supportOfLiving, 'temporary-aid'], ['death']],
  exceptions: [
    deathInRosterMonth(supportOfLiving),
    backPaymentBeforeDeath(supportOfLiving),
    deathRevoked,
    funeralGrant,
  ],
  messages: {
    aid: '殡葬名册记载 {died} 死亡（按{by}），{approved} 仍发放临时救助{sum}。',
    overpaid: '殡葬名册记载 {died} 死亡（按{by}），名册仍列{rosters}，多领约 {months} 个月。{arithmetic}',
  },
  check(person, context) {
    if (!inProgramme(person, ['death'])) return null
    if (!inProgramme(person, [...supportOfLiving, 'temporary-aid'])) return null
    const death = deathMonthOf(person)
    if (!death) return { withheld: '殡葬名册没有死亡日期和火化日期' }
    const months = overpaidMonths(person, supportOfLiving, context)
    if (months < 0) return aidAfterDeath(person, death)
    const rosters = supportOfLiving.filter((programme) => inProgramme(person, [programme]))
    const { sumFen, words } = overpayment(person, rosters, death, context)
    return {
      message: 'overpaid',
      facts: {
        died: death.month,
        by: death.by,
        rosters: programmeNames(rosters),
        months,
        arithmetic: words,
      },
      evidence: [deathEvidence(death), ...recordsIn(person, supportOfLiving).map(onTheRoll)],
      ...(sumFen === null ? {} : { amountFen: sumFen }),
      fingerprint: { died: death.month, rosters: rosters.join('|') },
    }
  },
})

// 临时救助 is paid once, so only a payment approved in a later month than the death is one too many.
function aidAfterDeath(person: Person, death: Death): Hit | null {
  const paid = recordsOf(person, 'temporary-aid').filter(
    ({ approvedOn }) => approvedOn !== null && monthOf(approvedOn) > death.month,
  )
  if (paid.length === 0) return null
  const amounts = paid.map(({ aidFen }) => aidFen).filter((fen) => fen !== null)
  const amountFen = amounts.reduce((sum, fen) => sum + fen, 0)
  const approved = paid.map(({ approvedOn }) => approvedOn).join('、')
  return {
    message: 'aid',
    facts: { died: death.month, by: death.by, approved, sum: amounts.length > 0 ? `，${yuan(amountFen)} 元` : '' },
    evidence: [deathEvidence(death), ...paid.map((record) => evidence(record, `${record.approvedOn} 审批`))],
    ...(amounts.length > 0 ? { amountFen } : {}),
    fingerprint: { died: death.month, approved },
  }
}
