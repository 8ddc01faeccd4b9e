import officeCrypto from 'officecrypto-tool'
import { type Book, writeWorkbook } from './workbook.js'

/** A book's .xlsx bytes, encrypted when its reader has a password (the key file's 乡镇 rows), plain with null. */
export async function protectedBook(book: Book, password: string | null): Promise<Buffer> {
  const bytes = await writeWorkbook(book)
  return password === null ? bytes : officeCrypto.encrypt(bytes, { password })
}
