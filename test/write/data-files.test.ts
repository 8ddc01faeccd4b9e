import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csv, dataFiles, writeDataFile } from '../../src/write/data-files.js'
import { manifest } from '../../src/write/manifest.js'
import type { Report } from '../../src/write/report.js'
import { countyView } from '../../src/write/view.js'
import { sampleReport } from './sample-report.js'

const report = sampleReport()
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doudi-data-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function write(of: Report, name: string): Promise<Buffer> {
  const file = dataFiles(countyView(of)).find((one) => one.name === name)
  if (!file) throw new Error(name)
  const path = join(folder, name)
  await writeDataFile(path, file)
  return readFileSync(path)
}

async function rows(name: string, of = report): Promise<Record<string, string>[]> {
  return parse(await write(of, name), { bom: true, columns: true })
}

describe('data files', () => {
  it.each([
    [
      'findings.csv',
      'case_id,rule,kind,severity,unit,id_number,name,township,village,household_no,explanation,match_grade,first_month,times_seen,status,member_ids',
    ],
    ['persons.csv', 'person_key,source,file,sheet,row,column,id_number,name,grade,score'],
    ['issues.csv', 'code,severity,department,source,file,sheet,row,column,explanation,hint'],
    ['rules.csv', 'rule,title,state,reason,hits,suppressed,exceptions_not_checked'],
  ])('%s starts with BOM and its headings, ends lines with LF', async (name, headings) => {
    const text = (await write(report, name)).toString('utf8')
    expect(text.slice(0, headings.length + 2)).toBe(`\uFEFF${headings}\n`)
    expect(text).not.toContain('\r')
    expect(text.endsWith('\n')).toBe(true)
  })

  it('are byte-equal on a second run, also with the inputs in another order', async () => {
    const again = sampleReport()
    const turned = { ...again, cases: [...again.cases].reverse(), issues: [...again.issues].reverse() }
    for (const name of ['findings.csv', 'persons.csv', 'issues.csv', 'rules.csv'])
      expect((await write(turned, name)).equals(await write(report, name)), name).toBe(true)
  })

  it('findings.csv holds every case with whole ids, members separated by |', async () => {
    const findings = await rows('findings.csv')
    expect(findings.map((row) => row.case_id)).toEqual(report.cases.map(({ number }) => number).sort())
    const household = findings.find((row) => row.unit === 'household')
    const one = report.cases.find(({ number }) => number === household?.case_id)
    const ids = one?.finding.memberKeys.map((key) => report.persons.find((person) => person.key === key)?.idNumber)
    expect(household?.member_ids).toBe(ids?.join('|'))
    expect(household?.id_number).toMatch(/^340199\d{11}[\dX]$/)
  })

  it('sentences hold no whole id even when a rule lets one slip', async () => {
    const id = report.persons[0]?.idNumber as string
    const [one] = report.cases
    const cases = [{ ...one, finding: { ...one?.finding, explanation: `号码${id}有误` } }] as Report['cases']
    const [row] = await rows('findings.csv', { ...report, cases })
    expect(row?.explanation).toBe(`号码${id.slice(0, 6)}********${id.slice(-4)}有误`)
  })

  it('persons.csv has one line per record, duplicates included, in the order of the records', async () => {
    const [first, second, ...others] = report.persons
    const link = first?.links[0]
    const duplicate = { ...link?.record, index: 10_000 }
    const persons = [second, { ...first, duplicates: [duplicate] }, ...others] as Report['persons']
    const lines = await rows('persons.csv', { ...report, persons })
    expect(lines).toHaveLength(report.persons.reduce((sum, person) => sum + person.links.length, 0) + 1)
    expect(lines[0]?.person_key).toBe('p0')
    expect(lines.at(-1)).toMatchObject({ person_key: 'p0', grade: 'exact', score: '1', row: '5' })
  })

  it('escapes what a spreadsheet would run as a formula', async () => {
    expect(csv([['=1+1', '+86', '-5', '@x', '\t=1', 'a=b', '逗,号']])).toBe(`'=1+1,'+86,'-5,'@x,'\t=1,a=b,"逗,号"\n`)
  })
})

describe('csv', () => {
  it('writes what csv-stringify writes, plain lines and others', () => {
    const unit = fc.constantFrom(
      '张',
      'a',
      '1',
      ',',
      '"',
      '\n',
      '\r',
      '\t',
      '=',
      '-',
      '＝',
      '＋',
      '@',
      ' ',
      "'",
      ';',
      '\uFEFF',
    )
    const field = fc.oneof(fc.string({ unit, maxLength: 4 }), fc.integer(), fc.constant(''))
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 })), (lines) => {
        expect(csv(lines)).toBe(stringify(lines, { escape_formulas: true, record_delimiter: 'unix' }))
      }),
    )
  })
})

describe('the manifest', () => {
  it('accounts for every row of every input and holds no person', () => {
    const text = manifest(report)
    const content = JSON.parse(text)
    expect(content.rows).toEqual({
      rowsRead: 4860,
      rowsUsed: 4800,
      rowsRejected: 12,
      rowsDuplicate: 8,
      rowsSkipped: 40,
    })
    expect(content.inputs.map((input: { file: string }) => input.file)).toContain('通知.docx')
    expect(content.counts).toMatchObject({ cases: 60, identityQuestions: 9, casesByKind: { 漏保: 12, 数据: 12 } })
    expect(content.settings).toEqual(report.settings)
    expect(content.standards[0]).toMatchObject({ key: 'subsistence.rural', value: 831 })
    for (const { idNumber, name } of report.persons.slice(0, 5)) {
      expect(text).not.toContain(idNumber)
      expect(text).not.toContain(name)
    }
    expect(manifest(sampleReport())).toBe(text)
  })
})
