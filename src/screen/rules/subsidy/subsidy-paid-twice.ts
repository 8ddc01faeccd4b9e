import { disabilitySubsidies, type Programme, programmes } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { rosterMonth } from '../../death.js'
import { splitPayment } from '../../exceptions/split-payment.js'
import { type Context, defineRule } from '../../rule.js'
import { field, onTheRoll, recordsIn } from '../../standing.js'

// Of the same subsidy in two counties, of 工伤护理, 离休 and the like no roster tells: what P09 asks beyond the county's own lists stays open.
export default defineRule({
  id: 'P09',
  title: '同一补贴重复发放',
  on: false,
  kind: '补贴',
  severity: 'high',
  unit: 'person',
  accuses: true,
  basis: [opinion('二(一)'), unread('国发〔2015〕52号')],
  action: '核对同月两条发放记录，确属重复的保留一条，追回另一条。',
  needs: [[...disabilitySubsidies]],
  exceptions: [splitPayment],
  messages: { twice: '{paid}。' },
  check(person, context) {
    const repeated = disabilitySubsidies.flatMap((programme) => repeatedPayments(person, programme, context))
    if (repeated.length === 0) return null
    const amounts = repeated.flatMap(({ rows }) => smallest(rows))
    return {
      message: 'twice',
      facts: {
        paid: repeated
          .map(({ programme, month, rows }) => `${programmes[programme]} ${month} 有 ${rows.length} 条发放记录`)
          .join('；'),
      },
      evidence: repeated.flatMap(({ rows }) => rows.map(onTheRoll)),
      ...(amounts.length > 0 ? { amountFen: amounts.reduce((sum, fen) => sum + fen, 0) } : {}),
    }
  },
})

interface Repeated {
  readonly programme: Programme
  readonly month: string
  readonly rows: readonly PersonRecord[]
}

// Rows that pay for different months are back payments and not the same payment twice; a row that says 停发 pays nothing.
function repeatedPayments(person: Person, programme: Programme, context: Context): readonly Repeated[] {
  const byMonth = new Map<string, PersonRecord[]>()
  for (const record of recordsIn(person, [programme])) {
    if (/停|注销|退/.test(field(record, 'state') ?? '')) continue
    const month = field(record, 'dataMonth') ?? rosterMonth(record, context)
    byMonth.set(month, [...(byMonth.get(month) ?? []), record])
  }
  return [...byMonth]
    .filter(([, rows]) => rows.length > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, rows]) => ({ programme, month, rows }))
}

function smallest(rows: readonly PersonRecord[]): readonly number[] {
  const known = rows.map((row) => field(row, 'livingFen') ?? field(row, 'careFen') ?? field(row, 'subsidyFen'))
  const amounts = known.filter((fen) => fen !== null)
  return amounts.length === rows.length ? [Math.min(...amounts)] : []
}
