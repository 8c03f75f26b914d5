// A new epoch: somebody sums a scope up, all compare, and then the files before it are taken away by those who wrote them. With each
// epoch a PC takes a new age key, and throws the old one away as soon as nobody can have used it any more: from then on no copy of an
// old file, wherever a provider keeps it, can be read with a key of any PC. That is what makes erasing somebody true.
import type { Scope } from '../../database/declare-table.ts'
import type { DeviceEntry } from '../format/device-list.ts'
import { destroyKeyFile, makeIdentity } from '../keys/device-keys.ts'
import { chainOf, forgetFile, keepChain, type Memory, ownScopes } from './memory.ts'
import { addSnapshot, maySend, type SendNeeds } from './send.ts'
import { winnerOf } from './snapshots.ts'
import { dayMs, usualLimits } from './sync-options.ts'
import { deleteFile, deleteKey, saveKey, setFileState } from './sync-queries.ts'

const silentAfterDays = 14

/**
 * Sums up the scopes for which it is time, and which it falls to this PC to do. `asked`: whatever the time; what is done is taken out,
 * and what cannot be done yet stays for a next look.
 */
export async function startEpochs(asked: Set<Scope>, needs: SendNeeds): Promise<void> {
  const { memory } = needs
  if (!maySend(memory)) return
  let started = false
  for (const scope of ownScopes(memory)) {
    const isDue = asked.has(scope) || (isEpochDue(memory, scope, needs) && isStarter(memory, scope, needs.now))
    if (!isDue || !isWhole(memory, scope)) continue
    if (!(await addSnapshot(scope, needs))) continue
    asked.delete(scope)
    started = true
  }
  if (started) await takeNewKey(needs)
}

/** Nothing is known to exist that was not taken in, and nothing of the scope is held. */
function isWhole(memory: Memory, scope: Scope): boolean {
  if (memory.vault.epochs[scope] === undefined) return false
  const hasHole = [...memory.chains.values()].some((chain) => chain.scope === scope && chain.told[0] > chain.head[0])
  return !hasHole && ![...memory.files.values()].some((file) => file.scope === scope && file.state === 'held')
}

function isEpochDue(memory: Memory, scope: Scope, { options, now }: SendNeeds): boolean {
  const { list } = memory
  const winner = winnerOf(memory, scope)
  // Who was added needs a first summary, and what comes after somebody was taken off must not be read with old keys.
  if ((list?.version ?? 0) > (winner?.header.list[0] ?? 1)) return true
  // Whoever had to see to it may have ended the program before.
  if (memory.vault.erased?.in && (winner?.number ?? 0) <= (memory.vault.erased.in[scope] ?? -1)) return true
  // Who came lately cannot read what was made before its writer heard of them.
  if ((winner?.number ?? 0) <= (memory.vault.unreadable?.[scope] ?? -1)) return true
  const limits = { ...usualLimits, ...options.limits }
  const segments = [...memory.files.values()].filter(({ kind, state }) => kind === 'segment' && state === 'whole')
  const since = segments.filter(
    (file) => file.scope === scope && file.number > (winner?.header.covers[file.device]?.[0] ?? 0),
  ).length
  if (segments.length > limits.files && since > limits.filesOfScope) return true
  const age = winner ? now.getTime() - Date.parse(`${winner.header.wall}Z`) : 0
  return since > 0 && age > limits.epochDays * dayMs
}

/** Everybody works this out alike, so that one PC does it; two at once would do no harm. */
function isStarter(memory: Memory, scope: Scope, now: Date): boolean {
  const { list, lists, vault, devices } = memory
  const able = list?.devices.filter(({ scopes }) => scopes.includes(scope)).map(({ id }) => id) ?? []
  const signer = lists.get(list?.heads[0] ?? '')?.signer ?? ''
  const isSilent = (id: string) => {
    const heard = devices.get(id)?.heardAt
    return id !== vault.device && (!heard || now.getTime() - Date.parse(`${heard}Z`) > silentAfterDays * dayMs)
  }
  const order = [signer, ...able.sort()].filter((id) => able.includes(id) && !isSilent(id))
  return order[0] === vault.device
}

/** Once per epoch; the others are told in the next sign of life, and until then may use the old one. */
export async function takeNewKey({ memory, options, change, now }: SendNeeds): Promise<void> {
  if (memory.held.some(({ use, toldIn }) => use === 'identity' && toldIn < 0)) return
  const made = await makeIdentity(options.way, now.toISOString())
  const key = { ...made.wrapped, toldIn: -1 }
  await change((tx) => saveKey(tx, key))
  memory.held = [...memory.held, key]
  if (memory.keys) memory.keys = { ...memory.keys, identities: [made.opened, ...memory.keys.identities] }
}

/** Takes away what a summary covers that everybody has acknowledged. */
export async function cleanUp({ memory, change }: SendNeeds): Promise<void> {
  for (const scope of ownScopes(memory)) {
    const winner = winnerOf(memory, scope)
    if (!winner || !isAcknowledgedByAll(memory, scope, winner.number, winner.hash)) continue
    const { covers } = winner.header
    const isCovered = (device: string, number: number) => number <= (covers[device]?.[0] ?? 0)
    const done = [...memory.files.values()].filter(
      (file) =>
        file.scope === scope &&
        file.state === 'whole' &&
        (file.kind === 'segment' ? isCovered(file.device, file.number) : file.name !== winner.name),
    )
    const behind = Object.entries(covers).filter(([device, link]) => chainOf(memory, device, scope).base[0] < link[0])
    if (done.length === 0 && behind.length === 0) continue
    await change(async (tx) => {
      for (const file of done) {
        forgetFile(memory, file)
        if (file.own || isGone(memory, file.device)) {
          await setFileState(tx, file.name, 'removing')
          memory.files.set(file.name, { ...file, state: 'removing' })
        } else await deleteFile(tx, file.name)
      }
      for (const [device, link] of behind) {
        const chain = chainOf(memory, device, scope)
        await keepChain(tx, memory, { ...chain, base: link })
      }
    })
  }
}

/** A PC that was taken off does not take its files away any more: then the others do. */
const isGone = (memory: Memory, device: string) => memory.list?.removed.some(({ id }) => id === device) ?? false

function isAcknowledgedByAll(memory: Memory, scope: Scope, epoch: number, hash: string): boolean {
  return silentIn(memory, scope, epoch, hash).length === 0
}

/** Whether what was erased is gone on that PC, old files included; undefined while nothing was. */
export function hasForgottenErased(memory: Memory, device: Pick<DeviceEntry, 'id' | 'scopes'>): boolean | undefined {
  const erasedIn = memory.vault.erased?.in
  if (!erasedIn) return undefined
  const shared = ownScopes(memory).filter((scope) => device.scopes.includes(scope))
  return shared.every((scope) => {
    const winner = winnerOf(memory, scope)
    if (!winner || winner.number <= (erasedIn[scope] ?? 0)) return false
    return !silentIn(memory, scope, winner.number, winner.hash).includes(device.id)
  })
}

/** The devices that have not acknowledged a summary yet. */
function silentIn(memory: Memory, scope: Scope, epoch: number, hash: string): string[] {
  const { list, vault, devices } = memory
  const able = list?.devices.filter(({ scopes }) => scopes.includes(scope)).map(({ id }) => id) ?? []
  return able.filter((id) => {
    const link = id === vault.device ? vault.acknowledged[scope] : devices.get(id)?.lastFull?.ack[scope]
    return !link || link[0] < epoch || (link[0] === epoch && link[1] !== hash)
  })
}

/**
 * Throws away the keys that nothing on its way can need: all others have said that they use a newer one, all before that is in, and no
 * letter is awaited that is made for it.
 */
export async function destroyOldKeys({ memory, options, change }: SendNeeds): Promise<void> {
  const identities = memory.held.filter(({ use }) => use === 'identity')
  const newestToldIn = Math.max(-1, ...identities.map(({ toldIn }) => toldIn))
  if (newestToldIn <= 0 || !isUsedByAll(memory, newestToldIn)) return
  const unused = identities.filter(({ toldIn }) => toldIn >= 0 && toldIn < newestToldIn)
  if (unused.length === 0) return
  const awaited = await options.awaitedRecipients()
  const old = unused.filter(({ publicKey }) => !awaited.has(publicKey))
  for (const key of old) {
    await change((tx) => deleteKey(tx, key.id))
    await destroyKeyFile(options.keyFolder, key)
  }
  if (old.length === 0) return
  memory.held = memory.held.filter((key) => !old.includes(key))
  if (memory.keys) {
    const kept = memory.keys.identities.filter(([recipient]) => !old.some(({ publicKey }) => publicKey === recipient))
    memory.keys = { ...memory.keys, identities: kept }
  }
}

function isUsedByAll(memory: Memory, toldIn: number): boolean {
  const own = ownScopes(memory)
  const others = memory.list?.devices.filter(({ id }) => id !== memory.vault.device) ?? []
  return others.every(({ id, scopes }) => {
    const full = memory.devices.get(id)?.lastFull
    if (!full || full.seenUs < toldIn) return false
    return scopes.every((scope) => {
      const said = full.own[scope]
      return !said || !own.includes(scope) || chainOf(memory, id, scope).head[0] >= said[0]
    })
  })
}
