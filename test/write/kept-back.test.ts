import { beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '../../src/track/case.js'
import { bookFiles } from '../../src/write/books.js'
import { keptBack } from '../../src/write/kept-back.js'
import type { Report } from '../../src/write/report.js'
import { countyView } from '../../src/write/view.js'
import { allText, readBook, rowTexts, sheetOf } from './read-book.js'
import { sampleReport } from './sample-report.js'

const sample = sampleReport()
const limited = (most: number | null, changes: Partial<Report> = {}): Report => {
  return { ...sample, settings: { ...sample.settings, maxCasesPerTownship: most }, ...changes }
}
const [pattern] = sample.cases as readonly [Case]
const made = (number: string, changes: Partial<Case['finding']>): Case => {
  return {
    ...pattern,
    number,
    finding: { ...pattern.finding, township: '青禾镇', kind: '漏保', rule: 'L01', ...changes },
  }
}
const sent = (report: Report) => {
  const kept = keptBack(report)
  return report.cases.map(({ number }) => number).filter((number) => !kept.has(number))
}

const allRows = (book: Awaited<ReturnType<typeof readBook>>, name: string) => {
  const sheet = sheetOf(book, name)
  return Array.from({ length: sheet.rowCount }, (_, index) => rowTexts(sheet, index + 1))
}

describe('keptBack', () => {
  const cases = [
    made('a', { severity: 'low' }),
    made('b', { severity: 'high', rule: 'T01', kind: '脱保' }),
    made('c', { severity: 'medium', rule: 'C05', kind: '错保' }),
    made('d', { severity: 'medium', rule: 'L02' }),
    made('e', { severity: 'medium', rule: 'L02' }),
  ]

  it('sends the gravest first, then by the catalogue, then by number', () => {
    expect([1, 2, 3, 4, 5].map((most) => sent(limited(most, { cases })).join(''))).toEqual([
      'b',
      'bd',
      'bde',
      'bcde',
      'abcde',
    ])
  })

  it('keeps nothing back without a limit', () => {
    expect(keptBack(limited(null, { cases })).size).toBe(0)
  })

  it('counts each township for itself, and neither findings about data nor people of no township', () => {
    const others = [
      ...cases.slice(0, 2),
      made('f', { township: '白塔镇', severity: 'low' }),
      made('g', { township: null, severity: 'high' }),
      made('h', { kind: '数据', rule: 'D01', severity: 'high' }),
    ]
    expect(sent(limited(1, { cases: others }))).toEqual(['b', 'f', 'g', 'h'])
  })

  it('never takes back what was sent before, which takes no place of a new one', () => {
    expect(sent(limited(1, { cases, sentBefore: new Set(['a', 'c']) }))).toEqual(['a', 'b', 'c'])
  })

  it('does not depend on the order of the cases', () => {
    expect(sent(limited(2, { cases: [...cases].reverse() })).sort()).toEqual(['b', 'd'])
  })
})

describe('the books of a month with a limit', () => {
  const report = limited(3)
  const books = bookFiles(countyView(report))
  let township: Awaited<ReturnType<typeof readBook>>
  let county: Awaited<ReturnType<typeof readBook>>
  beforeAll(async () => {
    const read = async (start: string) =>
      readBook((await books.find(({ path }) => path.startsWith(start))?.bytes()) as Buffer)
    ;[township, county] = [await read('乡镇/01-青禾镇'), await read('县级/')]
  })
  const own = report.cases.filter(({ finding }) => finding.township === '青禾镇' && finding.kind !== '数据')

  it('hold the cases that are sent and say how many stay with the county, in all and by sheet', () => {
    const kept = keptBack(report)
    const text = allText(township)
    expect(own.filter(({ number }) => !kept.has(number))).toHaveLength(3)
    for (const { number } of own) expect(text.includes(number), number).toBe(!kept.has(number))
    expect(text).toMatch(
      new RegExp(
        `本月另有 ${own.length - 3} 条线索（其中严重程度高的 \\d+ 条）留在县级：县里定每乡镇每月新下发不超过 3 条`,
      ),
    )
    expect(text).toMatch(/本月另有 \d+ 条超出每月下发限额，留在县级，没有列在本表/)
  })

  it('name in the county book what was sent and what stays', () => {
    const kept = keptBack(report)
    const rows = allRows(county, '全部线索')
    for (const { number } of own) {
      const row = rows.find((cells) => cells.includes(number)) ?? []
      expect(row.includes(kept.has(number) ? '留县级' : '是'), number).toBe(true)
    }
    expect(allRows(county, '总览').some(([name]) => name?.includes('其中留县级'))).toBe(true)
  })
})

it('says nothing of a limit where there is none', async () => {
  const [file] = bookFiles(countyView(limited(null)))
  expect(allText(await readBook((await file?.bytes()) as Buffer))).not.toContain('留在县级')
})
