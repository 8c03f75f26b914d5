// Invented CSV files of the banks; where a bank gives balances, they fit.

const quoted = (...cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`)

const raboHeading = [
  'IBAN/BBAN,Munt,BIC,Volgnr,Datum,Rentedatum,Bedrag,Saldo na trn,Tegenrekening IBAN/BBAN,Naam tegenpartij',
  'Naam uiteindelijke partij,Naam initiërende partij,BIC tegenpartij,Code,Batch ID,Transactiereferentie,Machtigingskenmerk',
  'Incassant ID,Betalingskenmerk,Omschrijving-1,Omschrijving-2,Omschrijving-3,Reden retour,Oorspr bedrag,Oorspr munt,Koers',
].join(',')

/** A row of Rabobank's 26 columns from the few that differ. */
export function raboRow(row: {
  readonly volgnr: string
  readonly amount: string
  readonly balance: string
  readonly name?: string
  readonly texts?: readonly [string, string, string]
  readonly batch?: string
  readonly reason?: string
  readonly ref?: string
}): string {
  const {
    volgnr,
    amount,
    balance,
    name = '',
    texts = ['contributie', ' ', ''],
    batch = '',
    reason = '',
    ref = '',
  } = row
  return quoted(
    ...['NL13TEST0123456789', 'EUR', 'TESTNL2U', volgnr, '2026-11-01', '2026-11-02', amount, balance],
    ...[name === '' ? '' : 'NL87TEST0000000001', name, '', '', '', 'cb', batch, 'NOTPROVIDED', '', '', ref],
    ...[...texts, reason, '', '', ''],
  ).join(',')
}

export const raboNl = [
  quoted(...raboHeading.split(',')).join(','),
  raboRow({
    volgnr: '000000000000000101',
    amount: '+10,00',
    balance: '+110,00',
    name: 'S. Öztürk',
    texts: ['contributie novem', 'ber lid 1042', ''],
  }),
  raboRow({
    volgnr: '000000000000000102',
    amount: '+130,00',
    balance: '+240,00',
    batch: 'BV-2026-11',
    texts: ['13 posten', ' ', ''],
  }),
  raboRow({
    volgnr: '000000000000000103',
    amount: '-10,00',
    balance: '+230,00',
    name: 'J. de Groot',
    reason: 'MD06',
    ref: '5000056789012345',
  }),
  '',
].join('\r\n')

/** From Rabobank's site for companies: other words, Dutch days, no numbers, and a column more. */
export const raboCompany = [
  quoted(
    ...['IBAN/BBAN', 'Valuta', 'BIC', 'Volg nr', 'Datum', 'Valuta datum', 'Bedrag', 'saldo na boeking'],
    ...['IBAN/BBAN tegenpartij', 'Naam tegenpartij', 'Naam uiteind begunst', 'Naam initiërende partij'],
    ...[
      'BIC tegenpartij',
      'Transactie soort',
      'Batch nr',
      'Transactiereferentie',
      'Machtigingskenmerk',
      'Incassant ID',
    ],
    ...[
      'Betalingskenmerk',
      'Omschrijving - 1',
      'Omschrijving - 2',
      'Omschrijving - 3',
      'Oorzaakscode',
      'Oorspr bedrag',
    ],
    ...['Oorspr valuta', 'Koers', 'Naam rekeninghouder'],
  ).join(','),
  quoted(
    ...['NL13TEST0123456789', 'EUR', 'TESTNL2UXXX', '', '01-11-2026', '02-11-2026', '1.010,00', '1.110,00'],
    ...['NL87TEST0000000001', 'J de Groot', '', '', 'TESTNL2A', 'cb', '', '', '', '', '', 'contributie', '', '', ''],
    ...['', '', '', 'Stadsdorp'],
  ).join(','),
  '',
].join('\r\n')

export const ingNl = [
  '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"',
  '"20261103";"SEPA incasso terugboeking";"NL13TEST0123456789";"NL60TEST0000000002";"VZ";"Af";"10,00";"Verzamelbetaling";"Naam: R Ozturk Omschrijving: contributie ""nov"" Kenmerk machtiging: M-17 Reden: MD06 IBAN: NL60TEST0000000002 Valutadatum: 03-11-2026";"1.340,00";""',
  '"20261102";"Verzamelincasso";"NL13TEST0123456789";"";"VZ";"Bij";"1.230,00";"Verzamelbetaling";"Batch ID: BV-2026-11 Aantal: 123 Valutadatum: 02-11-2026";"1.350,00";""',
  '"20261101";"J de Groot";"NL13TEST0123456789";"NL87TEST0000000001";"GT";"Bij";"10,00";"Online bankieren";"Naam: J de Groot Omschrijving: contributie; lid 1042 IBAN: NL87TEST0000000001 Kenmerk: E2E-1 Valutadatum: 31-10-2026";"120,00";""',
  '"20261101";"J de Groot";"NL13TEST0123456789";"NL87TEST0000000001";"GT";"Bij";"10,00";"Online bankieren";"Naam: J de Groot Omschrijving: contributie; lid 1042 IBAN: NL87TEST0000000001 Kenmerk: E2E-1 Valutadatum: 31-10-2026";"110,00";""',
  '',
].join('\r\n')

export const ingEn = [
  'Date,Name / Description,Account,Counterparty,Code,Debit/credit,Amount (EUR),Transaction type,Notifications',
  '20261101,J de Groot,NL13TEST0123456789,NL87TEST0000000001,GT,Credit,"10,00",Online Banking,Name: J de Groot Description: dues IBAN: NL87TEST0000000001 Value date: 01-11-2026',
  '20261101,Groene Hart,NL13TEST0123456789,NL60TEST0000000002,IC,Debit,"22,50",SEPA direct debit,Name: Groene Hart Description: hall IBAN: NL60TEST0000000002 Reference: 88 Mandate ID: M-1 Creditor ID: NL00ZZZ1 Recurrent SEPA direct debit Value date: 01-11-2026',
  '',
].join('\n')

export const abn = [
  `999900003\tEUR\t20261101\t100,00\t110,00\t20261101\t10,00\t${'SEPA Overboeking'.padEnd(33)}${'IBAN: NL87TEST0000000001'.padEnd(33)}${'BIC: TESTNL2A'.padEnd(33)}${'Naam: J de Groot'.padEnd(33)}Omschrijving: contributie lid 10 42`,
  '999900003\tEUR\t20261102\t110,00\t240,00\t20261102\t130,00\t/TRTP/SEPA Incasso batch/PREF/BV-2026-11/NRTX/13/PIND/BRUTO',
  '',
].join('\r\n')

export const volksbank = [
  "01-11-2026,NL13TEST0123456789,NL87TEST0000000001,'t Hooft J,,,,EUR,100.00,EUR,10.00,01-11-2026,02-11-2026,8809,OVS,00000000,,'contributie, foto's lid 1042',26",
  "02-11-2026,NL13TEST0123456789,,,,,,EUR,110.00,EUR,-2.20,02-11-2026,02-11-2026,7241,MSC,50951652,,'kosten',26",
  '',
].join('\n')

/** As the three give it since they are one bank; the last column is not always there. */
export const volksbankHeaded = [
  'Datum,Je rekening,Van / naar,Naam,Adres,Postcode,Woonplaats,Valuta saldo,Saldo voor boeking,Valuta,Bedrag bij / af,Verwerkingsdatum,Valutadatum,Code,Type,Volgnummer,Betalingskenmerk,Omschrijving,Afschriftnummer,Categorie',
  "01-11-2026,NL13TEST0123456789,NL87TEST0000000001,'t Hooft J,,,,EUR,100.00,EUR,10.00,01-11-2026,02-11-2026,8809,OVS,00000000,,'contributie, foto's lid 1042',26,'Inkomen, overig'",
  '02-11-2026,NL13TEST0123456789,,,,,,EUR,110.00,EUR,-2.20,02-11-2026,02-11-2026,7241,MSC,50951652,,,26,',
  '',
].join('\r\n')

export const triodos = [
  quoted(
    '01-11-2026',
    'NL13TEST0123456789',
    '1.025,78',
    'Credit',
    'J de Groot',
    'NL87TEST0000000001',
    'ET',
    'contributie',
  ).join(','),
  quoted('02-11-2026', 'NL13TEST0123456789', '15,50', 'Debet', 'Groene Hart', 'NL60TEST0000000002', 'ET', 'zaal').join(
    ',',
  ),
].join('\r\n')

export const triodosHeaded = [
  quoted(
    ...['Boekdatum', 'Rekeningnummer', 'Bedrag', 'Debet / Credit', 'Naam tegenrekening', 'Tegenrekening', 'Code'],
    ...['Omschrijving', 'Saldo na boeking'],
  ).join(','),
  quoted(
    ...['01-11-2026', 'NL13TEST0123456789', '1.025,78', 'Credit', 'J de Groot', 'NL87TEST0000000001', 'ET'],
    ...['contributie', '1.125,78'],
  ).join(','),
  quoted(
    ...['02-11-2026', 'NL13TEST0123456789', '15,50', 'Debet', 'Groene Hart', 'NL60TEST0000000002', 'ET', 'zaal'],
    '1.110,28',
  ).join(','),
  '',
].join('\n')

export const bunqNl = [
  quoted('Datum', 'Bedrag', 'Rekening', 'Tegenrekening', 'Naam', 'Omschrijving').join(';'),
  quoted('2026-11-01', '10,00', 'NL13TEST0123456789', 'NL87TEST0000000001', 'J de Groot', 'contributie\nlid 1042').join(
    ';',
  ),
  quoted('2026-11-02', '-1.022,50', 'NL13TEST0123456789', 'NL60TEST0000000002', 'Groene Hart', 'zaal').join(';'),
  '',
].join('\n')

export const bunqEn = [
  quoted('Date', 'Interest Date', 'Amount', 'Account', 'Counterparty', 'Name', 'Description').join(','),
  quoted('2026-11-01', '2026-11-02', '1,010.00', 'NL13TEST0123456789', 'NL87TEST0000000001', 'J de Groot', 'dues').join(
    ',',
  ),
  '',
].join('\n')

export const knab = [
  'KNAB EXPORT;;;;;;;;;;;;;;;',
  'Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Type betaling;Machtigingsnummer;Incassant ID;Adres;Referentie;Boekdatum;',
  'NL13TEST0123456789;01-11-2026;EUR;C;10,00;NL87TEST0000000001;J de Groot;02-11-2026;Overboeking;contributie;;;;;C6K01;01-11-2026;',
  'NL13TEST0123456789;02-11-2026;EUR;D;22,50;NL60TEST0000000002;Groene Hart;02-11-2026;Incasso;zaal;;M-1;NL00ZZZ1;;C6K02;02-11-2026;',
  '',
].join('\r\n')

export const csvFiles = {
  ...{ ingNl, ingEn, raboNl, raboCompany, abn, volksbank, volksbankHeaded },
  ...{ triodos, triodosHeaded, bunqNl, bunqEn, knab },
} as const
