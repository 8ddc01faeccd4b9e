import { basicSupport, povertyRosters, programmes } from '../../../domain/programme.js'
import { isSlipOf } from '../../../match/torn-households.js'
import { defineRule } from '../../rule.js'
import { severalHeads } from '../../several-heads.js'
import { evidence } from '../../standing.js'

export default defineRule({
  id: 'D09',
  title: '户主不在成员中、一户有几名户主，或同户户编号不一致',
  kind: '数据',
  severity: 'medium',
  unit: 'household',
  systems: [...basicSupport, 'marginal', ...povertyRosters],
  basis: [],
  action: '核对户主和成员，补录户主，或更正户主身份证号、户编号。',
  messages: {
    headless: '{roster}名册中该户 {members} 名成员里找不到户主。',
    heads: '{roster}名册中同一户有 {count} 名户主，疑为几户误用一个户编号，或与户主关系填错；已按一户比对。',
    numbers: '{roster}名册中该户的户编号有 {numbers} 等写法，疑似录错，已按同一户比对。',
  },
  check(household) {
    const { system, head, members, records, number } = household
    const slips = records.filter(
      (row) => number !== null && row.householdNumber !== null && isSlipOf(row.householdNumber, number),
    )
    if (slips.length > 0) {
      const numbers = [number, ...new Set(slips.map((row) => row.householdNumber))].join('、')
      return {
        message: 'numbers',
        facts: { roster: programmes[system], numbers },
        evidence: slips.map((row) => evidence(row, `户编号 ${row.householdNumber}`)),
      }
    }
    const heads = severalHeads(household)
    if (heads.length > 0)
      return {
        message: 'heads',
        facts: { roster: programmes[system], count: heads.length },
        evidence: heads.map((row) => evidence(row, `户主，户编号 ${row.householdNumber ?? '未填'}`)),
      }
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
