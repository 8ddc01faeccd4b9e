import { z } from 'zod'
import { isMonth } from '../../domain/month.js'
import { type Programme, programmes } from '../../domain/programme.js'
import { type StandardKey, standardKeys } from '../../domain/standards.js'

// The shape of a county's own rule. It is data and nothing else: no expressions, no patterns, nothing that runs. Lists and texts are bounded so
// that a file can neither fill the memory nor keep the machine busy.

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
const programme = z.enum(keysOf<Programme>(programmes), { error: ({ input }) => rosterProblem(input) })
const programmeList = z.array(programme).min(1).max(20)
const needed = z.union([programme.transform((one) => [one]), programmeList], {
  error: ({ input }) => rosterProblem(input),
})
const text = (most: number) => z.string().trim().min(1).max(most)
const month = z.string().refine(isMonth, { error: '月份应写成 2026-11 的样子' })
const scalar = z.union([z.string().min(1).max(100), z.number(), z.boolean()])

// A union alone would only say at which place something is wrong.
function rosterProblem(written: unknown): string {
  const known = Object.keys(programmes)
  const unknown = [written].flat().filter((each) => !known.includes(String(each)))
  const wrong = unknown.length > 0 ? `没有名册 ${unknown.map(shownWord).join('、')}，` : ''
  return `${wrong}只能是 ${known.join('、')} 之一，或写在方括号里的几个`
}

function shownWord(each: unknown): string {
  return (typeof each === 'string' ? each : (JSON.stringify(each) ?? '')).slice(0, 50)
}

/** A number of the rule itself, or a dated row of standards.csv, perhaps several times: `{ standard: subsistence.rural, times: 12 }`. */
const bound = z.union([
  scalar,
  z.strictObject({ standard: z.enum(keysOf<StandardKey>(standardKeys)), times: z.number().positive().default(1) }),
])

/** What a comparison is measured against. */
export type Bound = z.output<typeof bound>

const span = z.strictObject({
  'at-least': z.number().optional(),
  'at-most': z.number().optional(),
  more: z.number().optional(),
  less: z.number().optional(),
})

const tests = {
  equals: bound.optional(),
  in: z.array(scalar).min(1).max(200).optional(),
  contains: z.array(text(50)).min(1).max(50).optional(),
  'at-least': bound.optional(),
  'at-most': bound.optional(),
  more: bound.optional(),
  less: bound.optional(),
  'months-since': span.optional(),
  present: z.literal(true).optional(),
  missing: z.literal(true).optional(),
}

/** The comparisons of a field, by the word written in the rule. */
export const testWords = Object.keys(tests) as (keyof typeof tests)[]

/** How a field is tested: one of the words with what it is compared with. */
export type TestWord = keyof typeof tests

/** A condition as written: exactly one of the joining words, one of the programme words, or `field` with one test. */
export interface Condition {
  readonly all?: readonly Condition[]
  readonly any?: readonly Condition[]
  readonly not?: Condition
  readonly 'any-member'?: Condition
  readonly 'every-member'?: Condition
  readonly 'in-programme'?: readonly Programme[]
  readonly 'not-in-programme'?: readonly Programme[]
  readonly field?: string
  readonly equals?: Bound
  readonly in?: readonly (string | number | boolean)[]
  readonly contains?: readonly string[]
  readonly 'at-least'?: Bound
  readonly 'at-most'?: Bound
  readonly more?: Bound
  readonly less?: Bound
  readonly 'months-since'?: z.output<typeof span>
  readonly present?: true
  readonly missing?: true
}

/** The words a condition can begin with. */
const heads = ['all', 'any', 'not', 'any-member', 'every-member', 'in-programme', 'not-in-programme', 'field'] as const

const condition: z.ZodType<Condition> = z.lazy(() => {
  const inner = condition.optional()
  const parts = z.array(condition).min(1).max(50).optional()
  return z
    .strictObject({
      all: parts,
      any: parts,
      not: inner,
      'any-member': inner,
      'every-member': inner,
      'in-programme': programmeList.optional(),
      'not-in-programme': programmeList.optional(),
      field: z.string().optional(),
      ...tests,
    })
    .superRefine((written, context) => {
      const problem = shapeProblem(written as Condition)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
    }) as z.ZodType<Condition>
})

function shapeProblem(written: Condition): string | null {
  const begun = heads.filter((word) => written[word] !== undefined)
  const tested = testWords.filter((word) => written[word] !== undefined)
  if (begun.length !== 1)
    return `一个条件只能写 ${heads.join('、')} 中的一个${begun.length > 1 ? `，这里写了 ${begun.join('、')}` : ''}`
  if (begun[0] !== 'field') return tested.length === 0 ? null : `${tested.join('、')} 要与 field 写在一起`
  return tested.length === 1 ? null : `field 后面要写一个比较，是 ${testWords.join('、')} 之一`
}

const facts = z.record(z.string(), scalar).default({})
const someone = z.strictObject({ in: z.array(programme).max(20).default([]), facts })

const example = z.strictObject({
  title: text(100),
  expect: z.enum(['finding', 'excused', 'clear', 'not-judged']),
  /** The month in which the example is judged. */
  month,
  /** Rosters that did not arrive. */
  missing: z.array(programme).max(20).default([]),
  in: z.array(programme).max(20).default([]),
  facts,
  /** Of a household: its members, the head first. */
  members: z.array(someone).max(20).optional(),
})

/** One example of a rule's table. */
export type Example = z.output<typeof example>

/** One file of the workspace's rules folder. */
export const ownRuleSchema = z.strictObject({
  id: z.string().regex(/^X\d{2}$/, { error: '自定规则的编号是 X01 到 X99' }),
  title: text(40),
  on: z.boolean().default(true),
  kind: z.enum(['漏保', '脱保', '错保', '补贴', '留守', '数据']),
  severity: z.enum(['high', 'medium', 'low', 'note']),
  unit: z.enum(['person', 'household']),
  /** Systems whose households are judged; household rules only. */
  systems: programmeList.optional(),
  basis: z
    .array(
      z
        .strictObject({
          document: text(80),
          clause: text(40).nullable().default(null),
          verified: z.boolean().default(false),
        })
        .refine(({ clause, verified }) => clause === null || verified, {
          error: '条款号只有与原文核对过（verified: true）才能写',
        }),
    )
    .min(1)
    .max(10),
  action: text(200),
  /** The subject must stand in one of each. */
  needs: z.array(needed).max(10).default([]),
  /** Must have been delivered; what the condition asks about is added by itself. */
  consults: z.array(programme).max(20).default([]),
  exceptions: z.array(z.string()).max(30).default([]),
  message: text(300),
  /** What would clear it, for `explain`. */
  'cleared-by': text(200).optional(),
  /** The field that holds the money at stake. */
  amount: z.string().optional(),
  from: month.nullable().default(null),
  until: month.nullable().default(null),
  condition,
  cases: z.array(example).max(50).default([]),
})

/** A county's own rule as its file says it, with the defaults filled in. */
export type OwnRule = z.output<typeof ownRuleSchema>

/** How deep a file's data may nest (each condition takes two levels), and how many values it may hold in all. */
export const ownRuleLimits = { depth: 20, nodes: 5_000 } as const
