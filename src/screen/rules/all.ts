import stoppedInGracePeriod from './dropped/stopped-in-grace-period.js'
import vanished from './dropped/vanished.js'
import deceasedOnTheRoll from './improper/deceased-on-the-roll.js'
import destituteWithAllowance from './improper/destitute-with-allowance.js'
import destituteWithSubsidy from './improper/destitute-with-subsidy.js'
import enrolledTwice from './improper/enrolled-twice.js'
import claimedSupport from './missed/claimed-support.js'
import singlePersonEnrolment from './missed/single-person-enrolment.js'
import uncoveredMonitoredHousehold from './missed/uncovered-monitored-household.js'
import uncoveredPoorHousehold from './missed/uncovered-poor-household.js'
import careSubsidyMissing from './subsidy/care-subsidy-missing.js'
import certificateNotInForce from './subsidy/certificate-not-in-force.js'
import livingSubsidyMissing from './subsidy/living-subsidy-missing.js'
import livingSubsidyUnentitled from './subsidy/living-subsidy-unentitled.js'

/** Every rule, alphabetical by path; a test compares the list with this folder. */
export const allRules = [
  stoppedInGracePeriod,
  vanished,
  deceasedOnTheRoll,
  destituteWithAllowance,
  destituteWithSubsidy,
  enrolledTwice,
  claimedSupport,
  singlePersonEnrolment,
  uncoveredMonitoredHousehold,
  uncoveredPoorHousehold,
  careSubsidyMissing,
  certificateNotInForce,
  livingSubsidyMissing,
  livingSubsidyUnentitled,
] as const
