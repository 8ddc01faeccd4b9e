import { identityNumberStandard } from '../../basis.js'
import { damagedRecords, numberEvidence, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'D02',
  title: '号码校验码不符',
  kind: '数据',
  severity: 'medium',
  unit: 'person',
  among: 'faulty-number',
  basis: [identityNumberStandard],
  action: '按户口簿逐位核对号码后更正；程序不会自动改号。',
  messages: { wrong: '{rosters}中的号码校验码不符，至少有一位录错，不参与证号比对。' },
  check(person) {
    const records = damagedRecords(person, ['校验码'])
    if (records.length === 0) return null
    return {
      message: 'wrong',
      facts: { rosters: rosterTitles(records) },
      evidence: records.map(numberEvidence),
    }
  },
})
