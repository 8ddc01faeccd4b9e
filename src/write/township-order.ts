/** Rows in the order of towns.csv, those of no township of it last; rows of one township keep their order. */
export function inTownshipOrder<Row extends { readonly township: string | null }>(
  rows: readonly Row[],
  townships: readonly string[],
): Row[] {
  const places = new Map(townships.map((township, place) => [township, place]))
  const placeOf = ({ township }: Row) => places.get(township ?? '') ?? townships.length
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b))
}
