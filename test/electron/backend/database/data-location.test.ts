import { describe, expect, it } from 'vitest'
import type { Surroundings } from '../../../../electron/backend/database/data-location.ts'
import { findUnfitLocation } from '../../../../electron/backend/database/data-location.ts'

function computer(changes: Partial<Surroundings> & { marks?: Record<string, 'file' | 'folder'> }): Surroundings {
  const { marks = {}, ...rest } = changes
  return {
    platform: 'linux',
    home: '/home/cornelia',
    environment: {},
    kindOf: async (path) => marks[path.replaceAll('\\', '/')],
    mounts: async () => '/dev/sda1 / ext4 rw 0 0\n',
    ...rest,
  }
}

const windows = { platform: 'win32', home: 'C:\\Users\\Cornelia' } as const

describe('a folder that is fit', () => {
  it.each([
    ['/home/cornelia/.config/Buurtboek', computer({})],
    ['/home/cornelia/.config/Buurtboek', computer({ marks: { '/home/cornelia/.dropbox': 'folder' } })],
    [
      'C:\\Users\\Cornelia\\AppData\\Roaming\\Buurtboek',
      computer({ ...windows, environment: { OneDrive: 'C:\\Users\\Cornelia\\OneDrive' } }),
    ],
    ['\\\\?\\C:\\Users\\Cornelia\\AppData\\Roaming\\Buurtboek', computer(windows)],
    [
      '/Users/cornelia/Library/Application Support/Buurtboek',
      computer({ platform: 'darwin', home: '/Users/cornelia' }),
    ],
    ['/srv/documents/Buurtboek', computer({})],
    ['/tmp/dropbox-test/boek', computer({})],
    [
      '/home/cornelia/.config/Buurtboek',
      computer({ mounts: async () => '/dev/sda1 / ext4\nnas:/export /mnt/nas nfs4\n' }),
    ],
  ])('%s', async (folder, surroundings) => {
    expect(await findUnfitLocation(folder, surroundings)).toBeUndefined()
  })
})

describe('a folder that is not', () => {
  it.each([
    ['C:\\Users\\Cornelia\\OneDrive\\Buurtboek', computer(windows), 'synced', 'OneDrive'],
    ['C:\\Users\\Cornelia\\OneDrive - Stadsdorp\\Buurtboek', computer(windows), 'synced', 'OneDrive'],
    [
      'D:\\Wolk\\Buurtboek',
      computer({ ...windows, environment: { OneDriveConsumer: 'd:\\wolk\\' } }),
      'synced',
      'OneDrive',
    ],
    ['/home/cornelia/Dropbox/Buurtboek', computer({}), 'synced', 'Dropbox'],
    ['/home/cornelia/wolk/boek', computer({ marks: { '/home/cornelia/wolk/.dropbox': 'file' } }), 'synced', 'Dropbox'],
    ['/home/cornelia/Nextcloud/Buurtboek', computer({}), 'synced', 'Nextcloud'],
    [
      '/home/cornelia/wolk/boek',
      computer({ marks: { '/home/cornelia/wolk/.nextcloudsync.log': 'file' } }),
      'synced',
      'Nextcloud',
    ],
    [
      '/home/cornelia/samen/boek',
      computer({ marks: { '/home/cornelia/samen/.stfolder': 'folder' } }),
      'synced',
      'Syncthing',
    ],
    [
      '/Users/cornelia/Library/Mobile Documents/com~apple~CloudDocs/boek',
      computer({ platform: 'darwin', home: '/Users/cornelia' }),
      'synced',
      'iCloud',
    ],
    [
      '/Users/cornelia/Library/CloudStorage/GoogleDrive-x/boek',
      computer({ platform: 'darwin', home: '/Users/cornelia' }),
      'synced',
      'macOS CloudStorage',
    ],
    ['G:\\Mijn Drive\\boek', computer(windows), 'synced', 'Google Drive'],
    ['/home/cornelia/Documenten/Buurtboek', computer({}), 'documents', null],
    ['/home/cornelia/Desktop', computer({}), 'documents', null],
    ['C:\\Users\\Cornelia\\Documents\\Buurtboek', computer(windows), 'documents', null],
    ['\\\\nas\\thuis\\Buurtboek', computer(windows), 'network', null],
    ['\\\\?\\UNC\\nas\\thuis\\Buurtboek', computer(windows), 'network', null],
    [
      '/mnt/nas/Buurtboek',
      computer({ mounts: async () => '/dev/sda1 / ext4\nnas:/export /mnt/nas nfs4\n' }),
      'network',
      null,
    ],
    [
      '/mnt/mijn nas/boek',
      computer({ mounts: async () => '/dev/sda1 / ext4\n//nas/x /mnt/mijn\\040nas cifs\n' }),
      'network',
      null,
    ],
  ] as const)('%s', async (folder, surroundings, reason, service) => {
    expect(await findUnfitLocation(folder, surroundings)).toEqual({ reason, service })
  })
})
