import { stderr, stdout } from 'node:process'
import { errorText } from '../domain/messages.js'
import { refusalWords } from '../domain/refusal.js'

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

/**
 * Lets the process finish what it does when nobody takes what it writes. A reader that went away (`doudi rules | head`) has seen enough and is no
 * fault; data that cannot be written, as on a full disk, is told once on `output` and makes the process's exit code 2.
 */
export function outliveReaders(output: Output): void {
  let told = false
  // Where the log itself cannot be written there is nobody left to tell, and the month is worth more than its log.
  stderr.on('error', () => {})
  stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    if (told || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return
    told = true
    const { text, hint } = errorText('stdout-failed', { reason: refusalWords(code) })
    output.say(`错误：${text}${hint}`)
    // Only now: the command sets its own code when it ends, and a pipe may fail after that.
    process.once('exit', () => {
      process.exitCode = 2
    })
  })
}
