import type { Person } from '../../match/person.js'
import { certificateInForce, certificateOf } from '../certificate.js'
import { answerByLag } from '../lag.js'
import type { Context, Exception } from '../rule.js'
import { mayStandIn } from '../standing.js'

/** 残联库延迟: a certificate cancelled no more than `lag.months` months ago; the payment list could not know. */
export const federationLag: Exception<Person> = {
  id: 'federation-lag',
  title: '刚注销，发放名册滞后',
  consults: [],
  test: (person, context) => {
    const certificate = certificateOf(person, context.month)
    if (certificate?.state !== '注销') return { state: 'does-not-apply', reason: '不是注销' }
    return answerByLag(certificate.record.cancelledOn, '注销', context)
  },
}

/** 迁移中: on its way to another county the certificate is still good. A list that only writes 迁出 does not say which of them have arrived. */
export const migratingCertificate: Exception<Person> = {
  id: 'migrating-certificate',
  title: '残疾人证迁移中',
  consults: [],
  test: (person, context) => {
    const state = certificateOf(person, context.month)?.state
    if (state === '迁移中') return { state: 'applies', reason: '名单注明迁移中' }
    return state === '迁出'
      ? { state: 'unchecked', reason: '名单只写迁出，未注明是否迁移中' }
      : { state: 'does-not-apply', reason: '不是迁出' }
  },
}

/** 身份证号变更: the same name and birth date hold a certificate in force under another id. */
export const certificateUnderOtherNumber: Exception<Person> = {
  id: 'certificate-under-other-number',
  title: '身份证号变更，证在另一号码下',
  consults: ['disability-certificate'],
  test: (person, context) =>
    context.namesakes(person).some((other) => mayHoldCertificate(other, context))
      ? { state: 'applies', reason: '同名同出生日期者持有有效残疾人证，疑为同一人换号' }
      : { state: 'does-not-apply', reason: '没有同名同出生日期的有效持证人' },
}

function mayHoldCertificate(other: Person, { month }: Context): boolean {
  return certificateInForce(other, month) !== null || mayStandIn(other, ['disability-certificate']) === 'uncertain'
}
