import { describe, expect, it } from 'vitest'
import { changesIn } from '../../src/track/fact-words.js'

describe('changesIn', () => {
  it('says what each changed fact is, programmes and codes of rules in words', () => {
    const [before, now] = [
      { income: 3000, programme: 'rural-allowance', claim: 'allowance', members: 3 },
      { income: 5200, programme: 'urban-allowance|orphan', claim: 'destitute', members: 3 },
    ]
    expect(changesIn(before, now)).toBe(
      '填报享受的保障：低保→特困；家庭人均年收入：3000→5200；项目：农村低保→城市低保、孤儿',
    )
  })

  it('names a fact that came or went, and says nothing where nothing changed or was answered', () => {
    expect(changesIn({ certificate: '肢体二级' }, { certificate: '肢体二级', income: '9000' })).toBe(
      '家庭人均年收入：无→9000',
    )
    expect(changesIn({ 死亡月份: '2026-10' }, { 死亡月份: '2026-09' })).toBe('死亡月份：2026-10→2026-09')
    expect(changesIn({ stop: '2026-10' }, {})).toBe('停保月份：2026-10→无')
    expect(changesIn({ income: 1 }, { income: 1 })).toBe('')
    expect(changesIn(null, { income: 1 })).toBe('')
  })
})
