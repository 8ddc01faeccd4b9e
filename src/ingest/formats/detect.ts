import { UnreadableFile } from './unreadable-file.js'

/** How many bytes from the start `containerOf` wants to see. */
export const headBytes = 64 * 1024

/** What the first bytes say. Text formats are told apart after decoding, see `textKindOf`. */
export type Container = 'zip' | 'compound' | 'biff' | 'text'

const signatures: readonly (readonly [hex: string, kind: string])[] = [
  ['25504446', 'PDF 文档'],
  ['89504e47', '图片'],
  ['ffd8ff', '图片'],
  ['47494638', '图片'],
  ['52617221', 'RAR 压缩包，请先解压'],
  ['377abcaf271c', '7z 压缩包，请先解压'],
  ['1f8b', '压缩包，请先解压'],
  ['7b5c727466', 'RTF 文档'],
  ['53514c69746520', '数据库文件'],
]

/** Recognises the container of a file by its first bytes. Throws UnreadableFile for what is certainly no table. */
export function containerOf(head: Buffer): Container {
  const hex = head.toString('hex', 0, 16)
  if (/^504b(0304|0506|0708)/.test(hex)) return 'zip'
  if (hex.startsWith('d0cf11e0a1b11ae1')) return 'compound'
  if (isRawBiff(head)) return 'biff'
  for (const [signature, kind] of signatures) {
    if (hex.startsWith(signature)) throw new UnreadableFile('file-not-a-table', { kind })
  }
  return 'text'
}

// BIFF2–4 files are one stream that begins with a BOF record: 09 00|02|04|08, then a length of 4 to 16 bytes.
function isRawBiff(head: Buffer): boolean {
  if (head.length < 8 || head[0] !== 9) return false
  return [0, 2, 4, 8].includes(head[1] as number) && [4, 6, 8, 16].includes(head.readUInt16LE(2))
}

/** Whether a BIFF2–4 file has a password: its FilePass record follows the BOF, at most with a write protection between them. */
export function isLockedBiff(head: Buffer): boolean {
  const next = (at: number) => at + 4 + head.readUInt16LE(at + 2)
  const at = next(0)
  if (at + 8 > head.length) return false
  const filePass = head.readUInt16LE(at) === 0x86 ? next(at) : at
  return filePass + 2 <= head.length && head.readUInt16LE(filePass) === 0x2f
}

/**
 * Recognises the owner file that Excel and WPS leave beside an open workbook (`~$名单.xlsx`): 165 bytes (Word: 162) that begin with the length
 * of the user's name. Both its bytes and its name are looked at, as a table of one name would look alike.
 */
export function isOwnerFile(fileName: string, head: Buffer): boolean {
  if (!fileName.startsWith('~$') && !fileName.startsWith('.~')) return false
  return head.length <= 1024 && (head[0] as number) <= 54
}

/** What decoded text is: an HTML page posing as a workbook, XML Spreadsheet 2003, or plain text. Throws UnreadableFile for XML of another kind. */
export function textKindOf(start: string): 'html' | 'xml2003' | 'csv' {
  const text = start.replace(/^[\uFEFF\s]+/, '')
  if (!text.startsWith('<')) return 'csv'
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:\w+:)?Workbook[\s>]/.test(text))
    return 'xml2003'
  if (
    /<(html|table|tr|td|head|meta|body|!doctype\s+html|style|div|script|center|form)[\s>/]/i.test(text.slice(0, 8192))
  )
    return 'html'
  if (/^<\?xml|^<!doctype/i.test(text)) throw new UnreadableFile('file-not-a-table', { kind: ' XML 数据文件' })
  return 'csv'
}

/** Recognises a web page saved in one file (.mht) or a mail by its first lines. */
export function isMail(head: Buffer): boolean {
  return /^\s*(MIME-Version:|From:.*\r?\n(?:.*\r?\n){0,9}MIME-Version:)/i.test(head.toString('latin1', 0, 4096))
}
