import { compareText } from '../domain/compare-text.js'
import { type FindingKind, findingKinds, isOfSubject } from '../domain/finding.js'
import { groupBy } from '../domain/group.js'
import { byGravity, type Issue, placeWords, sheetParts } from '../domain/issue.js'
import { issueMessages, issueText } from '../domain/messages.js'
import { programmeNames, programmes } from '../domain/programme.js'
import { type Delivery, otherMonthOf } from '../ingest/delivery.js'
import { namedThisMonth } from '../match/person.js'
import { isComplete, type RunResult } from '../reconcile.js'
import type { RuleState } from '../screen/screening.js'
import { sendingOf } from '../track/sending.js'

const shownFirst = 5

/** The run in a screenful of Chinese lines for the clerk or the cron log; nothing personal in it. */
export function summaryLines(result: RunResult): string[] {
  return [
    ...deliveryLines(result),
    ...otherMonthLines(result),
    ...stopLines(result),
    ...ruleLines(result),
    ...issueLines(result.ingested.issues),
    `人员 ${namedThisMonth(result.matched.persons)}，户 ${result.matched.households.length}，号码待核 ${result.matched.questions.length} 条。`,
    `线索 ${result.cases.length} 条：${findingKinds.map((kind) => `${kind} ${countOf(result, kind)}`).join('，')}；豁免 ${result.screening.suppressed.length} 条，因号码待核暂缓 ${result.screening.withheld.length} 条。`,
    sendingLine(result),
    ...goingBackLines(result),
    result.folder === null ? '试算完成，没有写任何文件。' : `结果在 ${result.folder}`,
  ]
}

/** The same as data for `--json`: counts, states and places, masked by construction since it holds no person. */
export function summaryJson(result: RunResult): Record<string, unknown> {
  const { ingested, matched, screening } = result
  const { sent, keptBack, unplaced } = sendingOf(result.cases, result.carried, result.townships)
  return {
    month: result.month,
    previousMonth: result.previousMonth,
    complete: isComplete(result),
    folder: result.folder,
    deliveries: ingested.deliveries,
    rejectedFiles: ingested.rejectedFiles.map(({ file, issue }) => ({ file, code: issue.code })),
    issues: Object.fromEntries(groupIssues(ingested.issues).map(([code, issues]) => [code, issues.length])),
    persons: namedThisMonth(matched.persons),
    households: matched.households.length,
    identityQuestions: matched.questions.length,
    cases: Object.fromEntries(findingKinds.map((kind) => [kind, countOf(result, kind)])),
    carriedOver: result.carried.length,
    asked: sent,
    keptBack,
    unplaced,
    booksGoingBack: result.goingBack,
    suppressed: screening.suppressed.length,
    withheld: screening.withheld.length,
    rules: screening.rules,
    stops: result.stops,
    stages: result.stages,
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
  }
}

function sendingLine({ cases, carried, townships }: RunResult): string {
  const { sent, rechecks, carriedOver, keptBack, unplaced, settled } = sendingOf(cases, carried, townships)
  const parts = [
    `下发 ${sent} 条（其中复核 ${rechecks} 条，本月没有再次查出但仍欠答复的 ${carriedOver} 条）`,
    keptBack > 0 && `超出每月下发限额、留在县级的 ${keptBack} 条`,
    unplaced > 0 && `归不到乡镇、没有下发的 ${unplaced} 条`,
    `已答复、事实未变而不再下发的 ${settled} 条`,
  ]
  return `${parts.filter(Boolean).join('；')}。`
}

function goingBackLines({ goingBack }: RunResult): string[] {
  if (goingBack === null) return []
  const left = goingBack === 0 ? '已清空' : `还有 ${goingBack} 本，请发给乡镇`
  return [`out/退回补核/ 已更新：已列入本月核查表的、名册已不再触发的不再单独退回，${left}。`]
}

function countOf({ cases }: RunResult, kind: FindingKind): number {
  return cases.filter((one) => one.finding.kind === kind).length
}

function deliveryLines({ ingested, inputs }: RunResult): string[] {
  const { deliveries, rejectedFiles } = ingested
  const accounts = deliveries.map(
    (delivery) =>
      `  ${sheetParts(delivery).join(' › ')}：${programmeNames(delivery.programmes)}，${accountOf([delivery])}`,
  )
  const refused = rejectedFiles.map(({ file, issue }) => {
    const { severity, text } = issueText(issue.code, issue.facts)
    // What is no mere note stands among the issues below, with what to do.
    return severity === 'note' ? `  未能读取 ${file}：${text}` : `  未能读取 ${file}，原因和办法见下。`
  })
  return [`读取 ${inputs.length} 个文件，${accountOf(deliveries)}：`, ...accounts, ...refused]
}

function accountOf(deliveries: readonly Delivery[]): string {
  const sum = (of: (delivery: Delivery) => number) => deliveries.reduce((total, delivery) => total + of(delivery), 0)
  const replaced = sum(({ rowsReplaced = 0 }) => rowsReplaced)
  const parts = [
    `采用 ${sum(({ rowsUsed }) => rowsUsed)}`,
    `未采用 ${sum(({ rowsRejected }) => rowsRejected)}`,
    `重复 ${sum(({ rowsDuplicate }) => rowsDuplicate)}`,
    replaced > 0 && `以前月份 ${replaced}`,
    `非数据行 ${sum(({ rowsSkipped }) => rowsSkipped)}`,
  ]
  return `${sum(({ rowsRead }) => rowsRead)} 行 = ${parts.filter(Boolean).join(' + ')}`
}

// Last month's files left in this month's inbox read as well as the right ones.
function otherMonthLines({ month, ingested }: RunResult): string[] {
  const late = ingested.deliveries.filter((delivery) => otherMonthOf(delivery, month) !== null)
  if (late.length === 0) return []
  const more = late.length - shownFirst
  return [
    `有 ${late.length} 张表的数据月份不是 ${month}：`,
    ...late.slice(0, shownFirst).map((one) => `  ${sheetParts(one).join(' › ')}：数据月份是 ${one.dataMonth}。`),
    ...(more > 0 ? [`  ……其余 ${more} 张见“报送情况”表。`] : []),
    '  办法：请核对是否放错了月份；确是这样报送的，不用处理。',
  ]
}

function stopLines({ stops }: RunResult): string[] {
  return stops.map(({ programme, township, rowsBefore, rowsNow, unread }) =>
    unread !== undefined
      ? `安全停判：${programmes[programme]}在${township}没有记录，而“${unread}”像是这一名册，没有读成；依赖它的疑点不判。请按下面的办法写明后重新运行。`
      : `安全停判：${programmes[programme]}${township === null ? '全县' : `在${township}`}由${rowsNow === 0 ? '此前' : '上月'} ${rowsBefore} 行变为 ${rowsNow} 行，疑似导出不全；依赖它的疑点不判。请补齐后重新运行。`,
  )
}

// Rules that are open for one reason are told in one line: where one export is short of a column there may be twenty of them.
function ruleLines({ screening: { rules, notJudged } }: RunResult): string[] {
  const open = rules.filter(({ state }) => state !== 'judged' && state !== 'off')
  return [...groupBy(open, ({ state, reason }) => `${state} ${reason}`).values()].map((alike) => {
    const [{ state, reason, rule, title }] = alike as [RuleState, ...RuleState[]]
    const ids = new Set(alike.map((each) => each.rule))
    const subjects = new Set(
      notJudged
        .filter((part) => ids.has(part.rule) && isOfSubject(part))
        .map((part) => `${part.scope} ${part.subject}`),
    )
    const which = alike.length === 1 ? `${rule} ${title}` : `${alike.length} 条规则（${[...ids].join('、')}）`
    const whom = subjects.size === 0 ? '' : `，涉及 ${subjects.size} 人（户）`
    return `${state === 'partly' ? '部分未判定' : '未判定'} ${which}${whom}：${reason}`
  })
}

function issueLines(issues: readonly Issue[]): string[] {
  return groupIssues(issues)
    .filter(([code]) => issueMessages[code].severity !== 'note')
    .flatMap(([, group]) => {
      const first = group.slice(0, shownFirst)
      const shown = first.map((issue) => `  ${placeWords(issue.origin)}：${issueText(issue.code, issue.facts).text}`)
      const rest =
        group.length > shownFirst
          ? [`  ……共 ${group.length} 处，其余见县级总表“数据问题”，逐条在 data/issues.csv。`]
          : []
      // Some name the entry of doudi.yaml for their own file.
      const hints = [...new Set(first.map(({ code, facts }) => issueText(code, facts).hint))]
      return [...shown, ...rest, ...hints.map((hint) => `  办法：${hint}`)]
    })
}

function groupIssues(issues: readonly Issue[]): [Issue['code'], Issue[]][] {
  const groups = groupBy(issues, ({ code }) => code)
  const graver = (a: Issue['code'], b: Issue['code']) => byGravity(issueMessages[a].severity, issueMessages[b].severity)
  return [...groups].sort(([a], [b]) => graver(a, b) || compareText(a, b))
}
