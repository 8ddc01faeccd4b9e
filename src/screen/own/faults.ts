import { isMonth } from '../../domain/month.js'
import { programmes } from '../../domain/programme.js'
import { exceptionsFor } from './exceptions.js'
import type { Field } from './field.js'
import { ownRuleField, ownRuleFields } from './fields.js'
import { type Condition, type OwnRule, ownRuleLimits, type TestWord, testWords } from './own-rule.js'
import type { Value } from './reading.js'

/** What is wrong with an own rule: where in its file, and what, in Chinese. */
export interface OwnRuleFault {
  readonly path: readonly (string | number)[]
  readonly problem: string
}

/** Everything about a well-formed own rule that cannot work, in the order of the file; empty when it can be judged. */
export function ownRuleFaults(rule: OwnRule): readonly OwnRuleFault[] {
  return [
    ...unitFaults(rule),
    ...exceptionFaults(rule),
    ...messageFaults(rule),
    ...amountFaults(rule),
    ...conditionFaults(rule),
    ...exampleFaults(rule),
  ]
}

function unitFaults({ unit, systems, from, until }: OwnRule): OwnRuleFault[] {
  const faults: OwnRuleFault[] = []
  if (unit === 'household' && systems === undefined)
    faults.push({ path: ['unit'], problem: '按户判断的规则要写 systems（查哪个名册的户）' })
  if (unit === 'person' && systems !== undefined)
    faults.push({ path: ['systems'], problem: 'systems 只用于按户判断的规则' })
  if (from !== null && until !== null && from > until) faults.push({ path: ['until'], problem: 'until 早于 from' })
  return faults
}

function exceptionFaults({ unit, exceptions }: OwnRule): OwnRuleFault[] {
  const known = exceptionsFor(unit, [])
  return exceptions.flatMap((id, position): OwnRuleFault[] =>
    known.has(id)
      ? []
      : [
          {
            path: ['exceptions', position],
            problem: `没有可用于按${unit === 'person' ? '人' : '户'}判断的豁免情形 ${id}（可用的见 doudi rules --fields）`,
          },
        ],
  )
}

/** The fields that a message names, in braces. */
export function namedFields(message: string): readonly string[] {
  return [...message.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] as string)
}

function messageFaults(rule: OwnRule): OwnRuleFault[] {
  return namedFields(rule.message).flatMap((id) => fieldFault(id, rule, rule.unit, ['message']))
}

function amountFaults(rule: OwnRule): OwnRuleFault[] {
  if (rule.amount === undefined) return []
  const wrong = fieldFault(rule.amount, rule, rule.unit, ['amount'])
  if (wrong.length > 0 || ownRuleField(rule.amount)?.type === 'money') return wrong
  return [{ path: ['amount'], problem: `${rule.amount} 不是金额` }]
}

function fieldFault(id: string, rule: OwnRule, unit: OwnRule['unit'], path: OwnRuleFault['path']): OwnRuleFault[] {
  const field = ownRuleField(id)
  if (!field) {
    const near = ownRuleFields.filter((each) => each.id.startsWith(id.slice(0, 3))).map((each) => each.id)
    const hint = near.length > 0 ? `，相近的有 ${near.slice(0, 5).join('、')}` : ''
    return [{ path, problem: `没有字段 ${id}${hint}（全部字段见 doudi rules --fields）` }]
  }
  if (field.unit !== 'both' && field.unit !== unit)
    return [{ path, problem: `字段 ${id}（${field.title}）只能用于${field.unit === 'person' ? '人' : '户'}` }]
  const foreign = unit === 'household' ? foreignSystems(field, rule) : []
  return foreign.length === 0
    ? []
    : [{ path, problem: `字段 ${id}（${field.title}）不在${foreign.join('、')}名册里，查那里的户用不上` }]
}

// A household's columns are those of its own system's roster; what counts its members is not bound to one.
function foreignSystems(field: Field, { systems = [] }: OwnRule): readonly string[] {
  if (field.rosters.length === 0 || field.cells === null) return []
  return systems.filter((system) => !field.rosters.includes(system)).map((system) => programmes[system])
}

function conditionFaults(rule: OwnRule): OwnRuleFault[] {
  return partFaults(rule.condition, rule, rule.unit, ['condition'])
}

function partFaults(part: Condition, rule: OwnRule, unit: OwnRule['unit'], path: OwnRuleFault['path']): OwnRuleFault[] {
  const down = (each: Condition, ...more: (string | number)[]) => partFaults(each, rule, unit, [...path, ...more])
  if (part.all) return part.all.flatMap((each, position) => down(each, 'all', position))
  if (part.any) return part.any.flatMap((each, position) => down(each, 'any', position))
  if (part.not) return down(part.not, 'not')
  for (const word of ['any-member', 'every-member'] as const) {
    const member = part[word]
    if (!member) continue
    if (unit === 'person') return [{ path: [...path, word], problem: `${word} 只用于按户判断的规则，且不能套用` }]
    return partFaults(member, rule, 'person', [...path, word])
  }
  if (part.field === undefined) return []
  const wrong = fieldFault(part.field, rule, unit, [...path, 'field'])
  return wrong.length > 0 ? wrong : testFaults(ownRuleField(part.field) as Field, part, path)
}

const allowed: Readonly<Record<Field['type'], readonly TestWord[]>> = {
  number: ['equals', 'in', 'at-least', 'at-most', 'more', 'less'],
  money: ['equals', 'at-least', 'at-most', 'more', 'less'],
  month: ['equals', 'at-least', 'at-most', 'more', 'less', 'months-since'],
  word: ['equals', 'in'],
  text: ['equals', 'in', 'contains'],
  'yes-no': ['equals'],
  filled: [],
}

function testFaults(field: Field, part: Condition, path: OwnRuleFault['path']): OwnRuleFault[] {
  const word = testWords.find((each) => part[each] !== undefined) as TestWord
  if (word === 'present' || word === 'missing') return []
  const fault = (problem: string) => [{ path: [...path, word], problem: `${field.id}（${field.title}）${problem}` }]
  if (!allowed[field.type].includes(word))
    return fault(`不能用 ${word}，可用 ${[...allowed[field.type], 'present', 'missing'].join('、')}`)
  const written = part[word]
  if (word === 'months-since') {
    const given = Object.values(written as object).filter((each) => each !== undefined)
    return given.length > 0 ? [] : fault('的 months-since 要写 at-least、at-most、more 或 less')
  }
  if (word === 'contains') return []
  if (typeof written === 'object' && 'standard' in written)
    return field.type === 'money' || field.type === 'number' ? [] : fault('不能与标准比较')
  const values = (Array.isArray(written) ? written : [written]) as readonly Value[]
  return values
    .flatMap((value) => valueFault(field, value))
    .slice(0, 1)
    .flatMap(fault)
}

/** Why a value cannot be one of the field's, in Chinese after its title; empty when it can. */
function valueFault({ type, words }: Field, value: Value): readonly string[] {
  if (type === 'number' || type === 'money') return typeof value === 'number' ? [] : [`要与数字比较，不是“${value}”`]
  if (type === 'yes-no' || type === 'filled') return typeof value === 'boolean' ? [] : ['只有 true（是）和 false（否）']
  if (typeof value !== 'string') return [`要写文字，不是 ${value}`]
  if (type === 'month') return isMonth(value) ? [] : ['的月份应写成 2026-11 的样子']
  return type === 'word' && words && !words.includes(value) ? [`没有“${value}”，只有 ${words.join('、')}`] : []
}

function exampleFaults(rule: OwnRule): OwnRuleFault[] {
  return rule.cases.flatMap((example, position) => {
    const path = ['cases', position]
    const members = example.members ?? []
    if (rule.unit === 'person' && example.members !== undefined)
      return [{ path: [...path, 'members'], problem: 'members 只用于按户判断的规则' }]
    if (rule.unit === 'household' && members.length === 0)
      return [{ path, problem: '按户判断的例子要写 members（户内成员，户主在前）' }]
    const own = factFaults(example.facts, rule.unit, [...path, 'facts'])
    return [
      ...own,
      ...members.flatMap(({ facts }, at) => factFaults(facts, 'person', [...path, 'members', at, 'facts'])),
    ]
  })
}

function factFaults(
  facts: Readonly<Record<string, Value>>,
  unit: OwnRule['unit'],
  path: OwnRuleFault['path'],
): OwnRuleFault[] {
  return Object.entries(facts).flatMap(([id, value]): OwnRuleFault[] => {
    const field = ownRuleField(id)
    const at = [...path, id]
    if (!field || (field.unit !== unit && field.unit !== 'both')) return [{ path: at, problem: `没有可写的字段 ${id}` }]
    if (field.cells === null) return [{ path: at, problem: `${id}（${field.title}）由其他情况得出，不能直接写` }]
    return valueFault(field, value).map((problem) => ({ path: at, problem: `${id}（${field.title}）${problem}` }))
  })
}

/**
 * Whether a file's data, as read and not yet checked, nests or branches beyond what any rule needs: says so in Chinese, or null. Asked first, so
 * that nothing that checks or judges a rule has to follow it without end.
 */
export function tooLarge(written: unknown): string | null {
  let nodes = 0
  const exceeds = (node: unknown, depth: number): boolean => {
    nodes++
    if (depth > ownRuleLimits.depth || nodes > ownRuleLimits.nodes) return true
    return typeof node === 'object' && node !== null && Object.values(node).some((each) => exceeds(each, depth + 1))
  }
  return exceeds(written, 0) ? '写得太深或太多：条件最多套 8 层，每条规则一个文件' : null
}
