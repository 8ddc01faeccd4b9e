import type { PersonRecord } from '../../../ingest/source.js'
import { recordsWith, rosterTitles } from '../../damage.js'
import { certificateRegraded } from '../../exceptions/beyond-rosters.js'
import { defineRule } from '../../rule.js'
import { evidence, field } from '../../standing.js'

export default defineRule({
  id: 'P11',
  title: '残疾证号与类别、等级列不符',
  on: false,
  kind: '数据',
  severity: 'low',
  unit: 'person',
  basis: [],
  action: '核对残疾人证，更正证号或类别、等级列。',
  exceptions: [certificateRegraded],
  messages: { differs: '{rosters}：证号表示{coded}，表内填{written}。' },
  check(person) {
    const rows = recordsWith(person, (record) => differs(record))
    const [first] = rows
    if (!first) return null
    return {
      message: 'differs',
      facts: { rosters: rosterTitles(rows), coded: codedWords(first), written: writtenWords(first) },
      evidence: rows.map((row) => evidence(row, `证号表示${codedWords(row)}，表内填${writtenWords(row)}`)),
    }
  },
})

const categories = ['', '视力', '听力', '言语', '肢体', '智力', '精神', '多重']

function differs(record: PersonRecord): boolean {
  const certificate = field(record, 'certificate')
  if (certificate === null) return false
  const [category, level] = [field(record, 'category'), field(record, 'level')]
  const otherCategory = category !== null && category !== categories[certificate.category]
  return otherCategory || (level !== null && level !== String(certificate.level))
}

function codedWords(record: PersonRecord): string {
  const certificate = field(record, 'certificate')
  return certificate === null ? '' : `${categories[certificate.category]}${levelWords(String(certificate.level))}`
}

function writtenWords(record: PersonRecord): string {
  return `${field(record, 'category') ?? ''}${levelWords(field(record, 'level'))}`
}

function levelWords(level: string | null): string {
  if (level === null) return ''
  const word = '一二三四'[Number(level) - 1]
  return word === undefined ? level : `${word}级`
}
