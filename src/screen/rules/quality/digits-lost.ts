import type { PersonRecord } from '../../../ingest/source.js'
import { damagedRecords, numberEvidence, recordsWith, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'D16',
  title: '号码存为数字',
  kind: '数据',
  severity: 'high',
  unit: 'person',
  among: 'faulty-number',
  basis: [],
  action: '把该列设为“文本”后从业务系统重新导出；补零不能恢复。',
  messages: {
    lost: '{rosters}中的号码曾以数字保存，末几位已丢失，不参与证号比对。',
    whole: '{rosters}中的号码以数字保存，这次位数完整，再次另存可能丢失末三位。',
  },
  check(person) {
    const lost = damagedRecords(person, ['末三位丢失', '科学计数'])
    const records = lost.length > 0 ? lost : recordsWith(person, isWholeNumberCell)
    if (records.length === 0) return null
    return {
      message: lost.length > 0 ? 'lost' : 'whole',
      facts: { rosters: rosterTitles(records) },
      evidence: records.map(numberEvidence),
      severity: lost.length > 0 ? 'high' : 'note',
    }
  },
})

function isWholeNumberCell({ idNumber }: PersonRecord): boolean {
  return idNumber?.state === 'repaired' && idNumber.repairs.includes('数值存放但位数完整')
}
