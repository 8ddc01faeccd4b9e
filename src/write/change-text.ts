import { type Mask, maskIdNumbersIn, showIdNumber } from '../domain/mask.js'
import type { Change } from '../screen/change.js'

/** What a change shows of before or after: ids masked as the setting says, also those damaged ones that no longer look like ids. */
export function shownChange({ kind }: Change, value: string, mask: Mask): string {
  if (value === '' || mask === 'none') return value
  return kind.id === 'id-number' ? showIdNumber(value, mask) : maskIdNumbersIn(value, mask)
}

/** True for a sum that only followed a rise of the standard: counted, but not worth a line of its own in a large county. */
export function onlyFollowsStandard({ kind, before, after, note }: Change): boolean {
  return kind.id === 'amount' && note.startsWith('本期调标') && Number(after) > Number(before)
}
