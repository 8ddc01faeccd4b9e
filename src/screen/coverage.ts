import type { Rule } from './rule.js'

/** A clause of the county's 实施意见, what it asks in short, and what serves it. */
export interface Clause {
  /** As the rules' basis cites it, with the part where one clause asks several things: 一(一)-2. */
  readonly clause: string
  readonly asks: string
  /** Rules that check it, by id; empty where the departments' data cannot. */
  readonly rules: readonly string[]
  /** Why no rule checks it, or what of it the rules leave open; '' when they check it all. */
  readonly open: string
}

/** The clauses of 《进一步加强我县社会救助兜底脱贫行动的实施意见》 in their order, in our own words; a test compares them with the rules' basis. */
export const coverage: readonly Clause[] = [
  {
    clause: '一(一)-1',
    asks: '返贫、新增贫困、监测户和边缘户中符合低保政策的全部纳入',
    rules: ['L01', 'L02', 'L04', 'L05', 'L06', 'L07', 'L08', 'L10', 'L11', 'L12', 'L13', 'L16'],
    open: '',
  },
  {
    clause: '一(一)-2',
    asks: '超标户扣除就业成本、给予 12 个月渐退期；主动退出可发 1—3 个月低保金',
    rules: ['T02', 'T03'],
    open: '就业成本、退出奖励没有数据',
  },
  { clause: '一(一)-3', asks: '稳定脱贫、享受满 12 个月且超标的可以退出', rules: ['C07'], open: '' },
  {
    clause: '一(二)',
    asks: '特困应纳尽纳、优先集中供养，分散供养有照料人和委托照料协议',
    rules: ['L08', 'C08', 'C09', 'C10', 'C11', 'T08'],
    open: '特困名册没有供养意愿、照料人、委托照料协议列的，C10、C11 的这一部分未判定',
  },
  {
    clause: '一(三)',
    asks: '急难先行救助，乡镇小额审批，仍困难的纳入低保',
    rules: ['L03', 'L09', 'C15'],
    open: '备用金没有数据',
  },
  {
    clause: '一(四)',
    asks: '疫情影响家庭和儿童的救助，价格补贴按时发放',
    rules: ['L14', 'L15'],
    open: '疫情、失业影响的家庭没有名单',
  },
  {
    clause: '二(一)',
    asks: '残疾人两项补贴动态调整，重残人员照护',
    rules: ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09', 'P10', 'P11', 'P12', 'C04', 'T07'],
    open: '照护服务没有数据',
  },
  {
    clause: '二(二)',
    asks: '孤儿、事实无人抚养儿童全覆盖，困境、留守儿童和留守妇女关爱',
    rules: ['L15', 'S04', 'S05', 'S06', 'S07', 'C05', 'C06', 'C17', 'T07', 'T08'],
    open: '父母失联、重病没有名单；困境儿童的帮扶措施没有数据',
  },
  {
    clause: '二(三)',
    asks: '留守老人登记、联络人、赡养协议和走访',
    rules: ['S01', 'S02', 'S03', 'S08'],
    open: '登记表没有号码，按姓名、村和年龄对照，只作提问',
  },
  { clause: '三', asks: '社会组织参与（百社进百村）', rules: [], open: '没有社会组织和项目数据' },
  { clause: '四(一)', asks: '乡镇 4 月 15 日前报方案', rules: [], open: '不是比对事项' },
  {
    clause: '四(二)',
    asks: '比对和走访发现的入户调查、建台账、先行救助',
    rules: [],
    open: '由核查表和线索台账承担，不是规则',
  },
  {
    clause: '四(三)',
    asks: '低保、特困全面排查，有进有出',
    rules: [],
    open: '由全部规则的线索和核查结论承担，没有单独规则',
  },
  { clause: '四(四)', asks: '自查、抽查、查漏补缺', rules: [], open: '不是比对事项' },
  { clause: '五(二)', asks: '“1+8”救助体系，一门受理、转介', rules: [], open: '由核查结论和转介台账承担，不是规则' },
  {
    clause: '五(三)',
    asks: '防范脱保、漏保，纠正错保',
    rules: ['T01', 'T04', 'T05', 'T06', 'T09', 'C01', 'C02', 'C03', 'C12', 'C13', 'C14', 'C16', 'L11'],
    open: '',
  },
  { clause: '五(四)', asks: '6 月、9 月、12 月 5 日前报进展', rules: [], open: '不是比对事项' },
]

/** The clauses with a county's own rules added where their basis cites one; `uncited` are those that cite none. */
export function coverageWith(own: readonly Rule[]): {
  readonly clauses: readonly Clause[]
  readonly uncited: readonly Rule[]
} {
  const left = new Set(own)
  const clauses = coverage.map((each) => {
    const citing = [...left].filter((rule) => rule.basis.some((basis) => cites(basis, each.clause)))
    for (const rule of citing) left.delete(rule)
    return { ...each, rules: [...each.rules, ...citing.map(({ id }) => id)] }
  })
  return { clauses, uncited: [...left] }
}

// A rule cites the clause as the document numbers it; its first part stands for it.
function cites({ document, clause }: Rule['basis'][number], part: string): boolean {
  return document === '实施意见' && clause !== null && part.replace(/-\d$/, '') === clause
}
