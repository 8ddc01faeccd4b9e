import { parse } from 'csv-parse/sync'
import { questionNumber, type Subjects } from '../match/question-key.js'
import type { FindQuestion } from '../track/answers/identity-row.js'
import { parsePublished, publishedMonths, publishedText } from './published-months.js'

/**
 * Looks identity questions up by number in the data/identity.csv of the published months, newest first: for returned sheets whose hidden key column
 * was lost. The files are read when the first question is asked; one that is no CSV throws ToolError `published-damaged`.
 */
export function publishedQuestions(out: string): FindQuestion {
  let known: Promise<ReadonlyMap<string, Subjects>> | null = null
  return async (number) => {
    known ??= readAll(out)
    return (await known).get(number) ?? null
  }
}

async function readAll(out: string): Promise<ReadonlyMap<string, Subjects>> {
  const found = new Map<string, Subjects>()
  for (const month of await publishedMonths(out)) {
    const text = await publishedText(out, month, 'data/identity.csv')
    const rows = parsePublished(text ?? '', month, 'data/identity.csv', (csv) =>
      parse<Record<string, string>>(csv, { bom: true, columns: true }),
    )
    for (const { left_subject: left, right_subject: right } of rows) {
      if (!left) continue
      const subjects: Subjects = [left, right || null]
      const number = questionNumber({ subjects })
      if (!found.has(number)) found.set(number, subjects)
    }
  }
  return found
}
