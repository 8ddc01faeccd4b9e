import { type Mask, maskedText, showHouseholdNumber, showIdNumber } from '../domain/mask.js'
import { yuan } from '../domain/money.js'
import type { Month } from '../domain/month.js'
import type { Programme } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { field } from '../screen/standing.js'
import { explanationIn } from './finding-text.js'
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
/** Members who stand on the page at most; with long texts fewer do, and the form asks for a further page. */
const mostMembers = 8
/** Rows of the members' table at least, the empty ones included. */
const fewestRows = 5
/** Points that the visitor needs to write what was found. */
const leastToWrite = 90

/** One household's 入户调查表 on one page (domain D.3.3): what the rosters say is printed, the rest is for the visit. null: a blank one to copy. */
export function surveyPage(survey: SurveyHousehold | null, view: View): FormRow[] {
  const people = survey?.members.length ?? 0
  const end = [...money(survey), ...causes(survey)]
  const close = [...opinion(), ...signatures()]
  let [shown, empty] = [Math.min(people, mostMembers), Math.max(1, fewestRows - people)]
  for (;;) {
    const top = topOf(survey, view, shown, people > shown ? 0 : empty)
    const left = formHeight - heightOf([...top, ...end, ...close])
    if (left >= leastToWrite || shown + empty <= 2) return [...top, ...end, ...judgement(left), ...close]
    // Rows for people whom no roster has give way before people do.
    if (empty > 1) empty--
    else shown--
  }
}

function heightOf(rows: readonly FormRow[]): number {
  return rows.reduce((sum, row) => sum + formRowHeight(row, surveyWidths), 0)
}

function topOf(survey: SurveyHousehold | null, { report, unit }: View, shown: number, empty: number): FormRow[] {
  const { month, settings } = report
  const people = members(survey, shown, empty, month, settings.mask)
  return [...head(survey, unit, month), ...basics(survey, month, settings.mask), ...people]
}

// As many as the line holds whole.
const shownNumbers = 3

function head(survey: SurveyHousehold | null, unit: string, month: string): FormRow[] {
  const numbers = survey?.cases.map((row) => row.case.number) ?? []
  const rest = numbers.length > shownNumbers ? `等 ${numbers.length} 条` : ''
  const shown = `${numbers.slice(0, shownNumbers).join('、')}${rest}`
  return [
    { cells: [{ text: '社会救助入户调查表', span: wide, kind: 'title' }], height: 32 },
    { cells: [info(`乡镇：${unit}　　数据月份：${monthTitle(month)}　　线索编号：${shown}`, wide)] },
  ]
}

function basics(survey: SurveyHousehold | null, month: Month, mask: Mask): FormRow[] {
  const contact = survey?.head ? contactOf(survey.head) : { phone: '', address: '' }
  const number = survey?.householdNumber ?? null
  return [
    section('一、基本信息'),
    {
      cells: [
        label('户主姓名'),
        value(survey?.headName ?? '', 2),
        ...pair('身份证号', showIdNumber(survey?.headId ?? '', mask), 3),
        ...pair('联系电话', contact.phone, 2),
      ],
      height: 24,
    },
    {
      cells: [
        label('家庭住址'),
        value(contact.address || (survey?.cases[0]?.case.finding.village ?? ''), 3),
        label('户编号'),
        value(number === null ? '' : showHouseholdNumber(number, mask), 3),
        label('人口'),
        value(survey?.head ? String(survey.members.length) : '', 1),
      ],
      height: 24,
    },
    {
      cells: [label('疑点'), value(survey ? reasons(survey, month, mask) : '', wide - 1)],
      ...(survey ? {} : { height: 44 }),
    },
  ]
}

const shownReasons = 2

function reasons({ cases }: SurveyHousehold, month: Month, mask: Mask): string {
  const texts = cases.slice(0, shownReasons).map(({ case: one }) => {
    const explained = maskedText(explanationIn(month, one), mask)
    return `【${one.finding.rule}】${explained.length > 90 ? `${explained.slice(0, 90)}…` : explained}`
  })
  const rest = cases.length - shownReasons
  return [...texts, ...(rest > 0 ? [`另有 ${rest} 条，见核查表。`] : [])].join('\n')
}

function members(survey: SurveyHousehold | null, most: number, empty: number, month: string, mask: Mask): FormRow[] {
  const people = survey?.members ?? []
  const rest = people.length - most
  const headings = ['姓名', '关系', '年龄', '身份证号', '健康、残疾', '劳动、就业、在校', '已享项目']
  return [
    section(`二、家庭成员（共同生活的全部成员，名册没有的请补上）${rest > 0 ? `另有 ${rest} 人，请附页` : ''}`),
    { cells: memberCells(headings), height: 20 },
    ...people.slice(0, most).map((person): FormRow => ({ cells: memberCells(memberTexts(person, month, mask)) })),
    ...(rest > 0 ? [{ cells: [label('其余成员'), value(restText(people.slice(most)), wide - 1)] }] : []),
    ...Array.from({ length: empty }, (): FormRow => ({ cells: memberCells([]), height: 21 })),
  ]
}

// More names than this would take the room of the visit's own findings.
const namedRest = 20

function restText(rest: readonly Person[]): string {
  const names = rest.slice(0, namedRest).map(({ name }) => name ?? '（无姓名）')
  return `${names.join('、')}${rest.length > namedRest ? `等 ${rest.length} 人` : ''}`
}

function memberTexts(person: Person, month: string, mask: Mask): string[] {
  const { relation, age, health, disability, work, schooling } = memberFacts(person, month)
  const joined = (...parts: string[]) => parts.filter(Boolean).join('，')
  const status = [joined(health, disability), joined(work, schooling), supportOf(person)]
  return [person.name ?? '', relation, age, shownId(person, mask), ...status]
}

const memberSpans = [1, 1, 1, 1, 2, 2, 2]

function memberCells(texts: readonly string[]): FormCell[] {
  return memberSpans.map((span, index) => ({ text: texts[index] ?? '', span, kind: 'label' as const }))
}

const supportWords: Readonly<Partial<Record<Programme, string>>> = {
  'rural-allowance': '农村低保',
  'urban-allowance': '城市低保',
  destitute: '特困',
  marginal: '低保边缘',
  'rigid-expenditure': '刚性支出',
  'old-age-allowance': '高龄津贴',
  'temporary-aid': '临时救助',
  'living-subsidy': '生活补贴',
  'care-subsidy': '护理补贴',
  orphan: '孤儿',
  'unattended-child': '事无儿童',
}

function supportOf(person: Person): string {
  const list = new Set(person.links.flatMap(({ record }) => record.programmes))
  return [...list].flatMap((programme) => supportWords[programme] ?? []).join('、')
}

function money(survey: SurveyHousehold | null): FormRow[] {
  const fen = stated(survey, 'incomePerCapitaFen')
  const known = fen === null ? '' : `（名册人均收入 ${yuan(fen)} 元/年）`
  const line = (name: string, parts: readonly string[]): FormRow => ({
    cells: [label(name), value(parts.map((part) => `${part}：`.padEnd(part.length + 6, '　')).join(''), wide - 1)],
    height: 32,
  })
  return [
    section(`三、收入、刚性支出和财产${known}`),
    line('年收入\n(元)', ['工资', '经营', '财产', '转移', '合计']),
    line('年支出\n(元)', ['医疗', '教育', '残疾照料', '住房', '其他']),
    line('财产', ['车辆', '房产', '存款', '经营实体', '其他']),
  ]
}

function stated<K extends 'incomePerCapitaFen' | 'risk'>(survey: SurveyHousehold | null, name: K) {
  const records = survey?.members.flatMap(({ links }) => links.map(({ record }) => record)) ?? []
  return records.map((record) => field(record, name)).find((value) => value !== null) ?? null
}

function causes(survey: SurveyHousehold | null): FormRow[] {
  const risk = stated(survey, 'risk')
  return [
    section(`四、困难原因和需求${risk ? `（名册致贫返贫风险：${risk}）` : ''}`),
    {
      cells: [
        label('困难原因'),
        value('□因病　□因残　□因学　□因灾　□缺劳动力　□失业或务工不稳　□意外事故\n□其他：', wide - 1),
      ],
      height: 36,
    },
    {
      cells: [
        label('需求'),
        value(
          '□低保　□特困　□低保边缘　□临时救助　□儿童保障　□两项补贴　□医疗　□教育　□住房　□就业　□其他：',
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
    section('五、调查情况'),
    { cells: [label('邻里、\n村组评价'), { text: '', span: wide - 1, kind: 'blank' }], height: half },
    { cells: [label('家庭实际\n情况'), { text: '', span: wide - 1, kind: 'blank' }], height: half },
  ]
}

function opinion(): FormRow[] {
  return [
    section('六、初步意见'),
    {
      cells: [
        label('核查结论'),
        value(
          '□属实　□不属实　□无法核　　结论代码：\n拟纳入：　　　　　　　　　　　先行临时救助：　　　　　　元',
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
