import { expect, it } from 'vitest'
import type { Table } from '../../../../src/write/sheet.js'
import persons from '../../../../src/write/sheets/register/persons.js'
import { countyView } from '../../../../src/write/view.js'
import { person } from '../../../screen/county.js'
import { monthReport } from '../../month-report.js'

it('keeps amount and months beside their programme where the words of one before it take two lines', () => {
  const risk = '因病、因残、因务工就业不稳'
  const monitored = { monitoredKind: '突发严重困难户', riskCleared: '未消除', risk } as const
  const someone = person({ 'monitored-households': monitored, 'living-subsidies': { subsidyFen: 27_750 } })
  const table = persons.table(countyView(monthReport([someone]))) as Table
  const at = (name: string) => table.columns.findIndex(({ heading }) => heading.startsWith(name))
  const [row] = table.rows
  expect(String(row?.cells[at('类型细节')]).split('\n')).toHaveLength(2)
  expect(row?.cells[at('金额')]).toBe('\n\n277.50')
  expect(row?.cells[at('数据月份')]).toBe('2026-11\n\n2026-11')
})
