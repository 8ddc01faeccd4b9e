import type { Evidence } from '../../../domain/finding.js'
import { yuan } from '../../../domain/money.js'
import { programmeNames } from '../../../domain/programme.js'
import { type Aid, aidsAfterDeath } from '../../aid-payments.js'
import { opinion, unread } from '../../basis.js'
import { type Death, deathEvidence, deathMonthOf, overpaidMonths } from '../../death.js'
import { backPaymentBeforeDeath } from '../../exceptions/back-payment.js'
import { deathRevoked, funeralGrant } from '../../exceptions/beyond-rosters.js'
import { deathInRosterMonth } from '../../exceptions/death-in-roster-month.js'
import { overpayment } from '../../overpayment.js'
import { paidAfter } from '../../paid-month.js'
import { defineRule, type Hit } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, recordsIn } from '../../standing.js'
import { supportOfLiving } from '../../support-of-living.js'

const paying = [...supportOfLiving, 'temporary-aid'] as const

export default defineRule({
  id: 'C01',
  title: '死亡仍在册',
  kind: '错保',
  severity: 'high',
  unit: 'person',
  basis: [opinion('五(三)'), unread('民发〔2021〕43号'), unread('民发〔2021〕57号')],
  action: '核实死亡情况，停发并追回多领资金，补办注销；同户其他成员按程序继续保障。',
  needs: [[...paying], ['death']],
  exceptions: [deathInRosterMonth(paying), backPaymentBeforeDeath(paying), deathRevoked, funeralGrant],
  messages: {
    aid: '殡葬名册记载 {died} 死亡（按{by}），{approved} 仍发放临时救助{sum}。',
    overpaid: '殡葬名册记载 {died} 死亡（按{by}），名册仍列{rosters}，多领约 {months} 个月。{arithmetic}{aid}',
  },
  check(person, context) {
    if (!inProgramme(person, ['death'])) return null
    if (!inProgramme(person, paying)) return null
    const death = deathMonthOf(person)
    if (!death) return { withheld: '殡葬名册没有死亡日期和火化日期' }
    const late = aidsAfterDeath(person, death.month)
    const months = overpaidMonths(person, supportOfLiving, context)
    if (months < 0 || (months === 0 && late.length > 0)) return late.length === 0 ? null : aidHit(death, late)
    const enrolled = supportOfLiving.filter((programme) => inProgramme(person, [programme]))
    // What is only paid afterwards for the time before is not too much; where all is, the exception answers.
    const after = paidAfter(person, enrolled, death.month)
    const rosters = after.length > 0 ? after : enrolled
    const { sumFen, words } = overpayment(person, rosters, death, context)
    const amounts = [sumFen, ...late.map(({ aidFen }) => aidFen)].filter((fen) => fen !== null)
    const { approved, sum } = wordsOf(late)
    return {
      message: 'overpaid',
      facts: {
        died: death.month,
        by: death.by,
        rosters: programmeNames(rosters),
        months,
        arithmetic: words,
        aid: late.length === 0 ? '' : `另于 ${approved} 发放临时救助${sum}。`,
      },
      evidence: [deathEvidence(death), ...recordsIn(person, rosters).map(onTheRoll), ...late.map(approval)],
      ...(amounts.length === 0 ? {} : { amountFen: amounts.reduce((total, fen) => total + fen, 0) }),
      fingerprint: { died: death.month, rosters: rosters.join('|'), ...(late.length === 0 ? {} : { approved }) },
    }
  },
})

// 临时救助 is paid once, so only a payment approved in a later month than the death is one too many.
function aidHit(death: Death, late: readonly Aid[]): Hit {
  const { approved, sum, amountFen } = wordsOf(late)
  return {
    message: 'aid',
    facts: { died: death.month, by: death.by, approved, sum },
    evidence: [deathEvidence(death), ...late.map(approval)],
    ...(amountFen === null ? {} : { amountFen }),
    fingerprint: { died: death.month, approved },
  }
}

function wordsOf(late: readonly Aid[]) {
  const amounts = late.map(({ aidFen }) => aidFen).filter((fen) => fen !== null)
  const amountFen = amounts.length === 0 ? null : amounts.reduce((sum, fen) => sum + fen, 0)
  return {
    approved: late.map(({ approvedOn }) => approvedOn).join('、'),
    sum: amountFen === null ? '' : `，${yuan(amountFen)} 元`,
    amountFen,
  }
}

function approval(aid: Aid): Evidence {
  return evidence(aid, `${aid.approvedOn} 审批`)
}
