import { opinion } from '../../basis.js'
import { hasColumn } from '../../columns-sent.js'
import { deceasedOrNamesake } from '../../exceptions/deceased-or-namesake.js'
import { frailtyOf } from '../../frail-elder.js'
import { registered, registration } from '../../register.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'S03',
  title: '高龄、重残、特困老人没有探访联络人',
  on: false,
  kind: '留守',
  severity: 'medium',
  unit: 'person',
  basis: [opinion('二(三)')],
  action: '确定探视员（联络人）并登记，尽快走访，失能的联系照护。',
  needs: [['left-behind-elderly']],
  consults: ['disability-certificate', 'destitute'],
  exceptions: [deceasedOrNamesake],
  messages: { alone: '登记为{kind}，{grounds}，没有联络人（探视员）。' },
  check(person, context) {
    const row = registration(person, 'left-behind-elderly')
    if (!row || row.contact !== null) return null
    const { words, facts } = frailtyOf(person, row, context)
    if (words.length === 0) return null
    if (!hasColumn(row, 'contact', context)) return { withheld: '登记表没有“联络人”栏' }
    return {
      message: 'alone',
      facts: { kind: row.personKind ?? '留守老人', grounds: words.join('，') },
      evidence: [registered(row), ...facts],
      fingerprint: { kind: row.personKind ?? '' },
    }
  },
})
