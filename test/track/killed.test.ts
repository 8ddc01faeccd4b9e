import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type History, openHistory } from '../../src/track/history.js'
import { startWriter } from './processes.js'
import { stateFolder } from './samples.js'

const records = 1000

/** Every month is wholly of one run, and the runs the writer reported as done are there. */
async function expectWhole(history: History, doneRuns: number): Promise<void> {
  expect(await history.check()).toEqual([])
  const months = await history.months()
  for (const { month, toolVersion } of months) {
    const past = await history.previousMonth(`${month}-99`)
    expect(past?.month).toBe(month)
    expect(past?.records).toHaveLength(records)
    expect(new Set(past?.records.map(({ name }) => name))).toEqual(new Set([toolVersion]))
  }
  expect(Math.max(0, ...months.map(({ toolVersion }) => Number(toolVersion)))).toBeGreaterThanOrEqual(doneRuns)
}

async function killAgainAndAgain(times: number, seed: number): Promise<number> {
  const folder = stateFolder()
  let done = 0
  for (let time = 0; time < times; time++) {
    const writer = startWriter(folder, 'write', records)
    // Some kills fall into starting, creating or opening, some into the first transaction, some into later ones.
    const awaited = ['', 'ready', 'done', 'done'][time % 4] as string
    if (awaited !== '') await writer.hears(awaited)
    await sleep(((seed * 37 + time * 61) % 160) + (awaited === '' ? 250 : 0))
    writer.process.kill('SIGKILL')
    await writer.ended
    if (awaited !== '') expect(writer.said[0]).toBe('ready')
    done = Math.max(done, ...writer.said.map((text) => Number(/^done (\d+)$/.exec(text)?.[1] ?? 0)))
    const history = await openHistory(folder)
    await expectWhole(history, done)
    history.close()
  }
  return done
}

test('killed at any moment the history is whole, holds every finished run, and the next process goes on at once', async () => {
  const done = await Promise.all([1, 2].map((seed) => killAgainAndAgain(11, seed)))
  expect(Math.min(...done)).toBeGreaterThan(0)
}, 300_000)
