import { yuan } from '../../../domain/money.js'
import { basicSupport, type Programme, programmeNames, programmes } from '../../../domain/programme.js'
import { monthlyFen } from '../../../domain/standards.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { conversionMonth } from '../../exceptions/conversion-month.js'
import { topUp } from '../../exceptions/top-up.js'
import { monthlyAmount } from '../../monthly-amount.js'
import { type Context, defineRule } from '../../rule.js'
import { inProgramme, onTheRoll, recordsIn } from '../../standing.js'

const children = ['orphan', 'unattended-child'] as const

export default defineRule({
  id: 'C05',
  title: '孤儿、事实无人抚养儿童重复享受低保或特困',
  on: false,
  kind: '错保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('二(二)'), unread('民发〔2019〕62号')],
  action: '孤儿不计入低保家庭人口，停发低保或特困；事实无人抚养儿童只补差额，核对两项合计。',
  needs: [[...children], [...basicSupport]],
  standards: ['orphan.scattered'],
  exceptions: [conversionMonth([...basicSupport, ...children]), topUp],
  messages: { both: '同时在{child}和{roster}名册。{amounts}' },
  check(person, context) {
    const child = children.filter((programme) => inProgramme(person, [programme]))
    const rosters = basicSupport.filter((programme) => inProgramme(person, [programme]))
    if (child.length === 0 || rosters.length === 0) return null
    const amounts = rosters.map((roster) => monthlyAmount(person, roster)?.fen ?? null).filter((fen) => fen !== null)
    const known = amounts.length === rosters.length
    const names = { child: programmeNames(child), roster: programmeNames(rosters) }
    return {
      message: 'both',
      facts: { ...names, amounts: amountWords(person, [...child, ...rosters], context) },
      fingerprint: names,
      evidence: recordsIn(person, [...child, ...rosters]).map(onTheRoll),
      // Household money that cannot be told apart by member is a reason to ask and no more (domain C05).
      severity: known || child.includes('orphan') ? 'medium' : 'note',
      ...(known ? { amountFen: amounts.reduce((sum, fen) => sum + fen, 0) } : {}),
    }
  },
})

// What they pay together a month, with the arithmetic; '' where one of the rosters gives no amount. 孤儿 are not to have both, whatever the sum.
function amountWords(person: Person, list: readonly Programme[], context: Context): string {
  const parts = list.map((programme) => ({ programme, amount: monthlyAmount(person, programme) }))
  if (parts.some(({ amount }) => amount === null)) return ''
  const words = parts.map(({ programme, amount }) => `${programmes[programme]} ${amount?.words}`).join('＋')
  const sum = parts.reduce((total, { amount }) => total + (amount?.fen ?? 0), 0)
  const standard = list.includes('orphan')
    ? ''
    : `，儿童保障标准 ${yuan(monthlyFen(context.standard('orphan.scattered')))} 元`
  return `每月${words}＝${yuan(sum)} 元${standard}。`
}
