import { type Month, monthOf } from '../domain/month.js'
import type { RecordOf } from '../ingest/sources/all.js'
import type { Person } from '../match/person.js'
import { recordsOf } from './standing.js'

/** A disability certificate as the federation's list shows it this month. */
export interface Certificate {
  readonly record: RecordOf<'disability-certificates'>
  /** Where the list gives no state 过期 after the end of its term, else 有效: it is a list of holders. */
  readonly state: '有效' | '注销' | '冻结' | '过期' | '迁出' | '迁移中'
  /** 1 (gravest) to 4, or null when not graded. */
  readonly level: number | null
  readonly category: string | null
}

const categoryNames = ['', '视力', '听力', '言语', '肢体', '智力', '精神', '多重']

/** The person's certificate: one in force before any other, the gravest level first; null when the list does not have the person. */
export function certificateOf(person: Person, month: Month): Certificate | null {
  const records = recordsOf(person, 'disability-certificates')
  // Most people hold none or one, and rules ask of everybody.
  const [first] = records
  if (!first) return null
  if (records.length === 1) return readCertificate(first, month)
  const [best] = records
    .map((record) => readCertificate(record, month))
    .sort(
      (a, b) =>
        Number(b.state === '有效') - Number(a.state === '有效') ||
        (a.level ?? 9) - (b.level ?? 9) ||
        a.record.index - b.record.index,
    )
  return best ?? null
}

/** The certificate if it is in force. */
export function certificateInForce(person: Person, month: Month): Certificate | null {
  const certificate = certificateOf(person, month)
  return certificate?.state === '有效' ? certificate : null
}

/** True when the row is a certificate in force; a person may have several rows. */
export function isCertificateInForce(record: RecordOf<'disability-certificates'>, month: Month): boolean {
  return readCertificate(record, month).state === '有效'
}

/** 重度残疾 for 单人户施保: level 1 or 2, or level 3 of 智力 or 精神 (57号). 多重 of level 3 does not count: its parts are not known. */
export function isSevere({ level, category }: Certificate): boolean {
  return level === 1 || level === 2 || (level === 3 && (category === '智力' || category === '精神'))
}

/** Why nobody can say which level a certificate is of, in Chinese, or null: a blank or unreadable cell, and no number to tell. 未定级 is an answer. */
export function levelUnstated({ level, record }: Certificate): string | null {
  return level === null && record.level !== '未定级' ? '残联名单没有残疾等级' : null
}

/** True when the person holds a certificate in force of 重度残疾 (see `isSevere`). */
export function isSeverelyDisabled(person: Person, month: Month): boolean {
  const certificate = certificateInForce(person, month)
  return certificate !== null && isSevere(certificate)
}

/** `肢体一级` and the like, for sentences. */
export function certificateWords({ level, category }: Certificate): string {
  return `${category ?? '残疾'}${level === null ? '（未定级）' : `${'一二三四'[level - 1]}级`}`
}

function readCertificate(record: RecordOf<'disability-certificates'>, month: Month): Certificate {
  const { cancelledOn, validUntil, certificate, migrating } = record
  // A certificate on its way to another county stands as 有效 or 迁出 with a mark of its own (domain B.5).
  const status = migrating === true && record.status === '迁出' ? '迁移中' : record.status
  // A state the federation gives goes before a date: it keeps certificates in force whose renewal is under way.
  const expired = validUntil !== null && monthOf(validUntil) < month
  const stated = record.level === null ? (certificate?.level ?? null) : Number(record.level)
  return {
    record,
    state: cancelledOn !== null && monthOf(cancelledOn) <= month ? '注销' : (status ?? (expired ? '过期' : '有效')),
    level: stated === null || Number.isNaN(stated) ? null : stated,
    category: record.category ?? (certificate ? (categoryNames[certificate.category] ?? null) : null),
  }
}
