import { basicSupport, povertyRosters, programmes } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import type { Household, Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { allDeadOrMoved } from '../../exceptions/all-dead-or-moved.js'
import { otherCounty } from '../../exceptions/beyond-rosters.js'
import { recentlyStopped } from '../../exceptions/recently-stopped.js'
import { defineRule } from '../../rule.js'
import { evidence, field, inProgramme, recordsOf } from '../../standing.js'

export default defineRule({
  id: 'L11',
  title: '扶贫数据称享受低保或特困而民政查无',
  kind: '漏保',
  severity: 'medium',
  unit: 'household',
  systems: [...povertyRosters],
  basis: [opinion('五(三)'), unread('全国防返贫监测信息系统数据质量规则 5_16_003–006')],
  action: '核对身份证号和停保情况：确未享受且困难的按程序纳入；已停保或填报有误的请乡村振兴部门更正。',
  needs: [[...povertyRosters]],
  consults: [...basicSupport],
  exceptions: [allDeadOrMoved, recentlyStopped, otherCounty],
  messages: {
    allowance: '{roster}称享受低保，全户 {members} 人均不在农村、城市低保和特困名册。{risk}',
    destitute: '{roster}称享受特困供养，全户 {members} 人均不在特困名册。{risk}',
  },
  check(household) {
    const claim = openClaimOf(household)
    if (claim === null || judgedAsMonitored(household)) return null
    const atRisk = household.members.some(isAtRisk)
    return {
      message: claim.of,
      facts: {
        roster: programmes[household.system],
        members: household.members.length,
        risk: atRisk ? '该户为风险未消除的监测对象。' : '',
      },
      evidence: [evidence(claim.row, `填报${claim.of === 'allowance' ? '享受低保' : '享受特困供养'}`)],
      severity: atRisk ? 'high' : 'medium',
      fingerprint: { claim: claim.of, risk: atRisk ? '未消除' : '' },
      absentFrom: rostersFor[claim.of],
    }
  },
})

interface Claim {
  readonly of: 'allowance' | 'destitute'
  readonly row: PersonRecord
}

// 特困 is more than 低保, and answers for it.
const rostersFor = { allowance: basicSupport, destitute: ['destitute'] } as const

function openClaimOf(household: Household): Claim | null {
  return claimsOf(household).find(({ of }) => !isMet(household, of)) ?? null
}

function isMet({ members }: Household, claim: Claim['of']): boolean {
  return members.some((member) => inProgramme(member, rostersFor[claim]))
}

function claimsOf({ records }: Household): readonly Claim[] {
  const allowance = records.find(claimsAllowance)
  const destitute = records.find(claimsDestitute)
  return [
    ...(allowance ? [{ of: 'allowance', row: allowance } as const] : []),
    ...(destitute ? [{ of: 'destitute', row: destitute } as const] : []),
  ]
}

function claimsAllowance(row: PersonRecord): boolean {
  const claimed = field(row, 'claimedAllowance')
  return claimed === null ? lists(row, /低保|最低生活/) : claimed !== '未享受'
}

function claimsDestitute(row: PersonRecord): boolean {
  const claimed = field(row, 'claimedDestitute')
  return claimed === null ? lists(row, /特困|五保/) : claimed === '享受'
}

// 综合保障 lists what the household has; 低保边缘 is no 低保, and 未享受低保 is none.
function lists(row: PersonRecord, support: RegExp): boolean {
  const parts = (field(row, 'comprehensive') ?? '').split(/[,、;/+\s]/)
  return parts.some((part) => support.test(part) && !/边缘|[未不无没非]/.test(part))
}

// A registered-poor household that is also monitored stands in both rosters; it is asked once, as the monitored one.
function judgedAsMonitored(household: Household): boolean {
  if (household.system !== 'registered-poor') return false
  return household.members.some(({ households }) =>
    households.some((other) => other.system === 'monitored' && openClaimOf(other) !== null),
  )
}

function isAtRisk(person: Person): boolean {
  return recordsOf(person, 'monitored-households').some((row) => row.riskCleared === '未消除')
}
