import type { Evidence } from '../../../domain/finding.js'
import type { Person } from '../../../match/person.js'
import { opinion } from '../../basis.js'
import { deathEvidence, deathMonthOf } from '../../death.js'
import { departureFor } from '../../departures.js'
import { doubtWords, meantBy, registered, registeredAge, registration } from '../../register.js'
import { defineRule } from '../../rule.js'
import { evidence, recordsOf } from '../../standing.js'

export default defineRule({
  id: 'S02',
  title: '留守老人登记未清理',
  on: false,
  kind: '留守',
  severity: 'low',
  unit: 'person',
  basis: [opinion('二(三)')],
  action: '核实后更新登记表：死亡、迁出、已集中供养的销号，年龄录错的更正。',
  needs: [['left-behind-elderly']],
  consults: ['death', 'departure', 'destitute'],
  messages: { stale: '登记为{kind}，{reasons}。' },
  check(person, context) {
    const row = registration(person, 'left-behind-elderly')
    if (!row) return null
    const lasting = meantBy(person, row, context).flatMap((each) => reasonsFor(each, person))
    const age = registeredAge(person, row, context.month)
    const young = age !== null && age < 60 ? [{ words: `年龄 ${age} 岁，不满 60 岁`, facts: [] }] : []
    const reasons = [...lasting, ...young]
    if (reasons.length === 0) return null
    return {
      message: 'stale',
      facts: { kind: row.personKind ?? '留守老人', reasons: reasons.map(({ words }) => words).join('；') },
      evidence: [registered(row), ...reasons.flatMap(({ facts }) => facts)],
      // A birthday alone asks nothing anew, not even the one after which only the other reasons are left.
      fingerprint: {
        kind: row.personKind ?? '留守老人',
        reasons: lasting.length > 0 ? lasting.map(({ words }) => words).join('；') : '不满 60 岁',
      },
    }
  },
})

interface Reason {
  readonly words: string
  readonly facts: readonly Evidence[]
}

function reasonsFor(each: Person, person: Person): Reason[] {
  const doubt = doubtWords(person, each)
  const death = deathMonthOf(each)
  const gone = departureFor([each], ['死亡'])
  const moved = departureFor([each], ['户籍迁移'])
  const institution = recordsOf(each, 'destitute-persons').find(({ supportMode }) => supportMode === '集中')
  const reasons: (Reason | null)[] = [
    death ? { words: `殡葬名册记载 ${death.month} 死亡${doubt}`, facts: [deathEvidence(death)] } : null,
    gone && !death
      ? {
          words: `减员名单记载${gone.stopMonth === null ? '' : ` ${gone.stopMonth} `}死亡${doubt}`,
          facts: [evidence(gone, '死亡减员')],
        }
      : null,
    moved ? { words: `停保汇总记载户籍迁移${doubt}`, facts: [evidence(moved, '户籍迁移')] } : null,
    institution ? { words: `已是集中供养的特困人员${doubt}`, facts: [evidence(institution, '集中供养')] } : null,
  ]
  return reasons.filter((reason) => reason !== null)
}
