import { readFile } from 'node:fs/promises'
import { refusalWords } from '../domain/refusal.js'
import { ToolError } from '../domain/tool-error.js'

/** The text of one of the workspace's small files; `name` is its name for messages. Throws ToolError `missing-file` or `undecodable-file`. */
export async function readText(path: string, name: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new ToolError('missing-file', { file: name, reason: refusalWords(cause.code ?? '') })
  })
  return decode(bytes, name)
}

// The clerk may save these files from Excel or Notepad, which write GB18030, or UTF-8 or UTF-16 with a mark.
function decode(bytes: Uint8Array, name: string): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe
  for (const encoding of marked ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause
    }
  }
  throw new ToolError('undecodable-file', { file: name })
}
