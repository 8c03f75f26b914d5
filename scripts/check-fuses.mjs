// node scripts/check-fuses.mjs <packaged program>: reads the fuses back from the binary; exit 1 when one is not as configured.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fuses } from '../electron-builder.config.mjs'

/** Stands before the fuses in every binary of Electron. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** In the order in which Electron keeps them. */
const names = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  'wasmTrapHandlers',
]

/** What is wrong with the fuses of this binary, in sentences; empty when all is as configured. */
export function wrongFuses(binary) {
  const at = binary.indexOf(sentinel)
  if (at < 0) return ['this is no program of Electron: it has no fuses']
  const wire = binary.subarray(at + sentinel.length)
  const [version, count] = wire
  if (version !== 1) return [`fuses of version ${version}; this script knows version 1`]
  // A new fuse has a default nobody has looked at yet.
  if (count !== names.length) return [`${count} fuses; ${names.length} are known here`]
  return names.flatMap((name, index) => {
    const state = String.fromCharCode(wire[2 + index])
    const wanted = fuses[name] === undefined ? undefined : fuses[name] ? '1' : '0'
    return wanted === undefined || state === wanted ? [] : [`${name} is ${state}, not ${wanted}`]
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = wrongFuses(readFileSync(process.argv[2] ?? ''))
  for (const problem of problems) console.error(problem)
  if (problems.length === 0) console.log(`${names.length} fuses as configured`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
