import { birthDateOf } from '../domain/id-number.js'
import { endHash, foldCode, startHash } from './linkage/content-hash.js'
import { patternOf } from './profile.js'
import { emptyUnit, type Unit } from './unit.js'
import type { Units } from './units.js'

/**
 * What the blocking rules see of a unit: the parts of its id number hashed once for all of them. Null where the number is missing or too short, or where a
 * character of the part is lost; `last…` are counted from the end, so that they stand for a number with a character too few or too many as well.
 */
export interface BlockingView {
  unit: Unit
  first9: number | null
  first12: number | null
  first14: number | null
  last4: number | null
  last8: number | null
  last9: number | null
  /** Of the birth date inside the number. */
  birth: number | null
}

/** Fewest characters of a number whose end still says something. */
const leastLength = 15

/**
 * Looks at units one after the other; each call fills the same view anew, since this runs over every unit of the county and a million views
 * would cost more than the hashing. Nothing may keep a view beyond the next call.
 */
export function blockingViews(units: Units): (index: number) => BlockingView {
  const view: BlockingView = {
    unit: emptyUnit(null),
    first9: null,
    first12: null,
    first14: null,
    last4: null,
    last8: null,
    last9: null,
    birth: null,
  }
  return (index) => {
    view.unit = units.look(index)
    const pattern = patternOf(view.unit)
    if (pattern === null) forget(view)
    else {
      lookForward(view, pattern)
      lookBackward(view, pattern)
      view.birth = view.unit.idNumber !== null || birthDateOf(pattern) !== null ? birthHash(pattern) : null
    }
    return view
  }
}

/** The hash of a birth date's eight digits as they stand in `text` from `from`, dashes left out. */
export function birthHash(text: string, from = 6): number {
  let hash = startHash(1)
  for (let i = from, digits = 0; i < text.length && digits < 8; i++) {
    const code = text.charCodeAt(i)
    if (code === 45) continue
    hash = foldCode(hash, code)
    digits++
  }
  return endHash(hash)
}

function forget(view: BlockingView): void {
  view.first9 = view.first12 = view.first14 = null
  view.last4 = view.last8 = view.last9 = null
  view.birth = null
}

function lookForward(view: BlockingView, pattern: string): void {
  view.first9 = view.first12 = view.first14 = null
  let hash = startHash(2)
  for (let i = 0; i < 14 && i < pattern.length; i++) {
    const code = pattern.charCodeAt(i)
    if (code === 63) return
    hash = foldCode(hash, code)
    if (i === 8) view.first9 = endHash(hash)
    else if (i === 11) view.first12 = endHash(hash)
    else if (i === 13) view.first14 = endHash(hash)
  }
}

function lookBackward(view: BlockingView, pattern: string): void {
  view.last4 = view.last8 = view.last9 = null
  if (pattern.length < leastLength) return
  let hash = startHash(3)
  for (let i = 1; i <= 9; i++) {
    const code = pattern.charCodeAt(pattern.length - i)
    if (code === 63) return
    hash = foldCode(hash, code)
    if (i === 4) view.last4 = endHash(hash)
    else if (i === 8) view.last8 = endHash(hash)
    else if (i === 9) view.last9 = endHash(hash)
  }
}
