import { expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, workbookOf } from './sheets.js'

const headings = ['姓名', '身份证号', '与户主关系', '乡镇', '村', '户编号']
const read = (rows: readonly (readonly [village: string, number: string])[]) =>
  ingestWorkbooks({
    '农村低保人员查询.xlsx': workbookOf(
      sheetOf([
        headings,
        ...rows.map(([village, number], at) => [
          `王${'一二三四五六七八九十'[at % 10]}`,
          inventedId(31 + at),
          '户主',
          village === '' ? '' : '清河镇',
          village,
          number,
        ]),
      ]),
    ),
  })
const numbers = async (...rows: Parameters<typeof read>[0]) =>
  (await read(rows)).records.map(({ householdNumber }) => householdNumber)

test('a number that every village counts from 1 is told apart by the village', async () => {
  const rows = [
    ['东街村', '1'],
    ['东街村', '2'],
    ['西街社区', '1'],
    ['西街社区', '2'],
    ['西街社区', '3'],
    ['', '2'],
  ] as const
  const { records, issues } = await read(rows)
  expect(records.map(({ householdNumber }) => householdNumber)).toEqual([
    '清河镇东街村-1',
    '清河镇东街村-2',
    '清河镇西街社区-1',
    '清河镇西街社区-2',
    '清河镇西街社区-3',
    '2',
  ])
  expect(issues.filter(({ code }) => code === 'numbered-by-village')).toMatchObject([
    { facts: { number: '1', text: '清河镇东街村-1' }, origin: { column: '户编号' } },
  ])
})

test('numbers of a programme, and a count over all villages of which one moved, stay as they are', async () => {
  expect(await numbers(['东街村', '340199001'], ['西街社区', '340199001'])).toEqual(['340199001', '340199001'])
  expect(await numbers(['东街村', '1'], ['西街社区', '1'], ['东街村', '12345'])).toEqual(['1', '1', '12345'])
  expect(await numbers(['东街村', '1'], ['西街社区', '1'], ['东街村', '2'], ['西街社区', '3'])).toEqual([
    '1',
    '1',
    '2',
    '3',
  ])
})
