/**
 * The report of an unforeseen error (exit code 70): kind of error, places in the code and versions; never the error's message, which may quote a
 * cell. `cause` is what was thrown.
 */
export function bugReport(cause: unknown, toolVersion: string): string {
  const error = cause instanceof Error ? cause : new Error()
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().replace(/\(?file:\/\/.*?\/(dist|src|node_modules|bin)\//, '($1/'))
  return [
    '程序出错：这是 doudi 的缺陷，不是您的操作问题。可以重新运行同一命令：结果要么整个写好，要么保持原样。',
    '请把下面几行发给维护人员（不含个人信息）：',
    `  doudi ${toolVersion} · node ${process.version} · ${process.platform} ${process.arch}`,
    `  ${error.name}${'code' in error ? ` ${String(error.code)}` : ''}`,
    ...places.map((place) => `  ${place}`),
  ].join('\n')
}
