import { type DeviceList, deviceList, type KnownList } from '../format/device-list.ts'
import { sheetSigner } from '../format/header.ts'
import { sealList } from '../format/seal-file.ts'
import type { SigningKey } from '../format/signing.ts'
import { keepFile, keepList, recipientOf, recipientsOf } from './memory.ts'
import { type SendNeeds, sealOptions } from './send.ts'

/**
 * Makes the next version of the list, signed by this PC, or by the recovery sheet when `root` is given. It names every head it goes on
 * from, so that a list in two versions is one again.
 */
export async function addList(content: DeviceList, needs: SendNeeds, root?: SigningKey): Promise<void> {
  const { memory, change } = needs
  const { devices, removed, sheet, root: rootKey } = content
  const next = deviceList.parse({ devices, removed, sheet, root: rootKey })
  const signer = root ? sheetSigner : memory.vault.device
  const header = {
    dev: signer,
    version: (memory.list?.version ?? 0) + 1,
    prev: [...(memory.list?.heads ?? [])],
  }
  // Everybody who is on it, also who comes back, and who was until now: somebody who is taken off sees that it is so, and nothing that comes after.
  const recipients = [
    ...recipientsOf(memory, undefined),
    ...next.devices.map((device) => recipientOf(memory, device)),
    next.sheet,
  ]
  const sealing = sealOptions(needs, undefined)
  const sealed = await sealList(header, [JSON.stringify(next)], { ...sealing, key: root ?? sealing.key, recipients })
  const list: KnownList = {
    version: header.version,
    hash: sealed.hash,
    prev: header.prev,
    signer,
    content: next,
  }
  await change(async (tx) => {
    await keepFile(
      tx,
      memory,
      {
        ...{ name: sealed.name, kind: 'list', device: signer, scope: '', number: list.version, hash: list.hash },
        ...{ size: sealed.bytes.length, state: 'whole', own: true, header: null, missedAt: null },
      },
      sealed.bytes,
    )
    await keepList(tx, memory, list)
  })
}
