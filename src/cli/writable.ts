import { refusalWords } from '../domain/refusal.js'
import { ToolError } from '../domain/tool-error.js'

/** Does what writes into `folder`. Throws ToolError `folder-not-writable` where the operating system refuses; any other error goes on. */
export async function writable(folder: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    // The names of the system's own refusals; Node's have an underscore.
    if (!/^E[A-Z0-9]+$/.test(code)) throw cause
    throw new ToolError('folder-not-writable', { folder, reason: refusalWords(code) })
  }
}
