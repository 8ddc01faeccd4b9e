import { coverage } from '../../domain/programme.js'
import type { PersonRecord } from '../../ingest/source.js'
import type { Person } from '../../match/person.js'
import type { Exception } from '../rule.js'
import { pastRecordsIn, possibleRecordsIn } from '../standing.js'

/** 改号: the same name, birth date and head (or household) stand in this month's roster under an id that last month's did not have. */
export const numberCorrected: Exception<Person> = {
  id: 'number-corrected',
  title: '号码更正后仍在册',
  consults: [],
  test: (person, context) => {
    const before = pastRecordsIn(person, coverage)
    const found = context
      .namesakes(person)
      .filter((other) => pastRecordsIn(other, coverage).length === 0)
      .some((other) =>
        possibleRecordsIn(other, coverage).some((now) => before.some((past) => sharesHousehold(past, now))),
      )
    return found
      ? { state: 'applies', reason: '同名、同出生日期、同户的人以另一号码在册，视为号码更正' }
      : { state: 'does-not-apply', reason: '没有同名同出生日期同户的新号码' }
  },
}

type HouseholdMarks = Pick<PersonRecord, 'householdNumber' | 'headIdNumber' | 'headName'>

/** True when two rows name the same household by its number, its head's id or its head's name. */
export function sharesHousehold(a: HouseholdMarks, b: HouseholdMarks): boolean {
  const others = marksOf(b)
  return marksOf(a).some((mark) => others.includes(mark))
}

function marksOf(record: HouseholdMarks): readonly string[] {
  return [record.householdNumber, record.headIdNumber?.value, record.headName].filter((mark) => mark != null)
}
