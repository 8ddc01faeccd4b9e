import { z } from 'zod'
import { type ExtraList, extraListKinds } from './extra-lists.js'
import { programmes } from './programme.js'

const programmeIds = Object.keys(programmes) as [keyof typeof programmes, ...(keyof typeof programmes)[]]

/** doudi.yaml (design §6). Strict: an unknown key is an error with its line. */
export const settingsSchema = z.strictObject({
  /** Name of the county, printed in titles. */
  county: z.string().min(1),
  /** Six-digit administrative code (GB/T 2260); may be an unused one. */
  areaCode: z.string().regex(/^\d{6}$/, '应是六位数字'),
  inbox: z.string().default('inbox'),
  state: z.string().default('state'),
  out: z.string().default('out'),
  towns: z.string().default('towns.csv'),
  standards: z.string().default('standards.csv'),
  /** CSV 用途,名称,口令: passwords of township books (乡镇) and of incoming workbooks (导入); null: no encryption. */
  keyFile: z.string().nullable().default(null),
  /** How ids show in check sheets (domain D.6). */
  mask: z.enum(['none', 'partial', 'full']).default('partial'),
  /** Rosters that this county does not have, so that their absence is no gap. */
  notHeld: z.array(z.enum(programmeIds)).default([]),
  /** Fall of rows against last month, in percent, from which lists stop (domain D14). */
  maxFallPercent: z.number().min(1).max(100).default(20),
  /** New cases that a township gets in a month, gravest first; the rest stays with the county and is said so. null: all of them. */
  maxCasesPerTownship: z.number().int().min(1).nullable().default(null),
  /** Files whose source the headings cannot tell: file name (with * and ?) → source id. */
  files: z.array(z.strictObject({ name: z.string(), source: z.string() })).default([]),
  /** Lists of other offices, read only as declared here: file name (with * and ?) → kind of domain/extra-lists.ts. */
  lists: z.array(z.strictObject({ name: z.string(), kind: z.enum([...extraListKinds] as [ExtraList]) })).default([]),
  /** Headings that doudi does not know: source id → field → heading as printed in the file. */
  columns: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** How answers are followed up. */
  tracking: z
    .strictObject({
      /** Day of the following month by which the townships answer a month's books. */
      dueDay: z.int().min(1).max(28).default(15),
      /** 不属实: months in which the same facts are not asked again. */
      dismissedMonths: z.int().min(1).max(60).default(12),
      /** 外出失联、其他: the same, shorter. */
      unsettledMonths: z.int().min(1).max(60).default(3),
      /** 办理中: months after which the result is asked for. */
      progressMonths: z.int().min(1).max(60).default(2),
    })
    .prefault({}),
  rules: z
    .strictObject({
      /** Rules that run beside the default ones: ids (P05), groups (P) or kinds (补贴). An id outweighs a group. */
      on: z.array(z.string()).default([]),
      /** Rules that do not run, in the same words; outweighs `on` where both say the same. */
      off: z.array(z.string()).default([]),
      settings: z.record(z.string(), z.union([z.boolean(), z.number()])).default({}),
    })
    .default({ on: [], off: [], settings: {} }),
})

/** The workspace's settings with all defaults filled in. */
export type Settings = z.output<typeof settingsSchema>
