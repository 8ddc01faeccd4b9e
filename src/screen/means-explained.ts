import type { ExtraList } from '../domain/extra-lists.js'
import type { PersonRecord } from '../ingest/source.js'
import { field } from './standing.js'

// What the row itself says of why it is no property (domain C12). A kind of explanation is the id of its exception.
const explanations = {
  'disability-vehicle': { list: 'vehicles', words: /残疾人?(代步|专用|机动)|代步车|轮椅车/ },
  'farm-vehicle': { list: 'vehicles', words: /农用|拖拉机|三轮|收割|低速(货|载)/ },
  'scrapped-vehicle': { list: 'vehicles', words: /报废|注销|灭失|过户|转出/ },
  'nominal-owner': { list: 'businesses', words: /挂名|冒名|冒用|未实缴/ },
  'held-for-workshop': { list: 'businesses', words: /扶贫车间|代持|合作社/ },
  'business-closed': { list: 'businesses', words: /注销|吊销|停业/ },
  'rebuilt-house': { list: 'real-estate', words: /危房改造|危改|易地搬迁|拆迁安置|灭失/ },
  'village-cadre-pay': { list: 'public-salary', words: /误工|村干部|村组干部|公益性?岗位/ },
  'borrowed-name': { list: 'savings', words: /借名|代存|贷款/ },
} as const satisfies Record<string, { readonly list: ExtraList; readonly words: RegExp }>

/** Why a row of a list is no property of its owner's. */
export type Explanation = keyof typeof explanations

/** The list that an explanation speaks of. */
export function listOf(explanation: Explanation): ExtraList {
  return explanations[explanation].list
}

/** The explanation that the row writes of itself, or null. */
export function explanationOf(record: PersonRecord): Explanation | null {
  const text = textOf(record)
  const fits = ([, { list, words }]: (typeof entries)[number]) => record.system === list && words.test(text)
  return entries.find(fits)?.[0] ?? null
}

/** What the office wrote beside name and id; '' where it wrote nothing. */
export function textOf(record: PersonRecord): string {
  const written = [field(record, 'object'), field(record, 'sort'), field(record, 'state'), field(record, 'remark')]
  return written.filter((text) => text !== null).join(' ')
}

const entries = Object.entries(explanations) as [Explanation, (typeof explanations)[Explanation]][]
