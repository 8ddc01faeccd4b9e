import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { UnreadableFile } from './unreadable-file.js'

/** The attributes of an element, by name without prefix. */
export type XmlAttributes = Readonly<Record<string, string>>

/** What a reader of XML wants to hear. Names come without their prefix; text comes with entities decoded and CDATA as text. */
export interface XmlHandler {
  open?(name: string, attributes: XmlAttributes): void
  text?(text: string): void
  close?(name: string): void
}

const maxDepth = 512

// Of HTML: programs that write XML by hand from web pages use them, and office programs let them pass.
const htmlEntities: Readonly<Record<string, string>> = {
  nbsp: '\u00A0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200C',
  zwj: '\u200D',
  middot: '·',
  bull: '•',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  sup2: '²',
  yen: '¥',
  sect: '§',
  copy: '©',
  reg: '®',
}

/**
 * A strict streaming XML parser: feed it decoded text, then `end()`. Throws on text that is not well-formed and on any document type
 * declaration (no entity of a file is ever expanded). The usual entities of HTML are known beside the five of XML.
 */
export function xmlParser(handler: XmlHandler): { write(text: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false, position: false })
  Object.assign(parser.ENTITIES, htmlEntities)
  let depth = 0
  let first = true
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new UnreadableFile('file-unsafe', { what: 'DTD 声明' })
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > maxDepth) throw new UnreadableFile('file-unsafe', { what: '过深的嵌套' })
    handler.open?.(localName(tag.name), localAttributes(tag))
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handler.close?.(localName(tag.name))
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  return {
    write(text) {
      // Blanks before the declaration are not well-formed, but Excel reads such files.
      const start: string = first ? text.replace(/^[\uFEFF\s]+/, '') : text
      if (start === '') return
      first = false
      parser.write(start)
    },
    end: () => void parser.close(),
  }
}

/** Parses a whole small part. Throws as `xmlParser` does. */
export function readXml(bytes: Buffer, handler: XmlHandler): void {
  const parser = xmlParser(handler)
  parser.write(new TextDecoder(xmlEncoding(bytes)).decode(bytes))
  parser.end()
}

/** Decodes pieces of an XML part by byte-order mark, zero bytes or declaration; UTF-8 when nothing says otherwise. */
export async function* decodedXml(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(xmlEncoding(piece))
    yield decoder.decode(piece, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

/** The encoding of an XML part from its first bytes. */
export function xmlEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be'
  const declared = /^[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/
    .exec(head.toString('latin1', 0, 256))?.[1]
    ?.toLowerCase()
  if (!declared || declared.startsWith('utf')) return 'utf-8'
  if (['gbk', 'gb2312', 'gb18030', 'x-gbk'].includes(declared)) return 'gb18030'
  try {
    return new TextDecoder(declared).encoding
  } catch {
    // An unknown name: such parts are UTF-8 in practice, and a wrong guess fails as not well-formed.
    return 'utf-8'
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function localAttributes(tag: SaxesTagPlain): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const name in tag.attributes) {
    if (!name.startsWith('xmlns')) attributes[localName(name)] = tag.attributes[name] as string
  }
  return attributes
}
