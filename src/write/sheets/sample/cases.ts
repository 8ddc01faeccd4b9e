import { type Mask, showIdNumber } from '../../../domain/mask.js'
import type { Month } from '../../../domain/month.js'
import { terms } from '../../../domain/terms.js'
import { caseKey } from '../../../track/case-number.js'
import { answerLines, explanationIn } from '../../finding-text.js'
import { namedHeadLines } from '../../person-facts.js'
import type { Drawn, Sample, SamplePlan } from '../../sampling.js'
import { type Column, defineSheet } from '../../sheet.js'

/** What one book of inspection shows. */
export interface SampleView extends Sample, SamplePlan {
  readonly county: string
  readonly month: Month
  /** Who checks; null: the county's own list of everything. */
  readonly checker: string | null
  readonly mask: Mask
}

/** 抽查表 (domain D.3.9): the cases that one township checks for another. */
export default defineSheet<SampleView, Drawn>({
  id: 'sample-cases',
  position: 1,
  name: '抽查表',
  layout: 'check',
  title: ({ county }) => `${county}兜底保障核查情况抽查表`,
  columns: ({ mask, month }): Column<Drawn>[] => [
    { heading: '抽样号', width: 3, style: 'ordinal', value: ({ number }) => number },
    { heading: terms['case number'], width: 6.6, style: 'id', value: ({ one }) => one.number },
    {
      heading: '被查乡镇\n村',
      width: 6,
      style: 'centre',
      value: ({ township, one }) => `${township}\n${one.finding.village ?? ''}`,
    },
    { heading: '抽查单位', width: 5.6, style: 'centre', value: ({ checker }) => checker },
    {
      heading: '户主\n户编号',
      width: 7,
      style: 'id',
      value: ({ one }) => namedHeadLines(one.named, one.finding.householdNumber, mask),
    },
    { heading: '姓名', width: 4.4, style: 'centre', value: ({ one }) => one.named.name ?? '' },
    {
      heading: terms['id number'],
      width: 9.6,
      style: 'id',
      value: ({ one }) => showIdNumber(one.named.idNumber ?? '', mask),
    },
    { heading: '疑点', width: 20, value: ({ one }) => `【${one.finding.rule}】${explanationIn(month, one)}` },
    {
      heading: '原结论和说明',
      width: 14,
      value: ({ one: { life } }) => (life.answer === null ? '' : answerLines(life.answer, mask)),
    },
    { heading: '是否一致', width: 4, style: 'centre', answer: 'inspection_answers' },
    { heading: '问题描述', width: 10, answer: 'free' },
    { heading: '整改时限', width: 5, style: 'centre', answer: 'free' },
    { heading: '抽查人', width: 4.6, style: 'centre', answer: 'free' },
    { heading: '抽查日期', width: 5, style: 'centre', answer: 'free' },
  ],
  rows: ({ drawn, checker }) => drawn.filter((one) => checker === null || one.checker === checker),
  key: ({ one }) => caseKey(one.number, one.life.round),
})
