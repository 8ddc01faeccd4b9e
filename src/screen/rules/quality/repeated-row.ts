import { rosterTitles } from '../../damage.js'
import { differingRows } from '../../differing-rows.js'
import { defineRule } from '../../rule.js'
import { evidence } from '../../standing.js'

export default defineRule({
  id: 'D07',
  title: '名册内重复行',
  kind: '数据',
  severity: 'note',
  unit: 'person',
  basis: [],
  action: '请在源系统删除重复记录；各行内容不一的，先核对哪一行是对的。',
  messages: {
    repeated: '{rosters}中同一人有 {count} 行重复。',
    differs: '{differing}。',
    both: '{rosters}中同一人有 {count} 行重复；{differing}。',
  },
  check(person, context) {
    const { duplicates } = person
    const differing = differingRows(person, context)
    if (duplicates.length === 0 && differing.length === 0) return null
    const words = differing.map(
      ({ rows, columns }) => `${rosterTitles(rows)}中同一人有 ${rows.length} 行，${columns.join('、')}不一致`,
    )
    const repeated = { rosters: rosterTitles(duplicates), count: duplicates.length }
    return {
      message: differing.length === 0 ? 'repeated' : duplicates.length === 0 ? 'differs' : 'both',
      facts: {
        ...(duplicates.length === 0 ? {} : repeated),
        ...(differing.length === 0 ? {} : { differing: words.join('；') }),
      },
      evidence: [
        ...duplicates.map((record) => evidence(record, '重复行')),
        ...differing.flatMap(({ rows, says }) => rows.map((row) => evidence(row, says(row)))),
      ],
      // What is paid or granted twice is more than a line too many.
      severity: differing.length === 0 ? 'note' : 'low',
    }
  },
})
