const wholeWithPoint = /^([-+]?\d+)\.0*$/
const exponential = /^([-+]?)(\d)(?:\.(\d+))?E([-+]?\d{1,2})$/i
// Up to 15 digits a double holds what was put in; what is left of a longer number (an id) can be told from its own way of writing only.
const exactDigits = 15
const smallest = -30

/**
 * The text of a number cell as a clerk would write it, digit for digit what the file says: `65.0` is 65, `1.3812345678E10` is 13812345678. Java
 * programs write doubles so, whatever the spreadsheet shows. Numbers of more than 15 digits, and all that is no number, stay as they are.
 */
export function numberText(text: string): string {
  const whole = wholeWithPoint.exec(text)
  if (whole) return whole[1] as string
  const match = exponential.exec(text)
  if (!match) return text
  const [, sign = '', first = '', fraction = ''] = match
  const exponent = Number(match[4])
  if (exponent >= exactDigits || exponent < smallest) return text
  return sign + trimmed(shifted(first + fraction, exponent + 1))
}

// `digits` with the decimal point behind the first `point` of them.
function shifted(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  const filled = digits.padEnd(point, '0')
  return `${filled.slice(0, point)}.${filled.slice(point)}`
}

function trimmed(decimal: string): string {
  return decimal.replace(/\.?0*$/, '')
}
