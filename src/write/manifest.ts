import { compareText } from '../domain/compare-text.js'
import { findingKinds } from '../domain/finding.js'
import type { Delivery } from '../ingest/delivery.js'
import { sendingOf } from '../track/sending.js'
import type { Report } from './report.js'

/** manifest.json: what went in, by what numbers and switches it was judged, and how much came out. Stable key order, no clock, no person. */
export function manifest(report: Report): string {
  const { county, areaCode, month, previousMonth, settings } = report
  const sending = sendingOf(report.cases, report.carried, report.townships)
  const content = {
    tool: { name: 'doudi', version: report.toolVersion },
    county,
    areaCode,
    month,
    previousMonth,
    inputs: [...report.inputs]
      .sort((a, b) => compareText(a.file, b.file))
      .map(({ file, sha256, bytes }) => ({
        file,
        sha256,
        bytes,
        deliveries: report.deliveries.filter((delivery) => delivery.file === file).map(accounting),
      })),
    rows: totals(report.deliveries),
    standards: report.standardsUsed.map(({ key, from, value, unit, document }) => ({
      key,
      from,
      value,
      unit,
      document,
    })),
    settings: {
      mask: settings.mask,
      maxFallPercent: settings.maxFallPercent,
      maxCasesPerTownship: settings.maxCasesPerTownship,
      notHeld: settings.notHeld,
      files: settings.files,
      lists: settings.lists,
      columns: settings.columns,
      tracking: settings.tracking,
      rules: settings.rules,
    },
    ownRules: report.ownRules.map(({ file, sha256 }) => ({ file, sha256 })),
    rules: report.rules,
    stops: report.stops,
    counts: {
      persons: report.persons.length,
      cases: report.cases.length,
      carriedOver: report.carried.length,
      asked: sending.sent,
      keptBack: sending.keptBack,
      unplaced: sending.unplaced,
      casesByKind: Object.fromEntries(
        findingKinds.map((kind) => [kind, report.cases.filter((one) => one.finding.kind === kind).length]),
      ),
      suppressed: report.suppressed.length,
      withheld: report.withheld.length,
      notJudged: report.notJudged.length,
      identityQuestions: report.questions.length,
      issues: report.issues.length,
    },
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

function accounting(delivery: Delivery) {
  const { source, department, sheet, format, encoding, dataMonth, records, byTownship } = delivery
  const townships = Object.entries(byTownship).sort(([a], [b]) => compareText(a, b))
  return {
    source,
    department,
    sheet,
    format,
    encoding,
    dataMonth,
    ...totals([delivery]),
    records,
    byTownship: Object.fromEntries(townships),
  }
}

// rowsRead = rowsUsed + rowsRejected + rowsDuplicate + rowsReplaced + rowsSkipped holds for each delivery and so for the sum.
function totals(deliveries: readonly Delivery[]) {
  const sum = (of: (delivery: Delivery) => number) => deliveries.reduce((total, one) => total + of(one), 0)
  const rowsReplaced = sum(({ rowsReplaced = 0 }) => rowsReplaced)
  return {
    rowsRead: sum(({ rowsRead }) => rowsRead),
    rowsUsed: sum(({ rowsUsed }) => rowsUsed),
    rowsRejected: sum(({ rowsRejected }) => rowsRejected),
    rowsDuplicate: sum(({ rowsDuplicate }) => rowsDuplicate),
    ...(rowsReplaced > 0 ? { rowsReplaced } : {}),
    rowsSkipped: sum(({ rowsSkipped }) => rowsSkipped),
  }
}
