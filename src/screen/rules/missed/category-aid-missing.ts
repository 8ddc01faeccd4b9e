import { allowance, povertyRosters } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import type { Person } from '../../../match/person.js'
import { opinion, unread } from '../../basis.js'
import { certificateInForce, isSevere } from '../../certificate.js'
import { hasColumn } from '../../columns-sent.js'
import { categoryScale } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { differenceSystem } from '../../exceptions/difference-system.js'
import { rowsOfGraveIllness } from '../../illness.js'
import { type Context, defineRule } from '../../rule.js'
import { inSchool } from '../../schooling.js'
import { ageOf, evidence, field, inProgramme, rosterRows } from '../../standing.js'

export default defineRule({
  id: 'L13',
  title: '低保分类施保应增未增',
  on: false,
  kind: '漏保',
  severity: 'low',
  unit: 'person',
  basis: [opinion('一(一)'), unread('国务院令第649号')],
  action: '按本县分类施保口径核对类别和比例，应增的自次月起增发；不在口径内的注明。',
  needs: [[...allowance]],
  consults: ['disability-certificate', ...povertyRosters],
  exceptions: [deceased, differenceSystem, categoryScale],
  messages: { missing: '低保对象，{grounds}，分类施保金额为{amount}。' },
  check(person, context) {
    if (!inProgramme(person, allowance)) return null
    const grounds = groundsOf(person, context)
    if (grounds.length === 0) return null
    const rows = rosterRows(person, allowance)
    if (rows.some((row) => paid(row) > 0)) return null
    const stating = rows.filter((row) => states(row, context))
    const [first] = stating
    if (!first) return { withheld: '低保名册没有分类施保金额' }
    const amount = field(first, 'categoryAidFen') === null ? '空' : ' 0'
    return {
      message: 'missing',
      facts: { grounds: grounds.join('、'), amount },
      evidence: stating.map((row) => evidence(row, `分类施保金额${amount}`)),
      fingerprint: { grounds: grounds.map((ground) => ground.replace(/^\d+ 岁/, '')).join('、') },
    }
  },
})

// Somebody of the household gets the household's sum; who, the roster does not say.
function paid(row: PersonRecord): number {
  return field(row, 'categoryAidFen') ?? field(row, 'householdCategoryAidFen') ?? 0
}

function states(row: PersonRecord, context: Context): boolean {
  return 'categoryAidFen' in row && hasColumn(row, 'categoryAidFen', context)
}

function groundsOf(person: Person, context: Context): readonly string[] {
  const age = ageOf(person, context.month) ?? Number.NaN
  const certificate = certificateInForce(person, context.month)
  const grounds: string[] = []
  if (certificate !== null && isSevere(certificate)) grounds.push('重度残疾')
  if (rowsOfGraveIllness(person).length > 0) grounds.push('重病')
  if (age < 18) grounds.push(`${age} 岁未成年`)
  else if (inSchool(person)) grounds.push('在校学生')
  if (age >= context.setting('category-aid.elder-age')) grounds.push(`${age} 岁老年人`)
  return grounds
}
