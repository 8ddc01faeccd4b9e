import type { Settings } from '../domain/settings.js'

/** What doudi.yaml says of the county whose places are ours. */
export type Home = Pick<Settings, 'county' | 'areaCode'>

// The first two digits of area codes (GB/T 2260).
const provinces: Readonly<Record<string, string>> = {
  11: '北京',
  12: '天津',
  13: '河北',
  14: '山西',
  15: '内蒙古',
  21: '辽宁',
  22: '吉林',
  23: '黑龙江',
  31: '上海',
  32: '江苏',
  33: '浙江',
  34: '安徽',
  35: '福建',
  36: '江西',
  37: '山东',
  41: '河南',
  42: '湖北',
  43: '湖南',
  44: '广东',
  45: '广西',
  46: '海南',
  50: '重庆',
  51: '四川',
  52: '贵州',
  53: '云南',
  54: '西藏',
  61: '陕西',
  62: '甘肃',
  63: '青海',
  64: '宁夏',
  65: '新疆',
  71: '台湾',
  81: '香港',
  82: '澳门',
}
// Papers from before 1988 and 1997 name the province that these were part of.
const formerProvinces: Readonly<Record<string, string>> = { 46: '广东', 50: '四川' }

const han = '[\\u3400-\\u9FFF]'
const label = '(?:(?:户籍|户口|家庭|现|常)?(?:住|所在)?(?:地址|住址|地)[:：]?)?'
const province = `(?<province>${Object.values(provinces).join('|')})(?<full>省|市|(?:壮族|回族|维吾尔)?自治区)?`
const city = `(?<city>${han}{2,7}?)(?:市|地区|自治州|盟)`
const county = `(?<county>${han}{1,9}?)(?<kind>自治县|自治旗|县|市|旗|区|省)`
// A township of theirs, with what stands between it and the name that is also one of ours.
const township = `${han}{1,8}(?:镇|乡|街道|办事处)${han}*`
const ahead = new RegExp(`^${label}(?:${province})?(?:${city})?(?:${county})?(?<township>${township})?$`)
const homeName = new RegExp(`^(?:${province})?(?:${city})?${county}$`)

// 本县 is ours, 某县 anybody's, 县城关镇 has lost its name.
const nobodys = /^[某本我该全原各老旧]?$/
const others = /^[外邻他]$/
// No districts of a city: they lie in a county, or are a part of its capital.
const noDistrict =
  /(?:开发|高新|工业|产业|园|新|社|小|片|矿|库|街|景|城|郊|辖|管理|示范|试验|合作|保税|生活|安置|集聚)$/

/**
 * Tells whether what stands ahead of a place's name in an address (`江苏省徐州市沛县` of 江苏省徐州市沛县城关镇) plainly is another province, city or county
 * than `home`. `isTownship`: the name is a township's in full; a bare 河南 ahead of a village may be a hamlet by the river. Where it may be ours, under
 * an older or shorter name, it is not plain: cities count only when `county` names its own (合肥市长丰县), counties only when ours is a 县, 市 or 旗,
 * because the names of districts and of development zones change too often.
 */
export function otherCounties({ county: name, areaCode }: Home): (ahead: string, isTownship: boolean) => boolean {
  const home = homeName.exec(name.replace(/\s/g, ''))?.groups
  const code = areaCode.slice(0, 2)
  const ours = [provinces[code], formerProvinces[code]]
  const isOtherProvince = (found: string | undefined) =>
    found !== undefined && ours[0] !== undefined && !ours.includes(found)
  const hasOwnName = home?.county !== undefined && home.kind !== '区'
  return (text, isTownship) => {
    const found = ahead.exec(text)?.groups
    if (!found) return false
    const named = found.county ?? ''
    if (hasOwnName && home.county === named) return false
    // 外省 and 外市 are read as counties, too.
    if (others.test(named)) return true
    if (found.kind === '省') return false
    const isWhole = found.full !== undefined || found.city !== undefined || named !== '' || isTownship
    if (isOtherProvince(found.province) && isWhole) return true
    if (home?.city !== undefined && found.city !== undefined && ![home.city, home.county].includes(found.city))
      return !(named !== '' && hasOwnName && isAlike(home.county ?? '', named))
    if (!hasOwnName || named === '' || nobodys.test(named)) return false
    if (found.kind === '区' && (noDistrict.test(named) || found.city === undefined)) return false
    // A city alone may be the one that our county belongs to.
    if (found.kind === '市' && found.city === undefined) return false
    return !isAlike(home.county ?? '', named)
  }
}

// 合肥长丰县 and 原长丰县 are 长丰县, 巢县 became 巢湖市; 阜蒙县 is short for 阜新蒙古族自治县.
function isAlike(home: string, written: string): boolean {
  const named = written.replace(/^[原老旧](?=..)/, '')
  if (named.endsWith(home) || (named.length > 1 && home.endsWith(named))) return true
  return home.startsWith(named) || (home.endsWith('族') && home[0] === named[0])
}
