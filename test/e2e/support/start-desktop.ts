import path from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { electronBinary } from '../../../scripts/electron-binary.mjs'

interface RunningShell {
  readonly page: Page
  close(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../../..')

/** Starts the built desktop app with `dataFolder` as its user-data folder. */
export async function startDesktop(dataFolder: string, options: { demo?: boolean } = {}): Promise<RunningShell> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: electronBinary() ?? '',
    args: [
      root,
      `--user-data-dir=${dataFolder}`,
      '--lang=nl',
      ...(options.demo ? ['--demo'] : []),
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  })
  return { page: await app.firstWindow(), close: () => app.close() }
}
