import { type CaseStep, stepHash } from './case-step.js'
import type { Database } from './database.js'
import type { Migration } from './migrations.js'
import { stepsByCase } from './step-store.js'

/** Something in the history that cannot be right. */
export interface HistoryProblem {
  readonly id: string
  readonly count: number
  /** In Chinese; names no person. */
  readonly text: string
}

interface Check {
  readonly id: string
  readonly text: string
  /** Selects one whole number, 0 when all is well. */
  readonly sql: string
}

const checks: readonly Check[] = [
  {
    id: 'asked-without-case',
    text: '条下发记录没有对应的线索',
    sql: 'SELECT count(*) FROM asked WHERE number NOT IN (SELECT number FROM cases)',
  },
  {
    id: 'case-merged-into-nothing',
    text: '条线索并入了不存在的线索',
    sql: 'SELECT count(*) FROM cases WHERE merged_into IS NOT NULL AND merged_into NOT IN (SELECT number FROM cases)',
  },
  {
    id: 'case-number-wrong',
    text: '条线索的编号与其月份、规则、序号不符',
    sql: `SELECT count(*) FROM cases
      WHERE number <> replace(opened_month, '-', '') || '-' || rule || '-' || lpad(sequence::TEXT, greatest(4, length(sequence::TEXT))::INTEGER, '0')`,
  },
  {
    id: 'case-twice',
    text: '个主体在同一规则下有不止一条线索',
    sql: `SELECT count(*) FROM (
      SELECT rule, subject FROM cases WHERE merged_into IS NULL GROUP BY rule, subject HAVING count(*) > 1)`,
  },
  {
    id: 'delivery-without-month',
    text: '份报送没有对应的月份',
    sql: 'SELECT count(*) FROM month_delivery WHERE month NOT IN (SELECT month FROM month_run)',
  },
  {
    id: 'group-without-month',
    text: '组记录没有对应的月份',
    sql: 'SELECT count(*) FROM record_group WHERE month NOT IN (SELECT month FROM month_run)',
  },
  {
    id: 'month-malformed',
    text: '个月份的写法不对',
    sql: "SELECT count(*) FROM month_run WHERE NOT regexp_full_match(month, '(19|20)[0-9]{2}-(0[1-9]|1[0-2])')",
  },
  {
    id: 'month-twice',
    text: '个月份重复存放',
    sql: 'SELECT count(*) - count(DISTINCT month) FROM month_run',
  },
  {
    id: 'record-twice',
    text: '条记录在同一月份内位置重复',
    sql: `SELECT count(*) - count(DISTINCT (month, position))
      FROM past_record JOIN record_group ON record_group.id = group_id`,
  },
  {
    id: 'record-unreadable',
    text: '条记录的内容无法读出',
    sql: "SELECT count(*) FROM past_record WHERE NOT json_valid(content) OR json_type(content) <> 'ARRAY'",
  },
  {
    id: 'record-without-group',
    text: '条记录没有对应的分组',
    sql: 'SELECT count(*) FROM past_record WHERE group_id NOT IN (SELECT id FROM record_group)',
  },
  {
    id: 'records-missing',
    text: '个月份的记录数与运行时登记的不符',
    sql: `SELECT count(*) FROM month_run WHERE records <> (
      SELECT count(*) FROM past_record JOIN record_group ON record_group.id = group_id WHERE record_group.month = month_run.month)`,
  },
  {
    id: 'sighting-twice',
    text: '条线索在同一月份内出现不止一次',
    sql: 'SELECT count(*) - count(DISTINCT (number, month)) FROM sighting',
  },
  {
    id: 'sighting-without-case',
    text: '次出现没有对应的线索',
    sql: 'SELECT count(*) FROM sighting WHERE number NOT IN (SELECT number FROM cases)',
  },
  {
    id: 'sighting-without-month',
    text: '次出现没有对应的月份',
    // Sightings of open cases outlive the months that were purged.
    sql: `SELECT count(*) FROM sighting
      WHERE month NOT IN (SELECT month FROM month_run) AND month > (SELECT min(month) FROM month_run)`,
  },
  {
    id: 'step-without-case',
    text: '个办理步骤没有对应的线索',
    sql: 'SELECT count(*) FROM case_step WHERE number NOT IN (SELECT number FROM cases)',
  },
]

/** Looks for everything that cannot be right in an open history; empty when it is whole. */
export async function checkHistory(database: Database, steps: readonly Migration[]): Promise<HistoryProblem[]> {
  const problems: HistoryProblem[] = []
  const versions = await database.rows('SELECT version FROM schema_version ORDER BY version')
  const missing = steps.filter((step, at) => versions[at]?.version !== step.version).length
  if (missing > 0 || versions.length !== steps.length)
    problems.push({ id: 'schema-versions', count: missing, text: '历史库的版本登记不连续' })
  for (const { id, text, sql } of checks) {
    const [row] = await database.rows(`SELECT (${sql})::INTEGER AS found`)
    const count = Number(row?.found)
    if (count !== 0) problems.push({ id, count, text: `${count} ${text}` })
  }
  const broken = await brokenTrails(database)
  if (broken > 0)
    problems.push({ id: 'trail-broken', count: broken, text: `${broken} 条线索的办理轨迹被改动过或缺步骤` })
  return problems
}

// Every step must fit the one before it, and the last one the head that is kept apart.
async function brokenTrails(database: Database): Promise<number> {
  const heads = await database.rows('SELECT number, steps, hash FROM case_head')
  const trails = await stepsByCase(database)
  const broken = new Set<string>()
  for (const { number, steps, hash } of heads) {
    const last = trails.get(String(number))?.at(-1)
    if (last?.sequence !== steps || last?.hash !== hash) broken.add(String(number))
  }
  const headed = new Set(heads.map(({ number }) => String(number)))
  for (const [number, trail] of trails) if (!headed.has(number) || !isWhole(trail)) broken.add(number)
  return broken.size
}

function isWhole(trail: readonly CaseStep[]): boolean {
  return trail.every((step, at) => {
    const previous = trail[at - 1]?.hash ?? ''
    return step.sequence === at + 1 && step.previous === previous && step.hash === stepHash(step)
  })
}
