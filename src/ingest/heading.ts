import { plainText } from '../domain/cell.js'

// Units and filling hints that offices put into brackets; other brackets belong to the heading: 村(社区), 家庭人口(数).
const unit =
  /[([【](?:单位:?)?(?:[千百万]?元(?:\/?[人年月季度]+)*|亩|平方米|平米|m2|人|口|户|个?月|年|周?岁|%|\*?必填|选填|可选|文本(?:格式)?|数字|1[58]位.*?|下拉.*?|格式.*?|yyyy.*?)[)\]】]/gi
const ordinal = /^(?:\(\d{1,2}\)|\d{1,2}[.、])/

/** A heading made comparable: NFKC, without blanks, line ends, required marks, colons, leading numbers and units in brackets. */
export function normalHeading(text: string): string {
  return plainText(text)
    .replace(/\s+/g, '')
    .replace(/[*:★"']/g, '')
    .replace(unit, '')
    .replace(ordinal, '')
}

// A bracket that says whose column it is must not be cut off: 身份证号(户主) is not the person's own.
const owner = /户主|监护|父|母|配偶|照料|领取|开户|代理|申请/

/** The normal heading and its shorter form without trailing brackets; `身份证号(户主)` also reads 户主身份证号, never 身份证号. */
export function headingForms(text: string): readonly string[] {
  const normal = normalHeading(text)
  const match = /^(.+?)\((.*)\)$/.exec(normal)
  if (!match) return normal === '' ? [] : [normal]
  const [, stem, note] = match as unknown as [string, string, string]
  return owner.test(note) ? [normal, note + stem] : [normal, stem]
}

/** True for the normal heading of a column that only counts the rows. */
export function isRunningNumber(name: string): boolean {
  return /^(序号|编号|行号|no\.?)$/i.test(name)
}

/** The least number of inserted, removed, replaced characters that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[j] as number) + 1, (current[j - 1] as number) + 1))
    }
    previous = current
  }
  return previous[b.length] as number
}
