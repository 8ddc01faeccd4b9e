import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Programme, programmes } from '../../src/domain/programme.js'
import { townships } from './world.js'

/** The built tool. */
export const binary = join(import.meta.dirname, '../../bin/doudi.js')

const held: readonly Programme[] = [
  'rural-allowance',
  'destitute',
  'death',
  'disability-certificate',
  'care-subsidy',
  'monitored',
]

/** A new workspace for the county of world.ts, with ids shown in full so that the bench can tell who is asked about. Returns its folder. */
export function makeWorkspace(): string {
  const workspace = mkdtempSync(join(tmpdir(), 'doudi-year-'))
  const notHeld = (Object.keys(programmes) as Programme[]).filter((programme) => !held.includes(programme))
  const lines = ['county: 示例县', "areaCode: '340199'", 'mask: none', `notHeld: [${notHeld.join(', ')}]`]
  writeFileSync(join(workspace, 'doudi.yaml'), `${lines.join('\n')}\n`)
  const towns = townships.flatMap((one) => [`${one},,`, `${one},东村,`])
  writeFileSync(join(workspace, 'towns.csv'), ['乡镇,村社区,别名', ...towns].join('\n'))
  const standards = ['subsistence.rural,2024-01,700,元/月,示例1号', 'grace.months,2024-01,12,月,示例1号']
  writeFileSync(join(workspace, 'standards.csv'), ['参数,生效月份,数值,单位,依据文号', ...standards].join('\n'))
  return workspace
}

/** Runs a command of the tool with `--json`; returns what it gave. Throws when it could not do it (exit codes 2 and 70). */
export function runTool(workspace: string, ...argv: string[]): Record<string, unknown> {
  try {
    return JSON.parse(
      execFileSync(process.execPath, [binary, ...argv, '-w', workspace, '--json'], { stdio: 'pipe' }).toString(),
    )
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: Buffer; stderr: Buffer }
    // 1: done, with something to say.
    if (status !== 1) throw new Error(`doudi ${argv.join(' ')}: exit ${status}\n${stderr}`)
    return JSON.parse(stdout.toString())
  }
}
