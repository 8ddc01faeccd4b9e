import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { id } from '../../match/people.js'
import { doudi, ids, smallCounty } from '../small-county.js'

const heading = '姓名,身份证号,所属街道,所属社区,低保（特困）证号,与户主关系,救助类型'
const people = [
  `王小明,${ids.same},青禾镇,枣畈村,NC000,户主,农村低保`,
  `李建国,${ids.different},青禾镇,枣畈村,NC001,户主,农村低保`,
  `,,青禾镇,枣畈村,NC002,5,农村低保`,
]

it('shows a changed export against another month, saves the column, and reads both months with it', async () => {
  const folder = smallCounty()
  const december = join(folder, 'inbox', '2026-12')
  mkdirSync(december)
  const path = join(december, '农村低保人员查询_20261202.csv')
  writeFileSync(path, [heading.replace('身份证号', '公民证件编码'), ...people].join('\n'))
  writeFileSync(join(folder, 'inbox', '2026-11', '坏.xlsx'), 'PK\x03\x04')

  const before = await doudi('inspect', path, '--against', '2026-11', '-w', folder)
  expect(before.code).toBe(1)
  expect(before.data).toContain('缺列：身份证号；相近的列：公民证件编码')
  expect(before.data).toContain('可能改名的列：身份证号→公民证件编码')
  expect(before.data).toContain('没有了的列：是否保障、最初享受月份')
  expect(before.data).not.toContain('乡镇记录数')

  await doudi('inspect', path, '--save', '-w', folder)
  expect(readFileSync(join(folder, 'doudi.yaml'), 'utf8')).toContain('idNumber: 公民证件编码')
  const after = await doudi('inspect', path, '--against', '2026-11', '-w', folder)
  expect(after.code).toBe(0)
  expect(after.data).toContain('公民证件编码（作身份证号）')
  expect(after.data).toContain('    改名的列：身份证号→公民证件编码')
  expect(after.data).toContain('乡镇记录数：青禾镇 5→2')
  expect(after.data).toContain('未采用的行：第 4 行')

  const json = await doudi('inspect', path, '--against', '2026-11', '--json', '-w', folder)
  expect(JSON.parse(json.data)[0].compared[0].change).toMatchObject({
    renamed: [{ before: '身份证号', now: '公民证件编码' }],
    townships: [{ township: '青禾镇', before: 5, now: 2 }],
  })
  const never = await doudi('inspect', path, '--against', '2026-08', '-w', folder)
  expect([never.code, never.data]).toEqual([2, ''])
  mkdirSync(join(folder, 'inbox', '2026-08'))
  const alone = await doudi('inspect', path, '--against', '2026-08', '-w', folder)
  expect(alone.data).toContain('2026-08 没有同一名册的文件')

  const november = join(folder, 'inbox', '2026-11', '农村低保人员查询_20261102.csv')
  const old = await doudi('inspect', november, '-w', folder)
  expect(old.code).toBe(0)
  expect(old.data).toContain('给 idNumber 指定的列“公民证件编码”不在这张表里，照常用的列名取了：身份证号')
  for (const secret of ['王小明', '李建国', ids.same])
    expect(`${before.data}${after.data}${old.data}`).not.toContain(secret)
  rmSync(folder, { recursive: true })
}, 20_000)

it('compares a roster of several files with the file of the other month whose name is most like its own', async () => {
  const folder = smallCounty()
  const [november, december] = [join(folder, 'inbox', '2026-11'), join(folder, 'inbox', '2026-12')]
  mkdirSync(december)
  writeFileSync(join(november, '农村低保人员查询-石埠镇_20261102.csv'), [heading, people[0]].join('\n'))
  const whole = '农村低保人员查询_20261202.csv'
  writeFileSync(join(december, whole), readFileSync(join(november, '农村低保人员查询_20261102.csv')))

  const { data } = await doudi('inspect', join(december, whole), '--against', '2026-11', '-w', folder)
  expect(data).toContain('与 2026-11 相比：没有变化')
  rmSync(folder, { recursive: true })
}, 20_000)

it('groups problems by kind and column, and ends with what each file was taken for', async () => {
  const folder = smallCounty()
  const inbox = join(folder, 'inbox', '2026-11')
  const path = join(inbox, '农村低保人员查询_20261102.csv')
  const wrong = [0, 1, 2, 3, 4, 5, 6].map(
    (n) => `王小明,${ids.same.slice(0, 17)}${n},青禾镇,枣畈村,NC1${n},户主,农村低保`,
  )
  writeFileSync(path, [heading, ...wrong.filter((row) => !row.includes(ids.same))].join('\n'))
  writeFileSync(join(inbox, '坏.xlsx'), 'PK\x03\x04')
  const { code, data } = await doudi('inspect', path, join(inbox, '坏.xlsx'), '-w', folder)
  expect(code).toBe(1)
  expect(data.match(/校验码不符/g)).toHaveLength(1)
  expect(data).toMatch(/第 2、3、4、5、6…行，共 \d 处：首处：/)
  expect(data).toMatch(/共 2 个文件：认出 1 个，没有采用 1 个\s*✗ 坏\.xlsx\s*✓ 农村低保人员查询（/)
  rmSync(folder, { recursive: true })
}, 20_000)

it('names a row once whose cell holds several wrong ids', async () => {
  const folder = smallCounty()
  const path = join(folder, 'inbox', '2026-11', '农村低保家庭查询_20261102.csv')
  const wrong = [1, 2].map((n) => ids.different.slice(0, 17) + ((Number(ids.different[17]) + n) % 10))
  const row = `王小明,${ids.same},青禾镇,枣畈村,NC000,${wrong.join(';')},李建国;李建军`
  writeFileSync(
    path,
    ['户主姓名,户主身份证号,所属街道,所属社区,低保证号,家庭成员身份证号,家庭成员姓名', row].join('\n'),
  )
  const { data } = await doudi('inspect', path, '-w', folder)
  expect(data).toMatch(/家庭成员身份证号 › 第 2 行：首处：.*校验码不符/)
  rmSync(folder, { recursive: true })
})

it('saves a column into settings that Notepad wrote in GB18030, and leaves nothing beside them', async () => {
  const folder = smallCounty()
  const path = join(folder, 'inbox', '2026-11', '农村低保人员查询_20261102.csv')
  writeFileSync(path, [heading.replace('身份证号', '公民证件编码'), ...people].join('\n'))
  const settings = join(folder, 'doudi.yaml')
  const rest = readFileSync(settings, 'utf8').replace(/^county: .*\n/m, '')
  // 青川示例县
  const county = Buffer.from('c7e0b4a8cabec0fdcfd8', 'hex')
  writeFileSync(settings, Buffer.concat([Buffer.from('county: '), county, Buffer.from(`\n${ascii(rest)}`)]))
  const { code } = await doudi('inspect', path, '--save', '-w', folder)
  expect(code).toBe(1)
  expect(readFileSync(settings, 'utf8')).toContain('county: 青川示例县')
  expect(readFileSync(settings, 'utf8')).toContain('idNumber: 公民证件编码')
  expect(readdirSync(folder).filter((name) => name.startsWith('doudi.yaml'))).toEqual(['doudi.yaml'])
  rmSync(folder, { recursive: true })
})

// What stays the same in GB18030: comments in Chinese are left out.
function ascii(text: string): string {
  return text.replace(/#.*/g, '').replace(/[^\x00-\x7f]/g, '')
}

it('says what a run would make of last month’s file beside this month’s', async () => {
  const folder = smallCounty()
  const inbox = (month: string) => join(folder, 'inbox', month)
  const older = '农村低保人员查询_20261002.csv'
  const alone = await doudi('inspect', inbox('2026-11'), '-w', folder)
  expect(alone.data).not.toContain('以本月的为准')
  // Another amount or phone: the same bytes would be a copy.
  const text = readFileSync(join(inbox('2026-10'), older), 'utf8').replaceAll('2020-01', '2020-02')
  writeFileSync(join(inbox('2026-11'), older), text)
  const { data } = await doudi('inspect', inbox('2026-11'), '-w', folder)
  expect(data).toMatch(/! 农村低保人员查询_20261002\.csv：.*青禾镇以本月的为准，这张表里的 5 行没有采用。.* {4}办法：/)
  const json = JSON.parse((await doudi('inspect', inbox('2026-11'), '-w', folder, '--json')).data)
  const told = json.flatMap((one: { file: string; issues: { code: string }[] }) =>
    one.issues.filter(({ code }) => code.startsWith('older-month')).map(({ code }) => [one.file, code]),
  )
  expect(told).toEqual([[older, 'older-month-replaced']])
  rmSync(folder, { recursive: true })
})

it('says so too of last month’s household export beside this month’s member export', async () => {
  const folder = smallCounty()
  const inbox = join(folder, 'inbox', '2026-11')
  const people = [...'甲乙丙丁戊己庚辛壬癸子丑'].map((letter, at) => [
    `钱${letter}`,
    id(`19${50 + at}0412`, `${301 + at}`),
  ])
  const members = people.slice(1).map((one, at) => `${one},青禾镇,枣畈村,NC1${at + 1},户主,是`)
  const households = people.map((one, at) => `${one},NC1${at},1,青禾镇,枣畈村,5000`)
  writeFileSync(
    join(inbox, '农村低保人员查询_20261102.csv'),
    ['姓名,身份证号,所属街道,所属社区,低保（特困）证号,与户主关系,是否保障', ...members].join('\n'),
  )
  writeFileSync(
    join(inbox, '农村低保家庭查询_20261002.csv'),
    ['户主姓名,户主身份证号,低保（特困）证号,家庭人口,所属街道,所属社区,家庭年总收入（元）', ...households].join('\n'),
  )
  const { data } = await doudi('inspect', inbox, '-w', folder)
  expect(data).toMatch(/农村低保家庭查询_20261002\.csv：.*青禾镇谁在册以本月的为准。.*的 1 行没有采用/)
  rmSync(folder, { recursive: true })
})

it('says that a file is not there, and that a folder holds none', async () => {
  const folder = smallCounty()
  mkdirSync(join(folder, 'inbox', '2026-12'))
  const missing = await doudi('inspect', join(folder, 'inbox', '2026-12', '*.csv'), '-w', folder)
  expect([missing.code, missing.said]).toEqual([2, expect.stringContaining('没有这个文件')])
  const one = await doudi(
    'inspect',
    join(folder, 'inbox', '2026-12', '*.csv'),
    join(folder, 'inbox', '2026-11', '202611殡葬火化名册.csv'),
    '-w',
    folder,
  )
  expect(one.code).toBe(1)
  const empty = await doudi('inspect', join(folder, 'inbox', '2026-12'), '-w', folder)
  expect([empty.code, empty.said]).toEqual([2, expect.stringContaining('没有可以查看的文件')])
  rmSync(folder, { recursive: true })
})
