import { writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ToolError } from '../../domain/tool-error.js'
import { makeFolder } from '../../track/make-folder.js'
import { exists } from '../exists.js'
import type { AddCommand } from '../main.js'
import { templates } from '../templates.js'
import { writable } from '../writable.js'

/** `doudi init`: a new workspace with commented files; never overwrites. */
export const initCommand: AddCommand = (program, output, exit) => {
  program
    .command('init')
    .summary('新建工作目录')
    .description('在目录里写出带说明的 doudi.yaml、towns.csv、standards.csv、rules/ 和 inbox/，已有的文件一概不动。')
    .argument('[目录]', '工作目录', '.')
    .action(async (name: string) => {
      const folder = resolve(name)
      // All are looked at before the first is written, so that a refusal leaves nothing half done.
      for (const file of Object.keys(templates).map((name) => join(folder, name)))
        if (await exists(file)) throw new ToolError('already-there', { file })
      await writable(folder, async () => {
        makeFolder(join(folder, 'inbox'))
        for (const [file, text] of Object.entries(templates)) {
          makeFolder(dirname(join(folder, file)))
          await writeFile(join(folder, file), text, { flag: 'wx', mode: 0o600 })
        }
      })
      output.say(`已建立工作目录 ${folder}`)
      output.say('下一步：1. 在 doudi.yaml 填县名；2. 在 towns.csv 填乡镇和村；3. 在 standards.csv 填本县标准及文号；')
      output.say('        4. 把本月各部门导出的文件放进 inbox/<月份>/（如 inbox/2026-11/），运行 doudi run。')
      exit(0)
    })
}
