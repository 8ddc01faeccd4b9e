import { yuan } from '../../domain/money.js'
import type { Programme } from '../../domain/programme.js'
import { monthlyFen, type StandardKey } from '../../domain/standards.js'
import type { PersonRecord } from '../../ingest/source.js'
import { type ChangeContext, defineChange, type Turn } from '../change.js'
import { ownAmount } from '../monthly-amount.js'
import { field } from '../standing.js'

/** 金额变化: what the roster pays each month, for the household where the roster states households' amounts. Names a rise of the standard. */
export default defineChange({
  id: 'amount',
  title: '金额变化',
  turn: 'stayed',
  unit: 'household',
  precedence: 10,
  test(turn, context) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [amountOf(past, turn.programme), amountOf(now, turn.programme)]
      if (before === null || after === null) continue
      if (before === after) return null
      return { before: yuan(before), after: yuan(after), note: standardNote(turn, context, before, after) }
    }
    return null
  },
})

function amountOf(record: PersonRecord, programme: Programme): number | null {
  return ownAmount(record, programme) ?? field(record, 'amountFen')
}

const standardOf: Readonly<Partial<Record<Programme, readonly StandardKey[]>>> = {
  'rural-allowance': ['subsistence.rural'],
  'urban-allowance': ['subsistence.urban'],
  destitute: ['destitute.basic'],
  'living-subsidy': ['subsidy.living.1-2', 'subsidy.living.3-4'],
  'care-subsidy': ['subsidy.care'],
  orphan: ['orphan.scattered'],
  'unattended-child': ['orphan.scattered'],
}

// Where the standard depends on a level, the one that is paid now is the person's. A payment that moves against the standard has another reason.
function standardNote({ programme }: Turn, context: ChangeContext, beforeFen: number, afterFen: number): string {
  const changed = (standardOf[programme] ?? []).flatMap((key) => {
    const [before, after] = [context.standardBefore(key), context.standardIfAny(key)]
    return before && after && before.value !== after.value ? [{ before, after }] : []
  })
  const own = changed.find(({ after }) => monthlyFen(after) === afterFen) ?? changed[0]
  if (own === undefined) return ''
  const { before, after } = own
  const words = `标准由 ${before.value} 调为 ${after.value} ${after.unit}`
  if (after.value > before.value === afterFen > beforeFen) return `本期调标：${words}`
  return `不是调标所致（本期${words}），请核人口、收入等变化`
}
