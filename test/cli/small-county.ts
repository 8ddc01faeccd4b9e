import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../src/cli/main.js'
import { id } from '../match/people.js'

/** People of the small county: three with two names to their number, two without a doubt. */
export const ids = {
  same: id('19700114', '746'),
  different: id('19700909', '733'),
  unsure: id('19801014', '974'),
  dead: id('19450309', '511'),
  alive: id('19530309', '079'),
} as const

const allowance = [
  ['王小明', ids.same],
  ['李建国', ids.different],
  ['赵桂兰', ids.unsure],
  ['孙德发', ids.dead],
  ['周玉梅', ids.alive],
]
const subsidies = [
  ['郑春花', ids.same],
  ['冯志高', ids.different],
  ['陈永福', ids.unsure],
  ['周玉梅', ids.alive],
]

/** Makes a workspace with the months 2026-10 and 2026-11, the same people in both. Returns its folder. */
export function smallCounty(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-small-'))
  writeFileSync(join(folder, 'doudi.yaml'), "county: 示例县\nareaCode: '340199'\n")
  writeFileSync(join(folder, 'towns.csv'), '乡镇,村社区,别名\n青禾镇,,\n青禾镇,枣畈村,\n')
  writeFileSync(
    join(folder, 'standards.csv'),
    '参数,生效月份,数值,单位,依据文号\nsubsistence.rural,2026-01,700,元/月,示例1号\n',
  )
  for (const month of ['202610', '202611']) {
    const inbox = join(folder, 'inbox', `${month.slice(0, 4)}-${month.slice(4)}`)
    mkdirSync(inbox, { recursive: true })
    const members = allowance.map(
      ([name, number], at) => `${name},${number},青禾镇,枣畈村,NC00${at},户主,是,农村低保,2020-01`,
    )
    writeFileSync(
      join(inbox, `农村低保人员查询_${month}02.csv`),
      ['姓名,身份证号,所属街道,所属社区,低保（特困）证号,与户主关系,是否保障,救助类型,最初享受月份', ...members].join(
        '\n',
      ),
    )
    const paid = subsidies.map(
      ([name, number], at) => `${at + 1},${name},女,${number},青禾镇,枣畈村,肢体,一级,2022-01,80`,
    )
    writeFileSync(
      join(inbox, `${month}重度残疾人护理补贴发放名册.csv`),
      ['序号,姓名,性别,身份证号码,乡镇,村,残疾类别,残疾等级,享受起始月,补贴金额（元）', ...paid].join('\n'),
    )
    writeFileSync(
      join(inbox, `${month}殡葬火化名册.csv`),
      ['序号,死者姓名,身份证号,死亡日期,火化日期', `1,孙德发,${ids.dead},2026-05-02,2026-05-04`].join('\n'),
    )
  }
  return folder
}

/** What a command said and gave, and its exit code. */
export interface Told {
  readonly code: number
  readonly said: string
  readonly data: string
}

/** Runs a doudi command in this process. */
export async function doudi(...argv: string[]): Promise<Told> {
  let [said, data] = ['', '']
  const code = await run(['node', 'doudi', ...argv], {
    say: (line) => {
      said += `${line}\n`
    },
    progress: () => {},
    data: (text) => {
      data += text
    },
  })
  return { code, said, data }
}
