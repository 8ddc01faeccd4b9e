import { coverage } from '../../domain/programme.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { pastRecordsIn, possibleRecordsIn } from '../standing.js'

/** 改号: the same name, birth date and head (or household) stand in this month's roster under an id that last month's did not have. */
export const numberCorrected: Exception<Person> = {
  id: 'number-corrected',
  title: '号码更正后仍在册',
  consults: [],
  test: (person, context) => {
    const before = pastRecordsIn(person, coverage).map(householdMarks)
    const found = context
      .namesakes(person)
      .filter((other) => pastRecordsIn(other, coverage).length === 0)
      .some((other) =>
        possibleRecordsIn(other, coverage).some((now) => before.some((past) => share(past, householdMarks(now)))),
      )
    return found
      ? { state: 'applies', reason: '同名、同出生日期、同户的人以另一号码在册，视为号码更正' }
      : { state: 'does-not-apply', reason: '没有同名同出生日期同户的新号码' }
  },
}

type Marks = readonly string[]

function householdMarks(record: {
  readonly householdNumber: string | null
  readonly headIdNumber: { readonly value: string | null } | null
  readonly headName: string | null
}): Marks {
  return [record.householdNumber, record.headIdNumber?.value, record.headName].filter((mark) => mark != null)
}

function share(a: Marks, b: Marks): boolean {
  return a.some((mark) => b.includes(mark))
}
