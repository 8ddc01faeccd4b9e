import { programmeNames, programmes } from '../domain/programme.js'
import { type Standard, standardKeys } from '../domain/standards.js'
import type { RosterStanding, RuleAnswer, RuleExplanation } from '../screen/explain.js'
import { originText } from '../write/finding-text.js'
import { exceptionWords } from './case-words.js'
import type { Shown } from './shown.js'

/** Why a rule does or does not flag a person, as Chinese lines. */
export function ruleAnswerLines(
  { rule, blocked, rosters, standards, answers }: RuleExplanation,
  shown: Shown,
): string[] {
  return [
    `■ 规则 ${rule.id} ${rule.title}（${rule.kind}）`,
    ...rosters.flatMap((roster) => rosterLines(roster, shown)),
    ...standards.map((standard) => `  标准：${standardWords(standard)}`),
    ...(blocked ? [`  回答：${blocked.switchedOff ? '没有判' : '本月未判定'}：${blocked.reason}。`] : []),
    ...(!blocked && rule.unit === 'delivery' ? ['  回答：这条规则查的是名册，不查个人。'] : []),
    ...answers.flatMap(({ household, answer }) => {
      const of = household ? `${programmes[household.system]}户 ${shown.household(household.number)}：` : ''
      return answerLines(rule.title, answer, shown).map((line, at) => `  ${at === 0 ? `回答：${of}` : '　　　'}${line}`)
    }),
  ]
}

/** `农村低保标准 831 元/月，自 2026-07 起（示例民〔2026〕1号）`. */
export function standardWords({ key, value, unit, from, document }: Standard): string {
  return `${standardKeys[key]} ${value} ${unit}，自 ${from} 起${document && `（${document}）`}`
}

const standings = { stands: '在册', uncertain: '可能在册（号码待核）', absent: '不在册' } as const

function rosterLines({ programme, role, delivered, standing, facts }: RosterStanding, shown: Shown): string[] {
  const state = delivered ? standings[standing] : '本月没有收到'
  return [
    `  ${role === 'needs' ? '涉及' : '对照'}名册：${programmes[programme]}　${state}`,
    ...facts.map(({ fact, origin }) => `    · ${shown.text(fact)}（${originText(origin)}）`),
  ]
}

function answerLines(title: string, answer: RuleAnswer, shown: Shown): string[] {
  switch (answer.state) {
    case 'not-concerned':
      return [`不涉及：不在这条规则所查的名册里（${programmeNames(answer.missing)}）。`]
    case 'stopped':
      return [`未判定：安全停判，${answer.reason}。`]
    case 'clear':
      return [`没有命中：按名册所载，不属于“${title}”。`]
    case 'covered':
      return [`没有命中：已在${programmeNames(answer.programmes)}名册中。`]
    case 'withheld':
      return [
        `命中但暂缓：${answer.members.map((member) => shown.person(member)).join('、')} 可能就是相关名册里号码不全的人，先到“号码待核”表确认。`,
      ]
    case 'not-judged':
      return [`未判定：${shown.text(answer.reason)}。`]
    case 'excused':
      return [
        `命中，由豁免情形消除：${shown.text(answer.finding.explanation)}`,
        ...answer.by.map(({ title, reason }) => `豁免：${title}${reason && `（${shown.text(reason)}）`}`),
      ]
    case 'found':
      return [
        `命中，已列为线索：${shown.text(answer.finding.explanation)}`,
        ...answer.finding.exceptions.map((result) => exceptionWords(result, shown)),
      ]
  }
}
