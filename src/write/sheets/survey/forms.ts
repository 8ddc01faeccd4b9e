import type { Form, Sheet } from '../../sheet.js'
import { printedForms, surveyHouseholds } from '../../survey-household.js'
import { surveyPage, surveyWidths } from '../../survey-page.js'
import type { View } from '../../view.js'

/** 入户调查表: a page a household, and a blank one to copy. */
const forms: Sheet<View> = {
  id: 'forms',
  position: 2,
  name: '入户调查表',
  table(view): Form {
    const households = surveyHouseholds(view)
    const pages = households.slice(0, printedForms).map((household) => surveyPage(household, view))
    return { name: '入户调查表', layout: 'form', widths: surveyWidths, pages: [...pages, surveyPage(null, view)] }
  },
}

export default forms
