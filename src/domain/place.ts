/** One row of towns.csv; an empty village carries the aliases of the township itself (design §6). */
export interface Town {
  readonly township: string
  readonly village: string
  readonly aliases: readonly string[]
}

/** Where a person belongs; null while no row of towns.csv names it (待归属). */
export interface Place {
  readonly township: string | null
  readonly village: string | null
}

/** What lists print where no row of towns.csv names the township. */
export const unplaced = '待归属'

/** Township and village in one word, as sentences have them; `unplaced` without either. */
export function placeName({ township, village }: Place): string {
  return [township, village].filter((part) => part !== null).join('') || unplaced
}

/** Finds the place that texts of a row speak of. */
export interface Gazetteer {
  /** Township names in the order of towns.csv. */
  readonly townships: readonly string[]
  /**
   * The place of a row: `township` and `village` are the texts of those columns, `address` any free address; each may be null. A name with or
   * without 镇/乡/街道/村/社区, an alias, or a longer text that contains one is enough, but a name grown into another one is not
   * it (大王村 is not 王村), nor one that plainly stands in another county; a village alone decides its township when only one has it.
   */
  locate(township: string | null, village: string | null, address: string | null): Place
  /** The townships that a text (a title, a name of a file) names. */
  townshipsIn(text: string): readonly string[]
  /** Whether a text names a place of ours only after another province, city or county: 江苏省徐州市沛县城关镇. */
  isElsewhere(text: string): boolean
  /** Whether a text names a township in full: 高桥镇, not a bare 高桥, which may be a village as well. */
  namesTownship(text: string): boolean
  /** The townships that have a village of the name that a text names; more than one cannot be told apart by it. */
  townshipsWith(text: string): readonly string[]
}
