import type { NameBook } from './names/name-form.js'
import type { NameUses } from './names/name-uses.js'
import { neighboursOf } from './neighbours.js'
import { noName } from './row-keys.js'
import { type NotOfUnit, splitByName } from './split-by-name.js'
import { bringInOrder, enterNames, type Unit } from './unit.js'
import type { OpenUnits } from './units.js'

/**
 * Names the units of usable numbers, all in one walk, and counts their names. A unit whose number stands with clearly different names is split: the first
 * part takes its place, the others are added. Gives back the parts, their rows in order.
 */
export function nameUnits(units: OpenUnits, book: NameBook, uses: NameUses, isNotOf: NotOfUnit): readonly Unit[] {
  const doubtful: number[] = []
  for (let i = 0; i < units.length; i++) {
    const found = namesIn(units, i)
    if (found === different) {
      doubtful.push(i)
      continue
    }
    if (found === toCollect) enterNames(units.keep(i), book)
    else units.name(i, found)
    count(units, i, uses)
  }
  const neighbours = neighboursOf(doubtful, units, book)
  return doubtful.flatMap((i) => {
    const parts = splitByName(units.at(i), book, neighbours, isNotOf) ?? []
    for (const [k, part] of parts.entries()) {
      bringInOrder(part)
      if (k === 0) units.replace(i, part)
      else units.add(part)
    }
    for (const unit of parts.length > 0 ? parts : [units.keep(i)]) nameUnit(units, unit, book, uses)
    return parts
  })
}

/** Names a unit by its rows, and counts its name. */
export function nameUnit(units: OpenUnits, unit: Unit, book: NameBook, uses: NameUses): void {
  enterNames(unit, book)
  count(units, unit.at, uses)
}

function count(units: OpenUnits, i: number, uses: NameUses): void {
  const name = units.nameOf(i)
  if (name !== noName) uses.enter(name)
}

/** Stand for the names of a unit: its rows give several, or a former or rare one besides, which only the rows themselves tell. */
const [different, toCollect] = [-2, -3]

// The number of the one name that the rows give, or `noName`, or one of the two above. Most units are no object yet, and need not become one.
function namesIn(units: OpenUnits, i: number): number {
  const kept = units.keptAt(i)
  if (kept !== null) return hasDifferentNames(kept) ? different : toCollect
  const { keys, items, from, to } = units.rowsAt(i)
  let [name, hasOthers] = [noName, false]
  for (let k = from; k < to; k++) {
    const position = items[k] as number
    const own = keys.names[position] as number
    if (keys.otherNames[position] === 1) hasOthers = true
    if (own === noName) continue
    if (name === noName) name = own
    else if (own !== name) return different
  }
  return hasOthers ? toCollect : name
}

function hasDifferentNames({ records, past, duplicates }: Unit): boolean {
  const names = [...records, ...past, ...duplicates].flatMap(({ name }) => name ?? [])
  return names.some((name) => name !== names[0])
}
