import { isExtraList } from '../../../domain/extra-lists.js'
import { terms } from '../../../domain/terms.js'
import type { Person } from '../../../match/person.js'
import { numberColumn } from '../../ledger-columns.js'
import { placeText, shownId } from '../../person-facts.js'
import { originLines } from '../../question.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

interface UnplacedRow {
  readonly person: Person
  readonly caseNumbers: readonly string[]
}

/** 待归属: people of places that no row of towns.csv names; they stand in no township's book. */
export default defineSheet<View, UnplacedRow>({
  id: 'unplaced',
  position: 6,
  name: '待归属',
  layout: 'table',
  title: ({ report }) => `${report.county}待归属人员（towns.csv 没有其乡镇、村）`,
  columns: ({ report: { settings } }): Column<UnplacedRow>[] => [
    { ...numberColumn, width: 3 },
    { heading: terms.name, width: 6, style: 'centre', value: ({ person }) => person.name ?? '' },
    { heading: terms['id number'], width: 11, style: 'id', value: ({ person }) => shownId(person, settings.mask) },
    { heading: '表中所写的乡镇、村、地址', width: 24, value: ({ person }) => placeText(person) },
    { heading: '出处', width: 26, value: ({ person }) => originLines(person) },
    { heading: terms['case number'], width: 12, style: 'id', value: (row) => row.caseNumbers.join('\n') },
  ],
  rows: (view) => {
    const numbers = new Map<string, string[]>()
    for (const { case: one, person } of view.cases)
      if (person && person.place.township === null)
        numbers.set(person.key, [...(numbers.get(person.key) ?? []), one.number])
    return view.report.persons
      .filter(({ place, links }) => place.township === null && links.some(({ record }) => !isExtraList(record.system)))
      .map((person) => ({ person, caseNumbers: numbers.get(person.key) ?? [] }))
  },
})
