import { groupBy } from '../domain/group.js'
import { type CaseStep, linkedStep, type StepDraft } from './case-step.js'
import type { Database, SqlValue } from './database.js'
import { inChunks } from './month-store.js'

/** The steps of every case that has any, in their order, by case number. */
export async function stepsByCase(database: Database): Promise<Map<string, CaseStep[]>> {
  const rows = await database.rows(
    'SELECT number, sequence, month, taken_at AS "at", content, previous, hash FROM case_step ORDER BY number, sequence',
  )
  const steps = rows.map((row) => ({ ...row, content: JSON.parse(String(row.content)) }) as unknown as CaseStep)
  return groupBy(steps, ({ number }) => number)
}

/** Adds steps behind the last one of their case, each linked to the one before, in the order given. */
export async function addSteps(database: Database, drafts: readonly StepDraft[], now: () => Date): Promise<void> {
  if (drafts.length === 0) return
  const heads = await headsOf(database)
  const at = now().toISOString()
  const steps = drafts.map((draft) => {
    const step = linkedStep(draft, heads.get(draft.number) ?? null, at)
    heads.set(draft.number, step)
    return step
  })
  const [last] = await database.rows('SELECT coalesce(max(batch), 0)::INTEGER AS batch FROM case_step')
  const batch = Number(last?.batch ?? 0) + 1
  await database.append(
    'case_step',
    inChunks(steps, (step) => stepRow(step, batch)),
  )
  const touched = 'SELECT number FROM case_step WHERE batch = $1'
  await database.run(`DELETE FROM case_head WHERE number IN (${touched})`, [batch])
  await database.run(
    `INSERT INTO case_head SELECT number, max(sequence), arg_max(hash, sequence) FROM case_step
      WHERE number IN (${touched}) GROUP BY number`,
    [batch],
  )
}

async function headsOf(database: Database): Promise<Map<string, Pick<CaseStep, 'sequence' | 'hash'>>> {
  const rows = await database.rows('SELECT number, steps, hash FROM case_head')
  return new Map(
    rows.map(({ number, steps, hash }) => [String(number), { sequence: Number(steps), hash: String(hash) }]),
  )
}

function stepRow({ number, sequence, month, at, content, previous, hash }: CaseStep, batch: number): SqlValue[] {
  return [number, sequence, month, at, content.kind, JSON.stringify(content), previous, hash, batch]
}
