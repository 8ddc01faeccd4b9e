import rule from '../../../../src/screen/rules/quality/short-roster.js'
import { delivery } from '../../county.js'
import { table } from '../../table.js'

const stop = (township: string | null, rowsNow: number) => ({
  programme: 'rural-allowance' as const,
  township,
  rowsBefore: 60,
  rowsNow,
})
const rural = [delivery('rural-allowance-members'), delivery('rural-allowance-households')]

table(rule, [
  {
    title: '一个乡镇由 60 行降为 20 行，两个文件只说一次',
    people: () => [],
    changes: { deliveries: rural, stops: [stop('水湖镇', 20)] },
    expect: 'finding',
    severity: 'high',
    unit: 'delivery',
    says: '农村低保（水湖镇）记录数由上月 60 降为 20',
    findings: 1,
  },
  {
    title: '整表没有报送，也要说',
    people: () => [],
    changes: { deliveries: [], stops: [stop(null, 0)] },
    expect: 'finding',
    says: '本月缺失',
  },
  {
    title: '一个乡镇由 60 行增为 130 行，只提醒',
    people: () => [],
    changes: { deliveries: rural, rises: [stop('水湖镇', 130)] },
    expect: 'finding',
    severity: 'low',
    says: '农村低保（水湖镇）记录数由上月 60 增为 130，疑似重复导出',
    findings: 1,
  },
  {
    title: '一个乡镇骤减，另一个骤增',
    people: () => [],
    changes: { deliveries: rural, stops: [stop('水湖镇', 20)], rises: [stop('双墩镇', 130)] },
    expect: 'finding',
    severity: 'high',
    says: '降为 20，疑似导出不全；依赖它的名单暂不判定。农村低保（双墩镇）记录数由上月 60 增为 130',
  },
  { title: '没有骤减', people: () => [], changes: { deliveries: rural }, expect: 'clear' },
  {
    title: '别的名册没有骤减，不说它',
    people: () => [],
    changes: { deliveries: [delivery('registered-poor'), ...rural], stops: [stop('水湖镇', 20)] },
    expect: 'finding',
    findings: 1,
    evidence: ['农村低保（水湖镇）记录数由上月 60 降为 20'],
  },
])
