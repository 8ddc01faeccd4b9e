import { isMonth, type Month } from '../domain/month.js'
import { ToolError } from '../domain/tool-error.js'
import { inboxMonths } from '../ingest/inbox.js'
import { type Run, type RunResult, reconcile } from '../reconcile.js'
import type { Output } from './output.js'
import { tidyMemory } from './tidy-memory.js'
import { version } from './version.js'
import type { Workspace } from './workspace.js'

/** How a month is run. A dry run writes nothing; `onHistory` is that of `Run`. */
export type RunOptions = Pick<Run, 'dryRun' | 'onHistory'>

/** Carries one month of the workspace through the whole flow, with progress on `output`. Throws ToolError. */
export function reconcileMonth(
  workspace: Workspace,
  month: Month,
  output: Output,
  options: RunOptions,
): Promise<RunResult> {
  return reconcile({
    ...workspace,
    ...options,
    month,
    passwords: workspace.keys.incoming,
    passwordFor: workspace.keys.passwordFor,
    toolVersion: version,
    onProgress: (stage, done, total) => output.progress(stage, done, total),
    onStage: tidyMemory,
  })
}

/** The month that is asked for, or the newest one of the inbox. Throws ToolError `bad-month` or `no-month-folders`. */
export async function wantedMonth(workspace: Workspace, text: string | undefined): Promise<Month> {
  const month = text ?? (await inboxMonths(workspace.inbox)).at(-1)
  if (month === undefined) throw new ToolError('no-month-folders', { folder: workspace.inbox })
  if (!isMonth(month)) throw new ToolError('bad-month', { text: month })
  return month
}
