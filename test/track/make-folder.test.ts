import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

// In a process of its own: what never ends would hold up the test too.
test.runIf(process.platform === 'linux').each([
  [
    'the history',
    "import('./src/track/history.ts').then((it) => it.openHistory('/proc/doudi/state'))",
    'history-not-writable',
  ],
  [
    'a result',
    "import('./src/write/staged-folder.ts').then((it) => it.stageFolder('/proc/doudi/2026-11', []))",
    'output-not-writable',
  ],
])(
  '%s where nothing can be made is refused and waited for no longer',
  (_, work, code) => {
    const script = `${work}.catch((error) => console.log(error.code))`
    const options = { timeout: 20_000, encoding: 'utf8' } as const
    const { signal, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], options)
    expect([signal, stdout.trim()]).toEqual([null, code])
  },
  30_000,
)
