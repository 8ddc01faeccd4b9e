import { describe, expect, it } from 'vitest'
import type { PersonRecord } from '../../src/ingest/source.js'
import type { Judgement } from '../../src/match/judgements.js'
import type { IdentityQuestion, Person } from '../../src/match/person.js'
import { keyOfNumber } from '../../src/match/person-key.js'
import { recordFingerprint } from '../../src/match/record-fingerprint.js'
import { askedRows, judgementsOn } from '../../src/match/reworded-rows.js'
import { id, match, past, personWith, type Row, record } from './people.js'

const number = id('19520317', '237')
const home = { name: '汪守田', township: '青禾镇', village: '枣畈村' }
const lost = `${number.slice(0, 15)}000`
const masked = `${number.slice(0, 6)}********${number.slice(14)}`
const allowance = (idNumber: string, more: Row = {}): Row => ({ ...home, id: idNumber, number: 'NC1', ...more })
const monitored: Row = { ...home, id: number, number: 'MH1', source: 'monitored-households', system: 'monitored' }
const wife = allowance(id('19550822', '426'), { name: '姚翠云' })

// Enough other people for chance to mean something.
const crowd = Array.from({ length: 120 }, (_, i): Row => {
  const birth = `${1940 + (i % 60)}${String(1 + (i % 12)).padStart(2, '0')}${String(1 + (i % 28)).padStart(2, '0')}`
  const name = `${'赵钱孙李周吴郑冯陈褚'[i % 10]}${'国志建文海'[i % 5]}${'强伟芳兰明德'[i % 6]}`
  return { ...home, id: id(birth, String(100 + i)), name, village: i % 2 ? '枣畈村' : '芦郢村' }
})
const key = keyOfNumber(number)
const judgedRow = recordFingerprint(record(allowance(lost)))

// Last month the row that lost its last digits stood with the person of the number, and was judged; next month `now` stands in its roster.
function nextMonth(verdict: Judgement['verdict'], now: readonly Row[], before: readonly Row[] = [allowance(lost)]) {
  const judgements = [{ left: judgedRow, right: key, verdict, who: '甲', when: '2026-10-20', why: '' }]
  const rows = [...now, wife, ...crowd, monitored].map(record)
  const kept = [...before.map((row) => past(row, key)), past(wife, 'pwife'), past(monitored, key)]
  const matched = match(rows, { judgements, past: kept })
  const [own, other] = [rows[0], rows.at(-1)].map((row) => personWith(matched, row as PersonRecord)) as [Person, Person]
  const grade = own.links.find(({ record: row }) => row === rows[0])?.grade
  const reworded = matched.keyChanges.filter(({ kind }) => kind === 'reworded')
  // A row that nobody can be named for is listed, not asked about.
  const asked = matched.questions.filter(({ suggestedIdNumber }) => suggestedIdNumber !== null).length
  return { isOne: own === other, asked, grade, reworded, own, judgements }
}

describe('a judged row whose damaged number is damaged otherwise', () => {
  it('stays apart from whom it was judged not to be, and is not asked about again', () => {
    for (const verdict of ['different', 'unsure'] as const)
      expect(nextMonth(verdict, [allowance(masked)])).toMatchObject({ isOne: false, asked: 0 })
  })

  it('is known in later months by what the history remembers', () => {
    const { own, judgements, reworded } = nextMonth('different', [allowance(masked)])
    expect(reworded).toEqual([{ kind: 'reworded', from: judgedRow, to: recordFingerprint(record(allowance(masked))) }])
    const rewordings = new Map(reworded.map(({ from, to }) => [to, { name: from, isSure: false }]))
    const rows = [allowance(masked), wife, ...crowd, monitored].map(record)
    const kept = [past(allowance(masked), own.key), past(wife, 'pwife'), past(monitored, key)]
    const third = match(rows, { judgements, past: kept, rewordings })
    expect(personWith(third, rows[0] as PersonRecord).key).toBe(own.key)
    expect(third.keyChanges.filter(({ kind }) => kind === 'reworded')).toEqual([])
  })

  it('stays apart also when its number is corrected, unless it turns out to be that of the other one', () => {
    const own = id('19520317', '211')
    const [corrected, his] = [own, number].map((idNumber) => nextMonth('different', [allowance(idNumber)]))
    expect(corrected).toMatchObject({ isOne: false, asked: 0, reworded: [{ from: judgedRow }] })
    expect(his).toMatchObject({ isOne: true, reworded: [] })
  })

  const yearOnly = `${number.slice(0, 10)}********`
  const mistyped = `${number.slice(0, 16)}9${number.slice(17)}`
  const days = Array.from({ length: 28 }, (_, day) => id(`196104${String(day + 1).padStart(2, '0')}`, '237'))
  const tail = number.slice(14)
  const sameTail: Row = { ...home, id: days.find((other) => other.endsWith(tail)) as string, source: 'care-subsidies' }

  it.each([
    ['masked: what it shows is all his', [allowance(masked)], {}],
    ['as it was, in another form of the row', [allowance(lost, { birthDate: '1952-03-17' })], {}],
  ])('is sure to be whom it was judged to be while it stands where it stood: %s', (_, now) =>
    expect(nextMonth('same', now)).toMatchObject({ isOne: true, asked: 0, grade: 'exact' }))

  it.each([
    ['a digit is not his', [allowance(mistyped)]],
    ['it shows the year of birth alone, as several of a name may have', [allowance(yearOnly)]],
    ['it is gone', [allowance('')]],
    ['the household is another one', [allowance(masked, { number: 'NC2' })]],
    ['another one of the name has what it shows of the number', [allowance(masked), sameTail]],
  ])('is asked about again, since nobody saw it name him in this form, where %s', (_, now) =>
    expect(nextMonth('same', now).grade).not.toBe('exact'))

  it('is asked about again where the roster tells no household, so that a namesake may stand there now', () => {
    const without = ({ number: _, ...row }: Row): Row => row
    expect(nextMonth('same', [without(allowance(masked))], [without(allowance(lost))])).toMatchObject({
      asked: 1,
      reworded: [{ kind: 'reworded' }],
    })
  })

  it('is not taken for another of the name beside it or elsewhere, nor for a number that is another in three places', () => {
    const count = (now: readonly Row[], before?: readonly Row[]) => nextMonth('different', now, before).reworded.length
    const son = allowance(`${id('19800619', '311').slice(0, 15)}000`)
    expect(count([allowance(masked)])).toBe(1)
    expect(count([allowance(masked), son])).toBe(0)
    expect(count([allowance(masked)], [allowance(lost), son])).toBe(0)
    expect(count([allowance(masked, { number: 'NC2' })])).toBe(0)
    expect(count([son])).toBe(0)
    expect(count([allowance(number)])).toBe(0)
  })
})

it('who is asked about by a key that came from another form of the row is judged by the row of that month', () => {
  const asked = (key: string, idNumber: string | null, row: Row) =>
    ({ key, idNumber, links: [{ record: record(row) }] }) as unknown as Person
  const reworded = asked('pearlier', null, allowance(masked))
  const questions = [{ left: reworded, right: asked(key, number, monitored) }] as unknown as IdentityQuestion[]
  const own = recordFingerprint(reworded.links[0]?.record as PersonRecord)
  const found = askedRows(questions, new Map())
  expect([...found]).toEqual([[own, { name: 'pearlier', isSure: true }]])
  expect(askedRows(questions, found).size).toBe(0)
  const judged = { left: 'pearlier', right: key, verdict: 'same', who: '甲', when: '2026-11-20', why: '' } as const
  expect(judgementsOn(found, [judged])).toEqual([{ ...judged, left: own }])
})
