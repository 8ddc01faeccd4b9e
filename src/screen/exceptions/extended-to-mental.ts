import type { Person } from '../../match/person.js'
import { certificateInForce, isSevere } from '../certificate.js'
import type { Exception } from '../rule.js'

/** 护理补贴扩面: level 3 of 智力 or 精神, where the county extends the care subsidy to them. */
export const extendedToMental: Exception<Person> = {
  id: 'extended-to-mental',
  title: '扩面对象（三级智力、精神残疾人）',
  consults: [],
  test: (person, context) => {
    if (!context.setting('care-subsidy.extends-to-mental'))
      return { state: 'does-not-apply', reason: '本县护理补贴未扩面' }
    const certificate = certificateInForce(person, context.month)
    return certificate && isSevere(certificate)
      ? { state: 'applies', reason: '三级智力或精神残疾，在扩面范围' }
      : { state: 'does-not-apply', reason: '不是三级智力或精神残疾' }
  },
}
