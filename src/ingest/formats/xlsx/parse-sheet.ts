import { RowBuilder } from '../row-builder.js'
import { UnreadableFile } from '../unreadable-file.js'
import type { Merge, ReadLimits, SheetRow } from '../workbook.js'
import { decodedXml, type XmlHandler, xmlParser } from '../xml.js'
import { columnOf, isRowNumber, type SheetContext, setCell } from './cell-value.js'
import { isTrue } from './parts.js'
import { addColumns, addMerge, type SheetPass } from './scan-sheet.js'
import { decodeEscapes } from './xml-text.js'

/** The slow reader: an XML parser that reads every well-formed sheet. Gives the same rows as `scanSheet` wherever both can read. */
export async function* parseSheet(
  pieces: AsyncIterable<Buffer>,
  context: SheetContext,
  limits: ReadLimits,
  pass: SheetPass,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = []
  const merges: Merge[] = []
  const parser = xmlParser(sheetHandler(context, limits, pass, merges, (row) => rows.push(row)))
  for await (const text of decodedXml(pieces)) {
    parser.write(text)
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
  parser.end()
  if (rows.length > 0) yield rows
  pass.merges = merges
}

function sheetHandler(
  context: SheetContext,
  limits: ReadLimits,
  pass: SheetPass,
  merges: Merge[],
  emit: (row: SheetRow) => void,
): XmlHandler {
  const row = new RowBuilder(limits)
  const hiddenColumns: number[] = []
  let rowNumber = 0
  let column = 0
  let cell = { type: '', style: 0, formula: false, valued: false }
  let value = ''
  let collecting: 'v' | 't' | null = null
  let inline = false
  let phonetic = 0
  return {
    open(name, attributes) {
      if (name === 'row') {
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r)
        if (!isRowNumber(rowNumber)) throw new UnreadableFile('file-corrupt', { part: `行号 ${attributes.r}` })
        column = 0
        row.start(rowNumber, isTrue(attributes.hidden))
      } else if (name === 'c') {
        column = (attributes.r === undefined ? 0 : columnOf(attributes.r)) || column + 1
        cell = { type: attributes.t ?? '', style: Number(attributes.s ?? 0), formula: false, valued: false }
      } else if (name === 'v' || (name === 't' && inline && phonetic === 0)) {
        collecting = name
        if (name === 'v') value = ''
      } else if (name === 'is') {
        inline = true
        value = ''
      } else if (name === 'rPh') phonetic += 1
      else if (name === 'f') cell.formula = true
      else if (name === 'col' && isTrue(attributes.hidden))
        addColumns(hiddenColumns, attributes.min ?? '', attributes.max ?? '')
      else if (name === 'mergeCell') addMerge(merges, attributes.ref ?? '')
      else if (name === 'sheetData') pass.hiddenColumns = hiddenColumns
    },
    text(text) {
      if (collecting !== null) value += text
    },
    close(name) {
      if (name === collecting) collecting = null
      if (name === 'rPh') phonetic -= 1
      else if (name === 'v') {
        cell.valued ||= value !== ''
        setCell(row, column, cell.type, cell.style, decodeEscapes(value), context)
      } else if (name === 'is') {
        inline = false
        row.set(column, decodeEscapes(value), 'text')
      } else if (name === 'c' && cell.formula && !cell.valued) context.formulasWithoutValue += 1
      else if (name === 'row') {
        const finished = row.finish()
        if (finished) emit(finished)
      }
    },
  }
}
