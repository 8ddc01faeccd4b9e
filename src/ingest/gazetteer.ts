import { plainText } from '../domain/cell.js'
import type { Gazetteer, Place, Town } from '../domain/place.js'

const townshipEnding =
  /(街道办事处|办事处|街道|民族乡|镇人民政府|乡人民政府|镇|乡|经济开发区|开发区|工业园区?|园区|农场|林场)$/
// A township in a whole path (某县某镇某村); 古镇村 is a village.
const townshipInside = /[\u3400-\u9FFF]{2}(?:镇|乡|街道)(?!村|社区|居|街)/
const villageEnding = /(村民委员会|居民委员会|社区居委会|村委会|居委会|社区|居民区|村|居)$/

interface Entry {
  readonly township: string
  /** '' for the township itself. */
  readonly village: string
  readonly name: string
  /** 2: the name as it stands in towns.csv, 1: an alias, 0: the bare name without 镇, 村 … */
  readonly rank: 0 | 1 | 2
}

const nowhere: Place = { township: null, village: null }

/** Makes the gazetteer of `towns` (in the order of towns.csv). Answers are remembered: rosters repeat the same few hundred places. */
export function gazetteer(towns: readonly Town[]): Gazetteer {
  const townshipIndex = nameIndex(towns.flatMap(townshipEntries))
  const villageIndex = nameIndex(towns.flatMap(villageEntries))
  const byTownship = new Map<string, NameIndex>()
  for (const { township } of towns)
    if (!byTownship.has(township))
      byTownship.set(township, nameIndex(towns.filter((town) => town.township === township).flatMap(villageEntries)))
  const shared = new Map<string, Place>()
  const place = (township: string | null, village: string | null): Place => {
    if (township === null) return nowhere
    const key = `${township} ${village ?? ''}`
    const known = shared.get(key) ?? { township, village }
    shared.set(key, known)
    return known
  }

  const find = (township: string | null, village: string | null, address: string | null): Place => {
    const named = township === null ? null : (townshipIndex.find(township)?.township ?? null)
    if (named === null) return township === null ? withoutTownship(village, address) : elsewhere(township)
    const within = byTownship.get(named) as NameIndex
    const hit = within.find(village) ?? within.find(township, named) ?? within.find(address, named)
    return place(named, hit?.village ?? null)
  }
  // Some exports put the village into the township's column. A text that is or holds a township's name, but none of ours, is left alone:
  // people of other counties must not be given to a village of the same name.
  const elsewhere = (township: string): Place => {
    const isForeign = townshipEnding.test(township) || townshipInside.test(township)
    const hit = isForeign ? undefined : villageIndex.only(township)
    return hit ? place(hit.township, hit.village) : nowhere
  }
  const withoutTownship = (village: string | null, address: string | null): Place => {
    for (const text of [village, address]) {
      const named = text === null ? undefined : townshipIndex.inside(text)
      if (!named) continue
      const within = byTownship.get(named.township) as NameIndex
      return place(
        named.township,
        (within.find(village, named.name) ?? within.find(address, named.name))?.village ?? null,
      )
    }
    const hit = villageIndex.only(village) ?? villageIndex.only(address)
    if (hit) return place(hit.township, hit.village)
    // A bare 水湖 in the village's column is the township when no village goes by that name.
    const township = village === null ? undefined : townshipIndex.find(village)
    return place(township?.township ?? null, null)
  }

  const remembered = new Map<string, Place>()
  return {
    townships: [...byTownship.keys()],
    locate(township, village, address) {
      const key = `${township ?? ''}\u0000${village ?? ''}\u0000${address ?? ''}`
      const known = remembered.get(key)
      if (known) return known
      const found = find(clean(township), clean(village), clean(address))
      if (remembered.size < 500_000) remembered.set(key, found)
      return found
    },
  }
}

function clean(text: string | null): string | null {
  const plain = text === null ? '' : plainText(text).replace(/\s+/g, '')
  return plain === '' ? null : plain
}

function townshipEntries({ township, village, aliases }: Town): Entry[] {
  const entry = (name: string, rank: Entry['rank']): Entry => ({ township, village: '', name, rank })
  const bare = township.replace(townshipEnding, '')
  return [
    entry(township, 2),
    ...(bare.length >= 2 && bare !== township ? [entry(bare, 0)] : []),
    ...(village === '' ? aliases.map((alias) => entry(alias, 1)) : []),
  ]
}

function villageEntries({ township, village, aliases }: Town): Entry[] {
  if (village === '') return []
  const entry = (name: string, rank: Entry['rank']): Entry => ({ township, village, name, rank })
  const bare = village.replace(villageEnding, '')
  return [
    entry(village, 2),
    ...(bare.length >= 2 && bare !== village ? [entry(bare, 0)] : []),
    ...aliases.map((alias) => entry(alias, 1)),
  ]
}

interface NameIndex {
  /** The entry that `text` names or contains; `without` is first taken out of it, so that 水湖镇 does not name the village 水湖. */
  find(text: string | null, without?: string): Entry | undefined
  /** As `find`, but only when a single place answers to it. */
  only(text: string | null): Entry | undefined
  /** The longest entry that stands inside `text`. */
  inside(text: string): Entry | undefined
}

function nameIndex(entries: readonly Entry[]): NameIndex {
  const exact = new Map<string, Entry[]>()
  const starts = new Map<string, Entry[]>()
  for (const entry of entries) {
    const same = exact.get(entry.name) ?? []
    if (!same.some((other) => other.township === entry.township && other.village === entry.village)) same.push(entry)
    exact.set(entry.name, same)
    const start = entry.name.slice(0, 2)
    starts.set(start, [...(starts.get(start) ?? []), entry])
  }
  const hits = (text: string): Entry[] => {
    const found: Entry[] = []
    for (let at = 0; at < text.length - 1; at++)
      for (const entry of starts.get(text.slice(at, at + 2)) ?? [])
        if (text.startsWith(entry.name, at) && stands(text, at, entry)) found.push(entry)
    return found.sort((a, b) => b.name.length - a.name.length || b.rank - a.rank)
  }
  const one = (found: readonly Entry[] | undefined): Entry | undefined => {
    const [first, ...rest] = found ?? []
    const same = (entry: Entry) => entry.township === first?.township && entry.village === first?.village
    return rest.every((entry) => entry.name.length < (first?.name.length ?? 0) || same(entry)) ? first : undefined
  }
  const exactly = (text: string) =>
    exact.get(text) ?? exact.get(text.replace(villageEnding, '')) ?? exact.get(text.replace(townshipEnding, ''))
  return {
    find(text, without) {
      const rest = without === undefined ? text : (text?.replace(without, '') ?? null)
      return rest === null || rest === '' ? undefined : (exactly(rest)?.[0] ?? hits(rest)[0])
    },
    only: (text) => (text === null ? undefined : (one(exactly(text)) ?? one(hits(text)))),
    inside: (text) => exactly(text)?.[0] ?? hits(text)[0],
  }
}

// A bare name inside a longer text must not be the stem of another kind of place: 长丰县 does not name 长丰镇, 水湖路 not 水湖镇.
function stands(text: string, at: number, entry: Entry): boolean {
  return entry.rank === 2 || !/^[县市省区路街]/.test(text.slice(at + entry.name.length))
}
