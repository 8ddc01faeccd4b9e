import { yesNo } from '../../domain/cell.js'
import { idNumber } from '../../domain/id-number.js'
import { day, lastDay } from '../../domain/month.js'
import { personName } from '../../domain/person-name.js'
import * as words from '../../domain/vocabulary.js'
import { disability, identity, idOrCertificate, optional, person } from '../columns.js'
import { place } from '../household-columns.js'
import { defineSource } from '../source.js'

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
    status: optional(words.certificateStatus, '证状态', '证件状态', '残疾证状态', '状态', '冻结标记'),
    issuedOn: optional(day, '发证日期', '发证时间', '首次发证日期', '首次发证时间', '初次申领日期', '评残日期'),
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
    ),
    cancelledOn: optional(day, '注销时间', '注销日期'),
    formerIdNumber: optional(idNumber, '旧身份证号', '原身份证号'),
    formerName: optional(personName, '旧姓名', '曾用名'),
    rareName: optional(personName, '生僻字姓名'),
  },
})
