import { type ExtraList, listTitle } from '../domain/extra-lists.js'
import { groupBy } from '../domain/group.js'
import { type Issue, issueAt } from '../domain/issue.js'
import type { Delivery } from './delivery.js'

/** One issue for each kind of list that doudi.yaml declares and no file of the month brought: a name that was changed would otherwise go unnoticed. */
export function undeliveredLists(
  declared: readonly { readonly name: string; readonly kind: ExtraList }[],
  deliveries: readonly Delivery[],
): readonly Issue[] {
  const brought = new Set(deliveries.map(({ source }) => source))
  return [...groupBy(declared, ({ kind }) => kind)]
    .filter(([kind]) => !brought.has(kind))
    .map(([kind, own]) => {
      const names = own.map(({ name }) => name).join('、')
      return issueAt({ file: 'doudi.yaml' }, 'list-not-delivered', { list: listTitle(kind), names })
    })
}
