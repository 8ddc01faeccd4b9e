import { inflateRawSync } from 'node:zlib'
import { type ZipPart, zipBytes } from '../test/ingest/formats/zip-bytes.js'

/** A whole number below `bound`. */
export type Random = (bound: number) => number

/** A generator that gives the same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = (seed ^ 0x9e37_79b9) >>> 0
  return (bound) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d) + 0x6d2b_79f5) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) % bound
  }
}

const byteMutations = [flip, cut, overwrite, move, insert]

/** One mutated copy of a file; half of the zip archives are mutated inside their parts, so that the damage gets past the checksum. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  const parts = bytes.subarray(0, 2).toString() === 'PK' && random(4) > 0 ? partsOf(bytes) : []
  if (parts.length === 0) return mutateBytes(Buffer.from(bytes), random)
  const index = random(parts.length)
  const part = parts[index] as ZipPart
  const other = parts[random(parts.length)] as ZipPart
  const choice = random(6)
  if (choice === 0) parts[index] = { ...part, data: other.data }
  else if (choice === 1) parts.splice(index, 1)
  else if (choice === 2) parts.push({ ...part, data: other.data })
  else parts[index] = { ...part, data: mutateBytes(Buffer.from(part.data), random) }
  return zipBytes(parts)
}

function mutateBytes(bytes: Buffer, random: Random): Buffer {
  let mutated = bytes
  for (let i = 0; i <= random(3); i++) {
    if (mutated.length > 0) mutated = (byteMutations[random(byteMutations.length)] as typeof flip)(mutated, random)
  }
  return mutated
}

function flip(bytes: Buffer, random: Random): Buffer {
  for (let i = 0; i <= random(12); i++) bytes[random(bytes.length)] = random(256)
  return bytes
}

function cut(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, random(bytes.length))
}

// Sizes and offsets are four bytes; the largest values ask for most.
function overwrite(bytes: Buffer, random: Random): Buffer {
  const value = [0, 0xff, 0x7f][random(3)] as number
  const at = random(bytes.length)
  return bytes.fill(value, at, Math.min(bytes.length, at + 1 + random(8)))
}

function move(bytes: Buffer, random: Random): Buffer {
  const from = random(bytes.length)
  bytes.copy(bytes, random(bytes.length), from, from + 1 + random(200))
  return bytes
}

const scraps = [
  '<',
  '&',
  ']]>',
  '<!--',
  '<![CDATA[',
  '</row>',
  '</c>',
  '<row r="99999999999">',
  '<c r="ZZZ1">',
  '"',
  "'",
  '\r',
  '&#0;',
  '&bomb;',
  '_xD800_',
  '</sheetData>',
  '<is><t>',
]

function insert(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length)
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(scraps[random(scraps.length)] as string),
    bytes.subarray(at),
  ])
}

// The parts of a whole archive, by its directory; none when anything is odd (it is a mutation's input, not a reader's).
function partsOf(bytes: Buffer): ZipPart[] {
  const parts: ZipPart[] = []
  try {
    let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
    while (bytes.readUInt32LE(at) === 0x0201_4b50) {
      const [method, size, nameLength, extra, comment, local] = [
        bytes.readUInt16LE(at + 10),
        bytes.readUInt32LE(at + 20),
        bytes.readUInt16LE(at + 28),
        bytes.readUInt16LE(at + 30),
        bytes.readUInt16LE(at + 32),
        bytes.readUInt32LE(at + 42),
      ]
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const body = bytes.subarray(start, start + size)
      parts.push({
        name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
        data: method === 8 ? inflateRawSync(body, { maxOutputLength: 8 * 2 ** 20 }) : Buffer.from(body),
      })
      at += 46 + nameLength + extra + comment
    }
    return parts
  } catch {
    // Broken on purpose already: its bytes are mutated as they are.
    return []
  }
}
