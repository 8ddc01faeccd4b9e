import type { Sheet } from '../../sheet.js'
import cases, { type SampleView } from './cases.js'
import plan from './plan.js'

/** Every sheet of the books of inspection, alphabetical. A test compares the list with this folder. */
export const sampleSheets: readonly Sheet<SampleView>[] = [cases, plan]
