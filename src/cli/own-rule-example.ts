/** An own rule as a file would hold it: the example of the manual and, commented out, of a new workspace. A test runs its cases. */
export const ownRuleExample = `id: X01                  # X01 到 X99，不与别的规则重复
title: 低保边缘家庭高龄老人未纳入低保特困
kind: 漏保               # 漏保、脱保、错保、补贴、留守、数据：决定进哪张表
severity: medium         # high 高、medium 中、low 低、note 提示
unit: person             # person 按人、household 按户（按户另写 systems）
basis:
  - document: 县民政局 2026 年第 3 次局务会纪要
    # clause: 二(一)      # 条款号与原文核对过才写，并加 verified: true；否则印“待核”
action: 入户核实，符合条件的纳入低保或特困。
needs: [marginal]        # 必须在这些名册里；几个名册任一的写成 [[rural-allowance, urban-allowance]]
exceptions: [deceased, moved-away]   # 从 doudi rules --fields 列出的豁免情形里选
message: '{age} 周岁，家庭在低保边缘名册（{marginal-start} 起），本人不在低保、特困名册。'
condition:
  all:
    - field: age
      at-least: 80
    - not-in-programme: [rural-allowance, urban-allowance, destitute]
cases:                   # 例子：doudi rules --check 逐条试，疑点和无问题至少各一条
  - title: 80 周岁，只在边缘名册
    expect: finding
    month: 2026-11
    in: [marginal]
    facts: { age: 80, marginal-start: 2025-03 }
  - title: 79 周岁
    expect: clear
    month: 2026-11
    in: [marginal]
    facts: { age: 79 }
  - title: 已在农村低保
    expect: clear
    month: 2026-11
    in: [marginal, rural-allowance]
    facts: { age: 85 }
  - title: 已死亡
    expect: excused
    month: 2026-11
    in: [marginal, death]
    facts: { age: 85, death-month: 2026-10 }
  - title: 特困名册没有报送
    expect: not-judged
    month: 2026-11
    missing: [destitute]
    in: [marginal]
    facts: { age: 85 }
`
