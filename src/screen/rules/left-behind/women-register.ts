import { povertyRosters } from '../../../domain/programme.js'
import { opinion } from '../../basis.js'
import { meantBy, registered, registeredAge, registration } from '../../register.js'
import { defineRule } from '../../rule.js'
import { evidence, recordsIn } from '../../standing.js'
import { kinIn, workplaceIn, workplaceOf, workplaceWords } from '../../work-away.js'

export default defineRule({
  id: 'S07',
  title: '留守妇女登记不符',
  on: false,
  kind: '留守',
  severity: 'low',
  unit: 'person',
  basis: [opinion('二(二)')],
  action: '核实年龄和丈夫是否在外，不符合的销号，满 60 岁且子女都在外的转登留守老人。',
  needs: [['left-behind-woman']],
  consults: [...povertyRosters],
  messages: { unfit: '登记为留守妇女，{reasons}。' },
  check(person, context) {
    const row = registration(person, 'left-behind-woman')
    if (!row) return null
    const age = registeredAge(person, row, context.month)
    const husbands = meantBy(person, row, context)
      .flatMap((woman) => kinIn(woman, povertyRosters).spouses)
      .filter((husband) => workplaceOf(husband, context) === 'home')
    const stated = workplaceIn(row.husbandWorkplace, [context.county, person.place.township]) === 'home'
    const byAge = age !== null && (age < 20 || age > 59) ? [`${age} 岁，不在 20—59 岁`] : []
    const others = [
      ...(husbands.length > 0 ? ['扶贫名册显示丈夫没有外出务工'] : []),
      ...(stated ? ['登记表写丈夫在家'] : []),
    ]
    const reasons = [...byAge, ...others]
    if (reasons.length === 0) return null
    return {
      message: 'unfit',
      facts: { reasons: reasons.join('；') },
      evidence: [
        registered(row),
        ...husbands.flatMap((husband) =>
          recordsIn(husband, povertyRosters).map((record) => evidence(record, `丈夫务工：${workplaceWords(husband)}`)),
        ),
      ],
      fingerprint: { reasons: lasting(age, others, reasons) },
    }
  },
})

// A birthday alone asks nothing anew, nor does the twentieth, after which only the other reasons are left.
function lasting(age: number | null, others: readonly string[], reasons: readonly string[]): string {
  const kept = age !== null && age < 20 && others.length > 0 ? others : reasons
  return kept.map((reason) => reason.replace(/^\d+ 岁，/, '')).join('；')
}
