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
  let slots = new Int32Array(2 ** Math.ceil(Math.log2(expected * 1.5 + 16)))
  let hashes = new Int32Array(slots.length)
  // A slot holds the number plus one; 0 when it is free.
  const slotOf = (text: string, hash: number) => {
    const last = slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & last
    while (slots[slot] !== 0 && !(hashes[slot] === hash && texts[(slots[slot] as number) - 1] === text))
      slot = (slot + 1) & last
    return slot
  }
  const rehash = () => {
    const [numbers, known] = [slots, hashes]
    slots = new Int32Array(numbers.length * 2)
    hashes = new Int32Array(slots.length)
    for (let old = 0; old < numbers.length; old++) {
      if (numbers[old] === 0) continue
      const hash = known[old] as number
      let slot = (hash ^ (hash >>> 15)) & (slots.length - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = numbers[old] as number
      hashes[slot] = hash
    }
  }
  return {
    enter: (text) => {
      const hash = hash32(text, 0)
      const slot = slotOf(text, hash)
      if (slots[slot] !== 0) return (slots[slot] as number) - 1
      texts.push(text)
      slots[slot] = texts.length
      hashes[slot] = hash
      if (texts.length * 1.4 > slots.length) rehash()
      return texts.length - 1
    },
    find: (text) => (slots[slotOf(text, hash32(text, 0))] as number) - 1,
    texts,
  }
}
