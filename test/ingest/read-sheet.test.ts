import { describe, expect, test } from 'vitest'
import { checkDigit } from '../../src/domain/id-number.js'
import { issueText } from '../../src/domain/messages.js'
import type { Sheet } from '../../src/ingest/formats/workbook.js'
import { readingFaults } from '../../src/ingest/reading-ground.js'
import type { PersonRecord } from '../../src/ingest/source.js'
import { ingestWorkbooks, inventedId, noSettings, sheetOf, type TestCell, workbookOf } from './sheets.js'

const ids = Array.from({ length: 20 }, (_, index) => inventedId(31 + index))
const id = (index: number) => ids[index] as string
const read = (file: string, rows: readonly (readonly TestCell[])[], options: Parameters<typeof sheetOf>[1] = {}) =>
  ingestWorkbooks({ [file]: workbookOf(sheetOf(rows, options)) })
// 340199, a day, 100 or 200 …, and the check digit 0.
const idsEndingIn000 = () => {
  for (let day = 1; day < 29; day++) {
    const digits = `340199196010${String(day).padStart(2, '0')}200`
    if (checkDigit(digits) === '0') return `${digits}0`
  }
  throw new Error('none')
}
const codes = (result: Awaited<ReturnType<typeof read>>) => result.issues.map(({ code }) => code)
const field = (record: PersonRecord | undefined, name: string) => (record as unknown as Record<string, unknown>)[name]

describe('where the heading is', () => {
  test('a signature line and a title with header words do not win', async () => {
    const result = await read('农村低保人员.xlsx', [
      ['身份证号、姓名请核对'],
      ['负责人：', '姓名：', '填表人：', '联系电话：'],
      ['序号', '姓名', '身份证号', '联系电话'],
      ['1', '张清', id(0), '13900000000'],
      ['负责人：', '', '填表人：', '联系电话：'],
    ])
    expect(result.deliveries[0]?.rowsRead).toBe(2)
    expect(result.records.map(({ name }) => name)).toEqual(['张清'])
    expect(field(result.records[0], 'phone')).toBe('13900000000')
  })

  test('groups over names: the head, the carer and the father are not the person', async () => {
    const result = await read('特困人员.xlsx', [
      ['特困人员花名册'],
      ['序号', '户主', null, '供养对象', null, '照料人', null, '父亲', null],
      [null, '姓名', '身份证号', '姓名', '身份证号', '姓名', '身份证号', '姓名', '身份证号'],
      ['1', '张清', id(0), '张小清', id(1), '李明', id(2), '张大清', id(3)],
    ])
    const [record] = result.records
    expect([record?.name, record?.idNumber?.value]).toEqual(['张小清', id(1)])
    expect([record?.headName, record?.headIdNumber?.value]).toEqual(['张清', id(0)])
    expect(field(record, 'carer')).toBe('李明')
  })

  test('a heading merged downwards takes the row below into the band, whatever stands in it', async () => {
    const merges = [
      { top: 2, bottom: 4, left: 1, right: 1 },
      { top: 2, bottom: 2, left: 2, right: 5 },
      { top: 3, bottom: 4, left: 2, right: 2 },
      { top: 3, bottom: 3, left: 3, right: 4 },
    ]
    const result = await read(
      '特困人员.xlsx',
      [
        ['特困人员花名册'],
        ['乡镇', '基本情况', null, null, null],
        [null, '姓名', '身份证明', null, '生活自理'],
        [null, null, '号码', '性别', '能力'],
        ['清河镇', '张清', id(0), '男', '全自理'],
        ['清河镇', '李小河', id(1), '女', '半护理'],
      ],
      { merges },
    )
    expect(result.issues).toEqual([])
    expect(result.records.map((record) => [record.source, record.idNumber?.value, field(record, 'selfCare')])).toEqual([
      ['destitute-persons', id(0), '全自理'],
      ['destitute-persons', id(1), '半护理'],
    ])
  })

  test('a subsidy over its level and its amount pays the amount', async () => {
    const merges = [
      { top: 1, bottom: 1, left: 3, right: 4 },
      { top: 1, bottom: 1, left: 5, right: 6 },
    ]
    const result = await read(
      '残疾人两项补贴.xlsx',
      [
        ['姓名', '身份证号', '困难残疾人生活补贴', null, '重度残疾人护理补贴', null],
        [null, null, '等级', '金额(元)', '等级', '金额(元)'],
        ['张清', id(0), '三级', '185', '-', '-'],
      ],
      { merges },
    )
    expect(result.issues).toEqual([])
    expect(result.records[0]?.programmes).toEqual(['living-subsidy'])
    expect(field(result.records[0], 'livingFen')).toBe(18_500)
  })

  test('a group is no heading of its first column, where no merge says how far it goes', async () => {
    const subsidies = await read('残疾人两项补贴.xlsx', [
      ['姓名', '身份证号', '补贴类型', null],
      [null, null, '生活补贴', '护理补贴'],
      ['张清', id(0), '80', '90'],
    ])
    expect(subsidies.issues).toEqual([])
    expect(['livingFen', 'careFen'].map((name) => field(subsidies.records[0], name))).toEqual([8000, 9000])
    const care = await read('特困人员.xlsx', [
      ['姓名', '身份证号', '供养方式', null, '发放金额', null],
      [null, null, '集中', '分散', '基本生活费', '护理费'],
      ['张清', id(0), null, '√', '800', '100'],
    ])
    expect(care.deliveries[0]).toMatchObject({ rowsRead: 1, rowsUsed: 1 })
    expect(['supportMode', 'basicFen', 'nursingFen'].map((name) => field(care.records[0], name))).toEqual([
      null,
      80_000,
      10_000,
    ])
  })

  test('a group called 户主信息 is the head', async () => {
    const result = await read('农村低保人员.xlsx', [
      ['序号', '户主信息', null, '本人信息', null, '村'],
      [null, '姓名', '身份证号', '姓名', '身份证号', null],
      ['1', '张清', id(0), '李小河', id(1), '东街村'],
    ])
    const [record] = result.records
    expect([record?.name, record?.headName, record?.headIdNumber?.value]).toEqual(['李小河', '张清', id(0)])
  })

  test('a wide table whose heads are 户主信息, with any word for their ids', async () => {
    const result = await read('农村低保备案表.xlsx', [
      ['序号', '村', '户主信息', null, '家庭成员一', null, '家庭成员二', null],
      [null, null, '姓名', '公民身份证号码', '姓名', '身份证号码', '姓名', '身份证号码'],
      ['1', '东街村', '张清', id(0), '李小河', id(1), '张大清', id(2)],
      ['2', '东街村', '王河', id(3), null, null, null, null],
    ])
    expect(result.records.map(({ name, idNumber }) => [name, idNumber?.value])).toEqual([
      ['张清', id(0)],
      ['李小河', id(1)],
      ['张大清', id(2)],
      ['王河', id(3)],
    ])
  })

  test('a fault in the id of the head of a wide table is told once', async () => {
    const result = await read('农村低保备案表.xlsx', [
      ['序号', '村', '户主姓名', '户主身份证号', '成员1姓名', '成员1身份证号', '成员2姓名', '成员2身份证号'],
      ['1', '东街村', '张清', id(0).slice(0, 17), '李小河', id(1), '张大清', id(2)],
    ])
    expect(codes(result)).toEqual(['id-length'])
    expect(result.records.map(({ name }) => name)).toEqual(['张清', '李小河', '张大清'])
    expect(result.records[0]?.idNumber?.pattern).toBe(id(0).slice(0, 17))
  })

  test('a list of one person a row with the head beside him, in the words of the office', async () => {
    const result = await read('低保边缘家庭.xlsx', [
      ['序号', '户主姓名', '户主身份证号码', '成员姓名', '成员身份证号码', '与户主关系', '所属社区', '认定时间'],
      ['1', '张清', id(0), '张清', id(0), '户主', '东街村', '2025年3月'],
      ['2', '张清', id(0), '李小河', id(1), '配偶', '东街村', '2025年3月'],
    ])
    expect(codes(result)).toEqual([])
    expect(result.records.map(({ name, headIdNumber }) => [name, headIdNumber?.value])).toEqual([
      ['张清', id(0)],
      ['李小河', id(0)],
    ])
    expect(field(result.records[0], 'startMonth')).toBe('2025-03')
  })

  test('covered cells of a merge do not count, wherever they still hold text', async () => {
    const merges = [{ top: 1, bottom: 1, left: 2, right: 3 }]
    const result = await read(
      '农村低保人员.xlsx',
      [
        ['序号', '低保对象', '户主', '村'],
        [null, '姓名', '身份证号', null],
        ['1', '张清', id(0), '东街村'],
      ],
      { merges },
    )
    expect(result.records[0]?.idNumber?.value).toBe(id(0))
    expect(result.records[0]?.place.village).toBe('东街村')
  })

  test('three rows of headings', async () => {
    const result = await read('城市低保人员.xlsx', [
      ['序号', '家庭成员', null, null, '残疾情况', null],
      [null, '基本情况', null, null, '残疾证', null],
      [null, '姓名', '身份证号码', '与户主关系', '残疾类别', '残疾等级'],
      ['1', '张清', id(0), '本人', '肢体', '一级'],
    ])
    expect([result.records[0]?.name, field(result.records[0], 'level'), field(result.records[0], 'category')]).toEqual([
      '张清',
      '1',
      '肢体',
    ])
  })

  test('column numbers under the heading are no person', async () => {
    const result = await read('农村低保人员.xlsx', [
      ['序号', '姓名', '身份证号', '年龄'],
      ['甲', '1', '2', '3'],
      ['1', '张清', id(0), '66'],
    ])
    expect(result.records.length).toBe(1)
    expect(result.deliveries[0]?.rowsSkipped).toBe(1)
  })

  test('an export of heads only, without a row, and one whose heading was cut off', async () => {
    expect(
      codes(
        await read('农村低保人员.xlsx', [
          ['张清', id(0)],
          ['李明', id(1)],
          ['王石', id(2)],
        ]),
      ),
    ).toEqual(['heading-lost'])
    expect(
      codes(await read('农村低保.xlsx', [['2026年11月农村低保汇总'], ['乡镇', '户数'], ['清河镇', '12']])),
    ).toEqual(['no-heading', 'no-roster'])
  })
})

describe('which column is which', () => {
  test('blanks inside an id are not two members in a cell: the list has one person a row, whoever typed them', async () => {
    const result = await read('农村低保花名册.xlsx', [
      ['户主', null, '家庭成员', null, null],
      ['姓名', '身份证号码', '姓名', '与户主关系', '身份证号码'],
      ['张清', id(0), '张清', '本人', `${id(0).slice(0, 6)} ${id(0).slice(6, 14)} ${id(0).slice(14)}`],
      ['张清', id(0), '李小河', '配偶', id(1)],
    ])
    expect(result.deliveries[0]?.source).toBe('rural-allowance-members')
    expect(result.records.map(({ idNumber, relation }) => [idNumber?.value, relation])).toEqual([
      [id(0), '户主'],
      [id(1), '配偶'],
    ])
  })

  // What decides a finding is told apart by its heading alone, and offices put it in many ways.
  test.each<[file: string, heading: string, cell: TestCell, name: string, value: unknown]>([
    ['持证残疾人名单.xlsx', '持证状态', '注销', 'status', '注销'],
    ['持证残疾人名单.xlsx', '残疾人证状态', '冻结', 'status', '冻结'],
    ['持证残疾人名单.xlsx', '证件到期日', '2030-01-02', 'validUntil', '2030-01-02'],
    ['孤儿发放名册.xlsx', '在读情况', '高三', 'schooling', '高三'],
    ['孤儿发放名册.xlsx', '本月发放金额', '1500', 'allowanceFen', 150_000],
    ['农村低保人员名册.xlsx', '起始享受年月', '2024年3月', 'startMonth', '2024-03'],
    ['农村低保人员名册.xlsx', '低保起始时间', '2024.3', 'startMonth', '2024-03'],
    ['农村低保人员名册.xlsx', '户月补助金额', '1440', 'amountFen', 144_000],
    ['农村低保人员名册.xlsx', '月人均补差金额', '400', 'amountFen', null],
    ['农村低保人员名册.xlsx', '保障月份', '2026-10', 'startMonth', null],
    ['农村低保人员名册.xlsx', '渐退期开始时间', '2026-03', 'graceStart', '2026-03'],
    ['农村低保人员名册.xlsx', '惠农卡号', '6217000000000000000', 'bankAccount', '6217000000000000000'],
    ['特困人员名册.xlsx', '失能程度', '半失能', 'selfCare', '半护理'],
    ['特困人员名册.xlsx', '照护费', '412', 'nursingFen', 41_200],
    ['低保边缘人员名册.xlsx', '家庭人均收入', '9800', 'incomePerCapitaFen', 980_000],
    ['低保边缘人员名册.xlsx', '认定年月', '2025.6', 'startMonth', '2025-06'],
    ['监测对象名单.xlsx', '是否已消除风险', '否', 'riskCleared', '未消除'],
    ['监测对象名单.xlsx', '监测户类型', '突发严重困难户', 'monitoredKind', '突发严重困难户'],
    ['监测对象名单.xlsx', '识别月份', '202607', 'identifiedMonth', '2026-07'],
    ['脱贫户信息.xlsx', '低保享受情况', '农村低保', 'claimedAllowance', '农村低保'],
    ['高龄津贴名册.xlsx', '月津贴标准', '100', 'allowanceFen', 10_000],
    ['火化名册.xlsx', '身故日期', '2026-10-02', 'diedOn', '2026-10-02'],
  ])('%s: %s', async (file, heading, cell, name, value) => {
    const result = await read(file, [
      ['姓名', '身份证号', '乡镇', heading],
      ['张清', id(0), '清河镇', cell],
    ])
    expect(field(result.records[0], name) ?? null).toBe(value)
  })

  test('停保名单: what is stopped, when and why, in other words', async () => {
    const result = await read('停保名单.xlsx', [
      ['姓名', '身份证号', '停发月份', '退保原因', '救助类型'],
      ['张清', id(0), '2026.9', '家庭收入超标', '农村低保'],
    ])
    const [record] = result.records
    expect(['stopMonth', 'reason', 'programmeName'].map((name) => field(record as PersonRecord, name))).toEqual([
      '2026-09',
      '收入超标',
      '农村低保',
    ])
  })

  test('own, head, carer and account holder each have an id', async () => {
    const result = await read('特困人员人员查询.xlsx', [
      ['户主身份证号', '照料人身份证号', '一卡通户名身份证', '身份证号', '姓名', '户主姓名'],
      [id(0), id(1), id(2), id(3), '张清', '张大清'],
    ])
    const [record] = result.records
    expect([record?.idNumber?.value, record?.headIdNumber?.value]).toEqual([id(3), id(0)])
    expect((field(record, 'carerIdNumber') as { value: string }).value).toBe(id(1))
  })

  test('户主姓名|身份证号|姓名|身份证号: the first id is the head’s, and the list has one person a row', async () => {
    const result = await read('农村低保.xlsx', [
      ['村', '户主姓名', '身份证号', '姓名', '身份证号', '与户主关系'],
      ['东街村', '张清', id(0), '张清', id(0), '户主'],
      ['东街村', '张清', id(0), '李小河', id(1), '配偶'],
    ])
    expect(result.deliveries[0]?.source).toBe('rural-allowance-members')
    expect(result.records.map((record) => [record.name, record.relation, record.headIdNumber?.value])).toEqual([
      ['张清', '户主', id(0)],
      ['李小河', '配偶', id(0)],
    ])
  })

  test('the same headings over other people than the heads may be either: the clerk is asked', async () => {
    const result = await read('农村低保.xlsx', [
      ['村', '户主姓名', '身份证号', '姓名', '身份证号'],
      ['东街村', '张清', id(0), '李小河', id(1)],
      ['东街村', '王石', id(2), '赵明', id(3)],
    ])
    expect(codes(result)).toEqual(['ambiguous-sheet'])
  })

  test('a digit in a heading’s unit is no ordinal of a wide table', async () => {
    const result = await read('农村低保.xlsx', [
      ['村', '户主姓名', '户主身份证号码', '姓名', '公民身份号码（18位）', '与户主关系'],
      ['东街村', '张清', id(0), '张清', id(0), '户主'],
    ])
    expect(result.deliveries[0]?.source).toBe('rural-allowance-members')
  })

  test('正确身份证号码 overrules the first id where it holds one, and the old id stays as a former one', async () => {
    const result = await read('农村低保人员.xlsx', [
      ['姓名', '身份证号码', '正确身份证号码'],
      ['张清', id(0), id(1)],
      ['李明', id(2), ''],
    ])
    expect(result.records.map((record) => [record.idNumber?.value, record.formerIdNumber?.value ?? null])).toEqual([
      [id(1), id(0)],
      [id(2), null],
    ])
  })

  test('of two columns of one heading the readable one is taken', async () => {
    const result = await read('监测对象信息.xlsx', [
      ['姓名', '证件号码', '风险是否已消除', '风险是否已消除'],
      ['张清', id(0), '', '否'],
    ])
    expect(field(result.records[0], 'riskCleared')).toBe('未消除')
  })

  test('a heading cut short is known by its beginning', async () => {
    const result = await read('农村低保人员查询.xlsx', [
      ['姓名', '身份证号', '户主身份证', '最初享受'],
      ['张清', id(0), id(1), '202301'],
    ])
    expect(result.records[0]?.headIdNumber?.value).toBe(id(1))
    expect(field(result.records[0], 'startMonth')).toBe('2023-01')
  })

  test('a heading that is one field in full is never the beginning of another', async () => {
    const result = await read('孤儿发放花名册.xlsx', [
      ['儿童姓名', '儿童身份证号', '监护人'],
      ['张清', id(0), '李金兰'],
    ])
    expect(field(result.records[0], 'guardian')).toBe('李金兰')
    expect(field(result.records[0], 'guardianIdNumber')).toBeNull()
    expect(codes(result)).toEqual([])
  })

  test('a unit of ten thousand yuan in the heading counts', async () => {
    const result = await read('农村低保家庭查询.xlsx', [
      ['户主姓名', '户主身份证号', '家庭年总收入（万元）', '户月保障金额（元）'],
      ['张清', id(0), '1.2', '420.5'],
    ])
    expect([field(result.records[0], 'yearlyIncomeFen'), field(result.records[0], 'amountFen')]).toEqual([
      1_200_000, 42_050,
    ])
  })

  test('a missing id column is told with what was seen and what to write, and the entry settles it', async () => {
    const rows = [
      ['姓名', '性别', '证件编码', '残疾等级', '残疾类别'],
      ['张清', '男', id(0), '一级', '肢体'],
    ]
    const result = await read('持证残疾人名单.xlsx', rows)
    expect(codes(result)).toEqual(['missing-column'])
    expect(result.issues[0]?.facts).toMatchObject({
      source: 'disability-certificates',
      field: 'idNumber',
      nearest: '证件编码',
    })
    const settings = { ...noSettings, columns: { 'disability-certificates': { idNumber: '证件编码' } } }
    const settled = await ingestWorkbooks({ '持证残疾人名单.xlsx': workbookOf(sheetOf(rows)) }, settings)
    expect(settled.records[0]?.idNumber?.value).toBe(id(0))
  })
})

describe('which source it is', () => {
  const people = [
    ['姓名', '身份证号', '与户主关系', '户主身份证号', '户月保障金额', '残疾证号', '乡镇'],
    ['张清', id(0), '户主', '', '420', '', '清河镇'],
  ]

  test('one telling heading does not make a 低保 export a list of disability certificates', async () => {
    const result = await read('导出(1).xlsx', people)
    expect(result.records).toEqual([])
    expect(codes(result)).toEqual(['ambiguous-sheet'])
    expect(result.issues[0]?.facts.choices).toContain('rural-allowance-members（农村低保人员查询）')
  })

  test('a list that is like several rosters is told as like two different ones', async () => {
    const headings =
      '姓名,身份证号,所属社区,家庭地址,低保（特困）证号,最初享受月份,是否残疾,残疾证号,残疾类别,残疾等级,户主身份证号,与户主关系,性别,出生日期,年龄,民族,就业状况,所属街道'
    const row = headings
      .split(',')
      .map((heading) => ({ 姓名: '张清', 身份证号: id(0), 最初享受月份: '2020-01' })[heading] ?? '')
    const { issues } = await read('链接.xlsx', [headings.split(','), row])
    expect(issues.map(({ code }) => code)).toEqual(['ambiguous-sheet'])
    expect(issues[0]?.facts.best).not.toBe(issues[0]?.facts.other)
  })

  test('headings that every 低保 export has speak for no roster, and the clerk is told what to choose from', async () => {
    const result = await read('导出(2).xlsx', [
      [
        '姓名',
        '身份证号',
        '户主身份证号',
        '与户主关系',
        '户月保障金额',
        '低保（特困）证号',
        '是否建档立卡扶贫对象',
        '救助类型',
      ],
      ['张清', id(0), '', '户主', '420', 'D1', '否', '差额'],
    ])
    expect(codes(result)).toEqual(['unknown-sheet'])
    const choices = String(result.issues[0]?.facts.choices)
    expect(choices).toContain('rural-allowance-members（农村低保人员查询）')
    expect(choices).toContain('urban-allowance-members（城市低保人员查询）')
  })

  test('a files: entry settles it, and a wrong one is an error', async () => {
    const files = [{ name: '导出*.xlsx', source: 'rural-allowance-members' }]
    const result = await ingestWorkbooks({ '导出(1).xlsx': workbookOf(sheetOf(people)) }, { ...noSettings, files })
    expect(result.deliveries[0]?.source).toBe('rural-allowance-members')
    expect(readingFaults({ ...noSettings, files })).toEqual([])
    const wrong = { files: [...files, { name: '*', source: 'rural' }], columns: { deaths: { id: '证号' } } }
    expect(readingFaults(wrong)).toMatchObject([
      { path: ['files', 1, 'source'], word: 'rural', fault: 'unknown-source' },
      { path: ['columns', 'deaths', 'id'], word: 'id', fault: 'unknown-field' },
    ])
  })

  test.each([
    [
      '农村低保对象名册.xlsx',
      {
        低保对象: '张清',
        公民身份证: id(0),
        与户主的关系: '妻',
        '低保金额(元/月)': '650元',
        享受低保时间: '2023年5月',
        银行账户: '6217001',
      },
      { relation: '配偶', amountFen: 65_000, startMonth: '2023-05', bankAccount: '6217001' },
    ],
    [
      '特困供养台账.xlsx',
      {
        供养对象姓名: '张清',
        身份证明号码: id(0),
        '集中/分散': '分散',
        自理情况: '全自理',
        '供养标准(元/月)': '988',
        账号: '62',
      },
      { supportMode: '分散', selfCare: '全自理', basicFen: 98_800 },
    ],
    [
      '9月两项补贴.xlsx',
      { 残疾人姓名: '张清', 身份证号: id(0), '困难残疾人生活补贴(元)': '95', '重度残疾人护理补贴(元)': '90' },
      { livingFen: 9500, careFen: 9000 },
    ],
    [
      '两补9月.xlsx',
      { 姓名: '张清', 身份证号码: id(0), 残疾人证号: `${id(0)}42`, 生活补贴: '95', 护理补贴: '' },
      { livingFen: 9500, careFen: null },
    ],
    [
      '低保减员名单.xlsx',
      { 户主姓名: '王河', 减员对象: '张清', 身份证号: id(0), 减少原因: '死亡', 减少时间: '2026.09' },
      { reason: '死亡', stopMonth: '2026-09', headName: '王河' },
    ],
    [
      '临时救助发放明细.xlsx',
      { 救助对象: '张清', 身份证号码: id(0), '救助金额（元）': '2,000.00', 发放时间: '2026-03-05', 救助事由: '患病' },
      { aidFen: 200_000, approvedOn: '2026-03-05', cause: '患病' },
    ],
    [
      '监测对象名单.xlsx',
      { 姓名: '张清', 证件号码: id(0), 监测类型: '突发严重困难户', 风险状态: '未消除', 纳入时间: '2026年7月' },
      { monitoredKind: '突发严重困难户', riskCleared: '未消除', identifiedMonth: '2026-07' },
    ],
    [
      '脱贫人口花名册.xlsx',
      { 家庭成员姓名: '张清', 成员身份证号: id(0), 人口数: '3', '2025年人均纯收入(元)': '12000', 就学情况: '小学' },
      { householdSize: 3, incomePerCapitaFen: 1_200_000, schooling: '小学' },
    ],
    [
      '持证残疾人名单.xlsx',
      { 残疾人姓名: '张清', 身份证号: id(0), 发证时间: '2020-01-02', 户籍乡镇: '水湖镇', 户籍村: '东街村' },
      { issuedOn: '2020-01-02' },
    ],
    [
      '高龄津贴发放表.xlsx',
      { 姓名: '张清', 身份证号: id(0), 实发金额: '50', 领取人: '王河', 社保卡号: '6217002' },
      { allowanceFen: 5000, bankAccount: '6217002' },
    ],
  ] as const)('%s in the words of another office', async (file, row, fields) => {
    const result = await read(file, [Object.keys(row), Object.values(row)])
    expect(codes(result).filter((code) => /column|sheet|heading/.test(code))).toEqual([])
    const [record] = result.records
    expect([record?.name, record?.idNumber?.value]).toEqual(['张清', id(0)])
    expect(record).toMatchObject(fields)
  })

  test('a column of whole paths places the person', async () => {
    const result = await read('农村低保家庭查询.xlsx', [
      ['地区', '户主姓名', '身份证号', '低保证号', '家庭人口数', '家庭住址'],
      ['某某县清河镇东街村', '张清', id(0), 'A1', '1', '3组5号'],
      ['外县水湖镇东街村', '李小河', id(1), 'A2', '1', '3组5号'],
    ])
    expect(result.records.map(({ place }) => place)).toEqual([
      { township: '清河镇', village: '东街村' },
      { township: null, village: null },
    ])
  })

  test.each([
    [
      ['所属行政区划', '姓名', '身份证号'],
      ['某县清河镇东街村', '张清', id(0)],
    ],
    [
      ['镇街', '居(村)委会', '姓名', '身份证号'],
      ['清河镇', '东街', '张清', id(0)],
    ],
    [
      ['镇街', '村（居）民委员会', '姓名', '身份证号'],
      ['清河镇', '东街', '张清', id(0)],
    ],
  ])('%j place the person', async (...rows) => {
    const { records } = await read('农村低保人员.xlsx', rows)
    expect(records[0]?.place).toEqual({ township: '清河镇', village: '东街村' })
  })

  test('照料护理人 is whom the agreement of care is with', async () => {
    const { records } = await read('特困人员.xlsx', [
      ['姓名', '身份证号', '供养方式', '照料护理人姓名', '照料护理人身份证号'],
      ['张清', id(0), '分散供养', '李明', id(1)],
    ])
    expect([field(records[0], 'carer'), (field(records[0], 'carerIdNumber') as { value: string }).value]).toEqual([
      '李明',
      id(1),
    ])
  })

  test('a person struck off for another reason than death has not died', async () => {
    const result = await read('公安死亡注销名单.xlsx', [
      ['公民姓名', '公民身份号码', '注销日期', '注销原因'],
      ['张清', id(0), '20260805', '死亡注销'],
      ['李小河', id(1), '20260806', '迁出'],
    ])
    expect(result.records.map(({ programmes }) => programmes)).toEqual([['death'], []])
    expect(field(result.records[0], 'diedOn')).toBe('2026-08-05')
  })

  test('what is a word of its own is not the cut heading of another column', async () => {
    const result = await read('高龄津贴发放表.xlsx', [
      ['姓名', '身份证号', '津贴金额', '领取人'],
      ['张清', id(0), '50', '王河'],
    ])
    expect(field(result.records[0], 'bankAccount')).toBeNull()
  })

  test('a column of names is proposed for the missing name', async () => {
    const result = await read('监测对象名单.xlsx', [
      ['家庭成员', '证件号码', '监测类别', '风险是否消除'],
      ['张清', id(0), '边缘易致贫户', '否'],
    ])
    expect(result.issues.find(({ code }) => code === 'missing-column')?.facts).toMatchObject({ nearest: '家庭成员' })
  })

  test('户主 is proposed for the missing name where it holds each one’s own, and settles the sheet', async () => {
    const rows = [
      ['户主', '身份证号', '与户主关系', '补助金额', '乡镇'],
      ['张清', id(0), '户主', '500', '清河镇'],
      ['李明', id(1), '配偶', '500', '清河镇'],
    ]
    const result = await read('农村低保人员.xlsx', rows)
    const { nearest, example, source, field: missing } = result.issues[0]?.facts ?? {}
    expect([codes(result), nearest, example, source, missing]).toEqual([
      ['missing-column'],
      '户主',
      '户主',
      'rural-allowance-members',
      'name',
    ])
    const settings = { ...noSettings, columns: { 'rural-allowance-members': { name: '户主' } } }
    const settled = await ingestWorkbooks({ '农村低保人员.xlsx': workbookOf(sheetOf(rows)) }, settings)
    expect(settled.issues).toEqual([])
    expect(settled.records.map(({ name, idNumber, headName }) => [name, idNumber?.value, headName])).toEqual([
      ['张清', id(0), null],
      ['李明', id(1), null],
    ])
  })

  test.each([['张清'], [null]])('户主 is not proposed where members have %j there, the head’s', async (head) => {
    const result = await read('农村低保人员.xlsx', [
      ['户主', '身份证号', '与户主关系', '补助金额', '乡镇'],
      ['张清', id(0), '户主', '500', '清河镇'],
      [head, id(1), '配偶', '500', '清河镇'],
    ])
    expect(result.issues.map(({ code, facts }) => [code, facts.head])).toEqual([['missing-own-name', '户主']])
  })

  describe('a list of another office', () => {
    const cars = [
      ['姓名', '身份证号', '车牌号', '备注'],
      ['张清', id(0), '皖A00001', '报废'],
      ['张清', id(0), '皖A00002', ''],
    ]
    const lists = [{ name: '*车辆*.xlsx', kind: 'vehicles' as const }]
    const readWith = (
      name: string,
      rows: Parameters<typeof sheetOf>[0],
      settings: typeof noSettings = { ...noSettings, lists },
    ) => ingestWorkbooks({ [name]: workbookOf(sheetOf(rows)) }, settings)

    test('names the person by what he owns, and the id as its office does', async () => {
      const result = await readWith('车辆比对结果.xlsx', [
        ['车主', '车主证件号', '号牌号码'],
        ['张清', id(0), '皖A00001'],
      ])
      expect(result.records.map(({ name, idNumber }) => [name, idNumber?.value])).toEqual([['张清', id(0)]])
    })

    test('says what sort of thing it is and whether it still is one, beside plate and remark', async () => {
      const result = await readWith('车辆比对结果.xlsx', [
        ['车主', '证件号码', '号牌号码', '车辆类型', '机动车状态', '备注'],
        ['张清', id(0), '皖A00001', '三轮汽车', '正常', '核对中心'],
        ['李明', id(1), '皖A00002', '小型轿车', '注销', ''],
      ])
      const said = (record: PersonRecord) => ['object', 'sort', 'state', 'remark'].map((name) => field(record, name))
      expect(result.records.map(said)).toEqual([
        ['皖A00001', '三轮汽车', '正常', '核对中心'],
        ['皖A00002', '小型轿车', '注销', null],
      ])
    })

    test('is read as its declared kind, each row of it', async () => {
      const result = await readWith('车辆比对结果.xlsx', cars)
      expect(result.deliveries[0]).toMatchObject({ source: 'vehicles', programmes: ['vehicles'], records: 2 })
      expect(result.records.map((record) => field(record, 'object'))).toEqual(['皖A00001', '皖A00002'])
      expect(codes(result)).toEqual([])
    })

    test('is no list when nothing declares it, and files: cannot declare it', async () => {
      expect((await readWith('车辆比对结果.xlsx', cars, { ...noSettings, lists: [] })).deliveries).toEqual([])
      const files = [{ name: '*车辆*.xlsx', source: 'vehicles' }]
      expect(readingFaults({ ...noSettings, files })).toMatchObject([{ word: 'vehicles', fault: 'unknown-source' }])
    })

    test('does not take a roster that its pattern catches', async () => {
      const roster = [
        ['姓名', '身份证号', '残疾证号', '残疾类别', '残疾等级'],
        ['张清', id(0), `${id(0)}41`, '肢体', '一级'],
      ]
      const result = await readWith('持证残疾人名单（含车辆）.xlsx', roster)
      expect(result.deliveries.map(({ source }) => source)).toEqual(['disability-certificates'])
    })

    test('keeps its kind when its name has a word of a roster', async () => {
      const elderly = [{ name: '*失能老年人*', kind: 'elderly-care' as const }]
      const rows = [
        ['姓名', '身份证号', '金额'],
        ['张清', id(0), '200'],
      ]
      const result = await readWith('失能老年人护理补贴.xlsx', rows, { ...noSettings, lists: elderly })
      expect(result.deliveries.map(({ source }) => source)).toEqual(['elderly-care'])
    })
  })

  test.each([
    [
      '2026年11月农村低保停保汇总表.xlsx',
      ['姓名', '身份证号', '停保原因', '停保月份'],
      ['张清', id(0), '死亡', '2026-11'],
      'departures',
    ],
    [
      '农村低保11月减少人员名单.xlsx',
      ['姓名', '身份证号', '减少原因', '停保月份'],
      ['张清', id(0), '死亡', '2026-11'],
      'departures',
    ],
    [
      '防止返贫监测对象信息_风险已消除-自然减少.xlsx',
      ['姓名', '证件号码', '监测对象类别'],
      ['张清', id(0), '边缘易致贫户'],
      'monitored-households',
    ],
    ['农村特困供养人员花名册.xlsx', ['姓名', '身份证号', '供养方式'], ['张清', id(0), '分散'], 'destitute-persons'],
    ['农村低保边缘人员查询.xlsx', ['姓名', '身份证号', '与户主关系'], ['张清', id(0), '本人'], 'marginal-members'],
    [
      '6-防止返贫致贫监测对象信息_20261102-风险未消除608人.xlsx',
      ['姓名', '证件号码', '监测对象类别'],
      ['张清', id(0), '边缘易致贫户'],
      'monitored-households',
    ],
    [
      '9-脱贫户信息_20261102-脱贫不享受政策.xlsx',
      ['姓名', '证件号码', '户编号', '风险是否消除'],
      ['张清', id(0), '1', ''],
      'registered-poor',
    ],
    [
      '困难残疾人生活补贴和重度残疾人护理补贴.xlsx',
      ['姓名', '身份证号', '生活补贴（金额）', '护理补贴（金额）'],
      ['张清', id(0), '70', ''],
      'both-subsidies',
    ],
    [
      '重度残疾人护理补贴11月.xlsx',
      ['姓名', '身份证号', '残疾等级', '补贴金额'],
      ['张清', id(0), '一级', '70'],
      'care-subsidies',
    ],
    [
      '殡仪馆火化名单.xlsx',
      ['火化日期', '序号', '姓名', '性别', '身份证号', '死亡日期'],
      ['2026-10-02', '1', '张清', '男', id(0), '2026-10-01'],
      'deaths',
    ],
    [
      '孤儿及事实无人抚养儿童发放花名册.xls',
      ['儿童姓名', '儿童身份证号', '金额'],
      ['张清', id(0), '1500'],
      'protected-children',
    ],
    [
      '社区三留守登记表.xlsx',
      ['序号', '身份类别', '组别', '姓名', '性别', '年龄', '联系电话', '家庭住址'],
      ['1', '留守老人', '3', '张清', '男', '77', '无电话', '东街村'],
      'left-behind-register',
    ],
    [
      '困境儿童信息.xlsx',
      ['儿童姓名', '儿童身份证号', '父亲姓名', '母亲姓名', '监护人', '家庭住址'],
      ['张清', id(0), '张山', '李水', '张大山', '东街村'],
      'left-behind-register',
    ],
    [
      '刚性支出困难家庭人员查询_20261103.xlsx',
      ['姓名', '身份证号', '与户主关系'],
      ['张清', id(0), '本人'],
      'rigid-expenditure-members',
    ],
    [
      '刚性支出困难家庭查询_20261103.xlsx',
      ['户主姓名', '户主身份证号', '家庭人口'],
      ['张清', id(0), '1'],
      'rigid-expenditure-households',
    ],
    [
      '2026年11月农村低保、特困和低保边缘对象价格临时补贴发放花名册.xlsx',
      ['姓名', '身份证号', '对象类别', '发放金额'],
      ['张清', id(0), '农村低保', '30'],
      'price-subsidies',
    ],
    ['孤儿价格临时补贴.xlsx', ['姓名', '身份证号', '金额'], ['张清', id(0), '30'], 'price-subsidies'],
  ] as const)('%s', async (file, headings, row, source) => {
    const result = await read(file, [headings, row])
    expect(result.deliveries.map((delivery) => delivery.source)).toEqual([source])
    expect(result.records.length).toBe(1)
  })

  test('津贴对象.xlsx: a title, then the heading', async () => {
    const headings = [
      '老人姓名',
      '身份证号码',
      '老人联系方式',
      '户籍地址',
      '发放金额',
      '银行卡号',
      '人员类型',
      '原始类型',
    ]
    const row = ['张清', id(0), '13900000000', '清河镇东街村', '50', '6217000000000000000', '80-89岁', '高龄']
    const result = await read('津贴对象.xlsx', [['清河镇津贴发放对象明细'], headings, row])
    expect(result.deliveries.map(({ source, records }) => [source, records])).toEqual([['old-age-allowance', 1]])
  })

  test('a register brings only those whom its rows name: old people do not stand for children', async () => {
    const headings = ['序号', '身份类别', '姓名', '年龄', '家庭住址']
    const rows = [
      ['1', '留守老人', '张清', '77', '东街村'],
      ['2', '独居老人', '李明月', '80', '东街村'],
    ]
    const programmes = async (file: string, ...table: readonly (readonly string[])[]) =>
      (await read(file, table)).deliveries.flatMap((delivery) => delivery.programmes)
    expect(await programmes('三留守登记表.xlsx', headings, ...rows)).toEqual(['left-behind-elderly'])
    const child = ['3', '留守儿童', '王石', '9', '东街村']
    expect(await programmes('三留守登记表.xlsx', headings, ...rows, child)).toEqual([
      'left-behind-elderly',
      'left-behind-child',
    ])
    const kind = ['序号', '姓名', '年龄', '家庭住址']
    const woman = ['1', '王石', '39', '东街村']
    expect(await programmes('留守妇女登记表.xlsx', kind, woman)).toEqual(['left-behind-woman'])
  })

  test('a register of several kinds without 身份类别 asks for the column', async () => {
    const result = await read('留守老人、留守儿童登记表.xlsx', [
      ['序号', '姓名', '年龄', '家庭住址'],
      ['1', '王石', '9', '东街村'],
    ])
    expect(codes(result)).toContain('missing-column')
  })

  test('sheets of one workbook each go to their source; cover and summary are passed over', async () => {
    const row = (serial: number) => [
      ['姓名', '身份证号', '与户主关系'],
      ['张清', id(serial), '本人'],
    ]
    const result = await ingestWorkbooks({
      '2026年11月低保备案表.xls': workbookOf(
        sheetOf([['低保汇总'], ['乡镇', '人数'], ['清河镇', '2']], { name: '汇总' }),
        sheetOf(row(0), { name: '农村' }),
        sheetOf(row(1), { name: '城市' }),
        sheetOf(row(2), { name: '农村(上月)', hidden: true }),
      ),
    })
    expect(result.deliveries.map(({ source, sheet }) => [source, sheet])).toEqual([
      ['rural-allowance-members', '农村'],
      ['urban-allowance-members', '城市'],
    ])
    expect(codes(result)).toEqual(['no-heading', 'hidden-sheet-skipped'])
  })

  test('the file name fills in what the columns lack', async () => {
    const rows = [
      ['姓名', '证件号码', '户编号'],
      ['张清', id(0), '1'],
    ]
    const cleared = await read('监测对象信息-风险已消除2928人.xlsx', rows)
    expect(field(cleared.records[0], 'riskCleared')).toBe('已消除')
    const poor = await read('脱贫户信息-继续享受政策.xlsx', rows)
    expect(field(poor.records[0], 'povertyState')).toBe('已脱贫享受政策')
    const deaths = await read('自然减员月报.xlsx', [
      ['户主', '身份证', '地址', '死亡人员', '死亡日期'],
      ['张清', id(0), '东街村', '张老清', '2026-10-03'],
    ])
    expect(deaths.records.map(({ name, idNumber, headIdNumber }) => [name, idNumber, headIdNumber?.value])).toEqual([
      ['张老清', null, id(0)],
    ])
    expect(field(deaths.records[0], 'reason')).toBe('死亡')
  })
})

test('a payment list of disabled people may know them by the certificate alone', async () => {
  const files = { '护理补贴.csv': '护理补贴（金额）', '生活补贴.csv': '生活补贴（金额）' }
  for (const [file, amount] of Object.entries(files)) {
    const result = await read(file, [
      ['姓名', '残疾人证号', '户籍街道', amount],
      ['张清', `${id(0)}41`, '清河镇', '277'],
    ])
    expect(codes(result)).toEqual([])
    expect([result.records[0]?.idNumber?.value, field(result.records[0], 'subsidyFen')]).toEqual([id(0), 27_700])
  }
})

test('a list of both subsidies must say which of the two each row pays', async () => {
  const result = await read('残疾人两项补贴发放名册.xlsx', [
    ['姓名', '身份证号', '残疾等级', '补贴金额'],
    ['张清', id(0), '一级', '70'],
  ])
  expect(result.issues.map(({ code, facts }) => [code, facts.field])).toEqual([['missing-column', 'subsidyKind']])
})

test('a 特困 list of households is one also where it names the heads alone and what they are paid', async () => {
  const result = await read('特困人员家庭查询_20261102.xlsx', [
    [
      '户主姓名',
      '户主身份证号',
      '家庭人口数',
      '供养方式',
      '基本生活总费用（元）',
      '照料护理总费用（元）',
      '户籍住址',
      '所属街道',
    ],
    ['张清', id(0), '1', '分散供养', '900', '62', '清河镇东街村', '清河镇'],
  ])
  expect(codes(result)).toEqual([])
  expect(result.records).toMatchObject([{ source: 'destitute-households', name: '张清', programmes: ['destitute'] }])
})

describe('a list of several kinds of people in one sheet', () => {
  const list = (...kinds: readonly string[]) => [
    ['乡镇', '姓名', '身份证号', '与户主关系', '人员类别'],
    ...kinds.map((kind, at) => ['清河镇', `张${'清河石山'[at]}`, id(at), '户主', kind]),
  ]

  test.each<[string, ...string[]]>([
    ['低收入人口花名册.xlsx', '农村低保对象', '特困人员', '低保边缘家庭成员'],
    ['低收入人口花名册.xlsx', '农村低保对象', '农村低保对象'],
    ['低收入人口花名册.xlsx', '低保对象', '其他低收入人口'],
    ['民政对象.xlsx', '农村低保', '城市低保'],
    ['城乡低保名册.xlsx', '农村低保', '城镇低保', '农村低保'],
  ])('%s is taken for none of them, and the clerk is not told to choose one', async (file, ...kinds) => {
    const result = await read(file, list(...kinds))
    expect(result.records).toEqual([])
    expect(codes(result)).toEqual(['joint-list'])
    expect(result.issues[0]?.facts).toEqual({ column: '人员类别' })
  })

  test('a 低收入人口花名册 without such a column is offered for no roster either', async () => {
    const result = await read('低收入人口花名册.xlsx', [
      ['乡镇', '姓名', '身份证号', '与户主关系', '是否低保', '是否特困'],
      ['清河镇', '张清', id(0), '户主', '是', '否'],
    ])
    expect(result.records).toEqual([])
    expect(codes(result)).toEqual(['joint-list-unsorted'])
  })

  test('农村 and 城市 in a list of 城乡低保 are two kinds, and the rows of either are read as a sheet of their own', async () => {
    const heading = ['姓名', '身份证号', '城乡类别', '保障金额', '乡镇']
    const rows = [
      ['张清', id(0), '农村', '500', '清河镇'],
      ['李明', id(1), '城市', '500', '清河镇'],
    ]
    const result = await read('城乡低保.xlsx', [heading, ...rows])
    expect(result.issues.map(({ code, facts }) => [code, facts])).toEqual([['joint-list', { column: '城乡类别' }]])
    const [rural, urban] = rows.map((row) => sheetOf([heading, row as string[]])) as [Sheet, Sheet]
    const parted = await ingestWorkbooks({ '农村低保.xlsx': workbookOf(rural), '城市低保.xlsx': workbookOf(urban) })
    expect(parted.records.map(({ source, name }) => [source, name])).toEqual([
      ['rural-allowance-members', '张清'],
      ['urban-allowance-members', '李明'],
    ])
  })

  test('of a list of 城乡低保 that tells nobody apart only the two rosters of 低保 are offered', async () => {
    const rows = [
      ['姓名', '身份证号', '户口性质', '保障金额', '乡镇'],
      ['张清', id(0), '农村', '500', '清河镇'],
      ['李明', id(1), '城镇', '500', '清河镇'],
    ]
    const result = await read('城乡低保.xlsx', rows)
    expect(result.issues.map(({ code, facts }) => [code, facts.best, facts.choices])).toEqual([
      [
        'unknown-sheet',
        '农村低保人员查询',
        'rural-allowance-members（农村低保人员查询）、urban-allowance-members（城市低保人员查询）',
      ],
    ])
    const files = [{ name: '城乡低保.xlsx', source: 'rural-allowance-members' }]
    const settled = await ingestWorkbooks({ '城乡低保.xlsx': workbookOf(sheetOf(rows)) }, { ...noSettings, files })
    expect([codes(settled), settled.records.length]).toEqual([[], 2])
  })

  test('of one kind it is asked which roster it is', async () => {
    expect(codes(await read('民政对象.xlsx', list('农村低保', '农村低保')))).toEqual(['unknown-sheet'])
  })
})

describe('what the rows become', () => {
  test('household columns fill down merged cells, person columns never do', async () => {
    const merges = [
      { top: 2, bottom: 3, left: 1, right: 1 },
      { top: 2, bottom: 3, left: 2, right: 2 },
      { top: 2, bottom: 3, left: 5, right: 5 },
    ]
    const result = await read(
      '脱贫户信息.xlsx',
      [
        ['户编号', '乡镇', '姓名', '证件号码', '健康状况'],
        ['H1', '清河镇', '张清', id(0), '残疾'],
        ['', '', '张小清', id(1), ''],
        ['H2', '石桥乡', '李明', id(2), '健康'],
        ['', '', '李小明', id(3), ''],
      ],
      { merges },
    )
    expect(
      result.records.map((record) => [record.householdNumber, record.place.township, field(record, 'health')]),
    ).toEqual([
      ['H1', '清河镇', '残疾'],
      ['H1', '清河镇', null],
      ['H2', '石桥乡', '健康'],
      [null, null, null],
    ])
  })

  test('rows that say only what they are to the head go on the household above them', async () => {
    const result = await read('脱贫户信息.xlsx', [
      ['户编号', '乡镇', '姓名', '证件号码', '与户主关系'],
      ['H1', '清河镇', '张清', id(0), '户主'],
      ['', '', '张小清', id(1), '之子'],
      ['H2', '石桥乡', '李明', id(2), '户主'],
      ['', '', '李小明', id(3), '之女'],
      ['', '', '王石', id(4), '户主'],
      ['', '', '王小石', id(5), ''],
    ])
    expect(result.records.map(({ householdNumber }) => householdNumber)).toEqual(['H1', 'H1', 'H2', 'H2', null, null])
  })

  test('rows that do not name the household go on the head’s above them, though they have the place or figures of their own', async () => {
    const result = await read('农村低保人员.xlsx', [
      [
        '乡镇',
        '村',
        '户主姓名',
        '户主身份证号',
        '姓名',
        '身份证号',
        '与户主关系',
        '分类施保金额',
        '家庭人口',
        '户月保障金额',
      ],
      ['清河镇', '东街村', '张清', id(0), '张清', id(0), '户主', '0', '3', '960'],
      ['清河镇', '东街村', '', '', '李小河', id(1), '配偶', '60', '3', ''],
      ['', '', '', '', '张小清', id(2), '子', '60', '', ''],
      ['清河镇', '东街村', '王石', id(3), '王石', id(3), '户主', '0', '1', '300'],
      ['清河镇', '西街村', '', '', '李明', id(4), '母', '0', '2', '600'],
      ['清河镇', '西街村', '', '', '李小明', id(5), '户主', '0', '2', '600'],
      ['清河镇', '西街村', '', '', '李大明', id(6), '子', '0', '2', '600'],
    ])
    expect(
      result.records.map((record) => [
        record.headIdNumber?.value,
        field(record, 'categoryAidFen'),
        field(record, 'amountFen'),
      ]),
    ).toEqual([
      [id(0), 0, 96_000],
      [id(0), 6_000, 96_000],
      [id(0), 6_000, 96_000],
      [id(3), 0, 30_000],
      [undefined, 0, 60_000],
      [id(5), 0, 60_000],
      [undefined, 0, 60_000],
    ])
  })

  test('cells merged in the heading alone do not stop rows from going on the head’s above them', async () => {
    const merges = [
      { top: 1, bottom: 2, left: 1, right: 1 },
      { top: 1, bottom: 2, left: 2, right: 2 },
      { top: 1, bottom: 1, left: 3, right: 5 },
    ]
    const result = await read(
      '农村低保人员.xlsx',
      [
        ['户主姓名', '户主证件号码', '家庭成员情况', null, null],
        [null, null, '姓名', '公民身份号码', '与户主关系'],
        ['张清', id(0), '张清', id(0), '户主'],
        ['', '', '李小河', id(1), '配偶'],
      ],
      { merges },
    )
    expect(result.records.map(({ headIdNumber }) => headIdNumber?.value)).toEqual([id(0), id(0)])
  })

  test('a village’s report of its dead has no ids and is read by name; without a day either it is not read', async () => {
    const heading = ['乡镇', '村', '死亡人员姓名', '性别', '年龄']
    const dead = ['清河镇', '东街村', '张清', '男', '81']
    const result = await read('村居死亡月报.csv', [
      [...heading, '死亡时间'],
      [...dead, '2026-10-03'],
    ])
    expect(codes(result)).toEqual([])
    expect(result.records.map(({ name, idNumber, programmes }) => [name, idNumber, programmes])).toEqual([
      ['张清', null, ['death']],
    ])
    expect(codes(await read('村居死亡月报.csv', [heading, dead]))).toContain('missing-column')
  })

  test('已签订 says that the agreement of care is signed', async () => {
    const result = await read('特困人员.xlsx', [
      ['姓名', '身份证号', '自理能力', '委托照料协议'],
      ['张清', id(0), '全护理', '已签订'],
      ['李明', id(1), '全护理', '未签订'],
    ])
    expect(codes(result)).toEqual([])
    expect(result.records.map((record) => field(record, 'careAgreement'))).toEqual(['已签', '未签'])
  })

  test('无 under 劳动能力 says that there is none; / says nothing', async () => {
    const result = await read('农村低保人员查询.xlsx', [
      ['姓名', '身份证号', '户主身份证号', '与户主关系', '健康状况', '劳动能力'],
      ['张清', id(0), '', '户主', '健康', '无'],
      ['李小河', id(1), id(0), '配偶', '健康', '/'],
    ])
    expect(result.records.map((record) => field(record, 'labour'))).toEqual(['无劳动能力', null])
  })

  test('a list of members may give the income of the household beside its head', async () => {
    const result = await read('农村低保人员.xlsx', [
      ['户主姓名', '姓名', '身份证号', '与户主关系', '家庭人均年收入（元）'],
      ['张清', '张清', id(0), '户主', '4200'],
      ['', '李小河', id(1), '配偶', ''],
    ])
    expect(result.records.map((record) => field(record, 'incomePerCapitaFen'))).toEqual([420_000, 420_000])
  })

  test('the register office’s list of who was struck off is one of deaths by its name', async () => {
    const result = await read('公安局户口注销人员.xlsx', [
      ['姓名', '公民身份号码', '性别', '户籍地址', '注销日期', '注销原因', '派出所'],
      ['张清', id(0), '男', '清河镇东街村3组', '2026-10-03', '死亡', '城关所'],
      ['李明', id(1), '男', '清河镇东街村4组', '2026-10-04', '迁出市外', '城关所'],
    ])
    expect(result.records.map(({ source, programmes }) => [source, programmes])).toEqual([
      ['deaths', ['death']],
      ['deaths', []],
    ])
  })

  test('同上 and its marks say what the column last said', async () => {
    const result = await read('临时救助台账.xlsx', [
      ['乡镇', '村', '姓名', '身份证号', '金额', '原因'],
      ['清河镇', '东街村', '张清', id(0), '500', '重病'],
      ['同上', '〃', '李明', id(1), '600', '同上'],
      ['同上', '〃', '王石', id(2), '700', '火灾'],
    ])
    expect(result.records.map((record) => [record.place.township, field(record, 'cause')])).toEqual([
      ['清河镇', '重病'],
      ['清河镇', '重病'],
      ['清河镇', '火灾'],
    ])
  })

  test('同上 gives nobody the name or the number of another person', async () => {
    const result = await read('临时救助台账.xlsx', [
      ['乡镇', '村', '姓名', '身份证号', '金额'],
      ['清河镇', '东街村', '同上', id(4), '500'],
      ['清河镇', '东街村', '张清', id(0), '500'],
      ['清河镇', '东街村', '同上', id(1), '600'],
      ['清河镇', '东街村', '〃', id(0), '700'],
      ['清河镇', '东街村', '同上', '〃', '800'],
      ['清河镇', '东街村', '李明', '同上', '900'],
      ['清河镇', '东街村', '同上', null, '950'],
    ])
    expect(result.records.map(({ name, idNumber }) => [name, idNumber?.value ?? null])).toEqual([
      [null, id(4)],
      ['张清', id(0)],
      [null, id(1)],
      ['张清', id(0)],
      ['张清', id(0)],
      ['李明', null],
      ['李明', null],
    ])
    expect(result.issues.map(({ code, origin }) => [code, origin.row, origin.column])).toEqual([
      ['name-to-come', 2, '姓名'],
      ['name-copied', 4, '姓名'],
      ['id-copied', 7, '身份证号'],
    ])
  })

  test('同上 in one of two blocks side by side speaks of the rows above in its own', async () => {
    const result = await read('高龄津贴.xlsx', [
      ['村', '姓名', '身份证号', '金额', null, '村', '姓名', '身份证号', '金额'],
      ['东街村', '张清', id(0), '100', null, '西街社区', '王石', id(2), '200'],
      ['同上', '李明', id(1), '100', null, '同上', '李小河', id(3), '200'],
    ])
    expect(result.records.map(({ name, place }) => [name, place.village])).toEqual([
      ['张清', '东街村'],
      ['王石', '西街社区'],
      ['李明', '东街村'],
      ['李小河', '西街社区'],
    ])
  })

  test('同上 of a head stays with the head whose number it has', async () => {
    const result = await read('农村低保人员.xlsx', [
      ['户主姓名', '户主身份证号', '成员姓名', '成员身份证号', '与户主关系'],
      ['张清', id(0), '张清', id(0), '户主'],
      ['同上', '同上', '李明', id(1), '配偶'],
      ['同上', id(2), '王石', id(2), '户主'],
    ])
    expect(result.records.map(({ headName, headIdNumber }) => [headName, headIdNumber?.value])).toEqual([
      ['张清', id(0)],
      ['张清', id(0)],
      [null, id(2)],
    ])
    expect(codes(result)).toEqual(['name-copied'])
  })

  test('a word that the name is to come is no name, and a total under the heading of names nobody', async () => {
    const result = await read('特困人员名册.xlsx', [
      ['序号', '乡镇', '村', '姓名', '身份证号', '供养方式', '自理能力'],
      ['1', '清河镇', '东街村', '待补', id(0), '分散', '全自理'],
      ['2', '清河镇', '东街村', '姓名不详', id(1), '分散', '全自理'],
      ['3', '清河镇', '东街村', '无', id(2), '分散', '全自理'],
      ['4', '清河镇', '东街村', '待核实', null, '分散', '全自理'],
      ['5', '清河镇', '东街村', '张合', id(3), '分散', '全自理'],
      ['6', '清河镇', '东街村', '合计', null, '分散', null],
      ['7', '清河镇', '东街村', '东街村小计', null, '分散', null],
    ])
    expect(result.records.map(({ name, idNumber }) => [name, idNumber?.value])).toEqual([
      [null, id(0)],
      [null, id(1)],
      [null, id(2)],
      ['张合', id(3)],
    ])
    expect(result.deliveries[0]).toMatchObject({ rowsRead: 7, rowsUsed: 4, rowsRejected: 1, rowsSkipped: 2 })
    expect(new Set(codes(result))).toEqual(new Set(['name-to-come', 'no-identity']))
  })

  test('each member of a wide table is supported as its own mark says', async () => {
    const member = ['姓名', '身份证号', '关系', '是否保障']
    const result = await read('农村低保备案表.xlsx', [
      ['户主姓名', '户主身份证号', ...member, ...member],
      ['张清', id(0), '张清', id(0), '户主', '是', '张小清', id(1), '子', '否'],
      ['李明', id(2), '李明', id(2), '户主', '否', '李小明', id(3), '子', '是'],
    ])
    expect(result.records.map(({ name, programmes }) => [name, programmes.length])).toEqual([
      ['张清', 1],
      ['张小清', 0],
      ['李明', 0],
      ['李小明', 1],
    ])
  })

  test('one mark a row of a wide table speaks of the household', async () => {
    const result = await read('农村低保备案表.xlsx', [
      ['户主姓名', '户主身份证号', '成员1姓名', '成员1身份证号', '成员2姓名', '成员2身份证号', '是否保障'],
      ['张清', id(0), '张小清', id(1), '张大清', id(2), '是'],
    ])
    expect(result.records.map(({ programmes }) => programmes.length)).toEqual([1, 1, 1])
  })

  test('a head who stands twice in a row with the same ruined id is one person, and the fault is told once a cell', async () => {
    const ruined = `${id(0).slice(0, 17)}${id(0).endsWith('1') ? '2' : '1'}`
    const result = await read('农村低保备案表.xlsx', [
      ['户主姓名', '户主身份证号', '姓名', '身份证号', '成员2姓名', '成员2身份证号'],
      ['张清', ruined, '张清', ruined, '张小清', id(1)],
    ])
    expect(result.records.map(({ name }) => name)).toEqual(['张清', '张小清'])
    expect(result.issues.map(({ origin }) => origin?.column)).toEqual(['身份证号', '户主身份证号'])
  })

  test('a list of one mode of support says the mode in its title', async () => {
    const rows = [
      ['姓名', '身份证号', '生活自理能力'],
      ['张清', id(0), '全自理'],
    ]
    const mode = async (title: string) =>
      field((await read('特困.xlsx', [[`特困人员${title}花名册`], ...rows])).records[0], 'supportMode')
    expect([await mode('集中供养'), await mode('分散供养'), await mode('集中供养、分散供养')]).toEqual([
      '集中',
      '分散',
      null,
    ])
  })

  test.each<readonly TestCell[]>([
    ['', '本月无死亡人员', '', ''],
    ['1', '无', '', '本月无'],
    ['暂无'],
    ['', '无火化人员。'],
  ])('a list that says that it has nobody is no export gone wrong: %j', async (...row) => {
    const result = await read('火化名册.xlsx', [['序号', '姓名', '身份证号', '死亡日期'], row])
    expect(codes(result)).toEqual(['nobody-listed'])
    expect(result.deliveries[0]).toMatchObject({ rowsRead: 1, rowsSkipped: 1, records: 0 })
  })

  test('a person without an id beside whom such a word stands is a person', async () => {
    const result = await read('火化名册.xlsx', [
      ['序号', '姓名', '身份证号', '死亡日期', '备注'],
      ['1', '张清', '', '', '无变动'],
    ])
    expect(result.records.map(({ name }) => name)).toEqual(['张清'])
  })

  test('a head count behind a running number is the row of somebody whose name is missing', async () => {
    const result = await read('农村低保家庭.xlsx', [
      ['序号', '户主姓名', '户主身份证号', '家庭人口', '月保障金'],
      ['1', '张清', id(0), '2人', '300'],
      ['2', '', '', '3人', '500'],
    ])
    expect(result.deliveries[0]).toMatchObject({ rowsUsed: 1, rowsRejected: 1, rowsSkipped: 0 })
    expect(codes(result)).toContain('no-identity')
  })

  test('households and heads counted in a row are a total, though it does not say so', async () => {
    const result = await read('农村低保人员.xlsx', [
      ['序号', '村', '姓名', '身份证号', '月保障金额'],
      ['1', '东街村', '张清', id(0), '420'],
      ['1户', '', '1人', '', '420'],
    ])
    expect(result.records.map(({ name }) => name)).toEqual(['张清'])
    expect(result.deliveries[0]).toMatchObject({ rowsUsed: 1, rowsSkipped: 1 })
  })

  test('制表 alone in a cell is a signature, though a word stands under the names', async () => {
    const result = await read('孤儿花名册.xlsx', [
      ['序号', '乡镇', '姓名', '身份证号'],
      ['1', '清河镇', '张清', id(0)],
      ['制表', '', '审批', ''],
    ])
    expect(result.records.map(({ name }) => name)).toEqual(['张清'])
  })

  test('a section row carries the village for the rows below', async () => {
    const result = await read('低保边缘人员.xlsx', [
      ['姓名', '身份证号'],
      ['一、东街村（1人）'],
      ['张清', id(0)],
      ['柳树村'],
      ['李明', id(1)],
    ])
    expect(result.records.map(({ place }) => [place.township, place.village])).toEqual([
      ['清河镇', '东街村'],
      ['石桥乡', '柳树村'],
    ])
    expect(result.deliveries[0]).toMatchObject({ rowsRead: 4, rowsUsed: 2, rowsSkipped: 2 })
  })

  test('a list printed in two blocks side by side has two persons a row, never a household', async () => {
    const result = await read('残疾人证名单.xlsx', [
      ['序号', '村', '姓名', '残疾人证号', '序号', '村', '姓名', '残疾人证号'],
      ['1', '东街村', '张清', `${id(0)}42`, '3', '西街社区', '王石', `${id(2)}43`],
      ['2', '东街村', '李小河', `${id(1)}42`, '4', null, null, null],
    ])
    expect(
      result.records.map(({ name, idNumber, place, origin }) => [
        name,
        idNumber?.value,
        place.village,
        origin.row,
        origin.column,
      ]),
    ).toEqual([
      ['张清', id(0), '东街村', 2, null],
      ['王石', id(2), '西街社区', 2, '残疾人证号(2)'],
      ['李小河', id(1), '东街村', 3, null],
    ])
    expect(result.deliveries[0]).toMatchObject({ source: 'disability-certificates', rowsRead: 2, rowsUsed: 2 })
    const rural = await read('农村低保人员.xlsx', [
      ['序号', '姓名', '身份证号', '序号', '姓名', '身份证号'],
      ['1', '张清', id(0), '2', '王石', id(2)],
      ['合计', '2人'],
    ])
    expect(rural.deliveries[0]).toMatchObject({ source: 'rural-allowance-members', rowsRead: 2, rowsSkipped: 1 })
    expect(rural.records.map(({ headName }) => headName)).toEqual([null, null])
  })

  test('blocks without a running number are told by the place or the money that stands with every person', async () => {
    const result = await read('高龄津贴.xlsx', [
      ['村', '姓名', '身份证号', '金额', null, '村', '姓名', '身份证号', '金额'],
      ['东街村', '张清', id(0), '100', null, '西街社区', '王石', id(2), '200'],
      [null, null, null, null, null, '东街村', '李小河', id(1), '100'],
    ])
    expect(result.records.map((record) => [record.name, record.place.village, field(record, 'allowanceFen')])).toEqual([
      ['张清', '东街村', 10000],
      ['王石', '西街社区', 20000],
      ['李小河', '东街村', 10000],
    ])
    expect(result.deliveries[0]).toMatchObject({ rowsRead: 2, rowsUsed: 2 })
    const wide = await read('农村低保备案表.xlsx', [
      ['姓名', '身份证号', '关系', '姓名', '身份证号', '关系'],
      ['张清', id(0), '户主', '王石', id(2), '配偶'],
    ])
    expect(wide.deliveries[0]?.source).toBe('rural-allowance-register')
  })

  describe('another table below the first', () => {
    const headings = ['序号', '村', '姓名', '身份证号', '与户主关系']
    const first = [['农村低保花名册'], headings, ['1', '东街村', '张清', id(0), '户主']]

    test('is not read with the first one’s headings, and nobody is called 姓名', async () => {
      const result = await read('低保.xlsx', [
        ...first,
        ['特困人员名册'],
        ['序号', '村', '姓名', '身份证号', '供养方式'],
        ['1', '东街村', '李小河', id(1), '分散供养'],
        ['2', '东街村', '王石', id(2), '集中供养'],
      ])
      expect(result.records.map(({ name }) => name)).toEqual(['张清'])
      expect(result.issues.map(({ code, origin }) => [code, origin.row])).toEqual([
        ['other-table', 6],
        ['other-table', 7],
      ])
      expect(result.deliveries[0]).toMatchObject({ rowsRead: 5, rowsUsed: 1, rowsRejected: 2, rowsSkipped: 2 })
    })

    test('under a heading of two rows does not begin at the same heading printed again as one row', async () => {
      const members = (from: number) =>
        [from, from + 1].map((at) => ['东街村', '张清', '李小河', '配偶', id(at), '420'])
      const result = await read('农村低保.xlsx', [
        ['村', '户主姓名', '家庭成员', '', '', '月保障金额'],
        ['', '', '姓名', '与户主关系', '身份证号', ''],
        ...members(1),
        ['村', '户主姓名', '姓名', '与户主关系', '身份证号', '月保障金额'],
        ...members(3),
      ])
      expect(result.records.map(({ idNumber }) => idNumber?.value)).toEqual([1, 2, 3, 4].map(id))
      expect(codes(result)).toEqual([])
    })

    test('is told of people above the heading who are not read', async () => {
      const result = await read('农村低保.xlsx', [
        ['姓名', '身份证号'],
        ['王石', id(9)],
        ['村', '户主姓名', '姓名', '与户主关系', '身份证号', '月保障金额'],
        ['东街村', '张清', '李小河', '配偶', id(1), '420'],
      ])
      expect(result.records.map(({ idNumber }) => idNumber?.value)).toEqual([id(1)])
      expect(result.issues.map(({ code, facts }) => [code, facts])).toEqual([
        ['people-above-heading', { heading: 3, count: 1, first: 2 }],
      ])
    })

    test('goes on over pages that print its heading again', async () => {
      const result = await read('低保.xlsx', [
        ...first,
        ['低保停发人员名单'],
        headings,
        ['1', '西街社区', '李小河', id(1), '户主'],
        headings,
        ['2', '西街社区', '王石', id(2), '户主'],
      ])
      expect(result.records.map(({ name }) => name)).toEqual(['张清'])
      expect(codes(result)).toEqual(['other-table', 'other-table'])
    })

    test.each(['备注：停发人员不在此名单', '停发人员名单另附'])('does not begin with the note %s', async (note) => {
      const result = await read('低保.xlsx', [...first, [note], headings, ['2', '东街村', '王石', id(2), '户主']])
      expect(result.records.map(({ name }) => name)).toEqual(['张清', '王石'])
      expect(codes(result)).toEqual([])
    })

    test('is known by its title where the headings are the same', async () => {
      const result = await read('低保.xlsx', [
        ...first,
        ['城市低保花名册'],
        headings,
        ['1', '西街社区', '李小河', id(1), '户主'],
        ['农村低保花名册（续）'],
        headings,
        ['2', '东街村', '王石', id(2), '户主'],
      ])
      expect(result.records.map(({ name }) => name)).toEqual(['张清', '王石'])
      expect(codes(result)).toEqual(['other-table'])
    })

    test('does not begin with a person whose id is missing', async () => {
      const result = await read('脱贫户信息.xlsx', [
        ['村', '姓名', '证件类型', '证件号码', '与户主关系', '备注'],
        ['东街村', '张清', '居民身份证', '', '户主', '更正姓名'],
        ['东街村', '李小河', '居民身份证', id(1), '配偶', ''],
      ])
      expect(result.records.map(({ name }) => name)).toEqual(['张清', '李小河'])
    })

    test.each([
      [
        'groups over names and places',
        ['序', '家庭成员基本情况', null, '居住地', null],
        ['号', '成员姓名', '公民身份号码', '社区', '关系'],
      ],
      ['the name over both rows', ['编号', '姓名', '身份证明', '住址', '与户主'], [null, null, '号码', '社区', '关系']],
      [
        'an id and a name in the upper row',
        ['编号', '姓名', '身份证号', '住址', '与户主'],
        [null, null, null, '社区', '关系'],
      ],
      [
        'a name that is no heading elsewhere',
        ['编号', '基本情况', null, '社区', '关系'],
        [null, '人员', '公民身份号码', '社区', '关系'],
      ],
    ])('has a heading of two rows, neither of them a person: %s', async (_, upper, lower) => {
      const result = await read('农村低保.xlsx', [
        ['序号', '姓名', '身份证号', '村', '与户主关系'],
        ['1', '张清', id(0), '东街村', '户主'],
        upper,
        lower,
        ['1', '李小河', id(1), '西街社区', '户主'],
        [null, '王石', null, '西街社区', '配偶'],
      ])
      expect(result.records.map(({ name, idNumber }) => [name, idNumber?.value ?? null])).toEqual([
        ['张清', id(0)],
        ['李小河', id(1)],
        ['王石', null],
      ])
      expect(codes(result)).toEqual([])
      expect(result.deliveries[0]).toMatchObject({ rowsRead: 5, rowsUsed: 3, rowsSkipped: 2 })
    })

    test('of another roster is known by both rows of its heading', async () => {
      const result = await read('低保.xlsx', [
        ...first,
        ['编号', '所在', '供养人员信息', null, '供养情况'],
        [null, '村', '姓名', '公民身份号码', '供养方式'],
        ['1', '东街村', '李小河', id(1), '分散供养'],
      ])
      expect(result.records.map(({ name }) => name)).toEqual(['张清'])
      expect(result.issues.map(({ code, origin }) => [code, origin.row])).toEqual([['other-table', 6]])
    })

    test('does not begin with people without a number of anything', async () => {
      const result = await read('农村低保.xlsx', [
        ['村', '姓名', '身份证号', '与户主关系'],
        ['东街村', '张清', null, '户主'],
        ['村', '姓名', '公民身份号码', '关系'],
        ['东街村', '李小河', null, '户主'],
        ['东街村', '王石', null, '配偶'],
      ])
      expect(result.records.map(({ name }) => name)).toEqual(['张清', '李小河', '王石'])
    })

    test('is the same one where its headings only say it in other words', async () => {
      const result = await read('低保.xlsx', [
        ...first,
        ['残疾人家庭'],
        ['序号', '社区', '姓名', '身份证号码', '关系'],
        ['1', '西街社区', '李小河', id(1), '户主'],
      ])
      expect(result.records.map(({ name }) => name)).toEqual(['张清', '李小河'])
      expect(codes(result)).toEqual([])
    })
  })

  test('wide table: pairs in any numbering, the head once, empty slots no one', async () => {
    const result = await read('农村低保备案表.xls', [
      ['户主姓名', '户主身份证号', '家庭成员一', null, '家庭成员二', null],
      [null, null, '姓名', '身份证号', '姓名', '身份证号'],
      ['张清', id(0), '张清', id(0), '张小清', id(1)],
      ['李明', id(2), '', '', '', ''],
    ])
    expect(result.deliveries[0]).toMatchObject({ source: 'rural-allowance-register', rowsUsed: 2, records: 3 })
    expect(result.records.map(({ name, headIdNumber, origin }) => [name, headIdNumber?.value, origin.column])).toEqual([
      ['张清', id(0), '户主身份证号'],
      ['张小清', id(0), '家庭成员二|身份证号'],
      ['李明', id(2), '户主身份证号'],
    ])
  })

  test('wide 特困 form: only the first pair is enrolled', async () => {
    const result = await read('城乡特困人员备案表.xlsx', [
      ['姓名', '身份证号', '供养方式', '姓名', '身份证号'],
      ['张清', id(0), '分散供养', '张小清', id(1)],
    ])
    expect(result.records.map(({ programmes }) => programmes)).toEqual([['destitute'], []])
  })

  test('members joined in one cell, by any separator; unequal counts keep the ids only', async () => {
    const result = await read('农村低保家庭查询.xlsx', [
      ['户主姓名', '户主身份证号', '家庭成员姓名', '家庭成员身份证号'],
      ['张清', id(0), '张清、张小清', `${id(0)}、${id(1)}`],
      ['李明', id(2), '李明 李小明', `${id(2)} ${id(3)}`],
      ['赵 河', id(6), '赵 河', `${id(6).slice(0, 6)} ${id(6).slice(6)}`],
      ['王石', id(4), '王石\n王小石\n王大石', `${id(4)};${id(5)}`],
    ])
    expect(result.records.map(({ name, idNumber }) => [name, idNumber?.value])).toEqual([
      ['张清', id(0)],
      ['张小清', id(1)],
      ['李明', id(2)],
      ['李小明', id(3)],
      ['赵河', id(6)],
      ['王石', id(4)],
      [null, id(5)],
    ])
    expect(codes(result)).toEqual(['member-count'])
  })

  test('the head of an export that leaves 户主身份证号 blank for him', async () => {
    const result = await read('农村低保人员查询.xlsx', [
      ['姓名', '身份证号', '户主身份证号', '与户主关系'],
      ['张清', id(0), '', '本人'],
      ['张小清', id(1), id(0), '之子'],
      ['李明', id(2), '', '配偶'],
    ])
    expect(result.records.map(({ headIdNumber }) => headIdNumber?.value ?? null)).toEqual([id(0), id(0), null])
  })

  test('an id only inside the disability certificate is taken from there', async () => {
    const result = await read('持证残疾人名单.xlsx', [
      ['姓名', '残疾人证号', '残疾等级'],
      ['张清', `${id(0)}44B1`, '四级'],
    ])
    expect(result.records[0]?.idNumber).toMatchObject({ state: 'repaired', value: id(0) })
  })

  test('in a column of ruined numbers an id that ends in 000 is no id, whatever its check digit says', async () => {
    const lucky = idsEndingIn000()
    const ruined = ['340199196102030000', '340199196203040000', '340199196304050000', '340199196405060000']
    const sound = await read('农村低保人员.xlsx', [
      ['姓名', '身份证号'],
      ['张清', lucky],
      ['李明', id(1)],
    ])
    const broken = await read('农村低保人员.xlsx', [
      ['姓名', '身份证号'],
      ['张清', lucky],
      ...ruined.map((text, row) => [`李${row}明`, text]),
    ])
    expect(sound.records[0]?.idNumber?.state).toBe('intact')
    expect(broken.records.filter(({ idNumber }) => idNumber?.state === 'damaged').length).toBeGreaterThanOrEqual(4)
    expect(broken.records[0]?.idNumber?.state).toBe('damaged')
  })

  test('problems of one column are told 200 times and then counted', async () => {
    const rows = Array.from({ length: 250 }, (_, row) => ['张清', inventedId(row), '随便'])
    const result = await read('农村低保人员.xlsx', [['姓名', '身份证号', '性别'], ...rows])
    const told = result.issues.filter(({ code }) => code === 'unknown-word')
    expect(told.length).toBe(200)
    expect(result.issues.find(({ code }) => code === 'more-of-the-same')?.facts).toEqual({ count: 50 })
  })

  test('columns hidden behind the list are not told', async () => {
    const hiddenColumns = Array.from({ length: 16_000 }, (_, at) => at + 3)
    const rows = [
      ['姓名', '身份证号'],
      ['张清', id(0)],
    ]
    expect(codes(await read('农村低保人员.xlsx', rows, { hiddenColumns }))).toEqual([])
  })

  test('a shifted column prints nobody’s name or id', async () => {
    const result = await read('农村低保人员.xlsx', [
      ['姓名', '身份证号', '乡镇', '性别', '与户主关系', '年龄', '户月保障金额', '出生日期'],
      ...Array.from({ length: 4 }, (_, row) => [
        '张清',
        id(row),
        '王石',
        '王石',
        `李小河 ${id(5)}`,
        '赵明月',
        '钱塘',
        '孙大山',
      ]),
    ])
    const texts = result.issues.map(({ code, facts }) => issueText(code, facts).text)
    expect(new Set(codes(result))).toEqual(
      new Set(['unknown-township', 'unknown-word', 'not-a-number', 'not-an-amount', 'unreadable-date']),
    )
    expect(texts.filter((text) => /王石|李小河|赵明月|钱塘|孙大山|\d{6}/.test(text))).toEqual([])
  })

  test('hidden rows and columns are read with a notice', async () => {
    const result = await read(
      '农村低保人员.xlsx',
      [
        ['姓名', '身份证号'],
        ['张清', id(0)],
        ['李明', id(1)],
      ],
      { hiddenRows: [3], hiddenColumns: [2] },
    )
    expect(result.records.length).toBe(2)
    expect(codes(result)).toEqual(['hidden-rows', 'hidden-columns'])
  })
})

test.each([
  '与户主关系',
  '关系',
  '与户主之关系',
])('members one a row, told apart by %s, are no list of households', async (relation) => {
  const { records } = await read('低收入（低保边缘）人员.xlsx', [
    ['户主姓名', '户主身份证号码', '成员姓名', '成员身份证号码', relation, '家庭人口', '家庭人均月收入'],
    ['张清', id(0), '张清', id(0), '户主', '2', '900'],
    ['张清', id(0), '李明', id(1), '配偶', '2', '900'],
  ])
  expect(records.map(({ source, name }) => [source, name])).toEqual([
    ['marginal-members', '张清'],
    ['marginal-members', '李明'],
  ])
})
