import type { Sheet } from '../../sheet.js'
import returned, { type ReturnedView } from './returned.js'

/** Every sheet of a 退回补核 book, alphabetical. A test compares the list with this folder. */
export const returnedSheets: readonly Sheet<ReturnedView>[] = [returned]
