import { type BrowserWindow, dialog } from 'electron'
import type { Words } from './words.ts'

/** Prints what the window shows, by the system's own dialog; A4, because Chromium's own choice is Letter. */
export function printPage(window: BrowserWindow, words: Words): void {
  window.webContents.print({ printBackground: false, pageSize: 'A4' }, (printed, reason) => {
    if (printed || /cancel/i.test(reason)) return
    void dialog.showMessageBox(window, {
      type: 'warning',
      title: words.dialog.printFailedTitle,
      message: words.dialog.printFailedText,
      detail: words.dialog.printFailedDetail,
      buttons: [words.dialog.understood],
    })
  })
}
