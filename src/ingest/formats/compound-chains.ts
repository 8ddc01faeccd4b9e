import { UnreadableFile } from './unreadable-file.js'

const headerTable = 76
const entriesInHeader = 109

/**
 * Throws UnreadableFile (`file-corrupt`) when the sectors of an OLE compound file are chained in a circle ([MS-CFB] 2.3). The library that reads
 * such files follows a chain without an end until the whole program, not only its thread, is stopped for want of memory. Anything else that is
 * wrong with the file is left for the library to refuse.
 */
export function checkChains(bytes: Buffer): void {
  if (bytes.length < 512) return
  const size = 1 << Math.min(bytes.readUInt16LE(30), 16)
  if (size < 512) return
  const sectors = Math.floor(bytes.length / size)
  const next = nextSectors(bytes, size, sectors)
  const walkOf = new Uint32Array(sectors)
  for (let start = 0; start < sectors; start++) {
    let at = start
    for (; at >= 0 && at < sectors && walkOf[at] === 0; at = next[at] as number) walkOf[at] = start + 1
    if (at >= 0 && at < sectors && walkOf[at] === start + 1)
      throw new UnreadableFile('file-corrupt', { part: '扇区链' })
  }
}

// By sector number: the sector that follows it, or a negative number. Sector 0 stands behind the header.
function nextSectors(bytes: Buffer, size: number, sectors: number): Int32Array {
  const next = new Int32Array(sectors).fill(-1)
  const perSector = size / 4
  for (const [table, sector] of tableSectors(bytes, size, sectors).entries()) {
    const start = (sector + 1) * size
    for (let i = 0; i < perSector && table * perSector + i < sectors && start + i * 4 + 4 <= bytes.length; i++)
      next[table * perSector + i] = bytes.readInt32LE(start + i * 4)
  }
  return next
}

// The sectors that hold the table of chains, in order: 109 named in the header, the others in a list of their own.
function tableSectors(bytes: Buffer, size: number, sectors: number): number[] {
  const found: number[] = []
  for (let i = 0; i < entriesInHeader; i++) {
    const sector = bytes.readInt32LE(headerTable + i * 4)
    if (sector < 0) break
    found.push(sector)
  }
  let list = bytes.readInt32LE(68)
  for (let lists = bytes.readInt32LE(72); lists > 0 && list >= 0 && (list + 2) * size <= bytes.length; lists--) {
    const start = (list + 1) * size
    for (let i = 0; i < size / 4 - 1 && found.length < sectors; i++) found.push(bytes.readInt32LE(start + i * 4))
    list = bytes.readInt32LE(start + size - 4)
  }
  return found
}
