import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inboxMonths, inputsOf, monthFiles, refuseChanges, stampsOf } from '../../src/ingest/inbox.js'

function inboxOf(...names: string[]): string {
  const inbox = mkdtempSync(join(tmpdir(), 'doudi-inbox-'))
  for (const name of names) {
    mkdirSync(join(inbox, name, '..'), { recursive: true })
    if (name.endsWith('/')) mkdirSync(join(inbox, name), { recursive: true })
    else writeFileSync(join(inbox, name), 'x')
  }
  return inbox
}

test('the months of an inbox are its folders named by a real month, earliest first', async () => {
  expect(await inboxMonths(inboxOf('2026-11/a', '2026-09/a', '2026-13/a', '备份/a', '2026-12'))).toEqual([
    '2026-09',
    '2026-11',
  ])
  expect(await inboxMonths(inboxOf('备份/a'))).toEqual([])
  await expect(inboxMonths(join(tmpdir(), 'doudi-no-such-inbox'))).rejects.toMatchObject({ code: 'no-inbox' })
})

test('a folder that the system will not open is told, not taken for missing or for a bug', async () => {
  const inbox = inboxOf('2026-11/a')
  symlinkSync(join(inbox, '2026-12'), join(inbox, '2026-12'))
  await expect(monthFiles(inbox, '2026-12')).rejects.toMatchObject({ code: 'inbox-unreachable' })
})

test('an input is known by its name, hash and size', async () => {
  const { files } = await monthFiles(inboxOf('2026-11/a.csv'), '2026-11')
  const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
  expect(await inputsOf(files, new Map())).toEqual([{ file: 'a.csv', sha256, bytes: 1 }])
  expect(await inputsOf(files, new Map([['a.csv', 'taken while reading']]))).toMatchObject([
    { sha256: 'taken while reading' },
  ])
})

test('an input that cannot be read has neither hash nor size', async () => {
  const inbox = inboxOf('2026-11/a/')
  const gone = { path: join(inbox, '2026-11', '没有.xlsx'), name: '没有.xlsx' }
  const folder = { path: join(inbox, '2026-11', 'a'), name: 'a' }
  expect((await inputsOf([gone, folder], new Map())).map(({ sha256 }) => sha256)).toEqual([null, null])
})

test('files of a month in stable order, with folders; what programs leave behind is passed over with a notice', async () => {
  const inbox = inboxOf(
    '2026-11/民政/b.xlsx',
    '2026-11/a.xlsx',
    '2026-11/~$a.xlsx',
    '2026-11/.DS_Store',
    '2026-11/Thumbs.db',
    '2026-11/.~lock.a.xlsx#',
  )
  const { files, issues } = await monthFiles(inbox, '2026-11')
  expect(files.map(({ name }) => name)).toEqual(['a.xlsx', '民政/b.xlsx'])
  expect(files[1]?.path).toBe(join(inbox, '2026-11', '民政', 'b.xlsx'))
  expect(issues.map(({ code, facts }) => [code, facts.file])).toEqual([
    ['skipped-file', '.DS_Store'],
    ['skipped-file', '.~lock.a.xlsx#'],
    ['skipped-file', 'Thumbs.db'],
    ['skipped-file', '~$a.xlsx'],
  ])
  await expect(monthFiles(inbox, '2026-12')).rejects.toMatchObject({ code: 'no-month-folder' })
})

test.each([
  ['grows', 'a.csv', (path: string) => appendFileSync(path, 'more')],
  ['goes', 'a.csv', (path: string) => rmSync(path)],
  ['comes', 'c.csv', (path: string) => writeFileSync(join(path, '../c.csv'), 'x')],
])('a file that %s while the month is read stops the run', async (_, files, change) => {
  const inbox = inboxOf('2026-11/a.csv', '2026-11/b.csv')
  const month = (await monthFiles(inbox, '2026-11')).files
  const stamps = await stampsOf(month)
  await refuseChanges(inbox, '2026-11', stamps)
  change(month[0]?.path ?? '')
  await expect(refuseChanges(inbox, '2026-11', stamps)).rejects.toMatchObject({
    code: 'inbox-changing',
    facts: { files },
  })
})
