import { readFileSync } from 'node:fs'
import { z } from 'zod'

const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** The tool's version from package.json; the folder depth is the same in src/ and dist/. */
export const version = z.object({ version: z.string() }).parse(manifest).version
