import type { RecordOf } from '../../../../src/ingest/sources/all.js'
import rule from '../../../../src/screen/rules/quality/disability-contradicts.js'
import { person } from '../../county.js'
import { table } from '../../table.js'

const of = (fields: Partial<RecordOf<'rural-allowance-members'>>) => [person({ 'rural-allowance-members': fields })]

table(rule, [
  {
    title: '填否却有等级',
    people: () => of({ disabled: false, level: '2' }),
    expect: 'finding',
    severity: 'low',
    says: '“是否残疾”填否，却有残疾证号或等级',
  },
  { title: '填否，健康状况填残疾', people: () => of({ disabled: false, health: '残疾' }), expect: 'finding' },
  { title: '填是，健康状况填健康', people: () => of({ disabled: true, health: '健康' }), expect: 'finding' },
  { title: '健康却有等级', people: () => of({ health: '健康', level: '1' }), expect: 'finding' },
  { title: '填是，健康状况填残疾', people: () => of({ disabled: true, health: '残疾', level: '1' }), expect: 'clear' },
  { title: '填否，健康状况填非残疾', people: () => of({ disabled: false, health: '非残疾' }), expect: 'clear' },
  { title: '填是，没有健康状况', people: () => of({ disabled: true }), expect: 'clear' },
  {
    title: '健康却有残疾证号',
    people: () => of({ health: '健康', certificate: { idNumber: '', category: 4, level: 2, reissue: null } }),
    expect: 'finding',
    evidence: ['农村低保：健康状况填健康，却有残疾证号或等级'],
  },
  { title: '是否残疾没有填，健康状况填健康', people: () => of({ health: '健康' }), expect: 'clear' },
])
