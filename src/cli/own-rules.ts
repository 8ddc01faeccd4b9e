import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { refusalWords } from '../domain/refusal.js'
import { ToolError } from '../domain/tool-error.js'
import { hashOf } from '../ingest/inbox.js'
import { ownRuleFaults, tooLarge } from '../screen/own/faults.js'
import { type OwnRule, ownRuleSchema } from '../screen/own/own-rule.js'
import { readText } from './workspace-text.js'
import { firstProblem, problemPath, problemWords, readYaml } from './yaml-file.js'

/** The workspace's folder of own rules, one rule a file. */
export const ownRulesFolder = 'rules'

const mostFiles = 100
const mostBytes = 64 * 1024

/** A county's own rule with the file it stands in. */
export interface OwnRuleFile {
  /** Path below the workspace: `rules/X01.yaml`. */
  readonly file: string
  /** SHA-256 of the file, hex. */
  readonly sha256: string
  readonly rule: OwnRule
}

/**
 * Reads every .yaml file of `<root>/rules`, by name; none when there is no such folder. Throws ToolError `bad-yaml`, `yaml-key-twice`,
 * `bad-own-rule` (file, line and what is wrong), `own-rule-twice` or `own-rules-too-large`: a rule that is not understood stops everything, for it
 * would silently not be judged.
 */
export async function readOwnRules(root: string): Promise<readonly OwnRuleFile[]> {
  const names = await yamlFiles(join(root, ownRulesFolder))
  if (names.length > mostFiles)
    throw new ToolError('own-rules-too-large', { file: ownRulesFolder, most: `${mostFiles} 个文件` })
  const read: OwnRuleFile[] = []
  for (const name of names) {
    const [path, file] = [join(root, ownRulesFolder, name), `${ownRulesFolder}/${name}`]
    if ((await stat(path)).size > mostBytes)
      throw new ToolError('own-rules-too-large', { file, most: `${mostBytes / 1024} KB` })
    const rule = parseOwnRule(await readText(path, file), file)
    if (rule === null) continue
    const other = read.find((each) => each.rule.id === rule.id)
    if (other) throw new ToolError('own-rule-twice', { id: rule.id, file, other: other.file })
    read.push({ file, sha256: await hashOf(path), rule })
  }
  return read
}

/**
 * The own rule in a file's text, or null when it holds comments only; `file` is its name for messages. Throws ToolError `bad-yaml`, `yaml-key-twice` or
 * `bad-own-rule`.
 */
export function parseOwnRule(text: string, file: string): OwnRule | null {
  const { data, lineAt } = readYaml(text, file)
  if (data === null) return null
  const refuse = (path: readonly (string | number)[], problem: string) =>
    new ToolError('bad-own-rule', { file, line: lineAt(path), problem })
  const large = tooLarge(data)
  if (large !== null) throw refuse([], large)
  const result = ownRuleSchema.safeParse(data)
  if (!result.success) {
    const problem = firstProblem(result.error)
    throw refuse(problemPath(problem), problemWords(problem, '内容'))
  }
  const [fault] = ownRuleFaults(result.data)
  if (fault) throw refuse(fault.path, fault.problem)
  return result.data
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && /^[^.~].*\.ya?ml$/i.test(entry.name))
    return files.map((entry) => entry.name).sort()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new ToolError('missing-file', {
      file: ownRulesFolder,
      reason: refusalWords((cause as NodeJS.ErrnoException).code ?? ''),
    })
  }
}
