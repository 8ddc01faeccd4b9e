import type { Facts, IssueCode, Severity } from './issue.js'

/**
 * The one table that turns a code and its facts into Chinese (design §5). An issue's text says what is wrong and why it matters; its hint
 * says what to do. `{name}` is replaced by the fact of that name. Alphabetical inside each part.
 */
export const issueMessages = {
  'account-crowded': {
    severity: 'high',
    text: '这一栏有 {count} 行写着同一账号（如“{text}”，共 {people} 人），超过 {most} 人，没有用于比对，也不按“发放账号异常”列为线索。',
    hint: '整列填充或取整的，请更正后重新导出；确由机构、村集体或他人统一代领的，请县级直接核查。',
  },
  'ambiguous-sheet': {
    severity: 'high',
    text: '这张表既像“{best}”又像“{other}”，单凭列名分不清，未采用。见到的列：{seen}。',
    hint: '请问清是哪一种名单，在 doudi.yaml 的 files: 下写明（每项两行）：- name: "{name}"，source: 从这几种中选一种：{choices}。',
  },
  'answer-asking-unknown': {
    severity: 'medium',
    text: '线索 {number} 这里答的是第 {round} 次下发，台账里没有下发过这么多次（台账可能是从旧备份恢复的），没有记。',
    hint: '请先用 doudi run 把台账补到下发这本核查表的月份，再导入。',
  },
  'answer-bad-id': {
    severity: 'medium',
    text: '“正确号码”{id} 不是一个完好的身份证号（位数或校验码不对），没有记。',
    hint: '请按户口簿逐位核对后重填。',
  },
  'answer-by-content': {
    severity: 'note',
    text: '行标识和线索编号都已丢失，凭姓名、村和疑点认出是 {number}，答复已照此处理。',
    hint: '请核对是否认对；今后请在原表上填写。',
  },
  'answer-case-unknown': {
    severity: 'medium',
    text: '台账里没有线索 {number}，不知道答的是哪一条，没有记。',
    hint: '请核对线索编号是否被改动；属于别的工作目录的，请到那里导入。',
  },
  'answer-changed': {
    severity: 'note',
    text: '{number} 原记“{before}”（{when}），按这里的答复改为“{after}”。',
    hint: '请核对是否有意更改；不是的，请按正确的答复重新填写后再导入。',
  },
  'answer-column-missing': {
    severity: 'high',
    text: '这张表的“{column}”一列不见了，下面各行的答复都没有取。',
    hint: '请与乡镇联系：在下发的原表上填写后重新交回，不要删列、改列名。',
  },
  'answer-conflict': {
    severity: 'high',
    text: '{number} 这里答“{answer}”，而 {others}，相互矛盾，都没有记。',
    hint: '请与双方核实后只留一种答复，再导入。',
  },
  'answer-contradicts': {
    severity: 'high',
    text: '线索 {number} 这里答“{answer}”，而{others}，相互矛盾，都不采用，退回补核。',
    hint: '请与乡镇核实后，在导入时写出的退回补核簿里填一个结论，再导入。',
  },
  'answer-headings-missing': {
    severity: 'high',
    text: '这张表从这一行起有 {rows} 行是下发的条目，但上面没有表头，分不清各栏，答复都没有取。',
    hint: '请把下发原表的表头那一行（如“线索编号”“核查结论”）贴回这些行的上面，再导入。',
  },
  'answer-id-as-number': {
    severity: 'medium',
    text: '“正确号码”是以数字保存的，后几位已丢失，没有记。',
    hint: '请把这一格设为“文本”，再按户口簿填写全部 18 位。',
  },
  'answer-inconsistent': {
    severity: 'high',
    text: '{number} 这里答“{answer}”，与其他答复合不拢（例如甲是乙、乙是丙，甲却不是丙），没有记。',
    hint: '请把涉及的几个人的“号码待核”一并核对；要改口的几条填在一起，同一批导入。',
  },
  'answer-merged': {
    severity: 'note',
    text: '填写栏与上面的行是合并单元格，本行按同一内容记。',
    hint: '请核对这几行的答复是否相同；不同的请取消合并，逐行填写后再导入。',
  },
  'answer-one-sided': {
    severity: 'medium',
    text: '{number} 只有一方，没有可比的另一人，“是否同一人”无从记起。',
    hint: '请按户口簿核对号码，由报送部门更正源表。',
  },
  'answer-other-ledger': {
    severity: 'high',
    text: '{number} 在本台账里是另一个人（户），这本核查表像是别的县或别的工作目录下发的（编号会相同），没有记。',
    hint: '请到下发它的工作目录里导入；确是本目录下发的，请在最近下发的核查表上填写后再导入。',
  },
  'answer-outdated': {
    severity: 'note',
    text: '线索 {number} 现在不需要这条答复（已有新的答复，或疑点已经消除），没有采用。',
    hint: '无需处理；如此答复才是对的，请在下一次下发时填写。',
  },
  'answer-question-unknown': {
    severity: 'medium',
    text: '{number} 的行标识已丢失，各月输出里也查不到这个核对编号，没有记。',
    hint: '请在原表上填写后发回，不要另建表或改动编号。',
  },
  'answer-rows-mixed': {
    severity: 'high',
    text: '编号 {number} 与本行的行标识不是同一题，可能只对部分列排了序或粘贴错了行，没有记。',
    hint: '请用原表重新填写；排序时要选中整行。',
  },
  'answer-sent-back': {
    severity: 'medium',
    text: '线索 {number} 的答复不能用：{reasons}。退回补核。',
    hint: '请把导入时写到 out/退回补核/ 的簿子发给该乡镇，按退回原因补齐后再导入。',
  },
  'answer-undecided': {
    severity: 'medium',
    text: '{number} 这里答“不确定”，而 {who}（{when}）已认定“{before}”；不确定的不改变已认定的，没有记。',
    hint: '请双方核对户口簿：认定有误的，改答“同一人”或“非同一人”；要撤回的，由原认定人答“不确定”。',
  },
  'answer-unknown': {
    severity: 'medium',
    text: '“{text}”不是可用的答复，没有记。',
    hint: '请从下拉表中选：同一人、非同一人、不确定；其他情况写在“情况说明”。',
  },
  'answer-unseen': {
    severity: 'medium',
    text: '{number} 的另一方在外乡镇，核查表里没有列出，“是否同一人”没有记。',
    hint: '由县级在县级总表“号码待核”里认定，再导入县级总表；乡镇只核对本乡镇这一方。',
  },
  'answer-unseen-number': {
    severity: 'medium',
    text: '{number} 的甲在外乡镇，“正确号码”一栏是甲的号码，没有记。',
    hint: '本乡镇的是乙：请按户口簿核对乙的号码，有误的写在“情况说明”，由县级告知报送部门。',
  },
  'answer-without-question': {
    severity: 'medium',
    text: '这一行有答复，但没有编号和行标识，凭姓名、村、号码和疑点也认不出（或不止一条相符），没有记。',
    hint: '请在原表上填写，不要另加行。',
  },
  'bad-certificate': {
    severity: 'low',
    text: '残疾证号 {id} 不是“身份证号 18 位+类别 1 位+等级 1 位（可带 B1–B9）”，未采用。',
    hint: '请核对残疾证号。',
  },
  'book-open': {
    severity: 'note',
    text: '这个文件正被打开着（旁边有 ~$ 开头的临时文件），读到的是上次存盘的内容。',
    hint: '还在填的，请存盘、关闭后再导入一次，重复导入不会重复记；早已关闭的，把 ~$ 开头的文件删掉即可。',
  },
  'book-unanswered': {
    severity: 'low',
    text: '这个文件里下发的条目一条也没有填，记为交回但未作答。',
    hint: '请与乡镇确认是否错发了空白原件；填好后再导入。',
  },
  'code-cut': {
    severity: 'medium',
    text: '“{text}”不是完整的编号或账号：表格程序把它当成数值，后几位已丢失，没有采用。',
    hint: '请把该列设为“文本”后从业务系统重新导出。',
  },
  'column-disordered': {
    severity: 'high',
    text: '这一栏与上月对不上：两个月都有的 {people} 人里，{count} 人的内容变了（如第 {first} 行），不像正常变动，像是整列填充、单独排序、下移一格、与邻列对调或换了单位。这一栏没有采用，按本月没有报送这一列处理（停保汇总这类逐月累加的名册，上月已有的人仍用上月的内容）。',
    hint: '请与业务系统核对前几行；有误的重新导出后再运行，先不要下发。确属全部更正的，从下月起自动采用。',
  },
  'column-emptied': {
    severity: 'high',
    text: '这一栏上月有 {count} 人填写，本月全是空的，按本月没有报送这一列处理（停保汇总这类逐月累加的名册，上月已有的人仍用上月的内容）。',
    hint: '请与报送部门核对是否误删了内容；应有内容的，重新导出后再运行。',
  },
  'column-in-doubt': {
    severity: 'high',
    text: '这一栏与上月对不上：两个月都有的 {people} 人里，{count} 人的内容变了（如第 {first} 行），不像正常变动，像是整列填充、单独排序、下移一格或与邻列对调。读取时已经用到这一栏，由此列出的线索可能不实。',
    hint: '请与业务系统核对前几行；有误的重新导出后再运行，先不要下发；确属全部更正的，可以照常使用。',
  },
  'day-missing': {
    severity: 'note',
    text: '“{text}”只写到月，按该月 1 日处理。',
    hint: '请写成 2026-11-05 的样子。',
  },
  'duplicate-row': {
    severity: 'note',
    text: '与{other}是同一人同一内容，已列为重复行，不重复计数。',
    hint: '请在源系统删除重复记录。',
  },
  'empty-roster': {
    severity: 'high',
    text: '表头认得出是“{title}”，但下面没有一行数据。',
    hint: '请核对是否导出时筛选为空；如本月确无人员，可不理会。',
  },
  'empty-sheet': {
    severity: 'note',
    text: '空表，已跳过。',
    hint: '无需处理；如应有数据，请重新导出。',
  },
  'entry-without-column': {
    severity: 'low',
    text: 'doudi.yaml 给 {field} 指定的列“{entry}”不在这张表里，照常用的列名取了：{used}。',
    hint: '请核对表头；列名已改回来的不必处理，写错的请改正 doudi.yaml 的 columns。',
  },
  'error-cell': {
    severity: 'low',
    text: '单元格是公式错误 {text}，按空白处理。',
    hint: '请在原表更正公式，或另存为数值后重新导出。',
  },
  'file-copied': {
    severity: 'low',
    text: '与 {other} 的内容完全相同，是同一个文件，没有再读一遍。',
    hint: '请删去多余的一份；本应是两个不同文件的，请向部门要回缺的那个，放入后重新运行。',
  },
  'file-corrupt': {
    severity: 'high',
    text: '文件已损坏，读不到完整内容（{part}）。此文件未采用。',
    hint: '请用 Excel 或 WPS 打开确认；能打开就另存为新的 .xlsx，打不开请重新导出。',
  },
  'file-empty': { severity: 'high', text: '文件是空的，没有任何内容。此文件未采用。', hint: '请重新导出或重新拷贝。' },
  'file-encoding': {
    severity: 'high',
    text: '文字编码既不是 UTF-8 也不是 GB18030，内容会成乱码。此文件未采用。',
    hint: '请用 Excel 或 WPS 打开，另存为 .xlsx 后再放入。',
  },
  'file-missing': {
    severity: 'high',
    text: '没有这个文件。此文件未采用。',
    hint: '请核对路径和文件名；带 * 的，请看该文件夹里有没有相符的文件。',
  },
  'file-mixed-encoding': {
    severity: 'low',
    text: '文件里有 {count} 行的文字编码与其余各行不同（首处在第 {line} 行），已逐行识别。',
    hint: '请抽查这些行的姓名、地址是否正确。',
  },
  'file-not-a-table': {
    severity: 'high',
    text: '这不是表格文件，而是{kind}。此文件未采用。',
    hint: '压缩包请先解压，把里面的表格放进来；其他的请让报送部门提供 .xlsx、.xls 或 .csv 格式的名单。',
  },
  'file-password-needed': {
    severity: 'high',
    text: '文件有打开密码，没有提供密码。此文件未采用。',
    hint: '请向交来文件的单位要口令，在口令文件（doudi.yaml 的 keyFile）里加一行“导入,*,口令”，或设环境变量 DOUDI_PASSWORD；也可以请其取消口令后重新交来。',
  },
  'file-password-unsupported': {
    severity: 'high',
    text: '文件有打开密码，而这种格式的密码本程序解不开，有口令也不行。此文件未采用。',
    hint: '请用 Excel 或 WPS 输入口令打开，另存为不带口令的 .xlsx 后再放入。',
  },
  'file-temporary': {
    severity: 'note',
    text: '这是 Excel 或 WPS 打开文件时留下的临时文件，不含数据，已跳过。',
    hint: '关闭正在编辑的表格后可以删除它。',
  },
  'file-too-large': {
    severity: 'high',
    text: '文件超出读取上限：{what}，上限 {limit}。此文件未采用。',
    hint: '请删去多余的工作表、行列或图片，另存后再放入。',
  },
  'file-too-slow': {
    severity: 'high',
    text: '读取超过 {seconds} 秒仍未完成，已停止。此文件未采用。',
    hint: '请用 Excel 或 WPS 打开，另存为 .xlsx 后再放入。',
  },
  'file-unclosed-quote': {
    severity: 'low',
    text: '第 {row} 行有不成对的英文双引号，该行按没有引号读取。',
    hint: '请核对该行，把多余的双引号删去后重新导出。',
  },
  'file-unreachable': {
    severity: 'high',
    text: '文件打不开：{reason}。此文件未采用。',
    hint: '请关闭占用它的程序，检查权限后重试。',
  },
  'file-unsafe': {
    severity: 'high',
    text: '文件里有不应出现的内容（{what}），为安全起见不读取。此文件未采用。',
    hint: '请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再放入。',
  },
  'file-wrong-password': {
    severity: 'high',
    text: '文件有打开密码，提供的密码都不对。此文件未采用。',
    hint: '请向交来文件的单位核对口令，在口令文件（doudi.yaml 的 keyFile）里加一行“导入,*,口令”，或设环境变量 DOUDI_PASSWORD；也可以请其取消口令后重新交来。',
  },
  'heading-lost': {
    severity: 'high',
    text: '表里有身份证号，但前 30 行里没有“姓名、身份证号”这样的表头，分不清各列是什么，未采用。',
    hint: '请补上表头行后重新报送。',
  },
  'hidden-columns': {
    severity: 'note',
    text: '有隐藏列（{columns}），已照常读取。',
    hint: '如隐藏列是废弃内容，请删除后重新报送。',
  },
  'hidden-rows': {
    severity: 'note',
    text: '有 {count} 行是隐藏行（或被筛选掉的行），已照常读取。',
    hint: '如隐藏行不应比对，请删除后重新报送。',
  },
  'hidden-sheet': {
    severity: 'note',
    text: '这是隐藏的工作表；本文件没有别的名单，已照常读取。',
    hint: '请确认它就是本月名单，并取消隐藏。',
  },
  'hidden-sheet-skipped': {
    severity: 'note',
    text: '隐藏的工作表，未读取。',
    hint: '如其中有本月名单，请取消隐藏后重新报送。',
  },
  'household-crowded': {
    severity: 'high',
    text: '这一栏有 {count} 行写着同一内容（如“{text}”，共 {people} 人），一户不会超过 {most} 人，没有采用。这些人改按户主分户；户主也没有写的，不知道与谁同户，按户判断的规则对他们不作判定。',
    hint: '请核对该列是否被整列填充、取整或错位，更正后重新导出。',
  },
  'id-birth-date': {
    severity: 'medium',
    text: '号码 {id} 的出生日期段不存在。此行不参与证号比对。',
    hint: '请按户口簿更正号码后重新导出。',
  },
  'id-character': {
    severity: 'medium',
    text: '号码 {id} 含有不应出现的字符。此行不参与证号比对。',
    hint: '请按户口簿更正号码后重新导出。',
  },
  'id-check-digit': {
    severity: 'medium',
    text: '号码 {id} 校验码不符，至少有一位录错。此行不参与证号比对。',
    hint: '请按户口簿逐位核对；程序不会自动改号。',
  },
  'id-copied': {
    severity: 'medium',
    text: '身份证号写的是“同上”或其记号，姓名却与上面那人不同，不照抄号码，按未填读取。此行不参与证号比对。',
    hint: '请按户口簿填写本人号码后重新导出；确是同一人的，请更正姓名。',
  },
  'id-crowded': {
    severity: 'high',
    text: '这一栏有 {count} 行写着同一号码（如“{text}”，旁边有 {people} 个不同的姓名），一个号码不会属于 {most} 个以上姓名，没有采用。这些人有残疾人证号的改用证号里的号码，没有的只凭姓名等比对，与证号有关的规则对他们不作判定。',
    hint: '请核对该列是否被整列填充（拖动填充柄）或错位，更正后重新导出，再运行，先不要下发。',
  },
  'id-digits-lost': {
    severity: 'high',
    text: '号码 {id} 后 3 位已丢失（曾以数字保存）。此行不参与证号比对。',
    hint: '请把该列设为“文本”后从业务系统重新导出；补零不能恢复。',
  },
  'id-length': {
    severity: 'medium',
    text: '号码 {id} 有 {length} 位，应为 18 位（或 15 位旧号）。此行不参与证号比对。',
    hint: '请按户口簿补正号码后重新导出。',
  },
  'id-masked': {
    severity: 'medium',
    text: '号码 {id} 已脱敏。此行不参与证号比对。',
    hint: '请重新导出未脱敏的名单。',
  },
  'id-other-document': {
    severity: 'low',
    text: '证件 {id} 不是公民身份号码，不参与证号比对。',
    hint: '如本人已有公民身份号码，请补录。',
  },
  'id-placeholder': {
    severity: 'low',
    text: '号码 {id} 是无证占位号，按缺号处理。',
    hint: '请补录公民身份号码。',
  },
  'id-scientific': {
    severity: 'high',
    text: '号码显示为 {id} 这样的科学计数，后几位已丢失。此行不参与证号比对。',
    hint: '请把该列设为“文本”后从业务系统重新导出；补零不能恢复。',
  },
  'identity-emptied': {
    severity: 'high',
    text: '这一栏在本月整张表里全是空的，上月这种名册有 {count} 人填写。没有这一栏，这些人认不准是谁，与其他名册对不上。',
    hint: '请与报送部门核对是否误删了内容，重新导出后再运行，先不要下发。',
  },
  'inspection-case-unknown': {
    severity: 'medium',
    text: '抽查表这一行认不出是哪条线索（{number}），没有采用。',
    hint: '请核对线索编号；行标识栏被删的，从抽查总表复制线索编号。',
  },
  'inspection-contradicts': {
    severity: 'medium',
    text: '线索 {number} 在这次导入里有不同的抽查结果，都没有采用。',
    hint: '请抽查单位核对后，只交回一个结果。',
  },
  'inspection-day-wrong': {
    severity: 'medium',
    text: '线索 {number} 的抽查日期“{text}”不是写到日的日期，没有采用。',
    hint: '请写成 2026-12-01 的样子，再导入；没有日期的可以空着。',
  },
  'inspection-outdated': {
    severity: 'note',
    text: '线索 {number} 抽查的不是现在有效的答复，没有采用。',
    hint: '该线索抽样之后又有新的答复或已重新下发，无需处理。',
  },
  'inspection-result-unknown': {
    severity: 'medium',
    text: '线索 {number} 的“是否一致”没有填，或不在下拉表里，没有采用。',
    hint: '请从下拉表选“一致、不一致、查无此户”后再交回。',
  },
  'inspection-without-problem': {
    severity: 'medium',
    text: '线索 {number} 抽查不一致，但没有写问题，没有采用。',
    hint: '请在“问题描述”写明哪里不一致，乡镇要据此重新核查。',
  },
  'joint-list': {
    severity: 'high',
    text: '这张表把几类对象列在一起（“{column}”一列），程序不按它认定谁在哪个名册，未采用。',
    hint: '请报送各类对象自己的名册，已报送的不必再管这张；某一类只有这张表上有的，请把那一类的行另存为一张表，表名写明是哪一类（如“农村低保”“城市低保”“低保边缘”），再重新运行。',
  },
  'joint-list-unsorted': {
    severity: 'high',
    text: '低收入人口花名册把低保、特困、低保边缘等各类对象列在一起，没有写明每人是哪一类，未采用；各类对象自己的名册照常比对，不受影响。',
    hint: '请报送各类对象自己的名册，已报送的不必再管这张；不要在 doudi.yaml 里把它写成某一种名册，否则表上的人都会算在那一种里。',
  },
  'list-not-delivered': {
    severity: 'low',
    text: 'lists 里写明了{list}（{names}），本月没有收到这份名单：靠它才能判的疑点不判，靠它才能查的豁免查不了。',
    hint: '请向有关单位要；文件改了名的，把文件名或 lists 里的写法改成一致；以后不再报的，从 lists 里删去。',
  },
  'locked-cell-changed': {
    severity: 'note',
    text: '线索 {number} 这一行的锁定栏与下发时不一样（改过字、增删过列或粘贴过别的行），答复照收。',
    hint: '请核对这一行是否还是原来的人；需要改的信息请写在“情况说明”。',
  },
  'locked-question-changed': {
    severity: 'note',
    text: '{number} 这一行的锁定栏与下发时不一样（改过字、增删过列或粘贴过别的行），答复照收，改动的内容没有采用。',
    hint: '请核对这一行是否还是原来的人；要更正号码的请填“正确号码”一栏，其他信息写在“情况说明”。',
  },
  'member-count': {
    severity: 'medium',
    text: '家庭成员姓名有 {names} 个、身份证号有 {ids} 个，对不上，只采用号码，姓名未采用。',
    hint: '请在源系统核对该户成员的姓名和号码，一一对应后重新导出。',
  },
  'missing-column': {
    severity: 'high',
    text: '这张表像“{title}”，但找不到必需的列“{column}”，整张表未采用。见到的列：{seen}。最接近的：{nearest}。',
    hint: '请让报送单位补上该列；如只是叫法不同，请在 doudi.yaml 写：columns: {{source}: {{field}: "{example}"}}。',
  },
  'missing-own-name': {
    severity: 'high',
    text: '这张表像“{title}”，但没有各人自己的“{column}”：“{head}”一列在家庭成员的行里写的是户主的姓名，整张表未采用。',
    hint: '请让报送单位加上每个人自己的“{column}”一列后重新导出；不要把“{head}”指定为姓名，那样成员都成了户主。表里另有一列是本人姓名的，在 doudi.yaml 写：columns: {{source}: {name: "那一列的列名"}}。',
  },
  'month-cut': {
    severity: 'low',
    text: '“{text}”分不清是 1 月还是 10 月（以数字保存过的，10 月末尾的 0 会丢），按空白处理。',
    hint: '请把该列设为“文本”，写成 2024-10 的样子后重新报送。',
  },
  'monthly-income': {
    severity: 'note',
    text: '“{column}”是月收入，已乘 12 当作年收入使用。',
    hint: '请核对这一列是否按月填写；其实是年收入的，请改列名。',
  },
  'more-of-the-same': {
    severity: 'note',
    text: '该列还有 {count} 处同类问题，未逐一列出。',
    hint: '请先按已列出的各行检查整列的填写格式。',
  },
  'name-copied': {
    severity: 'medium',
    text: '姓名写的是“同上”或其记号，身份证号却与上面那人不同，不照抄姓名，按未填读取。',
    hint: '请按户口簿填写本人姓名后重新导出；确是同一人的，请更正号码。',
  },
  'name-masked': {
    severity: 'low',
    text: '姓名“{text}”已脱敏：同姓的家人分不清，号码有误时也认不出人。',
    hint: '请重新导出未脱敏的名单。',
  },
  'name-to-come': {
    severity: 'low',
    text: '“{text}”不是姓名，按未填读取。',
    hint: '请补填姓名后重新导出；有号码的仍凭号码参与比对。',
  },
  'names-out-of-step': {
    severity: 'high',
    text: '这张表 {rows} 行里有 {count} 行（如第 {first} 行）的号码，在别的名册或上月名册里是另一个姓名，像是姓名和号码两列错了位。',
    hint: '多半是排序或粘贴时没有带上整行。请与业务系统核对前几行；确是错位的，重新导出后再运行，先不要下发。',
  },
  'no-check-sheet': {
    severity: 'high',
    text: '文件里没有一张认得出的核查表、号码待核表、抽查表或来源登记表，没有取任何答复。',
    hint: '入户调查表和其他文件不用导入；核查表认不出的，请把表头那一行（如“线索编号”“核查结论”）恢复后再导入；另存成网页后各表在同名的 .files 文件夹里，请连文件夹一起导入。',
  },
  'no-heading': {
    severity: 'note',
    text: '前 30 行里没有姓名、证号这样的列名，按封面或汇总表跳过。',
    hint: '如这张表是名单，请保留表头行（姓名、身份证号等）后重新报送。',
  },
  'no-identity': {
    severity: 'medium',
    text: '此行既无姓名又无号码，无法落到人，未采用。',
    hint: '如确有其人，请补录姓名和号码。',
  },
  'no-roster': {
    severity: 'high',
    text: '文件里没有一张认得出的名单，未采用。',
    hint: '请核对是否放错文件；运行 doudi inspect 可查看见到了什么。',
  },
  'nobody-listed': {
    severity: 'note',
    text: '“{title}”写明没有人员。',
    hint: '无需处理；如应有人员，请重新报送。',
  },
  'not-a-number': { severity: 'note', text: '“{text}”不是数字，按空白处理。', hint: '请改为数字后重新导出。' },
  'not-an-amount': { severity: 'note', text: '“{text}”不是金额，按空白处理。', hint: '请改为以元计的数字后重新导出。' },
  'not-in-force': {
    severity: 'low',
    text: '名册自己注明已停保（停发）或还没有批准的有 {count} 人，已照常读取，但不算在册。',
    hint: '如仍在享受，请核对“状态”一列后重新报送。',
  },
  'numbered-by-village': {
    severity: 'note',
    text: '户编号是各村自编的（不同的村都有“{number}”），已加上村名分开（如“{text}”）。',
    hint: '如实是全县统一编号，请核对“村”一栏。',
  },
  'older-month-alone': {
    severity: 'medium',
    text: '这张表写明是 {stated} 的；{townships}的 {rows} 行仍然采用：本月的 {by} 里没有这些乡镇。其中已停保的人照旧算在册。',
    hint: '请向这些乡镇或部门要本月的名册，放入后重新运行；确实没有变动的，不用处理。',
  },
  'older-month-replaced': {
    severity: 'medium',
    text: '这张表写明是 {stated} 的，本月的是 {by}：{townships}以本月的为准，这张表里的 {rows} 行没有采用。只有旧表才有的 {gone} 人逐人列在“未列明细”表。',
    hint: '请把以前月份的表移出本月的文件夹；这些行本月也应采用的，请改正表名、标题或文件名里的月份（不写月份的表照常采用），再重新运行。',
  },
  'older-month-sifted': {
    severity: 'medium',
    text: '这张表写明是 {stated} 的，本月的是另一种表 {by}：{townships}谁在册以本月的为准。本月已不在册、或人员有变动的户，在这张表里的 {rows} 行没有采用；其余 {kept} 行的户人员没有变动，仍然采用，其中的金额、账号、人口等还是 {stated} 的。只有旧表才有的 {gone} 人逐人列在“未列明细”表。',
    hint: '请向报送单位要本月的同一种表（家庭表或人员表），放入后移走旧表，重新运行；这张表其实是本月的，请改正表名、标题或文件名里的月份，再重新运行。',
  },
  'older-month-unlike': {
    severity: 'medium',
    text: '这张表写明是 {stated} 的，本月另有 {by}，但{townships}的 {rows} 行与它相差太多（或归不到乡镇），不能断定是同一份名册的新旧两份，两份都已采用；其中已停保的人照旧算在册。',
    hint: '请核对：是以前月份的，移出本月的文件夹；本月的一份不全的，补齐；都要用的，不用处理。处理后重新运行。',
  },
  'other-table': {
    severity: 'high',
    text: '此行在同一工作表的另一张表里（上面的表头或标题与首张表不同），未采用。',
    hint: '请把两张表分成两个工作表或两个文件后重新报送。',
  },
  'own-book': {
    severity: 'high',
    text: '这是本程序写出的簿册（核查表、台账、退改单等），不是部门报送的名单。此文件未采用。',
    hint: '乡镇填好交回的，请用 doudi import 导入；放错的，请从收件目录移走，放入部门的导出文件后重新运行。',
  },
  'people-above-heading': {
    severity: 'high',
    text: '表头（第 {heading} 行）上面还有 {count} 行有身份证号（如第 {first} 行），没有读。',
    hint: '上面是另一张表的，请分成两个工作表；是同一张表的，请把表头移到最上面，删去中间的表头。改好后重新报送。',
  },
  'place-elsewhere': {
    severity: 'low',
    text: '“{text}”写的是外省、外市或外县的地址，不作本县的乡镇、村，此人列入“待归属”。',
    hint: '确是外地的，不必处理；是本县旧县名或另一种叫法的，请在 towns.csv 该乡镇的别名里连同县名写上（如“旧名县城关镇”）。',
  },
  'report-day-wrong': {
    severity: 'medium',
    text: '反映时间没有填、不是日期或晚于今天，这一行没有登记。',
    hint: '请写成 2026-11-05 的样子。',
  },
  'report-incomplete': {
    severity: 'medium',
    text: '姓名或情况说明没有填，这一行没有登记。',
    hint: '请补上姓名和情况说明后再导入。',
  },
  'report-source-unknown': {
    severity: 'medium',
    text: '来源“{text}”不是走访、信息共享、热线之一，这一行没有登记。',
    hint: '请在“来源”栏选：走访、信息共享、热线。',
  },
  'report-township-unknown': {
    severity: 'medium',
    text: '乡镇“{text}”没有填，或不是 towns.csv 里的乡镇、别名，不知道由谁核实，这一行没有登记。',
    hint: '请在“乡镇”栏写 towns.csv 里的乡镇，或在 towns.csv 补上别名，再导入。',
  },
  'roster-versions': {
    severity: 'high',
    text: '与 {other} 是同一种名册，{shared} 人两份都有，其中 {differing} 人内容不同，疑是先后两个版本。两份都已采用，内容不同的人按两条记录处理，可能误报重复享受或金额不符。',
    hint: '请只留最新的一份，删去另一份后重新运行；新的一份只有部分乡镇的，另一份不要整份删去，只删去其中这些乡镇的行；确是两份不同的名册的，不用处理。',
  },
  'sheet-formulas-without-value': {
    severity: 'medium',
    text: '工作表“{sheet}”有 {count} 个公式没有保存计算结果，按空白读取。',
    hint: '请用 Excel 或 WPS 打开该文件并保存一次，再放入。',
  },
  'sheet-hidden': {
    severity: 'note',
    text: '工作表“{sheet}”是隐藏的，照常读取。',
    hint: '如不应报送，请删除该工作表。',
  },
  'skipped-file': {
    severity: 'note',
    text: '{file} 是办公软件或系统的临时文件，已跳过。',
    hint: '无需处理；可以删除。',
  },
  'unknown-sheet': {
    severity: 'high',
    text: '认不出这是哪一种名单，未采用。见到的列：{seen}。最接近的：{best}。',
    hint: '请核对文件；如确是名单，请在 doudi.yaml 的 files: 下写明（每项两行）：- name: "{name}"，source: {choices}。车辆、不动产等其他部门的名单写在 lists: 下，种类见“附加名单一览”。',
  },
  'unknown-township': {
    severity: 'medium',
    text: '“{text}”无法归到 towns.csv 里的任何乡镇；此人在别的名册也没有写明乡镇的，列入“待归属”。',
    hint: '请在 towns.csv 增加该乡镇、村或别名。',
  },
  'unknown-word': {
    severity: 'low',
    text: '“{text}”不在已知词表内，按空白处理，未作猜测。',
    hint: '请核对该列填写；如确为新写法，请反馈给维护人员补入词表。',
  },
  'unread-ids': {
    severity: 'high',
    text: '这一列有 {count} 个{what}，但列名没有认出，整列没有采用；{title}里这些人的号码因此不参与比对。',
    hint: '如是名单上的人（户主、家庭成员）的号码，请用 doudi inspect 文件 --save，或在 doudi.yaml 写：columns: {{source}: {{field}: "{example}"}}，再重新运行。',
  },
  'unread-ids-of-others': {
    severity: 'note',
    text: '这一列有 {count} 个{what}，没有采用：{title}不读这样的列（多为经办人、照料人等他人的号码）。',
    hint: '确是他人的号码，不必处理；是名单上的人的，请把列名改为“身份证号”或“户主身份证号”。',
  },
  'unread-members': {
    severity: 'high',
    text: '这一列有 {count} 个{what}，但列名没有认出，整列没有采用；这些家庭成员没有读进来，或缺这一项。',
    hint: '如是家庭成员，请把列名改成“成员1姓名、成员1身份证号、成员2姓名……”这样成对的叫法，再重新运行。',
  },
  'unread-words': {
    severity: 'medium',
    text: '这一列写的是“{words}”，像“{column}”，但列名没有认出，整列没有采用；{title}里的“{column}”按空白处理。',
    hint: '如果就是“{column}”，请用 doudi inspect 文件 --save，或在 doudi.yaml 写：columns: {{source}: {{field}: "{example}"}}，再重新运行；不是的，不必处理。',
  },
  'unreadable-date': { severity: 'low', text: '“{text}”不是日期，按空白处理。', hint: '请写成 2026-11-05 的样子。' },
  'unreadable-month': { severity: 'low', text: '“{text}”不是月份，按空白处理。', hint: '请写成 2026-11 的样子。' },
  'village-in-several': {
    severity: 'medium',
    text: '“{text}”在{townships}都有，这一行没有写明乡镇，此人列入“待归属”。',
    hint: '请让报送单位补上“乡镇”一列，或按乡镇分成工作表、文件（以乡镇命名）后重新报送。',
  },
  'year-supplied': {
    severity: 'note',
    text: '“{text}”没有写年份，按名单所属月份推为 {taken}。',
    hint: '请核对年份；今后请写成 2026-11-05 的样子。',
  },
  'yearly-amount': {
    severity: 'note',
    text: '“{column}”按年填写，已除以 12 当作月金额使用。',
    hint: '请核对这一列是否按年填写；其实是月金额的，请改列名。',
  },
} as const satisfies Record<string, { severity: Severity; text: string; hint: string }>

/** Messages of ToolError: what stops us and what to do. Alphabetical. */
export const errorMessages = {
  'already-there': { text: '文件 {file} 已经存在，没有写入任何内容。', hint: '请换一个空目录，或直接修改已有文件。' },
  'bad-csv': {
    text: '{file} 第 {line} 行不是合法的 CSV（引号没有配对？）。',
    hint: '请用文本编辑器打开该行，补齐或删去多余的引号。',
  },
  'bad-csv-heading': {
    text: '{file} 的表头不对，应为：{headings}。',
    hint: '请把表头那一行照上面的写法改正，各项用英文逗号“,”隔开。',
  },
  'bad-due': {
    text: '--due 只能是 6、9 或 12，不能是“{text}”。',
    hint: '6、9、12 分别对应 6 月 5 日、9 月 5 日、12 月 5 日前的定期报告；要截至其他月份，请用 --month。',
  },
  'bad-key-file': {
    text: '{file} 第 {line} 行写法不对。',
    hint: '每行应为 用途,名称,口令；用途只能是“乡镇”或“导入”。',
  },
  'bad-month': { text: '“{text}”不是月份。', hint: '请写成 2026-11 的样子。' },
  'bad-own-rule': {
    text: '{file} 第 {line} 行：{problem}。',
    hint: '请改正后重新运行；写法见手册“自定规则”，字段见 doudi rules --fields。',
  },
  'bad-percent': {
    text: '--percent 应为大于 0、不超过 100 的数，不能是“{text}”。',
    hint: '请写成数字，如 --percent 20。',
  },
  'bad-setting': {
    text: '{file} 第 {line} 行：{problem}。',
    hint: '请改正后重新运行；全部设置项见 doudi init 生成的 doudi.yaml。',
  },
  'bad-standard': {
    text: '{file} 第 {line} 行“{column}”写法不对：“{text}”。',
    hint: '每行应为 参数,生效月份(2026-01),数值,单位,依据文号，各项用英文逗号隔开；单位：金额写元/月、元/年或元，渐退期等月数写月，倍数写倍；参数名见 doudi rules --fields。表格软件会给数值加千分位逗号、把 2026.10 缩成 2026.1，用它改时请先把这几列设为“文本”。',
  },
  'bad-yaml': {
    text: '{file} 第 {line} 行不是合法的 YAML（多为缩进、冒号或引号写错）。',
    hint: '请对照 doudi init 生成的样子改正。',
  },
  'case-merged': {
    text: '线索 {number} 已并入 {into}（两人已确认为同一人，或同一户换了编号）。',
    hint: '请看 doudi explain {into}。',
  },
  'case-no-longer-found': {
    text: '{month} 比对时查出过线索 {number}（现在是“{state}”，{since} 起），按收件目录里现在的文件和现在的设置查不出来了。',
    hint: '当时查出的内容见 out/{month}/ 的县级总表“全部线索”；文件、标准或规则开关确是改对了的，请重新运行 doudi run --month {month}。',
  },
  'case-not-found': {
    text: '{month} 的名册里和台账里都没有线索 {number}。',
    hint: '请核对编号。',
  },
  'case-not-in-month': {
    text: '{month} 的名册里没有查出线索 {number}：首次查出 {first}，最近一次查出 {last}，现在是“{state}”（{since} 起）。',
    hint: '看当时查出的内容：doudi explain {number} --month {last}。',
  },
  'case-was-reported': {
    text: '线索 {number} 是{source}登记的，不是名册里查出的：{where}，反映时间 {day}，现在是“{state}”（{since} 起）。',
    hint: '登记的内容见该乡镇核查表的“漏保”表（登记后的下一个月起列入）和县级总表“全部线索”。',
  },
  'case-with-rule': {
    text: '--rule 只用来查一个人；线索编号已经指明了规则。',
    hint: '请去掉 --rule，或把线索编号换成号码或姓名。',
  },
  'clock-behind': {
    text: '这台电脑的日期是 {today}，比台账里最新的月份 {month} 早一年以上，多半是时钟错了；照此核对，乡镇填的日期都会被当作“晚于今天”退回。',
    hint: '请把电脑的日期调对后重新导入；什么都没有写。',
  },
  'demo-folder-taken': {
    text: '目录 {folder} 已存在，而且不是演示目录，没有动它。',
    hint: '请换一个目录：doudi demo 目录名。',
  },
  'empty-inbox': {
    text: '收件目录 {folder} 里没有可读的报送文件。',
    hint: '请把本月各部门的导出文件放进该目录后再运行。',
  },
  'folder-not-writable': {
    text: '目录 {folder} 建不起来，或写不进去（{reason}）。',
    hint: '请核对路径；没有权限的，换一个自己的目录再运行同一命令。',
  },
  'history-backup-failed': {
    text: '备份 {file} 没有写成（{reason}），写了一半的已经删去。历史库没有变动。',
    hint: '请清理那里的磁盘，或换一个写得进去的地方，再运行同一命令。',
  },
  'history-backup-nowhere': {
    text: '要写备份的文件夹 {folder} 不存在，没有备份。',
    hint: '请先建好这个文件夹；写在移动硬盘、网络盘上的，请核对是否已经接好。',
  },
  'history-backup-there': {
    text: '备份文件 {file} 已经存在，没有覆盖。',
    hint: '请换一个文件名，或先移走旧的备份。',
  },
  'history-damaged': {
    text: '历史库 {file} 已损坏，或不是兜底比对的历史库。未作任何改动。',
    hint: '请把该文件另存留查，用最近的备份替换后再运行；没有备份的，移走该文件后从最早的月份起逐月重跑。',
  },
  'history-disk-full': {
    text: '磁盘已满，历史库 {file} 写不进去。本次操作没有计入，原有历史完好。',
    hint: '请清理磁盘后重新运行同一命令。',
  },
  'history-io': {
    text: '读写历史库 {file} 时出错：{reason}。本次操作没有计入。',
    hint: '请检查磁盘和网络盘是否正常，再重新运行同一命令。',
  },
  'history-locked': {
    text: '历史库正被占用：{host} 上的进程 {pid}（{command}），自 {since} 起。',
    hint: '请等它结束后再运行。如确认该进程早已不在，删除 {lock} 后重试。',
  },
  'history-locked-by-program': {
    text: '历史库 {file} 正被另一个程序打开（进程 {pid}）。',
    hint: '请关闭打开它的程序后再运行。',
  },
  'history-lost': {
    text: '{out} 里有 {months} 的结果，{folder} 里却没有这些月份的历史库：历史库可能丢了、没有一起搬来，或 state 指错了地方。没有比对，什么都没有写。',
    hint: '请把历史库（history.duckdb）或它的备份放回 {folder}，改名为 history.duckdb，再运行。确实要从头来过的，先把 {out} 里的旧结果移到别处；从前下发的线索会重新编号、重新下发。',
  },
  'history-newer': {
    text: '历史库 {file} 是更高版本的兜底比对写的，本版本读不了。未作任何改动。',
    hint: '请升级到写它的那个版本后再运行。',
  },
  'history-not-writable': {
    text: '历史库 {file} 所在目录不可写，或没有权限。未作任何改动。',
    hint: '请检查该目录的属主和权限，或在 doudi.yaml 的 state 里换一个目录。',
  },
  'history-older': {
    text: '历史库 {file} 是旧版本写的，只读时不能升级。',
    hint: '请先运行一次 doudi run，它会先备份再升级历史库。',
  },
  'history-purge-newest': {
    text: '最近一个月（{month}）要和上一个月比对，重跑也要用，{previous} 起的月份要留着。没有清理。',
    hint: '请把 --before 写成不晚于 {previous} 的月份：早于它的才会删。{previous} 到了保留期的，等下一个月比对完再清理。',
  },
  'inbox-changing': {
    text: '读取期间 {folder} 里的文件有变化（{files}），可能正在拷贝或有人在改，读到的不一定完整。',
    hint: '请等文件放齐、关闭正在编辑的表格后重新运行同一命令。',
  },
  'inbox-unreachable': {
    text: '收件目录 {folder} 打不开（{reason}）。',
    hint: '请检查该目录的权限；放在网络盘或 U 盘上的，请确认已连接。',
  },
  'key-twice': {
    text: '{file} 第 {line} 行：乡镇“{name}”前面已有一个口令。',
    hint: '每个乡镇只写一行，请删去不用的。',
  },
  'key-without-township': {
    text: '{file} 第 {line} 行的乡镇“{name}”不在 towns.csv 里，它的核查表会不加密。',
    hint: '请按 towns.csv 里的乡镇名称改正。',
  },
  'missing-file': {
    text: '读不到 {file}（{reason}）。',
    hint: '请确认文件在工作目录里、没有被别的程序占用，且 doudi.yaml 里的文件名正确。',
  },
  'month-far-ahead': {
    text: '收件目录里最新的月份是 {month}，比台账里最近的 {last} 晚了一年以上，可能是文件夹名写错了。没有比对，什么都没有写。',
    hint: '写错的请改正文件夹名后重新运行；确实要比对这个月的，用 --month {month} 写明。',
  },
  'month-not-published': {
    text: '没有 {month} 的运行结果。',
    hint: '请先运行 doudi run --month {month}，或换一个已经运行过的月份。',
  },
  'month-purged': {
    text: '{first} 以前的名册记录已经清理（doudi history purge），{month} 不能再重新比对。没有比对，什么都没有写。',
    hint: '当时的结果见 out/{month}/；一定要重新比对的，先用清理前的备份换回历史库。收件目录里过了保留期的文件请自行删除。',
  },
  'name-not-found': {
    text: '{month} 和上月的名册里都没有这个姓名。',
    hint: '请核对姓名，或改用号码查；要查别的月份用 --month。',
  },
  'no-file-to-import': {
    text: '{paths} 里没有文件，没有导入任何内容。',
    hint: '请把乡镇交回的核查表放进这个文件夹，或写明文件名；办公软件的临时文件（~$ 开头）不看。',
  },
  'no-history': {
    text: '目录 {folder} 里还没有历史库。',
    hint: '请先运行一次 doudi run；或检查 -w 指的工作目录对不对。',
  },
  'no-inbox': {
    text: '没有收件目录 {folder}。',
    hint: '请先运行 doudi init，或核对 doudi.yaml 的 inbox。',
  },
  'no-month-folder': {
    text: '收件目录里没有 {folder}。',
    hint: '请建立该月份的文件夹（如 2026-11）并放入各部门的导出文件。',
  },
  'no-month-folders': {
    text: '收件目录 {folder} 里没有以月份命名的文件夹。',
    hint: '请把文件夹命名为 2026-11 的样子（四位年、短横、两位月），放入该月各部门的导出文件后再运行。',
  },
  'no-months': {
    text: '台账里还没有任何月份。',
    hint: '请先用 doudi run 比对一个月。',
  },
  'no-workspace': {
    text: '{folder} 里没有 {file}，不是 doudi 的工作目录。',
    hint: '请进入工作目录再运行，或用 --workspace 指定；新建用 doudi init。',
  },
  'nothing-run-yet': {
    text: '台账里还没有任何月份，没有可以答复的线索，没有导入任何内容。',
    hint: '请先用 doudi run 比对一个月；已经比对过的，请用 --workspace 指定那个工作目录。',
  },
  'nothing-to-import': {
    text: '这些文件里没有一张认得出的核查表、号码待核表、抽查表或来源登记表，没有导入任何内容。{faults}',
    hint: '请导入乡镇回填后的整本；表头那一行（如“线索编号”“核查结论”、“核对编号”“是否同一人”）要保留。另存成网页后各表在同名的 .files 文件夹里，请连文件夹一起导入，或另存为 .xlsx 再导入。',
  },
  'nothing-to-inspect': {
    text: '这些文件夹里没有可以查看的文件。',
    hint: '请核对路径；办公软件的临时文件（~$ 开头）不看。',
  },
  'nothing-to-sample': {
    text: '截至 {month}，还没有可以抽查的答复。',
    hint: '请先用 doudi import 导入乡镇回填的核查表。',
  },
  'nothing-usable': {
    text: '{folder} 里的文件没有一行能用。{faults}',
    hint: '请先用 doudi inspect 逐个查看文件，按提示处理后再运行。',
  },
  'output-disk-full': {
    text: '磁盘已满，输出目录 {folder} 写不进去。本次没有发布任何结果，上一次的结果保持不变。',
    hint: '请清理磁盘后重新运行同一命令。',
  },
  'output-in-use': {
    text: '无法替换输出目录 {folder}：其中有文件正被打开，或没有写入权限。上一次的结果保持不变。',
    hint: '请关闭已打开的核查表（Excel、WPS）和该目录的窗口，再重新运行。',
  },
  'output-not-writable': {
    text: '输出目录 {folder} 写不进去（{reason}）。本次没有发布任何结果，上一次的结果保持不变。',
    hint: '请检查该目录及其上级目录的属主和权限，或在 doudi.yaml 的 out 里换一个目录。',
  },
  'output-unreadable': {
    text: '结果 {file} 打不开（{reason}）。',
    hint: '请检查它的属主和权限，放在网络盘或 U 盘上的，请确认已连接；或在 doudi.yaml 的 out 里换一个目录。',
  },
  'own-rule-twice': {
    text: '{file} 和 {other} 用了同一个规则编号 {id}。',
    hint: '请给其中一条换一个编号（X01 到 X99）。',
  },
  'own-rules-too-large': {
    text: '{file} 超出限度（最多 {most}），没有读取。',
    hint: '一条规则一个文件，只写条件和例子；请删去不用的内容或文件。',
  },
  'person-ambiguous': {
    text: '有 {count} 个人符合，见上面的列表。',
    hint: '请用列表左边的人员编号再查一次，或写更完整的号码。',
  },
  'person-not-found': {
    text: '{month} 和上月的名册里都没有这个号码。',
    hint: '请核对号码；号码残缺的，不知道的位写 *；要查别的月份用 --month。',
  },
  'published-damaged': {
    text: '{month} 的输出文件 {file} 读不出来：没有写全，或被别的程序改存过。',
    hint: '请重新运行 doudi run --month {month}，它会重新写好。',
  },
  'stdout-failed': {
    text: '结果没有写全：屏幕输出所指的文件或设备写不进去（{reason}）。',
    hint: '请换一个写得进去的地方重新运行；台账和输出目录不受影响。',
  },
  'towns-comma': {
    text: 'towns.csv 第 {line} 行用了中文逗号：“{text}”。',
    hint: '各项用英文逗号“,”隔开，别名之间用顿号“、”隔开，如：青禾镇,桃坪村,桃坪、桃坪社区。',
  },
  'towns-empty': {
    text: 'towns.csv 里没有一个乡镇。',
    hint: '请至少写一行：乡镇,村社区,别名。',
  },
  'towns-heading': {
    text: 'towns.csv 第 {line} 行应是“乡镇,村社区,别名”，见到的是“{seen}”。',
    hint: '请把表头改回来，各项用英文逗号“,”隔开。',
  },
  'towns-no-township': {
    text: 'towns.csv 第 {line} 行没有乡镇名。',
    hint: '请补上乡镇，或删去该行。',
  },
  'towns-syntax': {
    text: 'towns.csv 第 {line} 行不是合法的 CSV（引号没有配对？）。',
    hint: '请更正该行。',
  },
  'towns-twice': {
    text: 'towns.csv 第 {line} 行与第 {other} 行是同一个地方“{name}”。',
    hint: '请合并为一行，别名用、隔开。',
  },
  'undecodable-file': {
    text: '{file} 的文字编码认不出来。',
    hint: '请在 Excel、WPS 里另存为“CSV UTF-8（逗号分隔）”，或用记事本另存为 UTF-8 编码。',
  },
  'unknown-rule': { text: '没有规则 {rule}。', hint: '全部规则：{known}；说明见 doudi rules。' },
  'unmask-needs-terminal': {
    text: '--unmask 只能在终端上使用，不能写进文件或管道。',
    hint: '请直接在终端运行，或去掉 --unmask。',
  },
  'yaml-key-twice': {
    text: '{file} 第 {line} 行：“{key}”在前面已经写过。',
    hint: '同一个名称只能写一次：请把两处合在一处，空着的那一处（如 {key}: []、{key}: {}）整行删去。',
  },
  'yaml-line': { text: '{file} 第 {line} 行：{problem}。', hint: '请只改这一行，再重新运行。' },
} as const satisfies Record<string, { text: string; hint: string }>

/** A code of the error part. */
export type ErrorCode = keyof typeof errorMessages

/** Replaces each `{name}` (letters, digits, hyphens) of `template` by the fact of that name; a missing fact stays visible as `{name}`. */
export function fill(template: string, facts: Facts): string {
  return template.replace(/\{([\w-]+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole))
}

/** The Chinese text and hint of an issue code with its facts. */
export function issueText(code: IssueCode, facts: Facts): { severity: Severity; text: string; hint: string } {
  const { severity, text, hint } = issueMessages[code]
  return { severity, text: fill(text, facts), hint: fill(hint, facts) }
}

/** The Chinese text and hint of an error code with its facts. */
export function errorText(code: ErrorCode, facts: Facts): { text: string; hint: string } {
  const { text, hint } = errorMessages[code]
  return { text: fill(text, facts), hint: fill(hint, facts) }
}
