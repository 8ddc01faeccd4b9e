// Run as a process of its own by the tests: opens the history in argv[2] and does what argv[3] says until it ends or is killed.
import { setTimeout as sleep } from 'node:timers/promises'
import { ToolError } from '../../src/domain/tool-error.js'
import { type History, openHistory } from '../../src/track/history.js'
import { finding, keyedRecords, monthView } from './samples.js'

const [folder = '', task = '', size = '0'] = process.argv.slice(2)

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Stores months over and over; every run of a month writes its own run number into the tool version, each record and each finding. */
async function writeForEver(history: History, records: number): Promise<void> {
  const before = await history.months()
  let run = Math.max(0, ...before.map(({ toolVersion }) => Number(toolVersion)))
  say('ready')
  for (;;) {
    run++
    const month = `2026-0${1 + (run % 5)}`
    await history.transaction(async (transaction) => {
      const mark = String(run)
      await transaction.storeMonth({ month, toolVersion: mark, deliveries: [] }, keyedRecords(records, { name: mark }))
      const subjects = Array.from({ length: 20 }, (_, at) => finding(`S${(at * run) % 50}`, { explanation: mark }))
      await transaction.recordFindings(monthView(month, subjects))
    })
    say(`done ${run}`)
  }
}

try {
  const history = await openHistory(folder, { waitMs: 300, command: 'doudi run' })
  if (task === 'hold') {
    say('ready')
    await sleep(Number(size))
    history.close()
  }
  if (task === 'write') await writeForEver(history, Number(size))
} catch (error) {
  if (!(error instanceof ToolError)) throw error
  say(`refused ${error.code}`)
  process.exitCode = 2
}
