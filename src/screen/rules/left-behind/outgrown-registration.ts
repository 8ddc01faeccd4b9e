import { povertyRosters } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { uncaringLists } from '../../away-rows.js'
import { opinion } from '../../basis.js'
import { departureFor, sentAway } from '../../departures.js'
import { meantBy, type RegisterRow, registered, registeredAge, registration } from '../../register.js'
import { type Context, defineRule } from '../../rule.js'
import { evidence, recordsIn } from '../../standing.js'
import { whyUnable } from '../../unable-parent.js'
import { kinIn, workplaceIn, workplaceOf, workplaceWords } from '../../work-away.js'

export default defineRule({
  id: 'S05',
  title: '留守儿童超龄或已不留守',
  on: false,
  kind: '留守',
  severity: 'low',
  unit: 'person',
  basis: [opinion('二(二)')],
  action: '核实后更新登记表：满 16 岁或父母已返乡的销号，仍困难的转困境儿童。',
  needs: [['left-behind-child']],
  consults: [...povertyRosters, 'death', 'departure', 'disability-certificate', 'destitute'],
  lists: uncaringLists,
  messages: { outgrown: '登记为留守儿童，{reasons}。' },
  check(person, context) {
    const row = registration(person, 'left-behind-child')
    if (!row) return null
    const age = registeredAge(person, row, context.month)
    const returned = meantBy(person, row, context).flatMap((child) => parentsAtHome(child, context))
    const reasons = [
      ...(age !== null && age >= 16 ? [`${age} 岁，已满 16 岁`] : []),
      ...(returned.length > 0 ? ['扶贫名册显示父母有人在家且未见无监护能力'] : []),
      ...statedAtHome(row, person, context),
    ]
    if (reasons.length === 0) return null
    return {
      message: 'outgrown',
      facts: { reasons: reasons.join('；') },
      evidence: [
        registered(row),
        ...returned.flatMap((parent) =>
          recordsIn(parent, povertyRosters).map((record) => evidence(record, `父母务工：${workplaceWords(parent)}`)),
        ),
      ],
      // A birthday alone asks nothing anew.
      fingerprint: { reasons: reasons.map((reason) => reason.replace(/^\d+ 岁，/, '')).join('；') },
    }
  },
})

function parentsAtHome(child: Person, context: Context): readonly Person[] {
  return kinIn(child, povertyRosters).parents.filter(
    (parent) =>
      workplaceOf(parent, context) === 'home' &&
      whyUnable(parent, context) === null &&
      departureFor([parent], sentAway) === undefined,
  )
}

function statedAtHome(row: RegisterRow, { place }: Person, { county }: Context): string[] {
  const homes = [county, place.township]
  return [
    ...(workplaceIn(row.fatherWorkplace, homes) === 'home' ? ['登记表写父亲在家'] : []),
    ...(workplaceIn(row.motherWorkplace, homes) === 'home' ? ['登记表写母亲在家'] : []),
  ]
}
