// Puts a checked book in the place of another. At every moment there is a whole file under the book's name: when the power goes, the
// next start finds the old book or the new one, and never the first-time screen.
import { constants } from 'node:fs'
import { copyFile, link, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { durableReplace, syncFolder } from '../database/durable-replace.ts'

/** `file` must be closed. A journal that is left would be played into the new book: it goes first. */
export async function replaceBook(file: string, temporary: string): Promise<void> {
  await rm(`${file}-journal`, { force: true })
  await syncFolder(dirname(file))
  await durableReplace(file, { temporary })
}

/** Gives a broken file a second name beside its own, so that nothing of it is lost when another takes its place. */
export async function keepAside(file: string, now: Date): Promise<string> {
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const aside = `${file}.beschadigd-${stamp}`
  try {
    await link(file, aside)
  } catch (error) {
    // Some file systems (exFAT, network disks) know no second names.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error
    await copyFile(file, aside, constants.COPYFILE_EXCL)
  }
  await rename(`${file}-journal`, `${aside}-journal`).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  })
  await syncFolder(dirname(file))
  return aside
}
