import { fractions } from '../fixtures/random.js'
import { checkDigit, declareLost, parseIdNumber } from '../src/domain/id-number.js'
import type { PersonRecord } from '../src/ingest/source.js'

/** How the ids of a roster are damaged: shares of the damaged ones by kind; they add up to one. */
export type DamageProfile = Readonly<Partial<Record<Damage, number>>>

/**
 * A way in which an office spoils a number. The second group (`shifted` to `blank-and-name`) was written down before it was measured, and the comparisons
 * were then improved with it in sight: a digit lost and made up for by a zero at the end, month and day exchanged, two digits of the year wrong, an area
 * code that a reform rewrote, a digit struck twice over its neighbour, the last four masked, all but area and year masked, the blank number of a row whose
 * name is misspelt as well. The third (`far-swap` to `digit-and-name`) was written down afterwards and not built for: two digits exchanged across another,
 * the wrong century, another family member's number, the area code left out, a letter for a zero, the old fifteen digits, a wrong digit in a row whose name
 * is misspelt as well. One exception: that a name is no slip where the row's own sex or year is not the number's was made with `relative` in sight.
 */
export type Damage =
  | 'one-digit'
  | 'swapped'
  | 'missing-digit'
  | 'extra-digit'
  | 'two-digits'
  | 'rounded'
  | 'scientific'
  | 'masked'
  | 'blank'
  | 'shifted'
  | 'month-day'
  | 'year'
  | 'area'
  | 'struck-twice'
  | 'tail-masked'
  | 'mostly-masked'
  | 'blank-and-name'
  | 'far-swap'
  | 'century'
  | 'relative'
  | 'no-area'
  | 'letter'
  | 'fifteen'
  | 'digit-and-name'

/** What a county is made of. */
export interface CountyPlan {
  readonly seed: number
  /** Rows of the large and of the small roster. */
  readonly large: number
  readonly small: number
  /** Share of ids damaged in each roster. */
  readonly damaged: number
  readonly profile: DamageProfile
  /** Share of names written otherwise, independent of the ids. */
  readonly nameNoise: number
}

/** Records of two rosters and for each record the person it really is. */
export interface County {
  readonly records: PersonRecord[]
  readonly truth: Int32Array
  /** What was done to the number of each record, or null. */
  readonly damage: readonly (Damage | null)[]
}

type Chance = () => number

interface Citizen {
  readonly id: string
  readonly name: string
  readonly village: number
  readonly household: number
  readonly phone: string
}

// Common surnames weighted about as in the country, and given-name characters; skewed picks make namesakes.
const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const given = [
  ...'国英明华秀文志建玉兰春林桂红军小平海芳永德金成丽梅云强生荣光凤龙美福素清新杰珍淑东辉伟学立祥忠民振亚艳胜良家庆霞敏利宝全才树俊洪长波飞峰义贵水正莲天世仁彩万兴少安锋娟香勇月山娜琴晓川宏顺发昌庭燕慧静涛大雪琳子宇浩轩欣怡',
]
const slips: readonly (readonly [string, string])[] = [
  '小晓',
  '红洪',
  '丽莉',
  '燕艳',
  '建健',
  '峰锋',
  '芳方',
  '平萍',
  '英瑛',
  '志智',
  '明铭',
  '军君',
  '华花',
  '兰蓝',
  '梅玫',
  '娟涓',
  '文雯',
  '国囯',
  '龙龍',
  '强強',
  '凤鳳',
  '萧肖',
  '傅付',
  '阎闫',
  '侯候',
  '杨扬',
  '未末',
  '治冶',
  '云雲',
  '伟伪',
  '刘浏',
  '陈阵',
  '玉王',
  '贵责',
  '清请',
  '涛滔',
].map((pair) => [...pair] as unknown as readonly [string, string])

/** Builds a county: the large roster holds nearly all people, the small one holds people of both, 95 in 100 of them in the large one too. */
export function buildCounty(plan: CountyPlan): County {
  const random = fractions(`matching/${plan.seed}`)
  const shared = Math.round(plan.small * 0.95)
  const people = citizens(random, plan.large + plan.small - shared)
  const records: PersonRecord[] = []
  const truth = new Int32Array(plan.large + plan.small)
  const done: (Damage | null)[] = []
  const enter = (person: number, roster: Roster, row: number) => {
    truth[records.length] = person
    const kind = random() < plan.damaged ? damageOf(random, plan.profile) : null
    done.push(kind)
    const relative = relativeOf(people, person)
    records.push(rowOf(random, plan, people[person] as Citizen, { roster, row, kind, relative, index: records.length }))
  }
  for (let i = 0; i < plan.large; i++) enter(i, large, i + 2)
  const step = plan.large / shared
  for (let i = 0; i < shared; i++) enter(Math.floor(i * step), small, i + 2)
  for (let i = shared; i < plan.small; i++) enter(plan.large + i - shared, small, i + 2)
  dropChanceHits(records)
  return { records, truth, damage: done }
}

// As the reader does: among numbers that lost their last digits, one that ends in 000 and checks by chance is lost as well.
function dropChanceHits(records: PersonRecord[]): void {
  for (const { source } of [large, small]) {
    const isLost = ({ idNumber }: PersonRecord) => idNumber?.state === 'damaged' && idNumber.damage === '末三位丢失'
    if (records.filter((record) => record.source === source && isLost(record)).length < 3) continue
    for (const [i, record] of records.entries())
      if (record.source === source && record.idNumber?.value?.endsWith('000'))
        records[i] = { ...record, idNumber: declareLost(record.idNumber) }
  }
}

function relativeOf(people: readonly Citizen[], person: number): Citizen {
  const own = people[person] as Citizen
  for (const at of [person - 1, person + 1]) if (people[at]?.household === own.household) return people[at] as Citizen
  return own
}

interface Roster {
  readonly source: string
  readonly system: PersonRecord['system']
  readonly salt: number
  readonly file: string
  readonly programmes: readonly PersonRecord['system'][]
}

const large: Roster = {
  source: 'registered-poor',
  system: 'registered-poor',
  salt: 1,
  file: 'poor.xlsx',
  programmes: ['registered-poor'],
}
const small: Roster = {
  source: 'rural-allowance-members',
  system: 'rural-allowance',
  salt: 2,
  file: 'rural.xlsx',
  programmes: ['rural-allowance'],
}

function citizens(random: Chance, count: number): readonly Citizen[] {
  const people: Citizen[] = []
  const numbers = new Set<string>()
  const freshNumber = (day: string) => {
    let id = numberOf(random, day)
    while (numbers.has(id)) id = numberOf(random, day)
    numbers.add(id)
    return id
  }
  const villages = Math.max(20, Math.round(count / 1500))
  for (let household = 0; people.length < count; household++) {
    const village = Math.floor(random() * villages)
    const phone = flat(`13${String(Math.floor(random() * 1e9)).padStart(9, '0')}`)
    const surname = skewed(random, surnames)
    const size = 1 + Math.floor(random() * 4.5)
    const generation = skewed(random, given)
    const names = new Set<string>()
    for (let k = 0; k < size && people.length < count; k++) {
      const own = k === 1 ? skewed(random, surnames) : surname
      const name = nameAtHome(random, names, own, k >= 2 ? generation : null)
      const day = birthDay(random, k)
      people.push({ id: freshNumber(day), name, village, household, phone })
      if (k >= 2 && random() < 0.012) {
        const twin = nameAtHome(random, names, own, generation)
        people.push({ id: freshNumber(day), name: twin, village, household, phone })
      }
    }
  }
  return people.slice(0, count)
}

function skewed(random: Chance, from: readonly string[]): string {
  return from[Math.floor(random() ** 2 * from.length)] as string
}

// No family gives two of its members one name.
function nameAtHome(random: Chance, names: Set<string>, surname: string, generation: string | null): string {
  let name = surname + givenName(random, generation)
  while (names.has(name)) name = surname + givenName(random, generation)
  names.add(name)
  return name
}

// Siblings often share a character.
function givenName(random: Chance, generation: string | null): string {
  if (random() < 0.2) return skewed(random, given)
  return (generation !== null && random() < 0.4 ? generation : skewed(random, given)) + skewed(random, given)
}

function birthDay(random: Chance, place: number): string {
  const year = place < 2 ? 1935 + Math.floor(random() * 50) : 1965 + Math.floor(random() * 55)
  const day = new Date(Date.UTC(year, 0, 1 + Math.floor(random() * 365)))
  return day.toISOString().slice(0, 10).replaceAll('-', '')
}

function numberOf(random: Chance, day: string): string {
  const digits = `340199${day}${String(Math.floor(random() ** 1.5 * 1000)).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

interface Row {
  readonly roster: Roster
  readonly row: number
  readonly kind: Damage | null
  /** Whose number stands in the row when the kind is `relative`. */
  readonly relative: Citizen
  readonly index: number
}

function rowOf(
  random: Chance,
  plan: CountyPlan,
  citizen: Citizen,
  { roster, row, kind, relative, index }: Row,
): PersonRecord {
  const text = kind === null ? citizen.id : spoil(random, kind === 'relative' ? relative.id : citizen.id, kind)
  const lost = text === ''
  const misspelt = random() < plan.nameNoise || kind === 'blank-and-name' || kind === 'digit-and-name'
  const name = misspelt ? slip(random, citizen.name) : citizen.name
  const moved = random() < 0.03
  const village = moved ? citizen.village + 1 : citizen.village
  return {
    index,
    source: roster.source,
    origin: { file: roster.file, sheet: 'Sheet1', row, column: null },
    programmes: roster.programmes,
    system: roster.system,
    place: placeOf(village),
    idNumber: lost ? null : parseIdNumber(flat(text)),
    name,
    sex: Number(citizen.id[16]) % 2 === 1 ? '男' : '女',
    birthDate: roster === large || random() < 0.5 ? dayOf(citizen.id) : null,
    householdNumber: flat(`${roster.salt}${citizen.household}`),
    headIdNumber: null,
    headName: null,
    relation: null,
    phone: random() < 0.5 ? citizen.phone : null,
    bankAccount: null,
    formerIdNumber: null,
    formerName: null,
  }
}

const days = new Map<string, string>()

function dayOf(id: string): string {
  const digits = id.slice(6, 14)
  const known = days.get(digits) ?? flat(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)
  days.set(digits, known)
  return known
}

// A text as a reader yields it, in one piece; what concatenation makes keeps its parts alive.
function flat(text: string): string {
  return Buffer.from(text).toString()
}

const places: PersonRecord['place'][] = []

function placeOf(village: number): PersonRecord['place'] {
  places[village] ??= { township: townships[village % 20] as string, village: `村${village}` }
  return places[village]
}

const townships = Array.from({ length: 20 }, (_, i) => `${i + 1}镇`)

function slip(random: Chance, name: string): string {
  const characters = [...name]
  const at = 1 + Math.floor(random() * (characters.length - 1))
  const kind = random()
  const known = slips.flatMap(([a, b]) =>
    characters.flatMap((character, i) =>
      character === a ? [[i, b] as const] : character === b ? [[i, a] as const] : [],
    ),
  )
  const one = known[Math.floor(random() * known.length)]
  if (kind < 0.6) {
    if (one) characters[one[0]] = one[1]
  } else if (kind < 0.75) characters[at] = '?'
  else if (kind < 0.85 && characters.length === 3) characters.splice(at, 1)
  else characters[at] = skewed(random, given)
  return characters.join('')
}

function damageOf(random: Chance, profile: DamageProfile): Damage {
  let left = random()
  for (const [kind, share] of Object.entries(profile)) {
    left -= share
    if (left < 0) return kind as Damage
  }
  return 'one-digit'
}

function spoil(random: Chance, id: string, kind: Damage): string {
  const at = Math.floor(random() * 18)
  const other = (digit: string) => String((Number(digit === 'X' ? 0 : digit) + 1 + Math.floor(random() * 9)) % 10)
  const replace = (text: string, i: number) => text.slice(0, i) + other(text[i] as string) + text.slice(i + 1)
  switch (kind) {
    case 'one-digit':
    case 'digit-and-name':
      return replace(id, at)
    case 'two-digits':
      return replace(replace(id, at), (at + 1 + Math.floor(random() * 17)) % 18)
    case 'swapped': {
      for (let i = at % 17; ; i = (i + 1) % 17)
        if (id[i] !== id[i + 1]) return id.slice(0, i) + id[i + 1] + id[i] + id.slice(i + 2)
    }
    case 'missing-digit':
      return id.slice(0, at) + id.slice(at + 1)
    case 'extra-digit':
      return id.slice(0, at) + String(Math.floor(random() * 10)) + id.slice(at)
    case 'rounded':
      return `${id.slice(0, 15)}000`
    case 'scientific':
      return `${id[0]}.${id.slice(1, 6)}E+17`
    case 'masked':
      return `${id.slice(0, 6)}********${id.slice(14)}`
    case 'blank':
    case 'blank-and-name':
      return ''
    case 'shifted': {
      const lost = at % 17
      return `${id.slice(0, lost)}${id.slice(lost + 1)}0`
    }
    case 'month-day':
      return `${id.slice(0, 10)}${id.slice(12, 14)}${id.slice(10, 12)}${id.slice(14)}`
    case 'year':
      return replace(replace(id, 8), 9)
    case 'area':
      return `3401${String(20 + Math.floor(random() * 79)).padStart(2, '0')}${id.slice(6)}`
    case 'struck-twice': {
      const i = at % 17
      return id.slice(0, i) + id[i] + id[i] + id.slice(i + 2)
    }
    case 'tail-masked':
      return `${id.slice(0, 14)}****`
    case 'mostly-masked':
      return `${id.slice(0, 10)}********`
    case 'far-swap': {
      const [i, j] = [at % 15, (at % 15) + 2]
      return id.slice(0, i) + id[j] + id.slice(i + 1, j) + id[i] + id.slice(j + 1)
    }
    case 'century':
      return `${id.slice(0, 6)}${id.slice(6, 8) === '19' ? '20' : '19'}${id.slice(8)}`
    case 'relative':
      return id
    case 'no-area':
      return id.slice(6)
    case 'letter':
      return id.replace('0', 'O')
    case 'fifteen':
      // Nobody born in this century ever had one.
      return id[6] === '2' ? replace(id, at) : id.slice(0, 6) + id.slice(8, 17)
  }
}
