import { idNumber } from '../../domain/id-number.js'
import { amountFen } from '../../domain/money.js'
import { personName } from '../../domain/person-name.js'
import type { Programme } from '../../domain/programme.js'
import * as words from '../../domain/vocabulary.js'
import { accountHolder, identity, optional, person, support } from '../columns.js'
import { place } from '../household-columns.js'
import { poverty } from '../poverty-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

// The children's system exports all its kinds in one form; the last two are looked after and not paid.
const allowances = {
  孤儿: ['orphan'],
  散居或集中: ['orphan'],
  事实无人抚养儿童: ['unattended-child'],
  留守儿童: [],
  困境儿童: [],
} as const satisfies Record<string, readonly Programme[]>

/** 孤儿及事实无人抚养儿童 payment list (domain B.3.5). Without a type column the sheet's or file's name decides. */
export default defineSource({
  id: 'protected-children',
  department: '民政',
  title: '孤儿及事实无人抚养儿童发放花名册',
  feeds: ['orphan', 'unattended-child'],
  told: { by: /孤儿|事实无人抚养|事无/, never: /价格|停保|减员|减少|停发|退出/ },
  columns: {
    ...person,
    accountHolder,
    ...place,
    ...identity,
    childKind: optional(
      words.childKind,
      '类型',
      '儿童类型',
      '儿童类别',
      '类别',
      '身份类别',
      ...spellings('[对象|人员|救助|保障|儿童身份|补贴|补助][类别|类型]'),
    ),
    guardian: optional(personName, '监护人', '监护人姓名', '领取人', '开户人'),
    guardianIdNumber: optional(idNumber, '监护人身份证号'),
    // What is paid goes before the rate: 事实无人抚养儿童 beside 低保 get the difference only (domain C05).
    allowanceFen: optional(
      amountFen,
      '发放金额',
      '补助金额',
      ...spellings('[月|本月|实际|实发|][补助|补贴|发放|保障|基本生活费]金额', '[月|本月|]基本生活费'),
      '金额',
      '保障标准',
      '月标准',
      '发放标准',
      ...spellings('[月|本月|实际|实发|][补助|补贴|发放|保障|基本生活费]标准'),
    ),
    schooling: poverty.schooling,
    startMonth: support.startMonth,
    dataMonth: support.dataMonth,
    backPaid: support.backPaid,
    supportState: support.supportState,
  },
  // A name with both words says nothing of a sheet or a row (B.1: one file, a sheet for each).
  defaults: [
    {
      when: /^(?!.*孤儿).*(事实无人|事无)/s,
      column: 'childKind',
      text: '事实无人抚养儿童',
      over: [null, '散居或集中'],
    },
    { when: /^(?!.*(事实无人|事无)).*孤儿/s, column: 'childKind', text: '孤儿', over: [null, '散居或集中'] },
  ],
  // Which of the two nobody can say: the one that 低保 may stand beside, so that nobody is accused (domain C05).
  enrols: ({ childKind }) => (childKind === null ? ['unattended-child'] : allowances[childKind]),
})
