import { coverage, type Programme } from '../domain/programme.js'

/** Programmes between which people go over, without being lost or new: basic support, children's protection, 低保边缘. */
export const transferFamily: readonly Programme[] = [...coverage, 'marginal']
