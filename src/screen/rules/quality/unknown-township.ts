import { isExtraList } from '../../../domain/extra-lists.js'
import { eventLists } from '../../../domain/programme.js'
import type { PersonRecord } from '../../../ingest/source.js'
import { recordsWith, rosterTitles } from '../../damage.js'
import { defineRule } from '../../rule.js'
import { evidence, field } from '../../standing.js'

export default defineRule({
  id: 'D13',
  title: '无法归到乡镇',
  kind: '数据',
  severity: 'medium',
  unit: 'person',
  basis: [],
  action: '在 towns.csv 增加该乡镇、村或别名；确非本县人员的注明。',
  messages: { unknown: '{rosters}中的乡镇、村不在 towns.csv 内，列入“待归属”。' },
  check(person) {
    if (person.place.township !== null) return null
    const records = recordsWith(person, isOfTheCounty)
    if (records.length === 0) return null
    return {
      message: 'unknown',
      facts: { rosters: rosterTitles(records) },
      evidence: records.map((record) => evidence(record, placeWords(record))),
    }
  },
})

// Cremation, departure and other offices' lists are full of people of other counties.
function isOfTheCounty({ system }: PersonRecord): boolean {
  return !(eventLists as readonly string[]).includes(system) && !isExtraList(system)
}

function placeWords(record: PersonRecord): string {
  const texts = [field(record, 'township'), field(record, 'village')].filter((text) => text !== null)
  return texts.length === 0 ? '乡镇和村均未填' : `填写为“${texts.join(' ')}”`
}
