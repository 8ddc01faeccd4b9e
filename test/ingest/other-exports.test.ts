import { describe, expect, test } from 'vitest'
import type { Ingested } from '../../src/ingest/ingest.js'
import { ingestWorkbooks, inventedId, sheetOf, workbookOf } from './sheets.js'

/** A household as the tests want it: people by serial, the head first. */
interface Family {
  readonly number: string
  readonly people: readonly number[]
  /** Where the head is none of `people`: a part of a household. */
  readonly head?: number
  /** Those of `people` who are listed and not supported. */
  readonly unsupported?: readonly number[]
  readonly insuredSize?: number
  readonly township?: string
  readonly village?: string
}

const names = ['王石', '李明', '赵兰', '孙德', '周梅', '吴高', '郑花', '冯国']
const nameOf = (serial: number) => `${names[serial % 8]}${'甲乙丙丁戊己庚辛壬癸'[Math.floor(serial / 8) % 10]}`
const idOf = (serial: number) => inventedId(31 + serial)
const placeOf = ({ township = '清河镇', village }: Family) => [
  township,
  village ?? (township === '石桥乡' ? '柳树村' : '东街村'),
]
const headings = ['户主姓名', '户主身份证号', '低保证号', '家庭人口', '保障人口', '乡镇', '村', '户月保障金额']

function householdSheet(families: readonly Family[], kind: 'whole' | 'heads' = 'whole') {
  const more = kind === 'whole' ? ['家庭成员姓名', '家庭成员身份证号'] : []
  const rows = families.map((family) => {
    const { number, people, unsupported = [], insuredSize = people.length - unsupported.length } = family
    const [head = 0] = people
    const sizes = [String(people.length), String(insuredSize)]
    const members = kind === 'whole' ? [people.map(nameOf).join('、'), people.map(idOf).join('、')] : []
    return [nameOf(head), idOf(head), number, ...sizes, ...placeOf(family), '420', ...members]
  })
  return workbookOf(sheetOf([[...headings, ...more], ...rows]))
}

function memberSheet(families: readonly Family[], kind: 'whole' | 'supported' | 'unmarked' = 'whole') {
  const marked = kind === 'whole' ? ['是否保障'] : []
  const columns = ['姓名', '身份证号', '户主身份证号', '与户主关系', '低保证号', '乡镇', '村', ...marked]
  const rows = families.flatMap((family) => {
    const { number, people, unsupported = [], head = people[0] ?? 0 } = family
    const listed = kind === 'supported' ? people.filter((one) => !unsupported.includes(one)) : people
    return listed.map((one) => {
      const relation = one === head ? '户主' : '子女'
      const mark = kind === 'whole' ? [unsupported.includes(one) ? '否' : '是'] : []
      return [nameOf(one), idOf(one), idOf(head), relation, number, ...placeOf(family), ...mark]
    })
  })
  return workbookOf(sheetOf([columns, ...rows]))
}

/** Households of two, by number from `from` to `to`. */
function families(from: number, to: number, wanted: Partial<Family> = {}): Family[] {
  return Array.from({ length: to - from }, (_, at) => {
    const serial = from + at
    return { number: `D${serial}`, people: [serial * 2, serial * 2 + 1], ...wanted }
  })
}

const [oldHouseholds, newHouseholds] = ['农村低保家庭查询_20261002.xlsx', '农村低保家庭查询_20261102.xlsx']
const [oldMembers, newMembers] = ['农村低保人员查询_20261002.xlsx', '农村低保人员查询_20261102.xlsx']

/** Whom the list enrols, and whom it only lists, by the number of the household; each household once. */
const numbersIn = ({ records }: Ingested, file: string) => [
  ...new Set(records.filter(({ origin }) => origin.file === file).map(({ householdNumber }) => householdNumber)),
]
const enrolled = ({ records }: Ingested) => [
  ...new Set(records.filter(({ programmes }) => programmes.length > 0).map(({ name }) => name)),
]
const told = ({ issues }: Ingested) => issues.filter(({ code }) => code.startsWith('older-month'))
const gone = ({ outdated }: Ingested) => outdated.map(({ record, stated }) => [record.householdNumber, stated])
const all = (from: number, to: number) => families(from, to).map(({ number }) => number)

describe('last month’s household export beside this month’s member export', () => {
  test('a household that left falls away, is told and named; the others keep what the household export alone says', async () => {
    const result = await ingestWorkbooks({
      [oldHouseholds]: householdSheet(families(0, 20)),
      [newMembers]: memberSheet(families(1, 20)),
    })
    expect(numbersIn(result, oldHouseholds)).toEqual(all(1, 20))
    expect(enrolled(result)).not.toContain(nameOf(0))
    expect(result.records.find(({ origin }) => origin.file === oldHouseholds)).toMatchObject({
      insuredSize: 2,
      amountFen: 42000,
      programmes: [],
    })
    expect(told(result)).toMatchObject([
      {
        code: 'older-month-sifted',
        origin: { file: oldHouseholds },
        facts: {
          stated: '2026-10',
          townships: '清河镇',
          by: newMembers.concat(' › Sheet1'),
          rows: 1,
          kept: 19,
          gone: 2,
        },
      },
    ])
    expect(gone(result)).toEqual([
      ['D0', '2026-10'],
      ['D0', '2026-10'],
    ])
    const [delivery] = result.deliveries.filter(({ file }) => file === oldHouseholds)
    expect(delivery).toMatchObject({ rowsRead: 20, rowsUsed: 19, rowsReplaced: 1, dataMonth: '2026-10' })
  })

  test.each<[string, Family]>([
    ['somebody left', { number: 'D0', people: [0] }],
    ['somebody came', { number: 'D0', people: [0, 1, 70] }],
    ['fewer are supported', { number: 'D0', people: [0, 1], unsupported: [1] }],
    ['another head', { number: 'D0', people: [1, 0] }],
    ['another number', { number: 'D99', people: [0, 1] }],
  ])('what it says of a household that changed is not used: %s', async (_, changed) => {
    const result = await ingestWorkbooks({
      [oldHouseholds]: householdSheet(families(0, 20)),
      [newMembers]: memberSheet([changed, ...families(1, 20)]),
    })
    expect(numbersIn(result, oldHouseholds)).toEqual(all(1, 20))
    expect(told(result)).toMatchObject([{ code: 'older-month-sifted', facts: { rows: 1, kept: 19 } }])
    expect(gone(result).length).toBe(changed.people.length < 2 ? 1 : 0)
  })

  test('nothing is told where every household stands as it did', async () => {
    const result = await ingestWorkbooks({
      [oldHouseholds]: householdSheet(families(0, 20)),
      [newMembers]: memberSheet(families(0, 22)),
    })
    expect(numbersIn(result, oldHouseholds)).toEqual(all(0, 20))
    expect(told(result)).toEqual([])
    expect(result.deliveries[0]?.rowsReplaced).toBeUndefined()
  })

  test('a member export of the supported alone leaves nobody out who is only listed', async () => {
    const mixed = families(0, 20).map((family): Family => ({ ...family, unsupported: family.people.slice(1) }))
    const result = await ingestWorkbooks({
      [oldHouseholds]: householdSheet(mixed),
      [newMembers]: memberSheet(mixed.slice(1), 'supported'),
    })
    expect(numbersIn(result, oldHouseholds)).toEqual(all(1, 20))
    expect(enrolled(result)).toEqual(mixed.slice(1).map(({ people: [head = 0] }) => nameOf(head)))
  })

  test('a list of heads is held by how many people there are', async () => {
    const changed: Family = { number: 'D1', people: [2, 3, 70] }
    const result = await ingestWorkbooks({
      [oldHouseholds]: householdSheet(families(0, 20), 'heads'),
      [newMembers]: memberSheet([changed, ...families(2, 20)]),
    })
    expect(numbersIn(result, oldHouseholds)).toEqual(all(2, 20))
  })
})

describe('last month’s member export beside this month’s household export', () => {
  test('a household that left falls away; the others keep who is supported, and a new one is enrolled by the household export', async () => {
    const mixed = families(0, 20).map((family): Family => ({ ...family, unsupported: family.people.slice(1) }))
    const result = await ingestWorkbooks({
      [oldMembers]: memberSheet(mixed),
      [newHouseholds]: householdSheet([...mixed.slice(1), ...families(30, 31)]),
    })
    expect(numbersIn(result, oldMembers)).toEqual(all(1, 20))
    const supported = [...mixed.slice(1).map(({ people: [head = 0] }) => nameOf(head)), nameOf(60), nameOf(61)]
    expect(enrolled(result).sort()).toEqual(supported.sort())
    expect(told(result)).toMatchObject([
      { code: 'older-month-sifted', origin: { file: oldMembers }, facts: { rows: 2, kept: 38, gone: 2 } },
    ])
  })

  test.each<[string, Family]>([
    ['somebody came', { number: 'D0', people: [0, 1, 70] }],
    ['somebody left', { number: 'D0', people: [0] }],
    ['somebody is supported anew', { number: 'D0', people: [0, 1], insuredSize: 1 }],
  ])('a household that changed is enrolled by the household export alone: %s', async (_, changed) => {
    const result = await ingestWorkbooks({
      [oldMembers]: memberSheet(families(0, 20)),
      [newHouseholds]: householdSheet([changed, ...families(1, 20)]),
    })
    expect(numbersIn(result, oldMembers)).toEqual(all(1, 20))
    const own = result.records.filter(({ householdNumber }) => householdNumber === 'D0')
    expect(own.map(({ name, programmes }) => [name, programmes.length])).toEqual(
      changed.people.map((one) => [nameOf(one), 1]),
    )
  })

  test('this month’s list of heads shows which households left and nothing else', async () => {
    const result = await ingestWorkbooks({
      [oldMembers]: memberSheet(families(0, 20)),
      [newHouseholds]: householdSheet(families(1, 20), 'heads'),
    })
    expect(numbersIn(result, oldMembers)).toEqual(all(1, 20))
    expect(enrolled(result)).toContain(nameOf(3))
    expect(enrolled(result)).not.toContain(nameOf(1))
  })

  test('a household whose rows name two townships falls or stays as a whole', async () => {
    const members = [...families(0, 20), ...families(20, 40, { township: '石桥乡' })]
    const parts: Family[] = [
      { number: 'D50', people: [100] },
      { number: 'D50', people: [101], head: 100, township: '石桥乡' },
    ]
    const result = await ingestWorkbooks({
      [oldMembers]: memberSheet([...members, ...parts]),
      [newHouseholds]: householdSheet([...members, { number: 'D50', people: [100, 101] }]),
    })
    const own = result.records.filter(
      ({ origin, householdNumber }) => origin.file === oldMembers && householdNumber === 'D50',
    )
    expect(own.map(({ name }) => name)).toEqual([nameOf(100), nameOf(101)])
    expect(enrolled(result)).toEqual(expect.arrayContaining([nameOf(100), nameOf(101)]))
  })
})

describe('other pairs of exports', () => {
  const sheets: [string, Record<string, ReturnType<typeof householdSheet>>, string][] = [
    [
      'urban allowance',
      {
        '城市低保家庭查询_202610.xlsx': householdSheet(families(0, 20)),
        '城市低保人员查询_202611.xlsx': memberSheet(families(1, 20)),
      },
      '城市低保家庭查询_202610.xlsx',
    ],
    [
      '低保边缘',
      {
        '低保边缘家庭查询_202610.xlsx': householdSheet(families(0, 20)),
        '低保边缘人员查询_202611.xlsx': memberSheet(families(1, 20), 'unmarked'),
      },
      '低保边缘家庭查询_202610.xlsx',
    ],
    [
      '特困, whose household export lists relatives',
      {
        '特困人员家庭查询_202610.xlsx': householdSheet(families(0, 20, { insuredSize: 1 })),
        '特困人员人员查询_202611.xlsx': memberSheet(
          families(1, 20).map((family) => ({ ...family, people: family.people.slice(0, 1) })),
          'unmarked',
        ),
      },
      '特困人员家庭查询_202610.xlsx',
    ],
  ]
  test.each(sheets)('%s', async (_, books, older) => {
    const result = await ingestWorkbooks(books)
    expect(numbersIn(result, older)).toEqual(all(1, 20))
    expect(told(result)).toMatchObject([{ code: 'older-month-sifted', facts: { rows: 1, kept: 19 } }])
  })

  test('this month’s sheet of the same export stands for the older one first, the other export for townships that it lacks', async () => {
    const elsewhere = families(20, 40, { township: '石桥乡' })
    const result = await ingestWorkbooks({
      [oldHouseholds]: householdSheet([...families(0, 20), ...elsewhere]),
      [newHouseholds]: householdSheet(families(1, 20)),
      [newMembers]: memberSheet([...families(1, 20), ...elsewhere.slice(1)]),
    })
    expect(numbersIn(result, oldHouseholds)).toEqual(all(21, 40))
    expect(told(result)).toMatchObject([
      { code: 'older-month-replaced', facts: { townships: '清河镇', rows: 20, gone: 4 } },
      { code: 'older-month-sifted', facts: { townships: '石桥乡', rows: 1, kept: 19, gone: 4 } },
    ])
  })
})

describe('what is kept whole', () => {
  /** Every row is used, and every household of the older sheet still enrolled. */
  function expectKept(result: Ingested, people: readonly Family[]): void {
    expect(result.outdated).toEqual([])
    expect(result.deliveries.map(({ rowsReplaced }) => rowsReplaced)).toEqual([undefined, undefined])
    expect(enrolled(result)).toEqual(expect.arrayContaining(people.flatMap((family) => family.people.map(nameOf))))
  }

  test('a township that this month’s export lacks, and is told', async () => {
    const elsewhere = families(20, 40, { township: '石桥乡' })
    const result = await ingestWorkbooks({
      [oldHouseholds]: householdSheet([...families(0, 20), ...elsewhere]),
      [newMembers]: memberSheet(families(1, 20)),
    })
    expect(numbersIn(result, oldHouseholds)).toEqual(all(1, 40))
    expect(enrolled(result)).toEqual(expect.arrayContaining(elsewhere.flatMap(({ people }) => people.map(nameOf))))
    expect(told(result)).toMatchObject([
      { code: 'older-month-sifted', facts: { townships: '清河镇', rows: 1, kept: 19 } },
      { code: 'older-month-alone', facts: { townships: '石桥乡', rows: 20 } },
    ])
  })

  test.each<[string, Family[]]>([
    ['a good part of the township', families(4, 20)],
    ['a village', families(2, 20)],
  ])('a township of which this month’s export lacks %s, and is told', async (_, now) => {
    const older = [...families(0, 2, { village: '西街社区' }), ...families(2, 20)]
    const result = await ingestWorkbooks({ [oldHouseholds]: householdSheet(older), [newMembers]: memberSheet(now) })
    expectKept(result, older)
    expect(told(result)).toMatchObject([{ code: 'older-month-unlike', facts: { townships: '清河镇', rows: 20 } }])
  })

  test.each<[string, string, string]>([
    ['no month on the household export', '农村低保家庭查询.xlsx', newMembers],
    ['no month on the member export', oldHouseholds, '农村低保人员查询.xlsx'],
    ['both of last month', oldHouseholds, oldMembers],
    ['both of this month', newHouseholds, newMembers],
    ['another allowance', '城市低保家庭查询_202610.xlsx', newMembers],
  ])('%s', async (_, households, members) => {
    const result = await ingestWorkbooks({
      [households]: householdSheet(families(0, 20)),
      [members]: memberSheet(families(1, 20)),
    })
    expectKept(result, families(0, 20))
    expect(told(result)).toEqual([])
  })

  test('sheets that share nobody', async () => {
    const result = await ingestWorkbooks({
      [oldHouseholds]: householdSheet(families(0, 20)),
      [newMembers]: memberSheet(families(40, 60)),
    })
    expectKept(result, families(0, 20))
    expect(told(result)).toEqual([])
  })
})
