// Does one action after another in a real data folder and says so the moment each was answered, until somebody kills it.
// Run as a child: `node writer.ts <folder> <first number> <normal|early>`. In `early`, the control, it speaks before the work is
// done, the way a program would that answers before its data is durable.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { clientOf, parseWorkerSource } from '../../support/test-backend.ts'

const [folder = '', first = '0', mode = 'normal'] = process.argv.slice(2)

const backend = await createBackend({
  dataFolder: folder,
  appVersion: '0.1.0',
  parseWorker: parseWorkerSource,
  capabilities: { shell: 'browser' },
  newId: randomUUID,
  log: (line) => say(`BUG ${line}`),
})
const api = clientOf(backend)
if ((await api.books.status({})).state === 'none')
  await api.books.create({
    name: 'Boek 0',
    kind: 'vereniging',
    rolePattern: 'contact_deputy',
    minGatheringsPerYear: 3,
    duesEnabled: false,
    accountingStart: null,
  })
const { state } = await api.books.status({})
// The areas it writes in are read when they are first asked something: the kills are meant for the writing.
if (state === 'open')
  await Promise.all([
    api.neighbourhoods.list({}),
    api.members.choose({ text: '', neighbourhood: null, except: [] }),
    api.books.settings({}),
    api.backups.list({}),
  ])
say(state === 'open' ? 'READY' : `CLOSED ${state}`)

for (let number = Number(first); ; number += 1) {
  await acknowledged(`group ${number}`, () =>
    api.neighbourhoods.add({ name: `Groep ${number}`, areaNote: null, targetSize: 50, cadencePerYear: null }),
  )
  await acknowledged(`person ${number}`, () => api.members.register(neighbour(number)))
  await acknowledged(`book ${number}`, async () =>
    api.books.changeSettings({ ...(await api.books.settings({})), name: `Boek ${number}` }),
  )
  if (number % 5 === 0) await acknowledged(`copy ${number}`, () => api.backups.make({}))
}

async function acknowledged(what: string, work: () => Promise<unknown>): Promise<void> {
  if (mode === 'early') say(`DONE ${what}`)
  await work()
  if (mode !== 'early') say(`DONE ${what}`)
}

/** At once and whole: a line that stands in a buffer would not survive the kill. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

function neighbour(number: number) {
  return {
    firstName: 'Buur',
    infix: '',
    lastName: `Nummer ${number}`,
    called: '',
    birthYear: null,
    phone: null,
    mobile: null,
    email: null,
    preferredContact: null,
    languages: null,
    emergencyContact: null,
    note: null,
    home: { kind: 'address', street: 'Lijsterpad', houseNumber: number, houseSuffix: '', postcode: '', city: '' },
    membership: { kind: 'lid', from: '2026-01-01', number: null },
    neighbourhoodId: null,
    fee: null,
  } as const
}
