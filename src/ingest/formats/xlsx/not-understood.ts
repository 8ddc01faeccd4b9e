/** Thrown by the byte scanners at anything they do not know for sure; the slower XML parser then reads the part instead. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood'
}
