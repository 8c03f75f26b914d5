// Puts a copy back and kills itself at the given call to the file system: `node restorer.ts <folder> <copy> <call> [careless]`. It
// counts every such call before and after it is done, and prints how many there were when it gets to the end. `careless` is the
// control: the old book is removed before the new one gets its name.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const [folder = '', backupId = '', call = '0', mode = ''] = process.argv.slice(2)
let count = 0
let isRestoring = false

function pass(): void {
  if (!isRestoring) return
  count += 1
  if (count === Number(call)) process.kill(process.pid, 'SIGKILL')
}

const files = fs.promises
for (const name of ['rename', 'rm', 'link', 'copyFile', 'open', 'mkdir'] as const) {
  const real = files[name] as (...input: unknown[]) => Promise<unknown>
  const counted = async (...input: unknown[]) => {
    pass()
    if (mode === 'careless' && name === 'rename' && String(input[1]).endsWith('boek.db')) {
      fs.rmSync(String(input[1]))
      pass()
    }
    const result = await real.apply(files, input)
    pass()
    return result
  }
  Object.assign(files, { [name]: counted })
}
syncBuiltinESMExports()

// After the change above, so that the app gets the counted functions.
const { createBackend } = await import('../../../electron/backend/create-backend.ts')
const { clientOf, parseWorkerSource } = await import('../../support/test-backend.ts')
const backend = await createBackend({
  dataFolder: folder,
  appVersion: '0.1.0',
  parseWorker: parseWorkerSource,
  capabilities: { shell: 'browser' },
  newId: randomUUID,
})
isRestoring = true
await clientOf(backend).books.restore({ backupId })
isRestoring = false
await backend.close()
console.log(`CALLS ${count}`)
