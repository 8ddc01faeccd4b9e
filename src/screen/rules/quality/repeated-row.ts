import { rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'
import { evidence } from '../../standing.js'

export default defineRule({
  id: 'D07',
  title: '名册内重复行',
  kind: '数据',
  severity: 'note',
  unit: 'person',
  basis: [],
  action: '请在源系统删除重复记录。',
  messages: { repeated: '{rosters}中同一人有 {count} 行重复。' },
  check({ duplicates }) {
    if (duplicates.length === 0) return null
    return {
      message: 'repeated',
      facts: { rosters: rosterTitles(duplicates), count: duplicates.length },
      evidence: duplicates.map((record) => evidence(record, '重复行')),
    }
  },
})
