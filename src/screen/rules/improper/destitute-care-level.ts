import { opinion, unread } from '../../basis.js'
import { careFaults, careStandards } from '../../destitute-care.js'
import { reassessed } from '../../exceptions/beyond-rosters.js'
import { careStandardJustChanged } from '../../exceptions/care-standard-just-changed.js'
import { conversionMonth } from '../../exceptions/conversion-month.js'
import { defineRule } from '../../rule.js'
import { evidence, field, inProgramme, recordsIn } from '../../standing.js'

const grave: readonly string[] = ['two-modes', 'wrong-amount']

export default defineRule({
  id: 'C10',
  title: '特困供养方式、护理档次与发放不符',
  on: false,
  kind: '错保',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('一(二)'), unread('民发〔2021〕43号')],
  action: '核对供养方式、自理能力评估和发放金额，多发的追回、少发的补足；缺照料人或委托照料协议的补齐。',
  needs: [['destitute']],
  standards: [...careStandards],
  exceptions: [conversionMonth(['destitute']), careStandardJustChanged, reassessed],
  messages: { faults: '{faults}。' },
  check(person, context) {
    if (!inProgramme(person, ['destitute'])) return null
    const faults = careFaults(person, context)
    if (faults.length === 0) return unstated(person) ? { withheld: '特困名册没有供养方式或自理能力' } : null
    const amountFen = faults.reduce((sum, { differenceFen }) => sum + differenceFen, 0)
    return {
      message: 'faults',
      facts: { faults: [...new Set(faults.map(({ words }) => words))].join('；') },
      evidence: faults.map(({ record, words }) => evidence(record, words)),
      severity: faults.some(({ kind }) => grave.includes(kind)) ? 'high' : 'medium',
      ...(amountFen > 0 ? { amountFen } : {}),
    }
  },
})

function unstated(person: Parameters<typeof careFaults>[0]): boolean {
  const rows = recordsIn(person, ['destitute'])
  return rows.every((row) => field(row, 'supportMode') === null || field(row, 'selfCare') === null)
}
