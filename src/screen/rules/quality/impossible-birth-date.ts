import { ageIn, birthDateOf, yearAt } from '../../../domain/id-number.js'
import { type Month, monthOf } from '../../../domain/month.js'
import type { PersonRecord } from '../../../ingest/source.js'
import { identityNumberStandard } from '../../basis.js'
import { numberEvidence, recordsWith, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'

const oldestAge = 110

export default defineRule({
  id: 'D03',
  title: '号码出生日期不合理',
  kind: '数据',
  severity: 'medium',
  unit: 'person',
  basis: [identityNumberStandard],
  action: '按户口簿核对出生日期和号码后更正。',
  messages: { impossible: '{rosters}中号码的出生日期不存在、晚于本月或年龄超过 110 岁。' },
  check(person, { month }) {
    const year = Number(month.slice(0, 4))
    const records = recordsWith(person, (record) => isImpossible(record, month, year))
    if (records.length === 0) return null
    return {
      message: 'impossible',
      facts: { rosters: rosterTitles(records) },
      evidence: records.map(numberEvidence),
    }
  },
})

function isImpossible({ idNumber }: PersonRecord, month: Month, year: number): boolean {
  if (idNumber === null) return false
  if (idNumber.state === 'damaged') return idNumber.damage === '日期'
  if (isUsual(idNumber.value, year)) return false
  const birth = birthDateOf(idNumber.value)
  return birth !== null && (monthOf(birth) > month || ageIn(month, birth) > oldestAge)
}

// Born in one of the last hundred years, by the digits alone: true of nearly every row, and cheaper than reading the date.
function isUsual(number: string, year: number): boolean {
  const born = yearAt(number, 6)
  return born < year && born > year - 100
}
