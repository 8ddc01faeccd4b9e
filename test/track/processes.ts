import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./busy-writer.ts', import.meta.url))

/** A running busy-writer and what it has said so far. */
export interface Writer {
  readonly process: ChildProcessByStdio<null, Readable, null>
  readonly said: string[]
  /** Resolves when it has said a line that starts with `word`, or has ended. */
  hears(word: string): Promise<void>
  ended: Promise<void>
}

/** Starts busy-writer.ts on `folder`; `shell` is put before the command (`ulimit …;`). */
export function startWriter(folder: string, task: string, size: number, shell = ''): Writer {
  const command = [process.execPath, '--import', 'tsx', script, folder, task, String(size)]
  const line = `${shell} exec ${command.map((word) => `'${word}'`).join(' ')}`
  const child = spawn('/bin/sh', ['-c', line], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (text) => said.push(text))
  const ended = once(child, 'close').then(() => undefined)
  const hears = (word: string) =>
    new Promise<void>((resolve) => {
      const look = () => said.some((text) => text.startsWith(word)) && resolve()
      lines.on('line', look)
      look()
      void ended.then(resolve)
    })
  return { process: child, said, hears, ended }
}
