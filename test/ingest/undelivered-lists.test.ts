import { expect, test } from 'vitest'
import { ingestWorkbooks, inventedId, noSettings, sheetOf, workbookOf } from './sheets.js'

const cars = workbookOf(
  sheetOf([
    ['姓名', '身份证号', '车牌号'],
    ['张清', inventedId(31), '皖A00001'],
  ]),
)
const declared = [
  { name: '车辆*.xlsx', kind: 'vehicles' },
  { name: '机动车*.xlsx', kind: 'vehicles' },
  { name: '服刑*.csv', kind: 'prisoners' },
] as const

test('a list that doudi.yaml declares and no file brings is told, once a kind, whatever else its name might be', async () => {
  const { issues } = await ingestWorkbooks({ '车辆11月.xlsx': cars }, { ...noSettings, lists: [...declared] })
  expect(issues.filter(({ code }) => code === 'list-not-delivered')).toMatchObject([
    { origin: { file: 'doudi.yaml' }, facts: { list: '服刑人员名单', names: '服刑*.csv' } },
  ])
  const renamed = await ingestWorkbooks({ '11月小汽车.xlsx': cars }, { ...noSettings, lists: [...declared] })
  expect(renamed.issues.filter(({ code }) => code === 'list-not-delivered')).toMatchObject([
    { facts: { list: '车辆登记名单', names: '车辆*.xlsx、机动车*.xlsx' } },
    { facts: { list: '服刑人员名单' } },
  ])
})
