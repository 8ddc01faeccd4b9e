import type { Damage } from '../../../domain/id-number.js'
import { identityNumberStandard } from '../../basis.js'
import { damagedRecords, numberEvidence, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'D01',
  title: '号码长度或字符错误',
  kind: '数据',
  severity: 'medium',
  unit: 'person',
  among: 'faulty-number',
  basis: [identityNumberStandard],
  action: '按户口簿更正号码后重新导出；脱敏号码请换未脱敏的名单。',
  messages: {
    malformed: '{rosters}中的号码不是 18 位（或 15 位旧号），不参与证号比对。',
    characters: '{rosters}中的号码夹有数字和末位 X 以外的字符，不参与证号比对。',
    masked: '{rosters}中的号码已脱敏，不参与证号比对。',
  },
  check(person) {
    const records = damagedRecords(person, ['长度', '字符', '脱敏'])
    if (records.length === 0) return null
    const areAll = (damage: Damage) =>
      records.every(({ idNumber }) => idNumber?.state === 'damaged' && idNumber.damage === damage)
    return {
      message: areAll('脱敏') ? 'masked' : areAll('字符') ? 'characters' : 'malformed',
      facts: { rosters: rosterTitles(records) },
      evidence: records.map(numberEvidence),
    }
  },
})
