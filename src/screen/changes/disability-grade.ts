import type { PersonRecord } from '../../ingest/source.js'
import { defineChange } from '../change.js'
import { field } from '../standing.js'

/** 残疾等级变化: category or level as the federation's list has them; decides subsidies and 单人户施保. */
export default defineChange({
  id: 'disability-grade',
  title: '残疾等级变化',
  turn: 'stayed',
  precedence: 20,
  programmes: ['disability-certificate'],
  test(turn) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [gradeOf(past), gradeOf(now)]
      if (before !== '' && after !== '' && before !== after) return { before, after, note: '' }
    }
    return null
  },
})

function gradeOf(record: PersonRecord): string {
  const level = field(record, 'level') ?? String(field(record, 'certificate')?.level ?? '')
  const named = '一二三四'[Number(level) - 1]
  return `${field(record, 'category') ?? ''}${named ? `${named}级` : level}`
}
