import { listTitle, rivalBenefits } from '../../../domain/extra-lists.js'
import { disabilitySubsidies, programmeNames, programmes } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { differenceOnly } from '../../exceptions/difference-only.js'
import { splitPayment } from '../../exceptions/split-payment.js'
import { ownAmount, paidMonthly } from '../../monthly-amount.js'
import { type Repeated, repeatedPayments } from '../../repeated-payments.js'
import { type Rivalry, rivalriesOf } from '../../rival-benefits.js'
import { defineRule, type Hit } from '../../rule.js'
import { evidence, onTheRoll, recordsIn } from '../../standing.js'

// Of the same subsidy in two counties no roster tells; 工伤护理, 离休 and the like are known where the county declares such a list.
export default defineRule({
  id: 'P09',
  title: '两项补贴重复发放或与其他待遇同领',
  on: false,
  kind: '补贴',
  severity: 'high',
  unit: 'person',
  accuses: true,
  basis: [opinion('二(一)'), unread('国发〔2015〕52号')],
  action: '同月两条记录确属重复的保留一条，追回另一条；与工伤护理、离休、因公致残等待遇同领的，按规定停发或择高。',
  needs: [[...disabilitySubsidies]],
  lists: [...rivalBenefits],
  exceptions: [splitPayment, differenceOnly],
  messages: {
    twice: '{paid}。',
    rival: '领取{subsidies}，同时在{lists}。',
    both: '{paid}；又领取{subsidies}，同时在{lists}。',
  },
  check(person, context) {
    const repeated = repeatedPayments(person, context)
    const rivalries = rivalriesOf(person, context)
    if (rivalries.length === 0) return repeated.length === 0 ? null : { message: 'twice', ...twice(repeated) }
    const rival = rivalling(rivalries, person)
    if (repeated.length === 0) return { message: 'rival', ...rival }
    const same = twice(repeated)
    return {
      ...rival,
      message: 'both',
      facts: { ...same.facts, ...rival.facts },
      evidence: [...same.evidence, ...rival.evidence],
    }
  },
})

type Part = Pick<Hit, 'facts' | 'evidence' | 'amountFen'>

function twice(repeated: readonly Repeated[]): Part {
  const amounts = repeated.flatMap(smallest)
  const words = repeated.map(
    ({ programme, month, rows }) => `${programmes[programme]} ${month} 有 ${rows.length} 条发放记录`,
  )
  return {
    facts: { paid: words.join('；') },
    evidence: repeated.flatMap(({ rows }) => rows.map(onTheRoll)),
    ...(amounts.length > 0 ? { amountFen: amounts.reduce((sum, fen) => sum + fen, 0) } : {}),
  }
}

function smallest({ programme, rows }: Repeated): readonly number[] {
  const amounts = rows.map((row) => ownAmount(row, programme)).filter((fen) => fen !== null)
  return amounts.length === rows.length ? [Math.min(...amounts)] : []
}

function rivalling(rivalries: readonly Rivalry[], person: Person): Part {
  const subsidies = [...new Set(rivalries.map(({ subsidy }) => subsidy))]
  const lists = [...new Set(rivalries.map(({ list }) => list))]
  return {
    facts: { subsidies: programmeNames(subsidies), lists: lists.map(listTitle).join('、') },
    evidence: [
      ...rivalries.flatMap(({ rows }) => rows.map((row) => evidence(row, '在名单'))),
      ...recordsIn(person, subsidies).map(onTheRoll),
    ],
    ...paidMonthly(person, subsidies),
  }
}
