import { defineChange, noted } from '../change.js'
import { deathWords } from '../died.js'

/** 死亡: a death or departure list says so. */
export default defineChange({
  id: 'died',
  title: '死亡',
  turn: 'left',
  precedence: 1,
  test({ person }, context) {
    const words = deathWords(person, context)
    return words === null ? null : noted(words)
  },
})
