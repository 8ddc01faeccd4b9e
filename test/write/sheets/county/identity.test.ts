import { expect, it } from 'vitest'
import type { IdentityQuestion, Person } from '../../../../src/match/person.js'
import type { CellValue } from '../../../../src/write/sheet.js'
import identity from '../../../../src/write/sheets/county/identity.js'
import township from '../../../../src/write/sheets/township/identity.js'
import { countyView, townshipViews } from '../../../../src/write/view.js'
import { sampleReport } from '../../sample-report.js'

const report = sampleReport()
const [pair] = report.questions as [IdentityQuestion]

function cellsOf(question: IdentityQuestion, heading: string): CellValue[] {
  const county = countyView({ ...report, questions: [question] })
  const books = [identity.table(county), ...townshipViews(county).map((view) => township.table(view))]
  return books.flatMap((book) => {
    if (book.layout === 'form') return []
    const { columns, rows } = book
    const at = columns.findIndex((column) => column.heading === heading)
    return at < 0 ? [] : rows.map(({ cells }) => cells[at] ?? null)
  })
}

it.each([
  [0.874, '87%'],
  [0.99, '99%'],
  [0.9999, '99%以上'],
])('calls nothing certain that a person has to decide: %d is %s', (score, words) => {
  expect(cellsOf({ ...pair, score }, '可能性')).toEqual([words])
})

it('marks no digit of a number that stands against none', () => {
  const left: Person = { ...pair.left, idNumber: null, links: [], past: [] }
  const cells = cellsOf({ ...pair, left }, '乙：号码')
  expect(cells.length).toBeGreaterThan(1)
  for (const cell of cells) {
    if (Array.isArray(cell)) expect(cell.filter(({ marked }) => marked)).toEqual([])
    else expect(cell).toMatch(/^340199\*+/)
  }
})
