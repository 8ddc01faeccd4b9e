import { opinion, unread } from '../../basis.js'
import { noBed } from '../../exceptions/beyond-rosters.js'
import { deceased } from '../../exceptions/deceased.js'
import { defineRule } from '../../rule.js'
import { evidence, field, inProgramme, recordsIn } from '../../standing.js'

export default defineRule({
  id: 'C11',
  title: '不能自理特困人员集中供养意愿未落实',
  on: false,
  kind: '漏保',
  severity: 'note',
  unit: 'person',
  basis: [opinion('一(二)'), unread('民发〔2021〕43号')],
  action: '与本人和供养机构衔接，优先安排集中供养；暂无床位或改变意愿的注明。',
  needs: [['destitute']],
  exceptions: [deceased, noBed],
  messages: { wish: '生活不能自理，愿意集中供养，名册仍为分散供养。' },
  check(person) {
    if (!inProgramme(person, ['destitute'])) return null
    const rows = recordsIn(person, ['destitute'])
    const of = <K extends 'supportMode' | 'selfCare' | 'supportWish'>(name: K) =>
      rows.map((row) => field(row, name)).find((value) => value !== null) ?? null
    if (of('supportMode') !== '分散' || of('selfCare') !== '全护理') return null
    const wish = of('supportWish')
    if (wish === null) return { withheld: '特困名册没有供养意愿' }
    if (wish !== '集中') return null
    return { message: 'wish', facts: {}, evidence: rows.map((row) => evidence(row, '全护理，分散供养，意愿集中')) }
  },
})
