import type { IdentityQuestion, Person } from '../match/person.js'
import { originText } from './finding-text.js'
import { lines } from './person-facts.js'
import { shortHash } from './row-key.js'

/** Number of an identity question, `H-9f3a1c2d`: the same in every book and month as long as the two persons are the same. */
export function questionNumber({ left, right }: IdentityQuestion): string {
  return `H-${shortHash([left.key, right?.key ?? ''].sort().join('\u001f'))}`
}

/** Why the pair is asked about, in words. */
export function questionReason({ reason, right }: IdentityQuestion): string {
  if (reason === 'same-id-different-name') return '号同人异：同一号码，姓名明显不同'
  if (reason === 'possible-match') return '疑似同一人：号码不同，其他信息相近'
  return right ? '号码残缺或有误，与另一人相近' : '号码残缺或有误，未找到可对照的人'
}

/** What agrees and what does not, as the comparisons say it. */
export function comparedWords({ levels }: IdentityQuestion): string {
  return levels
    .filter(({ words }) => words !== '')
    .map(({ words }) => words)
    .join('；')
}

/** Where a person's records of this month stand, one a line; at most three. */
export function originLines(person: Person): string {
  const origins = person.links.map(({ record }) => originText(record.origin))
  return lines([...origins.slice(0, 3), origins.length > 3 && `等 ${origins.length} 处`])
}
