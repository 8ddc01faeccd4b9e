import type { PersonRecord } from '../../../ingest/source.js'
import { hasNoNumbers, isDamaged, numberEvidence, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'D08',
  title: '缺号或无证占位号',
  kind: '数据',
  severity: 'low',
  unit: 'person',
  among: 'faulty-number',
  rows: { picks: (record) => !hasNoNumbers(record) && lacksNumber(record) },
  basis: [],
  action: '已有公民身份号码的补录；新生儿、未落户、外籍等确无号码的注明。',
  messages: { missing: '{rosters}中没有公民身份号码，只能按姓名等信息人工核对。' },
  check(_person, _context, records) {
    return {
      message: 'missing',
      facts: { rosters: rosterTitles(records) },
      evidence: records.map(numberEvidence),
    }
  },
})

function lacksNumber({ idNumber }: PersonRecord): boolean {
  return idNumber === null || isDamaged(idNumber, ['占位号', '其他证件'])
}
