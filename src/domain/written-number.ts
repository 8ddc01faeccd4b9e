// Numbers that offices write into a cell beside other words: telephones and bank accounts. What is hidden or cut is no number at all.

/**
 * The account of a bank in a cell: its 8 to 30 digits, blanks and dashes left out. Null for a cell without one, with several, with characters hidden
 * (`6217****1234`), or of one digit over and over.
 */
export function accountDigits(text: string | null): string | null {
  if (text === null) return null
  if (isAllDigits(text, 8, 30)) return isOneDigit(text) ? null : text
  const [account, ...others] = hidden.test(text) ? [] : (text.replace(/[\s-]/g, '').match(/\d+/g) ?? [])
  if (account === undefined || others.length > 0 || !isAllDigits(account, 8, 30) || isOneDigit(account)) return null
  return account
}

/**
 * The telephones in a cell, each as its digits: 11 of a mobile, 7 and more of a landline with or without the area code. None where characters are
 * hidden or one digit stands over and over.
 */
export function phoneNumbers(text: string | null): readonly string[] {
  if (text === null) return nothing
  if (isAllDigits(text, 11, 11)) return isOneDigit(text) ? nothing : [text]
  return text.split(/[、,，;；/|]/).flatMap((part) => {
    const digits = hidden.test(part) ? '' : part.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
    return isAllDigits(digits, 7, 12) && !isOneDigit(digits) ? [digits] : []
  })
}

const hidden = /[*#?＊＃？×…]/
const nothing: readonly never[] = []

// Plain loops: these look at every telephone and account of the county.
function isAllDigits(text: string, least: number, most: number): boolean {
  if (text.length < least || text.length > most) return false
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 48 || text.charCodeAt(i) > 57) return false
  return true
}

function isOneDigit(digits: string): boolean {
  for (let i = 1; i < digits.length; i++) if (digits.charCodeAt(i) !== digits.charCodeAt(0)) return false
  return true
}
