import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorkspace } from '../src/cli/workspace.js'
import { reconcile } from '../src/reconcile.js'
import { doudi, ids, smallCounty } from './cli/small-county.js'
import { id } from './match/people.js'
import { bookOf } from './track/answers/answer-county.js'
import { allText, readBook } from './write/read-book.js'

let folder = ''
beforeEach(() => {
  folder = smallCounty()
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (month: string) => doudi('run', '-m', month, '-w', folder, '--json')
const inbox = (month: string, file: string) => join(folder, 'inbox', month, file)

function rows(month: string, name: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, 'out', month, 'data', name)), { bom: true, columns: true })
}

const findings = (month: string, rule: string) => rows(month, 'findings.csv').filter((row) => row.rule === rule)

function dataFiles(month: string): Record<string, string> {
  const data = join(folder, 'out', month, 'data')
  return Object.fromEntries(readdirSync(data).map((name) => [name, readFileSync(join(data, name), 'utf8')]))
}

describe('a death list of the month alone', () => {
  test('does not make last month’s dead alive', async () => {
    const others = ['序号,死者姓名,身份证号,死亡日期,火化日期', '1,无名氏,,2026-11-02,2026-11-04']
    writeFileSync(inbox('2026-11', '202611殡葬火化名册.csv'), others.join('\n'))
    await run('2026-10')
    await run('2026-11')
    expect(findings('2026-10', 'C01').map((row) => row.id_number)).toEqual([ids.dead])
    expect(findings('2026-11', 'C01').map((row) => [row.id_number, row.times_seen])).toEqual([[ids.dead, '2']])
    expect(
      rows('2026-11', 'persons.csv')
        .filter((row) => row.source === 'deaths')
        .map((row) => row.file)
        .sort(),
    ).toEqual(['202610殡葬火化名册.csv', '202611殡葬火化名册.csv'])
  })
})

describe('last month’s roster left beside this month’s', () => {
  const roster = (month: string) => `农村低保人员查询_${month.replace('-', '')}02.csv`
  const notHeld =
    'urban-allowance, destitute, orphan, unattended-child, marginal, departure, monitored, registered-poor, disability-certificate'
  const more = Array.from({ length: 12 }, (_, at) => {
    const number = id(`19${50 + at}0412`, String(301 + at))
    return `钱${'甲乙丙丁戊己庚辛壬癸子丑'[at]}明,${number},青禾镇,枣畈村,NC1${at},户主,是,农村低保,2020-01`
  })

  test('changes nothing of what is found, and the struck-off family is asked after', async () => {
    appendFileSync(join(folder, 'doudi.yaml'), `notHeld: [${notHeld}]\n`)
    for (const month of ['2026-10', '2026-11'])
      appendFileSync(inbox(month, roster(month)), `\n${more.slice(month === '2026-10' ? 0 : 1).join('\n')}`)
    await run('2026-10')
    await run('2026-11')
    const alone = dataFiles('2026-11')
    copyFileSync(inbox('2026-10', roster('2026-10')), inbox('2026-11', roster('2026-10')))
    await run('2026-11')
    const { 'issues.csv': issues, 'set-aside.csv': setAside, ...others } = dataFiles('2026-11')
    const { 'issues.csv': _, 'set-aside.csv': setAsideAlone, ...othersAlone } = alone
    expect(others).toEqual(othersAlone)
    expect(findings('2026-11', 'T01').map(({ name }) => name)).toEqual(['钱甲明'])
    expect(issues).toContain('以本月的为准，这张表里的 17 行没有采用。只有旧表才有的 1 人')
    expect(setAside).not.toBe(setAsideAlone)
    expect(rows('2026-11', 'set-aside.csv').filter(({ fate }) => fate === 'outdated')).toMatchObject([
      { rule: 'D15', name: '钱甲明', township: '青禾镇' },
    ])
    const manifest = JSON.parse(readFileSync(join(folder, 'out', '2026-11', 'manifest.json'), 'utf8'))
    expect(manifest.rows).toMatchObject({ rowsReplaced: 17 })
    const book = join(folder, 'out', '2026-11', '县级')
    const total = readdirSync(book).find((name) => name.includes('总表')) as string
    expect(allText(await readBook(readFileSync(join(book, total))))).toContain(
      '以前月份的 17 行以本月的名册为准，没有采用。',
    )
  }, 30_000)

  test('nor does last month’s household export keep the family on the roll', async () => {
    appendFileSync(join(folder, 'doudi.yaml'), `notHeld: [${notHeld}]\n`)
    for (const month of ['2026-10', '2026-11'])
      appendFileSync(inbox(month, roster(month)), `\n${more.slice(month === '2026-10' ? 0 : 1).join('\n')}`)
    const households = more.map((line) => {
      const [name, number, township, village, household] = line.split(',')
      return [name, number, household, '1', '1', township, village, '420', '5000', name, number].join(',')
    })
    const headings =
      '户主姓名,户主身份证号,低保（特困）证号,家庭人口,保障人口,所属街道,所属社区,户月保障金额,家庭年总收入（元）,家庭成员姓名,家庭成员身份证号'
    const older = '农村低保家庭查询_20261002.csv'
    for (const month of ['2026-10', '2026-11']) writeFileSync(inbox(month, older), [headings, ...households].join('\n'))
    await run('2026-10')
    await run('2026-11')
    expect(findings('2026-11', 'T01').map(({ name }) => name)).toEqual(['钱甲明'])
    expect(rows('2026-11', 'issues.csv').filter(({ code }) => code?.startsWith('older'))).toMatchObject([
      { code: 'older-month-sifted', file: older },
    ])
    expect(rows('2026-11', 'set-aside.csv').filter(({ fate }) => fate === 'outdated')).toMatchObject([
      { rule: 'D15', name: '钱甲明', township: '青禾镇' },
    ])
  }, 30_000)
})

describe('an old month', () => {
  test('is issued again byte for byte, although later months and answers have come since', async () => {
    await run('2026-10')
    const first = dataFiles('2026-10')
    await run('2026-11')
    const second = dataFiles('2026-11')
    await run('2026-10')
    expect(dataFiles('2026-10')).toEqual(first)
    await run('2026-11')
    expect(dataFiles('2026-11')).toEqual(second)
  })
})

describe('a case that nobody answered', () => {
  test('stays a question while the roster it rests on is missing', async () => {
    await run('2026-10')
    mkdirSync(join(folder, 'aside'))
    renameSync(inbox('2026-11', '202611殡葬火化名册.csv'), join(folder, 'aside', 'deaths.csv'))
    const { data } = await run('2026-11')
    expect(findings('2026-11', 'C01')).toEqual([])
    expect(JSON.parse(data)).toMatchObject({ carriedOver: 1, cases: { 错保: 0 } })
  })

  test('is over once the roster no longer shows it', async () => {
    await run('2026-10')
    const file = inbox('2026-11', '农村低保人员查询_20261102.csv')
    const left = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !line.includes(ids.dead))
    writeFileSync(file, left.join('\n'))
    const { data } = await run('2026-11')
    expect(JSON.parse(data)).toMatchObject({ cases: { 错保: 0 } })
    expect((await doudi('status', '-w', folder, '--json')).code).toBe(0)
  })
})

test('an old month issued again after two of its people became one says what it said, with the case numbers it had', async () => {
  await run('2026-10')
  const answers = rows('2026-10', 'identity.csv').map((row) => `${row.question},同一人,张某`)
  writeFileSync(join(folder, '号码.csv'), ['核对编号,是否同一人,核对人', ...answers].join('\n'))
  expect((await doudi('import', join(folder, '号码.csv'), '-w', folder)).code).toBe(0)
  await run('2026-11')
  const files = [dataFiles('2026-10'), dataFiles('2026-11')]
  expect(rows('2026-11', 'identity.csv')).toEqual([])
  await run('2026-10')
  await run('2026-11')
  expect([dataFiles('2026-10'), dataFiles('2026-11')]).toEqual(files)
})

describe('a household under another number', () => {
  const poor = (month: string, number: string) =>
    writeFileSync(
      inbox(month, '监测对象信息-风险未消除.csv'),
      [
        '户编号,人编号,姓名,证件类型,证件号码,与户主关系,监测对象类别,风险是否已消除,致贫风险,健康状况,乡,村',
        `${number},1,吴长福,居民身份证,${id('19600203', '371')},父,突发严重困难户,否,因病,健康,青禾镇,枣畈村`,
        `${number},2,何秀英,居民身份证,${id('19620304', '482')},配偶,突发严重困难户,否,因病,健康,青禾镇,枣畈村`,
      ].join('\n'),
    )

  test('keeps its case, also when an old month is issued again', async () => {
    poor('2026-10', 'JC0001')
    poor('2026-11', 'HF7777')
    await run('2026-10')
    await run('2026-11')
    const [before, now] = [findings('2026-10', 'D09'), findings('2026-11', 'D09')]
    expect(before).toMatchObject([{ household_no: 'JC0001', times_seen: '1' }])
    expect(now).toMatchObject([{ case_id: before[0]?.case_id, household_no: 'HF7777', times_seen: '2' }])
    const files = [dataFiles('2026-10'), dataFiles('2026-11')]
    await run('2026-10')
    await run('2026-11')
    expect([dataFiles('2026-10'), dataFiles('2026-11')]).toEqual(files)
  })
})

describe('the question about who got much temporary aid', () => {
  const aided = id('19750607', '318')
  const heading = '序号,姓名,身份证号,地址,类别,金额（元）,审核日期,原因'
  const payment = (name: string, number: string, day: string) =>
    `${name},${number},青禾镇枣畈村2组,急难型,3000,${day},火灾`
  const early = payment('方大勇', aided, '2026-08-12')
  const ledger = (month: string, ...payments: string[]) =>
    writeFileSync(
      inbox(month, '临时救助台账.csv'),
      [heading, ...payments.map((row, at) => `${at + 1},${row}`)].join('\n'),
    )
  const asked = (month: string) => rows(month, 'findings.csv').filter((row) => row.id_number === aided)

  beforeEach(() => {
    const notHeld = 'registered-poor, monitored, urban-allowance, destitute, departure'
    appendFileSync(join(folder, 'doudi.yaml'), `notHeld: [${notHeld}]\nrules:\n  on: [L12, L16]\n`)
    ledger('2026-10', early)
    // The ledger of the year so far: rows before this one, and another payment to the same person behind it.
    const others = [payment('钱有余', id('19660203', '432'), '2026-07-01'), payment('郑小满', ids.same, '2026-08-01')]
    ledger('2026-11', ...others, early, payment('方大勇', aided, '2026-11-05'))
  })

  test('stays one case when the ledger comes again with more rows, and with another payment', async () => {
    await run('2026-10')
    await run('2026-11')
    expect(asked('2026-10')).toMatchObject([{ times_seen: '1' }])
    expect(asked('2026-11')).toMatchObject([{ case_id: asked('2026-10')[0]?.case_id, times_seen: '2' }])
  })

  test('is not asked again once it is answered', async () => {
    await run('2026-10')
    const answers = [
      '线索编号,姓名,核查结论,情况说明',
      `${asked('2026-10')[0]?.case_id},方大勇,C1,入户核实收入高于监测线`,
    ]
    writeFileSync(join(folder, '回填.csv'), answers.join('\n'))
    expect((await doudi('import', join(folder, '回填.csv'), '-w', folder)).code).toBe(0)
    const before = asked('2026-10')[0]?.case_id
    await run('2026-11')
    expect(asked('2026-11')).toMatchObject([{ case_id: before, status: '已闭环' }])
    const book = await readBook(readFileSync(bookOf(folder, '2026-11', '青禾镇')))
    expect([allText(book).includes('钱有余'), allText(book).includes('方大勇')]).toEqual([true, false])
  })
})

test('an amount that is suddenly in another unit is told of with its column', async () => {
  const people = Array.from(
    { length: 12 },
    (_, at) => [`${'赵钱孙李周吴郑冯陈褚卫蒋'[at]}清河`, id(`19${40 + at}0101`)] as const,
  )
  const list = (amount: number) =>
    ['乡镇,姓名,身份证号,金额', ...people.map(([name, number]) => `清河镇,${name},${number},${amount}`)].join('\n')
  writeFileSync(inbox('2026-10', '高龄津贴10月.csv'), list(100))
  writeFileSync(inbox('2026-11', '高龄津贴11月.csv'), list(10_000))
  for (const month of ['2026-10', '2026-11']) await run(month)
  const told = rows('2026-11', 'issues.csv').filter(({ code }) => code?.startsWith('column-'))
  expect(told).toMatchObject([{ code: 'column-disordered', file: '高龄津贴11月.csv', column: '金额' }])
})

test('a list whose ids were sorted without the names is told of once the next month shows it', async () => {
  const people = Array.from(
    { length: 12 },
    (_, at) => [`${'赵钱孙李周吴郑冯陈褚卫蒋'[at]}清河`, id(`19${50 + at}0101`)] as const,
  )
  const list = (whose: (at: number) => string) =>
    ['乡镇,姓名,身份证号,金额', ...people.map(([name], at) => `清河镇,${name},${whose(at)},100`)].join('\n')
  writeFileSync(
    inbox('2026-10', '高龄津贴10月.csv'),
    list((at) => people[at]?.[1] ?? ''),
  )
  writeFileSync(
    inbox('2026-11', '高龄津贴11月.csv'),
    list((at) => people[(at + 1) % 12]?.[1] ?? ''),
  )
  await run('2026-10')
  await run('2026-11')
  const told = (month: string) =>
    rows(month, 'issues.csv')
      .filter((row) => row.code === 'names-out-of-step')
      .map((row) => row.file)
  expect([told('2026-10'), told('2026-11')]).toEqual([[], ['高龄津贴11月.csv']])
})

test('a roster that is still being copied while it is read is not judged', async () => {
  const workspace = await openWorkspace(folder, {})
  const copying = reconcile({
    ...workspace,
    month: '2026-10',
    passwords: [],
    passwordFor: () => null,
    toolVersion: 'test',
    dryRun: false,
    onProgress: () => appendFileSync(inbox('2026-10', '202610殡葬火化名册.csv'), '2,无名氏,,2026-10-02,2026-10-04\n'),
    onStage: () => undefined,
  })
  await expect(copying).rejects.toMatchObject({ code: 'inbox-changing' })
  expect([existsSync(workspace.out), existsSync(workspace.state)]).toEqual([false, false])
})

describe('a township whose list was not read', () => {
  const away = id('19700303', '105')

  beforeEach(() => {
    appendFileSync(join(folder, 'doudi.yaml'), 'notHeld: [urban-allowance, destitute]\n')
    appendFileSync(join(folder, 'towns.csv'), '石桥乡,,\n石桥乡,柳树村,\n')
    const headings = '乡(镇),行政村,户编号,姓名,证件号码,与户主关系,监测对象类别,风险是否已消除,综合保障'
    const row = `石桥乡,柳树村,3401991000001,钱大海,${away},户主,脱贫不稳定户,否,低保`
    writeFileSync(inbox('2026-10', '监测对象信息_风险未消除.csv'), [headings, row].join('\n'))
  })

  test('has nobody called left out, in the first month either', async () => {
    await run('2026-10')
    expect(findings('2026-10', 'L11').map((row) => row.id_number)).toEqual([away])
    // Heads or members: the headings do not say whom the second number belongs to.
    const others = [id('19710303', '107'), id('19720303', '109'), id('19730303', '111')]
    const list = ['村,户主姓名,身份证号,姓名,身份证号', `柳树村,钱大海,${away},钱小海,${others[0]}`]
    list.push(`柳树村,吴大山,${others[1]},吴小山,${others[2]}`)
    writeFileSync(inbox('2026-10', '石桥乡农村低保.csv'), list.join('\n'))
    const { said } = await run('2026-10')
    expect(said).toContain('安全停判：农村低保在石桥乡没有记录，而“石桥乡农村低保.csv”像是这一名册，没有读成')
    expect(findings('2026-10', 'L11')).toEqual([])
    const stopped = rows('2026-10', 'rules.csv').find((row) => row.rule === 'L11')
    expect(stopped?.reason).toContain('农村低保（石桥乡）本月没有记录')
  })
})
