import { byCatalogue } from '../src/domain/finding.js'
import { errorMessages, issueMessages } from '../src/domain/messages.js'
import { programmes } from '../src/domain/programme.js'
import type { Rule } from '../src/screen/rule.js'
import { allRules } from '../src/screen/rules/all.js'
import { ownRulePage } from './own-rule-page.js'

const severities = { high: '高', medium: '中', low: '低', note: '提示' } as const
const units = { person: '人', household: '户', delivery: '报送' } as const

/** A page of the clerk's manual that is made from the code, by file name in docs/. */
export const pages: Readonly<Record<string, () => string>> = {
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
    ({ severity, text, hint }) => `| ${severities[severity]} | ${blank(text)} | ${blank(hint)} |`,
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

/** Every rule as a section of its own, in the order of the catalogue, as Markdown. */
function rulePage(): string {
  const sections = [...allRules].sort((a, b) => byCatalogue(a.id, b.id)).map(section)
  return ['# 规则一览', '', '命中是疑点，不是结论。标“待核”的依据尚未对照原文。', '', ...sections].join('\n')
}

function section(rule: Rule): string {
  const needs = rule.needs.map((group) => group.map((programme) => programmes[programme]).join('或'))
  const consults = rule.consults.map((programme) => programmes[programme])
  const basis = rule.basis.map(({ document, clause, verified }) =>
    verified ? `${document}${clause ?? ''}` : `${document}（待核）`,
  )
  const rows = [
    ['类别', `${rule.kind}，按${units[rule.unit]}，严重程度${severities[rule.severity]}`],
    ['须在册', needs.join('；') || '—'],
    ['须对照', consults.join('、') || '—'],
    ['标准', rule.standards.join('、') || '—'],
    ['政策依据', basis.join('；') || '—'],
    ['豁免情形', rule.exceptions.map(({ title }) => title).join('、') || '—'],
    ...(rule.weighs ? [['程度调整', rule.weighs.map(weighing).join('，')]] : []),
    ['请乡镇做', rule.action],
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
