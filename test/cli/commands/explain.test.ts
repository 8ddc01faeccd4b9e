import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doudi, ids, smallCounty } from '../small-county.js'

let folder = ''
beforeAll(() => {
  folder = smallCounty()
})
afterAll(() => rmSync(folder, { recursive: true }))

const explain = (...argv: string[]) => doudi('explain', ...argv, '-m', '2026-10', '-w', folder)

describe('doudi explain', () => {
  it('tells where a person stands, why the rows are one, and what was found, masked, and writes nothing', async () => {
    const { code, data } = await explain(ids.dead)
    expect(code).toBe(0)
    expect(data).toContain('农村低保人员查询_20261002.csv')
    expect(data).toContain('归入理由：证号一致')
    expect(data).toMatch(/202610-C01-0001 死亡仍在册/)
    expect(data).not.toContain(ids.dead)
    expect(data).not.toContain('孙德发')
    expect(existsSync(join(folder, 'state')) || existsSync(join(folder, 'out'))).toBe(false)
  })

  it('says when it is the number in the disability certificate that makes a row one’s own', async () => {
    const damaged = `${ids.alive.slice(0, -1)}${ids.alive.endsWith('1') ? '2' : '1'}`
    writeFileSync(
      join(folder, 'inbox', '2026-10', '持证残疾人名单.csv'),
      ['姓名,身份证号,残疾证号,残疾等级,证状态', `周玉梅,${damaged},${ids.alive}42,二级,有效`].join('\n'),
    )
    const { data } = await explain(ids.alive)
    expect(data.match(/归入理由：证号一致（凭此行残疾人证号中的公民身份号码）/g)).toHaveLength(1)
    expect(data.match(/归入理由：证号一致$/gm)?.length).toBeGreaterThan(0)
    rmSync(join(folder, 'inbox', '2026-10', '持证残疾人名单.csv'))
  })

  it('says of last month’s row of a list of families what it says of this month’s', async () => {
    const other = smallCounty()
    const head =
      '户主姓名,户主身份证号,低保（特困）证号,最初享受月份,申请原因,家庭成员姓名,家庭成员身份证号,保障人口(数),户月保障金额（元）,家庭人口(数),所属街道,所属社区'
    for (const month of ['2026-10', '2026-11'])
      writeFileSync(
        join(other, 'inbox', month, `农村低保家庭查询_${month.replace('-', '')}02.csv`),
        [head, `周玉梅,${ids.alive},NC004,2020-01,因病,周玉梅,${ids.alive},1,300,1,青禾镇,枣畈村`].join('\n'),
      )
    appendFileSync(
      join(other, 'doudi.yaml'),
      'files:\n  - name: 农村低保家庭查询_*.csv\n    source: rural-allowance-households\n',
    )
    await doudi('run', '-m', '2026-10', '-w', other)
    const { data } = await doudi('explain', ids.alive, '-m', '2026-11', '-w', other)
    const said = '农村低保（家庭名单，是否享受以人员名单为准）　农村低保家庭查询_2026'
    expect(data).toContain(`. ${said}11`)
    expect(data).toContain(`2026-10 ${said}10`)
    rmSync(other, { recursive: true })
  }, 20_000)

  it('says of a row in which its roster takes nobody for supported why not', async () => {
    const file = join(folder, 'inbox', '2026-10', '特困人员人员查询.csv')
    writeFileSync(file, ['姓名,身份证号,乡镇,状态', `周玉梅,${ids.alive},水湖镇,停保`].join('\n'))
    const { data } = await explain(ids.alive)
    expect(data).toContain('特困供养（在表中，名册注明已停或未批准）')
    rmSync(file)
  })

  it('tells why two people with one number are not one', async () => {
    const { code, said } = await explain(ids.same)
    expect(code).toBe(2)
    expect(said).toContain('有 2 个人符合')
    const key = /^ {2}(p\S+)/m.exec(said)?.[1] as string
    const { data } = await explain(key)
    expect(data).toContain('没有合并的理由：号码相同而姓名明显不同')
  })

  it('finds somebody by name, lists namesakes masked, and says that nobody bears a name', async () => {
    const one = await explain('孙德发')
    expect([one.code, one.data]).toEqual([0, expect.stringMatching(/202610-C01-0001 死亡仍在册/)])
    const file = join(folder, 'inbox', '2026-10', '持证残疾人名单.csv')
    writeFileSync(file, ['姓名,身份证号,残疾等级,证状态', '孙德发,340199????????0019,二级,有效'].join('\n'))
    const two = await explain('孙德发')
    expect(two.code).toBe(2)
    expect(two.said.match(/^ {2}p\S+　孙\*发 340199[*?]{8}\d{3}[\dX]　/gm)).toHaveLength(2)
    expect(`${two.said}${two.data}`).not.toContain('孙德发')
    rmSync(file)
    const none = await explain('欧阳无')
    expect([none.code, none.said]).toEqual([2, expect.stringContaining('都没有这个姓名')])
  })

  it('answers why a rule did not flag somebody', async () => {
    const { data } = await explain(ids.alive, '--rule', 'c04')
    expect(data).toContain('回答：')
    expect(data).toContain('特困供养')
    expect(JSON.parse((await explain(ids.alive, '--rule', 'C04', '--json')).data).rule[0]).toContain('C04')
  })

  it('speaks of the newest month that was delivered, though the folder of the next stands ready', async () => {
    mkdirSync(join(folder, 'inbox', '2026-12'))
    const { code, data } = await doudi('explain', ids.alive, '-w', folder)
    expect(code).toBe(0)
    expect(data).toContain('农村低保人员查询_20261102.csv')
    rmSync(join(folder, 'inbox', '2026-12'), { recursive: true })
  })

  it('lists the rules in the order of the catalogue where one is not there', async () => {
    const { code, said } = await explain(ids.alive, '--rule', 'Z99')
    expect([code, said]).toEqual([2, expect.stringMatching(/没有规则 Z99。\n办法：全部规则：L01、L02、L03、/)])
  })

  it('takes a rule for a person only', async () => {
    const { code, said } = await explain('202610-C01-0001', '--rule', 'C04')
    expect([code, said]).toEqual([2, expect.stringContaining('--rule 只用来查一个人')])
  })

  it('walks through a case', async () => {
    const { data } = await explain('202610-C01-0001')
    for (const part of [
      '第5行',
      '豁免情形逐项检查',
      '（待核）',
      '怎样才会消除',
      '首次发现 2026-10',
      '2026-10 比对时的状态：待核',
    ])
      expect(data).toContain(part)
    expect(data).not.toContain(ids.dead)
  })

  it('says of a case that another month shows where it stands, and where to look', async () => {
    rmSync(join(folder, 'inbox', '2026-11', '202611殡葬火化名册.csv'))
    const later = (number: string) => doudi('explain', number, '-m', '2026-11', '-w', folder)
    for (const month of ['2026-10', '2026-11']) await doudi('run', '-m', month, '-w', folder)
    const { code, said } = await later('202610-C01-0001')
    expect(code).toBe(2)
    expect(said).toContain('首次查出 2026-10，最近一次查出 2026-10，现在是“待核”')
    expect(said).toContain('doudi explain 202610-C01-0001 --month 2026-10')
    expect((await later('202610-C01-0099')).said).toContain('台账里都没有')
    expect((await explain('202610-C01-0001')).data).toMatch(/^2026-10 的线索 202610-C01-0001/)
  }, 30_000)

  it('sends nobody who asks about a case that the month no longer shows to that month again', async () => {
    const settings = join(folder, 'doudi.yaml')
    const before = readFileSync(settings, 'utf8')
    writeFileSync(settings, `${before}\nrules: { off: [C01] }\n`)
    const { code, said } = await explain('202610-C01-0001')
    writeFileSync(settings, before)
    expect([code, said]).toEqual([2, expect.stringContaining('按收件目录里现在的文件和现在的设置查不出来了')])
    expect(said).toContain('doudi run --month 2026-10')
  }, 30_000)

  it('says of a case that somebody reported who did, and which sheets show it, since no roster does', async () => {
    const list = join(folder, '热线.csv')
    writeFileSync(
      list,
      '来源,乡镇,村,姓名,身份证号,情况说明,反映时间,登记人\n热线,青禾镇,,钱试一,,来电反映,2026-10-01,甲',
    )
    expect((await doudi('import', list, '-w', folder)).code).toBe(0)
    const { code, said } = await doudi('explain', '202611-V03-0001', '-w', folder)
    expect(code).toBe(2)
    expect(said).toContain('线索 202611-V03-0001 是热线登记的，不是名册里查出的：热线.csv 第 2 行，反映时间 2026-10-01')
    expect(said).toContain('“全部线索”')
    expect(said).not.toMatch(/doudi explain|钱试一/)
  }, 30_000)

  it.each([
    ['202610-C01-0099', '没有线索'],
    [ids.dead.replace(/^3401991/, '3401992'), '相差 1 位'],
  ])('says of %s that it is not there', async (text, words) => {
    const { code, said } = await explain(text)
    expect([code, said.includes(words)]).toEqual([2, true])
  })

  it('shows whole numbers on a terminal only', async () => {
    expect(await explain(ids.dead, '--unmask')).toMatchObject({ code: 2, data: '' })
  })
})
