import { birthDateOf, sexOf } from '../../../domain/id-number.js'
import { standsForMonthOf } from '../../../domain/month.js'
import type { PersonRecord } from '../../../ingest/source.js'
import { identityNumberStandard } from '../../basis.js'
import { recordsWith, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'
import { evidence } from '../../standing.js'

export default defineRule({
  id: 'D04',
  title: '性别或出生日期与号码不符',
  kind: '数据',
  severity: 'low',
  unit: 'person',
  basis: [identityNumberStandard],
  action: '以户口簿为准核对号码、性别和出生日期，更正有误的一栏。',
  messages: { disagrees: '{rosters}的{columns}与号码不符。' },
  check(person) {
    const records = recordsWith(person, disagrees)
    if (records.length === 0) return null
    const columns = [...new Set(records.flatMap(disagreeing))].join('、')
    return {
      message: 'disagrees',
      facts: { rosters: rosterTitles(records), columns },
      evidence: records.map((record) => evidence(record, `${disagreeing(record).join('、')}与号码不符`)),
    }
  },
})

// Asked of every row, so nothing is listed before there is something to list.
function disagrees({ idNumber, sex, birthDate }: PersonRecord): boolean {
  if (idNumber === null || idNumber.value === null) return false
  return (
    differs(sex, sexOf(idNumber.value)) ||
    (birthDate !== null && !isBornOn(birthDate, idNumber.value) && isBornElsewhen(birthDate, idNumber.value))
  )
}

// Digit by digit: reading the date out of the number costs ten times as much, and nearly always they agree.
function isBornOn(birthDate: string, number: string): boolean {
  for (let i = 0; i < datePlaces.length; i++)
    if (number.charCodeAt(6 + i) !== birthDate.charCodeAt(datePlaces[i] as number)) return false
  return true
}

// Where the digits of YYYYMMDD stand in YYYY-MM-DD.
const datePlaces = [0, 1, 2, 3, 5, 6, 8, 9]

// A column of 出生年月 has no day: the first stands for the month.
function isBornElsewhen(birthDate: string | null, number: string): boolean {
  const inNumber = birthDateOf(number)
  if (birthDate === null || inNumber === null) return false
  return birthDate !== inNumber && !standsForMonthOf(birthDate, inNumber)
}

function differs(column: string | null, inNumber: string | null): boolean {
  return column !== null && inNumber !== null && column !== inNumber
}

function disagreeing({ idNumber, sex, birthDate }: PersonRecord): readonly string[] {
  if (idNumber === null || idNumber.value === null) return []
  return [
    ...(differs(sex, sexOf(idNumber.value)) ? ['性别'] : []),
    ...(isBornElsewhen(birthDate, idNumber.value) ? ['出生日期'] : []),
  ]
}
