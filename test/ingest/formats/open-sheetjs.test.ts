import { utils, write } from '@e965/xlsx'
import officeCrypto from 'officecrypto-tool'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildWorker } from './built-worker.js'
import { refusal, rowsOf, textsOf, withWorkbook } from './reading.js'
import { xlsxBytes } from './xlsx-bytes.js'

beforeAll(buildWorker)

const rows = [
  ['姓名', '号码', '日期', '是否', '金额'],
  ['张三', '340199199001011234', 45839, true, 650.5],
  ['', '', '', '', ''],
  ['𠮷田', '007', 45839.5, false, 340199199001011],
]

function bookBytes(bookType: 'biff8' | 'biff5' | 'biff2' | 'xlsb'): Buffer {
  const sheet = utils.aoa_to_sheet(rows)
  // A format that every workbook has: one of our own would stay in SheetJS and be written into the workbooks of other tests too.
  for (const cell of ['C2', 'C4']) sheet[cell].z = 'm/d/yy'
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '名单')
  if (bookType !== 'biff2') utils.book_append_sheet(book, utils.aoa_to_sheet([['x']]), '隐藏')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  return write(book, { type: 'buffer', bookType, cellStyles: true }) as Buffer
}

describe('older and rarer formats', () => {
  it.each(['biff8', 'xlsb'] as const)('%s', async (bookType) => {
    await withWorkbook('名单', bookBytes(bookType), async (workbook) => {
      const found = await rowsOf(workbook)
      expect(found.map((row) => row.number)).toEqual([1, 2, 4])
      expect(found[1]?.texts).toEqual(['张三', '340199199001011234', '2025-07-01', 'TRUE', '650.5'])
      expect(found[1]?.kinds).toEqual(['text', 'text', 'date', 'boolean', 'number'])
      expect(found[2]?.texts).toEqual(['𠮷田', '007', '2025-07-01 12:00:00', 'FALSE', '340199199001011'])
      expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['名单', '隐藏'])
      expect(workbook.sheets[1]?.hidden).toBe(true)
      expect(await workbook.sheets[0]?.merges()).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }])
    })
  })

  it('raw BIFF2', async () => {
    const bytes = bookBytes('biff2')
    expect(bytes[0]).toBe(9)
    expect((await textsOf('a.xls', bytes))[1]?.[4]).toBe('650.5')
  })

  it('reads rows again, and in batches', async () => {
    const many = utils.aoa_to_sheet(Array.from({ length: 4500 }, (_, i) => [`甲${i}`, i]))
    const bytes = write({ SheetNames: ['一'], Sheets: { 一: many } }, { type: 'buffer', bookType: 'biff8' }) as Buffer
    await withWorkbook('a.xls', bytes, async (workbook) => {
      expect((await rowsOf(workbook)).length).toBe(4500)
      expect((await rowsOf(workbook))[4499]?.texts).toEqual(['甲4499', '4499'])
    })
  })

  it('refuses damaged books', async () => {
    const bytes = bookBytes('biff8')
    expect(await refusal('a.xls', bytes.subarray(0, 700))).toBe('file-corrupt')
  })
})

it('refuses a compound file whose sectors are chained in a circle', async () => {
  const bytes = bookBytes('biff8')
  const table = (bytes.readInt32LE(76) + 1) * 512
  const first = bytes.readInt32LE(48)
  expect(bytes.readInt32LE(table + first * 4)).not.toBe(first)
  bytes.writeInt32LE(first, table + first * 4)
  expect(await refusal('a.xls', bytes)).toBe('file-corrupt')
})

describe('passwords', () => {
  const plain = xlsxBytes({ sheet: '<row><c t="inlineStr"><is><t>张三</t></is></c></row>' })
  const encrypted = officeCrypto.encrypt(plain, { password: '月报', type: 'standard' })
  const silent = officeCrypto.encrypt(plain, { password: 'VelvetSweatshop', type: 'standard' })

  it('opens with one of the given passwords, or with the one Excel tries silently', async () => {
    expect(await textsOf('a.xlsx', encrypted, { passwords: ['别的', '月报'] })).toEqual([['张三']])
    expect(await textsOf('a.xlsx', silent)).toEqual([['张三']])
  })

  it('says whether a password is missing or wrong', async () => {
    expect(await refusal('a.xlsx', encrypted)).toBe('file-password-needed')
    expect(await refusal('a.xlsx', encrypted, { passwords: ['别的'] })).toBe('file-wrong-password')
  })

  it('says of a file older than Excel 5 that its password opens nothing here', async () => {
    const plain = bookBytes('biff2')
    const first = 4 + plain.readUInt16LE(2)
    const filePass = Buffer.from([0x2f, 0, 4, 0, 1, 2, 3, 4])
    const locked = Buffer.concat([plain.subarray(0, first), filePass, plain.subarray(first)])
    expect(await refusal('a.xls', locked, { passwords: ['月报'] })).toBe('file-password-unsupported')
    const protect = Buffer.from([0x86, 0, 0, 0])
    const guarded = Buffer.concat([plain.subarray(0, first), protect, filePass, plain.subarray(first)])
    expect(await refusal('a.xls', guarded)).toBe('file-password-unsupported')
    expect(await textsOf('a.xls', plain)).not.toEqual([])
  })
})
