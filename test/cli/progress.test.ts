import { expect, it } from 'vitest'
import { progressOf } from '../../src/cli/progress.js'
import type { Workspace } from '../../src/cli/workspace.js'
import type { History } from '../../src/track/history.js'

const workspace = {
  settings: { county: '示例县', mask: 'partial', tracking: { dueDay: 15 } },
  towns: { townships: ['青禾镇'] },
} as unknown as Workspace
const file = (month: string) => ({ name: `${month}.xlsx`, month, units: ['青禾镇'] })
const history = {
  months: async () => ['2026-11', '2026-12', '2027-01', '2027-02'].map((month) => ({ month })),
  ledger: async () => [],
  returnedFiles: async () => ['2026-11', '2026-12', '2027-01', '2027-02'].map(file),
} as unknown as History

it('counts what came back in the period: in the year of the month, or since the history begins', async () => {
  const names = async (month: string) =>
    (await progressOf(workspace, history, month)).returned.map(({ name }) => name.slice(0, 7))
  expect(await names('2026-12')).toEqual(['2026-11', '2026-12'])
  expect(await names('2027-01')).toEqual(['2027-01'])
})
