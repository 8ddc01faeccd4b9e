import { type Document, LineCounter, parseDocument } from 'yaml'
import type { ZodError } from 'zod'
import { ToolError } from '../domain/tool-error.js'

type Problem = ZodError['issues'][number]
type Path = readonly (string | number)[]

/** A YAML file of the workspace as data, and the line of any place in it. */
export interface YamlFile {
  /** null when there is nothing but comments. */
  readonly data: unknown
  /** The 1-based line of the key or list item at `path`, or of its nearest parent that exists. */
  lineAt(path: Path): number
}

/**
 * Reads YAML; `name` is the file's name for messages. Keys twice, aliases and tags are refused: these files are short and plain. Throws ToolError
 * `bad-yaml` or, where it is known what a line lacks, `yaml-line`, or, of a key that stands twice, `yaml-key-twice`, with the line.
 */
export function readYaml(text: string, name: string): YamlFile {
  const lines = new LineCounter()
  const bad = (offset: number) => {
    const { line } = lines.linePos(offset)
    const slip = slipBefore(text, line)
    return slip ? new ToolError('yaml-line', { file: name, ...slip }) : new ToolError('bad-yaml', { file: name, line })
  }
  const twice = (offset: number) => {
    const [key = ''] = text.slice(offset).split(/[:\s]/)
    return new ToolError('yaml-key-twice', { file: name, line: lines.linePos(offset).line, key })
  }
  try {
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
    const fault = document.errors[0] ?? document.warnings[0]
    if (fault?.code === 'DUPLICATE_KEY') throw twice(fault.pos[0])
    if (fault) throw bad(fault.pos[0])
    return { data: document.toJS({ maxAliasCount: 0 }), lineAt: (path) => lineAt(document, lines, path) }
  } catch (cause) {
    // An alias, or brackets nested without end.
    if (cause instanceof ReferenceError || cause instanceof RangeError) throw bad(0)
    throw cause
  }
}

const slips: readonly { readonly of: RegExp; readonly problem: string }[] = [
  { of: /^ *\t/, problem: '行首用 Tab 键缩进，应改成空格' },
  { of: /^\s*(- *)?[A-Za-z][\w.-]*\s*：/, problem: '用了中文冒号“：”，应改成英文冒号加一个空格“: ”' },
  { of: /^\s*(- *)?[A-Za-z][\w.-]*:[^\s:/\\]/, problem: '冒号后面少了一个空格' },
  { of: /^\s*-[A-Za-z][\w.-]*:/, problem: '短横“-”后面少了一个空格' },
]

// What a clerk's keyboard does to YAML. The parser only stumbles on it some lines further down, past the comments.
function slipBefore(text: string, fault: number): { line: number; problem: string } | null {
  for (const [index, line] of text.split('\n').slice(0, fault).entries()) {
    const slip = slips.find(({ of }) => of.test(line))
    if (slip) return { line: index + 1, problem: slip.problem }
  }
  return null
}

function lineAt(document: Document, lines: LineCounter, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true) as { items?: readonly unknown[] } | undefined
    const offset = offsetOf(parent?.items, path[depth - 1] as string | number)
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

interface Node {
  readonly range?: readonly number[]
  readonly key?: { readonly value?: unknown; readonly range?: readonly number[] }
}

function offsetOf(items: readonly unknown[] | undefined, step: string | number): number | undefined {
  if (typeof step === 'number') return (items?.[step] as Node | undefined)?.range?.[0]
  return (items as readonly Node[] | undefined)?.find((pair) => pair.key?.value === step)?.key?.range?.[0]
}

/** The fault to tell of several: an unknown key before all, since what is missing may only be misspelt. */
export function firstProblem({ issues }: ZodError): Problem {
  return (issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]) as Problem
}

/** Where a fault that a schema found lies: the unknown key itself, or the place that is missing or wrong. */
export function problemPath(problem: Problem): Path {
  const path = problem.path.filter((part) => typeof part !== 'symbol')
  return problem.code === 'unrecognized_keys' ? [...path, problem.keys[0] as string] : path
}

// Clerks count the items of a list from one.
function placeIn(path: Problem['path']): string {
  return path.reduce<string>((before, part, at) => {
    if (typeof part === 'number') return `${before} 第 ${part + 1} 项`
    const joint = at === 0 ? '' : typeof path[at - 1] === 'number' ? '的 ' : '.'
    return before + joint + String(part)
  }, '')
}

const typeWords: Readonly<Record<string, string>> = {
  array: '应写在方括号里，如 [甲, 乙]',
  boolean: '只能是 true 或 false',
  int: '应是整数',
  number: '应是数字，不加引号，如 20',
  object: '的各项应分行写在下面，行首多空两格，每行“名称: 值”',
  record: '的各项应分行写在下面，行首多空两格，每行“名称: 值”',
  string: '应是文字；全是数字的，两边加英文引号，如 "340199"',
}

// Kinds of faults for which a schema may bring words of its own.
const ownWords = new Set<Problem['code']>(['invalid_format', 'invalid_union', 'invalid_value'])

function inChinese({ message }: Problem): boolean {
  return /[\u4E00-\u9FA5]/.test(message)
}

/** What a schema found wrong, in Chinese. `thing`: what a key is called here, 设置项. */
export function problemWords(problem: Problem, thing: string): string {
  const where = placeIn(problem.path)
  if (problem.code === 'unrecognized_keys')
    return `不认识的${thing} ${[where, problem.keys[0]].filter(Boolean).join('.')}`
  if (problem.code === 'invalid_value' && !inChinese(problem))
    return `${where} 只能是 ${problem.values.join('、')} 之一`
  if (problem.code === 'custom' || (ownWords.has(problem.code) && inChinese(problem)))
    return `${where && `${where}：`}${problem.message}`
  if (problem.code === 'too_big' && problem.origin === 'number') return `${where} 太大（最大 ${problem.maximum}）`
  if (problem.code === 'too_small' && problem.origin === 'number') return `${where} 太小（最小 ${problem.minimum}）`
  if (problem.code === 'too_big') return `${where} 太长或太多（最多 ${problem.maximum}）`
  if (problem.code === 'invalid_type' && problem.path.length > 0 && !/undefined$/.test(problem.message))
    return `${where} ${typeWords[problem.expected] ?? '写法不对'}`
  return problem.path.length === 0 ? `内容应为“${thing}: 值”` : `${where} 缺失或写法不对`
}
