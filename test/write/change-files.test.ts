import { describe, expect, it } from 'vitest'
import { changesFile, movementsFile } from '../../src/write/change-files.js'
import { household, intact, person } from '../screen/county.js'
import { monthReport } from './month-report.js'

const rural = (fields: object) => ({ 'rural-allowance-members': fields })

function rowsOf(file: ReturnType<typeof changesFile>): Record<string, string>[] {
  return [...file.rows()].map((row) =>
    Object.fromEntries(file.headings.map((heading, index) => [heading, String(row[index])])),
  )
}

describe('changes.csv and movements.csv', () => {
  const moved = person(rural({}), { past: rural({ place: { township: '庄墓镇', village: null } }) })
  const renamed = person(rural({ name: '张秀瑛' }), { past: rural({ name: '张秀英' }), name: '张秀瑛' })
  const gone = person({}, { past: rural({ householdNumber: 'D3' }) })
  const report = monthReport([moved, renamed, gone, person(rural({ startMonth: '2026-11' }))])

  it('name every change with whole ids and both values', () => {
    const rows = rowsOf(changesFile(report))
    expect(rows.map(({ change, nature, turn }) => [change, nature, turn])).toEqual([
      ['enrolled', 'real', 'joined'],
      ['unexplained', 'real', 'left'],
      ['township', 'real', 'stayed'],
      ['name', 'identity', 'stayed'],
    ])
    expect(rows[1]).toMatchObject({ id_number: gone.idNumber, household_no: 'D3', township: '水湖镇' })
    expect(rows[3]).toMatchObject({ before: '张秀英', after: '张秀瑛', programme: 'rural-allowance' })
  })

  it('add up by programme and township', () => {
    const rows = rowsOf(movementsFile(report))
    expect(rows.map(({ township, before, now }) => [township, before, now])).toEqual([
      ['庄墓镇', '1', '0'],
      ['水湖镇', '2', '3'],
    ])
    expect(rows[0]).toMatchObject({ moved_out: '1', left_unexplained: '0', unjudged_reason: '' })
    expect(rows[1]).toMatchObject({ moved_in: '1', left_unexplained: '1', joined_enrolled: '1', changed_township: '1' })
  })

  it('say why a township was left open', () => {
    const stop = { programme: 'rural-allowance' as const, township: '水湖镇', rowsBefore: 60, rowsNow: 2 }
    const [row] = rowsOf(movementsFile(monthReport([gone], { stops: [stop] })))
    expect(row).toMatchObject({ unjudged_left: '1', left_unexplained: '0' })
    expect(row?.unjudged_reason).toContain('由上月 60 降为 2')
  })

  it('hold each change of a household once', () => {
    const make = () =>
      person(rural({ headIdNumber: intact('340199195505050012'), householdNumber: 'D9' }), {
        past: rural({ headIdNumber: intact('340199195505050012'), householdNumber: 'D1' }),
      })
    const people = household('rural-allowance', [make(), make()], 'D9')
    expect(rowsOf(changesFile(monthReport(people))).map(({ change }) => change)).toEqual(['household-number'])
  })
})
