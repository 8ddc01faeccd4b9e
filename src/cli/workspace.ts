import { join, resolve } from 'node:path'
import type { Gazetteer } from '../domain/place.js'
import type { Settings } from '../domain/settings.js'
import type { Standard } from '../domain/standards.js'
import { ToolError } from '../domain/tool-error.js'
import { gazetteer } from '../ingest/gazetteer.js'
import { parseTowns } from '../ingest/towns.js'
import { compileOwnRule } from '../screen/own/compile.js'
import type { Rule } from '../screen/rule.js'
import { allRules } from '../screen/rules/all.js'
import { exists } from './exists.js'
import { type Keys, noKeys, parseKeys } from './keys-file.js'
import { type OwnRuleFile, readOwnRules } from './own-rules.js'
import { parseSettings } from './settings-file.js'
import { parseStandards } from './standards-file.js'
import { readText } from './workspace-text.js'

/** A workspace folder (design §6) read and checked; all paths absolute. */
export interface Workspace {
  readonly folder: string
  readonly settings: Settings
  readonly towns: Gazetteer
  readonly standards: readonly Standard[]
  /** The county's own rules as their files say them, by file. */
  readonly ownRules: readonly OwnRuleFile[]
  /** The catalogue's rules and the county's own. */
  readonly rules: readonly Rule[]
  readonly keys: Keys
  readonly inbox: string
  readonly state: string
  readonly out: string
}

/** The workspace's settings file. */
export const settingsName = 'doudi.yaml'

/**
 * Reads doudi.yaml, towns.csv, standards.csv, the own rules and the key file of `folder`. Throws ToolError `no-workspace`, `missing-file` or what the
 * parsers report; nothing is written. `DOUDI_PASSWORD` in the environment adds one password for incoming workbooks.
 */
export async function openWorkspace(folder: string, environment: NodeJS.ProcessEnv): Promise<Workspace> {
  const root = resolve(folder)
  if (!(await exists(join(root, settingsName))))
    throw new ToolError('no-workspace', { folder: root, file: settingsName })
  const ownRules = await readOwnRules(root)
  const rules = [...allRules, ...ownRules.map(({ rule }) => compileOwnRule(rule))]
  const settings = parseSettings(await readText(join(root, settingsName), settingsName), settingsName, rules)
  const textOf = (name: string) => readText(resolve(root, name), name)
  const towns = gazetteer(parseTowns(await textOf(settings.towns)), settings)
  const standards = parseStandards(await textOf(settings.standards), settings.standards)
  const { keyFile } = settings
  const keys = keyFile === null ? noKeys : parseKeys(await textOf(keyFile), keyFile, towns.townships)
  const password = environment.DOUDI_PASSWORD
  return {
    folder: root,
    settings,
    towns,
    standards,
    ownRules,
    rules,
    keys: password ? { ...keys, incoming: [password, ...keys.incoming] } : keys,
    inbox: resolve(root, settings.inbox),
    state: resolve(root, settings.state),
    out: resolve(root, settings.out),
  }
}

/** True when `folder` is a workspace. */
export function hasWorkspace(folder: string): Promise<boolean> {
  return exists(join(resolve(folder), settingsName))
}
