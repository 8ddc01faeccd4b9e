import { describe, expect, it } from 'vitest'
import type { FoundRow } from '../../bench/county/compare.js'
import { type PersonRow, wrongLinks } from '../../bench/county/links.js'
import type { MonthTruth } from '../../fixtures/truth.js'
import { id } from '../match/people.js'

const [anna, berta] = [id('19700101'), id('19800202', '002')] as const
const damaged = `${anna.slice(0, 15)}77${anna[17]}`

function truth(owner: string): MonthTruth {
  const positions = [{ source: 'deaths', file: 'a.xlsx', sheet: 'S', row: 3 }]
  const same = { idNumber: owner, name: '甲', because: '', positions }
  return { month: '2026-09', mustFind: [], mustNot: [], mayFind: [], withheld: [], samePerson: [same], stops: [] }
}

function row(key: string, idNumber: string, at: string, grade = 'exact'): PersonRow {
  const place = { source: 'deaths', file: 'a.xlsx', sheet: 'S', row: at, column: '' }
  return { person_key: key, id_number: idNumber, grade, ...place }
}

const finding = (idNumber: string, kind: string): FoundRow => ({
  rule: 'C01',
  kind,
  id_number: idNumber,
  name: '甲',
  township: '',
  household_no: '',
  member_ids: '',
  explanation: '',
})

describe('wrongLinks', () => {
  const rows = [row('p1', anna, '2'), row('p1', damaged, '3', 'probable'), row('p2', berta, '4')]

  it('finds nothing wrong where a damaged row stands with its owner', () => {
    const found = wrongLinks(truth(anna), rows, [finding(anna, '错保')])
    expect(found).toEqual({ rowsKnown: 3, linked: 1, people: 0, accusing: 1, accusingWrongly: [] })
  })

  it("names accusing findings about somebody who holds another one's row, and only those", () => {
    const accusing = finding(anna, '错保')
    const found = wrongLinks(truth(berta), rows, [accusing, finding(anna, '漏保'), finding(berta, '错保')])
    expect(found.people).toBe(1)
    expect(found.accusing).toBe(2)
    expect(found.accusingWrongly).toEqual([accusing, finding(berta, '错保')])
  })
})
