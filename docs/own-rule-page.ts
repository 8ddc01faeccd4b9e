import { ownRuleExample } from '../src/cli/own-rule-example.js'
import { conditionWords, fieldTypeWords, fieldUnitWords } from '../src/cli/own-rule-words.js'
import { programmeNames, programmes } from '../src/domain/programme.js'
import { standardKeys } from '../src/domain/standards.js'
import { exceptionsFor } from '../src/screen/own/exceptions.js'
import { ownRuleFields } from '../src/screen/own/fields.js'

const householdExample = `id: X02
title: 两个以上未成年人的监测户收入低于低保标准
kind: 漏保
severity: high
unit: household
systems: [monitored]     # 查监测对象名册里的户
basis: [{ document: 县民政局 2026 年第 3 次局务会纪要 }]
action: 入户核实家庭收入，符合条件的纳入低保。
message: '{monitored-kind}，未成年 {minor-members} 人，人均年收入 {household-income} 元，全户不在低保、特困名册。'
condition:
  all:
    - { field: risk-cleared, equals: 未消除 }
    - { field: minor-members, at-least: 2 }
    - field: household-income
      less: { standard: subsistence.rural, times: 12 }
    - not-in-programme: [rural-allowance, urban-allowance, destitute]
cases:                   # 按户的例子：facts 是户的，members 是各人的；标准取 standards.csv 里的
  - title: 两个孩子，人均年收入 1200 元
    expect: finding
    month: 2026-11
    facts: { monitored-kind: 脱贫不稳定户, risk-cleared: 未消除, household-income: 1200 }
    members: [{ facts: { age: 40 } }, { facts: { age: 10 } }, { facts: { age: 8 } }]
  - title: 只有一个孩子
    expect: clear
    month: 2026-11
    facts: { monitored-kind: 脱贫不稳定户, risk-cleared: 未消除, household-income: 1200 }
    members: [{ facts: { age: 40 } }, { facts: { age: 10 } }]
`

/** How a county writes its own rules: the format, an example, and everything a rule may name, as Markdown. */
export function ownRulePage(): string {
  return [
    '# 自定规则',
    '',
    '县里自己的规则写成 `rules/` 目录里的 .yaml 文件（在 `doudi.yaml` 旁边），一条一个文件，放进去就生效，不用改程序。',
    '它与自带规则由同一套程序判断：名册没报就未判定，错保只认号码完全一致的记录，可能是号码残缺的同一人时先进“号码待核”，豁免逐项检查。',
    '文件里只有数据，没有程序；写错一个词，运行前就会报出文件、行号和原因，什么都不写。',
    '',
    '1. `doudi init` 已放了一个例子 `rules/X01.yaml`（每行前有 #，不生效）。照样写好自己的。',
    '2. `doudi rules --fields` 列出可用的字段、名册、标准和豁免情形（就是下面各表）。',
    '3. `doudi rules --check` 逐条试 `cases` 里的例子，与预期不符的标 ×，退出码 1。',
    '4. `doudi run`。自定规则和自带规则一样出现在核查表（按 `kind` 进各表）、县级总表、`data/rules.csv`、`doudi rules`、`doudi explain`；',
    '   `doudi.yaml` 的 `rules.off` 写 `X01` 或 `X`（全部自定规则）可以关掉。`manifest.json` 记下每个规则文件的指纹。',
    '',
    '## 例一：按人',
    '',
    '```yaml',
    ownRuleExample.trimEnd(),
    '```',
    '',
    '## 例二：按户',
    '',
    '```yaml',
    householdExample.trimEnd(),
    '```',
    '',
    '## 几点说明',
    '',
    '- 政策数额写成 `{ standard: …, times: … }`，取 `standards.csv` 当月的数；不要把标准抄进规则。',
    '- 条件用到的名册，本月没有报送就整条未判定；用到的格子是空白，就这个人（户）未判定，并写明缺什么。',
    '- 不在某名册的人，该名册的字段按“不成立”算，`not` 和 `missing` 则成立。',
    '- `needs` 是必须在册的名册（先写上，判得快）；`consults` 可另写必须报送的名册。',
    '- `amount: 字段` 写明涉及金额取哪个字段；`cleared-by: 文字` 写明怎样算消除；`from`、`until` 写施行起止月份；`on: false` 先不启用。',
    '- 例子的 `in` 是这个人所在的名册，`facts` 是字段的值；按户的例子写 `members`（户主在前）。',
    '- 例子预期 `expect`：finding 疑点、excused 豁免、clear 无问题、not-judged 未判定。',
    '',
    '## 条件的写法',
    '',
    ...table(
      ['写法', '意思'],
      conditionWords.map(([word, meaning]) => [`\`${word}\``, meaning]),
    ),
    '',
    '## 字段',
    '',
    ...table(
      ['字段', '意思', '用于', '值', '取自'],
      ownRuleFields.map(({ id, title, unit, type, words, rosters }) => [
        `\`${id}\``,
        title,
        fieldUnitWords[unit],
        words ? words.join('、') : fieldTypeWords[type],
        programmeNames(rosters) || '本人、本户',
      ]),
    ),
    '',
    '## 名册',
    '',
    ...table(
      ['写法', '名册'],
      Object.entries(programmes).map(([id, title]) => [`\`${id}\``, title]),
    ),
    '',
    '## 标准',
    '',
    ...table(
      ['写法', '标准'],
      Object.entries(standardKeys).map(([id, title]) => [`\`${id}\``, title]),
    ),
    '',
    '## 豁免情形',
    '',
    '带 * 的名册查不到：每条线索都会印出来，请乡镇核实。',
    '',
    ...table(
      ['写法', '情形', '用于'],
      (['person', 'household'] as const).flatMap((unit) =>
        [...exceptionsFor(unit, []).values()].map((each) => [
          `\`${each.id}\``,
          `${each.title}${each.unanswerable ? '*' : ''}`,
          unit === 'person' ? '人' : '户',
        ]),
      ),
    ),
    '',
  ].join('\n')
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)]
}
