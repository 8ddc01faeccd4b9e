import { expect, it } from 'vitest'
import type { LedgerCase } from '../../src/track/ledger.js'
import { progressDocument } from '../../src/write/progress-document.js'
import type { ProgressView } from '../../src/write/progress-view.js'
import { entryOf } from './read-book.js'

const asked = (township: string, code: string | null): LedgerCase =>
  ({
    number: `202611-L02-${township}`,
    finding: { rule: 'L02', title: '', kind: '漏保', township },
    life: { state: '待核', round: 1, answer: code === null ? null : { code, values: {} } },
    steps: [],
    asked: [{ month: '2026-11', round: 1, township }],
  }) as unknown as LedgerCase
const file = (unit: string, answers: number) =>
  ({ units: [unit], answers }) as unknown as ProgressView['returned'][number]
const text = async (cases: readonly LedgerCase[], returned: ProgressView['returned']) => {
  const townships = ['青禾镇', '石埠镇', '柳塘乡', '云岭坡乡']
  const view = { county: '示例县', month: '2026-11', from: '2026-11', townships, dueDay: 15, asked: cases, returned }
  return entryOf(await progressDocument(view as unknown as ProgressView), 'word/document.xml')
}

it('names townships that sent nothing back apart from those of whose books nothing could be used', async () => {
  const cases = [asked('青禾镇', 'A1'), asked('石埠镇', null), asked('柳塘乡', null)]
  const returned = [file('青禾镇', 3), file('石埠镇', 2), file('柳塘乡', 0)]
  const said = await text(cases, returned)
  expect(said).toContain('尚未反馈的乡镇：柳塘乡。已交回、但还没有可用答复的乡镇：石埠镇。')
  expect(await text([asked('青禾镇', 'A1')], [])).toContain('有下发线索的乡镇均已反馈。')
})

it('counts no township and waits for no answer of one where a case belongs to none', async () => {
  const nowhere = asked('青禾镇', null)
  const cases = [asked('青禾镇', 'A1'), { ...nowhere, finding: { ...nowhere.finding, township: null } }]
  const said = await text(cases, [])
  expect(said).toContain('向 1 个乡镇下发疑似线索 2 条（其中 1 条归不到乡镇，留在县级）。')
  expect(said).toContain('有下发线索的乡镇均已反馈。')
  expect(await text([asked('青禾镇', 'A1')], [])).toContain('向 1 个乡镇下发疑似线索 1 条。')
})

it('says how the share of the confirmed is reckoned, since those that could not be checked are not in it', async () => {
  const said = await text([asked('青禾镇', 'A1'), asked('石埠镇', 'D3')], [])
  expect(said).toContain('已核查 2 条，属实率 100%。（属实率＝属实÷（属实＋不属实），无法核、其他不计。）')
})

it('parts what was confirmed so that it adds up, also what was put right and what is under way', async () => {
  const codes = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'B1', 'B2', 'B3']
  const said = await text(
    codes.map((code) => asked('青禾镇', code)),
    [],
  )
  const [, parts = ''] = /属实的线索中，(.*?)。/.exec(said) ?? []
  const sum = [...parts.matchAll(/ (\d+) 件/g)].reduce((all, [, count]) => all + Number(count), 0)
  expect(said).toContain(`属实 ${sum} 条`)
  expect(sum).toBe(codes.length)
})

it('parts the open cases so that they add up', async () => {
  const of = (state: string, code: string | null): LedgerCase => {
    const one = asked('青禾镇', code)
    return { ...one, life: { ...one.life, state } as LedgerCase['life'] }
  }
  const cases = [of('待核', null), of('退回补核', null), of('办理中', 'B1'), of('已核', 'A1'), of('已闭环', 'C1')]
  expect(await text(cases, [])).toContain(
    '未闭环 4 条：未答复 2 条（含退回补核 1 条；逾期的 0 条），办理中 1 条，已有结论、等名册核对 1 条。',
  )
})

it('names a single month once, and says plainly that nothing was sent and nothing is open', async () => {
  const said = await text([], [])
  expect(said).toContain('情况报告（2026年11月）')
  expect(said).toContain('>2026年11月，全县')
  expect(said).toContain('统计期内没有下发线索。')
  expect(said).toContain('没有未闭环的线索。')
  expect(said).not.toMatch(/均已反馈|下一步督促/)
})
