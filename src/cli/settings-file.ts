import { parseDocument } from 'yaml'
import { type Settings, settingsSchema } from '../domain/settings.js'
import { ToolError } from '../domain/tool-error.js'
import { type ReadingFault, readingFaults } from '../ingest/reading-ground.js'
import type { Rule } from '../screen/rule.js'
import { type SwitchFault, switchFaults } from '../screen/switches.js'
import { firstProblem, problemPath, problemWords, readYaml } from './yaml-file.js'

/**
 * Reads the text of doudi.yaml; `name` is the file's name for messages, `rules` every rule that the switches may name. Returns the settings with
 * defaults filled in. Throws ToolError `bad-yaml`, `yaml-key-twice` or `bad-setting` with the line: unknown keys, rules, rule
 * parameters, sources and fields are errors, since a mis-spelt word silently ignored is a policy silently ignored.
 */
export function parseSettings(text: string, name: string, rules: readonly Rule[]): Settings {
  const { data, lineAt } = readYaml(text, name)
  const result = settingsSchema.safeParse(data ?? {})
  if (!result.success) {
    const problem = firstProblem(result.error)
    throw new ToolError('bad-setting', {
      file: name,
      line: lineAt(problemPath(problem)),
      problem: problemWords(problem, '设置项'),
    })
  }
  const refuse = (path: readonly (string | number)[], problem: string) =>
    new ToolError('bad-setting', { file: name, line: lineAt(path), problem })
  const [unread] = readingFaults(result.data)
  if (unread) throw refuse(unread.path, readingWords(unread))
  const [wrong] = switchFaults(result.data.rules, rules)
  if (wrong) throw refuse(wrong.path, faultWords(wrong))
  return result.data
}

function readingWords({ path, word, fault, known }: ReadingFault): string {
  const [part, at] = path
  const where = typeof at === 'number' ? `${part} 第 ${at + 1} 项的 source` : `${part} 里`
  if (fault === 'unknown-field') return `${part} 的 ${at} 没有“${word}”这个字段，可用的字段：${known.join('、')}`
  return `${where}，“${word}”不是已知的数据源，可用的数据源：${known.join('、')}`
}

function faultWords({ path, word, fault, nearest }: SwitchFault): string {
  const where = path.filter((part) => typeof part === 'string').join('.')
  if (fault === 'unknown-rule') return `${where} 里的 ${word} 不是规则编号或类别，是否应为 ${nearest}`
  if (fault === 'unknown-setting') return `不认识的规则参数 ${where}，是否应为 ${nearest}`
  return `${where} 只能是${fault === 'not-a-switch' ? ' true 或 false' : '数字'}（默认 ${nearest}）`
}

/** The text of doudi.yaml with `columns:` entries (source → field → heading) added; comments and everything else stay, blanks before a comment may not. */
export function savedColumns(
  text: string,
  entries: readonly Readonly<Record<string, Readonly<Record<string, string>>>>[],
): string {
  const document = parseDocument(text)
  for (const entry of entries)
    for (const [source, fields] of Object.entries(entry))
      for (const [field, heading] of Object.entries(fields)) document.setIn(['columns', source, field], heading)
  return document.toString()
}
