import { CFB } from '@e965/xlsx'
import officeCrypto from 'officecrypto-tool'
import { checkChains } from './compound-chains.js'
import { UnreadableFile } from './unreadable-file.js'

// Excel opens books with these passwords without asking: the first marks write protection, the second old templates.
const silentPasswords = ['VelvetSweatshop', '/01Hannes Ruescher/01']

/** What a compound file holds once it can be read: an .xls, or the .xlsx package that stood encrypted in it. */
export interface Opened {
  readonly content: 'xls' | 'package'
  readonly bytes: Buffer
  /** True for books older than Excel 97, whose text is in a code page. */
  readonly codepaged: boolean
}

/**
 * Looks into an OLE compound file and decrypts it where needed, with the passwords Excel tries silently and then `passwords`. Throws
 * UnreadableFile when it is no workbook or no password fits. Runs in the worker: damaged files can make it slow.
 */
export async function openCompound(bytes: Buffer, passwords: readonly string[]): Promise<Opened> {
  checkChains(bytes)
  const names = streamNames(bytes)
  if (names.has('ENCRYPTEDPACKAGE'))
    return { content: 'package', bytes: await decrypt(bytes, passwords), codepaged: false }
  const codepaged = !names.has('WORKBOOK')
  if (codepaged && !names.has('BOOK')) throw new UnreadableFile('file-not-a-table', { kind: kindOf(names) })
  return { content: 'xls', bytes: isEncrypted(bytes) ? await decrypt(bytes, passwords) : bytes, codepaged }
}

function streamNames(bytes: Buffer): Set<string> {
  const container = CFB.read(bytes, { type: 'buffer' })
  return new Set(container.FullPaths.map((path: string) => path.slice(path.lastIndexOf('/') + 1).toUpperCase()))
}

function kindOf(names: ReadonlySet<string>): string {
  if (names.has('WORDDOCUMENT')) return ' Word 文档'
  return names.has('POWERPOINT DOCUMENT') ? '演示文稿' : '其他类型的 Office 文件'
}

function isEncrypted(bytes: Buffer): boolean {
  try {
    return officeCrypto.isEncrypted(bytes)
  } catch {
    // It only looks at the first records; what it cannot follow the reader itself will judge.
    return false
  }
}

async function decrypt(bytes: Buffer, passwords: readonly string[]): Promise<Buffer> {
  for (const password of [...silentPasswords, ...passwords]) {
    try {
      // The library may change the bytes it is given.
      return await officeCrypto.decrypt(Buffer.from(bytes), { password })
    } catch (error) {
      if (!/password|incorrect|invalid/i.test(String(error)))
        throw new UnreadableFile('file-corrupt', { part: '加密信息' }, { cause: error })
    }
  }
  throw new UnreadableFile(passwords.length === 0 ? 'file-password-needed' : 'file-wrong-password')
}
