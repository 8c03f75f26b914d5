import { describe, expect, it } from 'vitest'
import { partsAt } from '../../../renderer/app/parts-at.ts'
import { helpPages } from '../../../renderer/screens/help/help-pages.ts'
import { moduleCodes } from '../../../shared/domain/modules.ts'
import { everyAddress } from '../../support/every-address.ts'

const addresses = everyAddress()

describe('the parts a screen belongs to', () => {
  it('are those of which its address is', () => {
    expect(partsAt('/contributie/incasso/7')).toEqual(['dues'])
    expect(partsAt('/werkgroep')).toEqual(['leaders', 'ideas'])
    expect(partsAt('/werkgroep/ideeen')).toEqual(['ideas'])
    expect(partsAt('/bijeenkomsten/reeksen/7')).toEqual(['series'])
    expect(partsAt('/bijeenkomsten/7')).toEqual([])
    expect(partsAt('/mensen/7')).toEqual([])
  })

  it('have every module among them, but lifts, which have no screen of their own', () => {
    const found = new Set(addresses.flatMap((address) => partsAt(address)))
    expect(addresses.length).toBeGreaterThan(70)
    expect([...found].toSorted()).toEqual([...moduleCodes.filter((code) => code !== 'lifts'), 'dues'].toSorted())
  })

  it('are the same as help says of the screens it explains', () => {
    for (const { code, needs = [], screens } of helpPages)
      for (const screen of screens.filter((each) => partsAt(each.replace('/*', '/x')).length > 0))
        expect([code, screen, partsAt(screen.replace('/*', '/x')).filter((part) => !needs.includes(part))]).toEqual([
          code,
          screen,
          [],
        ])
  })
})
