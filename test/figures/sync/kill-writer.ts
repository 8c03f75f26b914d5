// Writes changes and looks into the folder until somebody kills it: `node kill-writer.ts <book> <folder> <first number> <normal|early>`.
// Says of each change that it is kept the moment it is; `early`, the control, says so before.
import { writeSync } from 'node:fs'
import { openKillPc } from './kill-pc.ts'

const [book = '', folder = '', first = '0', mode = 'normal'] = process.argv.slice(2)
const pc = openKillPc(book, folder)
say('READY')

for (let number = Number(first); ; number += 1) {
  if (mode === 'early') {
    say(`DONE ${number}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  pc.edit(`change ${number}`)
  if (mode === 'normal') say(`DONE ${number}`)
  await pc.look()
}

function say(line: string): void {
  writeSync(1, `${line}\n`)
}
