import type { Sheet } from '../../sheet.js'
import type { View } from '../../view.js'
import dropped from './dropped.js'
import guide from './guide.js'
import identity from './identity.js'
import improper from './improper.js'
import leftBehind from './left-behind.js'
import missed from './missed.js'
import recheck from './recheck.js'
import reported from './reported.js'
import subsidies from './subsidies.js'

/** Every sheet of a township's book, alphabetical; `position` gives their places in the book. A test compares the list with this folder. */
export const townshipSheets: readonly Sheet<View>[] = [
  dropped,
  guide,
  identity,
  improper,
  leftBehind,
  missed,
  recheck,
  reported,
  subsidies,
]
