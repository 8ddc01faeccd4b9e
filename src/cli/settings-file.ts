import { LineCounter, parseDocument } from 'yaml'
import type { ZodError } from 'zod'
import { type Settings, settingsSchema } from '../domain/settings.js'
import { ToolError } from '../domain/tool-error.js'
import { allRules } from '../screen/rules/all.js'
import { type SwitchFault, switchFaults } from '../screen/switches.js'

type Problem = ZodError['issues'][number]

/**
 * Reads the text of doudi.yaml; `name` is the file's name for messages. Returns the settings with defaults filled in. Throws ToolError
 * `bad-yaml` or `bad-setting` with the line: unknown keys, rules and rule parameters are errors, since a mis-spelt word silently ignored is
 * a policy silently ignored.
 */
export function parseSettings(text: string, name: string): Settings {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const fault = document.errors[0]
  if (fault) throw new ToolError('bad-yaml', { file: name, line: lines.linePos(fault.pos[0]).line })
  const result = settingsSchema.safeParse(document.toJS() ?? {})
  if (result.success) {
    const [wrong] = switchFaults(result.data.rules, allRules)
    if (!wrong) return result.data
    throw new ToolError('bad-setting', {
      file: name,
      line: lineAt(document, lines, wrong.path),
      problem: faultWords(wrong),
    })
  }
  const problem = result.error.issues[0] as Problem
  throw new ToolError('bad-setting', { file: name, line: lineOf(document, lines, problem), problem: describe(problem) })
}

function lineAt(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: SwitchFault['path']): number {
  const node = document.getIn([...path], true) as { range?: [number, number, number] } | undefined
  return node?.range ? lines.linePos(node.range[0]).line : 1
}

function faultWords({ path, word, fault, nearest }: SwitchFault): string {
  const where = path.filter((part) => typeof part === 'string').join('.')
  if (fault === 'unknown-rule') return `${where} 里的 ${word} 不是规则编号或类别，是否应为 ${nearest}`
  if (fault === 'unknown-setting') return `不认识的规则参数 ${where}，是否应为 ${nearest}`
  return `${where} 只能是${fault === 'not-a-switch' ? ' true 或 false' : '数字'}（默认 ${nearest}）`
}

function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, problem: Problem): number {
  const path = [...problem.path]
  if (problem.code === 'unrecognized_keys') path.push(problem.keys[0] as string)
  // A missing key has no node of its own: its nearest existing parent tells the line.
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true)
    const pairs = (parent as { items?: { key?: { value?: unknown; range?: [number, number, number] } }[] } | undefined)
      ?.items
    const key = pairs?.find((pair) => pair.key?.value === path[depth - 1])?.key
    if (key?.range) return lines.linePos(key.range[0]).line
  }
  return 1
}

function describe(problem: Problem): string {
  const where = problem.path.join('.')
  if (problem.code === 'unrecognized_keys') {
    return `不认识的设置项 ${[where, problem.keys[0]].filter(Boolean).join('.')}`
  }
  if (problem.code === 'invalid_value') return `${where} 只能是 ${problem.values.join('、')} 之一`
  return problem.path.length === 0 ? '内容应为“设置项: 值”' : `${where} 缺失或写法不对`
}

/** The text of doudi.yaml with `columns:` entries (source → field → heading) added; comments and everything else stay as they are. */
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
