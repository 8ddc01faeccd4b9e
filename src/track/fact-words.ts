import type { Facts } from '../domain/issue.js'
import { type Programme, programmes } from '../domain/programme.js'

// What the rules call the facts that a finding rests on; several facts of one name say the same kind of thing.
const titles: Readonly<Record<string, string>> = {
  approved: '审批日期',
  cause: '救助事由',
  certificate: '残疾类别等级',
  child: '儿童保障',
  children: '子女数',
  claim: '填报享受的保障',
  cleared: '风险',
  coded: '证号所示类别等级',
  columns: '不符的栏',
  count: '数量',
  dataMonth: '数据月份',
  day: '日期',
  differing: '不一致之处',
  died: '死亡月份',
  faults: '不符之处',
  first: '前一次日期',
  gaps: '不全之处',
  grounds: '依据情形',
  identified: '识别月份',
  income: '家庭人均年收入',
  insured: '保障人数',
  kind: '类型',
  last: '渐退期末月',
  left: '未保障人数',
  limit: '标准线',
  listed: '名册所列人数',
  lists: '名单',
  means: '财产收入情形',
  members: '户内人数',
  message: '重复情形',
  months: '月数',
  multiplier: '标准倍数',
  names: '姓名数',
  numbers: '户编号写法',
  paid: '发放情况',
  parents: '父母情况',
  previous: '上次在册月份',
  programme: '项目',
  programmes: '项目',
  reason: '原因',
  reasons: '情形',
  relation: '与户主关系',
  risk: '风险',
  roster: '名册',
  rosters: '名册',
  school: '就读情况',
  second: '后一次日期',
  size: '户人口',
  start: '起始月份',
  state: '状态',
  rises: '骤增情形',
  stops: '停判情形',
  stop: '停保月份',
  subsidies: '补贴',
  sum: '金额',
  sums: '发放与标准',
  tail: '账号尾号',
  why: '情形',
  words: '登记内容',
  work: '劳动能力',
  written: '登记的类别等级',
}

// Facts that are codes of their rules and not words.
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  claim: { allowance: '低保', destitute: '特困' },
  message: {
    both: '农村、城市低保两处',
    townships: '两个乡镇',
    listed: '一户列在两个乡镇',
    households: '同一名册的几户',
  },
}

/** What differs between the facts that were answered and today's, `家庭人均年收入：3000→5200`; '' when nothing does. Own rules name theirs by title. */
export function changesIn(answered: Facts | null, now: Facts): string {
  if (answered === null) return ''
  const names = [...new Set([...Object.keys(answered), ...Object.keys(now)])].sort()
  return names
    .filter((name) => answered[name] !== now[name])
    .map((name) => {
      const title = Object.hasOwn(titles, name) ? titles[name] : name
      return `${title}：${factWords(name, answered[name])}→${factWords(name, now[name])}`
    })
    .join('；')
}

// Facts name programmes by their ids.
function factWords(name: string, value: string | number | undefined): string {
  if (value === undefined || value === '') return '无'
  const words = String(value).split('|')
  return words
    .map((word) => codes[name]?.[word] ?? (Object.hasOwn(programmes, word) ? programmes[word as Programme] : word))
    .join('、')
}
