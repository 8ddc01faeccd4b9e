import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes the folder at an absolute path, 0700, with those above it; one that is there stays. Throws the system's own error where it refuses. Step by
 * step: Node's recursive mkdir never ends where a system answers as though the parent were missing, as it does below /proc.
 */
export function makeFolder(path: string): void {
  const missing: string[] = []
  for (let at = path; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at)
  for (const folder of missing.length > 0 ? missing : [path]) makeOne(folder)
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (cause) {
    const stands = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    if (!stands || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw cause
  }
}
