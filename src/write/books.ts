import { departments } from '../domain/issue.js'
import { correctionsOf } from './corrections.js'
import { protectedBook } from './protected-book.js'
import { type Sheet, tablesOf } from './sheet.js'
import { countySheets } from './sheets/county/all.js'
import { departmentSheets } from './sheets/department/all.js'
import { departmentTitles } from './sheets/department/corrections.js'
import { monthlySheets } from './sheets/monthly/all.js'
import { registerSheets } from './sheets/register/all.js'
import { surveySheets } from './sheets/survey/all.js'
import { townshipSheets } from './sheets/township/all.js'
import { townshipViews, type View } from './view.js'
import { writeWorkbook } from './workbook.js'

/** A workbook of the month: where it goes below out/<month>/ and how its bytes are made. */
export interface BookFile {
  readonly path: string
  bytes(): Promise<Buffer>
}

/** Every workbook of the month, one made at a time: the townships' in the order of towns.csv, the county's, the departments'. */
export function bookFiles(county: View): BookFile[] {
  return [
    ...townshipBooks(county),
    countyBook(county, '县级总表', countySheets),
    countyBook(county, '台账与报表', monthlySheets),
    countyBook(county, '一人一档', registerSheets),
    ...departmentBooks(county),
  ]
}

// A check sheet comes back and a survey form stays on paper: two books, both only of the township's own people.
function townshipBooks(county: View): BookFile[] {
  return townshipViews(county).flatMap((view, index) => {
    const number = String(index + 1).padStart(2, '0')
    return [
      townshipBook(view, number, '核查表', townshipSheets),
      townshipBook(view, number, '入户调查表', surveySheets),
    ]
  })
}

function townshipBook(view: View, number: string, title: string, sheets: readonly Sheet<View>[]): BookFile {
  const { month, passwordFor } = view.report
  return {
    path: `乡镇/${number}-${safeName(view.unit)}-${title}-${month}.xlsx`,
    bytes: () => protectedBook({ month, unit: view.unit, tables: tablesOf(sheets, view) }, passwordFor(view.unit)),
  }
}

function countyBook(view: View, title: string, sheets: readonly Sheet<View>[]): BookFile {
  const { county, month } = view.report
  return {
    path: `县级/${safeName(county)}-${title}-${month}.xlsx`,
    bytes: () => writeWorkbook({ month, unit: view.unit, tables: tablesOf(sheets, view) }),
  }
}

function departmentBooks({ report }: View): BookFile[] {
  const { month } = report
  const all = correctionsOf(report)
  return departments.map((department) => ({
    path: `部门退改/${department}-退改单-${month}.xlsx`,
    bytes: () => {
      const corrections = all.filter((correction) => correction.department === department)
      const view = { department, mask: report.settings.mask, corrections }
      return writeWorkbook({
        month,
        unit: `${report.county}${departmentTitles[department]}`,
        tables: tablesOf(departmentSheets, view),
      })
    },
  }))
}

/** A name that every file system takes: characters that Windows refuses become `_`. */
export function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').replace(/[. ]+$/, '') || '_'
}
