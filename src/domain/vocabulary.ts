import { type Cell, type CellReader, isBlankWord, plainText, shownText } from './cell.js'

const readersOfWords = new WeakSet<CellReader<unknown>>()

/** True for a reader that knows a closed list of words and complains of any other. */
export function readsWords(reader: CellReader<unknown>): boolean {
  return readersOfWords.has(reader)
}

/** Makes a reader that maps the offices' spellings to one inner word each. `table`: inner word → patterns tried in order on the plain text. */
function words<W extends string>(table: ReadonlyArray<readonly [W, RegExp]>): CellReader<W> {
  return ofWords(readerOf(table))
}

function ofWords<W extends string>(reader: CellReader<W>): CellReader<W> {
  readersOfWords.add(reader)
  return reader
}

function readerOf<W extends string>(table: ReadonlyArray<readonly [W, RegExp]>): CellReader<W> {
  const seen = new Map<string, ReturnType<CellReader<W>>>()
  return (cell) => {
    const known = seen.get(cell.text)
    if (known) return known
    const text = plainText(cell.text).replace(/\s+/g, '')
    const hit = table.find(([, pattern]) => pattern.test(text))
    // A word of the table first: N is the code for no where yes is Y, elsewhere it fills a cell that says nothing.
    const reading: ReturnType<CellReader<W>> = hit
      ? { value: hit[0] }
      : isBlankWord(text)
        ? { value: null }
        : { value: null, problem: { code: 'unknown-word', facts: { text: shownText(text) } } }
    if (seen.size < 5_000) seen.set(cell.text, reading)
    return reading
  }
}

// The codes for yes and no (domain B.6), and what a program makes of a box that is ticked or not.
const codedYes = '1|√|✓|✔|Y|YES|TRUE'
const codedNo = '0|×|✗|N|NO|FALSE'

/** Sex: 男/女 or the codes 1/2. */
export const sex = words([
  ['男', /^(男性?|1)$/],
  ['女', /^(女性?|2)$/],
])

// 户主之长子, 之子, 长子 and 子 say the same.
const rank = '(?:长|大|次|[二三四五六七]|小|幼|独生|养|继|非婚生|其他)?'
const kin = (forms: string) => new RegExp(`^(?:户主)?[之的]?(?:${forms})$`)

const relations = [
  ['户主', /^(户主(\(?本人\)?)?|本人(或户主)?|0|01|02)$/],
  ['配偶', kin('配偶|妻子?|夫|丈夫|老伴|爱人|老公|老婆|1|1[0-2]')],
  ['子', kin(`${rank}(?:儿子?|子)|养子或继子|2|2[0-79]`)],
  ['女', kin(`${rank}(?:女儿?)|养女或继女|3|3[0-79]`)],
  ['子女', kin(`${rank}(?:子女|儿女|孩子|小孩|子[/或、]女|子\\(女\\))`)],
  ['儿媳', kin('(?:长|大|次|[二三四五]|小|丧偶)?(?:儿媳妇?|媳妇?)|38')],
  ['女婿', kin('(?:长|大|次|[二三四五]|小|上门)?(?:女婿|婿)|28')],
  // A son's child and a daughter's are told apart by who writes so; a code or a heading that means both tells neither, nor do those further down.
  ['孙子女', kin(`${rank}孙(?:子女?|女|儿)?|4[12]`)],
  ['外孙子女', kin(`${rank}外孙(?:子女?|女|儿)?|4[34]`)],
  [
    '孙辈',
    kin(
      '(?:长|大|次|[二三四五]|小|继)?(?:[曾玄重]外?|\\(?外\\)?曾?)?孙(?:子女?|女|儿|媳妇?|女婿)?|孙子或外孙子|孙子、孙女.*|.*孙子女|4\\d?',
    ),
  ],
  ['父母', kin('(?:养|继|生)?(?:父亲?|母亲?|父母|爸爸?|妈妈?)|继父或养父|继母或养母|5|5[0-2789]')],
  ['配偶父母', kin('(?:岳父|岳母|公公|婆婆|岳父母|公婆|公公婆婆)(?:/.*)?|5[3-6]')],
  ['祖辈', kin('曾?\\(?外?\\)?曾?(?:祖父|祖母|祖父母|公|婆)|祖父母或外祖父母|爷爷|奶奶|姥姥|姥爷|6\\d?')],
  [
    '兄弟姐妹',
    kin(
      '(?:胞|亲|大|[二三四五]|小|其他)?(?:兄长?|弟弟?|姐姐?|妹妹?|哥哥?|兄弟|姐妹|兄弟姐妹|兄弟媳妇|嫂[子嫂]?|弟媳妇?|弟妹|姐夫|妹夫)|7\\d?',
    ),
  ],
  [
    '其他',
    kin(
      '叔伯|叔[父叔]?|大?伯[父母伯]?|婶[母婶]?|姑[父母姑]?|姨[父母妈]?|舅[父母舅]?|[内堂表]?侄(?:子|儿|女|媳妇?|孙女?)?|外?甥女?|[堂表](?:[兄弟姐妹哥]+)|前[妻夫]|[非近远]?亲属|亲戚|监护人|保姆|其[他它].*|8\\d?|9\\d',
    ),
  ],
] as const satisfies ReadonlyArray<readonly [string, RegExp]>

/**
 * Relation to the head of household: the poverty system's words (之子), those of civil affairs, what people write, and the codes of GB/T 4761
 * (待核), folded (domain B.4.5). 子女 is a child whose sex the word does not say.
 */
export const relation = words(relations)

/** The inner words of `relation`. */
export const relationWords = relations.map(([word]) => word)

/** Marital status: words, or the codes of GB/T 2261.2 (待核). */
export const maritalStatus = words([
  ['已婚', /^(已婚|有配偶|初婚|再婚|复婚|2[0-3]?)$/],
  ['未婚', /^(未婚|1|10)$/],
  ['丧偶', /^(丧偶|3|30)$/],
  ['离异', /^(离异|离婚|4|40)$/],
  ['未说明', /^(未说明.*|不详|其他|9|90)$/],
])

// Some offices write both in one cell: 肢体二级, 视力残疾 一级, 二级肢体残疾.
const disabilityKind = '(?:(?:视力|听力|言语|语言|肢体|智力|精神|多重)(?:残疾)?[-/、,(]?)?'
const disabilityGrade = '(?:[-/、,(]?(?:[一二三四壹贰叁肆1-4]|I{1,3}|IV)级(?:残疾)?\\)?)?'
const ofLevel = (forms: string) => new RegExp(`^${disabilityKind}(?:${forms})(?:残疾|残)?\\)?${disabilityKind}$`)
const ofCategory = (form: string) => new RegExp(`^${disabilityGrade}${form}(?:残疾)?${disabilityGrade}$`)

const oneLevel = words([
  ['1', ofLevel('一级|壹级|1级?|I级?|一')],
  ['2', ofLevel('二级|贰级|2级?|II级?|二')],
  ['3', ofLevel('三级|叁级|3级?|III级?|三')],
  ['4', ofLevel('四级|肆级|4级?|IV级?|四')],
  ['未定级', /^未(定级|评定?)$/],
])

const oneCategory = words([
  ['视力', /^1$/],
  ['听力', /^2$/],
  ['言语', /^3$/],
  ['言语', ofCategory('语言')],
  ['肢体', /^4$/],
  ['智力', /^5$/],
  ['精神', /^6$/],
  ['多重', /^7$/],
  ...(['视力', '听力', '言语', '肢体', '智力', '精神', '多重'] as const).map(
    (category) => [category, ofCategory(category)] as const,
  ),
])

// 肢体二级、听力三级; 多重（视力一级，智力三级）; 肢体听力二级. Each part is a category, a level or both, else the cell is not read as several.
function disabilitiesIn(cell: Cell): readonly Cell[] {
  const parts = plainText(cell.text)
    .replace(/(?=视力|听力|言语|语言|肢体|智力|精神|多重)/g, '、')
    .split(/[、,;/+()\s]|以?[及和与并]/)
    .filter((part) => part !== '' && part !== '残疾')
    .map((text) => ({ ...cell, text }))
  const read = parts.every((part) => !oneLevel(part).problem || !oneCategory(part).problem)
  return read && parts.length > 1 ? parts : []
}

// One disability as it stands; only what cannot be read as one is taken apart.
function ofSeveral<W extends string>(one: CellReader<W>, join: (words: readonly W[]) => W | undefined): CellReader<W> {
  return ofWords((cell) => {
    const alone = one(cell)
    if (!alone.problem) return alone
    const joined = join(disabilitiesIn(cell).flatMap((part) => one(part).value ?? []))
    return joined === undefined ? alone : { value: joined }
  })
}

/**
 * Level of disability 1–4, alone or beside the category in one cell, the gravest where there are several (domain P05); 未定级 has not been graded
 * (domain B.5).
 */
export const disabilityLevel = ofSeveral(oneLevel, (levels) => [...levels].sort()[0])

/** Category of disability (domain B.5: 1–7), alone or beside the level in one cell; 多重 where there are several. */
export const disabilityCategory = ofSeveral(oneCategory, (categories) =>
  new Set(categories).size > 1 ? '多重' : categories[0],
)

/** State of a disability certificate (domain B.5). */
export const certificateStatus = words([
  ['有效', /^((证件)?有效(证件?)?|正常(使用)?|在用|已认定|已[办发]证|持证|解冻|未(注销|冻结|过期)|1|9)$/],
  ['注销', /^((已|自动|主动|死亡|被)*注销(\(.*\))?|作废|0|8)$/],
  ['冻结', /^已?冻结(中|\(.*\))?$/],
  ['过期', /^(已?过期|已?到期|已?失效|已?逾期|超期)(\(.*\))?$/],
  ['迁出', /^(迁出|已迁出)$/],
  ['迁移中', /^(迁移中|正在迁移)$/],
])

/**
 * Whether a roster supports somebody whom it lists. Offices leave people in the list who have been stopped since, or whose application is still looked
 * at; a payment that waits is still a payment to come.
 */
export const supportState = words([
  // Before 正常 and 退: 正常退出 and 正常减员 are exits; 渐退期, 未停发 and 未过期 are none.
  ['已停', /^正常\(?(停|退出|注销|取消|死亡|去世|病故|终止|清退|核减|减员|迁出|到期|过期)/],
  [
    '在享',
    /^(在[享保册发]|(正在|继续)?享受(中|政策)?|(正在)?保障中?|救助中|正常.{0,4}|有效|已?发放(中|成功)?|已?(办结|完结|救助|拨付|支付|兑付|打卡)|[新续补][增发保]|恢复.{0,2}|停[发保]?后?(已?恢复|续[发保]).{0,2}|渐退期?[中内]?|(暂|尚|还)?未(停|退出|注销|死亡|取消|终止|到期|过期|失效).{0,2}|已?(审批|审核)?通过|(已)?(审批|认定|纳入))$/,
  ],
  // A payment that the bank sent back is still owed.
  ['暂停', /^已?(暂[停缓]|缓发|冻结|待发|未发|[待未](拨付|支付))|发放失败|^退[卡票汇款]/],
  [
    '未批',
    /待审|审[批核]中|待(批准|认定)|申请|(?<!长期|已)公示(?!无异议|结束|期?满|完)|[未不](通过|同意|批准)|未(审[批核]|认定)|驳回|不予|不符合/,
  ],
  [
    '已停',
    /(?<!未|不|拟|待|取消)停|(?<!渐|未|拟|待)退(?![休役伍])|(?<!未|拟|待)(注销|取消(?!停)|终止|死亡|失效|过期)|清[退理]|核减|减员|去世|病故|迁出|不再|[未不](享受|保障|救助)|[未不]在[享保册]|无效|(?<!未|拟|待|即将|渐退期?)到期/,
  ],
])

/** Kind of monitored household, words of both eras (domain B.4.4). */
export const monitoredKind = words([
  ['脱贫不稳定户', /^(脱贫不稳定户?|脱贫监测户)$/],
  ['边缘易致贫户', /^(边缘易致贫户?|(扶贫)?边缘户)$/],
  ['突发严重困难户', /^突发(严重)?困难农?户?$/],
])

/** Whether the risk of a monitored household is cleared. */
export const riskCleared = words([
  ['已消除', new RegExp(`^(是|(风险)?(已|稳定|已稳定)?消除(风险)?|自然减少|${codedYes})$`, 'i')],
  ['未消除', new RegExp(`^(否|(风险)?未(稳定)?消除(风险)?|${codedNo})$`, 'i')],
])

/**
 * State of a registered-poor household, words of both eras (domain B.4.4). 贫困户 is what a list says that gives the kind of poor household (一般贫困户 …)
 * in place of the state: nobody can tell from it whether the household is lifted; 已脱贫 alone does not say whether it still enjoys the policies.
 */
export const povertyState = words([
  ['未脱贫', /^(未脱贫(户|人口)?|预脱贫)$/],
  ['返贫', /^(返贫(户|人口)?)$/],
  ['新增', /^(新增|新识别)(贫困(户|人口)?)?$/],
  ['贫困户', /^(建档立卡|一般|低保|五保(\(特困供养\))?|特困(供养)?)?贫困户$/],
  ['已脱贫享受政策', /^((已脱贫|脱贫户?)?\(?(继续)?享受政策\)?)$/],
  ['已脱贫不享受政策', /^((已脱贫|脱贫户?)?\(?不(再)?享受政策\)?|稳定脱贫户?)$/],
  ['已脱贫', /^((建档立卡|一般|已)?脱贫户|已?脱贫)$/],
  ['一般农户', /^一般农户$/],
])

const claimed = (where: string) =>
  new RegExp(`^(?:享受)?${where}(?:居民)?(?:低保|最低生活保障)(?:金|户|对象|人员|家庭|政策|待遇)?$`)

/** 低保 or 特困 that a poverty-system row claims to receive (domain B.4.5). */
export const claimedAllowance = words([
  ['农村低保', claimed('农村?')],
  ['城市低保', claimed('城[市镇]')],
  [
    '未享受',
    new RegExp(
      `^(否|(未|不|没有?|无)(享受|纳入)?((农村|城市|城镇)?低保)?(政策|待遇)?|非低保(户|对象)?|${codedNo})$`,
      'i',
    ),
  ],
  // 是否低保: rural or urban it does not say.
  ['低保', new RegExp(`^(是|享受(低保)?|已享受|低保(户|对象)?|已纳入(低保)?|${codedYes})$`, 'i')],
])

// 农村特困, 特困供养, 特困人员, 农村特困分散供养, 农村特困人员（集中供养）, 五保户.
const ofDestitute =
  '(农村|城市|城镇)?((特困|五保)(救助)?(供养)?(人员|对象|户)?(\\(?(集中|分散)供养\\)?)?|(集中|分散)供养)'

/** 特困 that a poverty-system row claims (domain B.4.5). */
export const claimedDestitute = words([
  ['享受', new RegExp(`^(是|(已?享受)?${ofDestitute}|已?享受|${codedYes})$`, 'i')],
  ['未享受', new RegExp(`^(否|(不|未|没有?|无|非)(享受|纳入)?(${ofDestitute})?(政策|待遇)?|${codedNo})$`, 'i')],
])

/** Why someone left a programme (domain B.6). */
export const departureReason = words([
  ['死亡', /(死亡|去世|病[故亡]|亡故|身故|过世|自然减员)/],
  // Before income, whose pattern would take the bare 超标 of 财产超标.
  ['财产超标', /(财产|车辆|轿车|汽车|[购买有]车|房产|商品房|[购买]房|存款|工商|财政供养|隐瞒)/],
  [
    '收入超标',
    /(收入.*(超|提高|增[加长])|超标|超过.*标准|高于.*标准|(经济|生活|收入).*(好转|改善|提高)|脱贫稳定|稳定脱贫)/,
  ],
  ['主动退出', /(主动|自愿|放弃|申请退出)/],
  ['户籍迁移', /(户籍|迁出|迁移|迁往|外迁|婚[嫁出]|[外出远]嫁|结婚|跨县|转往)/],
  // 服刑服兵役 is one code of the monthly list and may mean either (domain T06).
  ['服刑或服役', /服刑.*(服役|兵役|参军|入伍)|(服役|兵役|参军|入伍).*服刑/],
  ['服刑', /服刑|判刑|收监|强制戒毒/],
  ['服役', /服役|兵役|参军|入伍/],
  // Before 低保, which its name begins with.
  ['转边缘', /(转|纳入|改为).*边缘/],
  ['转特困', /(转|纳入|改为).*(特困|五保)/],
  ['转低保', /(转|纳入|改为).*低保/],
  ['转孤儿', /(转|纳入|改为).*(孤儿|事实无人|儿童)/],
  ['有劳动能力', /(劳动能力|就业|务工)/],
  [
    '其他',
    /^其[他它].*$|不(再)?符合|不合格|清退|取消|重复|周岁|年龄|毕业|失联|失踪|人户分离|赡养|抚养|虚报|骗保|瞒报|到期/,
  ],
])

// The programme may stand before the mode: 特困分散供养, 农村特困人员（集中供养）.
const ofMode = (forms: string) => new RegExp(`^((农村|城市|城镇)?((特困|五保)(供养)?(人员|对象|户)?)?\\(?)?(${forms})$`)

// 集中供养（原分散）, 分散供养（不愿集中）: what was, is planned or is not wished for.
const aside = '\\((原|曾|拟|待|不愿意?|不同意)[^()]*\\)'

/** 供养方式 of a destitute person. */
export const supportMode = words([
  [
    '集中',
    ofMode(
      `(由?分散转)?集中(?!.*分散).*|集中(供养)?${aside}|机构.*|[在入]院.*|院内.*|供养机构|(敬老院|养老院|(社会)?福利院)(供养)?|03`,
    ),
  ],
  ['分散', ofMode(`(由?集中转)?分散(?!.*集中).*|分散(供养)?${aside}|(社会)?散[居住养].*|居家.*|在家.*|院外.*`)],
])

/** Whether a destitute person wishes to live in an institution: the mode wished for, or a plain 是/否. */
export const supportWish = words([
  // Before the plain wish: 自愿分散供养 is no wish for an institution.
  ['分散', /^(((愿意|自愿|同意)(选择)?)?(分散|居家|在家).*|不愿意?.*|不同意.*|否|没有)$/],
  ['集中', /^(集中.*|愿意.*|自愿.*|同意.*|是|有)$/],
])

const ofAllowance = (forms: string) => new RegExp(`^(?:农村|城市|城镇)?(?:低保)?(?:${forms})$`, 'i')

/** Class of a 低保 household (分档类型, domain B.6), by letter or by number (A类, 低保B类); 全额 and 差额 say how it is paid. */
export const supportClass = words([
  ['一类', ofAllowance('A类?.*|一类.*|1类?')],
  ['二类', ofAllowance('B类?.*|二类.*|2类?')],
  ['三类', ofAllowance('C类?.*|三类.*|3类?')],
  ['四类', ofAllowance('D类?.*|四类.*|4类?')],
  ['全额', ofAllowance('全额.*|常补.*')],
  ['差额', ofAllowance('差额.*|非常补.*')],
  // The programme's own name says no class.
  ['未分类', /^(农村|城市|城镇|城乡)?(居民)?(低保|最低生活保障)(对象|家庭|户|人员)?(\(单人(户|保)?\))?$/],
])

/** 生活自理能力 (domain B.6). */
export const selfCare = words([
  ['全自理', /^(能|(生活)?(能够?|可以?)?(完全|全)?自理型?|具备.*|有(生活)?自理能力|自理能力(正常|良好))$/],
  // 介助 and 介护 are the words of old people's homes.
  ['半护理', /^((生活)?半(护理?|自理)型?|(生活)?部分((生活)?(丧失|自理|能自理|不能自理|失能).*)?|半失能|介助.?)$/],
  ['全护理', /^(全护理?型?|(完全|全部)?丧失.*|(生活)?(完全)?不能(自理)?|(完全|全)?失能|无(生活)?自理能力|介护.?)$/],
])

// How a child is brought up, in many words (domain B.3.4, B.3.5).
const upbringing =
  '(?:(?:社会)?(?:散居|散住|散养|分散)(?:供养)?|(?:福利)?(?:集中|机构)(?:集中)?(?:供养|养育)?|(?:福利机构)?在院(?:供养)?)'

/**
 * Kind of protected child (domain B.3.5). 散居或集中 is how a child is brought up where that alone is said, mostly of orphans; 留守儿童 and 困境儿童 stand in
 * the same export and have no allowance of their own.
 */
export const childKind = words([
  [
    '事实无人抚养儿童',
    /^(?!.*(?<!非)孤儿)(?!.*(非|不是?|不?属于|不符合|疑似)事实无人).*事实无人|^(事无(儿童)?(\(.*\))?|事实孤儿|5)$/,
  ],
  ['留守儿童', /^((农村)?留守儿童|8)$/],
  ['困境儿童', /^((重点)?困境儿童|9)$/],
  ['孤儿', new RegExp(`^(?:${upbringing}|福利机构)?孤儿(?:\\(.*\\))?$`)],
  ['散居或集中', new RegExp(`^${upbringing}(?:儿童)?(?:20\\d\\d)?$`)],
])

// 独居、留守老人, 空巢（留守）老人: both words in one cell.
const elders = '老(?:年)?人'
const alone = '(?:独居|空巢|孤寡)'

/** Whom a row of the registers of left-behind people speaks of (domain B.3.6, B.3.5: 8, 9); who is 留守 and 独居 at once is 留守. */
export const registerKind = words([
  ['独居老人', new RegExp(`^(高龄)?${alone}(${elders})?$`)],
  [
    '留守老人',
    new RegExp(
      `^(农村)?(${alone}(${elders})?[、,/和及(]*留守\\)?(${elders})?|留守(${elders})?[、,/和及(]*${alone}\\)?(${elders})?\\)?|留守${elders})$`,
    ),
  ],
  ['留守妇女', /^(农村)?留守妇女$/],
  ['留守儿童', /^((农村)?留守儿童|8)$/],
  ['困境儿童', /^(困境儿童|9)$/],
])

/** Whether an agreement has been signed. */
export const signed = words([
  ['已签', new RegExp(`^(已?签[订署字]?了?([\u4E00-\u9FFF]{0,4}协议)?|是|有(协议)?|${codedYes})$`, 'i')],
  ['未签', new RegExp(`^((未|没|待)签[订署字]?([\u4E00-\u9FFF]{0,4}协议)?|否|没有(协议)?|无(协议)?|${codedNo})$`, 'i')],
])

// 困难残疾人生活补贴（一二级）, 生活补贴 92 元: what stands behind the kind is no part of it, but （停发） is no payment.
const behind = '(?:\\((?![^()]*(?:[停退未]|注销|不(?!能)))[^()]*\\)|\\d[\\d.]*元(?:/月)?)?'
const ofSubsidy = (forms: string) => new RegExp(`^(?:${forms})(?:补[贴助]金?)?${behind}$`)
const joint = `${behind}(?:[、,;/+和与及]|以及|并)?`
const living = '(?:困难|贫困)?(?:残疾人)?生活(?:补[贴助]金?)?'
const care = '(?:重度|重残)?(?:残疾人)?护理(?:补[贴助]金?)?'

/** Which of the two disability subsidies a row pays: one, or both at once. */
export const subsidyKind = words([
  ['两项补贴', /^(残疾人)?(两项|两补|双补|双项)(残疾人)?(补贴)?(都|均|全|同时)?(享受)?$/],
  // Nothing else between or around the two: 享受护理补贴未享受生活补贴 is not both.
  ['两项补贴', new RegExp(`^(?:同时)?(?:享受)?(?:${living}${joint}${care}|${care}${joint}${living})${behind}$`)],
  ['生活补贴', ofSubsidy('((困难|贫困)?(残疾人)?生活|困难(残疾人)?|困残)')],
  ['护理补贴', ofSubsidy('(重度|重残)?(残疾人)?护理|重度(残疾人)?|重残')],
])
