import { listTitle } from '../../domain/extra-lists.js'
import { byCatalogue, type LegalBasis } from '../../domain/finding.js'
import { type Programme, programmes } from '../../domain/programme.js'
import { standardKeys } from '../../domain/standards.js'
import { type Clause, coverage } from '../../screen/coverage.js'
import type { Rule } from '../../screen/rule.js'
import { allRules } from '../../screen/rules/all.js'
import type { AddCommand } from '../main.js'

const catalogue = [...allRules].sort((a, b) => byCatalogue(a.id, b.id))

interface Options {
  readonly json?: boolean
  readonly coverage?: boolean
}

const severities = { high: '高', medium: '中', low: '低', note: '提示' } as const
const units = { person: '按人', household: '按户', delivery: '按报送' } as const

/** `doudi rules`: every rule with what it needs, what it rests on and its exceptions. */
export const rulesCommand: AddCommand = (program, output, exit) => {
  program
    .command('rules')
    .summary('列出全部筛查规则')
    .description('列出全部筛查规则：需要哪些名册、政策依据（未核实的注明待核）、豁免情形。')
    .option('--coverage', '列出《实施意见》各条款由哪些规则核查，没有规则的注明原因')
    .option('--json', '以 JSON 输出')
    .action((options: Options) => {
      const [data, text] = options.coverage
        ? [coverage, coverage.map(clauseWords).join('\n')]
        : [catalogue.map(plain), catalogue.map(words).join('\n\n')]
      output.data(options.json ? JSON.stringify(data, null, 2) : text)
      exit(0)
    })
}

function plain(rule: Rule): Record<string, unknown> {
  const {
    id,
    title,
    on,
    kind,
    unit,
    severity,
    needs,
    consults,
    lists = [],
    standards,
    basis,
    from,
    until,
    action,
  } = rule
  const exceptions = rule.exceptions.map((exception) => ({ id: exception.id, title: exception.title }))
  const audience = rule.audience ?? 'townships'
  const named = { id, title, on, kind, unit, severity, audience }
  return { ...named, needs, consults, lists, standards, basis, from, until, exceptions, action }
}

function words(rule: Rule): string {
  const groups = rule.needs.map((group) => names(group, '或'))
  return [
    `${rule.id} ${rule.title}（${rule.kind}，${units[rule.unit]}，${severities[rule.severity]}，${rule.on ? '默认开' : '默认关'}）`,
    `  需要：${groups.join('；') || '任一名册'}`,
    ...(rule.consults.length > 0 ? [`  对照：${names(rule.consults, '、')}`] : []),
    ...(rule.needsHistory ? ['  需要上月台账'] : []),
    ...(rule.lists ? [`  有则对照：${rule.lists.map(listTitle).join('、')}`] : []),
    ...(rule.standards.length > 0
      ? [`  标准：${rule.standards.map((key) => `${standardKeys[key]}（${key}）`).join('、')}`]
      : []),
    `  依据：${rule.basis.map(basisWords).join('；') || '—'}${periodWords(rule)}`,
    ...(rule.audience === 'county' ? ['  只给县局，不下发乡镇和部门'] : []),
    `  豁免：${rule.exceptions.map((exception) => exception.title).join('；') || '无'}`,
    `  动作：${rule.action}`,
  ].join('\n')
}

function clauseWords({ clause, asks, rules, open }: Clause): string {
  const served = rules.length === 0 ? '无规则' : rules.join(' ')
  return `${clause} ${asks}\n  规则：${served}${open === '' ? '' : `\n  未核查：${open}`}`
}

function names(list: readonly Programme[], joint: string): string {
  return list.map((programme) => programmes[programme]).join(joint)
}

// An unverified clause is never printed as fact (domain A.0).
function basisWords(basis: LegalBasis): string {
  if (!basis.verified) return `${basis.document}（待核）`
  return basis.clause === null ? basis.document : `${basis.document} ${basis.clause}`
}

function periodWords({ from, until }: Rule): string {
  return `${from === null ? '' : `，自 ${from} 起`}${until === null ? '' : `，至 ${until} 止`}`
}
