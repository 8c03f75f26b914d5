// A year of bank lines with the answers: the folder that `npm run bank:match` takes, and the labels it never sees.
export interface MatchingSet {
  readonly members: readonly SetMember[]
  readonly mandates: readonly SetMandate[]
  readonly transactions: readonly SetLine[]
  readonly labels: Readonly<Record<string, Label>>
}

export interface SetMember {
  readonly no: number
  readonly first: string
  readonly initials: string
  readonly prefix: string
  readonly surname: string
  readonly household: string
  readonly street: string
  readonly nr: number
  readonly dueCents: number
  readonly reference: string
}

export interface SetMandate {
  readonly member: number
  readonly mandate: string
  readonly iban: string
  readonly dueCents: number
}

export interface SetLine {
  readonly id: string
  readonly date: string
  readonly cents: number
  readonly iban: string | null
  readonly name: string | null
  readonly desc: string
  readonly ref?: string
  readonly pmtInfId?: string
  readonly e2e?: string
  readonly mandate?: string
  readonly ret?: string
}

export interface Label {
  readonly kind: 'dues' | 'other' | 'batch' | 'storno'
  readonly alloc?: readonly { readonly m: number; readonly c: number }[]
  /** Any of these is right: one account pays for each in turn and the text does not say for whom. */
  readonly interchangeable?: readonly number[]
}
