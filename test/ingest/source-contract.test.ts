import { describe, expect, test } from 'vitest'
import { encodeGb18030 } from '../../fixtures/formats/gb18030.js'
import { isExtraList } from '../../src/domain/extra-lists.js'
import { headingForms } from '../../src/ingest/heading.js'
import type { Source } from '../../src/ingest/source.js'
import { sources } from '../../src/ingest/sources/all.js'
import { ingestBytes, ingestWorkbooks, inventedId, noSettings, sheetOf, type TestCell, workbookOf } from './sheets.js'

// One contract for every source (design §8). The sheet of a source is made from its own columns, so a new source is covered at once.
const values: Readonly<Record<string, readonly TestCell[]>> = {
  sex: ['男', '女'],
  birthDate: ['1960-02-03', '19710405'],
  age: ['66'],
  relation: ['户主', '配偶'],
  phone: ['13900000000'],
  bankAccount: ['6217000000000000000'],
  township: ['清河镇'],
  village: ['东街村'],
  address: ['清河镇东街村3组'],
  householdSize: ['3'],
  insuredSize: ['3'],
  certificate: [null],
  category: ['肢体'],
  level: ['二级'],
  health: ['健康'],
  labour: ['无劳动力'],
  schooling: [null],
  monitoredKind: ['脱贫不稳定户'],
  riskCleared: ['未消除'],
  povertyState: ['已脱贫'],
  claimedAllowance: ['农村低保'],
  claimedDestitute: ['不享受'],
  insured: ['是'],
  noLabourHousehold: ['否'],
  reason: ['死亡'],
  supportMode: ['分散供养'],
  selfCare: ['全自理'],
  status: ['有效'],
  supportState: ['在保', '正常'],
  childKind: ['孤儿'],
  subsidyKind: ['护理补贴'],
  diedOn: ['2026-10-01'],
  crematedOn: ['2026-10-02'],
  issuedOn: ['2020-01-01'],
  cancelledOn: [null],
  validUntil: ['2030-01-01', '2020-01-01至2030-01-01'],
  approvedOn: ['2026-10-05'],
  count: ['2'],
  supportClass: ['A类'],
  supportWish: ['集中供养'],
  maritalStatus: ['丧偶'],
  careAgreement: ['已签', '未签'],
  disabled: ['否'],
  migrating: ['否'],
  carerIdNumber: [inventedId(801)],
  guardianIdNumber: [inventedId(802)],
  guardianMissing: ['否'],
  personKind: ['留守老人', '留守儿童'],
  monthsWorked: ['6'],
  supportAgreement: ['已签'],
  visitedOn: ['2026-10-05'],
  backPaid: ['补发2026年10月'],
  formerIdNumber: [null],
  formerName: [null],
}
const names = ['张清', '李明月', '王石', '赵小河', '钱塘', '孙大山']

function cellFor(field: string, row: number): TestCell {
  if (field === 'name' || field === 'headName') return names[row % names.length] as string
  if (field === 'idNumber') return inventedId(11 + row)
  if (field === 'headIdNumber') return inventedId(11 + row)
  if (field === 'householdNumber') return `H${100 + row}`
  if (field === 'memberNames') return `${names[row % names.length]}、周${names[row % names.length]}`
  if (field === 'memberIdNumbers') return `${inventedId(11 + row)}、${inventedId(211 + row)}`
  if (field.endsWith('Fen')) return '420.50'
  if (field === 'dataMonth') return '2026-11'
  if (/Month$|^graceStart$/.test(field)) return '2026-03'
  const list = values[field]
  return list ? (list[row % list.length] as TestCell) : '甲'
}

interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly TestCell[])[]
}

// Columns whose first heading another field of the source also has (departures: 户主姓名) are left out once.
function tableOf(source: Source, count = 4): Table {
  if (source.shape === 'pairs') return wideTableOf(count)
  const seen = new Set<string>()
  const fields = Object.entries(source.columns).filter(([field, { headers }]) => {
    const heading = headers[0] as string
    if (seen.has(heading) || (source.id === 'departures' && field === 'headIdNumber')) return false
    seen.add(heading)
    return true
  })
  return {
    headings: ['序号', ...fields.map(([, { headers }]) => headers[0] as string)],
    rows: Array.from({ length: count }, (_, row) => [String(row + 1), ...fields.map(([field]) => cellFor(field, row))]),
  }
}

function wideTableOf(count: number): Table {
  return {
    headings: [
      '序号',
      '乡镇',
      '村',
      '户主姓名',
      '户主身份证号',
      '家庭人口',
      '保障人口',
      '成员1姓名',
      '成员1身份证号',
      '成员2姓名',
      '成员2身份证号',
    ],
    rows: Array.from({ length: count }, (_, row) => [
      String(row + 1),
      '清河镇',
      '东街村',
      names[row] as string,
      inventedId(11 + row),
      '3',
      '2',
      `周${names[row]}`,
      inventedId(111 + row),
      `吴${names[row]}`,
      inventedId(211 + row),
    ]),
  }
}

const personsPerRow = (source: Source) => ({ person: 1, pairs: 3, 'joined-members': 2 })[source.shape]

// An extra list is what doudi.yaml says it is.
function settingsOf({ id }: Source, name: string) {
  return { ...noSettings, lists: isExtraList(id) ? [{ name, kind: id }] : [] }
}

async function read(
  source: Source,
  rows: readonly (readonly TestCell[])[],
  merges: Parameters<typeof sheetOf>[1] = {},
) {
  const name = `${source.title}.xlsx`
  const result = await ingestWorkbooks({ [name]: workbookOf(sheetOf(rows, merges)) }, settingsOf(source, name))
  for (const delivery of result.deliveries)
    expect(delivery.rowsUsed + delivery.rowsRejected + delivery.rowsDuplicate + delivery.rowsSkipped).toBe(
      delivery.rowsRead,
    )
  return result
}

describe.each(sources.map((source) => [source.id, source] as const))('%s', (id, source) => {
  const { headings, rows } = tableOf(source)
  const expected = rows.length * personsPerRow(source)
  const isWhole = (result: Awaited<ReturnType<typeof read>>) => {
    expect(result.deliveries.map((delivery) => delivery.source)).toEqual([id])
    expect(result.records.length).toBe(expected)
    expect(result.records.every((record) => record.idNumber?.value && record.name)).toBe(true)
    expect(result.records.every((record) => record.place.township === '清河镇')).toBe(true)
  }

  test('plain sheet: every column is read and nothing is complained of', async () => {
    const result = await read(source, [headings, ...rows])
    isWhole(result)
    expect(result.issues).toEqual([])
    const first = result.records[0] as unknown as Record<string, unknown>
    const filled = new Set(headings.slice(1).flatMap((heading) => headingForms(heading).slice(0, 1)))
    for (const [field, column] of Object.entries(source.columns)) {
      if (/^member(Names|IdNumbers)$/.test(field) || cellFor(field, 0) === null || source.shape === 'pairs') continue
      if (filled.has(headingForms(column.headers[0] as string)[0] as string)) expect(first[field], field).not.toBeNull()
    }
  })

  test('columns in any order, unknown columns, a stray cell far to the right', async () => {
    const turn = (cells: readonly TestCell[], extra: TestCell) =>
      source.shape === 'pairs' ? [extra, ...cells] : [...[...cells].reverse(), extra]
    const stray = Array.from({ length: 230 }, () => null)
    isWhole(
      await read(source, [[...turn(headings, '自定义列'), ...stray, 'FFI'], ...rows.map((row) => turn(row, '乙'))]),
    )
  })

  test('title, unit and date rows above; totals, notes and signatures below', async () => {
    const title = [`某县2026年11月${source.title}`]
    const result = await read(source, [
      title,
      [],
      ['填报单位：清河镇（盖章）', null, null, '单位：元、人'],
      headings,
      ...rows,
      ['合计', null, null, String(rows.length)],
      ['注：本表一式三份。'],
      ['负责人：', null, '填表人：', null, '联系电话：'],
    ])
    isWhole(result)
    expect(result.deliveries[0]?.rowsSkipped).toBe(3)
    expect(result.deliveries[0]?.dataMonth).toBe('2026-11')
  })

  test('headings over two rows with merged cells', async () => {
    const upper = [headings[0] as string, ...headings.slice(1).map((_, index) => (index === 0 ? '基本信息' : null))]
    const lower = [null, ...headings.slice(1)]
    const merges = [
      { top: 1, bottom: 2, left: 1, right: 1 },
      { top: 1, bottom: 1, left: 2, right: headings.length },
    ]
    isWhole(await read(source, [upper, lower, ...rows], { merges }))
  })

  test('headings with blanks, line ends, stars, colons and full-width brackets', async () => {
    const dress = (heading: string) =>
      `${heading.slice(0, 1)} ${heading.slice(1).replace('(', '（').replace(')', '）')}\n*：`
    isWhole(await read(source, [headings.map(dress), ...rows]))
  })

  test('full-width digits are repaired, a number that lost its digits is declared damaged', async () => {
    const at = headings.findIndex((heading) => /(身份证|证件)/.test(heading) && !/旧|监护|照料|残疾/.test(heading))
    const wide = (text: TestCell) =>
      String(text).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    isWhole(
      await read(source, [
        headings,
        ...rows.map((row) => row.map((cell, index) => (index === at ? wide(cell) : cell))),
      ]),
    )
    const lost = rows.map((row) =>
      row.map((cell, index) => (index === at ? Number(String(cell).slice(0, 15)) * 1000 : cell)),
    )
    const result = await read(source, [headings, ...lost])
    expect(result.deliveries[0]?.rowsUsed).toBe(rows.length)
    expect(result.issues.filter(({ code }) => code === 'id-digits-lost').length).toBeGreaterThanOrEqual(rows.length)
    expect(result.records.some((record) => record.idNumber?.state === 'damaged')).toBe(true)
  })

  test('an id stored as a number with all its digits in the file is whole', async () => {
    const at = headings.findIndex((heading) => /(身份证|证件)/.test(heading) && !/旧|监护|照料|残疾/.test(heading))
    const stored = (cell: TestCell) => (/^\d{18}$/.test(String(cell)) ? { digits: String(cell) } : cell)
    isWhole(
      await read(source, [
        headings,
        ...rows.map((row) => row.map((cell, index) => (index === at ? stored(cell) : cell))),
      ]),
    )
  })

  test.each([
    ['UTF-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['GB18030', encodeGb18030],
  ] as const)('the same list as text in %s', async (encoding, encode) => {
    const text = [headings, ...rows].map((row) => row.map((cell) => `"${cell ?? ''}"`).join(',')).join('\r\n')
    const name = `${source.title.replaceAll('/', '')}.csv`
    const result = await ingestBytes({ [name]: encode(text) }, settingsOf(source, name))
    isWhole(result)
    expect(result.deliveries.map((delivery) => [delivery.format, delivery.encoding])).toEqual([['csv', encoding]])
  })

  test('the heading again on each printed page, running numbers without a person, section rows', async () => {
    const result = await read(source, [
      headings,
      rows[0] ?? [],
      rows[1] ?? [],
      headings,
      ['东街村（2人）'],
      ...rows.slice(2),
      ['5'],
      ['6'],
    ])
    isWhole(result)
    expect(result.deliveries[0]?.rowsSkipped).toBe(4)
  })

  test('the same rows twice are shown as duplicates, not doubled', async () => {
    const result = await read(source, [headings, ...rows, ...rows])
    isWhole(result)
    expect(result.duplicates.length).toBe(expected)
    expect(result.deliveries[0]?.rowsDuplicate).toBe(rows.length)
  })

  test('a heading without rows is an empty roster; a blank sheet is none', async () => {
    const empty = await read(source, [headings])
    expect(empty.deliveries.map((delivery) => [delivery.source, delivery.rowsRead])).toEqual([[id, 0]])
    expect(empty.issues.map(({ code }) => code)).toEqual(['empty-roster'])
    const blank = await read(source, [])
    expect(blank.deliveries).toEqual([])
    expect(blank.issues.map(({ code }) => code)).toEqual(['empty-sheet', 'no-roster'])
  })

  test('a row without name and id is rejected and told', async () => {
    const bare = headings.map((heading) => (/(姓名|身份证|证件|户主|人员|序号)/.test(heading) ? null : '5.5'))
    const result = await read(source, [headings, ...rows, bare])
    expect(result.records.length).toBe(expected)
    expect(result.deliveries[0]?.rowsRejected).toBe(1)
  })
})
