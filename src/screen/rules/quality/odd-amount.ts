import { isExtraList } from '../../../domain/extra-lists.js'
import { yuan } from '../../../domain/money.js'
import type { PersonRecord } from '../../../ingest/source.js'
import { allSources } from '../../../ingest/sources/all.js'
import { recordsWith, rosterTitles } from '../../damage.js'
import { rosterMonth } from '../../roster-month.js'
import { type Context, defineRule } from '../../rule.js'
import { evidence, field } from '../../standing.js'

// What cannot be read as an amount or a month at all is told cell by cell as an issue of reading; this rule is for what reads well and is odd.
export default defineRule({
  id: 'D12',
  title: '金额或起始月异常',
  kind: '数据',
  severity: 'note',
  unit: 'person',
  basis: [],
  action: '核对金额和起始享受月份，录错的更正。',
  messages: { odd: '{rosters}：{words}。' },
  check(person, context) {
    const rows = recordsWith(person, (record) => oddity(record, context) !== null)
    const [first] = rows
    if (!first) return null
    return {
      message: 'odd',
      facts: { rosters: rosterTitles(rows), words: oddity(first, context) ?? '' },
      evidence: rows.map((row) => evidence(row, oddity(row, context) ?? '')),
    }
  },
})

const amounts = [
  'amountFen',
  'allowanceFen',
  'subsidyFen',
  'standardFen',
  'livingFen',
  'careFen',
  'aidFen',
  'basicFen',
] as const

// Those that an export has: most have one or none, and every row of the county is asked.
const amountsOf: ReadonlyMap<string, readonly (typeof amounts)[number][]> = new Map(
  allSources.map(({ id, columns }) => [id, amounts.filter((name) => name in columns)]),
)

function oddity(record: PersonRecord, context: Context): string | null {
  // Nobody here mends another office's list, and a listed member who is not supported rightly gets nothing.
  if (isExtraList(record.system) || record.programmes.length === 0) return null
  const paid = paidIn(record)
  const negative = paid.find((fen) => fen < 0)
  if (negative !== undefined) return `金额为 ${yuan(negative)} 元`
  if (paid.length > 0 && paid.every((fen) => fen === 0)) return '金额为 0 元'
  const start = field(record, 'startMonth')
  return start !== null && start > rosterMonth(record, context) ? `起始享受月份 ${start} 晚于名册月份` : null
}

// Most rows pay nothing: no list is made for those.
function paidIn(record: PersonRecord): readonly number[] {
  let paid: number[] | null = null
  for (const name of amountsOf.get(record.source) ?? []) {
    const fen = field(record, name)
    if (fen === null) continue
    if (paid) paid.push(fen)
    else paid = [fen]
  }
  return paid ?? nothing
}

const nothing: readonly number[] = []
