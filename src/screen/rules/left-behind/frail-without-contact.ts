import { povertyRosters } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion } from '../../basis.js'
import { hasColumn } from '../../columns-sent.js'
import { deceasedOrNamesake } from '../../exceptions/deceased-or-namesake.js'
import { movedAway } from '../../exceptions/moved-away.js'
import { frailtyOf } from '../../frail-elder.js'
import { livesAlone } from '../../lives-alone.js'
import { isRegistered, type RegisterRow, registered, registration } from '../../register.js'
import { type Context, defineRule, type Outcome } from '../../rule.js'
import { ageOf, evidence, recordsIn } from '../../standing.js'
import { holdsTownship } from '../../township-lists.js'

const register = 'left-behind-elderly'

export default defineRule({
  id: 'S03',
  title: '高龄、重残、特困老人未列入探访',
  on: false,
  kind: '留守',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('二(三)')],
  action: '登记并确定探视员（联络人），尽快走访，失能的联系照护。',
  needs: [[register, ...povertyRosters]],
  consults: [register, ...povertyRosters, 'disability-certificate', 'destitute'],
  unlistedIn: register,
  exceptions: [deceasedOrNamesake, movedAway],
  messages: {
    alone: '登记为{kind}，{grounds}，没有联络人（探视员）。',
    unlisted: '扶贫名册上独自一户，{age} 岁，{grounds}，不在留守（独居）老人登记表。',
  },
  check(person, context) {
    const row = registration(person, register)
    return row ? withoutContact(person, row, context) : unlisted(person, context)
  },
})

function withoutContact(person: Person, row: RegisterRow, context: Context): Outcome {
  if (row.contact !== null) return null
  const { words, facts } = frailtyOf(person, row, context)
  if (words.length === 0) return null
  if (!hasColumn(row, 'contact', context)) return { withheld: '登记表没有“联络人”栏' }
  const kind = row.personKind ?? '留守老人'
  return {
    message: 'alone',
    facts: { kind, grounds: words.join('，') },
    evidence: [registered(row), ...facts],
    fingerprint: { kind },
  }
}

function unlisted(person: Person, context: Context): Outcome {
  const age = ageOf(person, context.month)
  if (age === null || age < 60 || !livesAlone(person)) return null
  const { words, facts } = frailtyOf(person, null, context)
  if (words.length === 0 || isRegistered(person, register, context)) return null
  if (!holdsTownship(register, person.place.township, context))
    return { withheld: '本月没有收到该乡镇的留守老人登记表' }
  const rows = recordsIn(person, povertyRosters).map((record) => evidence(record, '独自一户'))
  // The first ground of the very old is their age, which the sentence gives already.
  const grounds = words.filter((word) => word !== `${age} 岁`)
  return {
    message: 'unlisted',
    facts: { age, grounds: grounds.length > 0 ? grounds.join('，') : '高龄' },
    evidence: [...rows, ...facts],
    fingerprint: { kind: '未登记' },
  }
}
