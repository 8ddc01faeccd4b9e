import { isExtraList } from '../../../domain/extra-lists.js'
import { defineRule } from '../../rule.js'

export default defineRule({
  id: 'D05',
  title: '号内地址码不在本省',
  kind: '数据',
  severity: 'note',
  unit: 'delivery',
  audience: 'county',
  basis: [],
  action: '仅供了解名册构成，不需更正。',
  messages: {
    elsewhere: '{total} 个号码中有 {count} 个（{share}%）地址码不在本省，多为婚嫁、迁入人员；仅统计，不是错。',
  },
  check(delivery, { areaCode }) {
    const { byProvince = {}, programmes, file, sheet } = delivery
    const [programme] = programmes
    const home = areaCode.slice(0, 2)
    const total = Object.values(byProvince).reduce((sum, count) => sum + count, 0)
    const count = total - (byProvince[home] ?? 0)
    if (count === 0 || programme === undefined || isExtraList(programme)) return null
    const origin = { file, sheet, row: 0, column: null }
    return {
      message: 'elsewhere',
      facts: { total, count, share: ((count * 100) / total).toFixed(1) },
      evidence: [{ programme, fact: `${count} 个号码的地址码不在本省`, origin }],
      // The numbers change every month and ask for nothing.
      fingerprint: {},
    }
  },
})
