import { defineChange, noted } from '../change.js'
import { recentDeparture } from '../departures.js'

/** 迁出: the departure list says that the person moved away. */
export default defineChange({
  id: 'moved-away',
  title: '迁出',
  turn: 'left',
  precedence: 4,
  test({ person }, context) {
    const found = recentDeparture(person, context, ({ reason }) => reason === '户籍迁移')
    if (found === null) return null
    return noted(`${found.own ? '' : '随户主'}迁出${found.record.stopMonth ? `，${found.record.stopMonth}` : ''}`)
  },
})
