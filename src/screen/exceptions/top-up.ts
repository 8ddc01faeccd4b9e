import { yuan } from '../../domain/money.js'
import { basicSupport } from '../../domain/programme.js'
import { monthlyFen } from '../../domain/standards.js'
import type { Person } from '../../match/person.js'
import { monthlyAmount } from '../monthly-amount.js'
import type { Exception } from '../rule.js'
import { inProgramme } from '../standing.js'

/** 事实无人抚养儿童补差发放: what 低保 or 特困 and the child's allowance pay together is no more than the child's standard (62号). */
export const topUp: Exception<Person> = {
  id: 'top-up',
  title: '事实无人抚养儿童补差发放',
  consults: [],
  test: (person, context) => {
    if (inProgramme(person, ['orphan'])) return { state: 'does-not-apply', reason: '孤儿不能同时享受' }
    const rosters = basicSupport.filter((programme) => inProgramme(person, [programme]))
    const amounts = ['unattended-child' as const, ...rosters].map((each) => monthlyAmount(person, each)?.fen ?? null)
    if (amounts.includes(null)) return { state: 'unchecked', reason: '名册没有金额，无从核对是否补差' }
    const sum = amounts.reduce<number>((total, fen) => total + (fen ?? 0), 0)
    const standard = monthlyFen(context.standard('orphan.scattered'))
    return sum <= standard
      ? { state: 'applies', reason: `合计 ${yuan(sum)} 元，不超过标准 ${yuan(standard)} 元` }
      : { state: 'does-not-apply', reason: `合计 ${yuan(sum)} 元，超过标准 ${yuan(standard)} 元` }
  },
}
