import type { Recheck } from '../recheck.js'
import deceased from './deceased.js'
import enrolled from './enrolled.js'
import movedAway from './moved-away.js'
import stopped from './stopped.js'

/** Every recheck, alphabetical; a test compares the list with this folder. */
export const allRechecks: readonly Recheck[] = [deceased, enrolled, movedAway, stopped]
