import { bookFiles } from './books.js'
import { dataFiles, writeDataFile } from './data-files.js'
import { manifest } from './manifest.js'
import type { Report } from './report.js'
import { reportPage } from './report-page.js'
import { bytesFile, type Staged, stageFolder } from './staged-folder.js'
import { countyView } from './view.js'

/** What to publish and where. */
export interface Publication {
  /** out/<month>: what stands there is replaced as a whole, or not at all. */
  readonly folder: string
  readonly report: Report
  /** Called after each file, for a progress bar. */
  readonly onFile?: (path: string, done: number, total: number) => void
}

/** Writes everything of a month beside `folder`, to be renamed into place once the history is committed. Throws as `stageFolder` does. */
export function stage({ folder, report, onFile }: Publication): Promise<Staged> {
  const view = countyView(report)
  const files = [
    ...bookFiles(view).map(({ path, bytes }) => bytesFile(path, bytes)),
    bytesFile('报告.html', () => reportPage(view)),
    ...dataFiles(view).map((file) => ({ path: `data/${file.name}`, write: (to: string) => writeDataFile(to, file) })),
    bytesFile('manifest.json', () => manifest(report)),
  ]
  return stageFolder(folder, files, onFile)
}
