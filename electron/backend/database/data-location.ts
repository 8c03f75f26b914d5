// Is this folder fit to hold an open database? A cloud program that copies the file while it is written makes torn copies or puts
// back old ones, and a lock on another computer's disk does not hold. Such a folder is refused and explained, never silently replaced.
import { lstat, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export interface UnfitLocation {
  /** synced - a cloud program copies it; documents - a folder such programs take over; network - on another computer's disk. */
  readonly reason: 'synced' | 'documents' | 'network'
  /** The cloud program, where it is known. */
  readonly service: string | null
}

/** What of the computer is looked at; tests describe another one. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly kindOf: (path: string) => Promise<'file' | 'folder' | undefined>
  /** Lines of /proc/mounts; empty where there is no such list. */
  readonly mounts: () => Promise<string>
}

/** Why `folder` is not fit, or undefined when nothing speaks against it. */
export async function findUnfitLocation(
  folder: string,
  surroundings: Surroundings = thisComputer,
): Promise<UnfitLocation | undefined> {
  const path = surroundings.platform === process.platform ? resolve(folder) : folder
  const service =
    serviceByEnvironment(path, surroundings) ?? serviceByName(path) ?? (await serviceByMark(path, surroundings))
  if (service) return { reason: 'synced', service }
  if (await isOnNetwork(path, surroundings)) return { reason: 'network', service: null }
  if (isAmongDocuments(path, surroundings)) return { reason: 'documents', service: null }
  return undefined
}

const oneDriveVariables = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']

function serviceByEnvironment(path: string, { environment, platform }: Surroundings): string | undefined {
  const inside = oneDriveVariables.some((name) => {
    const root = environment[name]
    return root !== undefined && root !== '' && isInside(path, root, platform)
  })
  return inside ? 'OneDrive' : undefined
}

/** Names such programs give to their folder; people hardly ever give these to another. */
const folderNames: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .+)?$/i, 'OneDrive'],
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^nextcloud\d*$/i, 'Nextcloud'],
  [/^owncloud\d*$/i, 'ownCloud'],
  [/^(google ?drive|my drive|mijn drive)$/i, 'Google Drive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud'],
  [/^cloudstorage$/i, 'macOS CloudStorage'],
  [/^(pclouddrive|pcloud drive)$/i, 'pCloud'],
  [/^proton drive$/i, 'Proton Drive'],
  [/^syncthing$/i, 'Syncthing'],
]

function serviceByName(path: string): string | undefined {
  for (const part of path.split(/[/\\]/)) {
    for (const [name, service] of folderNames) if (name.test(part)) return service
  }
  return undefined
}

/** Files and folders such programs leave in the top of what they copy. ~/.dropbox is only their settings: there it is a folder. */
const marks: readonly (readonly [name: string, kind: 'file' | 'folder', service: string])[] = [
  ['.dropbox', 'file', 'Dropbox'],
  ['.dropbox.cache', 'folder', 'Dropbox'],
  ['.nextcloudsync.log', 'file', 'Nextcloud'],
  ['.owncloudsync.log', 'file', 'ownCloud'],
  ['.stfolder', 'folder', 'Syncthing'],
  ['.stfolder', 'file', 'Syncthing'],
  ['.tmp.drivedownload', 'folder', 'Google Drive'],
]

async function serviceByMark(path: string, { kindOf }: Surroundings): Promise<string | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    for (const [name, kind, service] of marks) if ((await kindOf(join(folder, name))) === kind) return service
    if (dirname(folder) === folder) return undefined
  }
}

const networkFileSystems =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|afpfs|ncpfs|davfs|fuse\.(sshfs|rclone|davfs|gvfsd-fuse|s3fs))$/

async function isOnNetwork(path: string, { platform, mounts }: Surroundings): Promise<boolean> {
  if (platform === 'win32') return /^[\\/]{2}(?![?.][\\/])/.test(path) || /^[\\/]{2}\?[\\/]UNC[\\/]/i.test(path)
  let longest = ''
  let type = ''
  for (const line of (await mounts()).split('\n')) {
    const [, point = '', kind = ''] = line.split(' ')
    const mountPoint = point.replace(/\\040/g, ' ')
    if (mountPoint.length >= longest.length && mountPoint !== '' && isInside(path, mountPoint, platform)) {
      longest = mountPoint
      type = kind
    }
  }
  return networkFileSystems.test(type)
}

const documentFolders = /^(documents|documenten|mijn documenten|my documents|desktop|bureaublad)$/i

function isAmongDocuments(path: string, { home, platform }: Surroundings): boolean {
  if (!isInside(path, home, platform)) return false
  const [first = ''] = path.slice(home.length).split(/[/\\]/).filter(Boolean)
  return documentFolders.test(first)
}

function isInside(path: string, folder: string, platform: NodeJS.Platform): boolean {
  const plain = (text: string) => {
    const slashes = text.replaceAll('\\', '/').replace(/\/+$/, '')
    return platform === 'linux' ? slashes : slashes.toLowerCase()
  }
  const outer = plain(folder)
  const inner = plain(path)
  return inner === outer || inner.startsWith(`${outer}/`)
}

const thisComputer: Surroundings = {
  platform: process.platform,
  home: homedir(),
  environment: process.env,
  async kindOf(path) {
    try {
      const found = await lstat(path)
      return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : undefined
    } catch {
      // What is not there or may not be looked at is no mark.
      return undefined
    }
  },
  async mounts() {
    if (process.platform !== 'linux') return ''
    try {
      return await readFile('/proc/mounts', 'utf8')
    } catch {
      return ''
    }
  },
}
