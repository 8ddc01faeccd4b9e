import { allowance, programmeNames } from '../../../domain/programme.js'
import { opinion, unread } from '../../basis.js'
import { conversionMonth } from '../../exceptions/conversion-month.js'
import { outsideSupportedSize } from '../../exceptions/outside-supported-size.js'
import { paidMonthly } from '../../monthly-amount.js'
import { defineRule } from '../../rule.js'
import { inProgramme, onTheRoll, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'C03',
  title: '特困与低保重复',
  kind: '错保',
  severity: 'high',
  unit: 'person',
  basis: [opinion('五(三)'), unread('国务院令第649号'), unread('民发〔2021〕43号')],
  action: '特困优先，停发本人低保金并重新核定该低保户保障人口。',
  needs: [['destitute'], [...allowance]],
  exceptions: [conversionMonth([...allowance, 'destitute']), outsideSupportedSize],
  messages: { both: '本月同时在特困供养和{roster}名册，均为被保障人员。' },
  check(person) {
    const rosters = allowance.filter((programme) => inProgramme(person, [programme]))
    if (rosters.length === 0 || !inProgramme(person, ['destitute'])) return null
    return {
      message: 'both',
      facts: { roster: programmeNames(rosters) },
      evidence: recordsIn(person, ['destitute', ...rosters]).map(onTheRoll),
      ...paidMonthly(person, rosters),
    }
  },
})
