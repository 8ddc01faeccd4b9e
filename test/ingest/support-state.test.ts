import { describe, expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, sheetOf, type TestCell, workbookOf } from './sheets.js'

const id = (serial: number) => inventedId(31 + serial)
const book = (...rows: (readonly TestCell[])[]) => workbookOf(sheetOf(rows))
const householdHeadings = ['户主姓名', '户主身份证号', '低保证号', '家庭成员姓名', '家庭成员身份证号', '家庭状态']
const memberHeadings = ['姓名', '身份证号', '户主身份证号', '与户主关系', '乡镇', '户月保障金额']

async function enrolled(sheets: Parameters<typeof ingestWorkbooks>[0]) {
  const { records, issues, deliveries } = await ingestWorkbooks(sheets)
  const told = issues.filter(({ code }) => code === 'not-in-force').map(({ facts }) => facts.count)
  return { who: records.map(({ name, programmes }) => [name, programmes.join()]), told, deliveries }
}

describe('rows that the roster itself calls stopped', () => {
  test('are read, told and not on the roll; those that wait for their money are', async () => {
    const { who, told, deliveries } = await enrolled({
      '农村低保人员.xlsx': book(
        [...memberHeadings, '状态'],
        ['王石', id(1), '', '本人', '清河镇', '420', '在保'],
        ['李明', id(2), '', '本人', '清河镇', '420', '停保'],
        ['赵小河', id(3), '', '本人', '清河镇', '420', '暂停发放'],
        ['钱塘', id(4), '', '本人', '清河镇', '420', '待审批'],
        ['孙大山', id(5), '', '本人', '清河镇', '420', ''],
      ),
    })
    expect(who).toEqual([
      ['王石', 'rural-allowance'],
      ['李明', ''],
      ['赵小河', 'rural-allowance'],
      ['钱塘', ''],
      ['孙大山', 'rural-allowance'],
    ])
    expect(told).toEqual([2])
    expect(deliveries).toMatchObject([{ rowsUsed: 5, records: 5, byTownship: { 清河镇: 3 } }])
  })

  test('an unknown word keeps the person on the roll and is an issue', async () => {
    const { records, issues } = await ingestWorkbooks({
      '特困人员.xlsx': book(['姓名', '身份证号', '乡镇', '状态'], ['王石', id(1), '清河镇', '甲']),
    })
    expect(records.map(({ programmes }) => programmes)).toEqual([['destitute']])
    expect(issues.map(({ code, facts }) => [code, facts.text])).toContainEqual(['unknown-word', '甲'])
  })

  test('in a list of both subsidies the last payment still counts, a stop without money does not', async () => {
    const { who } = await enrolled({
      '残疾人两项补贴.xlsx': book(
        ['姓名', '证件号', '补贴类型', '补贴金额', '状态'],
        ['王石', id(1), '生活补贴', '92', '停发'],
        ['李明', id(2), '生活补贴', '0', '停发'],
        ['赵小河', id(3), '护理补贴', '92', '正常'],
      ),
    })
    expect(who).toEqual([
      ['王石', 'living-subsidy'],
      ['李明', ''],
      ['赵小河', 'care-subsidy'],
    ])
  })

  test('a household that its own export calls stopped takes its members along, unless it stands there again', async () => {
    const row = (head: string, number: string, names: string, ids: string, state: string) => [
      head,
      ids.split('、')[0] as string,
      number,
      names,
      ids,
      state,
    ]
    const members = book(
      [...memberHeadings, '低保证号'],
      ['王石', id(1), '', '本人', '清河镇', '420', 'D1'],
      ['王小石', id(2), id(1), '子', '清河镇', '420', 'D1'],
      ['李明', id(3), '', '本人', '清河镇', '420', 'D2'],
    )
    const lists = (again: readonly (readonly TestCell[])[]) =>
      book(
        householdHeadings,
        row('王石', 'D1', '王石、王小石', `${id(1)}、${id(2)}`, '停保'),
        row('李明', 'D2', '李明', id(3), '在保'),
        ...again,
      )
    const once = await enrolled({ '农村低保家庭查询.xlsx': lists([]), '农村低保人员查询.xlsx': members })
    const onRoll = (rows: typeof once) => rows.who.filter(([, programmes]) => programmes !== '').map(([name]) => name)
    expect(onRoll(once)).toEqual(['李明'])
    const again = row('王石', 'D1', '王石、王小石', `${id(1)}、${id(2)}`, '在保')
    const twice = await enrolled({ '农村低保家庭查询.xlsx': lists([again]), '农村低保人员查询.xlsx': members })
    expect(onRoll(twice)).toEqual(['王石', '王小石', '李明'])
  })
})
