import { coverage, disabilitySubsidies, type Programme } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { statedStop } from '../stated-stop.js'

/** 名册注明已停: who lost 低保, 特困 or a child's support still stands in its list, which says that it was stopped. */
export const supportStopped = stated(coverage)

/** The same for whoever lost a payment, by the lists that pay it: that 低保 was stopped says nothing of a subsidy. */
export const paymentStopped = stated(['orphan', 'unattended-child', ...disabilitySubsidies, 'old-age-allowance'])

function stated(list: readonly Programme[]): Exception<Person> {
  return {
    id: 'stop-stated',
    title: '名册注明已停',
    consults: [],
    test: (person) =>
      statedStop(person, list)
        ? { state: 'applies', reason: '名册里仍有本人，状态注明已停' }
        : { state: 'does-not-apply', reason: '名册没有注明本人已停' },
  }
}
