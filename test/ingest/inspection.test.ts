import { expect, test } from 'vitest'
import { damageReport } from '../../src/ingest/damage.js'
import { columnsEntry, inspectFile } from '../../src/ingest/inspection.js'
import { ingestWorkbooks, inventedId, noSettings, sheetOf, type TestCell, workbookOf } from './sheets.js'

const here = new URL(import.meta.url).pathname
const id = (serial: number) => inventedId(31 + serial)

function inspect(name: string, rows: readonly (readonly TestCell[])[]) {
  const open = async () => workbookOf(sheetOf(rows))
  return inspectFile({ path: here, name }, { settings: noSettings, month: '2026-11', open })
}

test('a roster: source, runner-up, columns, first rows masked, damage, rejected rows', async () => {
  const { sheets, issues } = await inspect('农村低保人员202611.xlsx', [
    ['2026年11月农村低保人员'],
    ['序号', '姓名', '身份证号', '户主姓名', '联系电话', '自定义'],
    ['1', '张小清', id(0), '张大清', '13900000000', '好'],
    ['2', '李明', `${id(1).slice(0, 15)}000`, '', '', ''],
    ['3', '', '', '王石', '13900000001', ''],
    ['合计', '2'],
  ])
  const [sheet] = sheets
  expect(sheet).toMatchObject({
    state: 'recognised',
    headerRows: [2],
    dataMonth: '2026-11',
    source: { id: 'rural-allowance-members', matched: 4 },
    columns: { name: '姓名', idNumber: '身份证号', headName: '户主姓名', phone: '联系电话' },
    unknownColumns: ['序号', '自定义'],
    missing: [],
    ids: { filled: 2, intact: 1, damaged: 1, damage: { 末三位丢失: 1 }, absent: 0 },
    rowsRead: 4,
    rowsUsed: 2,
    rowsRejected: 1,
    rowsSkipped: { total: 1 },
    rejected: [{ row: 5, code: 'no-identity' }],
  })
  expect(sheet?.runnerUp).not.toBeNull()
  expect(sheet?.firstRows[0]).toEqual({
    row: 3,
    cells: {
      序号: '1',
      姓名: '张*清',
      身份证号: `340199********${id(0).slice(-4)}`,
      户主姓名: '张*清',
      联系电话: '*********00',
      自定义: '好',
    },
  })
  const shown = JSON.stringify({ sheets, issues })
  for (const secret of ['张小清', '张大清', '李明', id(0), id(0).slice(6, 14)]) expect(shown).not.toContain(secret)
})

test('a missing column: what may be meant, and the entry that settles it', async () => {
  const { sheets } = await inspect('持证残疾人名单.xlsx', [
    ['姓名', '证件编码', '等级'],
    ['张清', id(0), '一级'],
  ])
  const [sheet] = sheets
  expect(sheet).toMatchObject({
    state: 'missing',
    missing: [{ field: 'idNumber', heading: '身份证号', nearest: ['证件编码'] }],
  })
  if (!sheet) return
  expect(columnsEntry(sheet)).toEqual({ 'disability-certificates': { idNumber: '证件编码' } })
  expect(columnsEntry({ ...sheet, missing: [] })).toBeNull()
})

test('sheets that are no rosters show their first rows masked', async () => {
  const { sheets } = await inspect('a.xlsx', [['张清', id(0)]])
  expect(sheets[0]).toMatchObject({ state: 'no-roster', source: null, firstRows: [{ row: 1, cells: { '1': '张*' } }] })
  expect(JSON.stringify(sheets)).not.toContain(id(0))
})

test('the damage report counts ids by file, department and column, and says which to set to text', async () => {
  const { records, deliveries } = await ingestWorkbooks({
    '农村低保人员.xlsx': workbookOf(
      sheetOf([
        ['姓名', '身份证号码', '户主身份证号', '与户主关系'],
        ['张清', id(0), '', '本人'],
        ['张小清', ` ${id(1)}`, Number(id(0).slice(0, 15)) * 1000, '之子'],
        ['李明', '340199********1234', id(2), '之女'],
        ['王石', '无', id(2), '之女'],
      ]),
    ),
  })
  expect(damageReport(records, deliveries)).toEqual([
    {
      department: '民政',
      source: 'rural-allowance-members',
      file: '农村低保人员.xlsx',
      sheet: 'Sheet1',
      field: 'idNumber',
      column: '身份证号码',
      filled: 3,
      intact: 1,
      repaired: 1,
      repairs: { 空白: 1 },
      damaged: 1,
      damage: { 脱敏: 1 },
      absent: 1,
      setToText: false,
    },
    {
      department: '民政',
      source: 'rural-allowance-members',
      file: '农村低保人员.xlsx',
      sheet: 'Sheet1',
      field: 'headIdNumber',
      column: '户主身份证号',
      filled: 3,
      intact: 2,
      repaired: 0,
      repairs: {},
      damaged: 1,
      damage: { 末三位丢失: 1 },
      // The head's own row says nothing of this column.
      absent: 0,
      setToText: true,
    },
  ])
})

test('names under any heading of persons are hidden, of rare surnames too', async () => {
  const inspection = await inspect('8月死亡.xlsx', [
    ['死亡人员', '身份证', '死亡日期'],
    ['亓巧玲', id(0), '2026-08-05'],
  ])
  expect(inspection.sheets[0]?.firstRows[0]?.cells.死亡人员).toBe('亓*玲')
})

test('names are hidden where no heading says that they are names, of rare surnames too', async () => {
  const inspection = await inspect('a.xlsx', [
    ['甲栏', '乙栏'],
    ['元有车', id(0)],
  ])
  expect(JSON.stringify(inspection)).not.toContain('元有车')
  expect(inspection.sheets[0]?.firstRows.map(({ cells }) => cells['1'])).toEqual(['甲栏', '元*车'])
})
