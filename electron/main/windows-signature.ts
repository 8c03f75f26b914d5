// Who signed an installer, asked of Windows. electron-updater has such a check too, but lets a file pass whenever
// PowerShell cannot be run; here everything but a clear yes is a no.
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { parseDn } from 'builder-util-runtime'

/** Runs PowerShell for one file and gives what it printed. */
export type AskWindows = (file: string) => Promise<string>

/** null when one of these publishers signed the file and Windows trusts the signature; else why it is refused. */
export async function checkPublisher(
  publishers: readonly string[],
  file: string,
  ask: AskWindows = askWindows,
): Promise<string | null> {
  let answer: unknown
  try {
    answer = JSON.parse(await ask(file))
  } catch {
    return 'the signature could not be read'
  }
  if (typeof answer !== 'object' || answer === null) return 'the signature could not be read'
  const { status, path: signedPath, subject }: { status?: unknown; path?: unknown; subject?: unknown } = answer
  if (status !== 'Valid') return 'there is no valid signature'
  if (typeof signedPath !== 'string' || path.normalize(signedPath) !== path.normalize(file))
    return 'another file was looked at'
  if (typeof subject !== 'string') return 'the signature names nobody'
  return publishers.some((publisher) => isPublisher(publisher, subject)) ? null : 'somebody else signed it'
}

/** `publisher` is a whole name (`CN=..., O=...`), of which every part must agree, or the common name alone. */
function isPublisher(publisher: string, subject: string): boolean {
  const signed = parseDn(subject)
  const wanted = parseDn(publisher)
  if (wanted.size === 0) return publisher !== '' && signed.get('CN') === publisher
  return [...wanted].every(([part, value]) => signed.get(part) === value)
}

// The name of the file comes by an environment variable: no quoting, so nothing in a name can become a command.
const command = `[Console]::OutputEncoding = [Text.Encoding]::UTF8
$signature = Get-AuthenticodeSignature -LiteralPath $env:BUURTBOEK_INSTALLER
@{ status = [string]$signature.Status; path = $signature.Path; subject = $signature.SignerCertificate.Subject } | ConvertTo-Json -Compress`

async function askWindows(file: string): Promise<string> {
  const { PSModulePath: _anyVersion, ...env } = process.env
  const windows = env.SystemRoot ?? 'C:\\Windows'
  const powershell = path.join(windows, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
  const { stdout } = await promisify(execFile)(powershell, ['-NoProfile', '-NonInteractive', '-Command', command], {
    env: { ...env, BUURTBOEK_INSTALLER: file },
    timeout: 30_000,
    windowsHide: true,
  })
  return stdout
}
