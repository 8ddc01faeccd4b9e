import type { Settings } from '../domain/settings.js'
import type { Rule } from './rule.js'
import { ruleSettings, type SettingName } from './rule-settings.js'

/** The switches and parameters of doudi.yaml. */
type Switches = Settings['rules']

/** A word under `rules:` of doudi.yaml that names nothing, or a value of the wrong type. */
export interface SwitchFault {
  /** Keys down to the word: ['rules', 'on', 2]. */
  readonly path: readonly (string | number)[]
  readonly word: string
  readonly fault: 'unknown-rule' | 'unknown-setting' | 'not-a-switch' | 'not-a-number'
  /** The known word most like it; for values of the wrong type the setting's default. */
  readonly nearest: string
}

/** Whether the rule runs: what names its id decides, then what names its group (P) or kind (补贴), then its own default; off before on. */
export function isSwitchedOn(
  rule: Pick<Rule, 'id' | 'kind' | 'on'>,
  { on, off }: Pick<Switches, 'on' | 'off'>,
): boolean {
  for (const words of [[rule.id], [groupOf(rule), rule.kind]]) {
    if (off.some((word) => words.includes(word))) return false
    if (on.some((word) => words.includes(word))) return true
  }
  return rule.on
}

/** The group of a rule in domain.md A: the letter of its id. */
function groupOf({ id }: Pick<Rule, 'id'>): string {
  return id.slice(0, 1)
}

/** What is wrong with the switches and parameters, in their order: a mis-spelt switch silently ignored is a policy silently ignored. */
export function switchFaults(switches: Switches, rules: readonly Pick<Rule, 'id' | 'kind'>[]): readonly SwitchFault[] {
  const known = [...new Set(rules.flatMap((rule) => [rule.id, groupOf(rule), rule.kind]))]
  const words = (['on', 'off'] as const).flatMap((list) =>
    switches[list].flatMap((word, position): SwitchFault[] =>
      known.includes(word)
        ? []
        : [{ path: ['rules', list, position], word, fault: 'unknown-rule', nearest: nearest(word, known) }],
    ),
  )
  return [...words, ...Object.entries(switches.settings).flatMap(([name, value]) => settingFault(name, value))]
}

function settingFault(name: string, value: boolean | number): readonly SwitchFault[] {
  const path = ['rules', 'settings', name]
  const names = Object.keys(ruleSettings) as SettingName[]
  const known = names.find((each) => each === name)
  if (!known) return [{ path, word: name, fault: 'unknown-setting', nearest: nearest(name, names) }]
  const { usual } = ruleSettings[known]
  if (typeof value === typeof usual) return []
  const fault = typeof usual === 'boolean' ? 'not-a-switch' : 'not-a-number'
  return [{ path, word: name, fault, nearest: String(usual) }]
}

function nearest(word: string, known: readonly string[]): string {
  const distances = known.map((each) => ({ each, distance: editDistance(word.toUpperCase(), each.toUpperCase()) }))
  return distances.reduce((best, next) => (next.distance < best.distance ? next : best)).each
}

// Levenshtein, row by row.
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] as number) + 1,
          (next[j - 1] as number) + 1,
          (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[b.length] as number
}
