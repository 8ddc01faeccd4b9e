import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ToolError } from '../../src/domain/tool-error.js'
import { openDatabase } from '../../src/track/database.js'
import { openHistory } from '../../src/track/history.js'
import { backUpHistory, purgeHistory } from '../../src/track/upkeep.js'
import { startWriter } from './processes.js'
import { finding, inventedId, keyedRecords, monthView, stateFolder } from './samples.js'

let folder: string
beforeEach(() => {
  folder = stateFolder()
})

/** Runs months in order, each with the subjects found in it; every person's name in a month is `姓名<month>`. */
async function county(months: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const history = await openHistory(folder)
  for (const [month, subjects] of Object.entries(months))
    await history.transaction(async (transaction) => {
      await transaction.storeMonth(
        { month, toolVersion: '1', deliveries: [] },
        keyedRecords(500, { name: `姓名${month}` }),
      )
      await transaction.recordFindings(
        monthView(
          month,
          subjects.map((subject) => finding(subject, { explanation: `说明${subject}` })),
          { named: ({ subject }) => ({ name: `名${subject}`, idNumber: inventedId(1), headName: null }) },
        ),
      )
    })
  await history.transaction((t) =>
    t.judge({ left: 'a', right: 'b', verdict: 'same', who: '张', when: '2026-03-01', why: '' }),
  )
  history.close()
}

async function opened<T>(work: (history: Awaited<ReturnType<typeof openHistory>>) => Promise<T>): Promise<T> {
  const history = await openHistory(folder, { readOnly: true })
  try {
    return await work(history)
  } finally {
    history.close()
  }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: ToolError) => error.code,
  )

describe('backup', () => {
  test('is a history that opens and holds the same', async () => {
    await county({ '2026-03': ['a'] })
    const target = join(dirname(folder), 'copy', 'history.duckdb')
    const elsewhere = join(dirname(folder), '备份.duckdb')
    const { bytes } = await backUpHistory(folder, elsewhere)
    expect([bytes, (statSync(elsewhere).mode & 0o777).toString(8)]).toEqual([statSync(elsewhere).size, '600'])
    expect(await codeOf(backUpHistory(folder, elsewhere))).toBe('history-backup-there')
    expect(await codeOf(backUpHistory(folder, target))).toBe('history-backup-nowhere')
    const before = await opened((history) => history.ledger())
    writeFileSync(join(folder, 'history.duckdb'), readFileSync(elsewhere))
    expect(await opened((history) => history.ledger())).toEqual(before)
  })

  test.skipIf(process.platform === 'win32')(
    'that does not fit says so of the backup, and leaves nothing of it',
    async () => {
      await county({ '2026-03': ['a'] })
      const target = join(dirname(folder), '备份.duckdb')
      const script = `import('./src/track/upkeep.ts').then((it) => it.backUpHistory('${folder}', '${target}')).catch((e) => console.log(e.message))`
      // No file of more than 100 KiB, in blocks of 512 bytes; the signal that comes with the limit is ignored.
      const limited = 'trap \'\' XFSZ; ulimit -f 200; exec "$@"'
      const child = spawnSync('sh', ['-c', limited, 'sh', process.execPath, '--import', 'tsx', '-e', script], {
        encoding: 'utf8',
      })
      expect(child.stdout).toContain(`备份 ${target} 没有写成（文件超过了那个磁盘允许的大小）`)
      expect(readdirSync(dirname(folder))).toEqual([basename(folder)])
      expect(await opened((history) => history.check())).toEqual([])
    },
  )

  test('of nothing is refused', async () => {
    expect(await codeOf(backUpHistory(folder, join(dirname(folder), 'x')))).toBe('no-history')
    expect(existsSync(folder)).toBe(false)
  })
})

describe('purge', () => {
  const months = {
    '2026-03': ['旧闭环', '一直在'],
    '2026-04': ['一直在'],
    '2026-05': ['一直在', '新'],
    '2026-06': ['一直在', '新'],
  }

  test('removes old months and closed cases, keeps open ones, judgements and the newest months', async () => {
    await county(months)
    expect(await purgeHistory(folder, '2026-05', { dryRun: true })).toMatchObject({
      months: ['2026-03', '2026-04'],
      cases: 1,
      keptCases: 2,
    })
    expect(await opened(async (history) => (await history.months()).length)).toBe(4)
    expect(await purgeHistory(folder, '2026-05')).toMatchObject({ cases: 1 })
    await opened(async (history) => {
      expect((await history.months()).map(({ month, records }) => [month, records])).toEqual([
        ['2026-05', 500],
        ['2026-06', 500],
      ])
      expect((await history.ledger()).map(({ finding: { subject }, firstMonth }) => [subject, firstMonth])).toEqual([
        ['一直在', '2026-03'],
        ['新', '2026-05'],
      ])
      expect(await history.judgements()).toHaveLength(1)
      expect(await history.check()).toEqual([])
    })
  })

  test('leaves nothing of what it removed in the file', async () => {
    await county(months)
    const file = join(folder, 'history.duckdb')
    const holds = (text: string) => readFileSync(file).includes(Buffer.from(text))
    await purgeHistory(folder, '2026-05')
    expect(['姓名2026-05', '名新'].map(holds)).toEqual([true, true])
    expect(['姓名2026-03', '姓名2026-04', '名旧闭环', '说明旧闭环'].map(holds)).toEqual([false, false, false, false])
  })

  test('of the newest month or the one that it is compared with is refused, and of nothing changes nothing', async () => {
    await county(months)
    const before = readFileSync(join(folder, 'history.duckdb'))
    for (const month of ['2026-06', '2026-07'])
      expect(await codeOf(purgeHistory(folder, month))).toBe('history-purge-newest')
    expect(await purgeHistory(folder, '2026-03')).toMatchObject({ months: [], cases: 0 })
    expect(readFileSync(join(folder, 'history.duckdb')).equals(before)).toBe(true)
  })

  test('lets go of the file when the history cannot be read', async () => {
    await county(months)
    const database = await openDatabase(join(folder, 'history.duckdb'), false)
    await database.run("UPDATE case_step SET content = '{'")
    database.close()
    await expect(purgeHistory(folder, '2026-05')).rejects.toThrow(SyntaxError)
    const another = startWriter(folder, 'hold', 0)
    await another.ended
    expect(another.said).toEqual(['ready'])
  })
})
