import type { Answer } from '../domain/answer.js'
import type { ExceptionResult, Finding, FindingKind } from '../domain/finding.js'
import { yuan } from '../domain/money.js'
import type { Month } from '../domain/month.js'
import { outcomeText } from '../domain/outcome.js'
import { placeName } from '../domain/place.js'
import { programmeNames } from '../domain/programme.js'
import { type Standard, standardIn } from '../domain/standards.js'
import type { Person } from '../match/person.js'
import type { Rule } from '../screen/rule.js'
import type { Case } from '../track/case.js'
import { basisText, originText, severityWord } from '../write/finding-text.js'
import type { Shown } from './shown.js'

/** A case walked through: what `explain CASE` prints, as text or JSON. */
export interface CaseAccount {
  readonly number: string
  /** The month whose rosters it was found in. */
  readonly month: Month
  readonly rule: string
  readonly title: string
  readonly kind: FindingKind
  readonly severity: string
  readonly place: string
  readonly household: string
  readonly person: string
  readonly members: readonly string[]
  readonly explanation: string
  readonly facts: readonly { readonly fact: string; readonly where: string }[]
  readonly standards: readonly Standard[]
  readonly amountYuan: string
  readonly exceptions: readonly ExceptionResult[]
  readonly basis: readonly string[]
  readonly action: string
  /** What would clear it. */
  readonly clearedBy: readonly string[]
  readonly firstMonth: Month
  readonly timesSeen: number
  readonly status: string
  /** Why it is asked again, or how it ended; '' at first. */
  readonly why: string
  /** The last answer taken; '' when there is none. */
  readonly answer: string
}

/** What a case's account is made of. */
interface CaseGround {
  readonly one: Case
  /** The rule that found it. */
  readonly rule: Rule | null
  readonly persons: readonly Person[]
  readonly standards: readonly Standard[]
  readonly month: Month
}

/** The account of a case in the month in which it was found. `shown` decides what is masked. */
export function caseAccount({ one, rule, persons, standards, month }: CaseGround, shown: Shown): CaseAccount {
  const { number, finding, firstMonth, timesSeen, status, why, answer } = one
  const named = (key: string | null) => persons.find((person) => person.key === key)
  const person = named(finding.personKey)
  return {
    number,
    month,
    rule: finding.rule,
    title: finding.title,
    kind: finding.kind,
    severity: severityWord(finding.severity),
    place: placeName(finding),
    household: shown.household(finding.householdNumber),
    person: person ? shown.person(person) : '',
    members: finding.memberKeys.flatMap((key) => {
      const member = named(key)
      return member ? [shown.person(member)] : []
    }),
    explanation: shown.text(finding.explanation),
    facts: finding.evidence.map(({ fact, origin }) => ({ fact: shown.text(fact), where: originText(origin) })),
    standards: (rule?.standards ?? []).flatMap((key) => standardIn(standards, key, month) ?? []),
    amountYuan: finding.amountFen === null ? '' : yuan(finding.amountFen),
    exceptions: finding.exceptions.map((result) => ({ ...result, reason: shown.text(result.reason) })),
    basis: finding.basis.map(basisText),
    action: finding.action,
    clearedBy: clearedBy(finding, rule),
    firstMonth,
    timesSeen,
    status,
    why: status === '退回补核' ? quotedWords(why, shown) : shown.text(why),
    answer: answer === null ? '' : answerWords(answer, shown),
  }
}

function answerWords({ code, values: { note = '' } }: Answer, shown: Shown): string {
  const words = quotedWords(note, shown)
  if (words === '') return outcomeText(code)
  return shown.mask === 'none' ? `${outcomeText(code)}：${words}` : `${outcomeText(code)}（${words}）`
}

// What townships and inspectors wrote may name anybody.
function quotedWords(words: string, { mask }: Shown): string {
  if (words === '') return ''
  return mask === 'none' ? words : '乡镇填的说明可能含姓名，加 --unmask 显示'
}

function clearedBy(finding: Finding, rule: Rule | null): string[] {
  const titles = (state: ExceptionResult['state']) =>
    finding.exceptions.filter((each) => each.state === state).map(({ title }) => title)
  const [open, checked] = [titles('unchecked'), titles('does-not-apply')]
  return [
    rule?.clearedBy ?? byRosters(finding, rule),
    ...(open.length > 0 ? [`核实属于下列情形之一（名册查不到）：${open.join('；')}`] : []),
    ...(checked.length > 0 ? [`名册更正后属于下列情形之一：${checked.join('；')}`] : []),
  ]
}

// What the rule claims says what would refute it: an absence is refuted by standing there, two at once by standing in one only.
function byRosters({ kind, absentFrom, unit }: Finding, rule: Rule | null): string {
  const whom = unit === 'household' ? '户内任何一人' : '此人'
  if (absentFrom) return `在${programmeNames(absentFrom)}${absentFrom.length > 1 ? '任一' : ''}名册里查到${whom}`
  switch (kind) {
    case '漏保':
      return '按建议纳入相应保障，或据以判断的名册更正'
    case '脱保':
      return '恢复在册，或停保、自然减员名单里补上此人及原因'
    case '错保':
      return `${apart(rule?.needs ?? [])}，或查明名册（姓名、号码、日期）录错并更正`
    case '补贴':
      return '相应补贴名册按建议增减，或据以判断的名册更正'
    case '留守':
      return '登记表按建议补登、更正或销号，缺的联络、协议、走访补齐'
    case '数据':
      return '报送部门按建议更正后重新导出'
  }
}

function apart(needs: Rule['needs']): string {
  const groups = needs.map((anyOf) => programmeNames(anyOf))
  if (groups.length === 0) return '名册按建议更正'
  return groups.length === 1 ? `${groups[0]}名册里不再有此人` : `${groups.join('与')}名册不再同时有此人`
}
