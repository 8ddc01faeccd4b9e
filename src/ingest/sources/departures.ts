import { plainTextCell } from '../../domain/cell.js'
import { month } from '../../domain/month.js'
import * as words from '../../domain/vocabulary.js'
import { identity, optional, person, support } from '../columns.js'
import { householdOf, place } from '../household-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

/** 停保及自然减员汇总: who left, when and why; goes on over months (domain D.3.5). The head's row stands for the household when only the head is named. */
export default defineSource({
  id: 'departures',
  department: '民政',
  title: '停保及自然减员汇总',
  feeds: ['departure'],
  told: { by: /停保|减员|(?<!自然)减少|停发|退出/ },
  rolling: true,
  columns: {
    ...person,
    ...place,
    ...householdOf,
    name: {
      ...identity.name,
      headers: [
        ...identity.name.headers,
        '停保人员',
        '停保对象',
        '减员对象',
        '退出对象',
        '停保人员姓名',
        '死亡人员',
        '死亡人员姓名',
        '减员人员',
        '减员人员姓名',
        '户主姓名',
      ],
    },
    // The monthly list of deaths (自然减员月报) has the head's id only; its dead are known by name, household and village.
    idNumber: {
      ...identity.idNumber,
      headers: [
        ...identity.idNumber.headers,
        '停保人员身份证号',
        '死亡人员身份证号',
        '减员人员身份证号',
        '户主身份证号',
      ],
      optional: true,
    },
    reason: {
      headers: [
        ...spellings('[停保|减员|退出|停发|减少|注销|退保|取消|清退|终止|停止|变动|变更][原因|事由|理由]'),
        '原因',
      ],
      cell: words.departureReason,
    },
    stopMonth: {
      headers: [
        '停保月份',
        '停保日期',
        '停发时间',
        '退出时间',
        '减员月份',
        '减员时间',
        '减员日期',
        '减少时间',
        '停保时间',
        ...spellings('[停保|停发|退出|减员|减少|注销|退保|取消|清退|终止|停止][年月|月份|月|时间|日期]'),
        '死亡日期',
      ],
      cell: month,
    },
    wholeHousehold: optional(plainTextCell, '停保范围', '范围'),
    graceStart: optional(month, ...support.graceStart.headers),
    programmeName: optional(
      plainTextCell,
      '类别',
      ...spellings('[救助|保障|低保|对象|人员|待遇|享受|停保|停发|项目|原保障|原享受][类别|类型|项目]'),
      '项目',
    ),
    remark: optional(plainTextCell, '备注', '说明'),
  },
  defaults: [{ when: /自然减员|死亡/, column: 'reason', text: '死亡' }],
})
