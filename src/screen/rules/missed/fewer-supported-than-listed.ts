import { allowance, programmes } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { incomeCounted, marriedOut, notLivingTogether } from '../../exceptions/beyond-rosters.js'
import { coveredElsewhere, grownChildrenOnly, singlePersonHousehold } from '../../exceptions/lawfully-unsupported.js'
import { defineRule } from '../../rule.js'
import { vulnerable } from '../../severity.js'
import { evidence, statedBy } from '../../standing.js'
import { unsupportedMembers } from '../../unsupported-members.js'

export default defineRule({
  id: 'L05',
  title: '低保户家庭人口多于保障人口',
  on: false,
  kind: '漏保',
  severity: 'low',
  weighs: vulnerable,
  unit: 'household',
  systems: [...allowance],
  basis: [opinion('一(一)'), unread('国务院令第649号'), unread('民发〔2021〕57号')],
  action: '逐人核实未保障的原因：应整户补差的补齐；单人户施保、已另行保障、能独立生活的注明。',
  needs: [[...allowance]],
  exceptions: [
    singlePersonHousehold,
    coveredElsewhere,
    grownChildrenOnly,
    marriedOut,
    incomeCounted,
    notLivingTogether,
  ],
  messages: { fewer: '{roster}名册登记家庭人口 {size} 人，保障人口 {insured} 人，{left} 人未保障。' },
  check(household) {
    const size = statedBy(household, 'householdSize')
    const insured = statedBy(household, 'insuredSize')
    if (size === null || insured === null || insured >= size) return null
    const members = unsupportedMembers(household)
    return {
      message: 'fewer',
      facts: { roster: programmes[household.system], size, insured, left: size - insured },
      evidence: household.records
        .slice(0, 1)
        .map((row) => evidence(row, `家庭人口 ${size} 人，保障人口 ${insured} 人`)),
      ...(members.length > 0 ? { members } : {}),
    }
  },
})
