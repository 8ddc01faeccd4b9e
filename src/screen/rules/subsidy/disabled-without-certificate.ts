import { povertyRosters } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import { opinion, unread } from '../../basis.js'
import { notGraded } from '../../exceptions/beyond-rosters.js'
import { certificateUnderOtherNumber } from '../../exceptions/certificate-change.js'
import { deceased } from '../../exceptions/deceased.js'
import { defineRule } from '../../rule.js'
import { evidence, field, inProgramme, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'P12',
  title: '健康状况为残疾而未持证',
  on: false,
  kind: '补贴',
  severity: 'note',
  unit: 'person',
  basis: [opinion('二(一)'), unread('全国防返贫监测信息系统数据质量规则 5_16_008')],
  action: '转残联核实：符合条件的协助办证，已持证的更正号码，评残未达标的请扶贫部门更正健康状况。',
  needs: [[...povertyRosters]],
  consults: ['disability-certificate'],
  exceptions: [deceased, certificateUnderOtherNumber, notGraded],
  messages: {
    none: '扶贫数据的健康状况为“残疾”，残联持证名单中没有此人，疑似应办证未办。',
    numbered: '扶贫数据的健康状况为“残疾”并填有残疾证号，残联持证名单中没有此人。',
  },
  check(person) {
    if (inProgramme(person, ['disability-certificate'])) return null
    const rows = recordsIn(person, povertyRosters).filter(isDisabled)
    if (rows.length === 0) return null
    return {
      message: rows.some((row) => field(row, 'certificate') !== null) ? 'numbered' : 'none',
      facts: {},
      evidence: rows.map((row) => evidence(row, '健康状况 残疾')),
      absentFrom: ['disability-certificate'],
    }
  },
})

function isDisabled(row: PersonRecord): boolean {
  const health = field(row, 'health') ?? ''
  return health.includes('残疾') && !/[非无]残疾/.test(health)
}
