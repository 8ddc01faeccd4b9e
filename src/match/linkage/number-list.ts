/** A list of whole numbers that grows, in one piece of memory without an object a number. */
export interface NumberList {
  /** The numbers, and room for more behind them; made anew when the room is used up. */
  items: Int32Array
  readonly push: (item: number) => void
  readonly length: () => number
}

/** An empty list with room for about `expected` numbers: what grows from small leaves as much behind as it holds. */
export function numberList(expected = 0): NumberList {
  let length = 0
  const list: NumberList = {
    items: new Int32Array(expected + 256),
    push: (item) => {
      if (length === list.items.length) list.items = enlarged(list.items)
      list.items[length++] = item
    },
    length: () => length,
  }
  return list
}

function enlarged(items: Int32Array): Int32Array {
  const larger = new Int32Array(items.length * 2)
  larger.set(items)
  return larger
}
