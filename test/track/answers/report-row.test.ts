import { describe, expect, it } from 'vitest'
import { gazetteer } from '../../../src/ingest/gazetteer.js'
import { reportedCaseOf } from '../../../src/track/answers/report-row.js'
import { readReturned } from '../../../src/track/answers/returned-book.js'
import { id } from '../../match/people.js'
import { bookOfTexts } from './sample-book.js'

const towns = gazetteer([{ township: '青禾镇', village: '枣畈村', aliases: [] }])
const headings = ['来源', '乡镇', '村', '姓名', '身份证号', '情况说明', '反映时间', '登记人']
const right = id('19700114', '746')

async function read(row: readonly string[]) {
  const { rows } = await readReturned('登记.csv', bookOfTexts({ 登记: [headings, row] }))
  const [first] = rows
  if (first === undefined) throw new Error('no row')
  return reportedCaseOf(first, towns, '2026-12-10')
}

describe('reportedCaseOf', () => {
  it.each(['', '无此镇'])('opens no case that would stand in no township’s book: 乡镇“%s”', async (township) => {
    const row = (name: string) => ['走访', name, '', '孙有余', '', '独居无经济来源', '2026-11-01', '']
    const refused = await read(row(township))
    expect(refused?.reported).toBeNull()
    expect(refused?.problems.map(({ code, facts }) => [code, facts.text])).toEqual([
      ['report-township-unknown', township],
    ])
    expect((await read(row('青禾')))?.reported?.finding.township).toBe('青禾镇')
  })

  it.each([
    ['report-township-unknown', ['走访', right, '', '孙有余', '', '独居无经济来源', '2026-11-01', '']],
    ['report-source-unknown', [`群众${right}`, '青禾镇', '', '孙有余', '', '独居无经济来源', '2026-11-01', '']],
    ['report-source-unknown', [`邻居说他的身份证号是${right}`, '青禾镇', '', '孙有余', '', '独居', '2026-11-01', '']],
  ])('shows no id that stands in the wrong column: %s', async (code, row) => {
    const problems = (await read(row))?.problems ?? []
    expect(problems.map((problem) => problem.code)).toEqual([code])
    expect(problems[0]?.facts.text).not.toContain(right.slice(0, 9))
  })
})
