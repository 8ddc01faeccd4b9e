import { type Mask, maskIdNumbersIn, showHouseholdNumber } from '../domain/mask.js'
import { yuan } from '../domain/money.js'
import { programmes } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { field } from '../screen/standing.js'
import { formRowHeight } from './form.js'
import { formHeight } from './layout.js'
import { monthTitle } from './month-title.js'
import { contactOf, memberFacts, shownId } from './person-facts.js'
import type { FormCell, FormRow } from './sheet.js'
import type { SurveyHousehold } from './survey-household.js'
import type { View } from './view.js'

/** The grid of the survey form: ten columns, together as wide as an upright A4 page. */
export const surveyWidths = [5, 4, 2.6, 9.4, 4.4, 4.4, 5.2, 4.2, 3.4, 4]

const wide = surveyWidths.length
const memberRows = 8

/** One household's 入户调查表 on one page (domain D.3.3): what the rosters say is printed, the rest is for the visit. */
export function surveyPage(survey: SurveyHousehold | null, { report, unit }: View): FormRow[] {
  const { mask } = report.settings
  const top = [...head(survey, unit, report.month), ...basics(survey, mask), ...members(survey, report.month, mask)]
  const questions = [...income(survey), ...outlay(), ...property(), ...causes(survey)]
  const end = [...opinion(), ...signatures()]
  const used = [...top, ...questions, ...end].reduce((sum, row) => sum + formRowHeight(row, surveyWidths), 0)
  return [...top, ...questions, ...judgement(Math.max(80, formHeight - used)), ...end]
}

function head(survey: SurveyHousehold | null, unit: string, month: string): FormRow[] {
  const numbers = survey?.cases.map((row) => row.case.number).join('、') ?? ''
  const shown = numbers.length > 60 ? `${numbers.slice(0, 60)}…` : numbers
  return [
    { cells: [{ text: '社会救助入户调查表', span: wide, kind: 'title' }], height: 32 },
    { cells: [info(`乡镇：${unit}　　数据月份：${monthTitle(month)}　　线索编号：${shown}`, wide)] },
  ]
}

function basics(survey: SurveyHousehold | null, mask: Mask): FormRow[] {
  const head = survey && (survey.household?.head ?? survey.members[0] ?? survey.lead)
  const contact = head ? contactOf(head) : { phone: '', address: '' }
  const number = survey?.householdNumber ?? null
  return [
    section('一、基本信息'),
    {
      cells: [
        label('户主姓名'),
        value(head?.name ?? '', 2),
        ...pair('身份证号', head ? shownId(head, mask) : '', 3),
        ...pair('联系电话', contact.phone, 2),
      ],
      height: 24,
    },
    {
      cells: [
        label('家庭住址'),
        value(contact.address || (survey?.lead.place.village ?? ''), 3),
        label('户编号'),
        value(number === null ? '' : showHouseholdNumber(number, mask), 3),
        label('人口'),
        value(survey ? String(survey.members.length) : '', 1),
      ],
      height: 24,
    },
    { cells: [label('疑点'), value(survey ? reasons(survey, mask) : '', wide - 1)], ...(survey ? {} : { height: 44 }) },
  ]
}

const shownReasons = 3

function reasons({ cases }: SurveyHousehold, mask: Mask): string {
  const texts = cases.slice(0, shownReasons).map(({ case: { finding } }) => {
    const explained = mask === 'none' ? finding.explanation : maskIdNumbersIn(finding.explanation, mask)
    return `【${finding.rule}】${explained.length > 110 ? `${explained.slice(0, 110)}…` : explained}`
  })
  const rest = cases.length - shownReasons
  return [...texts, ...(rest > 0 ? [`另有 ${rest} 条，见核查表。`] : [])].join('\n')
}

function members(survey: SurveyHousehold | null, month: string, mask: Mask): FormRow[] {
  const people = survey?.members ?? []
  const shown = people.slice(0, memberRows)
  const rest = people.length - shown.length
  const headings = [
    '姓名',
    '与户主关系',
    '年龄',
    '身份证号',
    '健康状况',
    '残疾类别等级',
    '劳动能力、务工',
    '在校情况',
    '已享项目',
  ]
  const rows = shown.map((person) => memberRow(person, month, mask))
  const blanks = Array.from(
    { length: Math.max(1, 5 - shown.length) },
    (): FormRow => ({ cells: memberCells([]), height: 20 }),
  )
  return [
    section(`二、家庭成员（共同生活的全部成员，名册没有的请补上）${rest > 0 ? `另有 ${rest} 人，请附页` : ''}`),
    { cells: memberCells(headings).map((cell) => ({ ...cell, kind: 'label' as const })), height: 34 },
    ...rows,
    ...(people.length > memberRows ? [] : blanks),
  ]
}

function memberRow(person: Person, month: string, mask: Mask): FormRow {
  const facts = memberFacts(person, month)
  const { relation, age, health, disability, work, schooling } = facts
  const texts = [
    person.name ?? '',
    relation,
    age,
    shownId(person, mask),
    health,
    disability,
    work,
    schooling,
    programmesOf(person),
  ]
  return { cells: memberCells(texts) }
}

function memberCells(texts: readonly string[]): FormCell[] {
  return Array.from({ length: wide - 1 }, (_, index) =>
    index === wide - 2 ? value(texts[index] ?? '', 2) : label(texts[index] ?? ''),
  )
}

const notSupport = [
  'registered-poor',
  'monitored',
  'disability-certificate',
  'death',
  'departure',
  'left-behind-elderly',
]

function programmesOf(person: Person): string {
  const list = [...new Set(person.links.flatMap(({ record }) => record.programmes))]
  return list
    .filter((programme) => !notSupport.includes(programme))
    .map((programme) => programmes[programme])
    .join('、')
}

function income(survey: SurveyHousehold | null): FormRow[] {
  const fen = survey?.members
    .flatMap(({ links }) => links.map(({ record }) => field(record, 'incomePerCapitaFen')))
    .find((each) => each !== null)
  const known = typeof fen === 'number' ? `（名册人均 ${yuan(fen)} 元/年）` : ''
  return [
    section(`三、家庭收入（元/年）${known}`),
    ...blanks(['工资性收入', '经营净收入', '财产净收入', '转移净收入', '全年合计']),
  ]
}

function outlay(): FormRow[] {
  return [section('四、刚性支出（元/年）'), ...blanks(['医疗', '教育', '残疾康复照料', '住房', '其他'])]
}

function property(): FormRow[] {
  return [section('五、家庭财产'), ...blanks(['机动车辆', '房产', '存款有价证券', '经营实体', '其他'])]
}

// Five labels over five blanks, two columns each.
function blanks(labels: readonly string[]): FormRow[] {
  return [
    { cells: labels.map((text) => ({ text, span: 2, kind: 'label' as const })), height: 20 },
    { cells: labels.map(() => ({ text: '', span: 2, kind: 'blank' as const })), height: 26 },
  ]
}

function causes(survey: SurveyHousehold | null): FormRow[] {
  const risk = survey?.members
    .flatMap(({ links }) => links.map(({ record }) => field(record, 'risk')))
    .find((each) => each !== null)
  return [
    section(`六、困难原因和需求${risk ? `（名册致贫返贫风险：${risk}）` : ''}`),
    {
      cells: [
        label('困难原因'),
        value('□因病　□因残　□因学　□因灾　□缺劳动力　□失业或务工不稳　□意外事故　□其他：　　　　　　', wide - 1),
      ],
      height: 24,
    },
    {
      cells: [
        label('需求'),
        value(
          '□低保　□特困　□低保边缘　□临时救助　□儿童保障　□两项补贴　□医疗　□教育　□住房　□就业　□其他：　　　',
          wide - 1,
        ),
      ],
      height: 36,
    },
  ]
}

function judgement(height: number): FormRow[] {
  const half = (height - 21) / 2
  return [
    section('七、调查情况'),
    { cells: [label('邻里、\n村组评价'), { text: '', span: wide - 1, kind: 'blank' }], height: half },
    { cells: [label('家庭实际\n情况'), { text: '', span: wide - 1, kind: 'blank' }], height: half },
  ]
}

function opinion(): FormRow[] {
  return [
    section('八、初步意见'),
    {
      cells: [
        label('核查结论'),
        value(
          '□属实　□不属实　□无法核　　结论代码：　　　　　拟纳入：　　　　　　　先行临时救助：　　　　　元',
          wide - 1,
        ),
      ],
      height: 36,
    },
  ]
}

function signatures(): FormRow[] {
  return [
    {
      cells: [info('调查人（两人以上签字）：　　　　　　　　、　　　　　　　　　　被调查人（签字或按印）：', wide)],
      height: 30,
    },
    {
      cells: [info('调查日期：　　　　年　　月　　日　　　　　　　　　　　　　　　乡镇审核（盖章）：', wide)],
      height: 26,
    },
  ]
}

function section(text: string): FormRow {
  return { cells: [{ text, span: wide, kind: 'section' }], height: 21 }
}

function pair(name: string, text: string, span: number): FormCell[] {
  return [label(name), value(text, span)]
}

function label(text: string): FormCell {
  return { text, span: 1, kind: 'label' }
}

function value(text: string, span: number): FormCell {
  return { text, span, kind: 'value' }
}

function info(text: string, span: number): FormCell {
  return { text, span, kind: 'info' }
}
