import { bodySize } from './layout.js'
import type { CellValue, ColumnStyle, Emphasis } from './sheet.js'

// 宋体 stands on every Windows and WPS machine; the official 小标宋 does not.
const family = '宋体'
const thin = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const
const border = { top: thin, left: thin, bottom: thin, right: thin } as const
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const

/** Fonts of a rich-text cell: plain and marked stretches. */
export const segmentFonts = {
  plain: { name: family, size: bodySize },
  marked: { name: family, size: bodySize, bold: true, color: { argb: 'FFC00000' } },
} as const

/** Styles of the fixed rows. Built once: the writer finds a style again by its object. */
export const fixedStyles = {
  title: { font: { name: family, size: 20, bold: true }, alignment: { horizontal: 'center', vertical: 'middle' } },
  info: { font: { name: family, size: 11 }, alignment: { vertical: 'middle' } },
  infoMiddle: { font: { name: family, size: 11 }, alignment: { horizontal: 'center', vertical: 'middle' } },
  infoAnswer: {
    font: { name: family, size: 11 },
    alignment: { horizontal: 'right', vertical: 'middle' },
    protection: { locked: false },
  },
  heading: {
    font: { name: family, size: bodySize, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    fill: fill('FFE7ECF3'),
    border,
  },
  answerHeading: {
    font: { name: family, size: bodySize, bold: true },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    fill: fill('FFFFE699'),
    border,
  },
  signature: { font: { name: family, size: 11 }, alignment: { vertical: 'middle' }, protection: { locked: false } },
  nothing: {
    font: { name: family, size: 12 },
    alignment: { horizontal: 'center', vertical: 'middle' },
    border,
  },
  remark: {
    font: { name: family, size: bodySize },
    alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
    border,
  },
  key: { font: { name: family, size: 8 }, numFmt: '@' },
} as const

/** Styles of a printed form, by kind of cell. */
export const formStyles = {
  title: { font: { name: family, size: 18, bold: true }, alignment: { horizontal: 'center', vertical: 'middle' } },
  info: { font: { name: family, size: bodySize }, alignment: { vertical: 'middle', wrapText: true } },
  section: {
    font: { name: family, size: bodySize, bold: true },
    alignment: { horizontal: 'left', vertical: 'middle' },
    fill: fill('FFE7ECF3'),
    border,
  },
  label: {
    font: { name: family, size: bodySize },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    border,
    numFmt: '@',
  },
  value: {
    font: { name: family, size: bodySize },
    alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
    border,
    numFmt: '@',
  },
  blank: {
    font: { name: family, size: bodySize },
    alignment: { vertical: 'top', wrapText: true },
    border,
    numFmt: '@',
  },
} as const

const alignments = {
  text: { horizontal: 'left', vertical: 'middle', wrapText: true },
  centre: { horizontal: 'center', vertical: 'middle', wrapText: true },
  id: { horizontal: 'center', vertical: 'middle', wrapText: true },
  ordinal: { horizontal: 'center', vertical: 'middle' },
  number: { horizontal: 'right', vertical: 'middle' },
  amount: { horizontal: 'right', vertical: 'middle' },
} as const satisfies Record<ColumnStyle, object>
// General would turn a long retyped id into a number; text cells stay text.
const formats = { text: '@', centre: '@', id: '@', ordinal: '0', number: '#,##0', amount: '#,##0.00' } as const

function ofColumn(column: ColumnStyle, more: object): object {
  return { font: segmentFonts.plain, alignment: alignments[column], numFmt: formats[column], border, ...more }
}

function eachColumnStyle(more: object): Readonly<Record<ColumnStyle, object>> {
  const style = (column: ColumnStyle) => ofColumn(column, more)
  return {
    text: style('text'),
    centre: style('centre'),
    id: style('id'),
    ordinal: style('ordinal'),
    number: style('number'),
    amount: style('amount'),
  }
}

/**
 * The style of a cell below the headings. Sums of yuan stand among counts in the tables of figures; there too the fen are shown, as the report in
 * words has them.
 */
export function bodyStyle(kind: keyof typeof bodyStyles, column: ColumnStyle, value: CellValue): object {
  const holdsFen = column === 'number' && typeof value === 'number' && !Number.isInteger(value)
  return bodyStyles[kind][holdsFen ? 'amount' : column]
}

// Locked body, unlocked and tinted answers, and the three kinds of rows that stand out.
const bodyStyles = {
  body: eachColumnStyle({}),
  answer: eachColumnStyle({ fill: fill('FFFFF9E5'), protection: { locked: false } }),
  heading: eachColumnStyle({ font: { name: family, size: 12, bold: true }, fill: fill('FFE7ECF3') }),
  note: eachColumnStyle({}),
  total: eachColumnStyle({ font: { name: family, size: bodySize, bold: true }, fill: fill('FFF2F2F2') }),
} as const satisfies Record<Emphasis | 'body' | 'answer', Readonly<Record<ColumnStyle, object>>>
