import type { HeaderColumn } from './header.js'

/** One (name, id) pair of a wide table: positions in the row, -1 where the sheet has none. */
export interface PairColumns {
  readonly name: number
  readonly idNumber: number
  readonly relation: number
  /** Whether this member is supported, where every member's pair says so in a column of its own; else -1. */
  readonly insured: number
  /** Heading of the id column, or of the name column without one: the record's origin. */
  readonly heading: string
}

const member = '(?:其他|共同生活的?|户内)?(?:家庭)?(?:成员|人员|人口|家属|保障对象)?'
const ordinal = '[(]?[一二三四五六七八九十\\d]*[)]?'
const roles = [
  [
    'name',
    new RegExp(
      `^${member}${ordinal}(?:的|之)?(?:成员)?姓名${ordinal}$|^(?:家庭)?成员[(]?[一二三四五六七八九十\\d]+[)]?$`,
    ),
  ],
  [
    'idNumber',
    new RegExp(`^${member}${ordinal}(?:的|之)?(?:(?:公民|居民)?身份证?(?:件)?号码?|身份证|证件号码?)${ordinal}$`),
  ],
  ['relation', new RegExp(`^${member}${ordinal}(?:与户主|与申请人)(?:之)?关系${ordinal}$|^(?:家庭)?关系${ordinal}$`)],
  ['insured', new RegExp(`^${member}${ordinal}(?:是否(?:保障|享受)(?:对象)?|保障状态)${ordinal}$`)],
] as const

/** What a heading is in a wide table, with or without an ordinal (成员1姓名, 家庭成员一姓名, 姓名2); null for any other heading. */
export function pairRole(name: string): 'name' | 'idNumber' | 'relation' | 'insured' | null {
  for (const [role, pattern] of roles) if (pattern.test(name)) return role
  return null
}

interface OpenPair {
  name: number
  idNumber: number
  relation: number
  insured: number
  heading: string
}

/**
 * The (name, id) pairs of a wide table from left to right, the head's own pair first when the sheet has one (positions `headName`, `headIdNumber`,
 * -1 if none). Columns belong to one pair until one of them comes again, in whatever order the office repeats them.
 */
export function findPairs(columns: readonly HeaderColumn[], headName: number, headIdNumber: number): PairColumns[] {
  const pairs: OpenPair[] = []
  const open = (heading: string, found: Partial<OpenPair>) =>
    pairs.push({ name: -1, idNumber: -1, relation: -1, insured: -1, heading, ...found })
  if (headName >= 0 || headIdNumber >= 0) {
    const index = headIdNumber >= 0 ? headIdNumber : headName
    open(columns.find((column) => column.index === index)?.text ?? '', { name: headName, idNumber: headIdNumber })
  }
  const own = pairs.length
  for (const { index, names, text } of columns) {
    if (index === headName || index === headIdNumber) continue
    const role = names.map(pairRole).find((found) => found !== null)
    if (role === undefined) continue
    // 户主姓名 directly followed by a plain 身份证号: the id is the head's.
    const heads = role === 'idNumber' && own === 1 && headIdNumber < 0 && index === headName + 1
    const last = heads ? pairs[0] : pairs.length > own ? pairs.at(-1) : undefined
    // A mark alone names nobody: it is the household's.
    if (role === 'insured' && (last === undefined || last.insured >= 0)) continue
    if (last === undefined || last[role] >= 0) open(text, { [role]: index })
    else {
      last[role] = index
      if (role === 'idNumber') last.heading = text
    }
  }
  const people = pairs.filter((pair) => pair.name >= 0 || pair.idNumber >= 0)
  // One mark a row, though it stands behind the last member, speaks of the household.
  const marked = people.slice(own).every(({ insured }) => insured >= 0) && people.length > own + 1
  return marked ? people : people.map((pair) => ({ ...pair, insured: -1 }))
}
