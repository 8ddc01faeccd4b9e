import { z } from 'zod'
import { isMonth, type Month } from '../domain/month.js'
import { ToolError } from '../domain/tool-error.js'
import type { RuleState } from '../screen/screening.js'
import { parsePublished, publishedMonths, publishedText } from './published-months.js'

/** How the rules fared in a published month. */
export interface PublishedRules {
  readonly month: Month
  readonly states: ReadonlyMap<string, RuleState>
}

const manifestSchema = z.object({
  rules: z.array(
    z.object({
      rule: z.string(),
      title: z.string(),
      kind: z.string(),
      state: z.enum(['judged', 'not-judged', 'partly', 'off']),
      reason: z.string(),
      hits: z.number(),
      suppressed: z.number(),
      uncheckedExceptions: z.array(z.string()),
    }),
  ),
})

/**
 * The rules' states of the month's manifest.json below `out`, of the newest published month without `month`; null when nothing is published. Throws
 * ToolError `bad-month` or `month-not-published` for a month that is asked for, `published-damaged` for a file that is cut off.
 */
export async function publishedRules(out: string, month: string | undefined): Promise<PublishedRules | null> {
  if (month !== undefined && !isMonth(month)) throw new ToolError('bad-month', { text: month })
  for (const each of month === undefined ? await publishedMonths(out) : [month]) {
    const text = await publishedText(out, each, 'manifest.json')
    const content = text === null ? null : parsePublished(text, each, 'manifest.json', JSON.parse)
    const manifest = manifestSchema.safeParse(content).data
    if (manifest) return { month: each, states: new Map(manifest.rules.map((state) => [state.rule, state])) }
  }
  if (month !== undefined) throw new ToolError('month-not-published', { month })
  return null
}
