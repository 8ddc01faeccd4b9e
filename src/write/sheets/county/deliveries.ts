import { sheetTold } from '../../../domain/issue.js'
import { departmentOf, type Programme, programmeNames, programmes } from '../../../domain/programme.js'
import { type Delivery, otherMonthOf } from '../../../ingest/delivery.js'
import type { InputFile, Report } from '../../report.js'
import { type Column, defineSheet } from '../../sheet.js'
import type { View } from '../../view.js'

interface DeliveryRow {
  readonly department: string
  readonly content: string
  readonly file: string
  readonly sheet: string
  readonly format: string
  readonly dataMonth: string
  readonly records: number | null
  readonly sha256: string | null
  readonly remark: string
}

/** 报送情况: what came, what could not be recognised, what is missing. */
export default defineSheet<View, DeliveryRow>({
  id: 'deliveries',
  position: 11,
  name: '报送情况',
  layout: 'table',
  title: ({ report }) => `${report.county}各部门报送情况`,
  columns: (): Column<DeliveryRow>[] => [
    { heading: '部门', width: 5, style: 'centre', value: (row) => row.department },
    { heading: '内容', width: 12, value: (row) => row.content },
    { heading: '文件', width: 22, value: (row) => row.file },
    { heading: '表', width: 8, value: sheetTold },
    { heading: '格式', width: 7, style: 'centre', value: (row) => row.format },
    { heading: '数据月份', width: 5, style: 'centre', value: (row) => row.dataMonth },
    { heading: '记录数', width: 5, style: 'number', value: (row) => row.records },
    { heading: 'SHA-256\n(前 12 位)', width: 8, style: 'id', value: (row) => row.sha256?.slice(0, 12) ?? '' },
    { heading: '说明', width: 28, value: (row) => row.remark },
  ],
  rows: ({ report }) => [...delivered(report), ...unrecognised(report), ...missing(report)],
})

function delivered({ deliveries, month }: Report): DeliveryRow[] {
  return deliveries.map((delivery) => ({
    department: delivery.department,
    content: programmeNames(delivery.programmes),
    file: delivery.file,
    sheet: delivery.sheet,
    format: [delivery.format, delivery.encoding].filter(Boolean).join(' '),
    dataMonth: delivery.dataMonth ?? '',
    records: delivery.records,
    sha256: delivery.sha256,
    remark: monthRemark(delivery, month),
  }))
}

function monthRemark(delivery: Delivery, month: string): string {
  const { dataMonth, rolling, rowsReplaced = 0 } = delivery
  if (dataMonth === null) return rolling ? '' : '文件没有写明数据月份，请核对是否为本月数据。'
  const other = otherMonthOf(delivery, month) === null ? '' : `数据月份不是 ${month}，请核对是否报错了月份。`
  return rowsReplaced === 0 ? other : `以前月份的 ${rowsReplaced} 行以本月的名册为准，没有采用。${other}`
}

function unrecognised({ inputs, deliveries }: Report): DeliveryRow[] {
  const read = new Set(deliveries.map(({ file }) => file))
  return inputs.filter(({ file }) => !read.has(file)).map(unrecognisedRow)
}

function unrecognisedRow({ file, sha256 }: InputFile): DeliveryRow {
  return {
    ...blank,
    file,
    sha256,
    remark: '没有从中读到名册，原因见“数据问题”。',
  }
}

function missing({ deliveries, settings }: Report): DeliveryRow[] {
  const present = new Set(deliveries.flatMap((delivery) => delivery.programmes))
  const all = Object.keys(programmes) as Programme[]
  return all
    .filter((programme) => !present.has(programme))
    .map((programme) => ({
      ...blank,
      department: departmentOf(programme),
      content: programmes[programme],
      remark: settings.notHeld.includes(programme)
        ? '本县没有此项名册（doudi.yaml 已注明）。'
        : '未报送。需要它的规则未判定、靠它查的豁免未能检查，见“规则运行情况”。',
    }))
}

const blank: DeliveryRow = {
  department: '',
  content: '',
  file: '',
  sheet: '',
  format: '',
  dataMonth: '',
  records: null,
  sha256: '',
  remark: '',
}
