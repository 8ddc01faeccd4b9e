import type { DisabilityCertificate } from '../../domain/disability-certificate.js'
import { defineChange } from '../change.js'
import { field } from '../standing.js'

/** 换证: a reissued certificate (补办、换领). A new category or level in the number is told as such. */
export default defineChange({
  id: 'certificate-number',
  title: '换证',
  turn: 'stayed',
  precedence: 22,
  programmes: ['disability-certificate'],
  test(turn) {
    for (const [past, now] of turn.pairs) {
      const [before, after] = [field(past, 'certificate'), field(now, 'certificate')]
      if (before && after && before.reissue !== after.reissue)
        return { before: suffix(before), after: suffix(after), note: '' }
    }
    return null
  },
})

function suffix({ reissue }: DisabilityCertificate): string {
  return reissue ?? '原证'
}
