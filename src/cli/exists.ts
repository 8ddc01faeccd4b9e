import { access } from 'node:fs/promises'

/** True when something stands at `path`; false too where it may not be looked at. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
