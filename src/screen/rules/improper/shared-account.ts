import { programmeNames } from '../../../domain/programme.js'
import { accountDigits } from '../../../domain/written-number.js'
import type { PersonRecord } from '../../../ingest/source.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { guardianCollects, oneFamily } from '../../exceptions/account-explained.js'
import { monthlyAmount } from '../../monthly-amount.js'
import { familyRosters, holderOf, isOnDeathList, otherPayees } from '../../other-payees.js'
import { type Context, defineRule, type Hit } from '../../rule.js'
import { evidence, field, householdIn, rosterRows } from '../../standing.js'
import { supportOfLiving } from '../../support-of-living.js'

export default defineRule({
  id: 'C16',
  title: '发放账号异常',
  on: false,
  kind: '错保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('五(三)'), unread('国务院令第649号')],
  action: '核对账户户名、持卡人和实际领取人，冒领的追回并改发本人账户；监护人代领的补代领手续。',
  needs: [[...supportOfLiving]],
  consults: [...familyRosters, 'death', 'disability-certificate'],
  exceptions: [oneFamily, guardianCollects],
  messages: {
    shared: '{rosters}的发放账号（尾号 {tail}）同时发给另外 {count} 户的人员，户主不同。',
    dead: '{rosters}的发放账号（尾号 {tail}）户名是已死亡的家人。',
    holder: '{rosters}的发放账号（尾号 {tail}）户名不是领取人、户主或同户人员。',
  },
  check(person, context) {
    for (const record of rosterRows(person, supportOfLiving)) {
      const hit = judgeRecord(person, record, context)
      if (hit) return hit
    }
    return null
  },
})

function judgeRecord(person: Person, record: PersonRecord, context: Context): Hit | null {
  const account = accountDigits(record.bankAccount)
  if (account === null) return null
  const others = otherPayees(person, record, context)
  const message = others.length > 0 ? 'shared' : holderFault(person, record)
  if (message === null || !standsForHousehold(person, record)) return null
  const amount = monthlyAmount(person, record.system)
  const tail = account.slice(-4)
  return {
    message,
    facts: {
      rosters: programmeNames(record.programmes.length > 0 ? record.programmes : [record.system]),
      tail,
      ...(message === 'shared' ? { count: others.length } : {}),
    },
    evidence: [record, ...others.map((other) => other.record)].map((row) => evidence(row, `发放账号尾号 ${tail}`)),
    ...(amount ? { amountFen: amount.fen } : {}),
  }
}

// The members of a household are paid together: its head stands for them, or the first who lives.
function standsForHousehold(person: Person, { system }: PersonRecord): boolean {
  const home = householdIn(person, [system])
  if (home === null) return true
  const living = home.members.filter((member) => !isOnDeathList(member))
  return (home.head !== null && living.includes(home.head) ? home.head : living[0]) === person
}

// A name that a roster spells otherwise is somebody else only when nobody of the family has it.
function holderFault(person: Person, record: PersonRecord): 'dead' | 'holder' | null {
  const holder = holderOf(person, record)
  if (holder === 'dead') return holder
  return holder === 'other' && record.headName !== field(record, 'accountHolder') ? 'holder' : null
}
