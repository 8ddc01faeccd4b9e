import { hash32 } from './linkage/content-hash.js'

/** Numbers distinct texts from 0 in the order in which they come up. */
export interface TextTable {
  /** The number of a text; a text not seen before gets the next one. */
  readonly enter: (text: string) => number
  /** The number of a text, or -1. */
  readonly find: (text: string) => number
  /** The texts by number. The list grows with the table. */
  readonly texts: readonly string[]
}

/**
 * Starts a table for about `expected` texts. Open addressing over flat lists: with a million id numbers a `Map` takes three times the time and,
 * while it grows, twice the memory.
 */
export function textTable(expected: number): TextTable {
  const texts: string[] = []
  // Two places a slot, side by side since both are looked at: the number plus one, or 0 when the slot is free; and the hash.
  let slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(expected * 1.5 + 16)))
  const slotOf = (text: string, hash: number) => {
    const last = slots.length - 2
    let slot = startOf(hash, last)
    while (slots[slot] !== 0 && !(slots[slot + 1] === hash && texts[(slots[slot] as number) - 1] === text))
      slot = (slot + 2) & last
    return slot
  }
  const rehash = () => {
    const known = slots
    slots = new Int32Array(known.length * 2)
    const last = slots.length - 2
    for (let old = 0; old < known.length; old += 2) {
      if (known[old] === 0) continue
      let slot = startOf(known[old + 1] as number, last)
      while (slots[slot] !== 0) slot = (slot + 2) & last
      slots[slot] = known[old] as number
      slots[slot + 1] = known[old + 1] as number
    }
  }
  return {
    enter: (text) => {
      const hash = hash32(text, 0)
      const slot = slotOf(text, hash)
      if (slots[slot] !== 0) return (slots[slot] as number) - 1
      texts.push(text)
      slots[slot] = texts.length
      slots[slot + 1] = hash
      if (texts.length * 2.8 > slots.length) rehash()
      return texts.length - 1
    },
    find: (text) => (slots[slotOf(text, hash32(text, 0))] as number) - 1,
    texts,
  }
}

// The place where a hash's slot begins; `last` is that of the last slot.
function startOf(hash: number, last: number): number {
  return ((hash ^ (hash >>> 15)) << 1) & last
}
