import { type Cell, type CellReader, yesNo } from '../../domain/cell.js'
import { amountFen } from '../../domain/money.js'
import { subsidyKind } from '../../domain/vocabulary.js'
import { optional } from '../columns.js'
import { defineSource } from '../source.js'
import { spellings } from '../spellings.js'
import { subsidyRecipients } from '../subsidy-columns.js'

const livingHeaders = [
  '生活补贴(金额)',
  '生活补贴金额',
  '困难残疾人生活补贴金额',
  '生活补贴标准',
  '困难残疾人生活补贴标准',
  '生活补贴',
  '困难残疾人生活补贴',
  '困难生活补贴',
  ...spellings('[生活补贴|困难补贴|困残补贴|困难残疾人补贴|困难残疾人生活补贴|生活补助][发放金额|金额|标准|金|]'),
]
const careHeaders = [
  '护理补贴(金额)',
  '护理补贴金额',
  '重度残疾人护理补贴金额',
  '护理补贴标准',
  '重度残疾人护理补贴标准',
  '护理补贴',
  '重度残疾人护理补贴',
  '重度护理补贴',
  ...spellings(
    '[护理补贴|重度补贴|重残补贴|重残护理补贴|重度残疾人补贴|重度残疾人护理补贴|护理补助][发放金额|金额|标准|金|]',
  ),
]

// Some offices tick the subsidy (√, 是, 享受) where others write its amount. A 1 is one yuan as well as a tick.
const marked = (cell: Cell) => (/\d/.test(cell.text) ? null : yesNo(cell).value)
const amountUnlessMark: CellReader<number> = (cell) => (marked(cell) === null ? amountFen(cell) : { value: null })
const pays: CellReader<boolean> = (cell) => {
  const { value } = amountFen(cell)
  return { value: value === null ? marked(cell) : value > 0 }
}

/** 残疾人两项补贴 in one list: a 补贴类型 column, or one amount column for each, at times only ticked (domain B.3.4, B.3.9). */
export default defineSource({
  id: 'both-subsidies',
  department: '民政',
  title: '残疾人两项补贴发放名册',
  feeds: ['living-subsidy', 'care-subsidy'],
  payments: true,
  told: { by: /两项补贴|两补|生活补贴[\s\S]*护理补贴|护理补贴[\s\S]*生活补贴/, never: /停保|减员|减少|停发|退出/ },
  // Without one of them nobody could say which subsidy a row pays, and everybody would seem to go without.
  oneOf: ['subsidyKind', 'livingFen', 'careFen'],
  columns: {
    ...subsidyRecipients,
    subsidyKind: optional(
      subsidyKind,
      '补贴类型',
      '补贴类别',
      '补贴种类',
      ...spellings('[享受|申请|发放|残疾人|享受残疾人]补贴[类型|类别|种类|项目|名称]', '补贴[项目|名称]'),
    ),
    subsidyFen: optional(amountFen, '补贴金额', '发放金额', '实发金额'),
    livingFen: optional(amountUnlessMark, ...livingHeaders),
    careFen: optional(amountUnlessMark, ...careHeaders),
    paysLiving: optional(pays, ...livingHeaders),
    paysCare: optional(pays, ...careHeaders),
  },
  enrols: ({ subsidyKind, livingFen, careFen, paysLiving, paysCare }) => {
    const both = subsidyKind === '两项补贴'
    const living = both || subsidyKind === '生活补贴' || (livingFen === null ? paysLiving === true : livingFen > 0)
    const care = both || subsidyKind === '护理补贴' || (careFen === null ? paysCare === true : careFen > 0)
    return [...(living ? (['living-subsidy'] as const) : []), ...(care ? (['care-subsidy'] as const) : [])]
  },
})
