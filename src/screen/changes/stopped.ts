import { basicSupport, type Programme } from '../../domain/programme.js'
import { defineChange, noted } from '../change.js'
import { recentDeparture } from '../departures.js'

/** 停保: the departure list names the stop with another reason. It speaks of 低保 and 特困, unless it names the programme. */
export default defineChange({
  id: 'stopped',
  title: '停保',
  turn: 'left',
  precedence: 5,
  test({ person, programme }, context) {
    const found = recentDeparture(person, context)
    if (!found || !speaksOf(found.record.programmeName, programme)) return null
    const { reason, stopMonth } = found.record
    const when = stopMonth === null ? '停保月份未填' : `${stopMonth} 停保`
    return noted(`${found.own ? '' : '随户主'}停保：${reason ?? '原因未填'}，${when}`)
  },
})

const words: Readonly<Partial<Record<Programme, RegExp>>> = {
  'rural-allowance': /低保/,
  'urban-allowance': /低保/,
  destitute: /特困|五保/,
  marginal: /边缘|低收入/,
  'living-subsidy': /补贴/,
  'care-subsidy': /补贴/,
  orphan: /孤儿|儿童/,
  'unattended-child': /事实无人|事无|儿童/,
}

function speaksOf(name: string | null, programme: Programme): boolean {
  if (name === null || name === '') return (basicSupport as readonly Programme[]).includes(programme)
  return words[programme]?.test(name) ?? false
}
