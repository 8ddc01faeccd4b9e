import { describe, expect, it } from 'vitest'
import { id, match, personWith, type Row, record } from './people.js'

const head = id('19500101')
const wife = id('19520202', '002')

/** What a row of an allowance says of support, beside the rest. */
interface Stated {
  readonly insured?: boolean
  readonly insuredSize?: number
  readonly householdSize?: number
}

const listed = (row: Row, stated: Stated = {}) => ({
  ...record({ source: 'rural-allowance-households', ...row }),
  ...stated,
})
const member = (row: Row, stated: Stated = {}) => ({ ...record(row), ...stated })

// Whom of a couple the rows enrol in 低保: the head, the wife.
function enrolled(
  head: ReturnType<typeof record>,
  wife: ReturnType<typeof record>,
  ...more: ReturnType<typeof record>[]
) {
  const matched = match([head, wife, ...more])
  return [head, wife].map((row) => personWith(matched, row).enrolled.has('rural-allowance'))
}

describe('enrolment', () => {
  const couple = (stated: Stated) =>
    [
      listed({ id: head, number: '001', relation: '户主' }, stated),
      listed({ id: wife, name: '李秀英', number: '001', relation: '配偶' }, stated),
    ] as const

  it('leaves open whom a household export supports of more people than it counts', () => {
    expect(enrolled(...couple({}))).toEqual([false, false])
    expect(enrolled(...couple({ insuredSize: 1 }))).toEqual([false, false])
    expect(enrolled(...couple({ insuredSize: 2 }))).toEqual([true, true])
    expect(enrolled(...couple({ insuredSize: 1, householdSize: 1 }))).toEqual([true, true])
  })

  it('believes the member export before the household export', () => {
    const [first, second] = couple({ insuredSize: 2 })
    const refused = member({ id: wife, name: '李秀英', number: '001' }, { insured: false })
    expect(enrolled(first, second, refused)).toEqual([true, false])
    const [third, fourth] = couple({ insuredSize: 1 })
    expect(enrolled(third, fourth, member({ id: wife, name: '李秀英', number: '001' }, { insured: true }))).toEqual([
      false,
      true,
    ])
  })

  it('enrols somebody who is alone on a list that counts nobody', () => {
    const alone = listed({ id: head, number: '001', relation: '户主' })
    expect([...personWith(match([alone]), alone).enrolled]).toEqual(['rural-allowance'])
  })

  it('takes what one allowance states for nothing that another one says', () => {
    const rural = member({ id: head }, { insured: false })
    const urban = member({ id: head, source: 'urban-allowance-members', system: 'urban-allowance' }, { insured: true })
    const person = personWith(match([rural, urban]), rural)
    expect([...person.enrolled]).toEqual(['urban-allowance'])
  })

  it('enrols somebody whom one row of a roster supports although another does not', () => {
    const rows = [false, true, false].map((insured) => member({ id: head }, { insured }))
    expect([...personWith(match(rows), rows[0] as (typeof rows)[0]).enrolled]).toEqual(['rural-allowance'])
  })

  it('enrols nobody by a link that is less than certain', () => {
    const home = { township: '甲镇', village: '东村' }
    const rows = [
      record({ id: head, name: '王芳', ...home }),
      record({ id: head, name: '王芳', ...home, source: 'urban-allowance-members', system: 'urban-allowance' }),
      record({ id: head, name: '王福', ...home, source: 'registered-poor', system: 'registered-poor' }),
    ]
    const [person] = match(rows).persons
    expect([...(person?.rosters ?? [])].sort()).toEqual(['registered-poor', 'rural-allowance', 'urban-allowance'])
    expect([...(person?.enrolled ?? [])].sort()).toEqual(['rural-allowance', 'urban-allowance'])
  })
})
