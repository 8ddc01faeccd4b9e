import { allowance, type Programme } from '../../../domain/programme.js'
import type { ExitEntry } from '../../../screen/ledgers/exits.js'
import { numberColumn, openRemark, placeColumns } from '../../ledger-columns.js'
import { shownId } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

/** 退出对象兜底情况纠治表 (domain T04): what carries those who left within half a year. */
export default defineSheet<View, ExitEntry>({
  id: 'exits',
  position: 8,
  name: '退出对象兜底情况',
  layout: 'table',
  title: ({ report }) => `${report.county}退出对象兜底情况纠治表`,
  columns: ({ report: { settings } }): Column<ExitEntry>[] => [
    numberColumn,
    ...placeColumns<ExitEntry>(({ person }) => person.place),
    { heading: '姓名', width: 4.4, style: 'centre', value: ({ person }) => person.name ?? '' },
    { heading: '身份证号', width: 10, style: 'id', value: ({ person }) => shownId(person, settings.mask) },
    { heading: '类别', width: 5, style: 'centre', value: ({ record }) => record.programmeName ?? '' },
    { heading: '家庭\n人口', width: 2.8, style: 'number', value: ({ record }) => record.householdSize },
    { heading: '停保\n月份', width: 4.4, style: 'centre', value: ({ record }) => record.stopMonth ?? '' },
    { heading: '停保原因', width: 6, style: 'centre', value: ({ record }) => record.reason ?? '未填' },
    {
      heading: '渐退期',
      width: 9.2,
      style: 'centre',
      value: ({ grace }) => (grace ? `${grace.start}至${grace.last}` : ''),
    },
    carried('转低保', allowance),
    carried('转特困', ['destitute']),
    carried('转边缘', ['marginal']),
    carried('转儿童\n保障', ['orphan', 'unattended-child']),
    carried('转刚性\n支出', ['rigid-expenditure']),
    {
      heading: '直接\n退出',
      width: 3.8,
      style: 'centre',
      value: leftAltogether,
    },
    { heading: '现仍困难情形', width: 8, value: ({ atRisk }) => atRisk ?? '' },
    { heading: '纠治措施', width: 6, answer: 'free' },
  ],
  rows: ({ report }) => report.ledgers.exits.entries,
  remark: ({ report: { ledgers, deliveries } }) => {
    const held = deliveries.some(({ programmes: fed }) => fed.includes('rigid-expenditure'))
    const rigid = held ? '' : '本月没有刚性支出困难家庭名册，该栏由经办人填写。'
    const note = `近 6 个月停保的人员；现仍困难又直接退出的排在前面。${rigid}`
    const open = openRemark(ledgers.exits)
    return ledgers.exits.entries.length === 0 ? open : `${open ?? ''}${note}`
  },
})

function leftAltogether({ record, carriedBy, uncertain }: ExitEntry): string {
  if (carriedBy.length > 0) return ''
  if (uncertain) return '号码待核'
  return record.reason === '户籍迁移' ? '√迁出' : '√'
}

function carried(heading: string, list: readonly Programme[]): Column<ExitEntry> {
  const value = ({ carriedBy }: ExitEntry) => (carriedBy.some((programme) => list.includes(programme)) ? '√' : '')
  return { heading, width: 3.4, style: 'centre', value }
}
