import type { Person } from '../../match/person.js'
import { certificateInForce } from '../certificate.js'
import type { Exception } from '../rule.js'

/** 护理补贴扩面: level 3 or 4 of 智力 or 精神 (非重度), where the county extends the care subsidy to them. */
export const extendedToMental: Exception<Person> = {
  id: 'extended-to-mental',
  title: '扩面对象（三、四级智力、精神残疾人）',
  consults: [],
  test: (person, context) => {
    if (!context.setting('care-subsidy.extends-to-mental'))
      return { state: 'does-not-apply', reason: '本县护理补贴未扩面' }
    const category = certificateInForce(person, context.month)?.category
    return category === '智力' || category === '精神'
      ? { state: 'applies', reason: '非重度智力或精神残疾，在扩面范围' }
      : { state: 'does-not-apply', reason: '不是智力或精神残疾' }
  },
}
