import { programmeNames } from '../../domain/programme.js'
import type { Standard } from '../../domain/standards.js'
import type { Delivery } from '../../ingest/delivery.js'
import { allSources } from '../../ingest/sources/all.js'
import type { ScreeningInput } from '../context.js'
import { screen } from '../screen.js'
import type { Screening } from '../screening.js'
import { compileOwnRule } from './compile.js'
import { examplePeople } from './example-people.js'
import type { Example, OwnRule } from './own-rule.js'

// Of the unused area that the examples' numbers are of.
const invented = { county: '示例县', areaCode: '340199' } as const

/** How one example of an own rule came out. */
export interface ExampleOutcome {
  readonly title: string
  readonly expected: Example['expect']
  readonly got: Example['expect'] | 'withheld'
  /** The explanation of the finding, what excused it, or why it was not judged; '' when clear. Chinese. */
  readonly words: string
}

/** Runs every example of an own rule through the same runner as a month's people. `standards`: the workspace's rows. */
export function runExamples(rule: OwnRule, standards: readonly Standard[]): readonly ExampleOutcome[] {
  const compiled = { ...compileOwnRule(rule), on: true, from: null, until: null }
  return rule.cases.map((example) => {
    const screening = screen(inputOf(rule, example, standards), [compiled])
    return { title: example.title, expected: example.expect, got: fateOf(screening), words: wordsOf(screening) }
  })
}

function inputOf(rule: OwnRule, example: Example, standards: readonly Standard[]): ScreeningInput {
  return {
    ...examplePeople(rule, example),
    deliveries: deliveriesBut(example),
    month: example.month,
    previousMonth: null,
    stops: [],
    standards,
    settings: { ...invented, notHeld: [], lists: [], rules: { on: [], off: [], settings: {} } },
  }
}

function fateOf({ findings, suppressed, withheld, notJudged }: Screening): ExampleOutcome['got'] {
  if (findings.length > 0) return 'finding'
  if (suppressed.length > 0) return 'excused'
  if (withheld.length > 0) return 'withheld'
  return notJudged.length > 0 ? 'not-judged' : 'clear'
}

function wordsOf({ findings, suppressed, notJudged }: Screening): string {
  const [found] = [...findings, ...suppressed]
  if (!found) return notJudged.map(({ reason }) => reason).join('；')
  const answers = found.exceptions.filter(({ state }) => state === 'applies').map(({ title }) => `豁免：${title}`)
  return [found.explanation, ...answers].join(' ')
}

// Every roster arrived, but for those that the example says are missing.
function deliveriesBut({ missing, month }: Example): readonly Delivery[] {
  return allSources
    .filter((source) => !source.feeds.some((programme) => missing.includes(programme)))
    .map((source): Delivery => {
      const { id, department, feeds, rolling } = source
      const none = { rowsRead: 1, rowsUsed: 1, rowsRejected: 0, rowsDuplicate: 0, rowsSkipped: 0 }
      const file = { file: programmeNames(feeds), sheet: '', sha256: '', format: 'xlsx' as const, encoding: null }
      return {
        source: id,
        department,
        programmes: feeds,
        ...file,
        dataMonth: month,
        ...none,
        records: 1,
        byTownship: {},
        rolling,
      }
    })
}
