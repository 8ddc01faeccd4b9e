import type { IdNumber } from '../../domain/id-number.js'
import { defineChange } from '../change.js'

/** 号码更正: the roster writes the same person under another number, or mended or damaged the one it had. */
export default defineChange({
  id: 'id-number',
  title: '号码更正',
  turn: 'stayed',
  nature: 'identity',
  precedence: 30,
  test(turn) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [written(past.idNumber), written(now.idNumber)]
      if (before !== after) return { before, after, note: noteOf(past.idNumber, now.idNumber) }
    }
    return null
  },
})

function written(id: IdNumber | null): string {
  return id === null ? '' : (id.value ?? id.pattern)
}

function noteOf(before: IdNumber | null, after: IdNumber | null): string {
  if (after?.value && !before?.value) return '补正'
  if (before?.value && !after?.value) return '本月号码残缺或缺失'
  return before?.value && after?.value ? '换了号码' : '仍残缺'
}
