import { identityNumberStandard } from '../../basis.js'
import { isDamaged, numberEvidence, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'D01',
  title: '号码长度或字符错误',
  kind: '数据',
  severity: 'medium',
  unit: 'person',
  among: 'faulty-number',
  rows: { picks: ({ idNumber }) => isDamaged(idNumber, ['长度', '字符', '脱敏']) },
  basis: [identityNumberStandard],
  action: '按户口簿更正号码后重新导出；脱敏号码请换未脱敏的名单。',
  messages: {
    malformed: '{rosters}中的号码不是 18 位（或 15 位旧号），不参与证号比对。',
    masked: '{rosters}中的号码已脱敏，不参与证号比对。',
  },
  check(_person, _context, records) {
    const masked = records.every(({ idNumber }) => isDamaged(idNumber, ['脱敏']))
    return {
      message: masked ? 'masked' : 'malformed',
      facts: { rosters: rosterTitles(records) },
      evidence: records.map(numberEvidence),
    }
  },
})
