import { groupBy } from '../../../domain/group.js'
import { unplaced } from '../../../domain/place.js'
import { programmes } from '../../../domain/programme.js'
import type { Movement, RosterGap } from '../../../screen/change.js'
import { type Column, defineSheet, type Emphasis } from '../../sheet.js'
import { inTownshipOrder } from '../../township-order.js'
import type { View } from '../../view.js'

interface MovementRow extends Movement {
  readonly place: string
  readonly emphasis: Emphasis | null
  readonly reasons: readonly string[]
}

/** 增减变动: per programme and township who came, went and changed since last month. */
export default defineSheet<View, MovementRow>({
  id: 'movements',
  position: 1,
  name: '增减变动',
  layout: 'table',
  title: ({ report }) => `${report.county}各项目增减变动情况`,
  columns: (): Column<MovementRow>[] => [
    { heading: '项目', width: 9.8, style: 'centre', value: ({ programme }) => programmes[programme] },
    { heading: '乡镇', width: 5, style: 'centre', value: ({ place }) => place },
    { heading: '上月\n人数', width: 3.2, style: 'number', value: ({ before }) => before },
    counted('增\n新增', ['enrolled', 'listed']),
    counted('增\n恢复', ['restored']),
    counted('增\n转入', ['transferred-in']),
    counted('增\n外镇', ['moved-in']),
    counted('减\n死亡', ['died']),
    counted('减\n迁出', ['moved-away']),
    counted('减\n停保', ['stopped']),
    counted('减\n失效', ['aged-out', 'certificate-lapsed']),
    counted('减\n转出', ['transferred-out']),
    counted('减\n外镇', ['moved-out']),
    counted('减\n无据', ['unexplained']),
    counted('换号\n列入', ['other-number-joined']),
    counted('换号\n离册', ['other-number-left']),
    { heading: '未判定\n增', width: 3.4, style: 'number', value: ({ unjudgedJoined }) => unjudgedJoined || null },
    { heading: '未判定\n减', width: 3.4, style: 'number', value: ({ unjudgedLeft }) => unjudgedLeft || null },
    { heading: '本月\n人数', width: 3.2, style: 'number', value: ({ now }) => now },
    counted('金额\n变化', ['amount', 'categorical-amount']),
    counted('等级\n证件', ['disability-grade', 'certificate-state', 'certificate-number']),
    counted('其他\n变化', ['household-head', 'other-household', 'support-mode', 'poverty-state']),
    counted('书写\n更正', ['id-number', 'name', 'household-number', 'placed']),
    { heading: '未判定原因', width: 13, value: ({ reasons }) => reasons.join('；') },
  ],
  rows: ({ report: { changes, townships } }) => {
    const byProgramme = groupBy(changes.movements, ({ programme }) => programme)
    return [...byProgramme.values()].flatMap((movements) => rowsOf(movements, changes.gaps, townships))
  },
  emphasis: ({ emphasis }) => emphasis,
  remark: ({ report: { changes } }) => {
    if (changes.since === null) return '没有上月数据，无从比较；自第二个月起生成。'
    if (changes.movements.length === 0) return null
    return `与 ${changes.since} 比。上月人数＋各项增－各项减＝本月人数。换号：疑为同一人换了号码，增减各一，请先核“号码待核”。未判定：名册偏短、缺失或沿用旧数据，不作增减。外镇：本县乡镇之间转移。失效：满龄或残疾人证失效。无据：没有死亡、停保、减员或转项目记录。没有变动的乡镇不单列，已计入全县，见 data/movements.csv；逐人见“增减明细”和 data/changes.csv。`
  },
})

function counted(heading: string, ids: readonly string[]): Column<MovementRow> {
  const value = ({ counts }: MovementRow) => ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0) || null
  return { heading, width: 2.9, style: 'number', value }
}

function rowsOf(
  movements: readonly Movement[],
  gaps: readonly RosterGap[],
  townships: readonly string[],
): MovementRow[] {
  const [{ programme }] = movements as [Movement]
  const own = gaps.filter((gap) => gap.programme === programme)
  const reasonsIn = (township: string | null) =>
    own.filter((gap) => gap.township === township).map(({ reason }) => reason)
  const whole: MovementRow = { ...sumOf(movements), place: '全县', emphasis: 'total', reasons: reasonsIn(null) }
  const moved = movements.filter((one) => one.counts.size > 0 || one.unjudgedJoined + one.unjudgedLeft > 0)
  const parts = inTownshipOrder(moved, townships).map(
    (movement): MovementRow => ({
      ...movement,
      place: movement.township ?? unplaced,
      emphasis: null,
      reasons: movement.township === null ? [] : reasonsIn(movement.township),
    }),
  )
  return [whole, ...parts]
}

function sumOf(movements: readonly Movement[]): Movement {
  const counts = new Map<string, number>()
  for (const movement of movements)
    for (const [id, count] of movement.counts) counts.set(id, (counts.get(id) ?? 0) + count)
  const sum = (of: (movement: Movement) => number) => movements.reduce((total, movement) => total + of(movement), 0)
  return {
    programme: (movements[0] as Movement).programme,
    township: null,
    before: sum(({ before }) => before),
    now: sum(({ now }) => now),
    counts,
    unjudgedJoined: sum(({ unjudgedJoined }) => unjudgedJoined),
    unjudgedLeft: sum(({ unjudgedLeft }) => unjudgedLeft),
  }
}
