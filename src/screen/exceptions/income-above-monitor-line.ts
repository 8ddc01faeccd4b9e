import { yuan } from '../../domain/money.js'
import { yearlyFen } from '../../domain/standards.js'
import type { Household } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { statedBy } from '../standing.js'

/** 有稳定兜底后收入超监测线: what 低保 itself reckons is above the line below which a household is monitored. Few
 * rosters state an income. */
export const incomeAboveMonitorLine: Exception<Household> = {
  id: 'income-above-monitor-line',
  title: '兜底后收入高于监测线',
  consults: [],
  unanswerable: true,
  test: (household, context) => {
    const income = statedBy(household, 'incomePerCapitaFen')
    const standard = context.standardIfAny('monitor.line')
    if (income === null) return { state: 'unchecked', reason: '名册没有人均年收入' }
    if (standard === null) return { state: 'unchecked', reason: context.standardFaults(['monitor.line']) }
    const line = yearlyFen(standard)
    return income > line
      ? { state: 'applies', reason: `人均年收入 ${yuan(income)} 元，高于监测线 ${yuan(line)} 元` }
      : { state: 'does-not-apply', reason: `人均年收入 ${yuan(income)} 元，不高于监测线 ${yuan(line)} 元` }
  },
}
