// Lists as people have them and files as attackers make them: what the mutations start from.
import { makeXlsx, makeZip, textRows, workbookParts, type ZipPart } from '../../support/make-zip.ts'

/** A file to mutate: as bytes, or as the parts of a zip, so that a mutation can reach what is inside. */
export type Original =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'parts'; readonly parts: readonly ZipPart[] }

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0) & 0xff))
const wide = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

const messy = [
  'Ledenlijst Oosterweide;;;;;',
  'Naam ;Adres;Postcode;Tel. nr;Lid sinds;Hobby',
  'Piet en Ria de Wit;Kastanjehof 12-2hg;1234ab;610002214;1-3-2014;schaken',
  '  Mohamad Al\u00a0Khatib ;Lijsterpad 14;1234 AB;06-1000 2202 / 020-000 0012;2019;',
  'Berg, Ria v.d.;Kastanjehof 3;1234 AC;+31 6 1000 2203;12 maart 2015;"tuin; ""en"" hek"',
  ';;;;;',
  "José 't Hooft;Plein 1813 5;1234 AD;;01-02-20;__proto__",
].join('\r\n')

const columns = [
  'Lidnr,Voornaam,Tussenvoegsel,Achternaam,Straat,Huisnummer,Toevoeging,Postcode,Plaats,E-mail,Geboortejaar,Soort,Binnenbuurt,Functie',
  '1,Ria,van den,Berg,Kastanjehof,3,A,1234 AB,Delft,ria@example.org,1948,lid,Kastanjehof,contactpersoon',
  '2,Wim,de,Groot,Lijsterpad,14,,1234 AC,Delft,,12-03-1951,belangstellende,Lijsterpad,',
  '2,W.,de,Groot,Lijsterpad,14,,1234 AC,Delft,wim@example.org,,lid,Lijsterpad,vervanger',
].join('\n')

const tabs = '__proto__\tconstructor\ttoString\tNaam\nx\ty\tz\tAnh Nguyen\n\t\t\tTekle Ghebremedhin'

const sheet = textRows(messy.split('\r\n').map((line) => line.split(';')))
const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="0000000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>'
const typed =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Tel</t></is></c></row>' +
  '<row r="2"><c r="A2" t="str"><f>CONCAT("Ria ","Berg")</f><v>Ria Berg</v></c><c r="B2" s="1"><v>41699</v></c><c r="C2" s="2"><v>610002203</v></c></row>' +
  '<row r="3"><c r="A3" t="inlineStr"><is><r><t>Wim </t></r><r><t>de Groot</t></r></is></c><c r="B3" t="d"><v>2014-03-01</v></c><c r="C3"><v>6.10002204E8</v></c></row>' +
  '<row r="9"><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>'
const texts = '<si><t>Naam</t></si><si><r><t>Lid</t></r><r><t xml:space="preserve"> sinds</t></r></si>'

export const corpus: readonly Original[] = [
  { kind: 'bytes', bytes: utf8(messy) },
  { kind: 'bytes', bytes: utf8(`\ufeff${messy}`) },
  { kind: 'bytes', bytes: latin(messy) },
  { kind: 'bytes', bytes: wide(messy) },
  { kind: 'bytes', bytes: utf8(columns) },
  { kind: 'bytes', bytes: utf8(tabs) },
  { kind: 'bytes', bytes: makeXlsx({ rows: sheet }) },
  { kind: 'bytes', bytes: makeXlsx({ rows: typed, texts, styles }) },
  { kind: 'parts', parts: workbookParts({ rows: sheet }) },
  { kind: 'parts', parts: workbookParts({ rows: typed, texts, styles, properties: '<workbookPr date1904="1"/>' }) },
  {
    kind: 'parts',
    parts: [
      ...workbookParts({ rows: typed, texts, styles }),
      { name: 'xl/media/image1.png', content: utf8('png'), stored: true },
    ],
  },
  // Bombs and lies: a mutation must not make one of them pass.
  {
    kind: 'parts',
    parts: [...workbookParts({ rows: sheet }), { name: 'xl/zeros', content: new Uint8Array(2 * 1024 * 1024) }],
  },
  {
    kind: 'parts',
    parts: [
      ...workbookParts({ rows: sheet }),
      ...Array.from({ length: 20 }, (_, at) => ({ name: `xl/${at}.xml`, content: utf8('x'), sameAs: 2 })),
    ],
  },
  {
    kind: 'bytes',
    bytes: makeZip([
      { name: 'mimetype', content: utf8('ods'), stored: true },
      { name: 'content.xml', content: utf8('<x/>') },
    ]),
  },
  { kind: 'bytes', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4, 5, 6]) },
]
