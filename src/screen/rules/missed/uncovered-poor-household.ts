import { coverage } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { allDeadOrMoved } from '../../exceptions/all-dead-or-moved.js'
import { applicationPending, otherCounty } from '../../exceptions/beyond-rosters.js'
import { property } from '../../exceptions/property.js'
import { recentlyIdentified } from '../../exceptions/recently-identified.js'
import { waived } from '../../exceptions/waived.js'
import { defineRule } from '../../rule.js'
import { evidence, inProgramme, rowsOf, statedBy } from '../../standing.js'

const uncoveredStates = ['未脱贫', '返贫', '新增']

export default defineRule({
  id: 'L01',
  title: '未脱贫、返贫或新增贫困户整户未纳入',
  kind: '漏保',
  severity: 'high',
  unit: 'household',
  systems: ['registered-poor'],
  basis: [opinion('一(一)'), unread('民发〔2020〕18号')],
  action: '入户调查，困难的先行临时救助，符合条件的纳入低保或特困；不符合的转乡村振兴部门另行帮扶。',
  needs: [['registered-poor']],
  consults: [...coverage],
  exceptions: [allDeadOrMoved, recentlyIdentified, applicationPending, waived, property, otherCounty],
  messages: {
    uncovered: '扶贫系统登记为“{state}”，全户 {members} 人均不在低保、特困、孤儿和事实无人抚养儿童名册，疑似整户漏保。',
  },
  check(household) {
    const state = statedBy(household, 'povertyState')
    if (state === null) return { withheld: '脱贫户名册没有脱贫属性' }
    if (!uncoveredStates.includes(state) && state !== '贫困户') return null
    if (household.members.some((member) => inProgramme(member, coverage))) return null
    if (state === '贫困户') return { withheld: '脱贫户名册只写贫困户属性，没有写是否脱贫' }
    return {
      message: 'uncovered',
      facts: { state, members: household.members.length },
      evidence: rowsOf(household, 'registered-poor').map((row) =>
        evidence(row, `脱贫属性 ${row.povertyState ?? state}`),
      ),
      absentFrom: coverage,
    }
  },
})
