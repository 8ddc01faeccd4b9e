import { addMonths, monthOf } from '../../domain/month.js'
import { allowance, disabilitySubsidies, type Programme, programmeNames } from '../../domain/programme.js'
import type { Recheck } from '../recheck.js'
import { mayStandIn } from '../standing.js'

const promised: Readonly<Record<string, readonly Programme[]>> = {
  A1: allowance,
  A2: ['destitute'],
  A3: ['marginal'],
  A5: ['orphan', 'unattended-child'],
  A6: disabilitySubsidies,
}

/** A1–A3, A5, A6 已纳入: the roster of a later month has the person (in household cases, one of them). 临时救助 (A4) is paid once and proves itself. */
const enrolled: Recheck = {
  codes: Object.keys(promised),
  contradiction({ answer, persons, month, lagMonths, complete }) {
    const programmes = promised[answer.code] ?? []
    const done = answer.values.doneDay === undefined ? answer.bookMonth : monthOf(answer.values.doneDay)
    const since = done > answer.bookMonth ? done : answer.bookMonth
    if (month <= addMonths(since, lagMonths) || persons.length === 0) return null
    const absent = persons.every(
      (person) =>
        programmes.every((programme) => complete(programme, person)) && mayStandIn(person, programmes) === 'absent',
    )
    return absent ? `答复称已纳入${programmeNames(programmes, '或')}，${month} 名册里没有` : null
  },
}

export default enrolled
