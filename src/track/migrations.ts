/** One step of the history's schema. Steps already released are never edited; a change is a new step. */
export interface Migration {
  readonly version: number
  /** What it does, kept in the file. */
  readonly does: string
  readonly statements: readonly string[]
}

/**
 * All steps in order, version 1 first. Months are 'YYYY-MM', days and moments ISO text, lists and objects JSON text.
 * Only cases carry a key constraint: DuckDB quotes the offending values in its messages, and the keys of the other tables are people.
 */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    does: 'months with their deliveries and records, cases with their sightings, judgements, matching models',
    statements: [
      // A month as its last run left it. `runs` counts the runs, `records` proves that nothing is missing.
      `CREATE TABLE month_run (
        month TEXT NOT NULL, tool_version TEXT NOT NULL, ran_at TEXT NOT NULL, runs INTEGER NOT NULL, records INTEGER NOT NULL)`,
      // What each sheet of each file brought, in the order of the run; `content` is the whole Delivery.
      `CREATE TABLE month_delivery (
        month TEXT NOT NULL, position INTEGER NOT NULL, source TEXT NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL,
        sha256 TEXT NOT NULL, content TEXT NOT NULL)`,
      // Rows by programme and township ('' when no township is known), for the safety stops and the trend.
      `CREATE TABLE month_count (
        month TEXT NOT NULL, programme TEXT NOT NULL, township TEXT NOT NULL, rows INTEGER NOT NULL)`,
      // What many records of a sheet have in common, kept once: it makes a month small and quick to read.
      `CREATE TABLE record_group (
        id INTEGER NOT NULL, month TEXT NOT NULL, source TEXT NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL,
        system TEXT NOT NULL, programmes TEXT NOT NULL, township TEXT, village TEXT, fields TEXT NOT NULL)`,
      // `content` holds the heading of the record's column, then the values of the group's `fields`, as a JSON array.
      `CREATE TABLE past_record (
        group_id INTEGER NOT NULL, position INTEGER NOT NULL, row INTEGER NOT NULL, person_key TEXT NOT NULL,
        content TEXT NOT NULL)`,
      // A number once given stays with its subject, also when nothing is seen of it any more.
      `CREATE TABLE cases (
        number TEXT PRIMARY KEY, rule TEXT NOT NULL, subject TEXT NOT NULL, opened_month TEXT NOT NULL, sequence INTEGER NOT NULL,
        kind TEXT NOT NULL, unit TEXT NOT NULL, person_key TEXT, merged_into TEXT)`,
      `CREATE TABLE sighting (
        number TEXT NOT NULL, month TEXT NOT NULL, severity TEXT NOT NULL, township TEXT, village TEXT, household_number TEXT,
        amount_fen DOUBLE, explanation TEXT NOT NULL, facts TEXT NOT NULL, fingerprint TEXT NOT NULL)`,
      // Every key that gave way to another, in order.
      `CREATE TABLE key_change (
        batch INTEGER NOT NULL, month TEXT NOT NULL, kind TEXT NOT NULL, from_key TEXT NOT NULL, to_key TEXT NOT NULL, changed_at TEXT NOT NULL)`,
      // What persons decided about two keys; the latest verdict on a pair counts, the earlier ones stay.
      `CREATE TABLE judgement (
        sequence INTEGER NOT NULL, left_key TEXT NOT NULL, right_key TEXT NOT NULL, verdict TEXT NOT NULL,
        judged_by TEXT NOT NULL, judged_at TEXT NOT NULL, why TEXT NOT NULL)`,
      'CREATE TABLE matching_model (month TEXT NOT NULL, model TEXT NOT NULL)',
    ],
  },
  {
    version: 2,
    does: 'steps of cases as hash chains, what was asked, returned files, what ledgers show of a case',
    statements: [
      // The judgements that the last run of the month went by: an old month issued again goes by the same ones.
      'ALTER TABLE month_run ADD COLUMN judgements INTEGER',
      // The rest of the finding, and whom it names, as JSON text: ledgers and old books are made from the history alone.
      'ALTER TABLE sighting ADD COLUMN rest TEXT',
      'ALTER TABLE sighting ADD COLUMN named TEXT',
      // One row a step, never changed. `batch` numbers the commands that added steps.
      `CREATE TABLE case_step (
        number TEXT NOT NULL, sequence INTEGER NOT NULL, month TEXT NOT NULL, taken_at TEXT NOT NULL, kind TEXT NOT NULL,
        content TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL, batch INTEGER NOT NULL)`,
      // The last step of every case, so that a step missing at the end shows.
      'CREATE TABLE case_head (number TEXT NOT NULL, steps INTEGER NOT NULL, hash TEXT NOT NULL)',
      // What the books of a month ask, by township ('' when none is known).
      'CREATE TABLE asked (month TEXT NOT NULL, number TEXT NOT NULL, round INTEGER NOT NULL, township TEXT NOT NULL)',
      // Every file that was read back.
      `CREATE TABLE returned_file (
        sha256 TEXT NOT NULL, name TEXT NOT NULL, read_at TEXT NOT NULL, month TEXT NOT NULL, units TEXT NOT NULL,
        answers INTEGER NOT NULL, taken INTEGER NOT NULL, sent_back INTEGER NOT NULL)`,
    ],
  },
  {
    version: 3,
    does: 'correct ids that townships read from documents',
    statements: [
      // Shown to the department that owns the roster; nothing applies them.
      `CREATE TABLE id_proposal (
        sequence INTEGER NOT NULL, subject TEXT NOT NULL, id_number TEXT NOT NULL, proposed_by TEXT NOT NULL, proposed_at TEXT NOT NULL,
        month TEXT NOT NULL, why TEXT NOT NULL)`,
    ],
  },
  {
    version: 4,
    does: 'households stay themselves under another number',
    statements: [
      // Only keys that differ from what the month's rows name the household by.
      'CREATE TABLE household_key (month TEXT NOT NULL, row_key TEXT NOT NULL, household_key TEXT NOT NULL)',
    ],
  },
  {
    version: 5,
    does: 'rows by township are counted in the deliveries alone',
    statements: ['DROP TABLE month_count'],
  },
  {
    version: 6,
    does: 'judgements keep the keys that they were made on',
    statements: [
      // What left_key and right_key were before any key gave way: a month run again goes by the keys of its time.
      'ALTER TABLE judgement ADD COLUMN asked_left TEXT',
      'ALTER TABLE judgement ADD COLUMN asked_right TEXT',
      'UPDATE judgement SET asked_left = left_key, asked_right = right_key',
    ],
  },
]
