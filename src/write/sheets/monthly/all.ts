import type { Sheet } from '../../sheet.js'
import type { View } from '../../view.js'
import amounts from './amounts.js'
import categoricalAmounts from './categorical-amounts.js'
import changeDetails from './change-details.js'
import deaths from './deaths.js'
import exits from './exits.js'
import grace from './grace.js'
import movements from './movements.js'
import stops from './stops.js'
import subsidies from './subsidies.js'

/** Every sheet of the county's book of monthly ledgers and forms, alphabetical; `position` gives their places. A test compares the list with this folder. */
export const monthlySheets: readonly Sheet<View>[] = [
  amounts,
  categoricalAmounts,
  changeDetails,
  deaths,
  exits,
  grace,
  movements,
  stops,
  subsidies,
]
