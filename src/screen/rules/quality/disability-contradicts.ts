import type { PersonRecord } from '../../../ingest/source.js'
import { recordsWith, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'
import { evidence, field } from '../../standing.js'

export default defineRule({
  id: 'D11',
  title: '残疾列、残疾证号、健康状况互相矛盾',
  kind: '数据',
  severity: 'low',
  unit: 'person',
  basis: [],
  action: '对照残疾人证核实，更正填错的一栏。',
  messages: { contradicts: '{rosters}：{words}。' },
  check(person) {
    const rows = recordsWith(person, (record) => contradiction(record) !== null)
    const [first] = rows
    if (!first) return null
    const words = contradiction(first) ?? ''
    return {
      message: 'contradicts',
      facts: { rosters: rosterTitles(rows), words },
      evidence: rows.map((row) => evidence(row, contradiction(row) ?? '')),
    }
  },
})

// A blank says nothing: only two filled columns can contradict each other. Within one row; over rosters it is P11 and P12.
function contradiction(record: PersonRecord): string | null {
  const disabled = field(record, 'disabled')
  const health = field(record, 'health')
  if (disabled === null && health === null) return null
  const certified = field(record, 'certificate') !== null || field(record, 'level') !== null
  const says = health === null ? null : health.includes('残疾') && !/[非无]残疾/.test(health)
  if (disabled === false && certified) return '“是否残疾”填否，却有残疾证号或等级'
  if (disabled === false && says === true) return '“是否残疾”填否，健康状况填残疾'
  if (disabled === true && health === '健康') return '“是否残疾”填是，健康状况填健康'
  return health === '健康' && certified ? '健康状况填健康，却有残疾证号或等级' : null
}
