import type { ChangeKind } from '../change.js'
import agedOut from './aged-out.js'
import amount from './amount.js'
import categoricalAmount from './categorical-amount.js'
import certificateLapsed from './certificate-lapsed.js'
import certificateNumber from './certificate-number.js'
import certificateState from './certificate-state.js'
import died from './died.js'
import disabilityGrade from './disability-grade.js'
import enrolled from './enrolled.js'
import householdHead from './household-head.js'
import householdNumber from './household-number.js'
import idNumber from './id-number.js'
import listed from './listed.js'
import movedAway from './moved-away.js'
import name from './name.js'
import otherHousehold from './other-household.js'
import otherNumberJoined from './other-number-joined.js'
import otherNumberLeft from './other-number-left.js'
import placed from './placed.js'
import povertyState from './poverty-state.js'
import restored from './restored.js'
import stopped from './stopped.js'
import supportMode from './support-mode.js'
import township from './township.js'
import transferredIn from './transferred-in.js'
import transferredOut from './transferred-out.js'
import unexplained from './unexplained.js'

/** Every kind of change, alphabetical; `precedence` says which is tried first. A test compares the list with this folder. */
export const allChanges: readonly ChangeKind[] = [
  agedOut,
  amount,
  categoricalAmount,
  certificateLapsed,
  certificateNumber,
  certificateState,
  died,
  disabilityGrade,
  enrolled,
  householdHead,
  householdNumber,
  idNumber,
  listed,
  movedAway,
  name,
  otherHousehold,
  otherNumberJoined,
  otherNumberLeft,
  placed,
  povertyState,
  restored,
  stopped,
  supportMode,
  township,
  transferredIn,
  transferredOut,
  unexplained,
]
