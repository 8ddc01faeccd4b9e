import type { HeaderColumn } from './header.js'
import { isRunningNumber } from './heading.js'

// What a list has once for each person and a wide table once for the household.
const onceForAll = /[村镇乡]|街道|社区|住址|地址|金额|标准|补贴|津贴/

/**
 * How far to the right of the first one the further blocks of a list stand that is printed in two or three blocks side by side (序号|姓名|身份证号
 * and the same headings again); empty for any other sheet. Only a running number that begins again, or place or money with every person, tells such a
 * list from a wide table, whose repeated pairs are one household.
 */
export function sideBySide(columns: readonly HeaderColumn[]): readonly number[] {
  const [first, second, ...others] = startsOf(columns)
  if (first === undefined || second === undefined) return []
  const block = columnsBetween(columns, first, second)
  const starts = [second, ...others]
  const repeats = starts.every(({ index }) =>
    block.every((column) => {
      const there = columns.find((other) => other.index === column.index - first.index + index)
      return there?.names[0] === column.names[0]
    }),
  )
  return repeats && block.length > 2 ? starts.map(({ index }) => index - first.index) : []
}

// The first column of each block: the running numbers; without them, where the blocks are all that the sheet has, those of the first heading.
function startsOf(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const running = columns.filter(({ names }) => names.some(isRunningNumber))
  if (running.length > 0) return running
  const starts = columns.filter(({ names }) => names[0] === columns[0]?.names[0])
  const [first, second] = starts
  if (first === undefined || second === undefined) return []
  const block = columnsBetween(columns, first, second)
  const isWhole = block.length * starts.length === columns.length
  return isWhole && block.some(({ names }) => names.some((name) => onceForAll.test(name))) ? starts : []
}

/** The columns of the first block, or all of them when there are no further ones. */
export function firstBlock(columns: readonly HeaderColumn[], further: readonly number[]): readonly HeaderColumn[] {
  const [width] = further
  const [start] = startsOf(columns)
  return width === undefined || start === undefined
    ? columns
    : columns.filter(({ index }) => index < start.index + width)
}

function columnsBetween(columns: readonly HeaderColumn[], from: HeaderColumn, to: HeaderColumn): HeaderColumn[] {
  return columns.filter(({ index }) => index >= from.index && index < to.index)
}
