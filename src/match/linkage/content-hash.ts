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

/** A 32-bit hash of the characters of `text` from `from` to `to`, going on from `seed`. */
export function hash32(text: string, seed: number, from = 0, to = text.length): number {
  let hash = seed ^ 0x9e3779b9
  for (let i = from; i < Math.min(to, text.length); i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x5f356495)
    hash ^= hash >>> 15
  }
  return mix(hash) >>> 0
}

/** Joins two 32-bit hashes to one. */
export function joinHashes(a: number, b: number): number {
  return mix(Math.imul(a, 0x9e3779b1) ^ b) >>> 0
}

/** `hash53` as eleven characters 0–9 a–z, of one width so that they sort as text. */
export function hashText(text: string): string {
  return hash53(text).toString(36).padStart(11, '0')
}

function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
