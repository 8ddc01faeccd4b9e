import { Command, CommanderError } from 'commander'
import { ToolError } from '../domain/tool-error.js'
import { textWidth } from '../write/text-size.js'
import { bugReport } from './bug-report.js'
import { demoCommand } from './commands/demo.js'
import { explainCommand } from './commands/explain.js'
import { historyCommand } from './commands/history.js'
import { importCommand } from './commands/import.js'
import { initCommand } from './commands/init.js'
import { inspectCommand } from './commands/inspect.js'
import { reportCommand } from './commands/report.js'
import { rulesCommand } from './commands/rules.js'
import { runCommand } from './commands/run.js'
import { sampleCommand } from './commands/sample.js'
import { statusCommand } from './commands/status.js'
import { type Output, outliveReaders, processOutput } from './output.js'
import { usageMessage } from './usage-message.js'
import { version } from './version.js'

/** 0 done · 1 done, but some input was rejected or some rule not judged · 2 unusable input and nothing written, or a result that could not be printed · 70 our bug (design §6). */
export type ExitCode = 0 | 1 | 2 | 70

/** A command adds itself to the programme; its action reports its exit code. */
export type AddCommand = (program: Command, output: Output, exit: (code: ExitCode) => void) => void

const commands: readonly AddCommand[] = [
  demoCommand,
  explainCommand,
  historyCommand,
  importCommand,
  initCommand,
  inspectCommand,
  reportCommand,
  rulesCommand,
  runCommand,
  sampleCommand,
  statusCommand,
]

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

function chineseWords(text: string): string {
  return text.replace('[options]', '[选项]').replace('[command]', '[命令]')
}

function chineseDefault(text: string): string {
  return text.replace(/ \(default: "?(.*?)"?\)$/, '（不写则为 $1）')
}

/** Parses `argv` (as in process.argv), runs the command and sets the process's exit code. Never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  const output = processOutput()
  outliveReaders(output)
  process.exitCode = await run(argv, output)
}

/** The same without the process: returns the exit code. Throws nothing; an unforeseen error becomes a report and 70. */
export async function run(argv: readonly string[], output: Output): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = chineseProgram(output)
  for (const add of commands) add(program, output, (result) => (code = result))
  localiseAll(program.commands, output)
  try {
    await program.parseAsync([...argv])
    return code
  } catch (cause) {
    if (cause instanceof CommanderError) {
      if (cause.exitCode === 0) return 0
      output.say(`错误：${usageMessage(cause)}`)
      return 2
    }
    if (cause instanceof ToolError) {
      output.say(`错误：${cause.message}`)
      output.say(`办法：${cause.hint}`)
      return 2
    }
    output.say(bugReport(cause, version))
    return 70
  }
}

function chineseProgram(output: Output): Command {
  const program = new Command('doudi')
    .description(
      '兜底比对：按月比对民政、乡村振兴、残联三方名单，筛查疑似漏保、脱保、错保，按乡镇生成核查表。命中是疑点，不是结论。',
    )
    .version(version, '-V, --version', '显示版本号')
    .helpCommand('help [命令]', '显示某个命令的帮助')
  localise(program, output)
  return program
}

function localiseAll(commands: readonly Command[], output: Output): void {
  for (const command of commands) {
    localise(command, output)
    localiseAll(command.commands, output)
  }
}

function localise(command: Command, output: Output): void {
  command
    .helpOption('-h, --help', '显示帮助')
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: chineseWords,
      styleSubcommandTerm: chineseWords,
      styleOptionDescription: chineseDefault,
      styleArgumentDescription: chineseDefault,
      displayWidth: (text) => Math.round(textWidth(text) * 2),
    })
    .configureOutput({ writeOut: (text) => output.data(text), writeErr: () => {} })
    .exitOverride()
}
