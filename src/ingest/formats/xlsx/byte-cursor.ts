import { NotUnderstood } from './not-understood.js'

/** Buffer's own slicing, faster than `toString` with an encoding name; missing from its type declarations. */
export interface SliceableBuffer extends Buffer {
  latin1Slice(start: number, end: number): string
  ucs2Slice(start: number, end: number): string
  utf8Slice(start: number, end: number): string
}

/** The bytes of a stretch of a part, also seen as words of four bytes, so that a tag is recognised by one or two comparisons. */
export interface WordBytes {
  readonly bytes: SliceableBuffer
  readonly words: DataView
}

/** Looks at bytes also as words. */
export function wordBytes(bytes: Buffer): WordBytes {
  return { bytes: bytes as SliceableBuffer, words: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) }
}

const lineFeed = 10
export const carriageReturn = 13
const blank = 32
export const quote = 34
export const ampersand = 38
export const slash = 47
export const zero = 48
export const nine = 57
export const lessThan = 60
const equals = 61
export const greaterThan = 62

/** A position in the bytes of an XML part, and the few moves that tags need. A class: fields of a fixed shape are what makes it fast. */
export class ByteCursor {
  at = 0
  /** How the last tag passed by `nextAttribute` ended: `/>` or `>`. */
  protected selfClosed = false
  protected bytes: SliceableBuffer = Buffer.alloc(0) as SliceableBuffer
  protected end = 0

  /**
   * Moves to the name of the next attribute; false when the tag ends, which is then passed. A name must be set off by a blank, so that `<cols` is
   * never taken for `<c`.
   */
  protected nextAttribute(): boolean {
    const { bytes } = this
    const before = this.at
    const p = this.skipBlanks()
    const byte = bytes[p] as number
    if (byte === greaterThan) {
      this.selfClosed = false
      this.at = p + 1
      return false
    }
    if (byte === slash && bytes[p + 1] === greaterThan) {
      this.selfClosed = true
      this.at = p + 2
      return false
    }
    if (p === before || p >= this.end) throw new NotUnderstood('tag')
    return true
  }

  /** Passes `name="value"` and returns the value, which must hold no entity. */
  protected attributeValue(): string {
    const start = this.skipAttribute()
    return this.bytes.latin1Slice(start, this.at - 1)
  }

  /** Passes `name="value"` and returns the value as a number of digits alone; NaN when it is something else. */
  protected numberValue(): number {
    const start = this.skipAttribute()
    let number = start < this.at - 1 && this.at - start <= 16 ? 0 : Number.NaN
    for (let p = start; p < this.at - 1; p++) {
      const digit = (this.bytes[p] as number) - zero
      number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN
    }
    return number
  }

  /** Passes `name="value"` and returns where the value begins; it ends before the byte before `at`. */
  protected skipAttribute(): number {
    const { bytes, end } = this
    let p = this.at
    while (p < end && bytes[p] !== equals && p - this.at <= 256) p += 1
    if (bytes[p] !== equals || bytes[p + 1] !== quote) throw new NotUnderstood('attribute')
    const start = p + 2
    for (p = start; p < end && bytes[p] !== quote; p++) {
      if (bytes[p] === lessThan || bytes[p] === ampersand) throw new NotUnderstood('attribute')
    }
    if (p >= end) throw new NotUnderstood('attribute')
    this.at = p + 1
    return start
  }

  /** Passes blanks and returns the position behind them. */
  protected skipBlanks(): number {
    const { bytes, end } = this
    let p = this.at
    for (let byte = bytes[p]; p < end; byte = bytes[++p]) {
      if (byte !== blank && byte !== lineFeed && byte !== carriageReturn && byte !== 9) break
    }
    this.at = p
    return p
  }

  /** Whether the ASCII `text` stands here. */
  protected matches(text: string): boolean {
    const { bytes, at } = this
    for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
    return true
  }
}
