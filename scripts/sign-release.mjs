// The signed list that a new version must prove itself with (electron/main/update-manifest.ts).
//   node scripts/sign-release.mjs keys <private key file>   makes a pair; prints the public half for BUURTBOEK_UPDATE_KEY
//   node scripts/sign-release.mjs <dist folder> <private key file> <serial>
// The private key never goes near a build machine: this is run by hand, off line, on what the build made. The serial is one
// more than that of the release before.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const publicHalf = (key) => createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')

/** Makes a pair; the private half goes to a file that only its owner can read and that is never overwritten. */
export function makeKeys(file) {
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' })
  return publicHalf(privateKey)
}

/** Writes buurtboek-update.json and its signature beside the installers in `folder`. */
export function signRelease(folder, keyFile, serial, version) {
  const names = readdirSync(folder).filter((name) => name.includes(version) && /\.(AppImage|exe|zip)$/.test(name))
  if (names.length === 0) throw new Error(`no installers of ${version} in ${folder}`)
  if (!Number.isSafeInteger(serial) || serial < 1) throw new Error('the serial must be a whole number above zero')
  const files = names.sort().map((name) => {
    const contents = readFileSync(path.join(folder, name))
    return { name, sha512: createHash('sha512').update(contents).digest('base64'), size: contents.byteLength }
  })
  const bytes = Buffer.from(JSON.stringify({ app: 'nl.buurtboek.app', version, serial, files }, undefined, 2))
  const key = createPrivateKey(readFileSync(keyFile))
  writeFileSync(path.join(folder, 'buurtboek-update.json'), bytes)
  writeFileSync(path.join(folder, 'buurtboek-update.json.sig'), sign(null, bytes, key).toString('base64'))
  return { files: files.length, publicKey: publicHalf(key) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [first = '', second = '', serial] = process.argv.slice(2)
  if (first === 'keys') {
    console.log(makeKeys(second))
  } else {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    const { files, publicKey } = signRelease(first, second, Number(serial), version)
    console.log(`${files} files of ${version} signed; BUURTBOEK_UPDATE_KEY=${publicKey}`)
  }
}
