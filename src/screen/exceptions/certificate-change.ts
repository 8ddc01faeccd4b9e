import { monthOf, monthsBetween } from '../../domain/month.js'
import type { Person } from '../../match/person.js'
import { certificateInForce, certificateOf } from '../certificate.js'
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
    const cancelled = certificate.record.cancelledOn
    if (cancelled === null) return { state: 'unchecked', reason: '没有注销日期' }
    return monthsBetween(monthOf(cancelled), context.month) < context.setting('lag.months')
      ? { state: 'applies', reason: `${cancelled} 注销` }
      : { state: 'does-not-apply', reason: `${cancelled} 已注销` }
  },
}

/** 迁移中: the federation's list writes 迁出 for certificates on their way, and no column of it says which. */
export const migratingCertificate: Exception<Person> = {
  id: 'migrating-certificate',
  title: '残疾人证迁移中',
  consults: [],
  test: (person, context) =>
    certificateOf(person, context.month)?.state === '迁出'
      ? { state: 'unchecked', reason: '名单没有区分已迁出和迁移中' }
      : { state: 'does-not-apply', reason: '不是迁出' },
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
