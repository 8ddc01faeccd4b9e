import { yesNo } from '../../domain/cell.js'
import { idNumber } from '../../domain/id-number.js'
import { day, lastDay } from '../../domain/month.js'
import { personName } from '../../domain/person-name.js'
import * as words from '../../domain/vocabulary.js'
import { disability, identity, idOrCertificate, optional, person } from '../columns.js'
import { place } from '../household-columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'

/** 持证残疾人名单; former ids and names are aliases for matching (domain B.5). */
export default defineSource({
  id: 'disability-certificates',
  department: '残联',
  title: '持证残疾人名单',
  feeds: ['disability-certificate'],
  told: { by: /残疾人名单|持证残疾人|残疾人证|残疾证/, never: /补贴/ },
  columns: {
    ...person,
    ...place,
    name: identity.name,
    idNumber: idOrCertificate,
    certificate: disability.certificate,
    category: disability.category,
    level: { ...disability.level, headers: disability.level.headers },
    status: optional(
      words.certificateStatus,
      ...spellings('[证|证件|残疾证|残疾人证|持证|办证|证件当前|当前][状态|状况]'),
      '状态',
      '冻结标记',
    ),
    issuedOn: optional(
      day,
      '发证日期',
      '发证时间',
      '首次发证日期',
      '首次发证时间',
      '初次申领日期',
      '评残日期',
      ...spellings('[办证|签发|初次发证|换证|领证|残疾证发放|残疾人证发放|证件发放][日期|时间]'),
    ),
    migrating: optional(yesNo, '是否迁移中', '迁移中'),
    validUntil: optional(
      lastDay,
      '有效期至',
      '有效期',
      '有效期限',
      '有效期止',
      '证件有效期',
      '证件有效期至',
      '证件有效期限',
      '有效截止日期',
      '有效期截止日期',
      '到期日期',
      '到期时间',
      ...spellings('[证件|][有效期|有效|][截止|终止|届满|到期|失效][日期|日|时间]', '有效期[截止|终止]'),
    ),
    cancelledOn: optional(day, '注销时间', '注销日期'),
    formerIdNumber: optional(idNumber, '旧身份证号', '原身份证号', '变更前身份证号'),
    formerName: optional(personName, '旧姓名', '曾用名', '原姓名', '变更前姓名'),
    rareName: optional(personName, '生僻字姓名'),
  },
})
