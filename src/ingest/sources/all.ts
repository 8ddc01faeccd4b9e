import type { RecordOfSource, Source } from '../source.js'
import bothSubsidies from './both-subsidies.js'
import careSubsidies from './care-subsidies.js'
import deaths from './deaths.js'
import departures from './departures.js'
import destituteHouseholds from './destitute-households.js'
import destitutePersons from './destitute-persons.js'
import destituteRegister from './destitute-register.js'
import disabilityCertificates from './disability-certificates.js'
import extraLists from './extra-lists.js'
import leftBehindRegister from './left-behind-register.js'
import livingSubsidies from './living-subsidies.js'
import marginalHouseholds from './marginal-households.js'
import marginalMembers from './marginal-members.js'
import monitoredHouseholds from './monitored-households.js'
import oldAgeAllowance from './old-age-allowance.js'
import priceSubsidies from './price-subsidies.js'
import protectedChildren from './protected-children.js'
import registeredPoor from './registered-poor.js'
import rigidExpenditureHouseholds from './rigid-expenditure-households.js'
import rigidExpenditureMembers from './rigid-expenditure-members.js'
import ruralAllowanceHouseholds from './rural-allowance-households.js'
import ruralAllowanceMembers from './rural-allowance-members.js'
import ruralAllowanceRegister from './rural-allowance-register.js'
import temporaryAid from './temporary-aid.js'
import urbanAllowanceHouseholds from './urban-allowance-households.js'
import urbanAllowanceMembers from './urban-allowance-members.js'
import urbanAllowanceRegister from './urban-allowance-register.js'

/** Every export that doudi knows, alphabetical; a test compares the list with this folder. */
export const allSources = [
  bothSubsidies,
  careSubsidies,
  deaths,
  departures,
  destituteHouseholds,
  destitutePersons,
  destituteRegister,
  disabilityCertificates,
  ...extraLists,
  leftBehindRegister,
  livingSubsidies,
  marginalHouseholds,
  marginalMembers,
  monitoredHouseholds,
  oldAgeAllowance,
  priceSubsidies,
  protectedChildren,
  registeredPoor,
  rigidExpenditureHouseholds,
  rigidExpenditureMembers,
  ruralAllowanceHouseholds,
  ruralAllowanceMembers,
  ruralAllowanceRegister,
  temporaryAid,
  urbanAllowanceHouseholds,
  urbanAllowanceMembers,
  urbanAllowanceRegister,
] as const

/** The same without their record types, for code that treats all sources alike: each `enrols` is only ever given records of its own source. */
export const sources = allSources as unknown as readonly Source[]

/** A source of the list. */
type AnySource = (typeof allSources)[number]

/** Id of a source. */
export type SourceId = AnySource['id']

/** The record type of the source with that id, inferred from its columns. */
export type RecordOf<Id extends SourceId> = RecordOfSource<Extract<AnySource, { id: Id }>>
