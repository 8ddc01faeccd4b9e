import { awayLists } from '../domain/extra-lists.js'
import { allowance, type Programme, povertyRosters } from '../domain/programme.js'
import type { Person } from '../match/person.js'
import { isAbleToSupport } from './able-supporters.js'
import type { Context } from './rule.js'
import { field, mayStandIn, recordsIn } from './standing.js'
import { kinIn, workplaceIn } from './work-away.js'

// A household that somebody looks in on month by month; the register of poor people is updated once a year, and must say itself that they are at home.
const followed: readonly Programme[] = ['monitored', ...allowance]
const listed: readonly Programme[] = [...povertyRosters, ...allowance]

/**
 * The child's parents who seem able to raise it: in one household with it on the list of poor people and working at home by that list, or in its
 * monitored or 低保 household (domain C06, rule C17); in either, registered as healthy and able to work, and nowhere as working away, however shortly.
 * Somebody of whom anything is uncertain is left out: this is asked to question a child's support.
 */
export function ableParentsOf(child: Person, context: Context): readonly Person[] {
  const poor = kinIn(child, ['registered-poor']).parents.filter((parent) => placesOf(parent, context).includes('home'))
  const { parents } = kinIn(child, followed)
  return [...new Set([...poor, ...parents])].filter(
    (parent) =>
      parent.grade === 'exact' &&
      isAbleToSupport(parent, context.month) &&
      isHealthy(parent) &&
      !placesOf(parent, context).includes('away') &&
      !mayBeAway(parent),
  )
}

// Not by months worked: who is away for a season does not raise the child meanwhile.
function placesOf(parent: Person, { county }: Context) {
  return recordsIn(parent, listed).map((row) => workplaceIn(field(row, 'workplace'), [county, parent.place.township]))
}

// Every list that says anything of the health says 健康, and one does.
function isHealthy(parent: Person): boolean {
  const said = recordsIn(parent, listed)
    .map((row) => field(row, 'health'))
    .filter((health) => health !== null)
  return said.length > 0 && said.every((health) => health === '健康')
}

// Someone in these lists who may be the parent could show that nobody is at home.
function mayBeAway(parent: Person): boolean {
  return (['departure', ...awayLists] as const).some((programme) => mayStandIn(parent, [programme]) === 'uncertain')
}
