import type { Month } from '../domain/month.js'
import type { History } from '../track/history.js'
import { askedBetween } from '../write/figures.js'
import type { ProgressView } from '../write/progress-view.js'
import type { Workspace } from './workspace.js'

/** What the history holds up to and with `month`, for reports: the period begins in January, or with the history where that is later. */
export async function progressOf(
  { settings, towns }: Workspace,
  history: History,
  month: Month,
): Promise<ProgressView> {
  const [first] = await history.months()
  const january: Month = `${month.slice(0, 4)}-01`
  const from = first !== undefined && first.month > january && first.month <= month ? first.month : january
  const ledger = await history.ledger(month)
  const returned = (await history.returnedFiles()).filter((file) => file.month >= from && file.month <= month)
  return {
    county: settings.county,
    month,
    from,
    townships: towns.townships,
    mask: settings.mask,
    dueDay: settings.tracking.dueDay,
    ledger,
    asked: askedBetween(ledger, from, month),
    returned,
  }
}
