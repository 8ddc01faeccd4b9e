import type { Sheet } from '../../sheet.js'
import type { View } from '../../view.js'
import forms from './forms.js'
import households from './households.js'

/** Every sheet of a township's book of survey forms, alphabetical; `position` gives their places. A test compares the list with this folder. */
export const surveySheets: readonly Sheet<View>[] = [forms, households]
