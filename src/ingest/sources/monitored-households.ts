import { plainTextCell, yesNo } from '../../domain/cell.js'
import { month } from '../../domain/month.js'
import * as words from '../../domain/vocabulary.js'
import { disability, identity, optional, person } from '../columns.js'
import { householdOf, place } from '../household-columns.js'
import { poverty } from '../poverty-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

/** 防返贫监测对象信息, one row per member; 风险未消除 and 已消除 often come as two files (domain B.4). */
export default defineSource({
  id: 'monitored-households',
  department: '乡村振兴',
  title: '防返贫监测对象信息',
  feeds: ['monitored'],
  told: { by: /监测对象|监测类别|风险(是否)?(已|未)?消除/ },
  columns: {
    ...identity,
    ...person,
    ...place,
    ...householdOf,
    ...poverty,
    certificate: disability.certificate,
    monitoredKind: optional(
      words.monitoredKind,
      '监测对象类别',
      '监测对象类型',
      '易返贫致贫户(监测对象)类型',
      '监测类别',
      '监测类型',
      ...spellings('[监测户|监测对象|三类户|三类人员|对象][类型|类别|分类]'),
    ),
    riskCleared: optional(
      words.riskCleared,
      '风险是否已消除',
      '风险是否消除',
      '风险状态',
      '风险消除情况',
      '风险消除状态',
      '是否消除风险',
      '是否已消除风险',
      '是否消除',
      '是否已消除',
    ),
    clearedMonth: optional(month, ...spellings('[消除监测|风险消除|消除|消除风险|退出监测][时间|日期|年月|月份]')),
    risk: optional(
      plainTextCell,
      '致贫/返贫风险1',
      '致贫/返贫风险',
      '致贫返贫风险1',
      '致贫返贫风险',
      '返贫致贫风险1',
      '返贫致贫风险',
      '返贫风险',
      '主要返贫风险',
      '风险类型',
      '主要风险',
      '致贫原因1',
      '致贫原因',
      '主要致贫原因',
    ),
    noLabourHousehold: optional(yesNo, '整户无劳动能力兜底保障户'),
  },
  defaults: [
    { when: /风险未消除|未消除/, column: 'riskCleared', text: '未消除' },
    { when: /风险已消除|已消除/, column: 'riskCleared', text: '已消除' },
  ],
})
