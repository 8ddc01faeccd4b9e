import { describe, expect, it } from 'vitest'
import { id, match, past, personWith, record } from './people.js'

const wang = id('19800101')

describe('exact stage', () => {
  it('joins rows of one id number across rosters', () => {
    const a = record({ id: wang })
    const b = record({ id: wang.toLowerCase(), source: 'registered-poor', system: 'registered-poor' })
    const matched = match([a, b])
    expect(matched.persons).toHaveLength(1)
    const person = personWith(matched, a)
    expect(person.links.map(({ record: row }) => row)).toEqual([b, a].sort((x, y) => (x.source < y.source ? -1 : 1)))
    expect(person.links.every(({ grade, score }) => grade === 'exact' && score === 1)).toBe(true)
    expect(person).toMatchObject({ grade: 'exact', idNumber: wang, birthDate: '1980-01-01', sex: '男' })
    expect(matched.questions).toEqual([])
  })

  it('takes the number inside a disability certificate when the row has none of its own', () => {
    const a = record({ id: wang })
    const b = record({
      id: null,
      certificate: wang,
      source: 'disability-certificates',
      system: 'disability-certificate',
    })
    expect(match([a, b]).persons).toHaveLength(1)
  })

  it.each([
    ['王小明', '王小朋'],
    ['王小明', '王晓明'],
    ['王小明', '王?明'],
    ['刘峰', '劉峯'],
    ['阿依·古丽', '阿依古丽'],
    ['王小明', null],
  ])('does not take %s and %s under one number for two people', (left, right) => {
    const matched = match([
      record({ id: wang, name: left }),
      record({ id: wang, name: right, source: 'registered-poor' }),
    ])
    expect(matched.persons).toHaveLength(1)
    expect(matched.persons[0]?.grade).toBe('exact')
  })

  it('splits one number under clearly different names and asks', () => {
    const a = record({ id: wang, name: '王小明' })
    const b = record({ id: wang, name: '李秀英', source: 'registered-poor' })
    const matched = match([a, b])
    const [left, right] = [personWith(matched, a), personWith(matched, b)]
    expect(left).not.toBe(right)
    expect(left.key).not.toBe(right.key)
    expect([left.grade, right.grade, left.links[0]?.grade]).toEqual(['conflict', 'conflict', 'conflict'])
    expect(left.candidates.map(({ person, grade }) => [person.key, grade])).toEqual([[right.key, 'conflict']])
    expect(right.candidates.map(({ person }) => person.key)).toEqual([left.key])
    expect(matched.questions.map(({ reason }) => reason)).toEqual(['same-id-different-name'])
  })

  it('joins a name with one unlike character without being sure of it', () => {
    const rows = [
      record({ id: wang, name: '王建国' }),
      record({ id: wang, name: '王建国', source: 'registered-poor' }),
      record({ id: wang, name: '王建军', source: 'deaths', system: 'death' }),
    ]
    const matched = match(rows)
    expect(matched.persons).toHaveLength(1)
    expect(matched.persons[0]?.links.map(({ record: row, grade }) => [row.name, grade])).toEqual([
      ['王建军', 'probable'],
      ['王建国', 'exact'],
      ['王建国', 'exact'],
    ])
    expect(matched.questions.map(({ reason }) => reason)).toEqual(['same-id-different-name'])
  })

  it('takes two names that one roster lists under one number for two people', () => {
    const a = record({ id: wang, name: '王建国' })
    const b = record({ id: wang, name: '王建军' })
    const matched = match([a, b])
    expect(personWith(matched, b)).not.toBe(personWith(matched, a))
    expect(matched.questions.map(({ reason }) => reason)).toEqual(['same-id-different-name'])
    const nextMonth = match([a], { past: [past({ id: wang, name: '王建军' }, 'pone')] })
    expect(nextMonth.persons).toHaveLength(1)
  })

  it('finds a person by either way in which rows under one number write the name', () => {
    const home = { township: '甲镇', village: '东村', phone: '13900001234' }
    const a = record({ id: wang, name: '王小明', ...home })
    const b = record({ id: wang, name: '王晓鸣', formerName: '王小明', ...home, source: 'registered-poor' })
    const lost = (name: string) =>
      record({ id: null, name, birthDate: '1980-01-01', ...home, source: 'disability-certificates' })
    for (const name of ['王小明', '王晓鸣']) {
      const row = lost(name)
      const matched = match([a, b, row])
      expect(personWith(matched, row)).toBe(personWith(matched, a))
      expect(personWith(matched, b)).toBe(personWith(matched, a))
    }
    const stranger = lost('李大勇')
    const apart = match([a, b, stranger])
    expect(personWith(apart, stranger)).not.toBe(personWith(apart, a))
  })

  it('does not take a name for a slip when a neighbour of that very name has another number', () => {
    const home = { township: '甲镇', village: '东村' }
    const a = record({ id: wang, name: '王建国', ...home })
    const b = record({ id: wang, name: '王建军', ...home, source: 'registered-poor' })
    const brother = record({ id: id('19820303'), name: '王建军', ...home })
    const matched = match([a, b, brother])
    expect(personWith(matched, b)).not.toBe(personWith(matched, a))
    expect(personWith(matched, b).grade).toBe('conflict')
    const elsewhere = record({ id: id('19820303'), name: '王建军', township: '乙镇', village: '西村' })
    const besideIt = record({ id: id('19820303'), name: '王建军', ...home, source: 'registered-poor' })
    for (const other of [elsewhere, besideIt]) {
      const joined = match([a, b, other])
      expect(personWith(joined, b)).toBe(personWith(joined, a))
    }
  })

  const home = { township: '甲镇', village: '东村' }
  const poor = { source: 'registered-poor', system: 'registered-poor', number: '7', ...home } as const
  const brothersNumber = id('19830303')

  it('knows a brother of the household whose name is written otherwise', () => {
    const a = record({ id: wang, name: '谭华德', ...poor })
    const b = record({ id: wang, name: '谭华峰', ...home })
    const brother = record({ id: brothersNumber, name: '谭花峰', ...poor })
    expect(personWith(match([a, b, brother]), b).grade).toBe('conflict')
    const another = record({ id: brothersNumber, name: '谭花峰', ...poor, number: '8' })
    expect(personWith(match([a, b, another]), b).idNumber).toBe(wang)
    expect(match([a, b, another]).persons).toHaveLength(2)
  })

  it.each([
    ['王琳', '王林'],
    ['郭华', '郭华秀'],
  ])('does not take %s for a slip of the pen when a relative is called %s', (own, relatives) => {
    const a = record({ id: wang, name: own, ...poor })
    const b = record({ id: wang, name: relatives, ...home })
    expect(match([a, b]).persons).toHaveLength(1)
    const relative = record({ id: brothersNumber, name: relatives, ...poor })
    const matched = match([a, b, relative])
    expect(personWith(matched, b)).not.toBe(personWith(matched, a))
    expect(personWith(matched, b)).not.toBe(personWith(matched, relative))
    const neighbour = record({ id: brothersNumber, name: relatives, ...poor, number: '8' })
    expect(match([a, b, neighbour]).persons).toHaveLength(2)
    const born = record({ id: wang, name: relatives, ...home, birthDate: '1980-01-01' })
    expect(match([a, born, relative]).persons).toHaveLength(2)
    const besideIt = record({ id: brothersNumber, name: relatives, ...home })
    expect(match([a, b, besideIt]).persons).toHaveLength(2)
  })

  it('takes names that sound alike for two people where one roster lists both and a row has another sex or year of birth', () => {
    const a = record({ id: wang, name: '余彩东', ...poor, sex: '男', birthDate: '1980-01-01' })
    const b = record({ id: wang, name: '余才东', ...poor, sex: '女', birthDate: '1996-06-30' })
    expect(personWith(match([a, b]), b).grade).toBe('conflict')
    expect(match([a, { ...b, sex: '男', birthDate: '1980-01-01' }]).persons).toHaveLength(1)
    expect(match([a, { ...b, source: 'deaths' }]).persons).toHaveLength(1)
  })

  it("takes a name for a neighbour's where a roster lists people several times", () => {
    const home = { township: '甲镇', village: '东村' }
    const aid = { source: 'temporary-aid', system: 'temporary-aid', ...home } as const
    const a = record({ id: wang, name: '王建国', ...home })
    const b = record({ id: wang, name: '王建军', ...aid })
    const brother = record({ id: id('19820303'), name: '王建军', ...aid })
    const matched = match([a, b, brother])
    expect(personWith(matched, b)).not.toBe(personWith(matched, a))
  })

  it.each([
    ['王建军', { birthDate: '1983-05-06' }],
    ['王建军', { sex: '女' }],
    ['王建', { birthDate: '1983-05-06' }],
    ['王?国', { sex: '女' }],
  ] as const)("does not take %s for a slip when the row's own columns are not the number's: %o", (name, own) => {
    const a = record({ id: wang, name: '王建国', sex: '男', birthDate: '1980-01-01' })
    const b = record({ id: wang, name, source: 'registered-poor', ...own })
    const matched = match([a, b])
    expect(personWith(matched, b)).not.toBe(personWith(matched, a))
    expect(matched.questions.map(({ reason }) => reason)).toEqual(['same-id-different-name'])
    const agreeing = record({ id: wang, name, source: 'deaths', sex: '男', birthDate: '1980-02-16' })
    expect(match([a, agreeing]).persons).toHaveLength(1)
  })

  it('joins two short names of one village without being sure of it', () => {
    const home = { township: '甲镇', village: '东村' }
    const a = record({ id: wang, name: '王芳', ...home })
    const b = record({ id: wang, name: '王福', ...home, source: 'registered-poor' })
    const matched = match([a, b])
    expect(matched.persons).toHaveLength(1)
    expect(matched.persons[0]?.links.map(({ grade }) => grade).sort()).toEqual(['exact', 'probable'])
    expect(matched.questions.map(({ reason }) => reason)).toEqual(['same-id-different-name'])
    const elsewhere = record({ id: wang, name: '王福', township: '乙镇', village: '西村', source: 'registered-poor' })
    const stranger = record({ id: wang, name: '李福', ...home, source: 'registered-poor' })
    const sister = record({ id: wang, name: '王福', ...home, sex: '女', source: 'registered-poor' })
    for (const other of [elsewhere, stranger, sister]) expect(match([a, other]).persons).toHaveLength(2)
    expect(match([a, record({ id: wang, name: '王福', ...home })]).persons).toHaveLength(2)
    const brother = record({ id: id('19820303'), name: '王福', ...home })
    expect(personWith(match([a, b, brother]), b).grade).toBe('conflict')
  })

  it('takes a recorded former name for the same person', () => {
    const a = record({ id: wang, name: '王小明' })
    const b = record({ id: wang, name: '李秀英', formerName: '王小明', source: 'disability-certificates' })
    expect(match([a, b]).persons).toHaveLength(1)
  })

  it('never merges two different usable numbers', () => {
    const other = id('19800101', '003')
    const a = record({ id: wang, village: '东村', township: '甲镇' })
    const b = record({ id: other, village: '东村', township: '甲镇', source: 'registered-poor' })
    const matched = match([a, b])
    expect(matched.persons).toHaveLength(2)
    expect(personWith(matched, a).candidates.map(({ person, grade }) => [person.idNumber, grade])).toEqual([
      [other, 'possible'],
    ])
    expect(matched.questions.map(({ reason }) => reason)).toEqual(['possible-match'])
  })

  it('gives a row without a name to the name that most rows of its number have', () => {
    const rows = [
      record({ id: wang, name: '李秀英', source: 'registered-poor' }),
      record({ id: wang, name: '王小明' }),
      record({ id: wang, name: '王小明', source: 'deaths', system: 'death' }),
      record({ id: wang, name: null, source: 'monitored' }),
    ] as const
    const matched = match(rows)
    expect(personWith(matched, rows[3])).toBe(personWith(matched, rows[1]))
    expect(personWith(matched, rows[3])).not.toBe(personWith(matched, rows[0]))
  })

  it('takes a row shown as a duplicate whose twin is nowhere for a row like any other', () => {
    const twin = record({ id: wang })
    const elsewhere = record({ id: wang, source: 'registered-poor' })
    const matched = match([elsewhere], { duplicates: [twin] })
    expect(matched.persons.map(({ duplicates }) => duplicates)).toEqual([[]])
  })

  it('shows duplicates with their person', () => {
    const a = record({ id: wang })
    const twin = record({ id: wang })
    const matched = match([a], { duplicates: [twin] })
    expect(matched.persons).toHaveLength(1)
    expect(matched.persons[0]?.duplicates).toEqual([twin])
    expect(matched.persons[0]?.links).toHaveLength(1)
  })

  it('keeps the key of an earlier month', () => {
    const matched = match([record({ id: wang })], { past: [past({ id: wang }, 'p00000000abc')] })
    expect(matched.persons.map(({ key }) => key)).toEqual(['p00000000abc'])
    expect(matched.persons[0]?.past).toHaveLength(1)
    expect(matched.keyChanges).toEqual([])
  })

  it('keeps people who are gone this month', () => {
    const matched = match([], { past: [past({ id: wang }, 'p00000000abc')] })
    expect(matched.persons.map(({ key, links }) => [key, links.length])).toEqual([['p00000000abc', 0]])
    expect(matched.questions).toEqual([])
  })
})
