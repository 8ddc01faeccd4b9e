import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../src/ingest/delivery.js'
import { contextOf } from '../../src/screen/context.js'
import { holdsTownship } from '../../src/screen/township-lists.js'
import { delivery, month2026 } from './county.js'

const holds = (township: string | null, ...deliveries: readonly Delivery[]) =>
  holdsTownship('left-behind-child', township, contextOf(month2026([], { deliveries })))

describe('holdsTownship', () => {
  it('is true where a delivery of the programme has rows of the township', () => {
    const sent = delivery('left-behind-register', { byTownship: { 水湖镇: 3 } })
    expect(holds('水湖镇', sent)).toBe(true)
    expect(holds('庄墓镇', sent)).toBe(false)
    expect(holds(null, sent)).toBe(false)
    expect(holds('水湖镇', delivery('temporary-aid'))).toBe(false)
  })

  it('counts of one list for several registers only the rows of this one', () => {
    const joint = delivery('left-behind-register', {
      byTownship: { 水湖镇: 5, 庄墓镇: 4 },
      byProgramme: { 'left-behind-elderly': { 水湖镇: 5, 庄墓镇: 1 }, 'left-behind-child': { 庄墓镇: 3 } },
    })
    expect(holds('水湖镇', joint)).toBe(false)
    expect(holds('庄墓镇', joint)).toBe(true)
    expect(holds('水湖镇', joint, delivery('left-behind-register', { byTownship: { 水湖镇: 1 } }))).toBe(true)
  })
})
