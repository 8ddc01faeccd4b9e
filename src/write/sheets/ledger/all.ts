import type { ProgressView } from '../../progress-view.js'
import type { Sheet } from '../../sheet.js'
import cases from './cases.js'
import inspections from './inspections.js'
import referrals from './referrals.js'
import steps from './steps.js'

/** Every sheet of the work ledger, alphabetical. A test compares the list with this folder. */
export const ledgerSheets: readonly Sheet<ProgressView>[] = [cases, inspections, referrals, steps]
