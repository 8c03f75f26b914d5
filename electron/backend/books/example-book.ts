// The example book: made-up neighbours in a file of their own, to look around in. Made anew each time somebody comes to look.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { durableReplace } from '../database/durable-replace.ts'
import type { OpenedFile } from '../database/open-database.ts'
import { openDatabase } from '../database/open-database.ts'
import { RuleBroken } from '../rule-broken.ts'
import { errorOf } from './book-problem.ts'

const fileOf = (dataFolder: string) => join(dataFolder, 'voorbeeld.db')

/** The example seals like any book; its keys go with it. */
export const exampleKeyFolder = (dataFolder: string) => join(dataFolder, 'voorbeeld-sleutels')

const options = { create: false, copyFirst: async () => undefined }

/** Opens the example; one that is not there, or cannot be opened, is made first. */
export async function openExample(
  dataFolder: string,
  fill: (opened: OpenedFile) => Promise<void>,
): Promise<OpenedFile> {
  const file = fileOf(dataFolder)
  const present = await openDatabase(file, options)
  if (!('kind' in present)) return present
  if (present.kind === 'inUse' || present.kind === 'readOnly') throw new RuleBroken(errorOf(present))
  await removeExample(dataFolder)
  const making = `${file}.maken`
  await removeFile(making)
  const made = await openDatabase(making, { ...options, create: true })
  if ('kind' in made) throw new RuleBroken(made.kind === 'missing' ? 'noBookOpen' : errorOf(made))
  // Hundreds of actions, each waiting for the disk, would take seconds; a half-made file is made again anyway.
  made.raw.pragma('synchronous = OFF')
  try {
    await fill(made)
  } finally {
    await made.close()
  }
  // Only a complete example gets the name.
  await durableReplace(file, { temporary: making })
  await removeFile(making)
  const opened = await openDatabase(file, options)
  if ('kind' in opened) throw new Error(`the example that was just made cannot be opened: ${opened.kind}`)
  return opened
}

export async function removeExample(dataFolder: string): Promise<void> {
  await removeFile(fileOf(dataFolder))
  await rm(exampleKeyFolder(dataFolder), { recursive: true, force: true })
}

async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true })
  await rm(`${file}-journal`, { force: true })
}
