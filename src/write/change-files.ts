import type { Change, Movement } from '../screen/change.js'
import { allChanges } from '../screen/changes/all.js'
import type { DataFile, DataRow } from './data-files.js'
import { personId } from './person-facts.js'
import type { Report } from './report.js'

/** changes.csv: who joined, left or changed since last month, by programme, township, kind and person. Ids are whole. */
export function changesFile({ changes }: Report): DataFile {
  return {
    name: 'changes.csv',
    headings: [
      ...['programme', 'turn', 'change', 'nature', 'person_key', 'id_number', 'name', 'township', 'village'],
      ...['household_no', 'before', 'after', 'note'],
    ],
    rows: () => changes.changes.map(changeRow),
  }
}

function changeRow({
  kind,
  programme,
  person,
  township,
  village,
  householdNumber,
  before,
  after,
  note,
}: Change): DataRow {
  const who = [person.key, personId(person), person.name ?? '', township ?? '', village ?? '', householdNumber ?? '']
  return [programme, kind.turn, kind.id, kind.nature, ...who, before, after, note]
}

const turnNames = { joined: 'joined', left: 'left', stayed: 'changed' } as const
// Moves between townships are counted on both sides and told once, under the kind `township`.
const counted = [
  ...allChanges.map(({ id, turn }) => ({ id, heading: `${turnNames[turn]}_${id.replaceAll('-', '_')}` })),
  { id: 'moved-in', heading: 'moved_in' },
  { id: 'moved-out', heading: 'moved_out' },
]

/**
 * movements.csv: per programme and township the people of last month and of this one, the changes by kind, and who came or went without a judgement:
 * before + joined_* + moved_in + unjudged_joined − left_* − moved_out − unjudged_left = now.
 */
export function movementsFile({ changes }: Report): DataFile {
  return {
    name: 'movements.csv',
    headings: [
      'programme',
      'township',
      'before',
      'now',
      'unjudged_joined',
      'unjudged_left',
      ...counted.map(({ heading }) => heading),
      'unjudged_reason',
    ],
    rows: () => changes.movements.map((movement) => movementRow(movement, changes.gaps)),
  }
}

function movementRow(movement: Movement, gaps: Report['changes']['gaps']): DataRow {
  const { programme, township, before, now, unjudgedJoined, unjudgedLeft, counts } = movement
  const reasons = gaps
    .filter((gap) => gap.programme === programme && (gap.township === null || gap.township === township))
    .map(({ reason }) => reason)
  const numbers = counted.map(({ id }) => counts.get(id) ?? 0)
  return [
    programme,
    township ?? '',
    before,
    now,
    unjudgedJoined,
    unjudgedLeft,
    ...numbers,
    [...new Set(reasons)].join('；'),
  ]
}
