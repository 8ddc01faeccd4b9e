import type { Facts } from './issue.js'
import { type ErrorCode, errorText } from './messages.js'

/** We cannot go on, and the user can do something about it: exit code 2, nothing written (design §5, §6). */
export class ToolError extends Error {
  override readonly name = 'ToolError'

  /** `code` is an error code of domain/messages.ts; `facts` fill its text and hint. */
  constructor(
    readonly code: ErrorCode,
    readonly facts: Facts = {},
  ) {
    super(errorText(code, facts).text)
  }

  /** What the user can do, in Chinese. */
  get hint(): string {
    return errorText(this.code, this.facts).hint
  }
}
