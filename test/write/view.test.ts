import { beforeAll, describe, expect, it } from 'vitest'
import { keptBack } from '../../src/track/kept-back.js'
import { bookFiles } from '../../src/write/books.js'
import type { Report } from '../../src/write/report.js'
import { countyView } from '../../src/write/view.js'
import { allText, readBook, rowTexts, sheetOf } from './read-book.js'
import { sampleReport } from './sample-report.js'

const sample = sampleReport()

/** The sample month with no more than `most` new cases a township. */
function limited(most: number | null): Report {
  const kept = keptBack(sample.cases, { most, townships: sample.townships }, new Set())
  const cases = sample.cases.map((one) => (kept.has(one.number) ? { ...one, asked: false, keptBack: true } : one))
  return { ...sample, settings: { ...sample.settings, maxCasesPerTownship: most }, cases }
}

const allRows = (book: Awaited<ReturnType<typeof readBook>>, name: string) => {
  const sheet = sheetOf(book, name)
  return Array.from({ length: sheet.rowCount }, (_, index) => rowTexts(sheet, index + 1))
}

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
  const kept = new Set(report.cases.filter((one) => one.keptBack).map(({ number }) => number))
  const own = report.cases.filter(({ finding }) => finding.township === '青禾镇' && finding.kind !== '数据')

  it('hold the cases that are sent and say how many stay with the county, in all and by sheet', () => {
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
