import { NotUnderstood } from './not-understood.js'

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Decodes the character data of XML as a parser does: the five entities, character references, and line ends made `\n`.
 * Throws NotUnderstood on any other entity: the XML parser knows a few more.
 */
export function decodeEntities(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));|&/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
      const character = name === undefined ? undefined : named[name]
      if (character === undefined) throw new NotUnderstood(`entity ${whole}`)
      return character
    },
  )
}

/** Decodes `_xHHHH_`, by which OOXML writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
