import type { Issue } from '../domain/issue.js'
import type { Month } from '../domain/month.js'
import type { Settings } from '../domain/settings.js'
import type { Standard } from '../domain/standards.js'
import type { IdColumnDamage } from '../ingest/damage.js'
import type { Delivery } from '../ingest/delivery.js'
import type { Outdated } from '../ingest/older-months.js'
import type { IdentityQuestion, Person } from '../match/person.js'
import type { Changes } from '../screen/change.js'
import type { Ledgers } from '../screen/ledgers.js'
import type { SafetyStop } from '../screen/safety.js'
import type { Screening } from '../screen/screening.js'
import type { Case } from '../track/case.js'
import type { IdProposal } from '../track/proposal.js'

/** One file that the run read. */
export interface InputFile {
  /** Path below the month's inbox folder. */
  readonly file: string
  readonly sha256: string | null
  readonly bytes: number | null
}

/** Everything that out/<month>/ is made of. Plain data: writing adds no judgement, reads no clock and no file. */
export interface Report extends Pick<Screening, 'rules' | 'notJudged' | 'suppressed' | 'withheld'> {
  readonly county: string
  readonly areaCode: string
  readonly month: Month
  /** The month that 脱保 was judged against, or null in a first month. */
  readonly previousMonth: Month | null
  /** In the order of towns.csv. */
  readonly townships: readonly string[]
  /** Found this month. */
  readonly cases: readonly Case[]
  /** Not found anew, but an answer is still owed. */
  readonly carried: readonly Case[]
  readonly persons: readonly Person[]
  readonly questions: readonly IdentityQuestion[]
  readonly deliveries: readonly Delivery[]
  readonly issues: readonly Issue[]
  /** Who stands in unused rows of earlier months only. */
  readonly outdated: readonly Outdated[]
  /** What became of the ids, column by column, in the order of the deliveries. */
  readonly damage: readonly IdColumnDamage[]
  readonly stops: readonly SafetyStop[]
  readonly changes: Changes
  readonly ledgers: Ledgers
  /** Correct numbers that townships gave in earlier months. */
  readonly proposals: readonly IdProposal[]
  readonly standardsUsed: readonly Standard[]
  readonly settings: Pick<
    Settings,
    'mask' | 'notHeld' | 'maxFallPercent' | 'maxCasesPerTownship' | 'files' | 'lists' | 'columns' | 'tracking' | 'rules'
  >
  readonly inputs: readonly InputFile[]
  /** The files of the county's own rules. */
  readonly ownRules: readonly { readonly file: string; readonly sha256: string }[]
  readonly toolVersion: string
  /** The password of a township's book; null writes it unencrypted. */
  readonly passwordFor: (township: string) => string | null
}
