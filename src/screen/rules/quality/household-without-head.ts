import { basicSupport, povertyRosters, programmes } from '../../../domain/programme.js'
import { defineRule } from '../../rule.js'
import { evidence } from '../../standing.js'

export default defineRule({
  id: 'D09',
  title: '户主不在成员中',
  kind: '数据',
  severity: 'medium',
  unit: 'household',
  systems: [...basicSupport, 'marginal', ...povertyRosters],
  basis: [],
  action: '核对户主和成员，补录户主或更正户主身份证号。',
  messages: { headless: '{roster}名册中该户 {members} 名成员里找不到户主。' },
  check({ system, head, members, records }) {
    if (head !== null && members.includes(head)) return null
    // A roster without any column about heads says nothing of them.
    const speaksOfHeads = records.some((row) => row.relation ?? row.headIdNumber ?? row.headName)
    if (!speaksOfHeads) return null
    return {
      message: 'headless',
      facts: { roster: programmes[system], members: members.length },
      evidence: records.map((record) => evidence(record, record.relation ?? '与户主关系未填')),
    }
  },
})
