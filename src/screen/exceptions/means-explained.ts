import type { Person } from '../../match/person.js'
import { meansOf } from '../means.js'
import { type Explanation, explanationOf, listOf, textOf } from '../means-explained.js'
import type { Exception } from '../rule.js'
import { recordsIn } from '../standing.js'

// Why what a list shows is no property (domain C12). An exception answers a hit only when nothing else is left of it: a tractor does not excuse
// a second house, but a tractor and a house rebuilt from a ruin excuse each other's rest.

/** 代步车、农用车、报废、挂名、代持、注销、危改、误工补贴、借名: one exception an explanation, in the order of the lists. */
export const meansExplained: readonly Exception<Person>[] = [
  explained({ id: 'disability-vehicle', title: '残疾人代步车' }),
  explained({ id: 'farm-vehicle', title: '农用车' }),
  explained({ id: 'scrapped-vehicle', title: '车辆已报废或过户' }),
  explained({ id: 'nominal-owner', title: '挂名法人或未实缴' }),
  explained({ id: 'held-for-workshop', title: '扶贫车间、合作社代持' }),
  explained({ id: 'business-closed', title: '企业已注销或吊销' }),
  explained({ id: 'rebuilt-house', title: '危房改造或搬迁安置房' }),
  explained({ id: 'village-cadre-pay', title: '村干部误工补贴或公益岗位' }),
  explained({ id: 'borrowed-name', title: '借名存款或贷款' }),
]

function explained({ id, title }: { readonly id: Explanation; readonly title: string }): Exception<Person> {
  const test: Exception<Person>['test'] = (person, context) => {
    const own = recordsIn(person, [listOf(id)])
    if (own.length === 0) return { state: 'does-not-apply', reason: '不在该名单' }
    const rest = meansOf(person, context, (record) => explanationOf(record) === null)
    if (own.some((record) => explanationOf(record) === id) && rest.every(({ known }) => !known))
      return { state: 'applies', reason: `名单注明“${own.map(textOf).join('、')}”` }
    return own.every((record) => textOf(record) === '')
      ? { state: 'unchecked', reason: '名单没有写明用途和状态' }
      : { state: 'does-not-apply', reason: '名单没有这样注明，或另有其他财产' }
  }
  return { id, title, consults: [], test }
}
