import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { yuan } from '../domain/money.js'
import { unplaced } from '../domain/place.js'
import { type FigureId, figureOf, ruleScores, total, yieldWords } from './figures.js'
import { monthTitle } from './month-title.js'
import { byTownship, type ProgressView } from './progress-view.js'

const body = '仿宋'
const title = '宋体'

/**
 * The report on progress as a Word draft (实施意见 五(四)): the customary figures in sentences and tables, for the bureau to edit and sign. Returns
 * the bytes of a .docx. Names no person.
 */
export function progressDocument(view: ProgressView): Promise<Buffer> {
  const document = new Document({
    creator: 'doudi',
    title: heading(view),
    styles: { default: { document: { run: { font: body, size: 32 }, paragraph: { spacing: { line: 560 } } } } },
    sections: [
      {
        properties: { page: { margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 } } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 400 },
            children: [new TextRun({ text: heading(view), font: title, size: 44, bold: true })],
          }),
          ...sections(view),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function heading(view: ProgressView): string {
  return `${view.county}社会救助兜底保障工作情况报告（${period(view)}）`
}

function period({ from, month }: ProgressView): string {
  return from === month ? monthTitle(month) : `${monthTitle(from)}至${monthTitle(month)}`
}

function sections(view: ProgressView): (Paragraph | Table)[] {
  return [
    section('一、总体情况'),
    text(overall(view)),
    section('二、核查结果'),
    text(outcome(view)),
    text(money(view)),
    section('三、各乡镇进展'),
    townshipTable(view),
    text(silent(view)),
    section('四、筛查规则成效'),
    text(rules(view)),
    section('五、未闭环线索和下一步'),
    text(open(view)),
    text(
      '（以上数字由比对系统按台账汇总生成，每个数字对应的线索编号见同期《情况统计》“指标明细”表；文字请按实际情况修改。）',
    ),
    section('六、其他情况'),
    text('（由业务股室补充：城镇贫困群众纾难解困情况、主要做法、存在问题和建议。）'),
  ]
}

function totalsOf(view: ProgressView): (id: FigureId) => number {
  return (id) => total(figureOf(id), view.asked, view.month)
}

function overall(view: ProgressView): string {
  const of = totalsOf(view)
  const rate = of('asked') === 0 ? '' : `，核查率 ${((of('answered') / of('asked')) * 100).toFixed(1)}%`
  const asked = [...byTownship(view)].filter(([, cases]) => cases.length > 0)
  const [rest] = asked.flatMap(([name, cases]) => (name === unplaced ? [cases.length] : []))
  const townships = asked.filter(([name]) => name !== unplaced).length
  return `${period(view)}，全县通过数据比对及走访、信息共享等渠道，向 ${townships} 个乡镇下发疑似线索 ${of('asked')} 条${rest === undefined ? '' : `（其中 ${rest} 条归不到乡镇，留在县级）`}。截至${monthTitle(view.month)}，已核查 ${of('answered')} 条${rate}；已闭环 ${of('closed')} 条，未闭环 ${of('open')} 条。`
}

function outcome(view: ProgressView): string {
  const of = totalsOf(view)
  return `已核查线索中，属实 ${of('confirmed')} 条，不属实 ${of('dismissed')} 条，无法核实 ${of('unable')} 条，其他 ${of('other')} 条。属实的线索中，纳入低保 ${of('subsistence')} 件、特困 ${of('destitute')} 件、低保边缘 ${of('marginal')} 件、孤儿和事实无人抚养儿童 ${of('child')} 件，落实残疾人两项补贴 ${of('subsidised')} 件，给予临时救助 ${of('aided')} 件，停发 ${of('stopped')} 件，追缴 ${of('recovering')} 件，更正或登记 ${of('corrected')} 件，申请受理或公示中 ${of('applied')} 件，转介其他部门 ${of('referred')} 件。`
}

function money(view: ProgressView): string {
  const of = totalsOf(view)
  const amount = (id: FigureId) => yuan(Math.round(of(id) * 100))
  return `发放临时救助 ${amount('aid')} 元；应追回 ${amount('due')} 元，已追回 ${amount('recovered')} 元。`
}

function silent(view: ProgressView): string {
  if (view.asked.length === 0) return '统计期内没有下发线索。'
  const none = [...byTownship(view)]
    .filter(([name]) => name !== unplaced)
    .filter(([, cases]) => cases.length > 0 && cases.every(({ life }) => life.answer === null))
    .map(([township]) => township)
  // A book of which nothing could be used has come back all the same.
  const tried = none.filter((name) => view.returned.some(({ units, answers }) => answers > 0 && units.includes(name)))
  const still = none.filter((name) => !tried.includes(name))
  return [
    still.length === 0 ? '有下发线索的乡镇均已反馈。' : `尚未反馈的乡镇：${still.join('、')}。`,
    ...(tried.length === 0 ? [] : [`已交回、但还没有可用答复的乡镇：${tried.join('、')}。`]),
  ].join('')
}

function rules(view: ProgressView): string {
  const judged = ruleScores(view.asked).filter(({ yieldPercent }) => yieldPercent !== null)
  if (judged.length === 0) return '统计期内尚无可以计算属实率的规则。'
  const words = judged.map(
    ({ rule, title: name, answered, yieldPercent }) =>
      `${rule} ${name}：已核查 ${answered} 条，属实率 ${yieldPercent}%`,
  )
  return `${words.join('；')}。（${yieldWords}。）`
}

function open(view: ProgressView): string {
  const of = totalsOf(view)
  if (of('open') === 0) return '没有未闭环的线索。'
  const settled = of('open') - of('unanswered') - of('under-way')
  return `未闭环 ${of('open')} 条：未答复 ${of('unanswered')} 条（含退回补核 ${of('sent-back')} 条；逾期的 ${of('overdue')} 条），办理中 ${of('under-way')} 条，已有结论、等名册核对 ${settled} 条。下一步督促有关乡镇限期反馈，对答复与名册不符的逐条复核，确保不漏一户、不落一人。`
}

const tableFigures: readonly FigureId[] = ['asked', 'answered', 'confirmed', 'dismissed', 'closed', 'open', 'overdue']

function townshipTable(view: ProgressView): Table {
  const columns = tableFigures.map(figureOf)
  const own = [...byTownship(view)].filter(([, cases]) => cases.length > 0)
  const rows = [...own, ['合计', view.asked] as const]
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row(['乡镇', ...columns.map(({ title: name }) => name)], true),
      ...rows.map(([township, cases]) =>
        row([township, ...columns.map((one) => String(total(one, cases, view.month)))], false),
      ),
    ],
  })
}

function row(texts: readonly string[], isHeading: boolean): TableRow {
  const cell = (content: string) =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { line: 320 },
          children: [new TextRun({ text: content, size: 21, font: title, bold: isHeading })],
        }),
      ],
    })
  return new TableRow({ tableHeader: isHeading, cantSplit: true, children: texts.map(cell) })
}

function section(content: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 200 },
    children: [new TextRun({ text: content, font: '黑体', size: 32, color: '000000' })],
  })
}

function text(content: string): Paragraph {
  return new Paragraph({ indent: { firstLine: 640 }, children: [new TextRun(content)] })
}
