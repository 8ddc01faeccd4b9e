import { type ExtraList, listTitle } from '../domain/extra-lists.js'
import { groupBy } from '../domain/group.js'
import { type Issue, issueAt } from '../domain/issue.js'
import { entryFor } from './recognise.js'

/**
 * One issue for each kind of list that doudi.yaml declares and of which the month has no file: a name that was changed would otherwise go unnoticed.
 * `files` by name. What is wrong with a file that is there, others tell.
 */
export function undeliveredLists(
  declared: readonly { readonly name: string; readonly kind: ExtraList }[],
  files: readonly string[],
): readonly Issue[] {
  const brought = new Set(files.map((file) => entryFor(file, declared)?.kind))
  return [...groupBy(declared, ({ kind }) => kind)]
    .filter(([kind]) => !brought.has(kind))
    .map(([kind, own]) => {
      const names = own.map(({ name }) => name).join('、')
      return issueAt({ file: 'doudi.yaml' }, 'list-not-delivered', { list: listTitle(kind), names })
    })
}
