import type { Month } from '../domain/month.js'
import { eventLists, type Programme } from '../domain/programme.js'
import type { Settings } from '../domain/settings.js'
import { type Standard, type StandardKey, standardFaults, standardIn, standardKeys } from '../domain/standards.js'
import type { Delivery } from '../ingest/delivery.js'
import type { PersonRecord } from '../ingest/source.js'
import type { Household, Person } from '../match/person.js'
import type { Payee } from './bank-accounts.js'
import { type Indexes, indexesOf } from './indexes.js'
import type { Context, Rule } from './rule.js'
import { ruleSettings, type SettingName, type SettingValue } from './rule-settings.js'
import type { SafetyStop } from './safety.js'
import type { SteepRise } from './steep-rises.js'
import { isSwitchedOn } from './switches.js'

/** The settings that screening reads. */
export type ScreeningSettings = Pick<Settings, 'county' | 'areaCode' | 'notHeld' | 'rules' | 'lists'>

/** Everything that screening rests on. */
export interface ScreeningInput {
  readonly persons: readonly Person[]
  readonly households: readonly Household[]
  readonly deliveries: readonly Delivery[]
  readonly month: Month
  readonly previousMonth: Month | null
  readonly stops: readonly SafetyStop[]
  /** Absent: none. */
  readonly rises?: readonly SteepRise[]
  readonly standards: readonly Standard[]
  readonly settings: ScreeningSettings
}

/**
 * What rules may ask in this run. `indexes`: those of the input's persons, where another stage has them already. `standard` throws for a key
 * without a row: a rule that did not list it.
 */
export function contextOf(
  input: ScreeningInput,
  rules: readonly Rule[] = [],
  indexes: Indexes = indexesOf(input.persons),
): Context {
  const delivered = deliveredProgrammes(input.deliveries, input.settings.notHeld)
  const running = new Set(rules.filter((rule) => isSwitchedOn(rule, input.settings.rules)).map((rule) => rule.id))
  const bySheet = groupDeliveries(input.deliveries)
  const inForce = new Map(allKeys.map((key) => [key, standardIn(input.standards, key, input.month)]))
  const standardIfAny = (key: StandardKey) => inForce.get(key) ?? null
  return {
    month: input.month,
    areaCode: input.settings.areaCode,
    county: input.settings.county,
    previousMonth: input.previousMonth,
    deliveries: input.deliveries,
    stops: input.stops,
    rises: input.rises ?? [],
    delivered: (programme) => delivered.has(programme),
    standard: (key) => standardIfAny(key) ?? missing(key),
    standardIfAny,
    standardFaults: (keys) => standardFaults(input.standards, keys, input.month),
    setting: (name) => settingOf(input.settings, name),
    deliveryOf: (record: PersonRecord) => bySheet.get(record.origin.file)?.get(record.origin.sheet) ?? null,
    namesakes: (person) =>
      indexes
        .namesakes()
        .get(person)
        ?.filter((other) => other !== person) ?? nobody,
    named: (name, township) => indexes.byName()(name, township),
    pastHouseholdOf: (person) => indexes.pastHouseholds().get(person) ?? null,
    paidInto: (account) => indexes.sharedAccounts().get(account) ?? noPayees,
    runs: (rule) => running.has(rule),
  }
}

const nobody: readonly Person[] = []
const noPayees: readonly Payee[] = []
const allKeys = Object.keys(standardKeys) as StandardKey[]

// A roster of no rows is as good as none; an event list of no rows says that nothing happened.
function deliveredProgrammes(deliveries: readonly Delivery[], notHeld: readonly Programme[]): ReadonlySet<Programme> {
  const filled = deliveries.filter((delivery) => delivery.records > 0).flatMap((delivery) => delivery.programmes)
  const events = deliveries
    .flatMap((delivery) => delivery.programmes)
    .filter((programme) => (eventLists as readonly Programme[]).includes(programme))
  return new Set([...filled, ...events, ...notHeld])
}

/** The value of a rule parameter: that of doudi.yaml, or the default. */
export function settingOf<Name extends SettingName>(settings: ScreeningSettings, name: Name): SettingValue<Name> {
  const value = settings.rules.settings[name]
  const { usual } = ruleSettings[name]
  return (typeof value === typeof usual ? value : usual) as SettingValue<Name>
}

function missing(key: StandardKey): never {
  throw new Error(`A rule asked for the standard ${key} (${standardKeys[key]}) without listing it`)
}

// By file, then by sheet: the rows of some hundred thousand people ask, and no key has to be made up for each.
function groupDeliveries(deliveries: readonly Delivery[]): ReadonlyMap<string, ReadonlyMap<string, Delivery>> {
  const byFile = new Map<string, Map<string, Delivery>>()
  for (const delivery of deliveries) {
    const sheets = byFile.get(delivery.file) ?? new Map<string, Delivery>()
    byFile.set(delivery.file, sheets.set(delivery.sheet, delivery))
  }
  return byFile
}
