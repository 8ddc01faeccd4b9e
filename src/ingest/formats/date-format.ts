/**
 * Builtin number formats that show a date or a time of day: the common ones, and 27–36 and 50–58, which East Asian Excel and WPS use without
 * writing their codes into the file (ECMA-376 part 1, 18.8.30). 45–47 show minutes or elapsed time and stay numbers.
 */
const builtinDateFormats = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** True when a number with this format is a date or a time of day. `code` is the file's own format code, if it has one. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  return code === undefined ? builtinDateFormats.has(id) : isDateCode(code)
}

/**
 * True when a number format code shows a day or a time: `yyyy/m/d`, `yyyy"年"m"月"`, `[$-804]yyyy年m月d日 hh:mm`. Literals in quotes, escapes,
 * colours and conditions do not count; elapsed time (`[h]:mm`) is a duration and stays a number.
 */
export function isDateCode(code: string): boolean {
  const first = code.replace(/"[^"]*"?|\\.|[_*]./gs, '').split(';')[0] as string
  if (/general|通用格式/i.test(first)) return false
  const elapsed = /\[(h+|m+|s+)\]/i.test(first)
  const bare = first.replace(/\[[^\]]*\]/g, '').replace(/am\/pm|a\/p|上午\/下午/gi, 'h')
  if (elapsed && !/[yd]/i.test(bare)) return false
  return /[ymdhs]/i.test(bare) || (/e|aaa|bb/i.test(bare) && !/[0#?]/.test(bare))
}
