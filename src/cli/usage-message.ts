import type { CommanderError } from 'commander'

const forms: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有 {what} 这个命令。',
  'commander.unknownOption': '没有 {what} 这个选项。',
  'commander.missingArgument': '缺少参数 {what}。',
  'commander.optionMissingArgument': '选项 {what} 后面缺少取值。',
  'commander.missingMandatoryOptionValue': '缺少必需的选项 {what}。',
  'commander.excessArguments': '参数太多。',
  // Asking for help on a command that is not there ends here too, and its name is not told.
  'commander.help': '没有写明命令，或没有这个命令。',
}

/** What was wrong with the command line, in Chinese, from commander's error (whose texts are English). */
export function usageMessage(error: CommanderError): string {
  const what = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  if (error.code === 'commander.invalidArgument') return `${error.message.split('. ').at(-1)}`
  return `${(forms[error.code] ?? '命令行写法不对。').replace('{what}', what)}用 doudi help 查看用法。`
}
