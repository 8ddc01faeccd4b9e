import type { SheetRow } from '../src/ingest/formats/workbook.js'
import type { HeadedSheet } from './columns-sheet.js'

/** One column spoilt in one way. */
export interface Damage {
  readonly name: string
  readonly field: string
  readonly heading: string
  readonly rows: readonly SheetRow[]
}

/** What becomes of a column's cells from top to bottom; null where the damage does not fit the column. */
type Spoiling = (texts: readonly string[], field: string) => readonly string[] | null

const isAmount = (field: string) => field.endsWith('Fen')
const isTime = (field: string) => /Month$|On$|birthDate|graceStart|validUntil/.test(field)

/** Where offices swap two neighbours under their headings. */
const neighbours: readonly (readonly [string, string])[] = [
  ['name', 'headName'],
  ['idNumber', 'headIdNumber'],
  ['headName', 'memberNames'],
  ['headIdNumber', 'memberIdNumbers'],
  ['headName', 'headIdNumber'],
  ['name', 'idNumber'],
  ['idNumber', 'certificate'],
  ['idNumber', 'formerIdNumber'],
  ['startMonth', 'graceStart'],
  ['stopMonth', 'graceStart'],
  ['amountFen', 'householdSize'],
  ['amountFen', 'categoricalFen'],
  ['householdSize', 'insuredSize'],
  ['yearlyIncomeFen', 'incomePerCapitaFen'],
  ['basicFen', 'nursingFen'],
  ['township', 'village'],
  ['category', 'level'],
  ['claimedAllowance', 'claimedDestitute'],
  ['issuedOn', 'cancelledOn'],
  ['identifiedMonth', 'clearedMonth'],
  ['health', 'labour'],
  ['startMonth', 'dataMonth'],
]

/** All damages of a sheet's columns; `earlier` is last month's sheet, `month` the month being worked on. */
export function damagesOf(sheet: HeadedSheet, earlier: HeadedSheet | null, month: string): Damage[] {
  const found: Damage[] = []
  for (const [field, { heading, index }] of sheet.columns) {
    const texts = columnOf(sheet, index)
    const pasted = earlier?.columns.get(field)
    const pastedTexts = earlier && pasted ? columnOf(earlier, pasted.index) : null
    const all: Readonly<Record<string, Spoiling>> = {
      ...spoilings,
      'last month': () => pastedTexts && texts.map((_, i) => pastedTexts[i] ?? ''),
      today: () => (isTime(field) ? texts.map(() => `${month}-15`) : null),
    }
    for (const [name, spoiling] of Object.entries(all)) {
      const spoilt = spoiling(texts, field)
      if (spoilt === null || spoilt.every((text, i) => text === texts[i])) continue
      found.push({ name, field, heading, rows: withColumns(sheet, [[index, spoilt]]) })
    }
  }
  for (const [left, right] of neighbours) {
    const [one, other] = [sheet.columns.get(left), sheet.columns.get(right)]
    if (!one || !other || one.index === other.index) continue
    const swapped: [number, readonly string[]][] = [
      [one.index, columnOf(sheet, other.index)],
      [other.index, columnOf(sheet, one.index)],
    ]
    const [field, heading] = [`${left}/${right}`, `${one.heading}/${other.heading}`]
    found.push({ name: 'swapped', field, heading, rows: withColumns(sheet, swapped) })
  }
  return found
}

const spoilings: Readonly<Record<string, Spoiling>> = {
  constant: (texts) => {
    const first = texts.find((text) => text !== '') ?? ''
    return texts.map(() => first)
  },
  sorted: (texts) => [...texts].sort(),
  shifted: (texts) => texts.map((text, i) => (i * 3 < texts.length ? text : (texts[i - 1] ?? ''))),
  emptied: (texts) => texts.map(() => ''),
  'in cents': scaled(100),
  'in 万元': scaled(1 / 10_000),
  'by months': scaled(12),
  scientific: longNumbers((text) => Number(text).toExponential(5).replace('e', 'E')),
  'cut to 15': longNumbers((text) => (text.length > 15 ? text.slice(0, 15) + '0'.repeat(text.length - 15) : text)),
  'lost two': longNumbers((text) => text.slice(0, -2)),
}

function scaled(factor: number): Spoiling {
  return (texts, field) =>
    isAmount(field)
      ? texts.map((text) => (/^[\d.]+$/.test(text) ? String(Math.round(Number(text) * factor * 1e6) / 1e6) : text))
      : null
}

function longNumbers(spoil: (text: string) => string): Spoiling {
  return (texts) => {
    const spoilt = texts.map((text) => (/^\d{9,}[\dXx]?[\dXx]?$/.test(text) ? spoil(text.replace(/x/i, '0')) : text))
    return spoilt.filter((text, i) => text !== texts[i]).length * 2 < texts.filter(Boolean).length ? null : spoilt
  }
}

function columnOf({ rows, above }: HeadedSheet, index: number): readonly string[] {
  return rows.slice(above).map(({ texts }) => texts[index] ?? '')
}

function withColumns(
  { rows, above }: HeadedSheet,
  columns: readonly (readonly [number, readonly string[]])[],
): readonly SheetRow[] {
  return rows.map((row, at) => {
    if (at < above) return row
    const [texts, kinds] = [[...row.texts], [...row.kinds]]
    for (const [index, spoilt] of columns) {
      while (texts.length <= index) {
        texts.push('')
        kinds.push('empty')
      }
      const text = spoilt[at - above] ?? ''
      texts[index] = text
      kinds[index] = text === '' ? 'empty' : 'text'
    }
    return { ...row, texts, kinds }
  })
}
