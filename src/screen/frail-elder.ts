import type { Evidence } from '../domain/finding.js'
import type { Person } from '../match/person.js'
import { certificateInForce, certificateWords } from './certificate.js'
import { doubtWords, meantBy, type RegisterRow, registeredAge } from './register.js'
import type { Context } from './rule.js'
import { ageOf, evidence, recordsOf } from './standing.js'

/** Why somebody old has to be visited before others, in words, with what was read. */
export interface Frailty {
  readonly words: readonly string[]
  readonly facts: readonly Evidence[]
}

/**
 * 高龄 (80 and older), 重残 (level 1 or 2, certificate in force) and 分散供养特困 (domain S03); `words` is empty when none is so. With a row of the
 * register, of whomever it means and by the age it states where nothing better is known.
 */
export function frailtyOf(person: Person, row: RegisterRow | null, context: Context): Frailty {
  const age = row ? registeredAge(person, row, context.month) : ageOf(person, context.month)
  const words: string[] = age !== null && age >= 80 ? [`${age} 岁`] : []
  const facts: Evidence[] = []
  for (const each of row ? meantBy(person, row, context) : [person]) {
    const doubt = doubtWords(person, each)
    const certificate = certificateInForce(each, context.month)
    if (certificate && (certificate.level ?? 9) <= 2) {
      words.push(`${certificateWords(certificate)}${doubt}`)
      facts.push(evidence(certificate.record, certificateWords(certificate)))
    }
    const scattered = recordsOf(each, 'destitute-persons').find(({ supportMode }) => supportMode === '分散')
    if (scattered) {
      words.push(`分散供养特困人员${doubt}`)
      facts.push(evidence(scattered, '分散供养'))
    }
  }
  return { words, facts }
}
