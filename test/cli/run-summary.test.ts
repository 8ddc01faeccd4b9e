import { appendFileSync, copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { doudi, ids, smallCounty } from './small-county.js'

it('tells of a file of another month and of a copy, and counts as carried only what the month did not find again', async () => {
  const folder = smallCounty()
  const file = (month: string, name: string) => join(folder, 'inbox', month, name)
  rmSync(file('2026-11', '202611重度残疾人护理补贴发放名册.csv'))
  renameSync(
    file('2026-10', '202610重度残疾人护理补贴发放名册.csv'),
    file('2026-11', '2026年10月重度残疾人护理补贴发放名册.csv'),
  )
  copyFileSync(file('2026-11', '202611殡葬火化名册.csv'), file('2026-11', '202611殡葬火化名册 - 副本.csv'))
  await doudi('run', '-m', '2026-10', '-w', folder)
  const { code, said } = await doudi('run', '-m', '2026-11', '-w', folder)
  expect(code).toBe(1)
  expect(said).toMatch(
    /有 1 张表的数据月份不是 2026-11：\n {2}2026年10月重度残疾人护理补贴发放名册.csv：数据月份是 2026-10。/,
  )
  expect(said).toContain('202611殡葬火化名册.csv：与 202611殡葬火化名册 - 副本.csv 的内容完全相同')
  expect(said).toContain('本月没有再次查出但仍欠答复的 0 条')
  rmSync(folder, { recursive: true })
}, 20_000)

it('counts the rows of an earlier month for which this month’s stand, and exits with 1', async () => {
  const folder = smallCounty()
  const older = '农村低保人员查询_20261002.csv'
  const text = readFileSync(join(folder, 'inbox', '2026-10', older), 'utf8').replaceAll('2020-01', '2020-02')
  writeFileSync(join(folder, 'inbox', '2026-11', older), text)
  const { code, said } = await doudi('run', '-m', '2026-11', '-w', folder, '--dry-run')
  expect(code).toBe(1)
  expect(said).toMatch(/读取 4 个文件，15 行 = 采用 10 \+ 未采用 0 \+ 重复 0 \+ 以前月份 5 \+ 非数据行 0：/)
  expect(said).toContain(`  ${older}：农村低保，5 行 = 采用 0 + 未采用 0 + 重复 0 + 以前月份 5 + 非数据行 0`)
  expect(said).toContain(
    `  ${older}：这张表写明是 2026-10 的，本月的是 农村低保人员查询_20261102.csv：青禾镇以本月的为准`,
  )
  expect(said).not.toContain('数据月份不是 2026-11')
  rmSync(folder, { recursive: true })
}, 20_000)

it('tells what the limit keeps back, and what no township gets, from what is answered', async () => {
  const folder = smallCounty()
  appendFileSync(join(folder, 'doudi.yaml'), 'maxCasesPerTownship: 1\n')
  const deaths = join(folder, 'inbox', '2026-10', '202610殡葬火化名册.csv')
  appendFileSync(deaths, `\n2,周玉梅,${ids.alive},2026-05-02,2026-05-04`)
  const kept = await doudi('run', '-m', '2026-10', '-w', folder)
  expect(kept.said).toMatch(
    /下发 1 条（[^）]+）；超出每月下发限额、留在县级的 [1-9]\d* 条；已答复、事实未变而不再下发的 0 条。/,
  )
  writeFileSync(join(folder, 'doudi.yaml'), "county: 示例县\nareaCode: '340199'\n")
  writeFileSync(join(folder, 'towns.csv'), '乡镇,村社区,别名\n白塔镇,,\n')
  const unplaced = await doudi('run', '-m', '2026-10', '-w', folder)
  expect(unplaced.said).toMatch(
    /下发 0 条（[^）]+）；归不到乡镇、没有下发的 [2-9] 条；已答复、事实未变而不再下发的 0 条。/,
  )
  rmSync(folder, { recursive: true })
}, 20_000)

it('tells in one line of all rules that are open for one reason, and of how many people', async () => {
  const folder = smallCounty()
  const { said } = await doudi('run', '-m', '2026-10', '-w', folder, '--dry-run')
  expect(said).toContain('\n未判定 2 条规则（C03、C04）：本月没有收到特困供养名册，或名册为空\n')
  expect(said).toContain('\n部分未判定 C02 重复享受低保，涉及 3 人（户）：号同人异')
  rmSync(folder, { recursive: true })
}, 20_000)

it('tells for each file that it does not know what to write into doudi.yaml', async () => {
  const folder = smallCounty()
  for (const name of ['甲.csv', '乙.csv'])
    writeFileSync(join(folder, 'inbox', '2026-11', name), `姓名,身份证号,车牌号\n周玉梅,${ids.alive},${name}\n`)
  const { said } = await doudi('run', '-m', '2026-11', '--dry-run', '-w', folder)
  expect(said).toContain('- name: "甲.csv"')
  expect(said).toContain('- name: "乙.csv"')
  expect(said).toContain('其他部门的名单写在 lists: 下')
  rmSync(folder, { recursive: true })
}, 20_000)

it('says how the folders of months are named where none is', async () => {
  const folder = smallCounty()
  for (const month of ['10', '11'])
    renameSync(join(folder, 'inbox', `2026-${month}`), join(folder, 'inbox', `2026年${month}月`))
  const { code, said } = await doudi('run', '-w', folder)
  expect([code, said]).toEqual([2, expect.stringContaining('没有以月份命名的文件夹')])
  rmSync(folder, { recursive: true })
})
