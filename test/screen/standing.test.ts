import { describe, expect, it } from 'vitest'
import {
  ageOf,
  evidence,
  householdIn,
  inProgramme,
  mayStandIn,
  onTheRoll,
  pastRecordsIn,
  peopleAround,
  possibleRecordsIn,
  recordsIn,
  recordsOf,
  rosterRows,
  rowsOf,
  statedBy,
} from '../../src/screen/standing.js'
import { asCandidates, household, month, person } from './county.js'

describe('inProgramme', () => {
  it('rests on certain links only', () => {
    expect(inProgramme(person({ 'destitute-persons': {} }), ['destitute'])).toBe(true)
    expect(inProgramme(person({ 'destitute-persons': {} }, { linked: 'probable' }), ['destitute'])).toBe(false)
  })

  it('does not count a member listed as not supported', () => {
    expect(inProgramme(person({ 'rural-allowance-members': { insured: false } }), ['rural-allowance'])).toBe(false)
  })

  it('knows the two subsidies of one list apart', () => {
    const both = person({ 'both-subsidies': { subsidyKind: '护理补贴' } })
    expect(inProgramme(both, ['care-subsidy'])).toBe(true)
    expect(inProgramme(both, ['living-subsidy'])).toBe(false)
  })

  it('does not say whom a household list of three with two supported means, nor that they are absent', () => {
    const row = { 'rural-allowance-households': { householdSize: 3, insuredSize: 2 } }
    const members = household('rural-allowance', [person(row), person(row), person(row)])
    for (const member of members) {
      expect(recordsIn(member, ['rural-allowance'])).toEqual([])
      expect(mayStandIn(member, ['rural-allowance'])).toBe('stands')
    }
  })
})

describe('mayStandIn', () => {
  it('is certain of presence and of absence', () => {
    expect(mayStandIn(person({ 'destitute-persons': {} }), ['destitute'])).toBe('stands')
    expect(mayStandIn(person({ deaths: {} }), ['destitute'])).toBe('absent')
  })

  it.each([
    'probable',
    'possible',
    'conflict',
  ] as const)('is uncertain behind a %s candidate in the roster', (grade) => {
    const [seeker, other] = [person({ deaths: {} }), person({ 'destitute-persons': {} })]
    asCandidates(seeker, other, grade)
    expect(mayStandIn(seeker, ['destitute'])).toBe('uncertain')
    expect(mayStandIn(seeker, ['marginal'])).toBe('absent')
  })

  it('is certain where one of several rows is', () => {
    const twice = person({ 'destitute-persons': [{}, {}] })
    for (const grades of [
      ['probable', 'exact'],
      ['exact', 'probable'],
    ] as const) {
      const links = twice.links.map((link, i) => ({ ...link, grade: grades[i] ?? link.grade }))
      expect(mayStandIn({ ...twice, links }, ['destitute'])).toBe('stands')
    }
  })

  it('is uncertain behind a weak link of the person', () => {
    expect(mayStandIn(person({ 'destitute-persons': {} }, { linked: 'probable' }), ['destitute'])).toBe('uncertain')
  })

  it('takes an express 不保障 for absence, though the household list names everybody', () => {
    const refused = person({ 'rural-allowance-members': { insured: false }, 'rural-allowance-households': {} })
    expect(mayStandIn(refused, ['rural-allowance'])).toBe('absent')
  })
})

describe('evidence', () => {
  it('names the programme and the place in the file', () => {
    const [record] = recordsIn(person({ 'destitute-persons': { startMonth: '2024-01' } }), ['destitute'])
    if (!record) throw new Error('no record')
    expect(onTheRoll(record)).toEqual({
      programme: 'destitute',
      fact: '特困供养：在册，2024-01 起',
      origin: record.origin,
    })
    expect(evidence(record, '分散供养').fact).toBe('特困供养：分散供养')
  })
})

describe('rosterRows', () => {
  const rows = (member: object, home: object | readonly object[], about = {}) =>
    rosterRows(
      person(
        { 'rural-allowance-members': { insured: true, ...member }, 'rural-allowance-households': home as object },
        about,
      ),
      ['rural-allowance'],
    ).map(({ source, householdNumber }) => `${source} ${householdNumber}`)
  const beside = { programmes: [], householdNumber: 'D1' }

  it("has the household export's row beside the one that enrols, of the same household", () => {
    const both = ['rural-allowance-members D1', 'rural-allowance-households D1']
    expect(rows({ householdNumber: 'D1' }, beside)).toEqual(both)
    expect(rows({ householdNumber: 'D2' }, beside)).toEqual(['rural-allowance-members D2'])
    expect(rows({}, beside)).toEqual(['rural-allowance-members null', 'rural-allowance-households D1'])
  })

  it('has no row of who is not supported, nor one that is only probably theirs', () => {
    expect(rows({ insured: false, householdNumber: 'D1' }, beside)).toEqual([])
    expect(rows({ householdNumber: 'D1' }, beside, { linked: 'probable' })).toEqual([])
  })

  it('has no household row of another system', () => {
    const twofold = person({
      'urban-allowance-members': { insured: true, householdNumber: 'D1' },
      'rural-allowance-households': beside,
    })
    expect(rosterRows(twofold, ['urban-allowance']).map(({ source }) => source)).toEqual(['urban-allowance-members'])
  })

  it('has the household row beside either of two rows that enrol', () => {
    const twofold = person({
      'rural-allowance-members': { insured: true, householdNumber: 'D1' },
      'rural-allowance-households': beside,
      'urban-allowance-members': { insured: true, householdNumber: 'D7' },
    })
    expect(rosterRows(twofold, ['rural-allowance', 'urban-allowance'])).toHaveLength(3)
  })

  it('has none of the member rows that enrol nobody', () => {
    const listedTwice = person({
      'rural-allowance-members': [
        { insured: true, householdNumber: 'D1' },
        { programmes: [], householdNumber: 'D1' },
      ],
    })
    expect(rosterRows(listedTwice, ['rural-allowance'])).toHaveLength(1)
  })
})

describe('rows of a person and of a household', () => {
  it('are those of the source, of the person certain ones only', () => {
    const rosters = { 'registered-poor': [{ village: 'a' }, { village: 'b' }], 'temporary-aid': {} }
    expect(recordsOf(person(rosters), 'registered-poor')).toHaveLength(2)
    expect(recordsOf(person(rosters, { linked: 'probable' }), 'registered-poor')).toEqual([])
    const [home] =
      household('registered-poor', [person(rosters), person({ 'registered-poor': {} })])[0]?.households ?? []
    expect(home && rowsOf(home, 'registered-poor')).toHaveLength(3)
    expect(home && rowsOf(home, 'monitored-households')).toEqual([])
  })

  it('state what the first row states that is not blank', () => {
    const members = [{ householdSize: null }, { householdSize: 0 }, { householdSize: 3 }].map((fields) =>
      person({ 'registered-poor': fields }),
    )
    const [home] = household('registered-poor', members)[0]?.households ?? []
    expect(home && statedBy(home, 'householdSize')).toBe(0)
    expect(home && statedBy(home, 'povertyState')).toBeNull()
  })

  it('may be of any grade where only a doubt is asked for', () => {
    const doubtful = person({ 'destitute-persons': {} }, { linked: 'possible' })
    expect(possibleRecordsIn(doubtful, ['destitute'])).toHaveLength(1)
    expect(possibleRecordsIn(doubtful, ['marginal'])).toEqual([])
    expect(possibleRecordsIn(person({ 'rural-allowance-members': { insured: false } }), ['rural-allowance'])).toEqual(
      [],
    )
  })
})

describe('pastRecordsIn', () => {
  const past = (rosters: object) => pastRecordsIn(person({}, { past: rosters }), ['rural-allowance', 'destitute'])

  it("has last month's rows of the programmes", () => {
    expect(past({ 'destitute-persons': {}, 'care-subsidies': {} })).toHaveLength(1)
    expect(past({ 'care-subsidies': {} })).toEqual([])
  })

  it('leaves out a system whose member export said 不保障, and no other', () => {
    const refused = { 'rural-allowance-members': { insured: false }, 'rural-allowance-households': {} }
    expect(past(refused)).toEqual([])
    expect(past({ ...refused, 'destitute-persons': {} })).toHaveLength(1)
  })
})

describe('who belongs together', () => {
  it('is everybody whom a roster of any system lists with the person, each once, the person first', () => {
    const [a, b, c] = [person({ 'registered-poor': {} }), person({ 'registered-poor': {} }), person({})]
    household('registered-poor', [a, b])
    household('rural-allowance', [c, b, a])
    expect(peopleAround(b)).toEqual([b, a, c])
    expect(peopleAround(person({}))).toHaveLength(1)
    expect(householdIn(a, ['rural-allowance'])?.members).toEqual([c, b, a])
    expect(householdIn(c, ['registered-poor'])).toBeNull()
  })
})

describe('ageOf', () => {
  it('is the age on the last day of the month', () => {
    expect(ageOf(person({}, { birth: '2008-11-30' }), month)).toBe(18)
    expect(ageOf(person({}, { birth: '2008-12-01' }), month)).toBe(17)
    expect(ageOf(person({}, { idNumber: null }), month)).toBeNull()
  })
})
