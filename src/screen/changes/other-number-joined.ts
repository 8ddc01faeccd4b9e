import { defineChange, noted } from '../change.js'
import { underOtherNumber } from '../other-number.js'

/** 另号列入: someone who may be the same person left the programme under another number. Matching could not say so; a person has to. */
export default defineChange({
  id: 'other-number-joined',
  title: '另号列入',
  turn: 'joined',
  nature: 'identity',
  precedence: 1,
  test: (turn, context) =>
    underOtherNumber(turn, context, 'left') ? noted('上月以另一号码在册，疑为号码更正，见“号码待核”') : null,
})
