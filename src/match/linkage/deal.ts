/** Items by place: those of place `p` are `items[starts[p]]` to `items[starts[p + 1]]`, in their order. */
export interface Dealt {
  readonly starts: Int32Array
  readonly items: Int32Array
}

/**
 * Deals items 0, 1, 2 … to `count` places: `places` gives the place of each, a negative one to an item that goes nowhere. In flat lists: a county has a million
 * places, nearly all of them of an item or two.
 */
export function deal(places: Int32Array, count: number): Dealt {
  const starts = new Int32Array(count + 1)
  for (let item = 0; item < places.length; item++) {
    const place = places[item] as number
    if (place >= 0) starts[place] = (starts[place] as number) + 1
  }
  let total = 0
  for (let place = 0; place <= count; place++) {
    total += starts[place] as number
    starts[place] = total
  }
  // From the last to the first, each place filled from its end: what was the end of each becomes its start.
  const items = new Int32Array(total)
  for (let item = places.length - 1; item >= 0; item--) {
    const place = places[item] as number
    if (place < 0) continue
    const at = (starts[place] as number) - 1
    starts[place] = at
    items[at] = item
  }
  return { starts, items }
}
