/**
 * Reads mutated files: bytes flipped, cut, overwritten, moved; zip parts mutated inside, exchanged or doubled. The files are made here; a folder
 * of others can be added. Each is read in a child process with a memory cap; a child that does not answer in time counts as a hang.
 *
 *   npx tsx bench/fuzz.ts [FOLDER] [--count 2000] [--seed 1]
 *
 * Prints what became of them, and every input that crashed, hung or grew, as seed and number, so that it can be made again.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { seeded } from '../fixtures/random.js'
import type { FuzzAnswer } from './fuzz-child.js'
import { madeFiles } from './fuzz-files.js'
import { mutate } from './fuzz-mutations.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
})
const count = Number(values.count)
const seed = Number(values.seed)
// Longer than the readers give themselves.
const secondsAllowed = 90
const megabytesAllowed = 1500
const largestOriginal = 2 * 2 ** 20

const originals = [...(await madeFiles()), ...(positionals[0] ? folderFiles(positionals[0]) : [])]
const folder = mkdtempSync(join(tmpdir(), 'doudi-fuzz-'))
const outcomes = new Map<string, number>()
const failures: string[] = []
let largest = 0
let child = start()

try {
  for (let i = 0; i < count; i++) await tryOne(i)
} finally {
  child.kill()
  rmSync(folder, { recursive: true })
}
print()

async function tryOne(index: number): Promise<void> {
  const random = seeded(`fuzz/${seed}/${index}`)
  const original = random.pick(originals)
  const path = join(folder, `input-${index}`)
  writeFileSync(path, mutate(original.bytes, random))
  const answer = await ask(path)
  rmSync(path)
  const outcome = answer.outcome === 'refused' ? `refused: ${answer.detail}` : answer.outcome
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  largest = Math.max(largest, answer.megabytes)
  if (answer.outcome !== 'read' && answer.outcome !== 'refused')
    failures.push(`seed ${seed} number ${index} ${original.name}: ${answer.outcome} ${answer.detail}`)
  if (answer.megabytes > megabytesAllowed) restart()
}

function ask(path: string): Promise<FuzzAnswer> {
  return new Promise((resolve) => {
    const finish = (answer: FuzzAnswer) => {
      clearTimeout(timer)
      child.off('message', finish).off('exit', onExit)
      resolve(answer)
    }
    const onExit = (code: number | null, signal: string | null) => {
      finish({ outcome: 'crash', detail: `process ended ${code ?? signal}`, megabytes: 0 })
      child = start()
    }
    const timer = setTimeout(() => {
      finish({ outcome: 'hang', detail: `more than ${secondsAllowed} s`, megabytes: 0 })
      restart()
    }, secondsAllowed * 1000)
    child.on('message', finish).on('exit', onExit)
    child.send(path)
  })
}

function start(): ChildProcess {
  return fork(join(import.meta.dirname, 'fuzz-child.ts'), [], {
    execArgv: ['--import', 'tsx', '--max-old-space-size=1024'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

function restart(): void {
  child.kill('SIGKILL')
  child = start()
}

function folderFiles(root: string): { name: string; bytes: Buffer }[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => statSync(join(root, name)).isFile() && statSync(join(root, name)).size <= largestOriginal)
    .map((name) => ({ name, bytes: readFileSync(join(root, name)) }))
}

function print(): void {
  console.log(`${count} mutated files of ${originals.length} originals, seed ${seed}`)
  for (const [outcome, n] of [...outcomes].sort((a, b) => b[1] - a[1])) console.log(`${n}\t${outcome}`)
  console.log(`largest memory after a file: ${Math.round(largest)} MB`)
  console.log(failures.length === 0 ? 'no crash, no hang' : failures.join('\n'))
}
