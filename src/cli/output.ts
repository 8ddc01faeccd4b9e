import { stderr, stdout } from 'node:process'

/** Where a command speaks: progress and words on stderr, data on stdout (design §6). */
export interface Output {
  /** A line for the person. */
  say(line: string): void
  /** How far a stage is: a bar on a terminal, plain lines (one a stage) elsewhere. */
  progress(stage: string, done: number, total: number): void
  /** Data on stdout. */
  data(text: string): void
}

/** The real output of the process. */
export function processOutput(): Output {
  let shown = ''
  const clear = () => {
    if (shown !== '') stderr.write(`\r${' '.repeat(shown.length * 2)}\r`)
    shown = ''
  }
  return {
    say(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    progress(stage, done, total) {
      if (!stderr.isTTY) {
        if (done === 0) stderr.write(`${stage}……\n`)
        return
      }
      clear()
      const width = 24
      const filled = total === 0 ? width : Math.round((width * done) / total)
      shown = `${stage} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`
      stderr.write(done >= total ? '' : shown)
      if (done >= total) shown = ''
    },
    data(text) {
      clear()
      stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    },
  }
}
