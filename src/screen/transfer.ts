import { coverage, nearSupport, type Programme } from '../domain/programme.js'

/** Programmes between which people go over, without being lost or new: basic support, children's protection, 低保边缘 and 刚性支出困难家庭. */
export const transferFamily: readonly Programme[] = [...coverage, ...nearSupport]
