import { plainTextCell } from '../../domain/cell.js'
import { month } from '../../domain/month.js'
import * as words from '../../domain/vocabulary.js'
import { identity, optional, person } from '../columns.js'
import { householdOf, place } from '../household-columns.js'
import { defineSource } from '../source.js'

/** 停保及自然减员汇总: who left, when and why; goes on over months (domain D.3.5). The head's row stands for the household when only the head is named. */
export default defineSource({
  id: 'departures',
  department: '民政',
  title: '停保及自然减员汇总',
  feeds: ['departure'],
  told: { by: /停保|减员|停发|退出/ },
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
      headers: ['停保原因', '减员原因', '退出原因', '停发原因', '减少原因', '注销原因', '原因'],
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
        '死亡日期',
      ],
      cell: month,
    },
    wholeHousehold: optional(plainTextCell, '停保范围', '范围'),
    graceStart: optional(month, '渐退起始月', '渐退起', '渐退期起始月'),
    programmeName: optional(plainTextCell, '类别', '救助类别', '保障类别', '低保类别'),
    remark: optional(plainTextCell, '备注', '说明'),
  },
  defaults: [{ when: /自然减员|死亡/, column: 'reason', text: '死亡' }],
})
