import type { Comparison } from '../linkage/comparison.js'
import type { Profile } from '../profile.js'
import bankAccount from './bank-account.js'
import birthDate from './birth-date.js'
import household from './household.js'
import identityNumber from './identity-number.js'
import partialNumber from './partial-number.js'
import personName from './person-name.js'
import phone from './phone.js'
import place from './place.js'
import sex from './sex.js'

/** Every comparison, alphabetical; a test compares the list with this folder. */
export const allComparisons: readonly Comparison<Profile>[] = [
  bankAccount,
  birthDate,
  household,
  identityNumber,
  partialNumber,
  personName,
  phone,
  place,
  sex,
]
