import { type Programme, povertyRosters } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { type Kin, kinOf, noKin, oneCouple } from './relations.js'
import type { Context } from './rule.js'
import { field, recordsIn } from './standing.js'

/** Where somebody works, as far as a roster says: outside the county for half a year or longer, at home, or not said. */
export type Workplace = 'away' | 'home' | 'unknown'

// 无锡, 无为 and 未央 are places that people go to; a bare 无 says that nobody went.
const denied = /^(未(?!央)|无(?![锡为])|没|不|否)/
const atHome = /在家|务农|返乡|回乡|赋闲|本[县乡镇村地]|[县乡镇村]内|公益性?岗位|就近|就地/
const outside =
  /[省县市乡镇]外|外[出省地县市]|[省州市]|自治区|特区|国外|境外|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古|香港|澳门|台湾/

/** Reads a workplace cell (务工所在地). `homes`: names of the county and the township, which mean home wherever they stand. */
export function workplaceIn(text: string | null, homes: readonly (string | null)[]): Workplace {
  if (text === null) return 'unknown'
  if (denied.test(text) || atHome.test(text) || homes.some((home) => home !== null && text.includes(home)))
    return 'home'
  return outside.test(text) ? 'away' : 'unknown'
}

/** Where the poverty system says the person works. Less than half a year away is no long absence (domain S01). */
export function workplaceOf(person: Person, { county }: Context): Workplace {
  const said = recordsIn(person, povertyRosters).map((record): Workplace => {
    const place = workplaceIn(field(record, 'workplace'), [county, person.place.township])
    return place === 'away' && (field(record, 'monthsWorked') ?? 6) < 6 ? 'home' : place
  })
  return said.find((place) => place !== 'unknown') ?? 'unknown'
}

// 就业状况 of civil affairs gives those who cannot work or do not yet, or no more, beside those who do; 其他 does not say.
const idle =
  /失业|无业|待业|未(就业|务工)|在家|返乡|赋闲|丧失|失去劳动|不能|无法|退休|学龄|学生$|^(在校|在读|上学|老年|年老|养老|残疾|患病|生病|因[病残]|供养|其[他它])/

/** True when a cell about work (务工情况, 就业状况) says that somebody works at all, near or far; a blank one does not. */
export function statesWork(text: string | null): boolean {
  return text !== null && !denied.test(text) && !idle.test(text)
}

/** Where the poverty system says the person works, in its own words, for evidence. */
export function workplaceWords(person: Person): string {
  const text = recordsIn(person, povertyRosters)
    .map((record) => field(record, 'workplace'))
    .find((each) => each !== null)
  return text ?? '未写务工所在地'
}

/** The person's kin over the households of these systems, each once; likely parents only where all households together leave one couple. */
export function kinIn(person: Person, systems: readonly Programme[]): Kin {
  let kin = noKin
  for (const home of person.households) {
    if (!systems.includes(home.system)) continue
    const { spouses, parents, children, likelyParents } = kinOf(person, home)
    kin = {
      spouses: union(kin.spouses, spouses),
      parents: union(kin.parents, parents),
      children: union(kin.children, children),
      likelyParents: union(kin.likelyParents, likelyParents),
    }
  }
  return kin.likelyParents.length < 2 ? kin : { ...kin, likelyParents: oneCouple(kin.likelyParents) }
}

/** A child's parents in the households of these systems: those that the codes name, or else the likely ones. `stated` is false for likely ones. */
export function parentsIn(
  child: Person,
  systems: readonly Programme[],
): { readonly parents: readonly Person[]; readonly stated: boolean } {
  const { parents, likelyParents } = kinIn(child, systems)
  return parents.length > 0 ? { parents, stated: true } : { parents: likelyParents, stated: false }
}

/** Grandchildren of the head in the person's households of these systems who can only be the person's children: no code says so (see `Kin.likelyParents`). */
export function likelyChildrenIn(person: Person, systems: readonly Programme[]): readonly Person[] {
  const others = person.households
    .filter(({ system }) => systems.includes(system))
    .flatMap(({ members }) => members.filter((member) => member !== person))
  return [...new Set(others)].filter((other) => {
    const { parents, stated } = parentsIn(other, systems)
    return !stated && parents.includes(person)
  })
}

/** Said of parents and children whom no code names. */
export const likelyWords = '（按与户主关系推算）'

function union(some: readonly Person[], more: readonly Person[]): readonly Person[] {
  if (some.length === 0) return more
  return more.every((one) => some.includes(one)) ? some : [...new Set([...some, ...more])]
}
