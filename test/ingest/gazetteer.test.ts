import { describe, expect, test } from 'vitest'
import { gazetteer } from '../../src/ingest/gazetteer.js'
import { parseTowns } from '../../src/ingest/towns.js'

const towns = gazetteer(
  parseTowns(
    '\uFEFF乡镇,村社区,别名\n水湖镇,,水湖|水家湖镇\n水湖镇,北城社区,北城居；城北\n水湖镇,张庄村,\n下塘镇,,\n下塘镇,张庄村,\n下塘镇,新丰村,\n双凤开发区,,双凤工业园、双凤\n',
  ),
)

describe('locate', () => {
  test.each([
    ['水湖镇', '北城社区', null, '水湖镇', '北城社区'],
    ['水湖', '北城', null, '水湖镇', '北城社区'],
    ['水湖乡', '北城社区居委会', null, '水湖镇', '北城社区'],
    ['水家湖镇', '城北', null, '水湖镇', '北城社区'],
    [' 水 湖 镇 ', '张庄村3组', null, '水湖镇', '张庄村'],
    ['某县水湖镇人民政府', null, null, '水湖镇', null],
    ['双凤工业园', null, null, '双凤开发区', null],
    [null, '新丰村委会', null, '下塘镇', '新丰村'],
    [null, '张庄村', null, null, null],
    [null, '下塘镇张庄村', null, '下塘镇', '张庄村'],
    [null, null, '安徽省某市某县下塘镇新丰村东组12号', '下塘镇', '新丰村'],
    ['下塘镇', null, '某县下塘镇张庄', '下塘镇', '张庄村'],
    ['新丰村', null, null, '下塘镇', '新丰村'],
    ['外县镇', '新丰村', null, null, null],
    [null, null, '双凤路1号', null, null],
    [null, null, null, null, null],
  ] as const)('%s · %s · %s → %s %s', (township, village, address, expectedTownship, expectedVillage) => {
    expect(towns.locate(township, village, address)).toEqual({ township: expectedTownship, village: expectedVillage })
  })

  test('townships stand in the order of towns.csv', () => {
    expect(towns.townships).toEqual(['水湖镇', '下塘镇', '双凤开发区'])
  })
})

describe('parseTowns', () => {
  test.each([
    ['', 'towns-heading', { line: 1 }],
    ['乡,村\nA,B\n', 'towns-heading', { line: 1 }],
    ['乡镇,村社区,别名\n', 'towns-empty', {}],
    ['乡镇,村社区,别名\n水湖镇,,\n,张庄村,\n', 'towns-no-township', { line: 3 }],
    ['乡镇,村社区,别名\n水湖镇,,\n下塘镇,,\n水湖镇,,\n', 'towns-twice', { line: 4, other: 2 }],
    ['乡镇,村社区,别名\n水湖镇,"张\n', 'towns-syntax', {}],
  ] as const)('%j → %s', (text, code, facts) => {
    expect(() => parseTowns(text)).toThrow(expect.objectContaining({ code, facts: expect.objectContaining(facts) }))
  })
})
