import { describe, expect, test } from 'vitest'
import { gazetteer } from '../../src/ingest/gazetteer.js'
import type { Settling } from '../../src/ingest/household-lists.js'
import { locateAll } from '../../src/ingest/locate.js'
import type { Surroundings } from '../../src/ingest/told.js'
import { parseTowns } from '../../src/ingest/towns.js'

const towns = gazetteer(
  parseTowns(
    '乡镇,村社区,别名\n青山镇,,\n青山镇,青山社区,\n青山镇,新民村,\n青山镇,石桥村,\n白水乡,,\n白水乡,新民村,\n白水乡,王村,\n',
  ),
  { county: '示例县', areaCode: '340199' },
)

const plain: Surroundings = { file: '农村低保.xlsx', sheet: 'Sheet1', titles: [] }

interface Texts {
  readonly township?: string
  readonly village?: string
  readonly address?: string
}

/** Locates rows of these texts, and gives each as 乡镇/村 with the codes of what was told. */
function located(rows: readonly Texts[], around: Partial<Surroundings>): { places: string[]; codes: string[] } {
  const records = rows.map((texts, row) => ({ ...texts, origin: { row } }) as unknown as Settling)
  const issues = locateAll(records, { ...plain, ...around }, towns, new Set())
  return {
    places: records.map(({ place }) => `${place.township}/${place.village}`),
    codes: issues.map(({ code }) => code),
  }
}

describe('a township that stands around the rows', () => {
  test.each([
    ['its own name is no village', { file: '青山镇农村低保.xlsx' }, [{}], ['青山镇/null']],
    ['nor is its bare one', { file: '青山低保.xlsx' }, [{}], ['青山镇/null']],
    ['a village behind it is', { titles: ['青山镇青山社区低保名册'] }, [{}], ['青山镇/青山社区']],
    ['it decides between villages of one name', { sheet: '白水乡' }, [{ village: '新民村' }], ['白水乡/新民村']],
    ['of two townships neither does', { file: '青山镇、白水乡低保.xlsx' }, [{ village: '新民村' }], ['null/null']],
    ['a remark is no title', { titles: ['注：青山镇未报'] }, [{ village: '新民村' }], ['null/null']],
    [
      'a village known in another township only stays in the list it is of',
      { file: '青山镇低保.xlsx' },
      [{ village: '石桥村' }, { village: '王村' }],
      ['青山镇/石桥村', '青山镇/null'],
    ],
    [
      'unless the row names its township',
      { file: '青山镇低保.xlsx' },
      [{ village: '石桥村' }, { village: '石桥村' }, { address: '某县白水乡王村' }],
      ['青山镇/石桥村', '青山镇/石桥村', '白水乡/王村'],
    ],
    [
      'where most villages are of another one it is not their list',
      { titles: ['青山镇代发'] },
      [{ village: '王村' }, { village: '白水乡王村' }, { village: '新民村' }],
      ['白水乡/王村', '白水乡/王村', 'null/null'],
    ],
  ] as const)('%s', (_, around, rows, places) => {
    expect(located(rows, around).places).toEqual(places)
  })
})

test('a village of several townships is not told as one that towns.csv lacks', () => {
  expect(located([{ village: '新民村' }, { village: '远庄' }], {}).codes).toEqual([
    'village-in-several',
    'unknown-township',
  ])
})

test('an address in another county is told as such, and leaves the row to the township whose list it is', () => {
  const address = '江苏省徐州市沛县白水乡王村'
  expect(located([{ address }, { village: '新民村', address: '沛县新民村' }], {})).toEqual({
    places: ['null/null', 'null/null'],
    codes: ['place-elsewhere', 'place-elsewhere'],
  })
  expect(located([{ address }], { file: '青山镇低保.xlsx' })).toEqual({ places: ['青山镇/null'], codes: [] })
})
