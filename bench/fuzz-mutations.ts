import { inflateRawSync } from 'node:zlib'
import type { Random } from '../fixtures/random.js'
import { type ZipPart, zipBytes } from '../test/ingest/formats/zip-bytes.js'

const byteMutations = [flip, cut, overwrite, move, insert]

/** One mutated copy of a file; half of the zip archives are mutated inside their parts, so that the damage gets past the checksum. */
export function mutate(bytes: Buffer, random: Random): Buffer {
  const parts = bytes.subarray(0, 2).toString() === 'PK' && random.int(0, 3) > 0 ? partsOf(bytes) : []
  if (parts.length === 0) return mutateBytes(Buffer.from(bytes), random)
  const index = random.int(0, parts.length - 1)
  const part = parts[index] as ZipPart
  const other = random.pick(parts)
  const choice = random.int(0, 5)
  if (choice === 0) parts[index] = { ...part, data: other.data }
  else if (choice === 1) parts.splice(index, 1)
  else if (choice === 2) parts.push({ ...part, data: other.data })
  else parts[index] = { ...part, data: mutateBytes(Buffer.from(part.data), random) }
  return zipBytes(parts)
}

function mutateBytes(bytes: Buffer, random: Random): Buffer {
  let mutated = bytes
  for (let i = 0; i <= random.int(0, 2); i++) {
    if (mutated.length > 0) mutated = random.pick(byteMutations)(mutated, random)
  }
  return mutated
}

function flip(bytes: Buffer, random: Random): Buffer {
  for (let i = 0; i <= random.int(0, 11); i++) bytes[random.int(0, bytes.length - 1)] = random.int(0, 255)
  return bytes
}

function cut(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, random.int(0, bytes.length - 1))
}

// Sizes and offsets are four bytes; the largest values ask for most.
function overwrite(bytes: Buffer, random: Random): Buffer {
  const value = random.pick([0, 0xff, 0x7f])
  const at = random.int(0, bytes.length - 1)
  return bytes.fill(value, at, Math.min(bytes.length, at + 1 + random.int(0, 7)))
}

function move(bytes: Buffer, random: Random): Buffer {
  const from = random.int(0, bytes.length - 1)
  bytes.copy(bytes, random.int(0, bytes.length - 1), from, from + 1 + random.int(0, 199))
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
  const at = random.int(0, bytes.length - 1)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(scraps)), bytes.subarray(at)])
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
