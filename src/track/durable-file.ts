import { chmodSync, closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { ToolError } from '../domain/tool-error.js'
import { historyFault } from './faults.js'

/** Copies a history file so that the copy is there whole or not at all, readable by its owner only. Throws ToolError for what the machine refuses. */
export function copyDurably(file: string, target: string): void {
  const unfinished = `${target}.new`
  try {
    copyFileSync(file, unfinished, constants.COPYFILE_FICLONE)
    moveDurably(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error instanceof ToolError ? error : historyFault(error, target)
  }
}

/** Moves a finished file into place (0600), its bytes on the disk first. Throws ToolError for what the machine refuses. */
export function moveDurably(file: string, target: string): void {
  try {
    chmodSync(file, 0o600)
    sync(file)
    renameSync(file, target)
  } catch (error) {
    throw historyFault(error, target)
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
