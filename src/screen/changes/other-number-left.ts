import { defineChange, noted } from '../change.js'
import { underOtherNumber } from '../other-number.js'

/** 另号在册: someone who may be the same person stands in the programme under another number since this month. */
export default defineChange({
  id: 'other-number-left',
  title: '另号在册',
  turn: 'left',
  nature: 'identity',
  precedence: 3,
  test: (turn, context) =>
    underOtherNumber(turn, context, 'joined') ? noted('本月以另一号码在册，疑为号码更正，见“号码待核”') : null,
})
