import type { PersonRecord } from '../../../ingest/source.js'
import { hasNoNumbers, numberEvidence, recordsWith, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'D08',
  title: '缺号或无证占位号',
  kind: '数据',
  severity: 'low',
  unit: 'person',
  among: 'faulty-number',
  basis: [],
  action: '已有公民身份号码的补录；新生儿、未落户、外籍等确无号码的注明。',
  messages: { missing: '{rosters}中没有公民身份号码，只能按姓名等信息人工核对。' },
  check(person) {
    const records = recordsWith(person, (record) => !hasNoNumbers(record) && lacksNumber(record))
    if (records.length === 0) return null
    return {
      message: 'missing',
      facts: { rosters: rosterTitles(records) },
      evidence: records.map(numberEvidence),
    }
  },
})

function lacksNumber({ idNumber }: PersonRecord): boolean {
  if (idNumber === null) return true
  return idNumber.state === 'damaged' && (idNumber.damage === '占位号' || idNumber.damage === '其他证件')
}
