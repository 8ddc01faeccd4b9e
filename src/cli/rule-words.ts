import { listTitle } from '../domain/extra-lists.js'
import { programmeNames, programmes } from '../domain/programme.js'
import { standardKeys } from '../domain/standards.js'
import type { Clause } from '../screen/coverage.js'
import type { Rule } from '../screen/rule.js'
import type { RuleState } from '../screen/screening.js'
import { basisText, severityWord } from '../write/finding-text.js'
import { ruleStateWords } from '../write/sheets/county/rule-states.js'
import type { PublishedRules } from './published-rules.js'

const units = { person: '按人', household: '按户', delivery: '按报送' } as const

/** A rule as Chinese lines: how it fared in the published month (null: nothing published), what it needs, its basis and its exceptions. */
export function ruleLines(rule: Rule, switchedOn: boolean, published: PublishedRules | null): string {
  const groups = rule.needs.map((group) => group.map((programme) => programmes[programme]).join('或'))
  return [
    `${rule.id} ${rule.title}（${rule.kind}，${units[rule.unit]}，严重程度${severityWord(rule.severity)}，${switchWords(rule, switchedOn)}）`,
    ...(published ? [`  ${published.month}：${stateWords(rule, published.states.get(rule.id))}`] : []),
    `  须在册：${groups.join('；') || '任一名册'}`,
    ...line('须对照', programmeNames(rule.consults)),
    ...line('有则对照', (rule.lists ?? []).map(listTitle).join('、')),
    ...(rule.needsHistory ? ['  须有上月台账'] : []),
    ...line('标准', rule.standards.map((key) => `${standardKeys[key]}（${key}）`).join('、')),
    ...line('施行', inForce(rule)),
    `  依据：${rule.basis.map(basisText).join('；') || '无（数据质量）'}`,
    `  豁免：${exceptionWords(rule)}`,
    ...(rule.audience === 'county' ? ['  只给县局，不下发乡镇和部门'] : []),
    `  建议：${rule.action}`,
  ].join('\n')
}

/** The same as data for `--json`. */
export function ruleData(rule: Rule, switchedOn: boolean, published: PublishedRules | null): Record<string, unknown> {
  const { id, title, on, kind, unit, severity, needs, consults, standards, basis, action, from, until } = rule
  const exceptions = rule.exceptions.map((exception) => ({ id: exception.id, title: exception.title }))
  const state = published ? { month: published.month, ...published.states.get(id) } : null
  const { audience = 'townships', lists = [] } = rule
  return {
    ...{ id, title, on, switchedOn, kind, unit, severity, from, until, needs, consults, standards, basis },
    ...{ lists, audience, exceptions, action, state },
  }
}

/** A clause of the county's document, with the rules that serve it, as Chinese lines. */
export function clauseLines({ clause, asks, rules, open }: Clause): string {
  const served = rules.length === 0 ? '无规则' : rules.join(' ')
  return `${clause} ${asks}\n  规则：${served}${open === '' ? '' : `\n  未核查：${open}`}`
}

function switchWords(rule: Rule, switchedOn: boolean): string {
  if (rule.on === switchedOn) return rule.on ? '启用' : '未启用（默认关）'
  return switchedOn ? '启用（doudi.yaml 打开）' : '未启用（doudi.yaml 关闭）'
}

function stateWords({ exceptions }: Rule, state: RuleState | undefined): string {
  if (!state) return '当月还没有这条规则'
  const { reason, hits, suppressed, uncheckedExceptions } = state
  const why = reason && `（${reason}）`
  if (state.state === 'off' || state.state === 'not-judged') return `${ruleStateWords[state.state]}${why}`
  const counts = `疑点 ${hits} 条，豁免 ${suppressed} 条`
  // Those that no roster ever answers are marked in the list of exceptions.
  const never = exceptions.filter(({ unanswerable }) => unanswerable).map(({ title }) => title)
  const missing = uncheckedExceptions.filter((title) => !never.includes(title))
  const open = missing.length > 0 ? `；缺名册未能检查的豁免：${missing.join('、')}` : ''
  return `${ruleStateWords[state.state]}${why}：${counts}${open}`
}

/** What the mark of some exceptions means, below a list of rules. */
export const starWords = '带 * 的豁免情形没有名册可查，由乡镇核查时问明。'

// What no roster can answer is marked: the township has to ask.
function exceptionWords({ exceptions }: Rule): string {
  return exceptions.map(({ title, unanswerable }) => (unanswerable ? `${title}*` : title)).join('；') || '无'
}

function inForce({ from, until }: Rule): string {
  if (from === null && until === null) return ''
  return [from && `自 ${from} 起`, until && `至 ${until} 止`].filter(Boolean).join('，')
}

function line(name: string, text: string): readonly string[] {
  return text === '' ? [] : [`  ${name}：${text}`]
}
