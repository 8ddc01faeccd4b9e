import { plainText } from '../domain/cell.js'
import { compareText } from '../domain/compare-text.js'
import { countBy } from '../domain/group.js'
import { addMonths, isMonth, type Month } from '../domain/month.js'
import type { Surroundings } from './told.js'

const dated = /生成时间|打印|制表|导出时间|填报日期|报送日期/
const forms = [
  /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月/,
  /(?<!\d)(20\d{2})[-._/](\d{1,2})(?!\d)/,
  /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)/,
]

/**
 * The month the data of a sheet is of: the most frequent value of its 数据月份 column where half of the rows have it, else what titles, sheet name
 * or file name say (2026年11月, 202611, 20261102, 2026.11.2), else that value all the same, else null. A bare 11月份 is the one nearest to `month`
 * that is not after the next.
 */
export function dataMonth(column: readonly (Month | null)[], around: Surroundings, month: Month): Month | null {
  const counts = countBy(column.filter((value) => value !== null))
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || compareText(b[0], a[0]))
  // A list that fills the column for its back payments only says with it what these are for.
  if (most && most[1] * 2 >= column.length) return most[0]
  const file = around.file.split('/').at(-1) as string
  const texts = [...around.titles.filter((title) => !dated.test(title)), around.sheet, file]
  for (const text of texts) {
    const found = monthIn(plainText(text))
    if (found !== null) return found
  }
  for (const text of texts) {
    const bare = /(?<![\d年-])(1[0-2]|0?[1-9])月(?!\d)/.exec(plainText(text))
    if (bare) return nearest(Number(bare[1]), month)
  }
  return most?.[0] ?? null
}

function monthIn(text: string): Month | null {
  for (const form of forms) {
    const match = form.exec(text)
    if (!match) continue
    const found = `${match[1]}-${(match[2] as string).padStart(2, '0')}`
    if (isMonth(found)) return found
  }
  return null
}

function nearest(number: number, month: Month): Month {
  const latest = addMonths(month, 1)
  const sameYear = `${latest.slice(0, 4)}-${String(number).padStart(2, '0')}`
  return sameYear <= latest ? sameYear : addMonths(sameYear, -12)
}
