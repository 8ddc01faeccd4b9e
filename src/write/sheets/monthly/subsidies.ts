import { allowance, povertyRosters } from '../../../domain/programme.js'
import { terms } from '../../../domain/terms.js'
import type { Person } from '../../../match/person.js'
import { accuses } from '../../../screen/judge.js'
import { ownAmount } from '../../../screen/monthly-amount.js'
import { allRules } from '../../../screen/rules/all.js'
import { notJudgedRemark } from '../../case-columns.js'
import { inYuan, numberColumn, placeColumns } from '../../ledger-columns.js'
import { certificateStatus, disabilityWords, isEnrolled, shownId } from '../../person-facts.js'
import { type Column, defineSheet } from '../../sheet.js'
import { inTownshipOrder } from '../../township-order.js'
import type { CaseRow, View } from '../../view.js'

// 特困领两补 stands among the 错保, an interrupted subsidy among the 脱保; both concern the two subsidies.
const ofSubsidies = new Set(['C04', 'T07'])
const accusing = new Set(allRules.filter(accuses).map(({ id }) => id))

/** 残疾人两项补贴核对表 (domain D.3.8). */
export default defineSheet<View, CaseRow>({
  id: 'subsidies',
  position: 9,
  name: '两项补贴核对',
  layout: 'table',
  title: ({ report }) => `${report.county}残疾人两项补贴核对表`,
  columns: ({ report: { settings } }): Column<CaseRow>[] => [
    numberColumn,
    ...placeColumns<CaseRow>(({ case: { finding } }) => finding),
    { heading: terms.name, width: 4.2, style: 'centre', value: ({ person }) => person?.name ?? '' },
    { heading: '身份证号', width: 10, style: 'id', value: ({ person }) => shownId(person, settings.mask) },
    { heading: '残疾类别\n等级', width: 5, style: 'centre', value: ({ person }) => person && disabilityWords(person) },
    { heading: '证状态', width: 3.6, style: 'centre', value: ({ person }) => person && certificateStatus(person) },
    ticked('低保', (person) => allowance.some((programme) => isEnrolled(person, programme))),
    ticked('特困', (person) => isEnrolled(person, 'destitute')),
    ticked('脱贫\n监测户', (person) => povertyRosters.some((programme) => isEnrolled(person, programme))),
    {
      heading: '已享生活\n(元/月)',
      width: 4.8,
      style: 'amount',
      value: ({ person }) => paid(person, 'living-subsidy'),
    },
    { heading: '已享护理\n(元/月)', width: 4.8, style: 'amount', value: ({ person }) => paid(person, 'care-subsidy') },
    {
      heading: '疑似',
      width: 4.4,
      style: 'centre',
      value: ({ case: { finding } }) => (accusing.has(finding.rule) ? '违规享受' : '应享未享'),
    },
    {
      heading: '类型',
      width: 11,
      value: ({ case: { finding } }) => `${finding.rule} ${finding.title}`,
    },
    { heading: terms['case number'], width: 6.2, style: 'id', value: ({ case: one }) => one.number },
    { heading: '核查结论', width: 6, answer: 'free' },
    { heading: '处理', width: 6, answer: 'free' },
  ],
  rows: ({ cases, report }) => {
    const own = cases.filter(({ case: { finding } }) => finding.kind === '补贴' || ofSubsidies.has(finding.rule))
    const placed = own.map((row) => ({ row, township: row.case.finding.township }))
    return inTownshipOrder(placed, report.townships).map(({ row }) => row)
  },
  remark: (view) => notJudgedRemark(view, '补贴'),
})

function ticked(heading: string, holds: (person: Person) => boolean): Column<CaseRow> {
  return { heading, width: 2.8, style: 'centre', value: ({ person }) => (person && holds(person) ? '√' : '') }
}

function paid(person: Person | null, programme: 'living-subsidy' | 'care-subsidy'): number | null {
  const row = person?.links.find(({ record }) => record.programmes.includes(programme))
  return row ? inYuan(ownAmount(row.record, programme)) : null
}
