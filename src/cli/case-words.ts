import type { ExceptionResult } from '../domain/finding.js'
import type { CaseAccount } from './case-account.js'
import { standardWords } from './rule-answer-words.js'
import type { Shown } from './shown.js'

/** A case's account as Chinese lines. */
export function caseLines(account: CaseAccount, shown: Shown): string[] {
  const { place, household, person, members, facts, standards, amountYuan, exceptions, basis } = account
  return [
    `${account.month} 的线索 ${account.number}　【${account.rule}】${account.title}（${account.kind}，严重程度${account.severity}）`,
    `  ${[place, household && `户编号 ${household}`, person].filter(Boolean).join('　')}`,
    ...(members.length > 0 ? [`  涉及户内成员：${members.join('、')}`] : []),
    `  ${account.explanation}`,
    ...list(
      '事实与出处',
      facts.map(({ fact, where }) => `${fact}（${where}）`),
    ),
    ...list('采用的标准', standards.map(standardWords)),
    ...(amountYuan ? [`■ 涉及金额：${amountYuan} 元`] : []),
    ...list(
      '豁免情形逐项检查',
      exceptions.map((result) => exceptionWords(result, shown)),
    ),
    ...list('政策依据（待核的，文号或条款尚未与原文核对）', basis),
    ...(account.action ? [`■ 建议：${account.action}`] : []),
    ...list('怎样才会消除', account.clearedBy),
    `■ 首次发现 ${account.firstMonth}，至 ${account.month} 共出现 ${account.timesSeen} 次；${account.month} 比对时的状态：${account.status}${account.why && `（${account.why}）`}`,
    ...(account.answer ? [`■ 上次答复：${account.answer}`] : []),
  ]
}

const states = { applies: '适用', 'does-not-apply': '不适用', unchecked: '未能检查' } as const

/** `死亡当月：不适用（死于 2026-03）`. */
export function exceptionWords({ title, state, reason }: ExceptionResult, shown: Shown): string {
  return `${title}：${states[state]}${reason && `（${shown.text(reason)}）`}`
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [`■ ${title}：无`] : [`■ ${title}`, ...lines.map((line) => `  · ${line}`)]
}
