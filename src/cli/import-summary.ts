import { groupBy } from '../domain/group.js'
import { type Issue, placeWords } from '../domain/issue.js'
import { issueText } from '../domain/messages.js'
import type { Taken } from '../track/answers/take-answers.js'

const shownFirst = 5

/** What an import did, for `--json`: counts only, nothing personal. */
export function importJson(
  { cases, identity, inspections, ...taken }: Taken,
  problems: readonly Issue[],
  files: number,
) {
  return {
    files,
    answers: taken.answers,
    unusableRows: taken.unusable,
    unanswered: taken.unanswered,
    cases: {
      taken: cases.taken,
      underWay: cases.underWay,
      known: cases.known,
      sentBack: cases.sentBack,
      conflicting: cases.conflicting,
      unknown: cases.unknown,
      outdated: cases.outdated,
      lockedCellsChanged: cases.changed,
    },
    identity: {
      added: identity.added.length - identity.changes.length,
      changed: identity.changes.length,
      known: identity.known,
      conflicting: identity.conflicts.length,
      proposedIds: identity.proposed.length,
    },
    inspections: { agreeing: inspections.agreeing, differing: inspections.differing, known: inspections.known },
    reported: { opened: taken.opened.length, known: taken.reportedKnown },
    corrections: cases.corrections,
    unusable: problems.filter(({ code }) => issueText(code, {}).severity !== 'note').length,
  }
}

/** The same as Chinese lines. `waiting`: cases that go back to the townships, and where their books are (null: not written). */
export function importLines(
  { cases, identity, inspections, ...taken }: Taken,
  { files, waiting, folder }: { readonly files: number; readonly waiting: number; readonly folder: string | null },
): string[] {
  const lines = [
    `读取 ${files} 个文件：有答复的 ${taken.answers} 行${taken.unusable > 0 ? `（其中“号码待核”“来源登记”里 ${taken.unusable} 行不能用，见下）` : ''}，未填的 ${taken.unanswered} 行。`,
    `线索：新采用 ${cases.taken} 条（其中办理中 ${cases.underWay} 条），早已收过 ${cases.known} 条，退回补核 ${cases.sentBack} 条，相互矛盾 ${cases.conflicting} 条，认不出的 ${cases.unknown} 条，已不需要的 ${cases.outdated} 条。`,
  ]
  const { added, changes, known, conflicts, proposed } = identity
  if (added.length + known + conflicts.length > 0)
    lines.push(
      `号码待核：新记 ${added.length - changes.length} 条，改变原结论 ${changes.length} 条，早已记过或重复的 ${known} 条，相互矛盾未记的 ${conflicts.length} 条。`,
    )
  const { agreeing, differing, issues } = inspections
  if (agreeing + differing + inspections.known + issues.length > 0)
    lines.push(
      `抽查：一致 ${agreeing} 条，不一致 ${differing} 条（退回补核），早已记过 ${inspections.known} 条，没有采用 ${issues.length} 条。`,
    )
  if (proposed.length > 0)
    lines.push(`“正确号码”新记 ${proposed.length} 个：程序不改号，下一个月比对时列入报送部门的退改单，由其更正源表。`)
  if (taken.opened.length + taken.reportedKnown > 0)
    lines.push(
      `来源登记：新立线索 ${taken.opened.length} 条，早已登记 ${taken.reportedKnown} 条；下一个月比对时列入乡镇核查表。`,
    )
  for (const { number, departments } of cases.corrections)
    lines.push(`${number} 答名册有误：下一个月比对时列入${departments.join('、') || '县级'}的退改单。`)
  if (cases.changed > 0) lines.push(`锁定栏被改动的 ${cases.changed} 行，答复照收，请核对。`)
  if (folder !== null && waiting > 0) lines.push(`待退回补核的共 ${waiting} 条，已按乡镇写到 ${folder}，请发给乡镇。`)
  return lines
}

/** Issues at their places, those of one kind together: the first five, and where the others are. */
export function issueLines(issues: readonly Issue[]): string[] {
  return [...groupBy(issues, ({ code }) => code).values()].flatMap((same) => {
    const [first] = same as [Issue]
    const more = same.length - shownFirst
    return [
      ...same
        .slice(0, shownFirst)
        .map(({ code, facts, origin }) => `${placeWords(origin)}：${issueText(code, facts).text}`),
      ...(more > 0 ? [`  …… 同类还有 ${more} 处：${restWords(same.slice(shownFirst))}。`] : []),
      `  办法：${issueText(first.code, first.facts).hint}`,
    ]
  })
}

// Rows that are refused stand nowhere else, so that each is named.
function restWords(issues: readonly Issue[]): string {
  const rows = new Map<string, Set<number>>()
  for (const { origin } of issues) {
    const sheet = placeWords({ ...origin, row: 0 })
    const own = rows.get(sheet) ?? new Set()
    rows.set(sheet, own)
    if (origin.row > 0) own.add(origin.row)
  }
  return [...rows]
    .map(([sheet, own]) => [sheet, [...own].sort((a, b) => a - b)] as const)
    .map(([sheet, own]) => (own.length > 0 ? `${sheet} › 第 ${own.join('、')} 行` : sheet))
    .join('；')
}
