import { chmod, cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ToolError } from '../../domain/tool-error.js'
import { inboxMonths } from '../../ingest/inbox.js'
import { makeFolder } from '../../track/make-folder.js'
import { exists } from '../exists.js'
import type { AddCommand } from '../main.js'
import { openWorkspace, settingsName } from '../workspace.js'
import { writable } from '../writable.js'
import { runMonth } from './run.js'

const county = fileURLToPath(new URL('../../../fixtures/county', import.meta.url))
const mark = '.doudi-demo'

/** `doudi demo`: the shipped invented county, its months run in order. */
export const demoCommand: AddCommand = (program, output, exit) => {
  program
    .command('demo')
    .summary('演示：用自带的虚构县跑三个月')
    .description('把自带的虚构县（人员、号码全部虚构）复制到一个目录，按月依次比对，并说明到哪里看结果。')
    .argument('[目录]', '演示目录；已是演示目录时重新生成', 'doudi-demo')
    .action(async (name: string) => {
      const folder = resolve(name)
      await writable(folder, () => freshCopy(folder))
      const workspace = await openWorkspace(folder, {})
      const months = await inboxMonths(workspace.inbox)
      for (const month of months) {
        output.say(`\n══ ${workspace.settings.county} ${month} ══`)
        await runMonth(workspace, month, output, { dryRun: false })
      }
      const last = months.at(-1) as string
      output.say(`\n演示完成。请打开：`)
      output.say(`  ${join(workspace.out, last, '乡镇')}   各乡镇核查表`)
      output.say(`  ${join(workspace.out, last, '县级')}   县级总表`)
      output.say(`  ${join(workspace.out, last, '报告.html')}   报告（打印时第一页是摘要）`)
      exit(0)
    })
}

// Only a folder that carries our mark is ever emptied.
async function freshCopy(folder: string): Promise<void> {
  const ours = await exists(join(folder, mark))
  if (!ours && (await exists(folder))) throw new ToolError('demo-folder-taken', { folder })
  await rm(folder, { recursive: true, force: true })
  makeFolder(folder)
  // First of all: a copy that breaks off must not leave a folder that is taken for somebody else's.
  await writeFile(join(folder, mark), '此目录由 doudi demo 生成，可整个删除。\n', { mode: 0o600 })
  for (const part of [settingsName, 'towns.csv', 'standards.csv', 'inbox']) {
    await cp(join(county, part), join(folder, part), { recursive: true })
  }
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600)
}
