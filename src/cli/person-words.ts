import type { WaterfallStep } from '../match/explain.js'
import { withheldWords } from '../write/set-aside.js'
import type { PersonAccount } from './person-account.js'

/** A person's account as Chinese lines. */
export function personLines(account: PersonAccount): string[] {
  return [
    `${account.name} ${account.idNumber}　${account.place}　（${account.grade}，人员编号 ${account.key}）`,
    ...recordLines(account),
    ...candidateLines(account),
    ...householdLines(account),
    ...findingLines(account),
    ...questionLines(account),
  ]
}

function recordLines({ records, duplicates, past }: PersonAccount): string[] {
  return [
    section('本月在哪些名册', records.length),
    ...records.flatMap((record, at) => [
      `  ${at + 1}. ${record.programmes}　${record.where}`,
      `     ${record.name} ${record.idNumber}${record.idState && `（${record.idState}）`}${record.household && `　户编号 ${record.household}`}`,
      ...linkLines(record),
    ]),
    ...duplicates.map((where) => `  重复行：${where}`),
    ...(past.length > 0 ? [section('上月记录', past.length)] : []),
    ...past.map(({ month, programmes, where }) => `  ${month} ${programmes}　${where}`),
  ]
}

function linkLines(record: PersonAccount['records'][number]): string[] {
  const { grade, score, waterfall, differs, byCertificate } = record
  const marks = differs.map((line) => `     不同处：${line}`)
  if (waterfall.length === 0) return ['     归入理由：此行没有可用号码，单独作为一人', ...marks]
  if (grade === '证号一致' && waterfall.every(({ comparison }) => comparison === 'identity-number'))
    return [`     归入理由：证号一致${byCertificate ? '（凭此行残疾人证号中的公民身份号码）' : ''}`, ...marks]
  if (waterfall.some(({ comparison }) => comparison === 'judgement'))
    return [`     归入理由：${waterfall.map(({ words }) => words).join('，')}`, ...marks]
  if (!waterfall.some(({ comparison }) => comparison === 'prior'))
    return [`     归入理由：${waterfall.map(({ words }) => words).join('，')}（${grade}）`, ...marks]
  return [`     归入理由：${grade}，可能性 ${percent(score)}`, ...marks, ...waterfallLines(waterfall)]
}

function candidateLines({ candidates }: PersonAccount): string[] {
  if (candidates.length === 0) return [section('相近而没有合并的人', 0)]
  return [
    section('相近而没有合并的人', candidates.length),
    ...candidates.flatMap((other, at) => [
      `  ${at + 1}. ${other.name} ${other.idNumber}　${other.place}（${other.grade}，可能性 ${percent(other.score)}，人员编号 ${other.key}）`,
      ...other.where.map((where) => `     ${where}`),
      `     没有合并的理由：${other.whyNot}`,
      ...other.differs.map((line) => `     不同处：${line}`),
      ...waterfallLines(other.waterfall),
    ]),
  ]
}

// Weights in bits: each one more doubles the odds.
function waterfallLines(steps: readonly WaterfallStep[]): string[] {
  if (steps.length === 0 || steps.every(({ weight }) => weight === 0))
    return steps.map(({ words }) => `       ${words}`)
  return [
    '     比对依据（权重每加 1，可能性的比数翻一倍）：',
    ...steps.map(({ words, weight, total }) => `       ${signed(weight)}　累计 ${signed(total)}　${words}`),
  ]
}

function householdLines({ households }: PersonAccount): string[] {
  return [
    section('所在家庭', households.length),
    ...households.map(({ system, number, head, members }) =>
      [
        `  ${system}${number && `　户编号 ${number}`}`,
        head && `　户主 ${head}`,
        `　${members.length} 人：${members.join('、')}`,
      ].join(''),
    ),
  ]
}

function findingLines({ findings, suppressed }: PersonAccount): string[] {
  return [
    section('本月线索', findings.length),
    ...findings.map(({ number, title, explanation }) => `  ${number} ${title}：${explanation}`),
    ...(suppressed.length > 0 ? [section('命中后由豁免情形消除的', suppressed.length)] : []),
    ...suppressed.flatMap(({ rule, title, explanation, answeredBy }) => [
      `  ${rule} ${title}：${explanation}`,
      ...answeredBy.map((answer) => `     豁免：${answer}`),
    ]),
  ]
}

const scopes: Readonly<Record<string, string>> = { person: '本人', household: '本户', township: '本乡镇' }

function questionLines({ withheld, notJudged }: PersonAccount): string[] {
  return [
    ...(withheld.length > 0 ? [section('因号码待核暂缓的', withheld.length)] : []),
    ...withheld.map(({ rule, title }) => `  ${rule} ${title}：${withheldWords}`),
    ...(notJudged.length > 0 ? [section('未判定的', notJudged.length)] : []),
    ...notJudged.map(({ rule, scope, reason }) => `  ${rule}（${scopes[scope] ?? ''}）：${reason}`),
  ]
}

function section(title: string, count: number): string {
  return `■ ${title}：${count === 0 ? '无' : count}`
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`.padStart(6)
}

function percent(score: number): string {
  return score > 0.9995 && score < 1 ? '99.9% 以上' : `${(score * 100).toFixed(1).replace(/\.0$/, '')}%`
}
