import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Publication, stage } from '../../src/write/publish.js'
import { recoverPublished } from '../../src/write/staged-folder.js'
import { sampleReport } from './sample-report.js'

const report = sampleReport({ persons: 30, cases: 10, questions: 2 })
let out: string
let folder: string

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'doudi-publish-'))
  folder = join(out, '2026-11')
})
afterEach(() => rmSync(out, { recursive: true }))

function files(below: string): string[] {
  return readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Stands for an earlier result. */
function publishedBefore(at = folder): void {
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, 'old.txt'), '上一次')
}

async function publish(publication: Publication): Promise<readonly string[]> {
  const staged = await stage(publication)
  await staged.publish()
  return staged.paths
}

describe('publish', () => {
  it('writes the whole month, private to the user, and leaves nothing beside it', async () => {
    const paths = await publish({ folder, report })
    expect(files(folder)).toEqual(paths.map((path) => join(folder, path)).sort())
    expect(paths).toContain('报告.html')
    expect(paths).toContain('data/findings.csv')
    expect(paths.at(-1)).toBe('manifest.json')
    expect(readdirSync(out)).toEqual(['2026-11'])
    if (process.platform !== 'win32') {
      for (const file of files(folder)) expect(statSync(file).mode & 0o777, file).toBe(0o600)
      for (const path of ['.', '乡镇', 'data']) expect(statSync(join(folder, path)).mode & 0o777).toBe(0o700)
    }
  })

  it('replaces the earlier result as a whole', async () => {
    publishedBefore()
    await publish({ folder, report })
    expect(existsSync(join(folder, 'old.txt'))).toBe(false)
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true)
    expect(readdirSync(out)).toEqual(['2026-11'])
  })

  it('leaves the earlier result untouched when it fails while writing', async () => {
    publishedBefore()
    const broken = { ...report, passwordFor: () => fail('密钥文件坏了') }
    await expect(stage({ folder, report: broken })).rejects.toThrow('密钥文件坏了')
    expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('上一次')
    expect(readdirSync(out)).toEqual(['2026-11'])
  })

  it('says what the machine refuses, and never calls it a bug', async () => {
    const file = join(out, 'file')
    writeFileSync(file, '')
    await expect(stage({ folder: join(file, '2026-11'), report })).rejects.toMatchObject({
      code: 'output-not-writable',
    })
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    const broken = { ...report, passwordFor: () => raise(full) }
    await expect(stage({ folder, report: broken })).rejects.toMatchObject({ code: 'output-disk-full' })
    // What making folders on a drive that is gone or read-only ends in.
    const gone = { ...report, passwordFor: () => raise(Object.assign(new Error('mkdir'), { code: 'ENOENT' })) }
    await expect(stage({ folder, report: gone })).rejects.toMatchObject({
      code: 'output-not-writable',
      facts: { reason: '没有这个文件或文件夹' },
    })
  })

  it('shows a staged month only beside the old one, and takes it back', async () => {
    publishedBefore()
    const staged = await stage({ folder, report })
    expect(readdirSync(out)).toEqual(['.2026-11.new', '2026-11'])
    expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('上一次')
    await staged.discard()
    expect(readdirSync(out)).toEqual(['2026-11'])
  })

  it('reports each file for the progress bar', async () => {
    const seen: string[] = []
    const paths = await publish({
      folder,
      report,
      onFile: (path, done, total) => seen.push(`${done}/${total} ${path}`),
    })
    expect(seen).toEqual(paths.map((path, index) => `${index + 1}/${paths.length} ${path}`))
  })
})

describe('a crash', () => {
  it('between the two renames is undone by the next run', async () => {
    publishedBefore()
    renameSync(folder, join(out, '.2026-11.old'))
    mkdirSync(join(out, '.2026-11.new'))
    await recoverPublished(folder)
    expect(readFileSync(join(folder, 'old.txt'), 'utf8')).toBe('上一次')
    await publish({ folder, report })
    expect(readdirSync(out)).toEqual(['2026-11'])
  })

  it('after the second rename leaves the new result and only the old one to remove', async () => {
    await publish({ folder, report })
    publishedBefore(join(out, '.2026-11.old'))
    await recoverPublished(folder)
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true)
    expect(readdirSync(out)).toEqual(['2026-11'])
  })

  it('while writing leaves a half-written folder that the next run replaces', async () => {
    publishedBefore()
    mkdirSync(join(out, '.2026-11.new', '乡镇'), { recursive: true })
    writeFileSync(join(out, '.2026-11.new', '乡镇', '半本.xlsx'), '')
    await publish({ folder, report })
    expect(files(folder).some((file) => file.includes('半本'))).toBe(false)
    expect(readdirSync(out)).toEqual(['2026-11'])
  })
})

function raise(error: Error): never {
  throw error
}

function fail(message: string): never {
  throw new Error(message)
}
