import { readdirSync } from 'node:fs'
import officeCrypto from 'officecrypto-tool'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DemandName } from '../../src/domain/demand.js'
import { findingKinds } from '../../src/domain/finding.js'
import { maskIdNumber } from '../../src/domain/id-number.js'
import { outcomeLabel, outcomesFor } from '../../src/domain/outcome.js'
import { parseRowKey, rowKey, type ShownCell } from '../../src/domain/row-key.js'
import type { IdentityQuestion, Person } from '../../src/match/person.js'
import { bookFiles, safeName } from '../../src/write/books.js'
import type { Report } from '../../src/write/report.js'
import { tablesOf } from '../../src/write/sheet.js'
import { countySheets } from '../../src/write/sheets/county/all.js'
import { departmentSheets } from '../../src/write/sheets/department/all.js'
import { monthlySheets } from '../../src/write/sheets/monthly/all.js'
import { registerSheets } from '../../src/write/sheets/register/all.js'
import { returnedSheets } from '../../src/write/sheets/returned/all.js'
import { surveySheets } from '../../src/write/sheets/survey/all.js'
import { townshipSheets } from '../../src/write/sheets/township/all.js'
import { countyView } from '../../src/write/view.js'
import { writeWorkbook } from '../../src/write/workbook.js'
import { damaged, person } from '../screen/county.js'
import { monthReport } from './month-report.js'
import { allText, columnOf, entryOf, readBook, rowTexts, sheetOf } from './read-book.js'
import { sampleReport } from './sample-report.js'

type Workbook = Awaited<ReturnType<typeof readBook>>

async function bookOf(report: Report, start: string): Promise<Workbook> {
  const file = bookFiles(countyView(report)).find(({ path }) => path.startsWith(start))
  if (!file) throw new Error(`no book ${start}`)
  return readBook(await file.bytes())
}

describe('the lists of sheets', () => {
  it.each([
    ['township', townshipSheets],
    ['county', countySheets],
    ['department', departmentSheets],
    ['monthly', monthlySheets],
    ['register', registerSheets],
    ['survey', surveySheets],
  ] as const)('%s/all.ts names every file of its folder, alphabetically', (folder, sheets) => {
    const files = readdirSync(new URL(`../../src/write/sheets/${folder}`, import.meta.url))
    const expected = files.filter((file) => file !== 'all.ts').map((file) => file.replace('.ts', ''))
    expect(sheets.map(({ id }) => id)).toEqual(expected.sort())
    expect(new Set(sheets.map(({ position }) => position)).size).toBe(sheets.length)
  })
})

describe('a survey book', () => {
  it('numbers its forms from 1, as the list before them names them', async () => {
    const file = bookFiles(countyView(sampleReport())).find(({ path }) => path.includes('入户调查表'))
    const bytes = await (file as NonNullable<typeof file>).bytes()
    expect(await entryOf(bytes, 'xl/worksheets/sheet2.xml')).toMatch(
      /<pageSetup[^>]* firstPageNumber="1" useFirstPageNumber="1"/,
    )
    expect(sheetOf(await readBook(bytes), '入户名单').getCell(4, 2).text).toBe('第1页')
  })
})

describe('the register of persons', () => {
  it('tells how many people of the county it leaves out, and the counts say the same everywhere', async () => {
    const report = sampleReport()
    const [first, ...others] = report.persons as [Person, ...Person[]]
    const links = first.links.map((link) => ({ ...link, record: { ...link.record, programmes: [] } }))
    const book = await bookOf({ ...report, persons: [{ ...first, links }, ...others] }, '县级/示例县-一人一档')
    expect(allText(book)).toContain('另有 1 人，本月名册里只有不在享的记录（如已停保、已注销），不列入。')
    expect(allText(await bookOf(report, '县级/示例县-一人一档'))).not.toContain('另有')
  })
})

describe('a township book', () => {
  const report = sampleReport()
  let book: Workbook
  beforeAll(async () => {
    book = await bookOf(report, '乡镇/01-青禾镇-核查表-2026-11')
  })

  it('has the read-me first, then the rechecks, the six check sheets and the empty form for reports, then the hidden lists', () => {
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['填表说明', 'visible'],
      ['复核', 'visible'],
      ['漏保', 'visible'],
      ['脱保', 'visible'],
      ['错保', 'visible'],
      ['补贴', 'visible'],
      ['留守', 'visible'],
      ['号码待核', 'visible'],
      ['来源登记', 'visible'],
      ['lists', 'veryHidden'],
    ])
  })

  it('holds the cases of its own township and no others', () => {
    const text = allText(book)
    for (const { number, finding } of report.cases) {
      const own = finding.township === '青禾镇' && finding.kind !== '数据'
      expect(text.includes(number), number).toBe(own)
    }
    const ids = report.persons.filter(({ place }) => place.township !== '青禾镇').map(({ idNumber }) => idNumber ?? '')
    expect(ids.filter((id) => text.includes(id))).toEqual([])
  })

  it('shows nothing of what the county keeps to itself, nor does a department book', async () => {
    const [first] = report.cases.filter(({ finding }) => finding.township === '青禾镇' && finding.kind === '错保')
    if (!first) throw new Error('no case')
    const kept = (kind: '错保' | '数据') => ({
      ...first,
      number: `202611-C14-${kind === '错保' ? '0001' : '0002'}`,
      finding: { ...first.finding, kind, audience: 'county' as const, explanation: '只给县局看' },
    })
    const secret = { ...report, cases: [...report.cases, kept('错保'), kept('数据')], carried: [kept('错保')] }
    expect(allText(await bookOf(secret, '乡镇/01'))).not.toMatch(/C14|只给县局看/)
    expect(allText(await bookOf(secret, '部门退改/民政'))).not.toMatch(/C14|只给县局看/)
    expect(allText(await bookOf(secret, '县级/'))).toContain('202611-C14-0001')
  })

  it('shows title, unit, month and a blank date above the headings', () => {
    const sheet = sheetOf(book, '漏保')
    expect(rowTexts(sheet, 1)[0]).toBe('疑似漏保人员核查表')
    const info = [...new Set(rowTexts(sheet, 2))].filter(Boolean)
    expect(info).toEqual(['填报单位：青禾镇（盖章）', '数据月份：2026年11月', '填报日期：　　　年　　月　　日'])
  })

  it('freezes the headings, filters exactly the rows, and prints on A4 landscape', () => {
    const sheet = sheetOf(book, '错保')
    const cases = report.cases.filter(({ finding }) => finding.township === '青禾镇' && finding.kind === '错保').length
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: columnOf(sheet, '姓名') })
    const questions = sheetOf(book, '号码待核')
    expect(questions.views[0]).toMatchObject({ ySplit: 3, xSplit: columnOf(questions, '甲：姓名') })
    expect(sheetOf(book, '来源登记').views[0]).toMatchObject({ ySplit: 3, xSplit: 0 })
    expect(sheet.autoFilter).toBe(`A3:${sheet.getColumn(sheet.columnCount - 1).letter}${3 + cases}`)
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:3',
    })
    expect(sheet.headerFooter.oddFooter).toContain('第 &P 页 共 &N 页')
    expect(rowTexts(sheet, 4 + cases)[0]).toBe('填表人：')
    expect(rowTexts(sheet, 4 + cases)).toContain('联系电话：')
  })

  it('locks everything but the answers and still lets filter', () => {
    const sheet = sheetOf(book, '漏保')
    const { sheetProtection } = sheet as unknown as { sheetProtection: Record<string, unknown> }
    expect(sheetProtection).toMatchObject({ sheet: true, autoFilter: true, sort: true })
    const answers = rowTexts(sheet, 3).filter((_, index) => sheet.getCell(4, index + 1).protection?.locked === false)
    expect(answers).toEqual([
      '核查\n方式',
      '核查结论',
      '情况说明',
      '拟纳入\n类别',
      '先行救助\n金额(元)',
      '办结\n日期',
      '调查人\n被调查人\n签字',
    ])
    const fill = sheet.getCell(4, columnOf(sheet, '核查结论')).fill
    expect(fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFFF9E5' } })
  })

  it('has a column for the day or month without which the outcomes of its kind go back', () => {
    const columns = { 'done-day': /^办结日期$/, 'stop-month': /^停[发保]月份$/ }
    for (const kind of findingKinds.filter((one) => one !== '数据')) {
      const headings = rowTexts(sheetOf(book, kind), 3).map((text) => text.replace('\n', ''))
      const asked = new Set(outcomesFor(kind).flatMap(({ demands }) => [...demands]))
      for (const [demand, heading] of Object.entries(columns))
        if (asked.has(demand as DemandName)) expect(headings, kind).toContainEqual(expect.stringMatching(heading))
    }
  })

  it('says of a month without anything to ask that the book need not come back', async () => {
    const words = '本月没有要本乡镇核查的线索和号码，这一册不用交回'
    const data = report.cases.filter(({ finding }) => finding.kind === '数据')
    expect(allText(await bookOf({ ...report, cases: data, questions: [] }, '乡镇/01'))).toContain(words)
    expect(allText(await bookOf({ ...report, questions: [] }, '乡镇/01'))).not.toContain(words)
    expect(allText(await bookOf({ ...report, cases: [] }, '乡镇/02'))).not.toContain(words)
  })

  it('offers the outcomes of its kind from a named range, over the rows that exist', () => {
    const sheet = sheetOf(book, '漏保')
    const column = columnOf(sheet, '核查结论')
    const last =
      3 + report.cases.filter(({ finding }) => finding.township === '青禾镇' && finding.kind === '漏保').length
    expect(sheet.getCell(4, column).dataValidation).toMatchObject({ type: 'list', formulae: ['outcomes_missed'] })
    expect(sheet.getCell(last, column).dataValidation).toMatchObject({ formulae: ['outcomes_missed'] })
    expect(sheet.getCell(last + 1, column).dataValidation).toBeUndefined()
    const ranges = book.definedNames.getRanges('outcomes_missed').ranges
    expect(ranges).toHaveLength(1)
    const lists = sheetOf(book, 'lists')
    const [, letter] = /\$([A-Z]+)\$1:\$\1\$\d+$/.exec(ranges[0] as string) ?? []
    const offered = outcomesFor('漏保').map((_, index) => lists.getCell(`${letter}${index + 1}`).text)
    expect(offered).toEqual(outcomesFor('漏保').map(outcomeLabel))
  })

  it('offers each row of a sheet of several kinds the outcomes of its own kind', async () => {
    const [one] = report.cases
    const kinds = ['漏保', '漏保', '错保', '补贴'] as const
    const cases = kinds.map((kind, at) => ({
      ...one,
      number: `202611-X01-000${at + 1}`,
      finding: { ...one?.finding, kind },
      recheck: true,
    })) as Report['cases']
    const sheet = sheetOf(await bookOf({ ...report, cases }, '乡镇/01'), '复核')
    const offered = kinds.map((_, at) => sheet.getCell(4 + at, columnOf(sheet, '核查结论')).dataValidation?.formulae)
    expect(offered).toEqual([['outcomes_missed'], ['outcomes_missed'], ['outcomes_improper'], ['outcomes_subsidies']])
  })

  it('carries a hidden key that names case, month and the shown values', () => {
    const sheet = sheetOf(book, '漏保')
    const last = sheet.columnCount
    expect(sheet.getColumn(last).hidden).toBe(true)
    const texts = rowTexts(sheet, 4)
    const key = parseRowKey(texts.at(-1) as string)
    expect(key).toMatchObject({ subject: `${texts[columnOf(sheet, '线索编号') - 1]}/1`, month: '2026-11' })
    const headings = rowTexts(sheet, 3)
    const shown = texts.flatMap((text, index): ShownCell[] =>
      index < last - 1 && sheet.getCell(4, index + 1).protection?.locked !== false
        ? [[headings[index] ?? '', text]]
        : [],
    )
    expect(rowKey(key?.subject ?? '', '2026-11', shown)).toBe(texts.at(-1))
  })

  it('writes masked ids as text cells, and says where the evidence stands and what was checked', () => {
    const sheet = sheetOf(book, '漏保')
    const row = rowTexts(sheet, 4)
    const cell = sheet.getCell(4, columnOf(sheet, '公民身份号码'))
    const one = report.cases.find(({ number }) => number === row[2])
    const id = report.persons.find(({ key }) => key === one?.finding.personKey)?.idNumber ?? ''
    expect(cell.value).toBe(maskIdNumber(id))
    expect(cell.numFmt).toBe('@')
    const origin = one?.finding.evidence[0]?.origin
    expect(row.join('\n')).toContain(`（${origin?.file}·Sheet1·第${origin?.row}行）`)
    expect(row.join('\n')).toContain('户内成员：')
    expect(row.join('\n')).toContain('已查不适用：新识别宽限期、全家死亡或迁出')
    expect(row.join('\n')).toContain('未能检查：财产超标（没有车辆、不动产名单）')
    expect(row.join('\n')).toContain('依据：实施意见一(一)；民发〔2021〕57号（待核）')
  })

  it('says below the rows which rules were not judged for the township, and why', async () => {
    const stopped = await bookOf(report, '乡镇/03-石桥乡-核查表-2026-11')
    const texts = Array.from({ length: 60 }, (_, row) => rowTexts(sheetOf(stopped, '错保'), row + 1)[0] ?? '')
    expect(texts.join()).toContain('本月未判定：C01')
    expect(texts.join()).toContain('没有列出不等于没有问题')
    expect(allText(sheetOf(book, '错保').workbook)).not.toContain('本月未判定：C01')
  })

  it('keeps an empty sheet with 本月无', () => {
    expect(rowTexts(sheetOf(book, '号码待核'), 4)[0]).toBe('本月无')
  })

  it('marks the differing digit of an identity question and hides the other township', async () => {
    const other = await bookOf(report, '乡镇/02')
    const sheet = sheetOf(other, '号码待核')
    const value = sheet.getCell(4, columnOf(sheet, '甲：号码')).value as { richText: { text: string; font: object }[] }
    const marked = value.richText.filter(({ font }) => 'bold' in font)
    expect(marked).toHaveLength(1)
    expect(marked[0]?.text).toMatch(/^\d$/)
    const [question] = report.questions
    const right = { ...(question?.right as Person), place: { township: '石桥乡', village: '西庄村' } }
    const moved = { ...report, questions: [{ ...(question as IdentityQuestion), right }] }
    const split = sheetOf(await bookOf(moved, '乡镇/03'), '号码待核')
    expect(rowTexts(split, 4)[3]).toBe('外乡镇人员')
    expect(rowTexts(split, 4).join()).not.toContain(question?.left.name)
    expect(rowTexts(split, 4)[9]).toMatch(/^甲在外乡镇，.*本镇不填.*不要填“正确号码”/)
    const near = sheetOf(await bookOf(moved, '乡镇/02'), '号码待核')
    expect(rowTexts(near, 4)[9]).toMatch(/^乙在外乡镇，.*本镇不填.*填“正确号码”/)
  })
})

describe('settings and guards of books', () => {
  it('number their rows by numbers, which office programs sort and filter as such', async () => {
    const report = sampleReport()
    for (const start of [
      '乡镇/01-青禾镇-核查表',
      '乡镇/01-青禾镇-入户调查表',
      '县级/示例县-县级总表',
      '部门退改/残联',
    ]) {
      const numbered = (await bookOf(report, start)).worksheets.filter((sheet) => sheet.getCell(3, 1).text === '序号')
      expect(numbered.length, start).toBeGreaterThan(0)
      for (const sheet of numbered) expect(sheet.getCell(4, 1).text).toMatch(/^1$|^本月/)
      const filled = numbered.filter((sheet) => !sheet.getCell(4, 1).text.startsWith('本月'))
      for (const sheet of filled) expect(sheet.getCell(4, 1).value, `${start} ${sheet.name}`).toBe(1)
    }
  })

  it.each([
    ['none', /^340199\d{8}\d{3}[\dX]$/],
    ['partial', /^340199\*{8}\d{3}[\dX]$/],
    ['full', /^\*{14}\d{3}[\dX]$/],
  ] as const)('masks ids by the setting %s', async (mask, form) => {
    const report = sampleReport()
    const book = await bookOf({ ...report, settings: { ...report.settings, mask } }, '乡镇/01')
    const sheet = sheetOf(book, '脱保')
    expect(sheet.getCell(4, columnOf(sheet, '公民身份号码')).text).toMatch(form)
  })

  it('encrypts a book whose township has a password, and only that', async () => {
    const report = { ...sampleReport(), passwordFor: (name: string) => (name === '青禾镇' ? '密码-1' : null) }
    const files = bookFiles(countyView(report))
    const [first, forms, second] = await Promise.all(files.slice(0, 3).map((file) => file.bytes()))
    expect(officeCrypto.isEncrypted(first as Buffer)).toBe(true)
    expect(officeCrypto.isEncrypted(forms as Buffer)).toBe(true)
    expect(officeCrypto.isEncrypted(second as Buffer)).toBe(false)
    await expect(officeCrypto.decrypt(first as Buffer, { password: '错' })).rejects.toThrow()
    const book = await readBook(await officeCrypto.decrypt(first as Buffer, { password: '密码-1' }))
    expect(rowTexts(sheetOf(book, '漏保'), 1)[0]).toBe('疑似漏保人员核查表')
  })

  it('keeps text that looks like a formula as text, and drops what a cell cannot hold', async () => {
    const report = sampleReport()
    const [one] = report.cases
    const village = '=HYPERLINK("http://x")'
    const explanation = `\u0001坏\uD800字${'长'.repeat(40_000)}`
    const cases = [{ ...one, finding: { ...one?.finding, village, explanation } }] as Report['cases']
    const book = await bookOf({ ...report, cases }, '乡镇/01')
    const sheet = sheetOf(book, '漏保')
    expect(sheet.getCell(4, columnOf(sheet, '村(社区)')).value).toBe(village)
    const text = sheet.getCell(4, columnOf(sheet, '疑点与证据')).text
    expect(text).toContain('坏\uFFFD字')
    expect(text.length).toBeLessThanOrEqual(32_767)
  })

  it('asks about left-behind people on a sheet of their own', async () => {
    const report = sampleReport()
    const [one] = report.cases
    const cases = [{ ...one, finding: { ...one?.finding, rule: 'S03', kind: '留守' } }] as Report['cases']
    const book = await bookOf({ ...report, cases }, '乡镇/01')
    expect(rowTexts(sheetOf(book, '留守'), 4)).toContain(one?.number)
    expect(rowTexts(sheetOf(book, '漏保'), 4)).not.toContain(one?.number)
    expect(allText(book)).toContain('S03')
  })

  it('does not pass rules that are switched off for rules that found nothing', async () => {
    const report = sampleReport()
    const [first] = report.rules
    const off = { ...first, rule: 'S03', kind: '留守', state: 'off' } as Report['rules'][number]
    const text = allText(await bookOf({ ...report, rules: [...report.rules, off] }, '乡镇/01'))
    expect(text).toContain('本类规则本月都没有打开')
  })

  it('makes file names that Windows takes', () => {
    expect(safeName('开发区/双凤: "新"?.')).toBe('开发区_双凤_ _新__')
  })
})

it('says no sheet that only repeats the name of its file, as that of a CSV does', async () => {
  const report = sampleReport()
  const csv = report.deliveries.map((delivery) => ({ ...delivery, file: '发放名册.csv', sheet: '发放名册' }))
  const book = await bookOf({ ...report, deliveries: csv }, '县级/示例县-县级总表')
  for (const name of ['录入质量', '报送情况']) {
    const sheet = sheetOf(book, name)
    expect(sheet.getCell(4, columnOf(sheet, '文件')).text).toBe('发放名册.csv')
    expect(sheet.getCell(4, columnOf(sheet, '表')).text).toBe('')
  }
})

describe('the size in print', () => {
  // A4 landscape less the margins, in points; Excel counts a width in digits of 7 pixels and 5 pixels of padding.
  const pagePoints = 841.9 - 0.4 * 72
  const points = (width: number) => (Math.trunc(width * 7) + 5) * 0.75

  it('is 7 points or more on every sheet of every book', async () => {
    const report = sampleReport()
    const view = countyView(report)
    const returned = {
      path: '退回补核',
      bytes: () =>
        writeWorkbook({
          month: report.month,
          unit: '青禾镇',
          tables: tablesOf(returnedSheets, { mask: 'partial', rows: [] }),
        }),
    }
    for (const { path, bytes } of [...bookFiles(view), returned]) {
      for (const sheet of (await readBook(await bytes())).worksheets.filter(({ pageSetup }) => pageSetup.fitToPage)) {
        const widths = Array.from({ length: sheet.columnCount }, (_, at) => sheet.getColumn(at + 1))
        const whole = widths.reduce((sum, { hidden, width }) => sum + (hidden ? 0 : points(width ?? 9)), 0)
        expect((10 * pagePoints) / whole, `${path} ${sheet.name}`).toBeGreaterThanOrEqual(6.95)
      }
    }
  })
})

describe('the XML of a check sheet', () => {
  it('has its elements in the order of the schema', async () => {
    const [file] = bookFiles(countyView(sampleReport()))
    const xml = await entryOf((await file?.bytes()) as Buffer, 'xl/worksheets/sheet3.xml')
    const order = [
      '<sheetViews',
      '<cols',
      '<sheetData',
      '<sheetProtection',
      '<autoFilter',
      '<mergeCells',
      '<dataValidations',
    ]
    const places = [...order, '<printOptions', '<pageMargins', '<pageSetup', '<headerFooter'].map((tag) =>
      xml.indexOf(tag),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(xml.match(/<sheetProtection/g)).toHaveLength(1)
    expect(xml).toContain('autoFilter="0"')
    const workbook = await entryOf((await file?.bytes()) as Buffer, 'xl/workbook.xml')
    const range = /<autoFilter ref="([A-Z]+)3:([A-Z]+)(\d+)"/.exec(xml)
    expect(workbook).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="2">&apos;漏保&apos;!$A$3:$${range?.[2]}$${range?.[3]}<`,
    )
  })
})

describe('the county book', () => {
  const report = sampleReport()
  let book: Workbook
  beforeAll(async () => {
    book = await bookOf(report, '县级/')
  })

  it('names whom a carried case is about though this month no longer knows him', async () => {
    const [first] = sampleReport().cases
    if (!first) throw new Error('no case')
    const named = { name: '吴不在', idNumber: '340199195001010017', headName: '吴户主' }
    const finding = { ...first.finding, personKey: 'gone', memberKeys: [] }
    const gone = { ...first, number: '202609-T01-0001', finding, named, found: false }
    const text = allText(await bookOf({ ...sampleReport(), carried: [gone] }, '县级/'))
    for (const shown of ['吴不在', '吴户主', '340199********0017']) expect(text).toContain(shown)
  })

  it('has every sheet in its place', () => {
    expect(book.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name)).toEqual([
      '总览',
      '规则运行情况',
      '未判定',
      '全部线索',
      '未列明细',
      '待归属',
      '号码待核',
      '录入质量',
      '号码损坏',
      '数据问题',
      '报送情况',
      '安全停判',
    ])
  })

  it('says of a list that did not come, and that exceptions alone ask for, that they are not checked', () => {
    const sheet = sheetOf(book, '报送情况')
    const rows = Array.from({ length: sheet.rowCount }, (_, index) => rowTexts(sheet, index + 1))
    const missing = rows.find((texts) => texts.includes('福利机构在院人员'))
    expect(missing?.at(-1)).toContain('靠它查的豁免未能检查')
  })

  it('counts cases by township and rule, with totals', () => {
    const sheet = sheetOf(book, '总览')
    const names = Array.from({ length: sheet.rowCount }, (_, index) => rowTexts(sheet, index + 1))
    const rowOf = (name: string) => names.find((texts) => texts[0]?.startsWith(name)) as string[]
    const at = (name: string, township: string) => rowOf(name)[columnOf(sheet, township) - 1]
    const of = (township: string | null, rule: string) =>
      report.cases.filter(({ finding }) => finding.township === township && finding.rule === rule).length
    expect(of('白塔镇', 'C01')).toBeGreaterThan(0)
    expect(at('C01', '白塔镇')).toBe(String(of('白塔镇', 'C01')))
    expect(at('C01', '待归属')).toBe(String(of(null, 'C01') + of('未知乡', 'C01')))
    const kinds = findingKinds.map((kind) => Number(rowOf(`${kind}小计`)[1]))
    expect(kinds.reduce((a, b) => a + b)).toBe(report.cases.length)
    expect(rowOf('线索合计')[1]).toBe(String(report.cases.length))
  })

  it('counts for each township what its books hold: cases carried over too, and a question in the books of both sides', async () => {
    const [asked, ...others] = report.cases.filter((one) => one.finding.township === '白塔镇' && one.asked)
    const [question] = report.questions.filter(({ left, right }) => left.place.township === '白塔镇' && right)
    if (!asked || !question) throw new Error('no cases')
    const right = { ...(question.right as Person), place: { township: '石桥乡', village: '西庄村' } }
    const questions = [{ ...question, right }]
    const month = { ...report, cases: others, carried: [{ ...asked, found: false }], questions }
    const sheet = sheetOf(await bookOf(month, '县级/示例县-县级总表'), '总览')
    const rows = Array.from({ length: sheet.rowCount }, (_, index) => rowTexts(sheet, index + 1))
    const at = (name: string, column: string) =>
      rows.find((texts) => texts[0]?.startsWith(name))?.[columnOf(sheet, column) - 1]
    expect(at('下发乡镇核查表的', '白塔镇')).toBe(String(others.length + 1))
    expect(at('下发乡镇核查表的', '待归属')).toBe('0')
    expect(at('另有以前下发', '白塔镇')).toBe('1')
    expect(['白塔镇', '石桥乡', '合计'].map((column) => at('号码待核', column))).toEqual(['1', '1', '1'])
    expect(allText(sheet.workbook)).toContain('“号码待核”有 1 条涉及两个乡镇，两镇各列一次，合计只计一次。')
  })

  it('lists every case once and every person without a township', () => {
    const cases = sheetOf(book, '全部线索')
    const numbers = report.cases.map((_, index) => cases.getCell(4 + index, 1).text)
    expect(numbers).toEqual(report.cases.map(({ number }) => number).sort())
    const unplaced = sheetOf(book, '待归属')
    const people = report.persons.filter(({ place }) => place.township === null)
    expect(people.map((_, index) => unplaced.getCell(4 + index, 2).text)).toEqual(people.map(({ name }) => name))
    expect(rowTexts(unplaced, 4).join()).toContain('未知乡')
  })

  it('says how each rule fared, what was not judged, and what stopped', () => {
    const states = sheetOf(book, '规则运行情况')
    expect(rowTexts(states, 4)).toEqual(expect.arrayContaining(['L02', '漏保', '已判定', '12', '财产超标、自愿放弃']))
    expect(rowTexts(states, 9)).toEqual(expect.arrayContaining(['T02', '未判定', '缺 grace.months 标准']))
    expect(rowTexts(states, 9)[columnOf(states, '疑点数') - 1]).toBe('')
    expect(allText(book)).toContain('这里的 0 不等于没有问题')
    const notJudged = sheetOf(book, '未判定')
    expect(rowTexts(notJudged, 6)).toEqual(['C01 死亡仍在册', '个人', '', '2', '身份证号残缺，证据不足以判错保。'])
    expect(rowTexts(notJudged, 7).join()).toContain('是哪些人、哪些户，见“未列明细”。')
    expect(rowTexts(sheetOf(book, '安全停判'), 4)).toEqual(
      expect.arrayContaining(['农村低保', '石桥乡', '212', '138', '-35%']),
    )
    // Not the dropped and the improper alone: whoever is missing from a roster also looks uncovered.
    expect(rowTexts(sheetOf(book, '安全停判'), 4)[5]).toContain('该乡镇依赖此名册的疑点已停判')
  })

  it('lists whom the rules passed over one by one, with masked ids', () => {
    const sheet = sheetOf(book, '未列明细')
    const texts = [4, 5, 6, 7].map((row) => rowTexts(sheet, row))
    expect(texts.map((row) => row[columnOf(sheet, '处理') - 1])).toEqual(['暂缓', '未判定', '未判定', '豁免'])
    expect(texts.map((row) => row[0])).toEqual(expect.arrayContaining(['C01 死亡仍在册']))
    const excused = texts.at(-1)
    const person = report.persons[3]
    expect(excused).toEqual(expect.arrayContaining([person?.name]))
    expect(excused?.join()).not.toContain(person?.idNumber)
  })

  it('groups issues: first five rows and a count', () => {
    const row = rowTexts(sheetOf(book, '数据问题'), 4)
    expect(row.slice(5, 7)).toEqual(['7', '5、6、7、8、9等'])
  })

  it('shows what became of the rows of each file, what was not recognised and what is missing', () => {
    const quality = rowTexts(sheetOf(book, '录入质量'), 6)
    expect(quality).toEqual(expect.arrayContaining(['乡村振兴', '1215', '1200', '3', '2', '10', '7']))
    const text = allText(book)
    expect(text).toContain('通知.docx')
    expect(text).toContain('本县没有此项名册（doudi.yaml 已注明）。')
  })

  it('shows what became of the ids of each column, by department, and which to set to 文本', () => {
    const sheet = sheetOf(book, '号码损坏')
    expect([4, 5, 6, 7].map((row) => rowTexts(sheet, row)[0])).toEqual(['民政', '民政', '残联', '合计'])
    expect(rowTexts(sheet, 4).slice(3, 12)).toEqual([
      ...['身份证号', '100', '80', '12', '空白 9\n全角 4', '8', '末三位丢失 5\n校验码 3', '2', '是'],
    ])
    expect(rowTexts(sheet, 5).slice(11)).toEqual(['否', '', ''])
  })

  it('offers same / not same / unsure on identity questions and asks for the suggested id', () => {
    const sheet = sheetOf(book, '号码待核')
    const answer = sheet.getCell(4, columnOf(sheet, '是否\n同一人'))
    expect(answer.dataValidation).toMatchObject({ formulae: ['identity_answers'] })
    expect(sheet.getCell(4, columnOf(sheet, '甲的号码')).text).toMatch(/^340199\*{6}\d\*\d{3}[\dX]？$/)
  })
})

describe('an empty month', () => {
  it('still gives every book, each sheet saying 本月无', async () => {
    const nothing = {
      persons: [],
      cases: [],
      questions: [],
      issues: [],
      damage: [],
      stops: [],
      notJudged: [],
      suppressed: [],
      withheld: [],
    }
    const report = { ...sampleReport(), ...nothing, rules: [], deliveries: [], standardsUsed: [], inputs: [] }
    const files = bookFiles(countyView(report))
    expect(files).toHaveLength(12)
    for (const { bytes, path } of files) {
      const book = await readBook(await bytes())
      for (const sheet of book.worksheets)
        if (!['填表说明', '来源登记', 'lists', '总览', '报送情况', '入户调查表'].includes(sheet.name))
          expect(rowTexts(sheet, 4)[0], `${path} ${sheet.name}`).toBe('本月无')
    }
  })
})

describe('a sheet of a kind of which somebody could not be judged', () => {
  it.each([
    [20, false],
    [21, true],
  ])('says so where it is a gap of the rule: %i people, %s', async (people, isSaid) => {
    const report = sampleReport()
    const notJudged = Array.from({ length: people }, (_, i) => ({
      rule: 'C01',
      scope: 'person' as const,
      subject: `p${i}`,
      reason: '没有死亡日期',
    }))
    const text = allText(await bookOf({ ...report, notJudged }, '乡镇/01'))
    expect(text.includes('C01 死亡仍在册（没有死亡日期，共 21 个）')).toBe(isSaid)
  })
})

describe('a kind of which no rule is switched on', () => {
  it('is said in the guide to have not been looked for, and not to be empty', async () => {
    const report = sampleReport()
    const off = { kind: '留守' as const, state: 'off' as const, reason: '默认关闭' }
    const rules = [...report.rules, { ...(report.rules[0] as (typeof report.rules)[number]), ...off, rule: 'S01' }]
    const sheet = sheetOf(await bookOf({ ...report, rules }, '乡镇/01'), '填表说明')
    const rows = Array.from({ length: sheet.rowCount }, (_, at) => rowTexts(sheet, at + 1))
    expect(rows.find(([name]) => name === '留守')?.[2]).toBe('没有查：本类规则没有打开')
    expect(rows.find(([name]) => name === '复核')?.[2]).not.toContain('没有查')
  })
})

describe('the department books', () => {
  it('give each department its own rows, with name and masked id', async () => {
    const report = sampleReport()
    const book = await bookOf(report, '部门退改/残联')
    const sheet = sheetOf(book, '退改单')
    const row = rowTexts(sheet, 4)
    expect(row.slice(1, 4)).toEqual(['2026.11持证残疾人名单.csv', '', '8'])
    const person = report.persons.find(({ links }) => links.some(({ record }) => record.origin.row === 8))
    expect(row[4]).toBe(person?.name)
    expect(row[5]).toBe(maskIdNumber(person?.idNumber ?? ''))
    expect(row[6]).toBe('金额：“三百”不是金额，按空白处理。')
    expect(row[8]).toBe('残联')
    expect(sheet.getCell(4, columnOf(sheet, '更正值')).protection?.locked).toBe(false)
    expect(allText(book)).not.toContain('乡村振兴')
  })

  it('puts the problems of one row on one line', async () => {
    const sheet = sheetOf(await bookOf(sampleReport(), '部门退改/乡村振兴'), '退改单')
    const places = Array.from({ length: sheet.rowCount - 4 }, (_, i) =>
      rowTexts(sheet, 4 + i)
        .slice(1, 4)
        .join(),
    )
    expect(new Set(places).size).toBe(places.length)
  })
})

describe('the book of ledgers and forms', () => {
  const rural = (fields: object) => ({ 'rural-allowance-members': fields })
  const people = [
    person({}, { past: rural({ householdNumber: 'D1', amountFen: 42_000 }), name: '甲' }),
    person(rural({ amountFen: 40_000 }), { past: rural({ amountFen: 42_000 }), name: '乙' }),
    person({ deaths: { diedOn: '2026-11-03' } }, { past: rural({}), name: '丙' }),
    person({ departures: { reason: '收入超标', stopMonth: '2026-11' } }, { past: rural({}), name: '丁' }),
    person(rural({ idNumber: damaged('校验码', '340199195505050012') }), { past: rural({}), name: '戊' }),
  ]
  const report = monthReport(people, {
    stops: [{ programme: 'destitute', township: null, rowsBefore: 9, rowsNow: 0 }],
  })
  let book: Workbook
  beforeAll(async () => {
    book = await bookOf(report, '县级/示例县-台账与报表')
  })

  it('has the forms in their places', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '增减变动',
      '增减明细',
      '渐退期台账',
      '停保汇总',
      '自然减员月报',
      '增发减发',
      '分类施保金增减',
      '退出对象兜底情况',
      '两项补贴核对',
    ])
  })

  it('shows last month, who came and went, and this month, the county before its townships', () => {
    const sheet = sheetOf(book, '增减变动')
    const at = (row: number, heading: string) => sheet.getCell(row, columnOf(sheet, heading)).text
    expect([4, 5].map((row) => at(row, '乡镇'))).toEqual(['全县', '水湖镇'])
    for (const [heading, count] of [
      ['上月', '5'],
      ['减\n死亡', '1'],
      ['减\n停保', '1'],
      ['减\n无据', '1'],
      ['增\n新增', ''],
      ['金额', '1'],
      ['书写', '1'],
      ['本月\n人数', '2'],
    ] as const)
      expect(at(5, heading), heading).toBe(count)
  })

  it('names who is behind the numbers, real changes before corrections, ids masked, damaged ones too', () => {
    const sheet = sheetOf(book, '增减明细')
    const kinds = [4, 5, 6, 7, 8].map((row) => sheet.getCell(row, columnOf(sheet, '变动')).text)
    expect(kinds).toEqual(['死亡', '停保', '无记录减少', '金额变化', '号码更正'])
    expect(sheet.getCell(8, columnOf(sheet, '本月')).text).toBe('340199********0012')
    expect(allText(book)).not.toMatch(/340199\d{11}/)
  })

  it('fills the customary monthly forms', () => {
    const texts = (name: string) => rowTexts(sheetOf(book, name), 4).join('|')
    expect(texts('停保汇总')).toMatch(/丁[\s\S]*收入超标\|2026-11/)
    expect(texts('自然减员月报')).toMatch(/丙.*2026-11-03.*已减/)
    expect(texts('增发减发')).toMatch(/乙.*420\|400\|\|20/)
    expect(texts('退出对象兜底情况')).toMatch(/丁.*√/)
    expect(texts('渐退期台账')).toMatch(/^本月无/)
  })

  it('says why a form is not kept, and what has no month to compare with', async () => {
    const first = monthReport([people[1] as Person], { previousMonth: null, missing: ['departure'] })
    const open = await bookOf(first, '县级/示例县-台账与报表')
    expect(rowTexts(sheetOf(open, '增减变动'), 4)[0]).toContain('没有上月数据')
    expect(rowTexts(sheetOf(open, '停保汇总'), 4)[0]).toContain('本月未判定：本月没有收到停保及自然减员名册')
  })
})

describe('the survey book of a township', () => {
  it('prints one household a page, upright, and breaks between them', async () => {
    const report = sampleReport()
    const file = bookFiles(countyView(report)).find(({ path }) => path.startsWith('乡镇/01-青禾镇-入户调查表-2026-11'))
    const bytes = (await file?.bytes()) as Buffer
    const book = await readBook(bytes)
    const list = sheetOf(book, '入户名单')
    const households = list.getColumn(1).values.filter((value) => /^\d+$/.test(String(value))).length
    const titles = sheetOf(book, '入户调查表')
      .getColumn(1)
      .values.filter((value) => value === '社会救助入户调查表')
    expect(households).toBeGreaterThan(1)
    expect(titles).toHaveLength(households + 1)
    const xml = await entryOf(bytes, 'xl/worksheets/sheet2.xml')
    expect(xml.match(/<brk /g)).toHaveLength(households)
    expect(xml).toMatch(/<pageSetup[^>]*orientation="portrait"/)
    expect(xml).not.toContain('fitToPage')
    const order = [
      '<cols',
      '<sheetData',
      '<mergeCells',
      '<printOptions',
      '<pageMargins',
      '<pageSetup',
      '<headerFooter',
      '<rowBreaks',
    ]
    const places = order.map((tag) => xml.indexOf(tag))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('names people of its own township only', async () => {
    const report = sampleReport()
    const text = allText(await bookOf(report, '乡镇/02-白塔镇-入户调查表'))
    for (const { number, finding } of report.cases)
      expect(text.includes(number), number).toBe(
        finding.township === '白塔镇' && ['漏保', '脱保'].includes(finding.kind),
      )
  })
})
