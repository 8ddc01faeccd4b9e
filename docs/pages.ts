import { extraListKinds, listTitle } from '../src/domain/extra-lists.js'
import { byCatalogue } from '../src/domain/finding.js'
import { errorMessages, issueMessages } from '../src/domain/messages.js'
import { programmes } from '../src/domain/programme.js'
import { standardKeys } from '../src/domain/standards.js'
import { terms } from '../src/domain/terms.js'
import type { Rule } from '../src/screen/rule.js'
import { ruleSettings } from '../src/screen/rule-settings.js'
import { allRules } from '../src/screen/rules/all.js'
import { ownRulePage } from './own-rule-page.js'

const units = { person: '人', household: '户', delivery: '报送' } as const

/** A page of the clerk's manual that is made from the code, by file name in docs/. */
export const pages: Readonly<Record<string, () => string>> = {
  '附加名单一览.md': listPage,
  '提示一览.md': messagePage,
  '自定规则.md': ownRulePage,
  '规则一览.md': rulePage,
}

// Facts are only known when a message is given.
function blank(template: string): string {
  return template.replace(/\{[\w-]+\}/g, '…').replaceAll('|', '\\|')
}

/** Every message with what to do about it, as Markdown. */
function messagePage(): string {
  const issues = Object.values(issueMessages).map(
    ({ severity, text, hint }) => `| ${terms[severity]} | ${blank(text)} | ${blank(hint)} |`,
  )
  const errors = Object.values(errorMessages).map(({ text, hint }) => `| ${blank(text)} | ${blank(hint)} |`)
  return [
    '# 提示一览',
    '',
    '“…”处显示具体的文件、行、列或数值。',
    '',
    '## 数据问题（运行继续，见“数据问题”表和各部门退改单）',
    '',
    '| 程度 | 提示 | 怎么办 |',
    '| --- | --- | --- |',
    ...issues,
    '',
    '## 错误（退出码 2，什么都没写）',
    '',
    '| 提示 | 怎么办 |',
    '| --- | --- |',
    ...errors,
    '',
  ].join('\n')
}

/** Every kind of list from other offices with the rules and exceptions that it feeds, as Markdown. */
function listPage(): string {
  const rules = [...allRules].sort((a, b) => byCatalogue(a.id, b.id)) as readonly Rule[]
  const rows = extraListKinds.map((kind) => {
    const served = rules.filter(({ needs, consults, lists = [] }) =>
      [...needs.flat(), ...consults, ...lists].includes(kind),
    )
    const excusing = rules.flatMap(({ id, exceptions }) =>
      exceptions.filter(({ lists }) => lists?.includes(kind)).map(({ title }) => `${id} ${title}`),
    )
    return `| ${kind} | ${listTitle(kind)} | ${served.map(({ id }) => id).join('、') || '—'} | ${excusing.join('；') || '—'} |`
  })
  return [
    '# 附加名单一览',
    '',
    '其他部门的“姓名＋身份证号”名单，放进收件目录并在 `doudi.yaml` 的 `lists` 里写明种类，就会参与比对；没有写明的不会被当作附加名单。',
    '可以另有：金额、数量（套数）、内容（车牌号、坐落、企业名称等）、种类（车辆类型、房屋用途等）、状态、起止月份、备注。其中写明的“残疾人代步”“报废”“挂名”“危改”等会作为豁免。',
    '写明了种类而本月没有收到，需要它的规则和豁免按“没有收到”处理；从不报送的种类不要写。',
    '每月放当时的全部名单：上月有、本月没有的人，按已不在名单上处理。',
    '',
    '| 种类（kind） | 名单 | 用于规则 | 用于豁免 |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** Every rule as a section of its own, in the order of the catalogue, as Markdown. */
function rulePage(): string {
  const sections = [...allRules].sort((a, b) => byCatalogue(a.id, b.id)).map(section)
  const parameters = Object.entries(ruleSettings).map(
    ([name, { usual, meaning }]) => `| ${name} | ${usual} | ${meaning} |`,
  )
  return [
    '# 规则一览',
    '',
    '命中是疑点，不是结论。标“待核”的依据尚未对照原文。',
    '默认关的规则在 `doudi.yaml` 的 `rules.on` 打开，默认开的在 `rules.off` 关闭，写编号（P05）或类别（P、补贴）。口径与本县不同的，在 `rules.settings` 里改末尾的参数。',
    '',
    ...sections,
    '## 规则参数',
    '',
    '写法：`settings: { lag.months: 2 }`。true 为是，false 为否。',
    '',
    '| 参数 | 默认 | 意思 |',
    '| --- | --- | --- |',
    ...parameters,
    '',
  ].join('\n')
}

function section(rule: Rule): string {
  const needs = rule.needs.map((group) => group.map((programme) => programmes[programme]).join('或'))
  const consults = rule.consults.map((programme) => programmes[programme])
  const basis = rule.basis.map(({ document, clause, verified }) =>
    verified ? `${document}${clause ?? ''}` : `${document}（待核）`,
  )
  const lists = (rule.lists ?? []).map(listTitle)
  const rows = [
    ['类别', `${rule.kind}，按${units[rule.unit]}，严重程度${terms[rule.severity]}`],
    ['默认', rule.on ? '开' : '关（在 doudi.yaml 的 rules.on 打开）'],
    ['须在册', needs.join('；') || '—'],
    ...(lists.length > 0 ? [['有则对照', lists.join('、')]] : []),
    ['须对照', consults.join('、') || '—'],
    ['标准', rule.standards.map((key) => `${standardKeys[key]}（${key}）`).join('、') || '—'],
    ['政策依据', basis.join('；') || '—'],
    ['施行', inForce(rule)],
    ['豁免情形', rule.exceptions.map(({ title }) => title).join('；') || '—'],
    ...(rule.weighs ? [['程度调整', rule.weighs.map(weighing).join('，')]] : []),
    [rule.audience === 'county' ? '县局做（不下发）' : rule.kind === '数据' ? '请报送部门做' : '请乡镇做', rule.action],
    ['疑点写法', Object.values(rule.messages).map(blank).join('；')],
  ]
  return [
    `## ${rule.id} ${rule.title}`,
    '',
    '| 项 | 内容 |',
    '| --- | --- |',
    ...rows.map(([name, text]) => `| ${name} | ${text} |`),
    '',
  ].join('\n')
}

function weighing({ title, effect }: NonNullable<Rule['weighs']>[number]): string {
  return `${title}的调${effect === 'raises' ? '高' : '低'}一级`
}

function inForce({ from, until }: Rule): string {
  if (from === null && until === null) return '一直适用'
  return [from && `自 ${from} 起`, until && `至 ${until} 止`].filter(Boolean).join('，')
}
