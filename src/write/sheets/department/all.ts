import type { Sheet } from '../../sheet.js'
import corrections, { type DepartmentView } from './corrections.js'

/** Every sheet of a department's book, alphabetical. A test compares the list with this folder. */
export const departmentSheets: readonly Sheet<DepartmentView>[] = [corrections]
