"""Edits check sheets as an office does, with LibreOffice: takes the protection off, sorts the rows, moves the first answer column to
the front, puts an empty row and an empty column in, takes the line ends out of the headings, and saves in another format.

Run by bench/returned.ts: python3 edit.py PORT FORMAT OUTDIR FILE...
"""
import os
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellAddress, CellRangeAddress, TableSortField

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}
HEADING = 2


def value(name, content):
    one = PropertyValue()
    one.Name, one.Value = name, content
    return one


def connect(port):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("no LibreOffice")


def edit(sheet):
    sheet.unprotect("")
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last_row, last_column = cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn
    first = HEADING + 1
    while last_row >= first and not sheet.getCellByPosition(last_column, last_row).String:
        last_row -= 1
    if last_row < first:
        return
    block = sheet.getCellRangeByPosition(0, first, last_column, last_row)
    field = TableSortField()
    field.Field, field.IsAscending = 5, False
    block.sort((value("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))), value("ContainsHeader", False)))
    for column in range(last_column + 1):
        cell = sheet.getCellByPosition(column, HEADING)
        cell.String = cell.String.replace("\n", "")
    headings = [sheet.getCellByPosition(column, HEADING).String for column in range(last_column + 1)]
    at = headings.index("核查结论") if "核查结论" in headings else headings.index("是否同一人")
    for row in (0, 1):
        sheet.getCellRangeByPosition(0, row, last_column, row).merge(False)
    sheet.getCellRangeByPosition(0, last_row + 1, last_column, last_row + 4).merge(False)
    sheet.Columns.insertByIndex(0, 2)
    index = sheet.RangeAddress.Sheet
    source = CellRangeAddress(index, at + 2, HEADING, at + 2, last_row)
    sheet.moveRange(CellAddress(index, 0, HEADING), source)
    sheet.Rows.insertByIndex(first + 1, 1)


def main():
    port, form, out, *files = sys.argv[1:]
    desktop = connect(port)
    for path in files:
        url = uno.systemPathToFileUrl(os.path.abspath(path))
        document = desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))
        sheets = document.Sheets
        for number in range(sheets.Count):
            sheet = sheets.getByIndex(number)
            texts = [sheet.getCellByPosition(column, HEADING).String for column in range(30)]
            if "核查结论" in texts or any(text.replace("\n", "") == "是否同一人" for text in texts):
                edit(sheet)
        name = os.path.splitext(os.path.basename(path))[0] + "改." + form
        target = uno.systemPathToFileUrl(os.path.join(os.path.abspath(out), name))
        document.storeToURL(target, (value("FilterName", FILTERS[form]),))
        document.close(True)


main()
