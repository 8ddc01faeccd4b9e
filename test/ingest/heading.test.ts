import { describe, expect, test } from 'vitest'
import type { Month } from '../../src/domain/month.js'
import { dataMonth } from '../../src/ingest/data-month.js'
import { editDistance, headingForms, normalHeading } from '../../src/ingest/heading.js'
import { splitIds, splitJoined } from '../../src/ingest/joined-members.js'
import { findPairs, pairRole } from '../../src/ingest/pair-columns.js'

describe('headings', () => {
  test.each([
    ['身 份\n证 号 *', '身份证号'],
    ['＊姓名：', '姓名'],
    ['承包耕地面积(亩)*', '承包耕地面积'],
    ['户月保障金额（元/月）', '户月保障金额'],
    ['村（社区）', '村(社区)'],
    ['所在镇-村', '所在地区'],
    ['所属街镇村居', '所在地区'],
    ['乡镇、村', '所在地区'],
    ['镇', '镇'],
    ['乡镇', '乡镇'],
    ['3.姓名', '姓名'],
    ['家庭人口(数)', '家庭人口(数)'],
    ['身份证号（18位文本）', '身份证号'],
    ['公民身份号码', '身份证号'],
    ['居民身份证件号码', '身份证号'],
    ['户主公民身份证号码', '户主身份证号'],
    ['所属户主证件号码', '所属户主身份证号'],
    ['证件号码', '证件号码'],
    ['残疾人证件号码', '残疾人证件号码'],
    ['身份证类型', '身份证类型'],
  ])('%j → %s', (from, to) => expect(normalHeading(from)).toBe(to))

  test('brackets that name an owner are never cut off', () => {
    expect(headingForms('身份证号(户主)')).toEqual(['身份证号(户主)', '户主身份证号'])
    expect(headingForms('姓名（请填全名）')).toEqual(['姓名(请填全名)', '姓名'])
    expect(headingForms('  ')).toEqual([])
  })

  test.each([
    ['残疾人姓名', ['残疾人姓名', '姓名']],
    ['特困供养对象身份证号码', ['特困供养对象身份证号', '身份证号']],
    ['死亡人员姓名（必填）', ['死亡人员姓名', '姓名']],
    ['逝者性别', ['逝者性别', '性别']],
    ['经办人员姓名', ['经办人员姓名']],
    ['救助对象', ['救助对象', '姓名']],
    ['权利人名称', ['权利人名称', '姓名']],
    ['监护人身份证号', ['监护人身份证号']],
    ['户主姓名', ['户主姓名']],
    ['帮扶责任人姓名', ['帮扶责任人姓名']],
  ] as const)('%s: those of whom the list is about are the person', (heading, forms) =>
    expect(headingForms(heading)).toEqual(forms))

  test('edit distance', () => {
    expect([
      editDistance('身份证号', '身份证号码'),
      editDistance('', 'ab'),
      editDistance('abc', 'abc'),
      editDistance('证件号', '证号'),
    ]).toEqual([1, 2, 0, 1])
  })
})

describe('pairs', () => {
  test.each([
    ['成员1姓名', 'name'],
    ['家庭成员一姓名', 'name'],
    ['姓名2', 'name'],
    ['成员二', 'name'],
    ['成员1身份证号', 'idNumber'],
    ['家庭成员三身份证号码', 'idNumber'],
    ['公民身份号码(3)', 'idNumber'],
    ['与户主关系2', 'relation'],
    ['户主姓名', null],
    ['户主身份证号', null],
    ['照料人身份证号', null],
    ['一卡通账号', null],
    ['家庭人口', null],
  ] as const)('%s is %s', (heading, role) => expect(pairRole(heading)).toBe(role))

  const columns = (...headings: string[]) => headings.map((text, index) => ({ index, text, names: [text] }))
  const positions = (pairs: ReturnType<typeof findPairs>) =>
    pairs.map(({ name, idNumber, relation }) => [name, idNumber, relation])

  test('in whatever order they are repeated', () => {
    expect(positions(findPairs(columns('姓名', '身份证号', '姓名', '身份证号'), -1, -1))).toEqual([
      [0, 1, -1],
      [2, 3, -1],
    ])
    expect(positions(findPairs(columns('身份证号', '姓名', '身份证号', '姓名'), -1, -1))).toEqual([
      [1, 0, -1],
      [3, 2, -1],
    ])
    expect(positions(findPairs(columns('关系', '姓名', '身份证号', '关系', '姓名', '身份证号'), -1, -1))).toEqual([
      [1, 2, 0],
      [4, 5, 3],
    ])
    expect(positions(findPairs(columns('户主姓名', '身份证号', '成员1姓名', '成员1身份证号'), 0, -1))).toEqual([
      [0, 1, -1],
      [2, 3, -1],
    ])
  })
})

test.each([
  ['张三、李四', ['张三', '李四']],
  ['张三,李四，王五', ['张三', '李四', '王五']],
  ['张三；李四\n王五', ['张三', '李四', '王五']],
  ['张三 李四', ['张三', '李四']],
  ['张 三、李 四', ['张 三', '李 四']],
  ['、张三、', ['张三']],
  ['  ', []],
])('%j splits into %j', (text, parts) => expect(splitJoined(text)).toEqual(parts))

test.each([
  ['340199199003078512、340199199003078520', ['340199199003078512', '340199199003078520']],
  ['340199199003078512 340199199003078520', ['340199199003078512', '340199199003078520']],
  ['340199 19900307 8512', ['340199199003078512']],
  ['340199 19900307 8512；340199199003078520', ['340199199003078512', '340199199003078520']],
])('%j splits into ids %j', (text, parts) => expect(splitIds(text)).toEqual(parts))

describe('the month of the data', () => {
  const month = (titles: string[], sheet: string, file: string, column: (Month | null)[] = []) =>
    dataMonth(column, { titles, sheet, file }, '2026-11')
  test.each([
    [['某县2026年10月农村低保'], 'Sheet1', 'a202611.xlsx', '2026-10'],
    [[], '2026年9月', 'a.xlsx', '2026-09'],
    [[], 'Sheet1', '脱贫户信息_20261102.xlsx', '2026-11'],
    [[], 'Sheet1', '2-2026.9.3持证残疾人名单.xlsx', '2026-09'],
    [[], 'Sheet1', '低保202610.xlsx', '2026-10'],
    [[], 'Sheet1', '2026-11/10月份低保.xlsx', '2026-10'],
    [[], 'Sheet1', '12月低保.xlsx', '2026-12'],
    [['生成时间：2026-12-01'], 'Sheet1', '低保.xlsx', null],
    [[], 'Sheet1', '名单34019920261101.xlsx', null],
    [['填报单位：清河镇 填表日期：2026年12月3日'], 'Sheet1', '低保.xlsx', null],
    [['填报单位：清河镇 2026年10月'], 'Sheet1', '低保.xlsx', '2026-10'],
    [['填报单位：清河镇 填报日期：   年  月  日 数据月份：2026年10月'], 'Sheet1', '低保.xlsx', '2026-10'],
    [['低保审核确认名单（2026年10月）'], 'Sheet1', '低保.xlsx', '2026-10'],
    [[], 'Sheet1', '上报2026年10月低保.xlsx', '2026-10'],
    [[], 'Sheet1', '系统导出202610.xlsx', '2026-10'],
    [[], 'Sheet1', '导出_20261002.xlsx', '2026-10'],
    [['审核日期：2026年12月3日'], 'Sheet1', '低保.xlsx', null],
    [['2026年11月农村低保花名册 制表人：某某 2026年12月3日'], 'Sheet1', '低保.xlsx', '2026-11'],
    [['自2026年7月1日起执行新标准'], 'Sheet1', '低保202611.xlsx', '2026-11'],
    [['7月起提标'], 'Sheet1', '低保.xlsx', null],
    [[], 'Sheet1', '2026年1-11月临时救助.xlsx', '2026-11'],
    [[], 'Sheet1', '2026年10月1日至11月30日火化.xlsx', '2026-11'],
    [[], 'Sheet1', '2026年12月20日-1月19日火化.xlsx', '2026-12'],
    [[], 'Sheet1', '2025年12月至2026年11月停保.xlsx', '2026-11'],
    [[], 'Sheet1', '2026年1月至11月停保.xlsx', '2026-11'],
    [[], 'Sheet1', '火化20261001-20261031.xlsx', '2026-10'],
    [[], 'Sheet1', '低保26年10月.xlsx', '2026-10'],
    [['二〇二六年十月农村低保'], 'Sheet1', '低保.xlsx', '2026-10'],
    [[], '11月', '低保20261205.xlsx', '2026-11'],
    [['2026年11月5日'], 'Sheet1', '10月低保.xlsx', '2026-10'],
    [['2026 年 10 月农村低保花名册'], 'Sheet1', '低保.xlsx', '2026-10'],
    [['农村低保花名册 填报日期： 2026 年 12 月 3 日'], 'Sheet1', '低保.xlsx', null],
    [[], 'Sheet1', '2026年元月农村低保.xlsx', '2026-01'],
    [[], '元月份', '2026低保.xlsx', '2026-01'],
    [[], '十月', '低保.xlsx', '2026-10'],
    [[], 'Sheet1', '2026年十一月低保.xlsx', '2026-11'],
    [[], 'Oct-2026', '低保.xlsx', '2026-10'],
    [['2025年12月至2026年元月停保'], 'Sheet1', '停保.xlsx', '2026-01'],
    [['单元月报'], '近三月', '一月一报低保.xlsx', null],
    [['低保标准：700元月'], 'Sheet1', '2026年第一季度补贴.xlsx', null],
  ] as const)('%j %s %s → %s', (titles, sheet, file, expected) =>
    expect(month([...titles], sheet, file)).toBe(expected))

  const file = '补贴_2026-11.xlsx'
  test('a column filled for back payments only does not make the list one of theirs', () => {
    expect(month([], 'Sheet1', file, ['2026-08', null, null, '2026-09', '2026-08'])).toBe('2026-11')
    expect(month([], 'Sheet1', file, ['2026-10', '2026-10', null, '2026-09'])).toBe('2026-10')
    expect(month([], 'Sheet1', '补贴.xlsx', ['2026-08', null, null])).toBe('2026-08')
  })

  test('a column says it best', () => {
    expect(month(['2026年11月'], '', '', ['2026-10', null, '2026-10', '2026-11'])).toBe('2026-10')
  })
})
