import { monthOf, monthsBetween } from '../../../domain/month.js'
import type { Person } from '../../../match/person.js'
import { opinion } from '../../basis.js'
import { hasColumn } from '../../columns-sent.js'
import { deceasedOrNamesake } from '../../exceptions/deceased-or-namesake.js'
import { frailtyOf } from '../../frail-elder.js'
import { type RegisterRow, registered, registration } from '../../register.js'
import { type Context, defineRule } from '../../rule.js'

const systems = ['contact', 'supportAgreement', 'visitedOn'] as const

/** Not in domain.md's catalogue: 联络人、赡养协议、走访 are asked of every registered elder by 实施意见 二(三). Next free id of its group. */
export default defineRule({
  id: 'S08',
  title: '留守老人联络、赡养协议、走访不全',
  on: false,
  kind: '留守',
  severity: 'low',
  unit: 'person',
  basis: [opinion('二(三)')],
  action: '补齐联络人、赡养协议，按期走访并登记日期。',
  needs: [['left-behind-elderly']],
  consults: [],
  exceptions: [deceasedOrNamesake],
  messages: { incomplete: '登记为{kind}，{gaps}。' },
  check(person, context) {
    const row = registration(person, 'left-behind-elderly')
    if (!row) return null
    const sent = systems.filter((field) => hasColumn(row, field, context))
    if (sent.length === 0) return { withheld: '登记表没有“联络人”“赡养协议”“走访日期”栏' }
    const gaps = sent.map((field) => gapIn(field, row, person, context)).filter((gap) => gap !== null)
    if (gaps.length === 0) return null
    return {
      message: 'incomplete',
      facts: { kind: row.personKind ?? '留守老人', gaps: gaps.join('，') },
      evidence: [registered(row)],
      // Time alone asks nothing anew.
      fingerprint: {
        kind: row.personKind ?? '留守老人',
        gaps: gaps.map((gap) => gap.replace(/，已过 \d+ 个月$/, '')).join('，'),
      },
    }
  },
})

function gapIn(field: (typeof systems)[number], row: RegisterRow, person: Person, context: Context): string | null {
  if (field === 'contact') return row.contact === null && !isAskedByS03(row, person, context) ? '没有联络人' : null
  if (field === 'supportAgreement') return row.supportAgreement === '已签' ? null : '没有签赡养协议'
  if (row.visitedOn === null) return '没有走访日期'
  const months = monthsBetween(monthOf(row.visitedOn), context.month)
  return months > context.setting('visit.months') ? `最近走访在 ${row.visitedOn}，已过 ${months} 个月` : null
}

function isAskedByS03(row: RegisterRow, person: Person, context: Context): boolean {
  return context.runs('S03') && frailtyOf(person, row, context).words.length > 0
}
