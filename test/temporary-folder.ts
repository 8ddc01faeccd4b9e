import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Gives a test run one temporary folder for all that its tests and the programs they start leave behind, and removes it at the end. */
export default function useOneFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'doudi-tests-'))
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
