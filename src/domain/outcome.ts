/** One answer a township can give to a case (domain D.4). */
export interface Outcome {
  readonly code: string
  /** 属实·已纳入, 属实·已处理, 属实·办理中, 不属实, 无法核, 其他. */
  readonly group: string
  readonly meaning: string
  /** What else has to be filled in with this answer; '' when nothing. */
  readonly demand: string
}

const reasoned = '情况说明不少于 10 个字'

/** All outcome codes of the check sheets, in the order of the drop-down. */
export const outcomes: readonly Outcome[] = [
  { code: 'A1', group: '属实·已纳入', meaning: '低保', demand: '填办结日期' },
  { code: 'A2', group: '属实·已纳入', meaning: '特困', demand: '填办结日期' },
  { code: 'A3', group: '属实·已纳入', meaning: '低保边缘', demand: '填办结日期' },
  { code: 'A4', group: '属实·已纳入', meaning: '临时救助', demand: '填救助金额和办结日期' },
  { code: 'A5', group: '属实·已纳入', meaning: '孤儿/事无', demand: '填办结日期' },
  { code: 'A6', group: '属实·已纳入', meaning: '两项补贴', demand: '填办结日期' },
  { code: 'A7', group: '属实·已处理', meaning: '已停发', demand: '填停发月份；进入渐退期的写明起始月' },
  { code: 'A8', group: '属实·已处理', meaning: '已追缴中', demand: '填应追回、已追回金额' },
  { code: 'B1', group: '属实·办理中', meaning: '申请受理', demand: '' },
  { code: 'B2', group: '属实·办理中', meaning: '公示中', demand: '' },
  { code: 'B3', group: '属实·办理中', meaning: '转介中', demand: '情况说明写明转介部门' },
  { code: 'C1', group: '不属实', meaning: '收入超标', demand: reasoned },
  { code: 'C2', group: '不属实', meaning: '财产超标(车)', demand: reasoned },
  { code: 'C3', group: '不属实', meaning: '财产超标(房/经营)', demand: reasoned },
  { code: 'C4', group: '不属实', meaning: '有法定义务人赡养', demand: reasoned },
  { code: 'C5', group: '不属实', meaning: '自愿放弃(有承诺书)', demand: `${reasoned}，写明承诺书附件号` },
  { code: 'C6', group: '不属实', meaning: '已在其他县/类享受', demand: reasoned },
  { code: 'C7', group: '不属实', meaning: '数据滞后(源表错)', demand: `${reasoned}，写明哪张表错` },
  { code: 'C8', group: '不属实', meaning: '号码/姓名错', demand: `${reasoned}，写明正确的号码或姓名` },
  { code: 'C9', group: '不属实', meaning: '同名异人', demand: reasoned },
  { code: 'D1', group: '无法核', meaning: '死亡', demand: '情况说明写明死亡日期' },
  { code: 'D2', group: '无法核', meaning: '迁出/外嫁', demand: '情况说明写明去向' },
  { code: 'D3', group: '无法核', meaning: '长期外出失联', demand: '情况说明写明联系过程' },
  { code: 'D4', group: '无法核', meaning: '服刑/参军', demand: '' },
  { code: 'E', group: '其他', meaning: '其他', demand: reasoned },
]

/** The text of an outcome in the drop-down: `A1 属实·已纳入：低保`; the code comes first so that a returned sheet is read by its code alone. */
export function outcomeLabel(outcome: Outcome): string {
  return outcome.code === 'E' ? 'E 其他' : `${outcome.code} ${outcome.group}：${outcome.meaning}`
}
