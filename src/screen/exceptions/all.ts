import { basicSupport } from '../../domain/programme.js'
import type { Exception } from '../rule.js'
import { guardianCollects, oneFamily } from './account-explained.js'
import { aidInParts } from './aid-in-parts.js'
import { allDeadOrMoved } from './all-dead-or-moved.js'
import { allowanceHouseholdMember } from './allowance-household-member.js'
import { alreadyInMarginal } from './already-in-marginal.js'
import { clergyUnderThreeYears, outsidePrison, termEnded } from './away-ended.js'
import {
  backPaymentBeforeCancellation,
  backPaymentBeforeDeath,
  backPaymentBeforeDestitute,
  backPaymentBeforeStop,
} from './back-payment.js'
import * as beyondRosters from './beyond-rosters.js'
import { careStandardJustChanged } from './care-standard-just-changed.js'
import { certificateUnderOtherNumber, federationLag, migratingCertificate } from './certificate-change.js'
import { conversionMonth } from './conversion-month.js'
import { deathInRosterMonth } from './death-in-roster-month.js'
import { deathRecorded } from './death-recorded.js'
import { deceased } from './deceased.js'
import { deceasedOrNamesake } from './deceased-or-namesake.js'
import { departureRecorded } from './departure-recorded.js'
import { destitutePerson } from './destitute-person.js'
import { differenceOnly } from './difference-only.js'
import { differenceSystem } from './difference-system.js'
import { enrolledAfterPayment } from './enrolled-after-payment.js'
import { extendedToMental } from './extended-to-mental.js'
import { extendedToPoor } from './extended-to-poor.js'
import { awayFromFamily, imprisoned } from './imprisoned.js'
import { incomeAboveMonitorLine } from './income-above-monitor-line.js'
import { lateCertificate } from './late-certificate.js'
import { leftOrDied, propertyFound, voluntaryExit } from './lawful-stop.js'
import { coveredElsewhere, grownChildrenOnly, singlePersonHousehold } from './lawfully-unsupported.js'
import { leftAllowanceRecently } from './left-allowance-recently.js'
import { meansExplained } from './means-explained.js'
import { minorContinues } from './minor-continues.js'
import { movedAway } from './moved-away.js'
import { movedToMarginal } from './moved-to-marginal.js'
import { multipleDisability } from './multiple-disability.js'
import { numberCorrected } from './number-corrected.js'
import { oldRules } from './old-rules.js'
import { onUrbanAllowance } from './on-urban-allowance.js'
import { oneEvent } from './one-event.js'
import { orphan } from './orphan.js'
import { outsideSupportedSize } from './outside-supported-size.js'
import { parentUnable } from './parent-unable.js'
import { property } from './property.js'
import { protectedChild } from './protected-child.js'
import { recentlyGraded } from './recently-graded.js'
import { recentlyIdentified } from './recently-identified.js'
import { recentlyStopped } from './recently-stopped.js'
import { relativeEnrolledAlone } from './relative-enrolled-alone.js'
import { splitPayment } from './split-payment.js'
import { spouseAtHome } from './spouse-at-home.js'
import { stillAtRisk } from './still-at-risk.js'
import { stillInSchool } from './still-in-school.js'
import { stopRecorded } from './stop-recorded.js'
import { supportStopped } from './stop-stated.js'
import { supporterUnable } from './supporter-unable.js'
import { topUp } from './top-up.js'
import { twoParents } from './two-parents.js'
import { firstMonthPaid, lastMonthPaid, severalMonthsPaid, standardJustChanged } from './unusual-payment.js'
import { urbanRegistration } from './urban-registration.js'
import { waived } from './waived.js'

/** Every exception, by file; a test compares the list with this folder and with what the rules use. */
export const allExceptions: readonly Pick<Exception<never>, 'id' | 'title' | 'consults' | 'unanswerable' | 'lists'>[] =
  [
    guardianCollects,
    oneFamily,
    aidInParts,
    allDeadOrMoved,
    allowanceHouseholdMember,
    alreadyInMarginal,
    backPaymentBeforeDeath(basicSupport),
    backPaymentBeforeDestitute,
    backPaymentBeforeStop,
    backPaymentBeforeCancellation,
    clergyUnderThreeYears,
    outsidePrison,
    termEnded,
    ...Object.values(beyondRosters),
    careStandardJustChanged,
    federationLag,
    migratingCertificate,
    certificateUnderOtherNumber,
    conversionMonth(basicSupport),
    deathInRosterMonth(basicSupport),
    deathRecorded,
    deceased,
    deceasedOrNamesake,
    departureRecorded,
    destitutePerson,
    differenceOnly,
    differenceSystem,
    enrolledAfterPayment,
    extendedToMental,
    extendedToPoor,
    awayFromFamily,
    imprisoned,
    incomeAboveMonitorLine,
    lateCertificate,
    leftOrDied,
    propertyFound,
    voluntaryExit,
    singlePersonHousehold,
    coveredElsewhere,
    grownChildrenOnly,
    leftAllowanceRecently,
    ...meansExplained,
    minorContinues,
    movedAway,
    movedToMarginal,
    multipleDisability,
    numberCorrected,
    oldRules,
    onUrbanAllowance,
    oneEvent,
    orphan,
    outsideSupportedSize,
    parentUnable,
    property,
    protectedChild,
    recentlyGraded,
    recentlyIdentified,
    recentlyStopped,
    relativeEnrolledAlone,
    splitPayment,
    spouseAtHome,
    stillAtRisk,
    stillInSchool,
    stopRecorded,
    supportStopped,
    supporterUnable,
    topUp,
    twoParents,
    firstMonthPaid,
    lastMonthPaid,
    severalMonthsPaid,
    standardJustChanged,
    urbanRegistration,
    waived,
  ]
