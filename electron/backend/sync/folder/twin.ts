// Two PCs under one name: a PC was put back from a copy, or copied as a whole. Nothing of either is lost, because both branches are taken
// in; but they must not go on under one name, so whoever notices takes a new one, with the rights it had.

import type { DeviceEntry } from '../format/device-list.ts'
import { makeIdentity, makeSigning } from '../keys/device-keys.ts'
import { addList } from './change-list.ts'
import { keepVault } from './memory.ts'
import type { SendNeeds } from './send.ts'
import { deleteKey, saveKey } from './sync-queries.ts'

export async function takeNewName(needs: SendNeeds): Promise<void> {
  const { memory, options, change, now } = needs
  const { list, vault, keys } = memory
  const own = list?.devices.find(({ id }) => id === vault.device)
  if (!list || !own || !keys) return
  const signing = await makeSigning(options.way, now.toISOString())
  const identity = await makeIdentity(options.way, now.toISOString())
  const twin: DeviceEntry = {
    ...own,
    id: options.newDeviceId(),
    recipient: identity.opened[0],
    signKey: signing.opened.publicKey,
  }
  await addList({ ...list, devices: [...list.devices, twin] }, needs)
  const former = memory.held.filter(({ use }) => use === 'signing')
  await change(async (tx) => {
    for (const key of former) await deleteKey(tx, key.id)
    await saveKey(tx, { ...signing.wrapped, toldIn: 0 })
    await saveKey(tx, { ...identity.wrapped, toldIn: 0 })
    await keepVault(tx, memory, { device: twin.id, lastFull: null, toldSeen: {} })
  })
  memory.held = [
    ...memory.held.filter(({ use }) => use !== 'signing'),
    { ...signing.wrapped, toldIn: 0 },
    { ...identity.wrapped, toldIn: 0 },
  ]
  memory.keys = { signing: signing.opened, identities: [identity.opened, ...keys.identities] }
  memory.isTwin = false
  memory.twins.add(vault.device)
}
