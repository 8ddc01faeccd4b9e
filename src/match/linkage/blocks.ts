import { type Dealt, deal } from './deal.js'
import { type NumberList, numberList } from './number-list.js'

/** Items that share a key, probes and others apart. */
export interface Block {
  readonly probes: ArrayLike<number>
  readonly others: ArrayLike<number>
}

/** The blocks of one rule while they are filled: probes first, then the others, each item's keys in one go. */
export interface BlockBuilder {
  readonly addProbe: (key: number, item: number) => void
  /** Enters an item that is no probe, when a probe has the key. */
  readonly addOther: (key: number, item: number) => void
  /** The blocks with a pair in them, in the order in which their keys came up. */
  readonly blocks: () => Iterable<Block>
}

/** Bits of the filter for each probe: few enough that the filter of one rule fits into the processor's cache, where nearly every look at it ends. */
const bitsPerProbe = 16

/** How many keys of others are kept before they are looked up together: the filters of all rules at once would push each other out of the cache. */
const mostWaiting = 1 << 15

/**
 * Starts the blocks of one rule. Everything is held in flat lists of numbers: a county has a million blocks, nearly all of them of one item, and as many
 * objects would keep the garbage collector busy for longer than all comparisons take. `probes` is the number of probes to come; keys are 32-bit numbers.
 */
export function blockBuilder(probes: number): BlockBuilder {
  const filterBits = Math.min(24, Math.max(10, Math.ceil(Math.log2(probes * bitsPerProbe + 1))))
  const filter = new Uint8Array(1 << (filterBits - 3))
  const shift = 32 - filterBits
  const keys = keyTable(probes)
  // The item entered last in each block: a unit that brings a key twice stands in the block once.
  const last = numberList(probes)
  const ofProbes = [numberList(probes), numberList(probes)] as const
  const ofOthers = [numberList(), numberList()] as const
  const enter = ([blocks, items]: typeof ofProbes, block: number, item: number) => {
    if (last.items[block] === item) return
    last.items[block] = item
    blocks.push(block)
    items.push(item)
  }
  const [waitingKeys, waitingItems] = [new Int32Array(mostWaiting), new Int32Array(mostWaiting)]
  let waiting = 0
  const enterWaiting = () => {
    for (let i = 0; i < waiting; i++) {
      const key = waitingKeys[i] as number
      const bit = key >>> shift
      if (((filter[bit >> 3] as number) & (1 << (bit & 7))) === 0) continue
      const block = keys.find(key)
      if (block >= 0) enter(ofOthers, block, waitingItems[i] as number)
    }
    waiting = 0
  }
  return {
    addProbe: (key, item) => {
      const bit = key >>> shift
      filter[bit >> 3] = (filter[bit >> 3] as number) | (1 << (bit & 7))
      const block = keys.enter(key)
      if (block === last.length()) last.push(-1)
      enter(ofProbes, block, item)
    },
    addOther: (key, item) => {
      waitingKeys[waiting] = key
      waitingItems[waiting++] = item
      if (waiting === mostWaiting) enterWaiting()
    },
    blocks: () => {
      enterWaiting()
      return dealt(last.length(), ofProbes, ofOthers)
    },
  }
}

type Entries = readonly [NumberList, NumberList]

function* dealt(count: number, ofProbes: Entries, ofOthers: Entries): Iterable<Block> {
  const { starts: probeStarts, items: probes } = dealItems(count, ofProbes)
  const { starts: otherStarts, items: others } = dealItems(count, ofOthers)
  for (let block = 0; block < count; block++) {
    const [p, pEnd] = [probeStarts[block] as number, probeStarts[block + 1] as number]
    const [o, oEnd] = [otherStarts[block] as number, otherStarts[block + 1] as number]
    if (pEnd - p > 1 || oEnd > o) yield { probes: probes.subarray(p, pEnd), others: others.subarray(o, oEnd) }
  }
}

// Items by block, in the order in which they were entered.
function dealItems(count: number, [blocks, entered]: Entries): Dealt {
  const dealt = deal(blocks.items.subarray(0, blocks.length()), count)
  for (let i = 0; i < dealt.items.length; i++) dealt.items[i] = entered.items[dealt.items[i] as number] as number
  return dealt
}

// Numbers the keys in the order in which they come up. Open addressing: a slot holds the number plus one, 0 when it is free.
function keyTable(expected: number): { enter: (key: number) => number; find: (key: number) => number } {
  const keys = numberList(expected)
  let slots = new Int32Array(2 ** Math.ceil(Math.log2(expected * 2 + 16)))
  const slotOf = (key: number) => {
    let slot = (key ^ (key >>> 15)) & (slots.length - 1)
    while (slots[slot] !== 0 && keys.items[(slots[slot] as number) - 1] !== key) slot = (slot + 1) & (slots.length - 1)
    return slot
  }
  const rehash = () => {
    slots = new Int32Array(slots.length * 2)
    for (let number = 0; number < keys.length(); number++) slots[slotOf(keys.items[number] as number)] = number + 1
  }
  return {
    enter: (key) => {
      const slot = slotOf(key | 0)
      if (slots[slot] !== 0) return (slots[slot] as number) - 1
      keys.push(key | 0)
      slots[slot] = keys.length()
      if (keys.length() * 2 > slots.length) rehash()
      return keys.length() - 1
    },
    find: (key) => (slots[slotOf(key | 0)] as number) - 1,
  }
}
