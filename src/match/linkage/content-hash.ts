/** A 53-bit hash of a text: the same on every machine, well spread, not secret (two multiplicative 32-bit lanes, after MurmurHash3's finaliser). */
export function hash53(text: string, seed = 0): number {
  let high = 0x9e3779b9 ^ seed
  let low = 0x85ebca6b ^ seed
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 0x9e3779b1)
    low = Math.imul(low ^ code, 0x5f356495)
    high ^= high >>> 15
  }
  high = mix(high ^ low)
  low = mix(low ^ Math.imul(high, 0x27d4eb2f))
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0)
}

/** A 32-bit hash (signed, so that it stays a small integer) of the characters of `text` from `from` to `to`, going on from `seed`. */
export function hash32(text: string, seed: number, from = 0, to = text.length): number {
  return endHash(foldText(startHash(seed), text, from, to))
}

/** Begins a 32-bit hash that is fed piece by piece: `hash32` of the pieces run together, without joining them. */
export function startHash(seed: number): number {
  return seed ^ 0x9e3779b9
}

/** Feeds one character code to a begun hash. */
export function foldCode(hash: number, code: number): number {
  const next = Math.imul(hash ^ code, 0x5f356495)
  return next ^ (next >>> 15)
}

/** Feeds the characters of `text` from `from` to `to` to a begun hash. */
export function foldText(hash: number, text: string, from = 0, to = text.length): number {
  const end = to < text.length ? to : text.length
  let next = hash
  for (let i = from; i < end; i++) {
    next = Math.imul(next ^ text.charCodeAt(i), 0x5f356495)
    next ^= next >>> 15
  }
  return next
}

/** Ends a begun hash: a 32-bit number, signed. */
export function endHash(hash: number): number {
  return mix(hash)
}

/** Joins two 32-bit hashes to one, signed. */
export function joinHashes(a: number, b: number): number {
  return mix(Math.imul(a, 0x9e3779b1) ^ b)
}

const alphabet = Uint8Array.from('0123456789abcdefghijklmnopqrstuv', (character) => character.charCodeAt(0))

/** A letter and `hash53` of a text as eleven characters 0–9 a–v: of one width, so that they sort as text. */
export function hashText(letter: string, text: string): string {
  const hash = hash53(text)
  const low = (hash % 0x40000000) | 0
  const high = (hash - low) / 0x40000000
  const of = (bits: number, shift: number) => alphabet[(bits >>> shift) & 31] as number
  return String.fromCharCode(
    letter.charCodeAt(0),
    of(high, 20),
    of(high, 15),
    of(high, 10),
    of(high, 5),
    of(high, 0),
    of(low, 25),
    of(low, 20),
    of(low, 15),
    of(low, 10),
    of(low, 5),
    of(low, 0),
  )
}

function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
