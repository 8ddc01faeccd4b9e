import { defineChange, noted } from '../change.js'
import { recentDeparture, speaksOf } from '../departures.js'
import { statedStop } from '../stated-stop.js'

/**
 * 停保: the departure list names the stop with another reason, or the roster itself says so. The list speaks of 低保 and 特困, unless it names the
 * programme.
 */
export default defineChange({
  id: 'stopped',
  title: '停保',
  turn: 'left',
  precedence: 5,
  test({ person, programme }, context) {
    const found = recentDeparture(person, context)
    if (!found || !speaksOf(found.record, programme))
      return statedStop(person, [programme]) ? noted('停保：名册自己注明已停') : null
    const { reason, stopMonth } = found.record
    const when = stopMonth === null ? '停保月份未填' : `${stopMonth} 停保`
    return noted(`${found.own ? '' : '随户主'}停保：${reason ?? '原因未填'}，${when}`)
  },
})
