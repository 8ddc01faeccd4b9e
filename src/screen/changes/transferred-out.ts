import { disabilitySubsidies, type Programme, programmeNames } from '../../domain/programme.js'
import { defineChange, noted } from '../change.js'
import { transferFamily } from '../transfer.js'

/** 转出: to another programme of basic support; for the two subsidies, to 特困供养, which excludes them. */
export default defineChange({
  id: 'transferred-out',
  title: '转出',
  turn: 'left',
  precedence: 2,
  programmes: [...transferFamily, ...disabilitySubsidies],
  test({ programme, joined }) {
    const subsidies: readonly Programme[] = disabilitySubsidies
    const reached: readonly Programme[] = subsidies.includes(programme) ? ['destitute'] : transferFamily
    const to = joined.filter((each) => reached.includes(each))
    return to.length === 0 ? null : noted(`转入${programmeNames(to)}`)
  },
})
