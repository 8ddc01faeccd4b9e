import { join } from 'node:path'
import { ToolError } from '../../domain/tool-error.js'
import { openHistory } from '../../track/history.js'
import { sampleFiles } from '../../write/sample-files.js'
import { drawSample, type Sample } from '../../write/sampling.js'
import { stageFolder } from '../../write/staged-folder.js'
import type { AddCommand } from '../main.js'
import { progressOf } from '../progress.js'
import { openWorkspace } from '../workspace.js'

interface Options {
  readonly seed?: string
  readonly percent: string
  readonly workspace: string
  readonly json?: boolean
}

/** `doudi sample`: draws answered cases for inspection and pairs townships to check each other. */
export const sampleCommand: AddCommand = (program, output, exit) => {
  program
    .command('sample')
    .summary('抽查：分层抽样、乡镇互查')
    .description(
      '从当年已答复的线索里按乡镇、结论、严重程度分层抽样，安排乡镇互查（不查本乡镇），抽查表写到 out/抽查/<月份>/。' +
        '不属实且严重程度高的全查。种子印在表上，同一种子抽出的结果相同。',
    )
    .option('--seed <文字>', '随机种子；不写则用台账里最近的月份')
    .option('--percent <数>', '不属实的抽百分之几（其余减半）', '20')
    .option('-w, --workspace <目录>', '工作目录（doudi.yaml 所在处）', '.')
    .option('--json', '把抽样结果（只有编号）以 JSON 写到标准输出')
    .action(async (options: Options) => {
      const percent = Number(options.percent)
      if (!(percent > 0 && percent <= 100)) throw new ToolError('bad-percent', { text: options.percent })
      const workspace = await openWorkspace(options.workspace, process.env)
      const history = await openHistory(workspace.state, { readOnly: true })
      try {
        const month = (await history.months()).at(-1)?.month
        if (month === undefined) throw new ToolError('no-months')
        const view = await progressOf(workspace, history, month)
        const plan = { seed: options.seed ?? month, percent }
        const sample = drawSample(view.asked, plan)
        if (sample.drawn.length === 0) throw new ToolError('nothing-to-sample', { month })
        const { county, mask } = view
        const files = sampleFiles(
          { ...sample, ...plan, county, month, mask, checker: null },
          workspace.keys.passwordFor,
        )
        const folder = join(workspace.out, '抽查', month)
        await (await stageFolder(folder, files)).publish()
        if (options.json) output.data(JSON.stringify(json(sample, plan.seed), null, 2))
        for (const line of words(sample, plan.seed, folder)) output.say(line)
        exit(0)
      } finally {
        history.close()
      }
    })
}

function json({ drawn, strata }: Sample, seed: string): Record<string, unknown> {
  const cases = drawn.map(({ number, one, township, checker, stratum }) => {
    return { number, case: one.number, township, checker, stratum }
  })
  return { seed, strata, cases }
}

function words({ drawn, strata }: Sample, seed: string, folder: string): string[] {
  const pairs = new Map(drawn.map(({ township, checker }) => [township, checker]))
  return [
    `种子“${seed}”：已答复 ${strata.reduce((sum, { size }) => sum + size, 0)} 条，分 ${strata.length} 层，抽取 ${drawn.length} 条。`,
    `互查安排：${[...pairs].map(([township, checker]) => `${checker}查${township}`).join('，')}。`,
    `已写到 ${folder}`,
  ]
}
