import { allowance, povertyRosters } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { certificateInForce, certificateWords } from '../../certificate.js'
import { choseAllowance, hasSupporters } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { unableToWork } from '../../inability.js'
import { livesAlone } from '../../lives-alone.js'
import { type Context, defineRule } from '../../rule.js'
import { ageOf, evidence, field, inProgramme, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'L08',
  title: '单人户特困供养线索',
  on: false,
  kind: '漏保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('一(二)'), unread('民发〔2021〕43号')],
  action: '核查有无法定赡养、抚养、扶养义务人及其履行能力，符合条件的协助申请特困供养。',
  needs: [[...allowance, ...povertyRosters]],
  consults: ['destitute', 'orphan', 'unattended-child', 'disability-certificate'],
  exceptions: [deceased, hasSupporters, choseAllowance],
  messages: { alone: '{ground}，各名册均为一人户，不在特困供养名册，疑似符合特困条件。' },
  check(person, context) {
    if (inProgramme(person, ['destitute', 'orphan', 'unattended-child']) || !livesAlone(person)) return null
    const rows = recordsIn(person, [...allowance, ...povertyRosters])
    if (!rows.some(isInNeed)) return null
    const ground = groundOf(person, context)
    if (ground === null) return null
    return {
      message: 'alone',
      facts: { ground },
      evidence: rows.map((row) => evidence(row, '一人户')),
      fingerprint: {},
      absentFrom: ['destitute', 'orphan', 'unattended-child'],
    }
  },
})

// A poor household that is long out of poverty and asks for nothing is no lead; 未脱贫 and its like come first (实施意见 一(二)).
function isInNeed(row: PersonRecord): boolean {
  if (row.system === 'registered-poor') return /未脱贫|返贫|新增/.test(field(row, 'povertyState') ?? '')
  return row.system !== 'monitored' || field(row, 'riskCleared') === '未消除'
}

function groundOf(person: Person, context: Context): string | null {
  const age = ageOf(person, context.month)
  if (age !== null && ((age >= 60 && !isMarried(person)) || age < 16)) return `${age} 岁`
  const certificate = certificateInForce(person, context.month)
  return certificate && unableToWork(certificate) === true ? `${certificateWords(certificate)}残疾人` : null
}

// A spouse who lives elsewhere is bound to support all the same.
function isMarried(person: Person): boolean {
  return recordsIn(person, allowance).some((row) => field(row, 'maritalStatus') === '已婚')
}
