import { disabilitySubsidies } from '../../domain/programme.js'
import { certificateOf } from '../certificate.js'
import { defineChange, noted } from '../change.js'

/** 证件失效: the subsidy ended with the certificate. */
export default defineChange({
  id: 'certificate-lapsed',
  title: '证件失效',
  turn: 'left',
  precedence: 7,
  programmes: disabilitySubsidies,
  test({ person }, { month }) {
    const certificate = certificateOf(person, month)
    return certificate && certificate.state !== '有效' ? noted(`残疾人证${certificate.state}`) : null
  },
})
