import { allowance, coverage, disabilitySubsidies, type Programme, programmeNames } from '../../../domain/programme.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { certificateInForce, levelUnstated } from '../../certificate.js'
import { annualReview, higherBenefit } from '../../exceptions/beyond-rosters.js'
import { certificateUnderOtherNumber } from '../../exceptions/certificate-change.js'
import { deathRecorded } from '../../exceptions/death-recorded.js'
import { anyDepartureRecorded } from '../../exceptions/departure-recorded.js'
import { destitutePerson, destituteRecipient } from '../../exceptions/destitute-person.js'
import { paymentStopped } from '../../exceptions/stop-stated.js'
import { pastEvidence } from '../../loss.js'
import { type Context, defineRule, type Outcome } from '../../rule.js'
import { ageOf, inProgramme, pastRecordsIn } from '../../standing.js'

const paid = ['living-subsidy', 'care-subsidy', 'orphan', 'unattended-child'] as const
const elderly = 'old-age-allowance'

export default defineRule({
  id: 'T07',
  title: '补贴、儿童保障或高龄津贴中断',
  on: false,
  kind: '脱保',
  severity: 'medium',
  unit: 'person',
  among: 'left-a-roster',
  basis: [opinion('二(一)'), opinion('二(二)'), unread('国发〔2015〕52号')],
  action: '查明停发原因：年审未过的通知补审，漏发的补发，转特困、择高等注明。',
  consults: [
    ...paid,
    ...coverage.filter((each) => !(paid as readonly Programme[]).includes(each)),
    'disability-certificate',
    'departure',
    'death',
  ],
  needsHistory: true,
  exceptions: [
    destituteRecipient,
    anyDepartureRecorded,
    paymentStopped,
    deathRecorded,
    certificateUnderOtherNumber,
    higherBenefit,
    annualReview,
  ],
  messages: { stopped: '{previous} 领取{programmes}，本月不在发放名册，仍符合领取条件。' },
  check(person, context) {
    if (person.past.length === 0) return null
    const interrupted = paid.filter((programme) => isInterrupted(person, programme, context))
    const lostElderly = isGone(person, elderly)
    // Of 特困 who lose both, the exception that answers for the subsidies must not answer for the other.
    const isExcluded = lostElderly && destitutePerson.test(person, context).state === 'applies'
    const stopped: Programme[] = isExcluded ? interrupted.filter((each) => !isSubsidy(each)) : interrupted
    if (lostElderly) {
      if (stopped.length === 0 && !isWhole(elderly, person, context))
        return { withheld: '本月没有收到高龄津贴名册，或疑似导出不全' }
      if (isWhole(elderly, person, context)) stopped.push(elderly)
    }
    const past = pastRecordsIn(person, stopped)
    const [first] = past
    if (!first) return openByLevel(person, context)
    return {
      message: 'stopped',
      facts: { previous: first.month, programmes: programmeNames(stopped) },
      evidence: past.map((record) => pastEvidence(record, stopped)),
      absentFrom: stopped,
    }
  },
})

function isSubsidy(programme: Programme): boolean {
  return (disabilitySubsidies as readonly Programme[]).includes(programme)
}

// Without a level nobody can say whether the subsidy is still due.
function openByLevel(person: Person, context: Context): Outcome {
  if (!isGone(person, 'care-subsidy') && !(isGone(person, 'living-subsidy') && inProgramme(person, allowance)))
    return null
  const certificate = certificateInForce(person, context.month)
  const unstated = certificate && levelUnstated(certificate)
  return unstated ? { withheld: unstated } : null
}

// Age does not go down again: who drew it and lives is still entitled.
function isGone(person: Person, programme: Programme): boolean {
  return pastRecordsIn(person, [programme]).length > 0 && !inProgramme(person, [programme])
}

// Many counties have no such list at all, so that it must not keep the rule from the other subsidies.
function isWhole(programme: Programme, person: Person, { delivered, stops }: Context): boolean {
  const townships = [person.place.township, ...person.past.map(({ place }) => place.township)]
  const short = stops.some(
    (stop) => stop.programme === programme && (stop.township === null || townships.includes(stop.township)),
  )
  return delivered(programme) && !short
}

function isInterrupted(person: Person, programme: (typeof paid)[number], context: Context): boolean {
  if (!isGone(person, programme)) return false
  const level = certificateInForce(person, context.month)?.level ?? null
  if (programme === 'living-subsidy') return level !== null && inProgramme(person, allowance)
  if (programme === 'care-subsidy') return level !== null && level <= 2
  // A child in any other programme went over to it.
  return (ageOf(person, context.month) ?? 18) < 18 && !inProgramme(person, coverage)
}
