import { ownRuleExample } from './own-rule-example.js'
import { ownRulesFolder } from './own-rules.js'

/** Stands for the county's name in a new workspace until the clerk writes it. */
export const countyToName = '某某县'

// Standard rows come without values: an amount that nobody verified must not look like policy.
const settings = `# doudi 工作目录设置。行首是 # 的是说明；写错的设置项会报错并指出行号。

# 县名，印在每张表的标题里。
county: ${countyToName}
# 六位行政区划代码。
areaCode: "340199"

# 目录（相对于本文件）。
inbox: inbox          # 各部门报送文件，按月份建子目录：inbox/2026-11/
state: state          # 台账（请勿手改，勿外传）
out: out              # 结果
towns: towns.csv      # 乡镇、村（社区）和别名
standards: standards.csv  # 各项标准，按生效月份

# 核查表里身份证号的显示：none 不遮、partial 前 6 后 4、full 只留后 4。
mask: partial

# 口令文件（CSV：用途,名称,口令）。写了之后乡镇核查表会加密。例：keyFile: keys.csv
keyFile: null

# 本县没有的名册，写在这里就不会因“未报送”而停判；名册代号见 doudi rules --fields 的“名册”。例：notHeld: [urban-allowance]
notHeld: []

# 某名册（或某乡镇）行数比上月减少超过这个百分比，就停判依赖它的疑点，防止把漏导出当成脱保。
maxFallPercent: 20

# 每个乡镇每月新下发的线索最多几条：严重程度高的在前，同级按规则和线索编号；其余留在县级总表“全部线索”，
# 并在乡镇填表说明里写明留了几条。null 为不限，全部下发。例：maxCasesPerTownship: 50
maxCasesPerTownship: null

# 表头认不出时在这里指定（doudi inspect --save 会自动写入）。照例子写的，删去下面空着的那一行（columns: {}、files: []）。
# columns:
#   rural-allowance-members:
#     idNumber: 证件编码
# files:
#   - name: 低保*.xlsx
#     source: rural-allowance-members
columns: {}
files: []

# 其他部门的“姓名＋身份证号”名单（车辆、不动产、财政供养、服刑……）。只认这里写明的文件；种类见 docs/附加名单一览.md。
# 例（照着写的，删去下面的 lists: []）：
# lists:
#   - name: "*车辆*.xlsx"
#     kind: vehicles
lists: []

# 答复怎样跟踪。
tracking:
  dueDay: 15           # 各月核查表在次月几日前交回（1 到 28）
  dismissedMonths: 12  # 不属实的，事实没有变，几个月内不再问
  unsettledMonths: 3   # 外出失联、其他，几个月内不再问
  progressMonths: 2    # 办理中的，几个月后催问结果

# 规则开关与参数（doudi rules 列出全部规则）。
rules:
  on: []    # 默认关的规则，写编号或类别打开，例：[P05, L]
  off: []   # 默认开的规则，写编号或类别关闭
  settings: {}  # 口径参数，例：{ lag.months: 2 }；全部参数见 docs/规则一览.md 末尾
`

// Excel takes a CSV file without the mark for GBK and shows garbage.
const mark = '\uFEFF'

const towns = `${mark}乡镇,村社区,别名
# 每个村（社区）一行；村留空的一行写乡镇自己的别名，多个别名用、隔开。
# 示例乡,,示例镇、示例
# 示例乡,示例村,示例社区
`

const standards = `${mark}参数,生效月份,数值,单位,依据文号
# 每次调整标准就加一行，旧行保留，以便重算旧月份。未核实的数不要填。
# subsistence.rural,2026-07,700,元/月,某民〔2026〕1号
grace.months,2020-04,12,月,《进一步加强我县社会救助兜底脱贫行动的实施意见》一(一)
`

// Commented out as a whole: a new workspace judges by the catalogue alone.
const ownRule = `# 本县自己的规则：rules/ 里一条规则一个 .yaml 文件，放进来就生效，不用改程序。
# 下面是一个例子：从 id 那一行起，去掉每行开头的“# ”就生效；改好后运行 doudi rules --check 试例子。
# 可用的字段、名册、比较词和豁免情形：doudi rules --fields，或手册“自定规则”。
#
${ownRuleExample.replace(/^(?=.)/gm, '# ')}`

/** The files of a new workspace by path. */
export const templates: Readonly<Record<string, string>> = {
  'doudi.yaml': settings,
  'towns.csv': towns,
  'standards.csv': standards,
  [`${ownRulesFolder}/X01.yaml`]: ownRule,
}
