import type { RecordOf, SourceId } from '../../../../src/ingest/sources/all.js'
import rule from '../../../../src/screen/rules/quality/repeated-row.js'
import { person, type Rosters } from '../../county.js'
import { table } from '../../table.js'

type Rows<Id extends keyof Rosters & SourceId> = readonly Partial<RecordOf<Id>>[]
const elder = (...rows: Rows<'old-age-allowance'>) => person({ 'old-age-allowance': rows })
const destitute = (...rows: Rows<'destitute-persons'>) => person({ 'destitute-persons': rows })
const certified = (...rows: Rows<'disability-certificates'>) => person({ 'disability-certificates': rows })

table(rule, [
  {
    title: '农村低保人员查询里有一行重复',
    people: () => {
      const twice = person({ 'rural-allowance-members': [{}, {}] })
      const [first, second] = twice.links
      return first && second ? [{ ...twice, links: [first], duplicates: [second.record] }] : []
    },
    expect: 'finding',
    severity: 'note',
    says: '1 行重复',
  },
  {
    title: '高龄津贴两行，账号不同',
    people: () => [elder({ bankAccount: '6217000000001234' }, { bankAccount: '6217000000005678' })],
    expect: 'finding',
    severity: 'low',
    says: '高龄津贴对象名册中同一人有 2 行，银行帐号不一致',
    evidence: ['高龄津贴：银行帐号 尾号 1234', '高龄津贴：银行帐号 尾号 5678'],
  },
  {
    title: '高龄津贴两行，金额和账号都不同，只问一次',
    people: () => [
      elder(
        { allowanceFen: 5000, bankAccount: '6217000000001234' },
        { allowanceFen: 10_000, bankAccount: '6217000000005678' },
      ),
    ],
    expect: 'finding',
    findings: 1,
    says: '发放金额、银行帐号不一致',
  },
  {
    title: '高龄津贴一行是补发上月的',
    people: () => [elder({ allowanceFen: 5000 }, { allowanceFen: 10_000, dataMonth: '2026-08' })],
    expect: 'clear',
  },
  {
    title: '高龄津贴一行没有账号',
    people: () => [elder({ bankAccount: '6217000000001234' }, { bankAccount: null, personKind: '新增' })],
    expect: 'clear',
  },
  {
    title: '特困两行，一行集中、一行分散',
    people: () => [destitute({ supportMode: '集中' }, { supportMode: '分散' })],
    expect: 'finding',
    says: '供养方式不一致',
  },
  {
    title: '特困两行，各发一种钱',
    people: () => [destitute({ basicFen: 80_000 }, { nursingFen: 20_000 })],
    expect: 'clear',
  },
  {
    title: '特困的另一行只是同住的人',
    people: () => [destitute({ supportMode: '集中' }, { supportMode: '分散', programmes: [] })],
    expect: 'clear',
  },
  {
    title: '儿童保障两行，一行孤儿、一行事实无人抚养',
    people: () => [person({ 'protected-children': [{ childKind: '孤儿' }, { childKind: '事实无人抚养儿童' }] })],
    expect: 'finding',
    says: '，类型不一致',
  },
  {
    title: '两本残疾人证都有效，等级不同',
    people: () => [certified({ level: '1' }, { level: '3' })],
    expect: 'finding',
    says: '残疾等级不一致',
  },
  {
    title: '旧残疾人证已注销',
    people: () => [certified({ level: '1', status: '注销' }, { level: '3' })],
    expect: 'clear',
  },
  {
    title: '临时救助两笔，金额不同',
    people: () => [person({ 'temporary-aid': [{ aidFen: 50_000 }, { aidFen: 80_000 }] })],
    expect: 'clear',
  },
  {
    title: '低保两行，金额不同（分户由 C02 问）',
    people: () => [person({ 'rural-allowance-members': [{ amountFen: 50_000 }, { amountFen: 80_000 }] })],
    expect: 'clear',
  },
  {
    title: '护理补贴两行，金额不同（由 P09 问）',
    people: () => [person({ 'care-subsidies': [{ subsidyFen: 8000 }, { subsidyFen: 5000 }] })],
    expect: 'clear',
  },
  { title: '没有重复行', people: () => [person({ 'rural-allowance-members': {} })], expect: 'clear' },
])
