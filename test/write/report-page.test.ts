import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/write/report.js'
import { reportPage } from '../../src/write/report-page.js'
import { countyView } from '../../src/write/view.js'
import { sampleReport } from './sample-report.js'

describe('the report page', () => {
  const report = sampleReport()
  const page = reportPage(countyView(report))

  it('needs nothing else: no script, no link, no outside resource', () => {
    expect(page).not.toMatch(/<script|<link|<img|@import|https?:|url\(/i)
  })

  it('ends the first printed page with what to do next: the rest is for whoever looks closer', () => {
    expect(page).toMatch(/接下来做什么<\/h2>.*<section class="page"><h2>规则运行情况/s)
    expect(page.split('class="page"')).toHaveLength(2)
    expect(page).toContain('.page { break-before: page; }')
  })

  it('names no person and no id', () => {
    for (const { idNumber, name } of report.persons) {
      expect(page).not.toContain(idNumber)
      expect(page).not.toContain(`>${name}<`)
    }
  })

  it('tells the stop, the rule that was not judged and the townships', () => {
    expect(page).toContain('农村低保（石桥乡）行数 212 → 138（-35%），疑似导出不全，依赖它的疑点已停判。')
    expect(page).toContain('<span class="badge not-judged">未判定</span>')
    const stopped = (township: string) => report.stops.some((stop) => stop.township === township)
    for (const township of report.townships)
      expect(page).toContain(`<th>${township}${stopped(township) ? '（有停判）' : ''}</th>`)
    expect(page).toContain('<th>石桥乡（有停判）</th>')
  })

  it('names the rules that are off in one paragraph, and lists those that ran', () => {
    const [first, ...others] = report.rules as [Report['rules'][number], ...Report['rules']]
    const off = { ...first, state: 'off' as const }
    const text = reportPage(countyView({ ...report, rules: [off, ...others] }))
    expect(page).toContain(`<tr><th>${first.rule}</th>`)
    expect(text).not.toContain(`<tr><th>${first.rule}</th>`)
    expect(text).toContain(
      `没有打开、本月没有查的 1 条（在 doudi.yaml 的 rules.on 里打开）：${first.rule} ${first.title}。`,
    )
  })

  it('tells what goes out: rechecks, cases carried over, and which books there are', () => {
    const [first, second] = report.cases.filter(({ asked }) => asked)
    if (!first || !second) throw new Error('no cases')
    const recheck = { ...first, recheck: true }
    const others = report.cases.filter((one) => one !== first && one !== second)
    const carried = [{ ...second, found: false }]
    const text = reportPage(countyView({ ...report, cases: [recheck, ...others], carried }))
    expect(text).toMatch(/核查表共 \d+ 条：其中“复核”（[^）]+）1 条，退回补核的 0 条/)
    expect(text).toContain('仍欠答复的 1 条')
    for (const book of ['入户调查表', '台账与报表', '一人一档', '退回补核', '工作台账', '抽查表'])
      expect(text).toContain(book)
  })

  it('never calls answered what is kept back or of no township, and advises only what there is to do', () => {
    const missed = report.cases.filter(({ finding, asked }) => finding.kind === '漏保' && asked)
    const [kept, unplaced] = missed as [Report['cases'][number], Report['cases'][number]]
    const nowhere = { ...unplaced, finding: { ...unplaced.finding, township: null } }
    const cases = [{ ...kept, asked: false, keptBack: true }, nowhere]
    const text = reportPage(countyView({ ...report, cases }))
    expect(text).toContain('留在县级的 1 条')
    expect(text).toContain('归不到乡镇、没有下发的 1 条')
    expect(text).not.toMatch(/已答复、事实未变而不再下发|先发“错保”|先核“复核”/)
    const improper = report.cases.filter(({ finding, asked }) => finding.kind === '错保' && asked)
    const rechecked = improper.map((one) => ({ ...one, recheck: true }))
    expect(reportPage(countyView({ ...report, cases: rechecked }))).toMatch(/先发“错保”[\s\S]*请先核“复核”一张/)
  })

  it('asks for no book to be sent or taken back when there is nothing to ask', () => {
    const data = report.cases.filter(({ finding }) => finding.kind === '数据')
    const text = reportPage(countyView({ ...report, cases: data, questions: [] }))
    expect(text).toContain('“乡镇”文件夹里的各册不必下发')
    expect(text).not.toContain('doudi import')
    expect(page).toContain('doudi import')
  })

  it('takes texts from the files as text', () => {
    const [first, ...others] = report.deliveries
    const deliveries = [{ ...first, file: '<b>"&.xlsx' }, ...others] as Report['deliveries']
    expect(reportPage(countyView({ ...report, deliveries }))).toContain('&lt;b&gt;&quot;&amp;.xlsx')
  })
})
