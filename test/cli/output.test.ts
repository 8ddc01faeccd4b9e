import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const argv = [
  '--import',
  'tsx',
  '-e',
  `import(${JSON.stringify(script)}).then((cli) => cli.main(['', 'doudi', 'rules']))`,
]

// Each starts the tool anew.
describe('outliveReaders', { timeout: 30_000 }, () => {
  it.runIf(existsSync('/dev/full'))('tells in one line that the output has no room, and exits with 2', () => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, argv, { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' })
    closeSync(full)
    expect(stderr).toBe(
      '错误：结果没有写全：屏幕输出所指的文件或设备写不进去（磁盘已满）。请换一个写得进去的地方重新运行；台账和输出目录不受影响。\n',
    )
    expect(status).toBe(2)
  })

  it('says nothing of a reader that went away', async () => {
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let said = ''
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString()
    })
    expect(await once(child, 'close')).toEqual([0, null])
    expect(said).toBe('')
  })

  it.runIf(existsSync('/dev/full'))('carries on when its own words cannot be written', () => {
    const full = openSync('/dev/full', 'w')
    const unknown = [...argv.slice(0, -1), (argv.at(-1) as string).replace("'rules'", "'rules', 'Z99'")]
    const { status } = spawnSync(process.execPath, unknown, { stdio: ['ignore', 'pipe', full] })
    closeSync(full)
    expect(status).toBe(2)
  })
})
