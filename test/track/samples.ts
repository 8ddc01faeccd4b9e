import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding } from '../../src/domain/finding.js'
import { checkDigit } from '../../src/domain/id-number.js'
import type { Delivery } from '../../src/ingest/delivery.js'
import type { PersonRecord } from '../../src/ingest/source.js'
import type { MonthView } from '../../src/track/case-store.js'
import type { KeyedRecord } from '../../src/track/record-codec.js'

/** A new folder for one test's history. */
export function stateFolder(): string {
  return join(mkdtempSync(join(tmpdir(), 'doudi-history-')), 'state')
}

/** The id of invented person `number`. */
export function inventedId(number: number): string {
  const digits = `34019919${40 + (number % 60)}0101${String(number % 1000).padStart(3, '0')}`
  return digits + checkDigit(digits)
}

/** A member of a rural-allowance household; `more` replaces or adds fields. */
export function memberRecord(index: number, more: Readonly<Record<string, unknown>> = {}): PersonRecord {
  const value = inventedId(index)
  const record = {
    index,
    source: 'rural-allowance-members',
    origin: { file: '民政_2026-11.xlsx', sheet: '家庭成员', row: index + 4, column: null },
    programmes: ['rural-allowance'],
    system: 'rural-allowance',
    place: { township: '河湾镇', village: index % 2 === 0 ? '柳树村' : null },
    idNumber: { state: 'intact', value, pattern: value },
    name: `测试${index}`,
    sex: '男',
    birthDate: null,
    householdNumber: `H${index >> 2}`,
    headIdNumber: null,
    headName: '测试户主',
    relation: '户主',
    phone: null,
    bankAccount: null,
    formerIdNumber: null,
    formerName: null,
    amountFen: 42_000,
    insured: true,
    ...more,
  }
  return record as unknown as PersonRecord
}

/** `count` member records, keyed by their ids. */
export function keyedRecords(count: number, more: Readonly<Record<string, unknown>> = {}): KeyedRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    personKey: inventedId(index),
    record: memberRecord(index, more),
  }))
}

/** A finding of rule T01 about `subject`. */
export function finding(subject: string, more: Partial<Finding> = {}): Finding {
  return {
    rule: 'T01',
    title: '本月消失',
    kind: '脱保',
    severity: 'high',
    unit: 'person',
    subject,
    personKey: subject,
    memberKeys: [],
    township: '河湾镇',
    village: '柳树村',
    householdNumber: 'H1',
    explanation: '上月在册，本月不在册，无停保记录。',
    action: '补停保原因',
    basis: [],
    evidence: [],
    exceptions: [],
    amountFen: null,
    facts: { programme: '农村低保', month: '2026-10' },
    ...more,
  }
}

/** What a run of `month` saw: every rule judged everywhere, nobody named, nothing against the answers; `more` replaces parts. */
export function monthView(month: string, findings: readonly Finding[], more: Partial<MonthView> = {}): MonthView {
  return {
    month,
    findings,
    named: () => ({ name: null, idNumber: null, headName: null }),
    standing: () => ({ judged: true, excuse: '' }),
    contradictions: () => new Map(),
    terms: { dismissedMonths: 12, unsettledMonths: 3, progressMonths: 2, lagMonths: 1 },
    limit: { most: null, townships: ['河湾镇'] },
    ...more,
  }
}

/** A delivery of rural-allowance members. */
export function delivery(byTownship: Readonly<Record<string, number>>, more: Partial<Delivery> = {}): Delivery {
  const records = Object.values(byTownship).reduce((sum, rows) => sum + rows, 0)
  return {
    source: 'rural-allowance-members',
    department: '民政',
    programmes: ['rural-allowance'],
    file: '民政_2026-11.xlsx',
    sheet: '家庭成员',
    sha256: 'a'.repeat(64),
    format: 'xlsx',
    encoding: null,
    dataMonth: '2026-11',
    rowsRead: records,
    rowsUsed: records,
    rowsRejected: 0,
    rowsDuplicate: 0,
    rowsSkipped: 0,
    records,
    byTownship,
    rolling: false,
    ...more,
  }
}
