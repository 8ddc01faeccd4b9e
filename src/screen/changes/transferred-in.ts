import { programmeNames } from '../../domain/programme.js'
import { defineChange, noted } from '../change.js'
import { transferFamily } from '../transfer.js'

/** 转入: from another programme of basic support, left since last month. */
export default defineChange({
  id: 'transferred-in',
  title: '转入',
  turn: 'joined',
  precedence: 2,
  programmes: transferFamily,
  test({ left }) {
    const from = left.filter((programme) => transferFamily.includes(programme))
    return from.length === 0 ? null : noted(`由${programmeNames(from)}转入`)
  },
})
