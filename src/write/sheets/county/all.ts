import type { Sheet } from '../../sheet.js'
import type { View } from '../../view.js'
import cases from './cases.js'
import damage from './damage.js'
import deliveries from './deliveries.js'
import identity from './identity.js'
import inputQuality from './input-quality.js'
import issues from './issues.js'
import notJudged from './not-judged.js'
import overview from './overview.js'
import ruleStates from './rule-states.js'
import setAside from './set-aside.js'
import stops from './stops.js'
import unplaced from './unplaced.js'

/** Every sheet of the county's book, alphabetical; `position` gives their places in the book. A test compares the list with this folder. */
export const countySheets: readonly Sheet<View>[] = [
  cases,
  damage,
  deliveries,
  identity,
  inputQuality,
  issues,
  notJudged,
  overview,
  ruleStates,
  setAside,
  stops,
  unplaced,
]
