import * as words from '../../domain/vocabulary.js'
import { disability, identity, optional, person } from '../columns.js'
import { householdOf, place } from '../household-columns.js'
import { poverty } from '../poverty-columns.js'
import { defineSource } from '../source.js'

/** 脱贫户(建档立卡)信息, one row per member; two files by policy state are one roster (domain B.4). */
export default defineSource({
  id: 'registered-poor',
  department: '乡村振兴',
  title: '脱贫户(建档立卡)人员信息',
  feeds: ['registered-poor'],
  told: { by: /脱贫户|贫困户|建档立卡|脱贫人口|脱贫属性/, never: /监测对象信息|监测对象名单/ },
  columns: {
    ...identity,
    ...person,
    ...place,
    ...householdOf,
    ...poverty,
    certificate: disability.certificate,
    povertyState: optional(
      words.povertyState,
      '脱贫属性',
      '脱贫标志',
      '脱贫状态',
      '贫困户属性',
      '户类型',
      '户属性',
      '贫困户类型',
      '贫困户类别',
      '脱贫户类型',
      '脱贫情况',
    ),
  },
  // 户类型 says 脱贫户 of both files.
  defaults: [
    { when: /不(再)?享受政策/, column: 'povertyState', text: '不享受政策', over: ['已脱贫', null] },
    { when: /继续享受政策/, column: 'povertyState', text: '继续享受政策', over: ['已脱贫', null] },
  ],
  // Exports of all rural households have the others too (domain B.4.1, B.4.4).
  enrols: ({ povertyState }) => (povertyState === '一般农户' ? [] : ['registered-poor']),
})
