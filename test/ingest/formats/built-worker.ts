import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'

const built = 'dist/ingest/formats/sheetjs-worker.js'

/** Builds `dist/` when the worker in it is missing or older than the sources it is made from: threads run built JavaScript only. */
export function buildWorker(): void {
  const folder = 'src/ingest/formats'
  const changed = Math.max(...readdirSync(folder).map((name) => statSync(`${folder}/${name}`).mtimeMs))
  if (existsSync(built) && statSync(built).mtimeMs >= changed) return
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])
}
