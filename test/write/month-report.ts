import type { Person } from '../../src/match/person.js'
import { compareMonths } from '../../src/screen/compare-months.js'
import { ledgersOf } from '../../src/screen/ledgers.js'
import type { Report } from '../../src/write/report.js'
import { allDeliveries, month2026 } from '../screen/county.js'
import { sampleReport } from './sample-report.js'

/** A report of these people as screening would hand it over, compared with what their last month's rosters said. */
export function monthReport(persons: readonly Person[], changes: Parameters<typeof month2026>[1] = {}): Report {
  const input = month2026(persons, changes)
  const previousDeliveries = allDeliveries().map((one) => ({ ...one, dataMonth: '2026-10', sha256: 'old' }))
  const settings = { ...input.settings, maxFallPercent: 20 }
  return {
    ...sampleReport({ persons: 12, cases: 0, questions: 0 }),
    persons,
    townships: ['水湖镇', '庄墓镇'],
    deliveries: input.deliveries,
    stops: input.stops,
    changes: compareMonths({ ...input, previousDeliveries, settings }),
    ledgers: ledgersOf(input),
  }
}
