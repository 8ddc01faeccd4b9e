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

describe('a 区 among the townships', () => {
  const zones = gazetteer(
    parseTowns(
      '乡镇,村社区,别名\n城关区,,\n城关区,东门社区,\n北城新区,,\n北城新区,梅冲社区,\n双凤经济开发区,,\n庐阳镇,,\n庐阳镇,陈庄村,\n',
    ),
    { county: '示例县', areaCode: '340199' },
  )
  test.each([
    ['城关区', '东门社区', null, '城关区', '东门社区'],
    ['城关', '东门', null, '城关区', '东门社区'],
    ['示例县城关区', '东门', null, '城关区', '东门社区'],
    [null, null, '示例县城关区东门社区3号', '城关区', '东门社区'],
    ['北城区', '梅冲', null, '北城新区', '梅冲社区'],
    ['北城', null, null, '北城新区', null],
    ['双凤区', null, null, '双凤经济开发区', null],
    ['庐阳区', '陈庄村', null, null, null],
    ['庐阳', '陈庄村', null, '庐阳镇', '陈庄村'],
    ['东门社区', null, null, '城关区', '东门社区'],
  ] as const)('%s · %s · %s → %s %s', (township, village, address, expectedTownship, expectedVillage) => {
    expect(zones.locate(township, village, address)).toEqual({ township: expectedTownship, village: expectedVillage })
  })
})

describe('names that look like others', () => {
  const alike = gazetteer(
    parseTowns(
      [
        '乡镇,村社区,别名',
        '高桥镇,,高桥',
        '高桥镇,高桥村,',
        '高桥镇,桥头村,',
        '高桥镇,东门村,',
        '高桥镇,东门社区,',
        '高桥镇,新民村,',
        '白水乡,,',
        '白水乡,白水社区,',
        '白水乡,王村,',
        '白水乡,新民村,',
        '白水乡,双墩村,',
        '双墩镇,,双墩',
        '双墩镇,石桥村,',
        '城关镇,,',
        '城关街道,,',
      ].join('\n'),
    ),
  )

  test.each([
    // The township's own name is not the village called like it.
    ['高桥镇', '高桥镇', null, '高桥镇', null],
    ['白水', '远庄', null, '白水乡', null],
    ['白水乡民政办', '远庄', null, '白水乡', null],
    ['高桥', '高桥', null, '高桥镇', '高桥村'],
    [null, '高桥村', null, '高桥镇', '高桥村'],
    [null, null, '某县高桥村东组', '高桥镇', '高桥村'],
    // 双墩村 lies in another township than 双墩镇.
    [null, '双墩村', null, '白水乡', '双墩村'],
    ['双墩村', null, null, '白水乡', '双墩村'],
    [null, null, '某县双墩村3组', '白水乡', '双墩村'],
    ['双墩', null, null, '双墩镇', null],
    // A longer name is another place's.
    ['白水乡', '大王村', null, '白水乡', null],
    ['高桥镇', '高桥头村', null, '高桥镇', null],
    ['双墩镇', '石桥头村', null, '双墩镇', null],
    ['大白水乡', '王村', null, null, null],
    ['白水乡', '原王村', null, '白水乡', '王村'],
    ['某县白水乡', '01王村', null, '白水乡', '王村'],
    ['双墩镇', '石桥行政村', null, '双墩镇', '石桥村'],
    ['双墩镇', '石桥大塘组', null, '双墩镇', '石桥村'],
    ['双墩镇', '石桥村民组', null, '双墩镇', '石桥村'],
    // Of two of one name the ending decides.
    ['高桥镇', '东门村委会', null, '高桥镇', '东门村'],
    ['高桥镇', '东门居委会', null, '高桥镇', '东门社区'],
    ['高桥镇', '东门', null, '高桥镇', null],
    ['城关办事处', null, null, '城关街道', null],
    ['城关', null, null, null, null],
    // An address in another township says nothing of this one's villages.
    ['高桥镇', null, '白水乡新民村', '高桥镇', null],
    ['高桥镇', null, '高桥镇新民村', '高桥镇', '新民村'],
  ] as const)('%s · %s · %s → %s %s', (township, village, address, expectedTownship, expectedVillage) => {
    expect(alike.locate(township, village, address)).toEqual({ township: expectedTownship, village: expectedVillage })
  })

  test('the townships that a text names, in full or not, and those with a village of its name', () => {
    expect(alike.townshipsIn('高桥镇、白水乡低保')).toEqual(['高桥镇', '白水乡'])
    expect(alike.townshipsIn('高桥低保')).toEqual(['高桥镇'])
    expect(alike.townshipsIn('高桥村')).toEqual([])
    expect(['高桥镇低保', '高桥低保'].map((text) => alike.namesTownship(text))).toEqual([true, false])
    expect(alike.townshipsWith('新民村')).toEqual(['高桥镇', '白水乡'])
  })
})

describe('addresses of other counties', () => {
  const rows = parseTowns(
    [
      '乡镇,村社区,别名',
      '白水镇,,白水',
      '白水镇,新民村,新民',
      '白水镇,市桥村,',
      '城关镇,,旧名县城关镇',
      '城关镇,县前村,',
      '省庄乡,,',
      '省庄乡,省庄村,',
    ].join('\n'),
  )
  const county = gazetteer(rows, { county: '示例县', areaCode: '340199' })
  const at = (address: string, towns = county) => {
    const { township, village } = towns.locate(null, null, address)
    return `${township}/${village}`
  }

  test.each([
    '江苏省白水镇新民村',
    '江苏白水镇新民村',
    '江苏省宿迁市沭阳县白水镇新民村',
    '江苏省徐州市沛县杨屯镇新民村',
    '户籍地：江苏省徐州市沛县城关镇',
    '沭阳县白水镇新民村',
    '沭阳县新民村',
    '安徽阜阳临泉县城关镇',
    '安徽省合肥市巢湖市城关镇',
    '北京朝阳区城关镇',
    '新疆维吾尔自治区伊宁县城关镇',
    '外省城关镇',
    '邻县城关镇县前村',
  ])('%s is no place of ours', (address) => {
    expect(at(address)).toBe('null/null')
    expect(county.isElsewhere(address)).toBe(true)
    expect(at(address, gazetteer(rows))).not.toBe('null/null')
  })

  test.each([
    ['白水镇新民村', '白水镇/新民村'],
    ['安徽省合肥市示例县白水镇新民村3组', '白水镇/新民村'],
    ['合肥示例白水镇新民村', '白水镇/新民村'],
    ['安徽白水镇新民村', '白水镇/新民村'],
    ['原示例县白水镇新民村', '白水镇/新民村'],
    ['安徽省示例区白水镇新民村', '白水镇/新民村'],
    ['旧名县城关镇县前村', '城关镇/县前村'],
    ['某县城关镇', '城关镇/null'],
    ['本县城关镇', '城关镇/null'],
    ['县城关镇', '城关镇/null'],
    // The city may be the one that the county belongs to.
    ['合肥市城关镇', '城关镇/null'],
    ['合肥市市辖区城关镇', '城关镇/null'],
    ['合肥市经济技术开发区城关镇', '城关镇/null'],
    ['示例县开发区城关镇', '城关镇/null'],
    // 省, 市 and 县 inside the names of our own places.
    ['市桥村', '白水镇/市桥村'],
    ['白水镇市桥村', '白水镇/市桥村'],
    ['县前村', '城关镇/县前村'],
    ['示例县省庄乡省庄村', '省庄乡/省庄村'],
    // A hamlet by the river, a place of work, a hospital, a former county.
    ['河南新民村', '白水镇/新民村'],
    ['上海打工，户籍白水镇新民村', '白水镇/新民村'],
    ['江苏省人民医院白水镇新民村', '白水镇/新民村'],
    ['白水镇新民村(原属沭阳县)', '白水镇/新民村'],
  ] as const)('%s stays %s', (address, place) => {
    expect(at(address)).toBe(place)
    expect(at(address, gazetteer(rows))).toBe(place)
  })

  test.each([
    ['安徽省合肥市示例县', '340199', '阜阳市城关镇', 'null/null'],
    ['安徽省合肥市示例县', '340199', '合肥市城关镇', '城关镇/null'],
    ['巢湖市', '340181', '巢县城关镇', '城关镇/null'],
    ['巢湖市', '340181', '巢湖市城关镇', '城关镇/null'],
    ['阜新蒙古族自治县', '210921', '辽宁省阜蒙县城关镇', '城关镇/null'],
    ['阜新蒙古族自治县', '210921', '辽宁省彰武县城关镇', 'null/null'],
    // What was a part of another province, what was another county before it became a district.
    ['荣昌县', '500226', '四川省荣昌县城关镇', '城关镇/null'],
    ['荣昌县', '500226', '四川省永川市城关镇', '城关镇/null'],
    ['义安区', '340706', '铜陵县城关镇', '城关镇/null'],
    ['义安区', '340706', '江苏省沛县城关镇', 'null/null'],
    ['示例经济开发区', '340199', '示例县城关镇', '城关镇/null'],
    // A code that no province has.
    ['示例县', '990199', '江苏省城关镇', '城关镇/null'],
  ] as const)('for %s (%s) %s is %s', (name, areaCode, address, place) => {
    expect(at(address, gazetteer(rows, { county: name, areaCode }))).toBe(place)
  })

  test('of a row only the texts of another county are left out, and a township of another county decides', () => {
    const place = (...texts: Parameters<typeof county.locate>) => Object.values(county.locate(...texts))
    expect(place('白水镇', null, '江苏省白水镇新民村')).toEqual(['白水镇', null])
    expect(place('白水镇', '市桥村', '江苏省白水镇新民村')).toEqual(['白水镇', '市桥村'])
    expect(place('沭阳县白水镇', '新民村', null)).toEqual([null, null])
    expect(place(null, '沭阳县白水镇新民村', null)).toEqual([null, null])
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
    ['乡镇,村社区,别名\n水湖镇,,\n水湖镇，张庄村，\n', 'towns-comma', { line: 3 }],
    ['乡镇,村社区,别名\n水湖镇,,水湖，水家湖镇\n', 'towns-comma', { line: 2 }],
  ] as const)('%j → %s', (text, code, facts) => {
    expect(() => parseTowns(text)).toThrow(expect.objectContaining({ code, facts: expect.objectContaining(facts) }))
  })
})
