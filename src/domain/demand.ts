import type { AnswerValues } from './answer.js'
import { plainText } from './cell.js'
import { parseIdNumber } from './id-number.js'
import { characterCount } from './note-facts.js'
import { referredTo } from './referral.js'

/** Something that an outcome has to come with. */
interface Demand {
  /** As the guide of the check sheets prints it. */
  readonly ask: string
  /** What the answer that goes back is told. */
  readonly lack: string
  met(values: AnswerValues): boolean
}

// Beside those that the ledger of referrals counts.
const otherOffice = /慈善|妇联|工会|团委|红十字|[\p{Script=Han}]{2,}(?:局|委员会|办公室|联合会|协会|基金会)/u
const attachment = /(?:附件|承诺书|编号)[^\d一二三四五六七八九十]{0,6}[\dA-Za-z一二三四五六七八九十]/
const roster = /[表册单]|系统|名单|台账|残联|民政|扶贫|乡村振兴|低保|特困|补贴/
const rightName = /(?:应为|应是|实为|改为|更名为|现名|正确(?:的)?(?:姓名|名字)(?:是|为)?):?\s*[\p{Script=Han}·]{2,}/u
// Words that send the reader elsewhere or own that nothing is known.
const hollow =
  /[详请可]?[见同如](?:附[件表页后]|上|前|原表)|附件[\d一二三四五六七八九十]*|情况属实|属实|已?核实|不详|不清楚|不知道?|不明|未知/gu
// Words of the outcome itself: 迁出/外嫁, 长期外出失联.
const goneAway = /户口|户籍|本人|全家|已经?|迁出|迁走|迁移|外迁|外嫁|出嫁|去向/gu
const outOfReach = /无法核实?|本人|全家|已经?|长期|常年|外出|失联|失去联系/gu

/** How many characters a note has beside those that say nothing. */
function newsIn(note: string, repeated: RegExp): number {
  return characterCount(plainText(note).replace(hollow, '').replace(repeated, ''))
}

/** Whether a note speaks of the grace period (渐退期). */
export function speaksOfGrace({ note = '', graceStart, handling = '' }: AnswerValues): boolean {
  return graceStart !== undefined || /渐退/.test(note) || /渐退/.test(handling)
}

/** Every 18-character number in a note that is a whole id. */
export function idNumbersIn(note: string): readonly string[] {
  const runs = plainText(note).match(/(?<!\d)\d{17}[\dXx](?!\d)/g) ?? []
  return runs.flatMap((run) => parseIdNumber(run)?.value ?? [])
}

/** Every demand by name; which outcome makes which stands in outcome.ts. What has no column of its own on a sheet may stand in the note. */
export const demands = {
  'aid-amount': {
    ask: '救助金额',
    lack: '没有填救助金额',
    met: ({ aidYuan }) => Number(aidYuan ?? 0) > 0,
  },
  attachment: {
    ask: '情况说明写明承诺书附件号',
    lack: '情况说明没有写明承诺书的附件号',
    met: ({ note = '' }) => attachment.test(note),
  },
  contact: {
    ask: '情况说明写明联系过程',
    lack: '情况说明没有写明联系过程',
    met: ({ note = '' }) => newsIn(note, outOfReach) >= 4,
  },
  'correct-identity': {
    ask: '情况说明写明正确的号码或姓名（姓名写“应为某某”）',
    lack: '情况说明没有写明正确的号码（18 位、校验码相符）或姓名（“应为某某”）',
    met: ({ note = '' }) => idNumbersIn(note).length > 0 || rightName.test(note),
  },
  'death-day': {
    ask: '死亡日期',
    lack: '没有填死亡日期',
    met: ({ deathDay }) => deathDay !== undefined,
  },
  destination: {
    ask: '情况说明写明去向',
    lack: '情况说明没有写明去向',
    met: ({ note = '' }) => newsIn(note, goneAway) >= 2,
  },
  'done-day': { ask: '办结日期', lack: '没有填办结日期', met: ({ doneDay }) => doneDay !== undefined },
  'due-amount': { ask: '应追回金额', lack: '没有填应追回金额', met: ({ dueYuan }) => dueYuan !== undefined },
  explained: {
    ask: '情况说明不少于 10 个字',
    lack: '情况说明不足 10 个字',
    met: ({ note = '' }) => characterCount(note) >= 10,
  },
  'grace-start': {
    ask: '进入渐退期的填渐退起始月',
    lack: '进入渐退期而没有填渐退起始月',
    met: (values) => !speaksOfGrace(values) || values.graceStart !== undefined,
  },
  'recovered-amount': {
    ask: '已追回金额（没有追回的填 0）',
    lack: '没有填已追回金额（没有追回的填 0）',
    met: ({ recoveredYuan }) => recoveredYuan !== undefined,
  },
  referral: {
    ask: '情况说明写明转介部门',
    lack: '情况说明没有写明转介部门',
    met: ({ note = '' }) => referredTo(note) !== null || otherOffice.test(note),
  },
  'stop-month': { ask: '停发月份', lack: '没有填停发月份', met: ({ stopMonth }) => stopMonth !== undefined },
  'wrong-roster': {
    ask: '情况说明写明哪张表错',
    lack: '情况说明没有写明哪张表错',
    met: ({ note = '' }) => roster.test(note),
  },
} as const satisfies Record<string, Demand>

/** Name of a demand. */
export type DemandName = keyof typeof demands
