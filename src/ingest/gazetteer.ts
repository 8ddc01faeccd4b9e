import { plainText } from '../domain/cell.js'
import type { Gazetteer, Place, Town } from '../domain/place.js'
import { type Home, otherCounties } from './other-counties.js'

// A 区 of a county is one of its townships (新区, 示范区, or 双凤区 for 双凤开发区); a 社区 is a village.
const townshipEnding =
  /(街道办事处|办事处|街道|民族乡|镇人民政府|乡人民政府|镇|乡|经济开发区|开发区|工业园区?|园区|新区|示范区|(?<![社小片景库矿])区|农场|林场)$/
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

/**
 * Makes the gazetteer of `towns` (in the order of towns.csv). Texts that plainly stand in another county than `home` name no place of it; without a
 * `home` none does. Answers are remembered: rosters repeat the same few hundred places.
 */
export function gazetteer(towns: readonly Town[], home?: Home): Gazetteer {
  const townshipIndex = nameIndex(towns.flatMap(townshipEntries), townshipEnding)
  const villageIndex = nameIndex(towns.flatMap(villageEntries), villageEnding)
  const byTownship = new Map<string, NameIndex>()
  for (const { township } of towns) {
    if (byTownship.has(township)) continue
    const own = towns.filter((town) => town.township === township)
    byTownship.set(township, nameIndex(own.flatMap(villageEntries), villageEnding))
  }
  const shared = new Map<string, Place>()
  const place = (township: string, village: string | null): Place => {
    const key = `${township} ${village ?? ''}`
    const known = shared.get(key) ?? { township, village }
    shared.set(key, known)
    return known
  }
  const isOther = home ? otherCounties(home) : () => false
  const isElsewhere = (text: string): boolean => {
    const named = townshipIndex.hits(text)
    const first = Math.min(...(named.length > 0 ? named : villageIndex.hits(text)).map(({ at }) => at))
    if (first === 0 || first === Number.POSITIVE_INFINITY) return false
    const isTownship = named.some(({ at, entry }) => at === first && townshipEnding.test(entry.name))
    return isOther(text.slice(0, first), isTownship)
  }
  const outright = (text: string | null): Entry[] =>
    text === null ? [] : townshipIndex.all(text).filter(({ name }) => townshipEnding.test(name))
  // What a text says of another township says nothing of the villages of this one, which may have one of the same name.
  const villageIn = (township: string, text: string | null, without = ''): string | null => {
    const hit = text === null ? undefined : byTownship.get(township)?.find(text.replace(without, ''))
    if (hit === undefined) return null
    if (text === hit.name || (without !== '' && text?.includes(without))) return hit.village
    const named = outright(text)
    return named.length === 0 || named.some((entry) => entry.township === township) ? hit.village : null
  }

  const find = (township: string | null, village: string | null, address: string | null): Place => {
    if (township === null) return withoutTownship(village, address)
    const named = townshipIndex.find(township)
    if (named === undefined) return elsewhere(township)
    const own = named.township
    const found = villageIn(own, village) ?? villageIn(own, township, named.name) ?? villageIn(own, address)
    return place(own, found)
  }
  // Some exports put the village into the township's column. A text that is or holds a township's name, but none of ours, is left alone:
  // people of other counties must not be given to a village of the same name.
  const elsewhere = (township: string): Place => {
    const isForeign = townshipEnding.test(township) || townshipInside.test(township)
    const hit = isForeign ? undefined : villageIndex.find(township)
    return hit ? place(hit.township, hit.village) : nowhere
  }
  const withoutTownship = (village: string | null, address: string | null): Place => {
    for (const text of [village, address]) {
      const named = text === null ? undefined : townshipIndex.find(text)
      // A bare 水湖 in the village's column is the township only when no village goes by that name.
      if (named === undefined || (named.name === text && named.rank < 2 && villageIndex.knows(text))) continue
      const own = named.township
      return place(own, villageIn(own, village, named.name) ?? villageIn(own, address, named.name))
    }
    const hit = (village && villageIndex.find(village)) || (address && villageIndex.find(address))
    return hit ? place(hit.township, hit.village) : nowhere
  }

  const remembered = new Map<string, Place>()
  return {
    townships: [...byTownship.keys()],
    locate(township, village, address) {
      const key = `${township ?? ''}\u0000${village ?? ''}\u0000${address ?? ''}`
      const known = remembered.get(key)
      if (known) return known
      const [own, inside, whole] = [township, village, address].map(clean)
      const ours = (text: string | null | undefined) => (text && !isElsewhere(text) ? text : null)
      // Who is of another county's township is not placed by the name of its village.
      const found = own && isElsewhere(own) ? nowhere : find(ours(own), ours(inside), ours(whole))
      if (remembered.size < 500_000) remembered.set(key, found)
      return found
    },
    townshipsIn(text) {
      return [...new Set(townshipIndex.all(clean(text) ?? '').map(({ township }) => township))]
    },
    isElsewhere: (text) => isElsewhere(clean(text) ?? ''),
    namesTownship: (text) => outright(clean(text)).length > 0,
    townshipsWith(text) {
      return [...new Set(villageIndex.all(clean(text) ?? '').map(({ township }) => township))]
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
  /** The one place that `text` names or contains, the longest name first; undefined when several answer to it alike. */
  find(text: string): Entry | undefined
  /** All that stand in `text`, none inside another. */
  all(text: string): readonly Entry[]
  /** The same with where they stand. */
  hits(text: string): readonly Hit[]
  /** Whether `text` is a name, with whatever ending. */
  knows(text: string): boolean
}

/** An entry as it stands in a text, and what follows it there. */
interface Hit {
  readonly entry: Entry
  readonly at: number
  readonly rest: string
}

function nameIndex(entries: readonly Entry[], ending: RegExp): NameIndex {
  const exact = new Map<string, Entry[]>()
  const starts = new Map<string, Entry[]>()
  for (const entry of entries) {
    const same = exact.get(entry.name) ?? []
    if (!same.some((other) => isSamePlace(other, entry))) same.push(entry)
    exact.set(entry.name, same)
    const start = entry.name.slice(0, 2)
    starts.set(start, [...(starts.get(start) ?? []), entry])
  }
  const whole = (text: string): Hit[] => {
    const name = exact.has(text) ? text : text.replace(ending, '')
    const found = (exact.get(name) ?? []).filter(
      ({ township }) => name === text || !isDistrict(text) || /区$/.test(township),
    )
    return found.map((entry) => ({ entry, at: 0, rest: text.slice(name.length) }))
  }
  const inside = (text: string): Hit[] => {
    const found: Hit[] = []
    for (let at = 0; at < text.length - 1; at++)
      for (const entry of starts.get(text.slice(at, at + 2)) ?? []) {
        if (!text.startsWith(entry.name, at)) continue
        const rest = text.slice(at + entry.name.length)
        if (stands(text.slice(Math.max(0, at - 2), at), entry, rest)) found.push({ entry, at, rest })
      }
    return found.filter((hit) => !found.some((other) => covers(other, hit)))
  }
  const hits = (text: string): Hit[] => {
    const named = whole(text)
    return named.length > 0 ? named : inside(text)
  }
  return {
    find: (text) => theOne(hits(text)),
    all: (text) => hits(text).map(({ entry }) => entry),
    hits,
    knows: (text) => whole(text).length > 0,
  }
}

// 庐阳区 is a district of a city and not 庐阳镇.
function isDistrict(text: string): boolean {
  return /(?<![社小发业园])区$/.test(text)
}

function covers(one: Hit, other: Hit): boolean {
  const [own, length] = [other.entry.name.length, one.entry.name.length]
  return length > own && one.at <= other.at && other.at + own <= one.at + length
}

function isSamePlace(one: Entry, other: Entry): boolean {
  return one.township === other.township && one.village === other.village
}

// The longest name counts. 东门居委会 is 东门社区 and not 东门村, where the township has both; a plain 东门 then is neither.
function theOne(found: readonly Hit[]): Entry | undefined {
  if (found.length < 2) return found[0]?.entry
  const longest = Math.max(0, ...found.map(({ entry }) => entry.name.length))
  const long = found.filter(({ entry }) => entry.name.length === longest)
  const alike = long.filter(({ entry, rest }) => kindOf(rest) !== null && kindOf(rest) === ownKind(entry))
  const pool = alike.length > 0 ? alike : long
  const rank = Math.max(0, ...pool.map(({ entry }) => entry.rank))
  const [first, ...others] = pool.filter(({ entry }) => entry.rank === rank).map(({ entry }) => entry)
  return first !== undefined && others.every((other) => isSamePlace(first, other)) ? first : undefined
}

const kinds = [/^村/, /^(社区|居)/, /^(街道|办事处)/, /^镇/, /^乡/]

function kindOf(ending: string): number | null {
  const kind = kinds.findIndex((pattern) => pattern.test(ending))
  return kind < 0 ? null : kind
}

function ownKind({ township, village }: Entry): number | null {
  return kindOf(/(村|社区|居|街道|镇|乡)$/.exec(village || township)?.[0] ?? '')
}

const han = '[\\u3400-\\u9FFF]'
// A single character before a name makes it another: 大王村 is not 王村. Not one that ends what stands before it, or says whose place it is.
const grownAhead = new RegExp(
  `(?:^|[^\\u3400-\\u9FFF]|[省市州县区旗镇乡街道路村组队处会园场办府])(?![省市州县区旗镇乡街道路村组队处会园场办府原在住属至到系])${han}$`,
)
// What follows may make it the stem of another: 长丰县 is not 长丰镇, 水湖路 not 水湖镇, 水湖村 is a village and 石桥头村 not 石桥村.
const grownTownship = /^(?:[县市省区路街村居]|社区)/
const grownVillage = new RegExp(
  `^(?:[县市省区路]|[镇乡街](?!村|社区|居)|(?!村|社区|居|自然|行政|中心)(?:(?![组队])${han}){1,3}(?:村(?!民)|社区))`,
)

function stands(before: string, { name, village }: Entry, rest: string): boolean {
  if (before !== '' && grownAhead.test(before)) return false
  const [ending, grown] = village === '' ? [townshipEnding, grownTownship] : [villageEnding, grownVillage]
  return ending.test(name) || !grown.test(rest)
}
