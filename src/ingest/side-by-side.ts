import type { HeaderColumn } from './header.js'
import { isRunningNumber } from './heading.js'

/**
 * How far to the right of the first one the further blocks of a list stand that is printed in two or three blocks side by side (序号|姓名|身份证号
 * and the same headings again); empty for any other sheet. Only a running number that begins again tells such a list from a wide table, whose
 * repeated pairs are one household.
 */
export function sideBySide(columns: readonly HeaderColumn[]): readonly number[] {
  const [first, second, ...others] = columns.filter(({ names }) => names.some(isRunningNumber))
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

/** The columns of the first block, or all of them when there are no further ones. */
export function firstBlock(columns: readonly HeaderColumn[], further: readonly number[]): readonly HeaderColumn[] {
  const [width] = further
  const start = columns.find(({ names }) => names.some(isRunningNumber))
  return width === undefined || start === undefined
    ? columns
    : columns.filter(({ index }) => index < start.index + width)
}

function columnsBetween(columns: readonly HeaderColumn[], from: HeaderColumn, to: HeaderColumn): HeaderColumn[] {
  return columns.filter(({ index }) => index >= from.index && index < to.index)
}
