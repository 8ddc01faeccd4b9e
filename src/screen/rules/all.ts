import ageLimit from './dropped/age-limit.js'
import exitWithoutFollowUp from './dropped/exit-without-follow-up.js'
import gracePeriodEnding from './dropped/grace-period-ending.js'
import headDied from './dropped/head-died.js'
import memberRemoved from './dropped/member-removed.js'
import stoppedInGracePeriod from './dropped/stopped-in-grace-period.js'
import subsidyInterrupted from './dropped/subsidy-interrupted.js'
import supportGap from './dropped/support-gap.js'
import vanished from './dropped/vanished.js'
import ableParentAtHome from './improper/able-parent-at-home.js'
import allowanceWithMeans from './improper/allowance-with-means.js'
import awayFromHome from './improper/away-from-home.js'
import deceasedOnTheRoll from './improper/deceased-on-the-roll.js'
import destituteAbleToWork from './improper/destitute-able-to-work.js'
import destituteCareLevel from './improper/destitute-care-level.js'
import destituteWithAllowance from './improper/destitute-with-allowance.js'
import destituteWithSubsidy from './improper/destitute-with-subsidy.js'
import destituteWithSupporter from './improper/destitute-with-supporter.js'
import enrolledTwice from './improper/enrolled-twice.js'
import grownProtectedChild from './improper/grown-protected-child.js'
import protectedChildWithSupport from './improper/protected-child-with-support.js'
import repeatedOrExcessiveAid from './improper/repeated-or-excessive-aid.js'
import sharedAccount from './improper/shared-account.js'
import stablyLifted from './improper/stably-lifted.js'
import undeclaredRelative from './improper/undeclared-relative.js'
import childInNeed from './left-behind/child-in-need.js'
import frailWithoutContact from './left-behind/frail-without-contact.js'
import incompleteRegistration from './left-behind/incomplete-registration.js'
import outgrownRegistration from './left-behind/outgrown-registration.js'
import staleRegistration from './left-behind/stale-registration.js'
import unregisteredChild from './left-behind/unregistered-child.js'
import unregisteredElderly from './left-behind/unregistered-elderly.js'
import womenRegister from './left-behind/women-register.js'
import categoryAidMissing from './missed/category-aid-missing.js'
import claimedSupport from './missed/claimed-support.js'
import destituteLead from './missed/destitute-lead.js'
import fewerSupportedThanListed from './missed/fewer-supported-than-listed.js'
import memberLeftOut from './missed/member-left-out.js'
import priceSubsidyMissing from './missed/price-subsidy-missing.js'
import repeatedAid from './missed/repeated-aid.js'
import singlePersonEnrolment from './missed/single-person-enrolment.js'
import stillPoorAfterExit from './missed/still-poor-after-exit.js'
import uncoveredMonitoredHousehold from './missed/uncovered-monitored-household.js'
import uncoveredPoorHousehold from './missed/uncovered-poor-household.js'
import unemployedSeverelyDisabled from './missed/unemployed-severely-disabled.js'
import unprotectedChild from './missed/unprotected-child.js'
import unscreenedHousehold from './missed/unscreened-household.js'
import unscreenedLargeAid from './missed/unscreened-large-aid.js'
import urgentHouseholdWithoutAid from './missed/urgent-household-without-aid.js'
import wishNotMet from './missed/wish-not-met.js'
import certificateDisagrees from './quality/certificate-disagrees.js'
import digitsLost from './quality/digits-lost.js'
import disabilityContradicts from './quality/disability-contradicts.js'
import householdSize from './quality/household-size.js'
import householdWithoutHead from './quality/household-without-head.js'
import identityDisagrees from './quality/identity-disagrees.js'
import impossibleBirthDate from './quality/impossible-birth-date.js'
import malformedNumber from './quality/malformed-number.js'
import numberMissing from './quality/number-missing.js'
import oddAmount from './quality/odd-amount.js'
import otherMonth from './quality/other-month.js'
import otherProvince from './quality/other-province.js'
import repeatedRow from './quality/repeated-row.js'
import sexOrBirthDisagrees from './quality/sex-or-birth-disagrees.js'
import shortRoster from './quality/short-roster.js'
import unknownTownship from './quality/unknown-township.js'
import wrongCheckDigit from './quality/wrong-check-digit.js'
import amountDiffers from './subsidy/amount-differs.js'
import benefitToChoose from './subsidy/benefit-to-choose.js'
import careSubsidyLevel from './subsidy/care-subsidy-level.js'
import careSubsidyMissing from './subsidy/care-subsidy-missing.js'
import certificateNotInForce from './subsidy/certificate-not-in-force.js'
import deceasedWithSubsidy from './subsidy/deceased-with-subsidy.js'
import disabledWithoutCertificate from './subsidy/disabled-without-certificate.js'
import livingSubsidyMissing from './subsidy/living-subsidy-missing.js'
import livingSubsidyUnentitled from './subsidy/living-subsidy-unentitled.js'
import poorWithoutLivingSubsidy from './subsidy/poor-without-living-subsidy.js'
import subsidyPaidTwice from './subsidy/subsidy-paid-twice.js'

/** Every rule, alphabetical by path; a test compares the list with this folder. */
export const allRules = [
  ageLimit,
  exitWithoutFollowUp,
  gracePeriodEnding,
  headDied,
  memberRemoved,
  stoppedInGracePeriod,
  subsidyInterrupted,
  supportGap,
  vanished,
  ableParentAtHome,
  allowanceWithMeans,
  awayFromHome,
  deceasedOnTheRoll,
  destituteAbleToWork,
  destituteCareLevel,
  destituteWithAllowance,
  destituteWithSubsidy,
  destituteWithSupporter,
  enrolledTwice,
  grownProtectedChild,
  protectedChildWithSupport,
  repeatedOrExcessiveAid,
  sharedAccount,
  stablyLifted,
  undeclaredRelative,
  childInNeed,
  frailWithoutContact,
  incompleteRegistration,
  outgrownRegistration,
  staleRegistration,
  unregisteredChild,
  unregisteredElderly,
  womenRegister,
  categoryAidMissing,
  claimedSupport,
  destituteLead,
  fewerSupportedThanListed,
  memberLeftOut,
  priceSubsidyMissing,
  repeatedAid,
  singlePersonEnrolment,
  stillPoorAfterExit,
  uncoveredMonitoredHousehold,
  uncoveredPoorHousehold,
  unemployedSeverelyDisabled,
  unprotectedChild,
  unscreenedHousehold,
  unscreenedLargeAid,
  urgentHouseholdWithoutAid,
  wishNotMet,
  certificateDisagrees,
  digitsLost,
  disabilityContradicts,
  householdSize,
  householdWithoutHead,
  identityDisagrees,
  impossibleBirthDate,
  malformedNumber,
  numberMissing,
  oddAmount,
  otherMonth,
  otherProvince,
  repeatedRow,
  sexOrBirthDisagrees,
  shortRoster,
  unknownTownship,
  wrongCheckDigit,
  amountDiffers,
  benefitToChoose,
  careSubsidyLevel,
  careSubsidyMissing,
  certificateNotInForce,
  deceasedWithSubsidy,
  disabledWithoutCertificate,
  livingSubsidyMissing,
  livingSubsidyUnentitled,
  poorWithoutLivingSubsidy,
  subsidyPaidTwice,
] as const
