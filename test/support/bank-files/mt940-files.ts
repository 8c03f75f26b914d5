// Invented MT940 files in the dialects of the banks; each holds one statement whose balances fit, unless its name says otherwise.

export interface Mt940Content {
  /** Around the message. */
  readonly before?: string
  readonly after?: string
  readonly reference?: string
  readonly account?: string
  readonly open?: string
  readonly close: string
  readonly entries: readonly string[]
}

export function mt940File(content: Mt940Content): string {
  const { before = '{1:F01TESTNL2AAMS0000000000}{2:I940TESTNL2AAMSN}{4:', after = '-}' } = content
  const { reference = 'P261102000000001', account = 'NL13TEST0123456789EUR', open = 'C261031EUR100,00' } = content
  return `${before}
:20:${reference}
:25:${account}
:28C:00211
:60F:${open}
${content.entries.join('\n')}${content.entries.length > 0 ? '\n' : ''}:62F:${content.close}
${after}
`
}

export const mt940Files = {
  ing: mt940File({
    close: 'C261102EUR117,50',
    entries: [
      ':61:2611011101C10,00NTRFNONREF//26305123456789\n/TRCD/00100/\n:86:/CNTP/NL87TEST0000000001/TESTNL2A/A B / C de Groot/DELFT//REMI/USTD//contri\nbutie november lid 1042/',
      ':61:2611021102C17,50NTRFEREF//26305123456790\n/TRCD/00100/\n:86:/EREF/E2E-17//CNTP/NL60TEST0000000002/TESTNL2A/R Ozturk///REMI/STRD/CUR/5000056789012345/',
      ':61:2611021102D10,00NDDTEREF//26305123456791\n/TRCD/01315/\n:86:/RTRN/MS03//EREF/BV-2026-10-17//MARF/M-17//CSID/NL00ZZZ000000000000//CNTP/NL60TEST0000000002/TESTNL2A/R Ozturk///REMI/USTD//contributie oktober/',
    ],
  }),
  ingOld: mt940File({
    before: '0000 01TESTNL2AAMSX00001\n0000 01TESTNL2AAMSX00001\n940 00',
    after: ':64:C261102EUR90,00\n:86:D000001C000000D10,00C0,00\n-X',
    reference: 'MPBZ',
    account: '0001234567',
    close: 'C261102EUR90,00',
    entries: [':61:261102D10,00NGT EREF\n:86:NL87TEST0000000001 TESTNL2A J DE GROOT NOTPROVIDED zaalhuur\noktober'],
  }),
  abnKeys: mt940File({
    before: 'ABNANL2A\n940\nABNANL2A',
    after: '-',
    reference: 'ABN AMRO BANK NV',
    account: '999900003',
    close: 'C261102EUR230,',
    entries: [
      ':61:2611011101C10,N654NONREF\n:86:/TRTP/SEPA OVERBOEKING/IBAN/NL87TEST0000000001/BIC/TESTNL2A/NAME/J. D\nE GROOT/REMI/contributie 1/11 lid 1042/EREF/NOTPROVIDED',
      ':61:2611021102C130,N247NONREF\n:86:/TRTP/SEPA Incasso batch/PREF/BV-2026-11/NRTX/13/PIND/BRUTO',
      ':61:2611021102d10,N245NONREF\n:86:/RTYP/SEPA Incasso Terugboeking/MARF/M-17/RTRN/\nAC01/IBAN/ NL60TEST0000000002/NAME/R OZTURK/REMI/contributie/EREF/BV-17',
    ],
  }),
  abnColumns: mt940File({
    before: 'ABNANL2A\n940\nABNANL2A',
    after: '-',
    reference: 'ABN AMRO BANK NV',
    account: '999900003',
    close: 'C261102EUR110,5',
    entries: [
      `:61:2611021102C10,5N654NONREF\n:86:SEPA OVERBOEKING                 IBAN: NL87TEST0000000001
BIC: TESTNL2A                    NAAM: J DE GROOT EN OF A
OMSCHRIJVING: CONTRIBUTIE NOVEMB ER LID 1042
KENMERK: 7541410`,
    ],
  }),
  rabo: mt940File({
    before: ':940:',
    after: '',
    reference: '940S261102',
    account: 'NL13TEST0123456789 EUR',
    open: 'C261031EUR000000000100,00',
    close: 'C261102EUR000000000230,00',
    entries: [
      ':61:261101C000000000010,00N541NONREF\nNL87TEST0000000001\n:86:/ORDP//NAME/J DE GROOT/ADDR/ONBEKEND 1/REMI/contributie\n-\nlid 1042/ISDT/2026-11-01',
      ':61:261102C000000000130,00N541PREF\n:86:/PREF/BV-2026-11-RCUR/NRTX/13',
      ':61:261102D000000000010,00N541EREF\nNL60TEST0000000002\n:86:/EREF/E-1/BENM//NAME/GROENE HART/REMI/CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/5000056789012345/ISDT/2026-11-02',
    ],
  }),
  raboOld: mt940File({
    before: ':940:',
    after: '',
    reference: '940A261102',
    account: '1234.56.789EUR',
    open: 'C261031EUR000000000100.00',
    close: 'C261102EUR000000000110.00',
    entries: [':61:261102C000000000010.00NMSC123456780       DE GROOT J\n:86:CONTRIBUTIE\n:86:LID 1042'],
  }),
  asn: mt940File({
    before: '{1:F01TESTNL21AMSX0000000000}{2:O940TESTNL21AMSXN}{3:}{4:',
    after: '-}{5:}',
    reference: '0000000000',
    account: 'NL13TEST0123456789',
    close: 'C261102EUR90,00',
    entries: [
      `:61:261102    C10,00NOVBNL87TEST0000000001\nj de groot\n:86:NL87TEST0000000001 j de groot\n${' '.repeat(65)}\n${'contributie lid 1042 '.padEnd(63, 'x')} e\nn nog iets${' '.repeat(55)}\n${' '.repeat(65)}`,
      `:61:2611021102D20,00NINCNL60TEST0000000002\ngroene hart\n:86:NL60TEST0000000002 groene hart\n${' '.repeat(65)}
/TRTP/Europese Incasso/CSID/NL00ZZZ000000000000/NAME/GROENE HART B
EHEER/MARF/M-17/REMI/zaalhuur 11/26/IBAN/NL60TEST0000000002/EREF/E-9`,
    ],
  }),
  triodosOld: mt940File({
    before: '',
    after: '-',
    reference: '1352294232659/1',
    account: 'TRIODOSBANK/0454545454',
    close: 'C261102EUR110,00',
    entries: [
      ':61:261102C10,00NET NONREF\n:86:000>100000000000\n>20TESTNL2U\n>21NL87TEST0000000001\n>22J DE GROOT CONTRIBUTIE NOVE>23MBER LID 1042\n>310454545454',
    ],
  }),
  bunq: mt940File({
    account: 'NL13TEST0123456789 EUR',
    close: 'C261102EUR100,3',
    entries: [':61:2611021102C0,3NTRFNONREF\n:86:/IBAN/NL87TEST0000000001/NAME/J. de Groot/REMI/rente 11/26'],
  }),
  knab: mt940File({
    account: 'NL13TEST0123456789',
    close: 'C261102EUR0110,00',
    entries: [
      ':61:2611021102C10,00N110E2E-1//A123\n:86:/TRTP/SEPA OVERBOEKING/IBAN/NL87TEST0000000001/BIC/TESTNL2A\n/NAME/J DE GROOT/EREF/E2E-1/REMI/contributie',
    ],
  }),
  knabOld: mt940File({
    account: '0123456789',
    close: 'C261102EUR110,00',
    entries: [':61:2611021102C10,00N110NONREF\n:86:REK: NL87TEST0000000001/NAAM: J DE GROOT\ncontributie'],
  }),
  knabLast: mt940File({
    account: '0123456789',
    close: 'C261102EUR60,00',
    entries: [
      ':61:2611021102C10,00NTRFNONREF//A1\n:86:CONTRIBUTIE NOVEMBER, LID 1042\nREK: NL87TEST0000000001/NAAM: J DE GROOT',
      `:61:2611021102D50,00NTRFNONREF//A2\n:86:ZAALHUUR\n${'REK: NL60TEST0000000002/NAAM: STICHTING VRIENDEN VAN DE GROENE HA'.padEnd(65)}\nRTSTREEK`,
      ':61:2611021102D10NTRFNONREF//A3\n:86:02-11-2026 16:04 PAS: 1122\nNAAM: BAKKER',
      ':61:2611021102C10,00N110NONREF//A4\n:86:/TRTP/SEPA OVERBOEKING/BBAN/123456780/NAME/J DE GROOT/REMI/OPNAME',
    ],
  }),
  vanLanschot: mt940File({
    before: '0000 01TESTNL22AAMS00042\n940 00',
    after: ':86:D000000C000001D0,00C10,00\n-X',
    account: '0123456789                         ',
    close: 'C261102EUR110,00',
    entries: [
      ':61:261102C10,00NOVB0130045721\n:86:/TRTP/SEPA Overboeking/IBAN/NL87TEST0000000001/NAME/\nJ DE GROOT/REMI/contributie/EREF/333',
    ],
  }),
} as const
