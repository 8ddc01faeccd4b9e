import { compareText } from '../domain/compare-text.js'
import { person } from './columns.js'
import type { SheetRow } from './formats/workbook.js'
import type { Header } from './header.js'
import { headingForms } from './heading.js'
import { type ColumnEntries, type Mapping, mapColumns } from './mapping.js'
import { matchesPattern } from './name-pattern.js'
import type { PairColumns } from './pair-columns.js'
import type { ReadingGround } from './reading-ground.js'
import type { Source } from './source.js'
import { type Surroundings, surroundingTexts, type Told, told } from './told.js'

/** One source as a candidate for a sheet. */
export interface Candidacy {
  readonly source: Source
  readonly mapping: Mapping
  /** Comparable over sources: told words first, then columns matched; 0 or less is no candidate. */
  readonly score: number
  readonly told: Told
}

/** What a sheet was taken for. `ambiguous`: two sources fit alike; `missing`: told by its words, but a required column is not there. */
export type Recognition =
  | { readonly state: 'recognised'; readonly best: Candidacy; readonly runnerUp: Candidacy | null }
  | {
      readonly state: 'ambiguous'
      readonly best: Candidacy
      readonly runnerUp: Candidacy
      readonly choices: readonly Source[]
    }
  | { readonly state: 'missing'; readonly best: Candidacy; readonly runnerUp: Candidacy | null }
  | {
      readonly state: 'unknown'
      readonly best: Candidacy | null
      readonly runnerUp: Candidacy | null
      readonly choices: readonly Source[]
    }

/** A sheet whose heading was found: what its source is told by. */
export interface HeadedSheet {
  readonly header: Header
  /** The first rows below the heading. */
  readonly samples: readonly SheetRow[]
  readonly around: Surroundings
}

/**
 * Decides which of the sources a sheet is, from its headings and the words around it. A `files:` entry of doudi.yaml settles it. A `lists:` entry
 * makes it a list of that kind, unless the sheet is plainly a roster: told by its own words and with more columns than the list could use.
 */
export function recognise(
  sheet: HeadedSheet,
  { sources, settings }: Pick<ReadingGround, 'sources' | 'settings'>,
): Recognition {
  const { file } = sheet.around
  const weigh = (source: Source) => candidacy(source, sheet, settings.columns[source.id] ?? {})
  const settled = sources.find(({ id }) => id === entryFor(file, settings.files)?.source)
  if (settled) return settledAs(weigh(settled))
  const rosters = () => recogniseRoster(sources.filter(({ declared }) => !declared).map(weigh))
  const list = sources.find(({ id }) => id === entryFor(file, settings.lists)?.kind)
  return list ? declaredAs(weigh(list), rosters()) : rosters()
}

function settledAs(only: Candidacy): Recognition {
  return { state: only.mapping.missing.length === 0 ? 'recognised' : 'missing', best: only, runnerUp: null }
}

function declaredAs(list: Candidacy, other: Recognition): Recognition {
  const isRoster =
    other.state === 'recognised' && other.best.told.names > 0 && other.best.mapping.matched > list.mapping.matched
  return isRoster ? other : settledAs(list)
}

function recogniseRoster(unordered: readonly Candidacy[]): Recognition {
  const candidates = [...unordered].sort(
    (a, b) => b.score - a.score || b.mapping.matched - a.mapping.matched || compareText(a.source.id, b.source.id),
  )
  const complete = candidates.filter(({ mapping }) => mapping.missing.length === 0)
  const incomplete = candidates.filter(({ mapping }) => mapping.missing.length > 0)
  const [best, runnerUp] = complete
  // A sheet told by its own words but short of a column must not fall to a source that merely asks for less.
  const short = incomplete[0]
  if (
    short &&
    short.score >= toldScore &&
    short.score > (best?.score ?? 0) &&
    short.mapping.matched > 1 &&
    !isListOfHouseholds(short, best)
  )
    return { state: 'missing', best: short, runnerUp: best ?? null }
  const choices = choicesOf(complete)
  if (!best || best.score <= 0)
    return { state: 'unknown', best: best ?? short ?? null, runnerUp: runnerUp ?? null, choices }
  const rival = best.told.names > 0 ? undefined : richer(complete, best)
  if (rival) return { state: 'ambiguous', best, runnerUp: rival, choices }
  if (runnerUp && runnerUp.score === best.score) return { state: 'ambiguous', best, runnerUp, choices }
  return { state: 'recognised', best, runnerUp: runnerUp ?? null }
}

// One row a household, with the head alone: the list of persons that it falls short of has more columns in common with it than its own source.
function isListOfHouseholds({ mapping, told }: Candidacy, best: Candidacy | undefined): boolean {
  const hasNobody = mapping.missing.includes('name') && mapping.missing.includes('idNumber')
  return hasNobody && best?.source.shape === 'joined-members' && best.told.names >= told.names
}

const toldScore = 500

// What the clerk may have to choose from: the sources that use the most columns, unless a word speaks against them.
function choicesOf(complete: readonly Candidacy[]): Source[] {
  const possible = complete.filter(({ score }) => score >= 0)
  const most = Math.max(0, ...possible.map(({ mapping }) => mapping.matched))
  return possible
    .filter(({ mapping }) => mapping.matched >= most - 1 && mapping.matched > 2)
    .map(({ source }) => source)
}

// A 低保 export without a word that says so may have a 残疾证号 column: one telling heading must not outweigh all the others.
function richer(complete: readonly Candidacy[], best: Candidacy): Candidacy | undefined {
  return complete.find(
    ({ mapping, told, score }) => told.names === 0 && score >= 0 && mapping.matched > best.mapping.matched,
  )
}

function candidacy(source: Source, sheet: HeadedSheet, entries: ColumnEntries): Candidacy {
  const { header, around } = sheet
  const texts = surroundingTexts(around)
  const defaulted = new Set(
    source.defaults.filter(({ when }) => texts.some((text) => when.test(text))).map(({ column }) => column),
  )
  const mapping = demanding(mapColumns(source, sheet, entries, defaulted), sheet)
  const words = told(source, around, header.columns)
  const fits = shapeFits(mapping, sheet)
  const weight = words.names > 0 ? words.names * toldScore : words.names === 0 && words.headings ? 0.5 : 0
  // Without a word in names or titles the headings must do: more of them matched wins, a telling heading breaks the tie.
  const score = !fits || words.names < 0 ? -1 : weight + mapping.matched
  return { source, mapping, score: words.names > 0 || words.headings ? score : Math.min(score, 0), told: words }
}

// Births and removals are reported together with deaths: read as deaths alone, they would make dead of the living.
function demanding(mapping: Mapping, { around, samples }: HeadedSheet): Mapping {
  const { source, fields, unknown, missing } = mapping
  const { tellsApart: apart } = source
  if (!apart || fields.has(apart.column)) return mapping
  const file = around.file.split('/').at(-1) as string
  const near = [around.titles.join(' '), around.sheet, file].find(
    (text) => source.told?.by.test(text) || apart.others.test(text),
  )
  const cells = unknown
    .filter(({ text }) => !/备注|说明|地|址/.test(text))
    .flatMap(({ index }) => samples.map(({ texts }) => texts[index] ?? ''))
  const isOfSeveral = [near ?? '', ...cells.filter((text) => text.length <= 8)].some((text) => apart.others.test(text))
  return isOfSeveral ? { ...mapping, missing: [...missing, apart.column] } : mapping
}

const relations = new Set(person.relation.headers.flatMap(headingForms))

// A wide table needs several pairs; a household export has no person of its own or lists several in one cell; the rest has one person a row.
function shapeFits(mapping: Mapping, { header, samples }: HeadedSheet): boolean {
  const { fields, source } = mapping
  const members = header.columns.filter(({ names }) => names.some((name) => /^(家庭)?成员(姓名|身份证号)$/.test(name)))
  const joined = members.some(({ index }) => samples.some((row) => isJoined(row.texts[index] ?? '')))
  if (source.shape === 'pairs') return !joined && mapping.further.length === 0 && isWide(mapping, samples)
  const ownName = header.columns.some(({ names }) => names[0] === '姓名')
  // Members one a row say what they are to the head, each in a cell of its own.
  const byRow =
    !joined && members.length > 0 && header.columns.some(({ names }) => names.some((name) => relations.has(name)))
  if (source.shape === 'joined-members') return !byRow && (joined || (members.length > 0 && !ownName) || !ownName)
  return (!joined && (byRow || !namesHeadAndMember(mapping, samples))) || fields.get('name')?.names[0] === '姓名'
}

// 户主姓名 beside 家庭成员姓名 where the head is never the member: one row a household, of two people each. In a list of persons the head has a row.
function namesHeadAndMember({ fields }: Mapping, samples: readonly SheetRow[]): boolean {
  const [head, own] = [fields.get('headIdNumber'), fields.get('idNumber')]
  if (!head || !own?.names.some((name) => /^(家庭)?成员身份证号$/.test(name))) return false
  const rows = samples.filter(({ texts }) => texts[own.index])
  return rows.every(({ texts }) => texts[head.index] && texts[head.index] !== texts[own.index])
}

// Several names or ids in one cell. Blanks also stand inside one id (340199 19600101 0014), so that they part only whole ones.
function isJoined(text: string): boolean {
  return /\S[,，、;；/|\n]\s*\S|\d{14}[\dXx]\s+\d{6}/.test(text)
}

// One pair beside the head's own is a household of two in a row, unless the head stands in it too: then it is his own row of a list of persons.
function isWide({ fields, pairs, columns }: Mapping, samples: readonly SheetRow[]): boolean {
  const [headName, headId] = [fields.get('headName')?.index, fields.get('headIdNumber')?.index]
  const head = pairs.find(({ name, idNumber }) => name >= 0 && name === headName && idNumber >= 0)
  const own = pairs.filter((pair) => pair !== head && pair.idNumber >= 0 && pair.idNumber !== headId)
  if (own.length !== 1) return own.length > 1
  const [only] = own as [PairColumns]
  // The heading itself, without the (2) that tells two alike apart.
  const [heading = ''] = columns.find(({ index }) => index === only.idNumber)?.names ?? []
  if (/[一二三四五六七八九十\d]/.test(heading)) return true
  const plainHead = head !== undefined && headId === undefined
  return (
    plainHead && !samples.some(({ texts }) => texts[head.idNumber] && texts[head.idNumber] === texts[only.idNumber])
  )
}

/** The first entry of doudi.yaml whose pattern the file's name matches, alone or with its folders. */
export function entryFor<Entry extends { readonly name: string }>(
  file: string,
  entries: readonly Entry[],
): Entry | undefined {
  const name = file.split('/').at(-1) as string
  return entries.find((entry) => matchesPattern(entry.name, name) || matchesPattern(entry.name, file))
}
