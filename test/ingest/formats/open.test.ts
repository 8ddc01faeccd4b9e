import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { issueText } from '../../../src/domain/messages.js'
import { openWorkbook } from '../../../src/ingest/formats/open.js'
import { UnreadableFile } from '../../../src/ingest/formats/unreadable-file.js'
import { defaultLimits } from '../../../src/ingest/formats/workbook.js'
import { refusal } from './reading.js'
import { zipBytes } from './zip-bytes.js'

describe('what is no table', () => {
  const docx = zipBytes([
    {
      name: '_rels/.rels',
      data: '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', data: '<w/>' },
  ])
  const cases: [string, string, Buffer | string, string][] = [
    ['nothing', 'a.xlsx', '', 'file-empty'],
    ['blanks only', 'a.csv', ' \r\n\r\n', 'file-empty'],
    [
      'an owner file',
      '~$名单.xlsx',
      Buffer.concat([Buffer.from('\x05admin'), Buffer.alloc(159, 32)]),
      'file-temporary',
    ],
    ['a PDF', 'a.xlsx', '%PDF-1.7\n', 'file-not-a-table'],
    ['a picture', 'a.xls', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'file-not-a-table'],
    ['a Word document', 'a.xlsx', docx, 'file-not-a-table'],
    ['a zip archive of files', 'a.xlsx', zipBytes([{ name: '名单.xlsx', data: 'x' }]), 'file-not-a-table'],
    ['other XML', 'a.xls', '<?xml version="1.0"?><note><to/></note>', 'file-not-a-table'],
    [
      'bytes of a program',
      'a.csv',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 3, 0, 62, 1, 2, 3, 4, 5, 6]),
      'file-not-a-table',
    ],
    [
      'a mail without a table',
      'a.mht',
      'MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n您好\r\n',
      'file-not-a-table',
    ],
    ['a zip name outside the archive', 'a.xlsx', zipBytes([{ name: '../../a.xml', data: 'x' }]), 'file-unsafe'],
    ['half a zip', 'a.xlsx', Buffer.from('PK\x03\x04 and then nothing'), 'file-corrupt'],
  ]
  it.each(cases)('%s', async (_, name, bytes, code) => {
    expect(await refusal(name, bytes)).toBe(code)
  })
})

describe('files', () => {
  it.each([
    ['.zip', zipBytes([{ name: '名单.xlsx', data: 'x' }])],
    ['.rar', Buffer.from('Rar!\u001a\u0007\u0000')],
    ['.7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])],
    ['.gz', Buffer.from([0x1f, 0x8b, 8, 0])],
  ])('asks to unpack an archive: %s', (ending, bytes) => {
    const path = join(mkdtempSync(join(tmpdir(), 'doudi-archive-')), `报送${ending}`)
    writeFileSync(path, bytes)
    return expect(openWorkbook(path)).rejects.toMatchObject({
      code: 'file-not-a-table',
      facts: { kind: expect.stringContaining('请先解压') },
    })
  })

  it('says why a file cannot be opened', async () => {
    await expect(openWorkbook('/nowhere/名单.xlsx')).rejects.toMatchObject({
      code: 'file-missing',
    })
    await expect(openWorkbook('.')).rejects.toBeInstanceOf(UnreadableFile)
  })

  it.skipIf(process.platform === 'win32')('does not wait for what is no file', async () => {
    const pipe = join(mkdtempSync(join(tmpdir(), 'doudi-pipe-')), '名单.csv')
    execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', pipe])
    await expect(openWorkbook(pipe)).rejects.toMatchObject({ code: 'file-unreachable', facts: { reason: '不是文件' } })
  })

  it('refuses a file above the limit before reading it', async () => {
    expect(await refusal('a.csv', 'a,b\n'.repeat(100), { limits: { ...defaultLimits, maxFileBytes: 100 } })).toBe(
      'file-too-large',
    )
  })

  it('says it in Chinese, with every fact filled in', () => {
    const error = new UnreadableFile('file-too-large', { what: '单元格过多', limit: '9 个' })
    expect(error.message).toBe(issueText('file-too-large', error.facts).text)
    expect(error.message).not.toContain('{')
  })
})
