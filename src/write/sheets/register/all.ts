import type { Sheet } from '../../sheet.js'
import type { View } from '../../view.js'
import persons from './persons.js'

/** Every sheet of the merged register's book, alphabetical. A test compares the list with this folder. */
export const registerSheets: readonly Sheet<View>[] = [persons]
