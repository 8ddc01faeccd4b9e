import { plainTextCell, wholeNumber } from '../../domain/cell.js'
import { type ExtraList, extraListKinds, listTitle } from '../../domain/extra-lists.js'
import { amountFen } from '../../domain/money.js'
import { firstMonth, lastMonth } from '../../domain/month.js'
import { identity, optional } from '../columns.js'
import { place } from '../household-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

// One column for both ends of a term.
const terms = ['起止', '起止时间', '起止日期', '起止月份', '刑期起止']

const columns = {
  // Offices name the person by what he owns, and the social insurance calls the same number its own.
  name: {
    ...identity.name,
    headers: [
      ...identity.name.headers,
      '车主',
      '机动车所有人',
      '所有人',
      '权利人',
      '产权人',
      '法定代表人',
      '股东',
      '存款人',
    ],
  },
  idNumber: { ...identity.idNumber, headers: [...identity.idNumber.headers, '社会保障号码', '社会保障号'] },
  ...place,
  amountFen: optional(
    amountFen,
    '金额',
    '余额',
    '存款',
    '存款余额',
    '账户余额',
    '月养老金',
    '养老金',
    '月工资',
    '月发放金额',
    '缴存额',
    '月缴存额',
  ),
  count: optional(wholeNumber, '数量', '套数', '房屋套数', '辆数', '件数'),
  // What the row is about; it also keeps two rows of one owner from being taken for the same row twice.
  object: optional(
    plainTextCell,
    '内容',
    '车牌号',
    '号牌号码',
    '车辆情况',
    '坐落',
    '房屋坐落',
    '不动产单元号',
    '不动产权证号',
    '企业名称',
    '单位名称',
    '工作单位',
    '参保单位',
    '单位',
    '开户行',
    '职务',
    '关系人',
  ),
  sinceMonth: optional(
    firstMonth,
    '起始月份',
    '开始时间',
    '登记日期',
    '登记时间',
    '入伍时间',
    '入监日期',
    '入监时间',
    '参保时间',
    '缴费起始年月',
    '受理日期',
    ...terms,
  ),
  untilMonth: optional(
    lastMonth,
    '截止月份',
    '结束时间',
    '刑满日期',
    '刑期止日',
    '期满日期',
    '解除日期',
    '退役时间',
    '退出时间',
    // Without its end a term would never be over.
    ...spellings(
      '[刑满|刑满释放|释放|出狱|出监|刑期届满|解戒|强戒期满|解除强戒|解除|退役|退伍|期满|截止|结束|终止][日期|时间|月份|年月]',
      '刑期止',
    ),
    ...terms,
  ),
  // What sort of thing it is and whether it still is one clear its owner as often as a remark does, and stand beside plate, address and remark.
  sort: optional(
    plainTextCell,
    ...spellings('[车辆|机动车|号牌|房屋|不动产|企业|市场主体|人员|身份|岗位|账户][类型|种类|类别|性质]'),
    '车型',
    '使用性质',
    '用途',
    '房屋用途',
    '规划用途',
    '性质',
    '类型',
    '类别',
  ),
  state: optional(
    plainTextCell,
    ...spellings('[车辆|机动车|登记|缴存|缴费|参保|待遇|经营|企业|账户|人员|证件|]状态', '[经营|登记|参保]情况'),
  ),
  remark: optional(plainTextCell, '备注', '说明'),
}

type ListSource = {
  readonly [Kind in ExtraList]: ReturnType<typeof defineSource<Kind, typeof columns>>
}[ExtraList]

/** One source a kind of domain/extra-lists.ts: a name and an id, whatever else the office writes, read only where doudi.yaml declares it. */
export default extraListKinds.map((kind) =>
  defineSource({
    id: kind,
    // They come through the county's verification centre (核对中心), which is 民政's.
    department: '民政',
    title: listTitle(kind),
    feeds: [kind],
    declared: true,
    rolling: true,
    columns,
  }),
) as readonly ListSource[]
