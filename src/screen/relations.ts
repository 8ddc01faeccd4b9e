import type { Household, Person } from '../match/person.js'
import { field } from './standing.js'

/** Whom of a household a member is bound to, seen from that member. Only what the codes settle; what they leave open is left out. */
export interface Kin {
  readonly spouses: readonly Person[]
  readonly parents: readonly Person[]
  readonly children: readonly Person[]
}

/**
 * The member's kin inside one household. Rosters give each member's relation to the head; this turns it to the member's own view. 子女 of the
 * head's spouse and 父母 of step-children count (继子女 are bound by law as 子女 are); grandchildren, siblings and the spouses of one of several
 * sons are left out, since the codes do not say whose they are.
 */
export function kinOf(person: Person, household: Household): Kin {
  // Most households are of one, and relations are asked of everybody.
  if (household.members.length < 2) return nobody
  const coded = codesOf(household)
  const own = coded.find(({ who }) => who === person)
  if (!own) return nobody
  const having = (...relations: readonly string[]) =>
    coded.filter(({ code }) => relations.includes(code)).map(({ who }) => who)
  const all = kinByCode(person, own.code, having)
  const others = (list: readonly Person[]) => (list.includes(person) ? list.filter((each) => each !== person) : list)
  return { spouses: others(all.spouses), parents: others(all.parents), children: others(all.children) }
}

/** 法定赡养、抚养、扶养义务人 among the household: spouse, parents, children. Siblings and nephews are none. */
export function supportersOf(person: Person, household: Household): readonly Person[] {
  const { spouses, parents, children } = kinOf(person, household)
  return [...new Set([...spouses, ...parents, ...children])]
}

type Having = (...relations: readonly string[]) => readonly Person[]

const child = ['子', '女', '子女'] as const
const nobody: Kin = { spouses: [], parents: [], children: [] }

function kinByCode(person: Person, code: string, having: Having): Kin {
  switch (code) {
    case '户主':
      return { spouses: having('配偶'), parents: having('父母'), children: having(...child) }
    case '配偶':
      return { spouses: having('户主'), parents: having('配偶父母'), children: having(...child) }
    case '子':
      return { spouses: pairOf(having('子', '子女'), having('儿媳')), parents: having('户主', '配偶'), children: [] }
    case '女':
      return { spouses: pairOf(having('女', '子女'), having('女婿')), parents: having('户主', '配偶'), children: [] }
    case '子女':
      return { ...nobody, parents: having('户主', '配偶') }
    case '儿媳':
      return { ...nobody, spouses: pairOf(having('儿媳'), having('子', '子女')) }
    case '女婿':
      return { ...nobody, spouses: pairOf(having('女婿'), having('女', '子女')) }
    case '父母':
      return { ...nobody, spouses: otherOfTwo(person, having('父母')), children: having('户主') }
    case '配偶父母':
      return { ...nobody, spouses: otherOfTwo(person, having('配偶父母')), children: having('配偶') }
    default:
      return nobody
  }
}

// With two sons and one daughter-in-law nobody can say whose wife she is.
function pairOf(same: readonly Person[], others: readonly Person[]): readonly Person[] {
  return same.length === 1 && others.length === 1 ? others : []
}

function otherOfTwo(person: Person, both: readonly Person[]): readonly Person[] {
  const [a, b] = both
  if (!a || !b || both.length > 2 || a.sex === null || a.sex === b.sex) return []
  return [a === person ? b : a]
}

interface Coded {
  readonly who: Person
  readonly code: string
}

// Each member's relation as all rows of the household agree on it; a member with two relations has none. Without a single head there is no view.
function codesOf(household: Household): readonly Coded[] {
  const codes: Coded[] = []
  let heads = 0
  for (const who of household.members) {
    const code = codeOf(who, household)
    if (code === null) continue
    codes.push({ who, code })
    if (code === '户主') heads++
  }
  if (heads > 1) return []
  const { head } = household
  if (heads === 0 && head !== null && !codes.some(({ who }) => who === head)) codes.push({ who: head, code: '户主' })
  return codes
}

function codeOf(member: Person, household: Household): string | null {
  let said: string | null = null
  for (const { grade, record } of member.links) {
    if (grade !== 'exact' || record.system !== household.system || !household.records.includes(record)) continue
    const code = childCode(field(record, 'relation'), member.sex)
    if (code === null || code === said) continue
    if (said !== null) return null
    said = code
  }
  return said
}

// 子女 leaves to the sex what 子 and 女 say themselves.
function childCode(code: string | null, sex: Person['sex']): string | null {
  if (code !== '子女' || sex === null) return code
  return sex === '男' ? '子' : '女'
}
