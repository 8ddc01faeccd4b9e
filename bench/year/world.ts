import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../../fixtures/random.js'
import { checkDigit } from '../../src/domain/id-number.js'
import { addMonths, type Month } from '../../src/domain/month.js'

/** What is wrong with somebody, and the rule that should ask about it. */
export const problemRules = { dead: 'C01', both: 'C03', care: 'P02', monitored: 'L02' } as const
export type ProblemKind = keyof typeof problemRules

/** How the township deals with a question: see townships.ts. */
export const manners = ['truthful', 'hasty', 'lying', 'late', 'double'] as const
export type Manner = (typeof manners)[number]

/** A person, and what was planted about them. */
export interface Problem {
  readonly id: string
  readonly name: string
  readonly township: string
  readonly kind: ProblemKind
  /** The first month whose rosters show it. */
  readonly from: Month
  /** False: the rosters are wrong and the township says so. */
  readonly real: boolean
  readonly manner: Manner
  /** From this month on the rosters no longer show it. */
  fixedFrom: Month | null
}

export const townships = ['青禾镇', '石埠镇', '柳塘乡', '云岭坡乡'] as const

/** A county whose rosters answer to what the townships do. */
export interface World {
  readonly problems: readonly Problem[]
  /** Writes the month's exports into the workspace's inbox. */
  deliver(workspace: string, month: Month): void
}

interface Someone {
  readonly id: string
  readonly name: string
  readonly township: string
}

/** Plants `perMonth` problems in each of `months`, in every kind and manner in turn, two thirds of them real. */
export function makeWorld(seed: string, months: readonly Month[], perMonth: number): World {
  const random = seeded(`year/${seed}`)
  let serial = 0
  const someone = (born: string, township: string): Someone => {
    serial++
    const digits = `340199${born}${String(serial % 1000).padStart(3, '0')}`
    return { id: digits + checkDigit(digits), name: nameOf(serial), township }
  }
  const kinds = Object.keys(problemRules) as ProblemKind[]
  const problems = months.flatMap((from, at) =>
    Array.from({ length: perMonth }, (_, n): Problem => {
      const kind = kinds[(at * perMonth + n) % kinds.length] as ProblemKind
      const born = `${random.int(1940, 1959)}0${random.int(1, 9)}${random.int(10, 28)}`
      const manner = manners[random.int(0, manners.length - 1)] as Manner
      const real = random.chance(0.67)
      return { ...someone(born, random.pick(townships)), kind, from, real, manner, fixedFrom: null }
    }),
  )
  const everyday = (count: number, born: number) =>
    townships.flatMap((township) =>
      Array.from({ length: count }, (_, n) => someone(`${born + (n % 20)}0${1 + (n % 9)}1${n % 9}`, township)),
    )
  const people = { allowance: everyday(40, 1950), destitute: everyday(12, 1940), disabled: everyday(20, 1960) }
  return { problems, deliver: (workspace, month) => deliver(workspace, month, problems, people) }
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张'
const given = '建国秀英桂兰玉梅德发永福春花志高小明淑芬长根水生'

// Four characters and more make every name its own: namesakes are measured elsewhere.
function nameOf(serial: number): string {
  const at = (text: string, index: number) => text[index % text.length] as string
  return at(surnames, serial) + at(given, serial * 7) + at(given, Math.floor(serial / 24) * 5 + 3)
}

function deliver(
  workspace: string,
  month: Month,
  problems: readonly Problem[],
  people: Readonly<Record<'allowance' | 'destitute' | 'disabled', readonly Someone[]>>,
): void {
  const folder = join(workspace, 'inbox', month)
  mkdirSync(folder, { recursive: true })
  const shown = problems.filter(({ from }) => from <= month)
  const of = (...kinds: ProblemKind[]) => shown.filter(({ kind }) => kinds.includes(kind))
  const isOpen = ({ fixedFrom }: Problem) => fixedFrom === null || month < fixedFrom
  const isFixed = (problem: Problem) => !isOpen(problem)
  const file = (name: string, heading: string, rows: readonly string[]) =>
    writeFileSync(join(folder, `${name}_${month.replace('-', '')}02.csv`), [heading, ...rows].join('\n'))
  const allowance = [...people.allowance, ...of('dead', 'both').filter(isOpen), ...of('monitored').filter(isFixed)]
  file(
    '农村低保人员查询',
    '姓名,身份证号,所属街道,所属社区,低保（特困）证号,与户主关系,是否保障,救助类型,最初享受月份',
    allowance.map(
      ({ name, id, township }) => `${name},${id},${township},东村,NC${id.slice(6)},户主,是,农村低保,2020-01`,
    ),
  )
  file(
    '特困人员人员查询',
    '姓名,身份证号,所属街道,所属社区,低保（特困）证号,供养方式,生活自理能力,最初享受月份',
    [...people.destitute, ...of('both')].map(
      ({ name, id, township }) => `${name},${id},${township},东村,TK${id.slice(6)},分散,全自理,2020-01`,
    ),
  )
  // The month's own dead only, told once: the tool has to remember them.
  const died = of('dead').filter(({ from }) => from === month)
  file('殡葬火化名册', '序号,死者姓名,身份证号,死亡日期,火化日期', [
    `1,外县人,,${addMonths(month, -2)}-03,${addMonths(month, -2)}-05`,
    ...died.map(({ name, id }, at) => `${at + 2},${name},${id},${addMonths(month, -2)}-10,${addMonths(month, -2)}-12`),
  ])
  file(
    '持证残疾人名单',
    '姓名,身份证号,残疾人证号,残疾类别,残疾等级,证状态,乡镇,村,首次发证日期',
    [...people.disabled, ...of('care')].map(
      ({ name, id, township }) => `${name},${id},${id}41,肢体,一级,有效,${township},东村,2015-03-01`,
    ),
  )
  file(
    '重度残疾人护理补贴发放名册',
    '序号,姓名,性别,身份证号码,乡镇,村,残疾类别,残疾等级,享受起始月,补贴金额（元）',
    [...people.disabled, ...of('care').filter(isFixed)].map(
      ({ name, id, township }, at) => `${at + 1},${name},,${id},${township},东村,肢体,一级,2022-01,80`,
    ),
  )
  file(
    '防返贫监测对象信息-风险未消除',
    '户编号,人编号,姓名,证件类型,证件号码,与户主关系,乡镇,行政村,监测对象类别,识别监测时间,风险是否已消除',
    of('monitored').map(
      ({ name, id, township }) =>
        `JC${id.slice(6)},R${id.slice(6)},${name},居民身份证,${id},户主,${township},东村,脱贫不稳定户,202301,否`,
    ),
  )
}
