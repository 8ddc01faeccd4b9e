import { expect, test } from 'vitest'
import type { Person } from '../../src/match/person.js'
import { openHistory } from '../../src/track/history.js'
import { keyedRecords, track } from '../../src/track/track.js'
import { finding, memberRecord, monthView, stateFolder } from './samples.js'

function person(key: string, indexes: readonly number[], duplicate: number): Person {
  const links = indexes.map((index) => ({ record: memberRecord(index), grade: 'exact', score: 1, levels: [] }) as const)
  return {
    key,
    idNumber: null,
    name: null,
    sex: null,
    birthDate: null,
    place: { township: null, village: null },
    grade: 'exact',
    links,
    rosters: new Set(),
    enrolled: new Set(),
    duplicates: [memberRecord(duplicate)],
    past: [],
    candidates: [],
    households: [],
  }
}

const persons = [person('A', [3, 0], 7), person('B', [1], 8)]
const result = {
  run: { month: '2026-11', toolVersion: '1', deliveries: [] },
  persons,
  view: monthView('2026-11', [finding('A')]),
  matchingModel: '{}',
}

test('every record goes with its person, by index, without duplicates', () => {
  expect(keyedRecords(persons).map(({ personKey, record }) => [personKey, record.index])).toEqual([
    ['A', 0],
    ['B', 1],
    ['A', 3],
  ])
})

test('a run is in the history once it is published', async () => {
  const history = await openHistory(stateFolder())
  const numbers = await track(history, result, async (cases) => cases.map(({ number }) => number))
  expect(numbers).toEqual(['202611-T01-0001'])
  expect((await history.previousMonth('2026-12'))?.records.map(({ personKey }) => personKey)).toEqual(['A', 'B', 'A'])
  expect(await history.matchingModel('2026-12')).toBe('{}')
  history.close()
})

test('a run whose publication fails, or a dry run, is not', async () => {
  const history = await openHistory(stateFolder())
  const failing = track(history, result, () => Promise.reject(new Error('no room')))
  await expect(failing).rejects.toThrow('no room')
  expect(await track(history, result, async (cases) => cases.length, { dryRun: true })).toBe(1)
  expect(await history.months()).toEqual([])
  history.close()
})
