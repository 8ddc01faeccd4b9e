import { plainTextCell } from '../../domain/cell.js'
import { day } from '../../domain/month.js'
import { identity, optional, person } from '../columns.js'
import { place } from '../household-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

/** 殡葬/火化: who died and when; ids are often missing (domain B.3.7). */
export default defineSource({
  id: 'deaths',
  department: '民政',
  title: '殡葬火化名册',
  feeds: ['death'],
  told: { by: /火化|殡葬|殡仪|死亡|逝者|去世|亡故|户口注销|注销户口|户籍注销|公安注销|人口变动/, never: /停保|减员/ },
  tellsApart: {
    column: 'struckOffFor',
    others: /人口变[动化]|人口增减|出生|新生儿|迁[入出移]|婚[嫁入迁]|[外出]嫁|嫁[入出]|参军|入伍/,
  },
  rolling: true,
  // The monthly report of a village may have no ids at all; without a day either it would be any list of names.
  oneOf: ['idNumber', 'diedOn', 'crematedOn'],
  columns: {
    ...person,
    ...place,
    // Whoever reports the death may stand in the list by name and id as well.
    name: {
      ...identity.name,
      headers: [
        ...spellings('[逝者|死者|死亡人员|死亡人|去世人员|去世人|亡故人员]姓名'),
        '死亡人员',
        ...identity.name.headers,
      ],
    },
    idNumber: {
      ...identity.idNumber,
      headers: [
        ...spellings('[逝者|死者|死亡人员|死亡人|去世人员|去世人|亡故人员][身份证号|身份证号码|证件号码|证件号]'),
        ...identity.idNumber.headers,
      ],
      optional: true,
    },
    address: { ...place.address, headers: ['逝者户籍地址', ...place.address.headers] },
    // A register office knows when it struck the dead off, which is never before the death.
    diedOn: optional(
      day,
      ...spellings(
        '[死亡|逝世|去世|亡故|身故|病故|过世][日期|时间|年月日|月份|年月]',
        '[注销|销户|变动|变更][日期|时间]',
      ),
    ),
    struckOffFor: optional(
      plainTextCell,
      ...spellings('[注销|销户|变动|变更|人口变动][原因|类型|类别|种类|事项|事由|项目|情况]'),
    ),
    crematedOn: optional(day, '火化日期', '火化时间'),
  },
  // People are struck off for moving away and for double registration as well; a monthly report of a village has births, too.
  enrols: ({ struckOffFor }) =>
    struckOffFor === null || /死亡|去世|病故|亡故|身故|过世/.test(struckOffFor) ? ['death'] : [],
})
