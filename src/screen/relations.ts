import type { Household, Person } from '../match/person.js'
import { field } from './standing.js'

/** Whom of a household a member is bound to, seen from that member. Only what the codes settle; what they leave open is left out. */
export interface Kin {
  readonly spouses: readonly Person[]
  readonly parents: readonly Person[]
  readonly children: readonly Person[]
  /**
   * Of a grandchild of the head: the one couple of the household that can be its parents. No code says that they are, and a brother of theirs may
   * live elsewhere: enough to ask how the child fares, never to accuse anybody.
   */
  readonly likelyParents: readonly Person[]
}

/**
 * The member's kin inside one household. Rosters give each member's relation to the head; this turns it to the member's own view. 子女 of the
 * head's spouse and 父母 of step-children count (继子女 are bound by law as 子女 are); siblings and the spouses of one of several sons are left
 * out, since the codes do not say whose they are, and the parents of grandchildren are likely at best.
 */
export function kinOf(person: Person, household: Household): Kin {
  // Most households are of one, and relations are asked of everybody.
  if (household.members.length < 2) return noKin
  const coded = codesOf(household)
  // Whose own row is doubtful is nobody's kin for certain; who stands beside them is.
  const own = coded.find(({ who, isSure }) => who === person && isSure)
  return own ? kinByCode(person, own.code, coded) : noKin
}

/** The list where it can be one couple, or one parent: two at most, and not of the same sex. Nobody where it cannot. */
export function oneCouple(list: readonly Person[]): readonly Person[] {
  const [a, b] = list
  return list.length > 2 || (a && b && a.sex !== null && a.sex === b.sex) ? [] : list
}

/** 法定赡养、抚养、扶养义务人 among the household: spouse, parents, children. Siblings and nephews are none. */
export function supportersOf(person: Person, household: Household): readonly Person[] {
  const { spouses, parents, children } = kinOf(person, household)
  return [...new Set([...spouses, ...parents, ...children])]
}

/** The kin of who has none. */
export const noKin: Kin = { spouses: [], parents: [], children: [], likelyParents: [] }

const child = ['子', '女', '子女']
const couple = ['户主', '配偶']

function kinByCode(person: Person, code: string, coded: readonly Coded[]): Kin {
  switch (code) {
    case '户主':
      return {
        ...noKin,
        spouses: having(['配偶'], coded),
        parents: having(['父母'], coded),
        children: having(child, coded),
      }
    case '配偶':
      return {
        ...noKin,
        spouses: having(['户主'], coded),
        parents: having(['配偶父母'], coded),
        children: having(child, coded),
      }
    case '子':
      return { ...noKin, spouses: pairOf(['子', '子女'], ['儿媳'], coded), parents: having(couple, coded) }
    case '女':
      return { ...noKin, spouses: pairOf(['女', '子女'], ['女婿'], coded), parents: having(couple, coded) }
    case '子女':
      return { ...noKin, parents: having(couple, coded) }
    case '儿媳':
      return { ...noKin, spouses: pairOf(['儿媳'], ['子', '子女'], coded) }
    case '女婿':
      return { ...noKin, spouses: pairOf(['女婿'], ['女', '子女'], coded) }
    case '父母':
      return { ...noKin, spouses: otherOfTwo(person, having(['父母'], coded)), children: having(['户主'], coded) }
    case '配偶父母':
      return { ...noKin, spouses: otherOfTwo(person, having(['配偶父母'], coded)), children: having(['配偶'], coded) }
    case '孙子女':
      // The husband of a daughter who stayed has moved in, and their children are 孙子女 as a son's are.
      return { ...noKin, likelyParents: holds(['女婿'], coded) ? [] : likelyParents(person, ['子', '儿媳'], coded) }
    case '外孙子女':
      return { ...noKin, likelyParents: likelyParents(person, ['女', '女婿'], coded) }
    default:
      return noKin
  }
}

// One child of the head on that side, with the spouse or without, and old enough. A child whose sex nobody gives may stand on either side.
function likelyParents(
  grandchild: Person,
  side: readonly [string, string],
  coded: readonly Coded[],
): readonly Person[] {
  if (holds(['子女'], coded)) return []
  const [children, spouses] = side.map((code) => having([code], coded).filter((one) => mayBeParent(one, grandchild)))
  if (!children || !spouses || children.length > 1 || spouses.length > 1) return []
  return oneCouple([...children, ...spouses])
}

const youngestParent = 16

function mayBeParent(elder: Person, child: Person): boolean {
  if (elder.birthDate === null || child.birthDate === null) return true
  return Number(child.birthDate.slice(0, 4)) - Number(elder.birthDate.slice(0, 4)) >= youngestParent
}

function holds(relations: readonly string[], coded: readonly Coded[]): boolean {
  return coded.some(({ code }) => relations.includes(code))
}

// Asked of everybody by several rules, and mostly of a household that has nobody of the kind: no list is made for nobody.
function having(relations: readonly string[], coded: readonly Coded[]): readonly Person[] {
  let found: Person[] | null = null
  for (const { who, code } of coded) {
    if (!relations.includes(code)) continue
    if (found) found.push(who)
    else found = [who]
  }
  return found ?? noKin.spouses
}

// With two sons and one daughter-in-law nobody can say whose wife she is.
function pairOf(same: readonly string[], other: readonly string[], coded: readonly Coded[]): readonly Person[] {
  const others = having(other, coded)
  return others.length === 1 && having(same, coded).length === 1 ? others : []
}

function otherOfTwo(person: Person, both: readonly Person[]): readonly Person[] {
  const [a, b] = both
  if (!a || !b || both.length > 2 || a.sex === null || a.sex === b.sex) return []
  return [a === person ? b : a]
}

interface Coded {
  readonly who: Person
  readonly code: string
  /** False where only a row says so that may be somebody else's: the household has such a member all the same, of whom nothing else is known. */
  readonly isSure: boolean
}

// Each member's relation as all rows of the household agree on it; a member with two relations has none. Without a single head there is no view.
function codesOf(household: Household): readonly Coded[] {
  const codes: Coded[] = []
  let heads = 0
  let doubtfulHeads = 0
  for (const who of household.members) {
    const coded = codeOf(who, household)
    if (coded === null) continue
    codes.push(coded)
    if (coded.code !== '户主') continue
    if (coded.isSure) heads++
    else doubtfulHeads++
  }
  if (heads > 1 || (heads === 0 && doubtfulHeads > 1)) return []
  const { head } = household
  if (heads + doubtfulHeads === 0 && head !== null && !codes.some(({ who }) => who === head))
    codes.push({ who: head, code: '户主', isSure: true })
  // The head's row once more with a damaged number is no second head.
  return heads === 1 && doubtfulHeads > 0 ? codes.filter(({ code, isSure }) => code !== '户主' || isSure) : codes
}

function codeOf(member: Person, household: Household): Coded | null {
  const sure = codeIn(member, household, true)
  if (sure !== undefined) return sure === null ? null : { who: member, code: sure, isSure: true }
  const doubtful = codeIn(member, household, false)
  return doubtful == null ? null : { who: member, code: doubtful, isSure: false }
}

// The relation that the member's rows agree on, of certain links or of the others; null where two differ, undefined where none has one.
function codeIn(member: Person, household: Household, certain: boolean): string | null | undefined {
  let said: string | undefined
  for (const { grade, record } of member.links) {
    if ((grade === 'exact') !== certain || record.system !== household.system) continue
    if (!household.records.includes(record)) continue
    const code = childCode(field(record, 'relation'), member.sex)
    if (code === null || code === said) continue
    if (said !== undefined) return null
    said = code
  }
  return said
}

// 子女 leaves to the sex what 子 and 女 say themselves.
function childCode(code: string | null, sex: Person['sex']): string | null {
  if (code !== '子女' || sex === null) return code
  return sex === '男' ? '子' : '女'
}
