import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PersonRecord } from '../../src/ingest/source.js'
import type { Matched } from '../../src/match/match-persons.js'
import { recordFingerprint } from '../../src/match/record-fingerprint.js'
import { thresholds } from '../../src/match/thresholds.js'
import { id, match, past, personWith, record } from './people.js'

const wang = id('19800101')
const damaged = `${wang.slice(0, 15)}9${wang.slice(16)}`
const home = { township: '甲镇', village: '东村' }

// A number that checks although two digits of its birth year are others.
function mistypedLike(number: string): string {
  for (let year = 11; year < 99; year++) {
    const text = `${number.slice(0, 8)}${year}${number.slice(10)}`
    if (text !== number && id(text.slice(6, 14), text.slice(14, 17)) === text) return text
  }
  throw new Error('No year fits')
}

// Enough other people for chance to mean something.
function crowd(): PersonRecord[] {
  const rows: PersonRecord[] = []
  for (let i = 0; i < 120; i++) {
    const birth = `${1940 + (i % 60)}${String(1 + (i % 12)).padStart(2, '0')}${String(1 + (i % 28)).padStart(2, '0')}`
    const name = `${'赵钱孙李周吴郑冯陈褚'[i % 10]}${'国志建文海'[i % 5]}${'强伟芳兰明德'[i % 6]}`
    const common = { id: id(birth, String(100 + i)), name, township: '甲镇', village: i % 2 ? '东村' : '西村' }
    rows.push(record({ ...common, source: 'rural-allowance-members' }))
    if (i % 2) rows.push(record({ ...common, source: 'registered-poor', system: 'registered-poor' }))
  }
  return rows
}

describe('rows with a damaged or missing number', () => {
  it('links a damaged number with the same name and village, as probable', () => {
    const a = record({ id: wang, ...home })
    const b = record({ id: damaged, ...home, source: 'registered-poor', system: 'registered-poor' })
    const matched = match([...crowd(), a, b])
    const person = personWith(matched, b)
    expect(person).toBe(personWith(matched, a))
    expect(person).toMatchObject({ idNumber: wang, grade: 'exact' })
    const link = person.links.find(({ record: row }) => row === b)
    expect(link?.grade).toBe('probable')
    expect(link?.levels.map(({ comparison, level }) => [comparison, level])).toContainEqual([
      'identity-number',
      'one-digit',
    ])
    const question = matched.questions.find(({ record: row }) => row === b)
    expect(question).toMatchObject({ reason: 'damaged-id', suggestedIdNumber: wang, right: null })
    expect(question?.subjects).toEqual([recordFingerprint(b), person.key])
  })

  it('asks once about a number that one row gives twice, as head and as member', () => {
    const a = record({ id: wang, ...home })
    const household = { id: damaged, ...home, source: 'rural-allowance-households', row: 7 }
    const rows = [
      record({ ...household, column: '户主' }),
      record({ ...household, column: '家庭成员', relation: '户主' }),
    ]
    expect(match([...crowd(), a, ...rows]).questions).toHaveLength(1)
  })

  it("does not take a number that is no date and nobody else's slip for no number at all", () => {
    const own = { name: '欧阳无忌', ...home, phone: '13900000001' }
    const a = record({ id: wang, ...own })
    const elsewhere = { ...own, source: 'registered-poor', system: 'registered-poor' } as const
    const [without, other] = [record({ id: null, ...elsewhere }), record({ id: '340191994803170243', ...elsewhere })]
    const linked = match([...crowd(), a, without])
    expect(personWith(linked, without)).toBe(personWith(linked, a))
    const asked = match([...crowd(), a, other])
    expect(personWith(asked, other)).not.toBe(personWith(asked, a))
    expect(personWith(asked, other).candidates.map(({ person }) => person.idNumber)).toEqual([wang])
  })

  it("does not put a row on a number that somebody else's row was given by mistake", () => {
    const girl = id('19850531', '642')
    const own = { ...home, phone: '13900000001' }
    const poor = { source: 'registered-poor', system: 'registered-poor' } as const
    const brother = { id: girl, name: '梁莲秀', ...own }
    const sister = record({
      id: `3101${girl.slice(4)}`,
      name: '梁莲',
      sex: '女',
      birthDate: '1985-05-31',
      ...own,
      ...poor,
    })
    const slip = record({ ...brother, sex: '女', birthDate: '1985-05-31' })
    const linked = match([...crowd(), sister, slip])
    expect(personWith(linked, sister)).toBe(personWith(linked, slip))
    const row = record({ ...brother, sex: '男', birthDate: '1968-11-02' })
    const asked = match([...crowd(), sister, row])
    expect(personWith(asked, sister)).not.toBe(personWith(asked, row))
    expect(personWith(asked, sister).candidates.map(({ person }) => person.key)).toContain(personWith(asked, row).key)
    const hers = match([...crowd(), sister, row, { ...slip, source: 'rural-allowance-households' }])
    expect(personWith(hers, sister)).toBe(personWith(hers, row))
  })

  it('asks whether a row without a number is somebody whom its roster lists under a longer name', () => {
    const own = { ...home, number: '7', phone: '13900000001', account: '6228480000000000018' }
    const a = record({ id: wang, ...own })
    const twin = record({ id: null, name: '王小', sex: '男', birthDate: '1980-01-01', ...own })
    const matched = match([...crowd(), a, twin])
    expect(personWith(matched, twin)).not.toBe(personWith(matched, a))
    expect(personWith(matched, twin).candidates.map(({ person }) => person.idNumber)).toContain(wang)
  })

  it('calls a name common only where others bear it, however few people there are', () => {
    const a = record({ id: wang, ...home })
    const b = record({ id: damaged, ...home, source: 'registered-poor', system: 'registered-poor' })
    const wordsAmong = (others: readonly PersonRecord[]) =>
      match([...others, a, b]).questions.flatMap(({ levels }) => levels.map(({ words }) => words))
    expect(wordsAmong([])).toContain('此姓名在本县别无他人')
    const namesakes = ['19610101', '19620202', '19630303'].map((birth) => record({ ...home, id: id(birth) }))
    expect(wordsAmong(namesakes)).toContain('此姓名在本县常见')
  })

  it('lists a damaged number without a candidate', () => {
    const b = record({ id: damaged, name: '欧阳无忌', ...home })
    const matched = match([...crowd(), b])
    expect(personWith(matched, b)).toMatchObject({ grade: 'possible', idNumber: null, candidates: [] })
    expect(matched.questions).toHaveLength(1)
    expect(matched.questions[0]).toMatchObject({ reason: 'damaged-id', right: null, suggestedIdNumber: null })
  })

  it('asks once for one person whose damaged number stands in several rows', () => {
    const rows = (['registered-poor', 'monitored'] as const).map((system) =>
      record({ id: damaged, name: '欧阳无忌', ...home, source: system, system }),
    )
    const matched = match([...crowd(), ...rows])
    const numbers = matched.questions.map(({ left, right }) => [left.key, right?.key ?? ''].sort().join('|'))
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length).toBeGreaterThan(0)
  })

  it.each([
    ['name and birth date in the damaged number', { id: `${wang.slice(0, 14)}7777` }],
    ['name and birth date column', { id: null, birthDate: '1980-01-01' }],
    ['name, village and household head', { id: null, ...home, headName: '王大山' }],
  ])('always shows a possible match by %s', (_, fields) => {
    const a = record({ id: wang, ...home, headName: '王大山' })
    const b = record({ source: 'registered-poor', system: 'registered-poor', ...fields })
    const matched = match([a, b])
    const shown =
      personWith(matched, b) === personWith(matched, a) ||
      personWith(matched, b).candidates.some(({ person }) => person === personWith(matched, a))
    expect(shown).toBe(true)
    if (personWith(matched, b) !== personWith(matched, a))
      expect(personWith(matched, a).candidates.some(({ person }) => person === personWith(matched, b))).toBe(true)
  })

  it('never puts a death without a number on anybody', () => {
    const a = record({ id: wang, ...home })
    const death = record({
      id: null,
      birthDate: '1980-01-01',
      ...home,
      source: 'deaths',
      system: 'death',
      phone: '13900000001',
    })
    const matched = match([...crowd(), a, death])
    expect(personWith(matched, death)).not.toBe(personWith(matched, a))
    expect(personWith(matched, death).candidates.map(({ person }) => person.idNumber)).toContain(wang)
  })

  it.each([
    [11, false],
    [12, true],
  ])('puts a death on somebody only where its number is more than next to nothing: %i characters', (known, isTheirs) => {
    const a = record({ id: wang, ...home, phone: '13900000001' })
    const masked = wang.slice(0, known).padEnd(18, '*')
    const death = record({ id: masked, ...home, phone: '13900000001', source: 'deaths', system: 'death' })
    const matched = match([...crowd(), a, death])
    expect(personWith(matched, death) === personWith(matched, a)).toBe(isTheirs)
  })

  it.each([
    ['刘峰', '刘峰'],
    ['刘峰', '劉峯'],
  ])('asks about %s and %s of one birth date, however unlikely all the rest makes them', (name, written) => {
    const a = record({ id: wang, name, ...home, phone: '13900000002', number: '9' })
    const b = record({ id: `340198${wang.slice(6, 14)}745*`, name: written, ...home, phone: '13900000001' })
    const [candidate] = personWith(match([...crowd(), a, b]), b).candidates
    expect(candidate?.person.idNumber).toBe(wang)
    expect(candidate?.score).toBeLessThan(thresholds.possible)
  })

  it('lets a number of an earlier month stand for a row of this one that lost it', () => {
    const row = record({ id: damaged, ...home })
    const gone = past({ id: wang, ...home }, 'pkept')
    const person = personWith(match([...crowd(), row], { past: [gone] }), row)
    expect(person).toMatchObject({ idNumber: wang, key: 'pkept', grade: 'exact' })
    expect(person.links.map(({ grade }) => grade)).toEqual(['probable'])
  })

  it('does not choose between two people who both fit', () => {
    const twin = id('19800101', '003')
    const a = record({ id: wang, ...home })
    const c = record({ id: twin, ...home })
    const b = record({
      id: `${wang.slice(0, 14)}???${''}`.replaceAll('?', '*').padEnd(18, '*'),
      ...home,
      source: 'registered-poor',
    })
    const matched = match([...crowd(), a, c, b])
    const person = personWith(matched, b)
    expect(person.idNumber).toBeNull()
    expect(person.candidates.map(({ person: other }) => other.idNumber).sort()).toEqual([wang, twin].sort())
  })

  it("asks whether a row with a relative's number is the one who is missing", () => {
    const family = { ...home, number: '7', source: 'registered-poor', system: 'registered-poor' } as const
    const father = record({ id: id('19500505'), name: '王大山', ...family })
    const son = record({ id: wang, name: '王小明', ...family })
    const mistyped = record({ id: id('19500505'), name: '王小明', ...home })
    const matched = match([...crowd(), father, son, mistyped])
    expect(personWith(matched, mistyped)).not.toBe(personWith(matched, son))
    expect(personWith(matched, mistyped).candidates.map(({ person }) => person.key)).toContain(
      personWith(matched, son).key,
    )
  })

  it('asks about a mistyped number that checks by chance, and never merges it', () => {
    const a = record({ id: wang, ...home })
    const b = record({ id: mistypedLike(wang), ...home, source: 'registered-poor', system: 'registered-poor' })
    const matched = match([...crowd(), a, b])
    expect(personWith(matched, b)).not.toBe(personWith(matched, a))
    const question = matched.questions.find(({ right }) => right !== null)
    expect(new Set(question?.subjects)).toEqual(new Set([personWith(matched, a).key, personWith(matched, b).key]))
    expect(question?.suggestedIdNumber).toBeNull()
  })

  it('keeps the key when a damaged number is corrected', () => {
    const a = record({ id: wang, ...home, number: 'H1' })
    const before = past({ id: damaged, ...home, number: 'H1' }, 'pkept')
    const matched = match([...crowd(), a], { past: [before] })
    expect(personWith(matched, a)).toMatchObject({ key: 'pkept', idNumber: wang })
    expect(personWith(matched, a).past).toEqual([before])
  })

  it('keeps the key of a row without a number from month to month', () => {
    const row = { id: null, ...home, source: 'left-behind-register', system: 'left-behind-elderly' } as const
    const now = record(row)
    const matched = match([...crowd(), now], { past: [past(row, 'pkept')] })
    expect(personWith(matched, now).key).toBe('pkept')
  })

  it('joins a former number that a roster records, as probable', () => {
    const old = id('19800102', '001')
    const a = record({
      id: wang,
      formerId: old,
      ...home,
      source: 'disability-certificates',
      system: 'disability-certificate',
    })
    const b = record({ id: old, ...home })
    const matched = match([...crowd(), a, b])
    expect(personWith(matched, b)).toBe(personWith(matched, a))
    expect(
      personWith(matched, b)
        .links.map(({ grade }) => grade)
        .sort(),
    ).toEqual(['exact', 'probable'])
  })

  it('finds a damaged duplicate inside a roster', () => {
    const a = record({ id: wang, ...home })
    const b = record({ id: damaged, ...home })
    const matched = match([...crowd(), a, b])
    expect(personWith(matched, b)).toBe(personWith(matched, a))
    expect(personWith(matched, b).links).toHaveLength(2)
  })

  it('does not take a wife for her husband', () => {
    const a = record({ id: wang, ...home, number: '1', phone: '13900000001' })
    const b = record({
      id: id('19810203', '002').replace(/.$/, '?'),
      name: '李秀英',
      ...home,
      number: '1',
      phone: '13900000001',
    })
    const matched = match([...crowd(), a, b])
    expect(personWith(matched, b)).not.toBe(personWith(matched, a))
    expect(personWith(matched, b).candidates).toEqual([])
  })

  it.each([
    ['wife', id('19810203', '002'), '李秀英'],
    ['twin brother', id('19800101', '005'), '王小亮'],
  ])('never takes a %s of another usable number for somebody who is gone, whatever the family shares', (_, number, name) => {
    const family = { ...home, number: '1', headName: '王大山', phone: '13900000001', account: '6228480000000000018' }
    const gone = past({ id: wang, ...family }, 'pgone')
    const stays = record({ id: number, name, ...family })
    const elsewhere = record({ id: number, name, ...family, source: 'registered-poor', system: 'registered-poor' })
    const matched = match([...crowd(), stays, elsewhere], { past: [gone] })
    expect(personWith(matched, stays).candidates).toEqual([])
    expect(matched.persons.find(({ key }) => key === 'pgone')).toMatchObject({ idNumber: wang, candidates: [] })
    expect(matched.questions).toEqual([])
  })

  it('tells a split key: the person with the number keeps it', () => {
    const other = id('19630509', '004')
    const now = [record({ id: wang, ...home }), record({ id: other, name: '李秀英', ...home })] as const
    const matched = match([...crowd(), ...now], {
      past: [past({ id: wang, ...home }, 'pone'), past({ id: other, name: '李秀英', ...home }, 'pone')],
    })
    const keys = now.map((row) => personWith(matched, row).key)
    expect(keys).toContain('pone')
    expect(new Set(keys).size).toBe(2)
    expect(matched.keyChanges).toEqual([{ kind: 'split', from: 'pone', to: keys.find((key) => key !== 'pone') }])
  })

  it('reports merged keys', () => {
    const a = record({ id: wang, ...home, number: 'H1' })
    const matched = match([...crowd(), a], {
      past: [past({ id: wang, ...home, number: 'H1' }, 'pgood'), past({ id: damaged, ...home, number: 'H1' }, 'pbad')],
    })
    expect(personWith(matched, a).key).toBe('pgood')
    expect(matched.keyChanges).toEqual([{ kind: 'merged', from: 'pbad', to: 'pgood' }])
  })
})

describe('judgements', () => {
  const judge = (left: string, right: string, verdict: 'same' | 'different' | 'unsure') => ({
    left,
    right,
    verdict,
    who: '张三',
    when: '2026-10-01',
    why: '入户核实',
  })

  it('joins what somebody found to be one person', () => {
    const a = record({ id: wang, ...home })
    const b = record({ id: null, name: '王二麻', source: 'left-behind-register' })
    const before = match([a, b])
    const keys = [personWith(before, a).key, personWith(before, b).key] as const
    const matched = match([a, b], { judgements: [judge(keys[0], keys[1], 'same')] })
    expect(personWith(matched, b)).toBe(personWith(matched, a))
    expect(personWith(matched, b).links.every(({ grade }) => grade === 'exact')).toBe(true)
  })

  it('joins them the month after too, when their rows are known by one key only', () => {
    const rows = [
      { id: wang, ...home },
      { id: id('19810101'), ...home, source: 'registered-poor' },
    ]
    const first = rows.map((row) => record(row)) as [PersonRecord, PersonRecord]
    const before = match(first)
    const [left, right] = first.map((row) => personWith(before, row).key) as [string, string]
    const judgements = [judge(left, right, 'same')]
    const kept = personWith(match(first, { judgements }), first[0]).key
    const second = rows.map((row) => record(row)) as [PersonRecord, PersonRecord]
    const after = match(second, { judgements, past: rows.map((row) => past(row, kept)) })
    expect(personWith(after, second[0])).toBe(personWith(after, second[1]))
    expect(personWith(after, second[0]).key).toBe(kept)
    expect(after.questions).toEqual([])
  })

  it('tells what became of a key whose person was judged another one after last month, whether it comes back or not', () => {
    const [older, newer] = [
      { id: wang, ...home },
      { id: id('19810101'), ...home },
    ]
    const [left, right] = [older, newer].map((row) => {
      const alone = record(row)
      return personWith(match([alone]), alone).key
    }) as [string, string]
    const carried = { judgements: [judge(left, right, 'same')], past: [past(newer, right)] }
    const now = record(newer)
    const gone = match([now], carried)
    expect(personWith(gone, now).key).toBe(right)
    expect(gone.keyChanges).toEqual([{ kind: 'merged', from: left, to: right }])
    const back = match([now, record({ ...older, source: 'registered-poor' })], carried)
    expect(back.persons).toHaveLength(1)
    expect(back.keyChanges).toEqual(gone.keyChanges)
    const apart = match([now], { ...carried, judgements: [judge(left, right, 'different')] })
    expect(apart.keyChanges).toEqual([])
  })

  it('leaves a key alone that was judged the same as somebody and is carried by last month’s rows, however it ends', () => {
    const rows = [
      { id: wang, ...home },
      { id: id('19810101'), ...home },
    ] as const
    const judgements = [judge('pold', 'pnew', 'same')]
    const both = rows.map((row) => record(row))
    const matched = match(both, { judgements, past: [past(rows[0], 'pold'), past(rows[1], 'pnew')] })
    expect(matched.persons).toHaveLength(1)
    const key = matched.persons[0]?.key
    expect(matched.keyChanges).toEqual([{ kind: 'merged', from: key === 'pold' ? 'pnew' : 'pold', to: key }])
  })

  it('keeps apart what somebody found to be two people, and does not ask again', () => {
    const a = record({ id: wang, ...home })
    const b = record({ id: damaged, ...home, source: 'registered-poor' })
    const rows = [...crowd(), a, b]
    const key = personWith(match(rows), a).key
    const matched = match(rows, { judgements: [judge(recordFingerprint(b), key, 'different')] })
    expect(personWith(matched, b)).not.toBe(personWith(matched, a))
    expect(personWith(matched, b).candidates).toEqual([])
    expect(matched.questions.filter(({ right }) => right !== null)).toEqual([])
  })

  it('say nothing of a namesake of another village whose number lost the same three digits', () => {
    const lost = `${wang.slice(0, 15)}***`
    const a = record({ id: wang, ...home, source: 'registered-poor', system: 'registered-poor' })
    const b = record({ id: lost, ...home })
    const death = record({ id: lost, township: '乙镇', village: '南村', source: 'deaths', system: 'death' })
    const rows = [...crowd(), a, b, death]
    const key = personWith(match(rows), a).key
    const matched = match(rows, { judgements: [judge(recordFingerprint(b), key, 'same')] })
    const gradeOf = (row: PersonRecord) => personWith(matched, row).links.find(({ record: one }) => one === row)?.grade
    expect(personWith(matched, b)).toBe(personWith(matched, a))
    expect(gradeOf(b)).toBe('exact')
    expect(gradeOf(death)).not.toBe('exact')
    expect(
      matched.questions.some(
        ({ record: one, left, right }) => one === death || (left.links[0]?.record === death && right !== null),
      ),
    ).toBe(true)
  })

  it.each([
    ['another village', { township: '乙镇', village: '南村' }, 1],
    ['the same village', home, 0],
  ])('on a person of several damaged rows are asked again for the rows of %s alone', (_, place, asked) => {
    const lost = `${wang.slice(0, 15)}***`
    const own = { id: lost, ...home, number: 'H1' }
    const other = { id: `${wang.slice(0, 16)}**`, ...place, source: 'deaths', system: 'death' as const }
    const [b, death] = [record(own), record(other)]
    const before = match([...crowd(), b, death])
    const { key } = personWith(before, b)
    expect(personWith(before, death).key).toBe(key)
    const a = record({ id: wang, ...home, source: 'registered-poor', system: 'registered-poor' })
    const matched = match([...crowd(), b, death, a], {
      past: [past(own, key), past(other, key)],
      judgements: [judge(key, personWith(match([a]), a).key, 'same')],
    })
    const { links } = personWith(matched, a)
    expect(links).toHaveLength(3)
    expect(links.filter(({ grade }) => grade !== 'exact')).toHaveLength(asked)
    expect(matched.questions).toHaveLength(asked)
  })

  it('does not ask again when the household got another number, head, account or phone', () => {
    const a = record({ id: wang, ...home })
    const row = record({ id: damaged, ...home, source: 'registered-poor' })
    const b = { ...row, householdNumber: 'A1', phone: '13900000001' }
    const key = personWith(match([...crowd(), a, b]), a).key
    const judgements = [judge(recordFingerprint(b), key, 'same')]
    const later = { ...b, householdNumber: 'B7', phone: '13900000002', bankAccount: '6217', headName: '王大' }
    const matched = match([...crowd(), a, later], { judgements })
    expect(personWith(matched, later)).toBe(personWith(matched, a))
    expect(matched.questions.filter((question) => question.record === later)).toEqual([])
    expect(recordFingerprint({ ...b, name: '王小' })).not.toBe(recordFingerprint(b))
  })

  it('leaves an unsure pair as it is and does not ask again', () => {
    const a = record({ id: wang, ...home })
    const b = record({ id: id('19800101', '003'), ...home, source: 'registered-poor' })
    const keys = [a, b].map((row) => personWith(match([a, b]), row).key) as [string, string]
    const matched = match([a, b], { judgements: [judge(keys[0], keys[1], 'unsure')] })
    expect(personWith(matched, a).candidates.map(({ person }) => person.key)).toEqual([keys[1]])
    expect(matched.questions).toEqual([])
  })

  it('spreads: A is B and B is not C, so A is not C', () => {
    const a = record({ id: wang, ...home })
    const b = record({ id: null, name: '王晓明', ...home, birthDate: '1980-01-01', source: 'left-behind-register' })
    const c = record({ id: damaged, ...home, source: 'registered-poor' })
    const keys = [a, b, c].map((row) => personWith(match([row]), row).key) as [string, string, string]
    const matched = match([a, b, c], {
      judgements: [judge(keys[0], keys[1], 'same'), judge(keys[1], keys[2], 'different')],
    })
    expect(personWith(matched, b)).toBe(personWith(matched, a))
    expect(personWith(matched, c)).not.toBe(personWith(matched, a))
    expect(personWith(matched, a).candidates).toEqual([])
  })

  // Two judgements made three rows one person, so that all go by one key; then one of them is taken back.
  const three = [
    { id: wang, ...home },
    { id: null, name: '王晓明', ...home, birthDate: '1980-01-01', source: 'left-behind-register' },
    { id: damaged, ...home, source: 'registered-poor' },
  ]
  const baseKeys = () =>
    three.map((row) => {
      const alone = record(row)
      return personWith(match([alone]), alone).key
    }) as [string, string, string]

  it('taken back, part those whom they speak of and nobody else who goes by the key', () => {
    const [a, b, c] = three.map((row) => record(row)) as [PersonRecord, PersonRecord, PersonRecord]
    const [keyA, keyB, keyC] = baseKeys()
    const matched = match([a, b, c], {
      past: three.map((row) => past(row, keyA)),
      judgements: [judge(keyB, keyA, 'same'), judge(keyC, keyA, 'different')],
    })
    expect(personWith(matched, b)).toBe(personWith(matched, a))
    expect(personWith(matched, c)).not.toBe(personWith(matched, a))
    expect(matched.questions.filter(({ right }) => right !== null)).toEqual([])
  })

  it('reach from one to another over somebody whom no roster of the month names', () => {
    const [, b, c] = three.map((row) => record(row)) as [PersonRecord, PersonRecord, PersonRecord]
    const [keyA, keyB, keyC] = baseKeys()
    const matched = match([b, c], { judgements: [judge(keyB, keyA, 'same'), judge(keyC, keyA, 'same')] })
    expect(personWith(matched, b)).toBe(personWith(matched, c))
    const parted = match([b, c], { judgements: [judge(keyB, keyA, 'same'), judge(keyC, keyA, 'different')] })
    expect(personWith(parted, b)).not.toBe(personWith(parted, c))
  })
})

it('names for each person the rosters of all its rows, whatever the grade', () => {
  const rows = [
    record({ id: wang, ...home }),
    record({ id: damaged, ...home, source: 'registered-poor', system: 'registered-poor' }),
    record({ id: wang, name: '李秀英', source: 'deaths', system: 'death' }),
    ...crowd(),
  ]
  const { persons } = match(rows)
  expect(persons.some(({ links }) => links.some(({ grade }) => grade !== 'exact'))).toBe(true)
  expect(persons.some(({ rosters }) => rosters.size > 1)).toBe(true)
  for (const { rosters, links } of persons)
    expect(rosters).toEqual(new Set(links.flatMap(({ record: row }) => row.programmes)))
})

describe('order of input', () => {
  const summary = (matched: Matched) =>
    matched.persons.map(({ key, grade, links, candidates }) => [
      key,
      grade,
      links.map(({ record: row, score }) => [row.origin.file, row.origin.row, score]),
      candidates.map(({ person, score }) => [person.key, score]),
    ])
  const rows = [
    ...crowd(),
    record({ id: wang, ...home }),
    record({ id: damaged, ...home, source: 'registered-poor' }),
    record({ id: null, ...home, birthDate: '1980-01-01', source: 'left-behind-register' }),
    record({ id: null, ...home, birthDate: '1980-01-01', source: 'left-behind-register' }),
    record({ id: wang, name: '李秀英', source: 'deaths', system: 'death' }),
  ]
  const expected = summary(match(rows))

  it('does not change persons, keys or scores', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const renumbered = shuffled.map((row, index) => ({ ...row, index }))
        expect(summary(match(renumbered))).toEqual(expected)
      }),
      { numRuns: 15 },
    )
  })
})
