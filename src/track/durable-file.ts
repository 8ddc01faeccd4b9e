import { chmodSync, closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { historyFault } from './faults.js'

/** What a refusal of the machine means to the clerk, from the error and the file that was to be written. */
type Fault = (error: unknown, file: string) => unknown

/** Copies a history file so that the copy is there whole or not at all, readable by its owner only. Throws what `fault` makes of a refusal. */
export function copyDurably(file: string, target: string, fault: Fault = historyFault): void {
  const unfinished = `${target}.new`
  try {
    copyFileSync(file, unfinished, constants.COPYFILE_FICLONE)
    makeDurable(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw fault(error, target)
  }
}

/** Moves a finished file into place (0600), its bytes on the disk first. Throws ToolError for what the machine refuses. */
export function moveDurably(file: string, target: string): void {
  try {
    makeDurable(file, target)
  } catch (error) {
    throw historyFault(error, target)
  }
}

function makeDurable(file: string, target: string): void {
  chmodSync(file, 0o600)
  sync(file)
  renameSync(file, target)
}

function sync(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
