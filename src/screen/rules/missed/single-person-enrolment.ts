import type { Evidence } from '../../../domain/finding.js'
import { yuan } from '../../../domain/money.js'
import { basicSupport } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { type Certificate, certificateInForce, certificateWords, isSevere, levelUnstated } from '../../certificate.js'
import { institution, refusedAlone } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { property } from '../../exceptions/property.js'
import { protectedChild } from '../../exceptions/protected-child.js'
import { rowsOfGraveIllness } from '../../illness.js'
import { marginalLineFen, povertyIncomeOf } from '../../poverty-income.js'
import { type Context, defineRule, type Outcome } from '../../rule.js'
import { evidence, inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'L06',
  title: '重残、重病人员单人户施保线索',
  kind: '漏保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('一(一)'), unread('民发〔2021〕57号'), unread('民发〔2020〕69号')],
  action: '告知可参照单人户单独提出申请，受理后按程序审核。',
  needs: [['marginal', 'monitored', 'registered-poor']],
  consults: [...basicSupport, 'disability-certificate'],
  standards: ['subsistence.rural', 'marginal.multiplier'],
  exceptions: [deceased, protectedChild, refusedAlone, institution, property],
  messages: {
    marginal: '{certificate}残疾人，家庭已认定低保边缘，本人不在低保和特困名册，可参照单人户施保。',
    income:
      '{certificate}残疾人，扶贫数据人均纯收入 {income} 元，不高于低保标准的 {multiplier} 倍（一年 {limit} 元；扶贫收入与低保口径不同，请核），本人不在低保和特困名册，可参照单人户施保。',
    ill: '健康状况登记为重病、大病，家庭已认定低保边缘，本人不在低保和特困名册；属本地大病范围的可参照单人户施保。',
  },
  check(person, context) {
    if (inProgramme(person, basicSupport)) return null
    const certificate = certificateInForce(person, context.month)
    if (certificate && isSevere(certificate)) return judgeByDisability(person, certificate, context)
    const unstated = certificate && levelUnstated(certificate)
    const ill = judgeByIllness(person)
    if (ill !== null || !unstated) return ill
    return judgeByDisability(person, certificate, context) === null ? null : { withheld: unstated }
  },
})

function judgeByDisability(person: Person, certificate: Certificate, context: Context): Outcome {
  const words = certificateWords(certificate)
  const proof = evidence(certificate.record, `${words}，证有效`)
  const [marginal] = recordsIn(person, ['marginal'])
  if (marginal)
    return {
      message: 'marginal',
      facts: { certificate: words },
      evidence: [proof, onTheRoll(marginal)],
      absentFrom: basicSupport,
    }
  return judgeByIncome(person, context, words, proof)
}

// L06b: which illnesses count is for the county's own list to say, so that this only tells (domain L06).
function judgeByIllness(person: Person): Outcome {
  const [marginal] = recordsIn(person, ['marginal'])
  if (!marginal) return null
  const rows = rowsOfGraveIllness(person)
  if (rows.length === 0) return null
  return {
    message: 'ill',
    facts: {},
    evidence: [...rows.map((row) => evidence(row, '健康状况 重病、大病')), onTheRoll(marginal)],
    severity: 'note',
    absentFrom: basicSupport,
  }
}

// The poverty system's income counts otherwise than 低保 does (domain C07); below the marginal line it is still a reason to ask.
function judgeByIncome(person: Person, context: Context, certificate: string, proof: Evidence): Outcome {
  const stated = povertyIncomeOf(person)
  if (stated === null) return null
  const { row, fen } = stated
  if (fen === null) return { withheld: '扶贫数据没有家庭人均收入' }
  const multiplier = context.standard('marginal.multiplier')
  const limit = marginalLineFen(context.standard('subsistence.rural'), multiplier)
  if (fen > limit) return null
  return {
    message: 'income',
    facts: { certificate, income: yuan(fen), multiplier: multiplier.value, limit: yuan(limit) },
    evidence: [proof, evidence(row, `人均纯收入 ${yuan(fen)} 元`)],
    absentFrom: basicSupport,
  }
}
