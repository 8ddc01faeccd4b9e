import type { Facts, IssueCode } from '../../domain/issue.js'
import { issueText } from '../../domain/messages.js'

/** A file, or a part of it, that cannot be read: the run says so and goes on with the other files. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'

  /** `code` is an issue code of domain/messages.ts; `facts` fill its text. */
  constructor(
    readonly code: IssueCode,
    readonly facts: Facts = {},
    options?: ErrorOptions,
  ) {
    super(issueText(code, facts).text, options)
  }
}

/**
 * Passes an `UnreadableFile` through and turns any other failure of a decoder into "corrupt", naming the part that failed; a text longer than
 * the engine can hold is a file made to burst, not a damaged one.
 */
export function asUnreadable(error: unknown, part: string): UnreadableFile {
  if (error instanceof UnreadableFile) return error
  if (error instanceof RangeError && /string length/i.test(error.message))
    return new UnreadableFile(
      'file-too-large',
      { what: `“${part}”里有一个单元格过长`, limit: '512 MB' },
      { cause: error },
    )
  return new UnreadableFile('file-corrupt', { part }, { cause: error })
}
