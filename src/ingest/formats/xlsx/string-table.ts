import type { SliceableBuffer, WordBytes } from './byte-cursor.js'
import { type FoundText, readText } from './text-bytes.js'

const blockBits = 20
const blockBytes = 2 ** blockBits
const maxKeptBytes = 2 ** 14

/**
 * The shared strings of a book by their position. Most of them are the ids and addresses of one row and asked for once; so they stay bytes, each in
 * a block and ended by `<`, and only what is asked for again is kept as a string. A table of two million strings would otherwise cost the garbage
 * collector more than reading it costs us.
 */
export class StringTable {
  length = 0
  /** What the texts take, about. */
  bytes = 0
  private readonly texts: (string | undefined)[] = []
  private readonly blocks: SliceableBuffer[] = []
  /** Block and place in it of each string kept as bytes. */
  private starts = new Uint32Array(1024)
  private asked = new Uint8Array(1024)
  /** The last block, as words. */
  private words: DataView = new DataView(new ArrayBuffer(0))
  private filled = blockBytes
  private readonly found: FoundText = { text: '', at: 0 }

  /** Adds a string. */
  add(text: string): void {
    this.bytes += text.length * 2
    this.texts.push(text)
    this.length += 1
  }

  /** Adds the string in bytes `from` to `to`, where a `<` stands: UTF-8 with nothing in it to be decoded further. */
  addBytes({ bytes, words }: WordBytes, from: number, to: number): void {
    const size = to - from
    if (size > maxKeptBytes || to + 4 > bytes.length) {
      this.add(bytes.utf8Slice(from, to))
      return
    }
    if (this.filled + size + 4 > blockBytes) this.blocks.push(this.nextBlock())
    if (this.length >= this.starts.length) this.grow()
    let at = this.filled
    this.starts[this.length] = (this.blocks.length - 1) * blockBytes + at
    // Four bytes at once; what is taken too much is overwritten by the next.
    for (let p = from; p <= to; p += 4, at += 4) this.words.setInt32(at, words.getInt32(p))
    this.filled += size + 1
    this.bytes += size
    this.texts.push(undefined)
    this.length += 1
  }

  /** The string at `index`, 0-based; undefined when there is none. */
  at(index: number): string | undefined {
    return this.texts[index] ?? this.decoded(index)
  }

  private decoded(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) return undefined
    const start = this.starts[index] as number
    readText(this.blocks[start >>> blockBits] as SliceableBuffer, start & (blockBytes - 1), blockBytes, this.found)
    if (this.asked[index] === 1) this.texts[index] = this.found.text
    this.asked[index] = 1
    return this.found.text
  }

  private nextBlock(): SliceableBuffer {
    const block = Buffer.allocUnsafeSlow(blockBytes) as SliceableBuffer
    this.words = new DataView(block.buffer)
    this.filled = 0
    return block
  }

  private grow(): void {
    const [starts, asked] = [new Uint32Array(this.length * 2), new Uint8Array(this.length * 2)]
    starts.set(this.starts)
    asked.set(this.asked)
    this.starts = starts
    this.asked = asked
  }
}
