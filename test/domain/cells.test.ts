import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CellKind,
  isBlankWord,
  plainText,
  plainTextCell,
  shownText,
  wholeNumber,
  yesNo,
} from '../../src/domain/cell.js'
import { disabilityCertificate } from '../../src/domain/disability-certificate.js'
import { checkDigit } from '../../src/domain/id-number.js'
import { amountFen, yuan } from '../../src/domain/money.js'
import { day, firstMonth, month } from '../../src/domain/month.js'
import { normalName, personName } from '../../src/domain/person-name.js'
import { maskName } from '../../src/domain/shown-name.js'
import {
  certificateStatus,
  childKind,
  claimedAllowance,
  claimedDestitute,
  departureReason,
  disabilityCategory,
  disabilityLevel,
  maritalStatus,
  monitoredKind,
  povertyState,
  registerKind,
  relation,
  riskCleared,
  selfCare,
  sex,
  signed,
  subsidyKind,
  supportClass,
  supportMode,
  supportState,
  supportWish,
} from '../../src/domain/vocabulary.js'

const vocabularies = {
  certificateStatus,
  childKind,
  claimedAllowance,
  claimedDestitute,
  departureReason,
  disabilityCategory,
  disabilityLevel,
  maritalStatus,
  monitoredKind,
  povertyState,
  registerKind,
  relation,
  riskCleared,
  selfCare,
  sex,
  signed,
  subsidyKind,
  supportMode,
  supportState,
  supportClass,
  supportWish,
}

const text = (value: string, kind: CellKind = 'text') => ({ text: value, kind })

describe('several disabilities in one cell', () => {
  test.each(['肢体二级、脑瘫', '智力、其他', '、'])('%j is a word unknown as a whole', (cell) => {
    const problem = { code: 'unknown-word', facts: { text: cell } }
    expect(disabilityLevel(text(cell))).toEqual({ value: null, problem })
    expect(disabilityCategory(text(cell))).toEqual({ value: null, problem })
  })

  test('a list of categories says no level', () => {
    expect(disabilityLevel(text('肢体、听力')).value).toBeNull()
  })
})

describe('plain text', () => {
  test.each([
    ['Ａ１（村）', 'A1(村)'],
    [' 张\u3000三 ', '张 三'],
    ['a\r\nb\tc', 'a b c'],
    ['\uFEFF\u200B张三\u00A0', '张三'],
    ['\u2068葛\u{E0100}清\u2069', '葛清'],
  ])('%j → %j', (from, to) => expect(plainText(from)).toBe(to))

  test('is its own fixed point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => plainText(plainText(value)) === plainText(value)),
      { seed: 1 },
    )
  })

  test('blank words read as null', () => {
    for (const word of ['', '/', '无', '#N/A', 'NULL', '——'])
      expect([isBlankWord(word), plainTextCell(text(word)).value]).toEqual([true, null])
    expect(isBlankWord('无名')).toBe(false)
  })

  test('a shown text hides ids and accounts', () => {
    expect(shownText('身份证340199196001011234')).toBe(`身份证${'*'.repeat(16)}3`)
    expect(shownText('6217000012345')).toBe('***********45')
    expect(shownText('1380000')).toBe('*****00')
    expect(shownText('2026-11-05')).toBe('2026-11-05')
    expect(shownText('340199 19600101 1234')).toBe(`${'*'.repeat(18)}34`)
    expect(shownText('张三、李小河 欧阳明')).toBe('张*、李*河 欧*明')
    expect(shownText('阿依·古丽（户主）')).toBe('阿***丽（户主）')
    expect(shownText('石桥乡')).toBe('石桥乡')
    expect(shownText('二等乙级')).toBe('二等乙级')
  })
})

describe('amounts', () => {
  test.each([
    ['420', 42_000],
    ['420.5', 42_050],
    ['1,234.56元', 123_456],
    ['￥1，234', 123_400],
    ['0.01', 1],
    ['1.15', 115],
    ['1.005', 101],
    ['1.2万元', 1_200_000],
    ['1.2万', 1_200_000],
    ['-5', -500],
    ['860元/月', 86_000],
    ['', null],
    ['无', null],
    ['277元/人/月', 27_700],
    ['600元每户每月', 60_000],
    ['(100)', -10_000],
    ['（1,234.5）', -123_450],
    ['−100', -10_000],
  ])('%s → %s', (from, to) => expect(amountFen(text(from))).toEqual({ value: to }))

  test.each(['四百二十', '420/人头', '1.2.3', '340199196001011234'])('%s is no amount', (from) => {
    expect(amountFen(text(from))).toMatchObject({ value: null, problem: { code: 'not-an-amount' } })
  })

  test('fen come back from what yuan writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        (fen) => amountFen(text(yuan(fen))).value === (fen === 0 ? 0 : fen),
      ),
      { seed: 2 },
    )
  })
})

describe('days and months', () => {
  test.each([
    ['2024-09-01', '2024-09-01'],
    ['2024/9/1', '2024-09-01'],
    ['2024年9月1日', '2024-09-01'],
    ['2024.9.1上午', '2024-09-01'],
    ['2024 年 9 月 1 日', '2024-09-01'],
    ['2024年9月1号', '2024-09-01'],
    ['2024.9.1', '2024-09-01'],
    ['20240901', '2024-09-01'],
    ['2024-09-01 00:00:00', '2024-09-01'],
    ['二〇二四年九月一日', '2024-09-01'],
    ['二零二四年十一月二十三日', '2024-11-23'],
    ['', null],
  ])('day %s → %s', (from, to) => expect(day(text(from))).toEqual({ value: to }))

  test('a serial number is a day, also as the text that a CSV keeps of it', () => {
    expect(day(text('45292', 'number')).value).toBe('2024-01-01')
    expect(day(text('45292')).value).toBe('2024-01-01')
    expect(month(text('45292')).value).toBe('2024-01')
    expect(day(text('20261', 'number')).value).toBe('1955-06-21')
  })

  test('a text that may be 2026-1 without its hyphen is no serial, and as a month never', () => {
    expect(day(text('20261')).problem?.code).toBe('unreadable-date')
    expect(month(text('20261', 'number')).problem?.code).toBe('unreadable-month')
  })

  test.each([
    ['1-Jan-26', '2026-01-01'],
    ['26-Jan-2026', '2026-01-26'],
    ['1-Jan-56', '1956-01-01'],
    ['Thu Jan 01 00:00:00 CST 2026', '2026-01-01'],
    ['2026年元月五日', '2026-01-05'],
    ['2026年十一月23日', '2026-11-23'],
    ['2026。1。5', '2026-01-05'],
    ['2026 . 1 . 5', '2026-01-05'],
  ])('day %s → %s', (from, to) => expect(day(text(from))).toEqual({ value: to }))

  test('a day of two digits of a year that may be of either century, or without a year, is an issue', () => {
    for (const written of ['1-Jan-45', '45年1月', '26-Jan'])
      expect(day(text(written)).problem?.code).toBe('unreadable-date')
    expect(day(text('98年5月'))).toMatchObject({ value: '1998-05-01', problem: { code: 'day-missing' } })
  })

  test.each(['2026-01-00', '2026/1/0', '20260100'])('%s is a month without a day', (written) => {
    expect(month(text(written))).toEqual({ value: '2026-01' })
    expect(day(text(written))).toMatchObject({ value: '2026-01-01', problem: { code: 'day-missing' } })
  })

  test('a day that does not exist is an issue; a bare month is told, and taken as its first day', () => {
    expect(day(text('2024-02-30'))).toMatchObject({ value: null, problem: { code: 'unreadable-date' } })
    expect(day(text('2024年9月'))).toMatchObject({ value: '2024-09-01', problem: { code: 'day-missing' } })
  })

  test.each([
    ['2024-09', '2024-09'],
    ['202409', '2024-09'],
    ['2024年9月', '2024-09'],
    ['2024年09月份', '2024-09'],
    ['24年9月', '2024-09'],
    ['2024年9月起', '2024-09'],
    ['2024.9', '2024-09'],
    ['2024/9/1', '2024-09'],
    ['20240901', '2024-09'],
    ['Jan-26', '2026-01'],
    ['Sep-2026', '2026-09'],
    ['MAY-26', '2026-05'],
    ['January 2026', '2026-01'],
    ['2026年元月', '2026-01'],
    ['26年元月份', '2026-01'],
    ['二〇二六年元月', '2026-01'],
    ['二六年十二月', '2026-12'],
    ['2026年十一月', '2026-11'],
    ['2026 年 1 月份', '2026-01'],
    ['２０２６年１月', '2026-01'],
    ['2026。1', '2026-01'],
    ['2026、01', '2026-01'],
    ['2026 - 01', '2026-01'],
    ['2026 01', '2026-01'],
    ['2026.1.', '2026-01'],
    ['自2026年1月起', '2026-01'],
    ['2026年1月至今', '2026-01'],
    ['2026年1月底', '2026-01'],
    ['98年9月', '1998-09'],
  ])('month %s → %s', (from, to) => expect(month(text(from))).toEqual({ value: to }))

  test('a month that a cell of numbers may have cut short is no January', () => {
    expect(month(text('2024.1', 'number'))).toMatchObject({ value: null, problem: { code: 'month-cut' } })
    expect(day(text('2024.1', 'number'))).toMatchObject({ value: null, problem: { code: 'month-cut' } })
    expect(firstMonth(text('2024.1', 'number')).value).toBeNull()
    expect(month(text('2024.1')).value).toBe('2024-01')
    for (const [from, to] of [
      ['2024.9', '2024-09'],
      ['2024.11', '2024-11'],
      ['2024.01', '2024-01'],
    ] as const)
      expect(month(text(from, 'number'))).toEqual({ value: to })
  })

  test.each([
    '202413',
    '九月',
    '2024',
    '26-Jan',
    '2026年第一季度',
    '2026年1-3月',
    '2026年1月、2月',
    '2026年正月',
    '2026年十三月',
    '26.1',
    '26-1',
    '1/2026',
    '2026-00-00',
    '1900-01-00',
  ])('%s is no month', (from) => expect(month(text(from)).value).toBeNull())
})

describe('names', () => {
  test.each([
    ['张 三', '张三'],
    ['张三（户主）', '张三'],
    ['张三(已故', '张三'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['\uE863', '䶮'],
    ['⼀', '一'],
  ])('%j → %j', (from, to) => expect(normalName(from)).toBe(to))

  test('a number or marks alone are no name', () => {
    for (const blank of ['', '无', '1', '…', '——', '*']) expect(personName(text(blank)).value).toBeNull()
  })

  test('a word that says that the name is to come is none, and is told', () => {
    for (const word of ['待补', '待补充', '待核实', '（姓名）待定', '姓名待查', '姓名不详', '未填写', '暂缺', '同上'])
      expect(personName(text(word))).toEqual({
        value: null,
        problem: { code: 'name-to-come', facts: { text: normalName(word) } },
      })
    for (const name of ['尚未然', '尚清', '尚确', '尚不凡', '无名氏', '白空', '同尚'])
      expect(personName(text(name))).toEqual({ value: name })
  })

  test.each([
    ['张**', '张**'],
    ['张＊明', '张*明'],
    ['*小明', '*小明'],
    ['欧阳某某', '欧阳**'],
    ['张××', '张**'],
    ['李X明', '李*明'],
    ['艾***提', '艾***提'],
  ])('a masked name %s is %s, and told', (written, value) => {
    expect(personName(text(written))).toEqual({ value, problem: { code: 'name-masked', facts: { text: value } } })
  })

  test.each(['Max', 'Xu Xin', '艾力·X', '张小X明月'])('%s is no masked name', (name) => {
    expect(personName(text(name)).problem).toBeUndefined()
  })

  test('masks', () => {
    expect([maskName('张三'), maskName('欧阳小明'), maskName('张'), maskName('')]).toEqual(['张*', '欧**明', '*', '*'])
  })
})

describe('counts and answers', () => {
  test.each([
    ['3', 3],
    ['3人', 3],
    ['3口人', 3],
    ['2套', 2],
    ['1 辆', 1],
    ['3.0', 3],
    ['3 口', 3],
    ['1,234', 1234],
    ['', null],
    ['66岁', 66],
  ])('%s → %s', (from, to) => expect(wholeNumber(text(from))).toEqual({ value: to }))
  test.each(['-1', '3.5', '三'])('%s is no count', (from) =>
    expect(wholeNumber(text(from)).problem?.code).toBe('not-a-number'))
  test.each([
    ['是', true],
    ['√', true],
    ['y', true],
    ['1', true],
    ['否', false],
    ['无', false],
    ['N', false],
    ['停保', false],
    ['不保障', false],
    ['非保障对象', false],
    ['未纳入', false],
    ['保障对象', true],
    ['已纳入', true],
    ['', null],
  ])('%s → %s', (from, to) => expect(yesNo(text(from))).toEqual({ value: to }))
  test('another word is told, not guessed', () => {
    expect(yesNo(text('也许'))).toEqual({ value: null, problem: { code: 'unknown-word', facts: { text: '也许' } } })
  })
})

test('disability certificates carry the id, the category and the level', () => {
  const digits = '34019919900307851'
  const holder = digits + checkDigit(digits)
  expect(disabilityCertificate(text(`${holder}44B1`)).value).toEqual({
    idNumber: holder,
    category: 4,
    level: 4,
    reissue: 'B1',
  })
  expect(disabilityCertificate(text(` ${holder}71 `)).value).toMatchObject({ category: 7, level: 1, reissue: null })
  for (const wrong of [`${holder}81`, `${holder}15`, holder, `${digits}${holder[17] === '0' ? '1' : '0'}44`])
    expect(disabilityCertificate(text(wrong))).toMatchObject({ value: null, problem: { code: 'bad-certificate' } })
})

describe('vocabularies', () => {
  test.each([
    ['relation', '之长子', '子'],
    ['relation', '次女', '女'],
    ['relation', '子女', '子女'],
    ['relation', '户主之子女', '子女'],
    ['relation', '独生子女', '子女'],
    ['relation', '其他儿子', '子'],
    ['relation', '养女或继女', '女'],
    ['relation', '22', '子'],
    ['relation', '32', '女'],
    ['relation', '55', '配偶父母'],
    ['relation', '大儿媳', '儿媳'],
    ['relation', '上门女婿', '女婿'],
    ['relation', '长孙女', '孙子女'],
    ['relation', '孙', '孙子女'],
    ['relation', '41', '孙子女'],
    ['relation', '44', '外孙子女'],
    ['relation', '4', '孙辈'],
    ['relation', '45', '孙辈'],
    ['relation', '孙女婿', '孙辈'],
    ['relation', '孙媳妇', '孙辈'],
    ['relation', '孙子、孙女或外孙子、外孙女', '孙辈'],
    ['relation', '爱人', '配偶'],
    ['relation', '前妻', '其他'],
    ['relation', '户主之母', '父母'],
    ['relation', '曾祖母', '祖辈'],
    ['relation', '胞弟', '兄弟姐妹'],
    ['relation', '弟媳妇', '兄弟姐妹'],
    ['relation', '侄孙', '其他'],
    ['relation', '堂兄弟', '其他'],
    ['relation', '其它', '其他'],
    ['relation', '户主（本人）', '户主'],
    ['relation', '之儿媳', '儿媳'],
    ['relation', '女婿', '女婿'],
    ['relation', '之外孙女', '外孙子女'],
    ['relation', '之孙子', '孙子女'],
    ['relation', '外曾孙', '孙辈'],
    ['relation', '之曾孙', '孙辈'],
    ['relation', '(外)孙子女', '孙辈'],
    ['relation', '妻', '配偶'],
    ['relation', '丈夫', '配偶'],
    ['relation', '户主本人', '户主'],
    ['relation', '之兄弟媳妇', '兄弟姐妹'],
    ['relation', '哥哥', '兄弟姐妹'],
    ['relation', '母亲', '父母'],
    ['relation', '之侄女', '其他'],
    ['disabilityLevel', '壹级', '1'],
    ['disabilityLevel', 'Ⅳ级', '4'],
    ['disabilityLevel', '二级残疾', '2'],
    ['disabilityLevel', '肢体二级', '2'],
    ['disabilityLevel', '视力残疾 一级', '1'],
    ['disabilityLevel', '三级精神残疾', '3'],
    ['disabilityLevel', '智力（四级）', '4'],
    ['disabilityCategory', '肢体二级', '肢体'],
    ['disabilityCategory', '视力残疾 一级', '视力'],
    ['disabilityCategory', '三级精神残疾', '精神'],
    ['disabilityCategory', '智力（四级）', '智力'],
    ['disabilityCategory', '语言残疾', '言语'],
    ['disabilityCategory', '语言二级', '言语'],
    ['disabilityLevel', '语言二级', '2'],
    ['disabilityCategory', '听力语言残疾', '多重'],
    ['disabilityLevel', '肢体二级、听力三级', '2'],
    ['disabilityLevel', '听力三级，肢体二级', '2'],
    ['disabilityLevel', '肢体三级听力四级', '3'],
    ['disabilityLevel', '多重（视力二级、智力一级）', '1'],
    ['disabilityLevel', '肢体、听力二级', '2'],
    ['disabilityLevel', '二级/四级', '2'],
    ['disabilityLevel', '三级、未定级', '3'],
    ['disabilityCategory', '肢体二级、听力三级', '多重'],
    ['disabilityCategory', '肢体残疾，听力残疾', '多重'],
    ['disabilityCategory', '视力听力', '多重'],
    ['disabilityCategory', '肢体和智力', '多重'],
    ['disabilityCategory', '肢体二级；肢体三级', '肢体'],
    ['disabilityCategory', '多重（视力二级、智力一级）', '多重'],
    ['claimedAllowance', '是', '低保'],
    ['claimedAllowance', '农村低保', '农村低保'],
    ['claimedAllowance', '否', '未享受'],
    ['disabilityCategory', '肢体残疾', '肢体'],
    ['disabilityCategory', '多重', '多重'],
    ['povertyState', '继续享受政策', '已脱贫享受政策'],
    ['povertyState', '已脱贫（不再享受政策）', '已脱贫不享受政策'],
    ['povertyState', '五保（特困供养）贫困户', '贫困户'],
    ['povertyState', '一般贫困户', '贫困户'],
    ['povertyState', '低保贫困户', '贫困户'],
    ['povertyState', '新增贫困户', '新增'],
    ['povertyState', '新增贫困', '新增'],
    ['povertyState', '新增贫困人口', '新增'],
    ['povertyState', '返贫人口', '返贫'],
    ['povertyState', '未脱贫人口', '未脱贫'],
    ['povertyState', '脱贫户（继续享受政策）', '已脱贫享受政策'],
    ['povertyState', '脱贫不享受政策', '已脱贫不享受政策'],
    ['povertyState', '预脱贫', '未脱贫'],
    ['monitoredKind', '脱贫监测户', '脱贫不稳定户'],
    ['monitoredKind', '扶贫边缘户', '边缘易致贫户'],
    ['riskCleared', '风险未消除', '未消除'],
    ['riskCleared', 'N', '未消除'],
    ['riskCleared', 'n', '未消除'],
    ['riskCleared', 'Y', '已消除'],
    ['riskCleared', '√', '已消除'],
    ['claimedAllowance', '1', '低保'],
    ['claimedAllowance', '0', '未享受'],
    ['claimedAllowance', '无', '未享受'],
    ['claimedDestitute', '√', '享受'],
    ['claimedDestitute', 'N', '未享受'],
    ['signed', '有', '已签'],
    ['signed', '无', '未签'],
    ['signed', 'FALSE', '未签'],
    ['supportState', '在保', '在享'],
    ['supportState', '正常发放', '在享'],
    ['supportState', '审批通过', '在享'],
    ['supportState', '补发', '在享'],
    ['supportState', '停保', '已停'],
    ['supportState', '退卡', '暂停'],
    ['supportState', '发放失败', '暂停'],
    ['supportState', '已退出', '已停'],
    ['certificateStatus', '死亡注销', '注销'],
    ['certificateStatus', '已注销（死亡）', '注销'],
    ['certificateStatus', '未注销', '有效'],
    ['certificateStatus', '冻结中', '冻结'],
    ['certificateStatus', '失效', '过期'],
    ['certificateStatus', '证件有效', '有效'],
    ['supportMode', '集中供养人员', '集中'],
    ['supportMode', '特困分散供养', '分散'],
    ['supportMode', '农村特困人员（集中供养）', '集中'],
    ['supportMode', '敬老院供养', '集中'],
    ['selfCare', '能', '全自理'],
    ['selfCare', '部分', '半护理'],
    ['selfCare', '部分生活自理', '半护理'],
    ['selfCare', '不能', '全护理'],
    ['claimedDestitute', '特困', '享受'],
    ['claimedDestitute', '农村特困供养', '享受'],
    ['claimedDestitute', '特困人员', '享受'],
    ['claimedDestitute', '农村特困人员（集中供养）', '享受'],
    ['claimedDestitute', '分散供养', '享受'],
    ['claimedDestitute', '五保户', '享受'],
    ['claimedDestitute', '享受特困供养', '享受'],
    ['claimedDestitute', '未享受特困供养政策', '未享受'],
    ['claimedDestitute', '非特困', '未享受'],
    ['subsidyKind', '残疾人生活补贴', '生活补贴'],
    ['subsidyKind', '贫困残疾人生活补贴', '生活补贴'],
    ['subsidyKind', '重度护理补贴', '护理补贴'],
    ['supportMode', '敬老院', '集中'],
    ['supportMode', '居家', '分散'],
    ['supportMode', '社会散养', '分散'],
    ['selfCare', '生活能自理', '全自理'],
    ['selfCare', '自理', '全自理'],
    ['selfCare', '生活不能自理', '全护理'],
    ['selfCare', '部分不能自理', '半护理'],
    ['selfCare', '部分失能', '半护理'],
    ['selfCare', '介助', '半护理'],
    ['selfCare', '介护', '全护理'],
    ['childKind', '散居孤儿', '孤儿'],
    ['childKind', '孤儿（散居）', '孤儿'],
    ['childKind', '事实孤儿', '事实无人抚养儿童'],
    ['riskCleared', '稳定消除', '已消除'],
    ['riskCleared', '未稳定消除', '未消除'],
    ['monitoredKind', '突发困难户', '突发严重困难户'],
    ['povertyState', '脱贫', '已脱贫'],
    ['povertyState', '稳定脱贫户', '已脱贫不享受政策'],
    ['claimedAllowance', '农村低保户', '农村低保'],
    ['claimedAllowance', '城镇低保对象', '城市低保'],
    ['claimedAllowance', '未享受低保', '未享受'],
    ['supportState', '停发', '已停'],
    ['supportState', '已退出', '已停'],
    ['supportState', '死亡停发', '已停'],
    ['supportState', '暂停发放', '暂停'],
    ['supportState', '待发放', '暂停'],
    ['supportState', '审批不通过', '未批'],
    ['supportState', '公示中', '未批'],
    ['supportState', '已过期', '已停'],
    ['departureReason', '家庭收入超过标准', '收入超标'],
    ['departureReason', '本人死亡', '死亡'],
    ['departureReason', '病亡', '死亡'],
    ['departureReason', '经济条件好转', '收入超标'],
    ['departureReason', '收入增加', '收入超标'],
    ['departureReason', '人均收入超过标准', '收入超标'],
    ['departureReason', '购房', '财产超标'],
    ['departureReason', '有小轿车', '财产超标'],
    ['departureReason', '出嫁', '户籍迁移'],
    ['departureReason', '纳入特困', '转特困'],
    ['departureReason', '转为城市低保', '转低保'],
    ['departureReason', '转低保边缘', '转边缘'],
    ['departureReason', '收入不符合低保条件', '其他'],
    ['departureReason', '核查不合格', '其他'],
    ['departureReason', '年满18周岁', '其他'],
    ['departureReason', '服刑', '服刑'],
    ['departureReason', '强制戒毒', '服刑'],
    ['departureReason', '参军入伍', '服役'],
    ['departureReason', '服兵役', '服役'],
    ['departureReason', '服刑服兵役', '服刑或服役'],
    ['departureReason', '服刑/服役', '服刑或服役'],
    ['departureReason', '服役或服刑', '服刑或服役'],
    ['departureReason', '主动申请退出', '主动退出'],
    ['departureReason', '转特困供养', '转特困'],
    ['supportMode', '社会散居', '分散'],
    ['maritalStatus', '初婚', '已婚'],
    ['maritalStatus', '离婚', '离异'],
    ['maritalStatus', '10', '未婚'],
    ['supportWish', '自愿分散供养', '分散'],
    ['supportWish', '愿意居家', '分散'],
    ['supportWish', '愿意集中供养', '集中'],
    ['supportWish', '不愿意集中供养', '分散'],
    ['supportWish', '自愿', '集中'],
    ['supportClass', 'a类', '一类'],
    ['supportClass', 'B', '二类'],
    ['supportClass', '低保A类', '一类'],
    ['supportClass', '农村低保', '未分类'],
    ['supportClass', '最低生活保障对象（单人）', '未分类'],
    ['povertyState', '一般脱贫户', '已脱贫'],
    ['povertyState', '新识别贫困户', '新增'],
    ['supportClass', '三类保障', '三类'],
    ['supportClass', '全额救助', '全额'],
    ['selfCare', '半自理', '半护理'],
    ['childKind', '事实无人抚养儿童', '事实无人抚养儿童'],
    ['supportState', '渐退', '在享'],
    ['supportState', '渐退期', '在享'],
    ['supportState', '渐退期满停发', '已停'],
    ['supportState', '正常退出', '已停'],
    ['supportState', '正常（停发）', '已停'],
    ['supportState', '未停发', '在享'],
    ['supportState', '未注销', '在享'],
    ['supportState', '停发后恢复', '在享'],
    ['supportState', '未享受', '已停'],
    ['supportState', '不在保', '已停'],
    ['supportState', '未审批', '未批'],
    ['supportState', '未过期', '在享'],
    ['supportState', '未到期', '在享'],
    ['supportState', '尚未停发', '在享'],
    ['supportState', '正常减员', '已停'],
    ['supportState', '正常迁出', '已停'],
    ['supportState', '正常核减', '已停'],
    ['supportState', '未在册', '已停'],
    ['supportState', '渐退期满已到期退出', '已停'],
    ['supportMode', '集中供养（原分散）', '集中'],
    ['supportMode', '分散供养（不愿集中）', '分散'],
    ['childKind', '事实无人抚养（非孤儿）', '事实无人抚养儿童'],
    ['subsidyKind', '重残护理、困难生活', '两项补贴'],
    ['subsidyKind', '生活+护理', '两项补贴'],
    ['subsidyKind', '生活补贴92元、护理补贴100元', '两项补贴'],
    ['subsidyKind', '生活补贴 92 元', '生活补贴'],
    ['subsidyKind', '护理补贴（生活不能自理）', '护理补贴'],
    ['subsidyKind', '生活补贴（一二级）、护理补贴（一级）', '两项补贴'],
    ['supportState', '不同意', '未批'],
    ['childKind', '8', '留守儿童'],
    ['childKind', '困境儿童', '困境儿童'],
    ['childKind', '集中养育孤儿', '孤儿'],
    ['childKind', '在院供养2018', '散居或集中'],
    ['childKind', '社会散住2018', '散居或集中'],
    ['childKind', '社会散居事实无人抚养儿童', '事实无人抚养儿童'],
    ['subsidyKind', '生活补贴、护理补贴', '两项补贴'],
    ['subsidyKind', '两项补贴', '两项补贴'],
    ['subsidyKind', '困难残疾人生活补贴（一二级）', '生活补贴'],
    ['subsidyKind', '重残护理补贴', '护理补贴'],
    ['subsidyKind', '护理', '护理补贴'],
    ['registerKind', '独居、留守老人', '留守老人'],
    ['registerKind', '空巢（留守）老人', '留守老人'],
    ['registerKind', '留守老人（独居）', '留守老人'],
    ['registerKind', '高龄独居老人', '独居老人'],
    ['signed', '已签订赡养协议', '已签'],
    ['signed', '待签', '未签'],
    ['supportMode', '集中转分散', '分散'],
    ['selfCare', '半护理型', '半护理'],
    ['supportClass', '城市居民最低生活保障', '未分类'],
    ['claimedAllowance', '农村居民最低生活保障', '农村低保'],
    ['sex', '1', '男'],
  ] as const)('%s %s → %s', (vocabulary, from, to) =>
    expect(vocabularies[vocabulary](text(from))).toEqual({ value: to }))

  test('an unknown word is told, a blank one is not', () => {
    for (const word of ['退休', '待停发', '拟退出', '取消停发', '渐退期满', '渐退到期', '长期公示', '公示无异议'])
      expect(supportState(text(word)).problem?.code).toBe('unknown-word')
    for (const word of ['即将到期', '渐退期未到期', '不停发'])
      expect(supportState(text(word)).problem?.code).toBe('unknown-word')
    for (const word of ['孤儿及事实无人抚养儿童', '非事实无人抚养', '不符合事实无人抚养'])
      expect(childKind(text(word)).problem?.code).toBe('unknown-word')
    for (const word of ['生活不能自理护理补贴', '生活补贴（停发）', '未享受生活补贴，享受护理补贴'])
      expect(subsidyKind(text(word)).problem?.code).toBe('unknown-word')
    expect(sex(text('未知'))).toEqual({ value: null })
    expect(sex(text('340199196001011234')).problem?.facts?.text).not.toContain('1960')
  })
})
