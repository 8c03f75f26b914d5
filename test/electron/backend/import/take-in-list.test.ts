import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readListDay } from '../../../../electron/backend/import/read-list-day.ts'
import { openList, previewOf, takeIn } from '../../../support/take-in.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend()
})
afterEach(() => book.close())

const firstPage = { sort: 'name', direction: 'up', offset: 0, limit: 50 } as const

const messy = [
  'Ledenlijst Stadsdorp Oosterweide;;;;;;',
  'bijgewerkt door de secretaris, oktober;;;;;;',
  ';;;;;;',
  'Naam ;Adres;Postcode;Woonplaats;Tel. nr;E-mail;Lid sinds;Hobby',
  'Piet en Ria de Wit;Kastanjehof 12-2hg;1234ab;Delft;610002214;piet@example.org;1-3-2014;schaken',
  '  Mohamad Al\u00a0Khatib ;Lijsterpad 14;1234 AB;Delft;06-1000 2202 / 020-000 0012;;2019;',
  'Berg, Ria v.d.;Kastanjehof 3;1234 AC;Delft;06 1000 2203;;12 maart 2015;tuin',
  'Tekle Gebremedhin;Lijsterpad 3A;1234 AB;Delft;06-1000 229;;;',
  ';;;;;;',
  'Elif Demir;Lijsterpad 2;1234 AB;Delft;+31 6 1000 2204;elif@example.org;;"praat graag; ook Turks"',
].join('\r\n')

it('a binnenbuurt that a list brings begins today, as one that is added by hand', async () => {
  const { id } = await openList(book, 'Naam;Adres;Binnenbuurt;Lid sinds\r\nElif Demir;Lijsterpad 2;Lijsterpad;1-3-2014')
  await book.api.imports.run({ id })
  const { open } = await book.api.neighbourhoods.list({})
  // Of the year before today the book knows no gatherings: it asks for none.
  expect(open).toMatchObject([{ name: 'Lijsterpad', gatherings: { held: 0, goal: 0, perYear: 3, from: '2026-11-23' } }])
})

it('a binnenbuurt that a list brings may be there for longer, where people of the list are', async () => {
  const { id, groupsSince } = await openList(book, 'Naam;Binnenbuurt;Lid sinds\r\nElif Demir;Lijsterpad;1-3-2014')
  expect(groupsSince).toBe('2026-11-23')
  await expect(book.api.imports.arrange({ id, groupsSince: '2026-11-24' })).rejects.toMatchObject({
    code: 'dayInFuture',
  })
  await book.api.imports.arrange({ id, groupsSince: '2014-03-01' })
  await book.api.imports.run({ id })
  const { open } = await book.api.neighbourhoods.list({})
  expect(open).toMatchObject([{ name: 'Lijsterpad', gatherings: { goal: 3 } }])
})

it.each([
  'Naam;Binnenbuurt\nElif Demir;Lijsterpad',
  'Naam;Lid sinds\nElif Demir;1-3-2014',
  'Naam;Binnenbuurt;Lid sinds\nElif Demir;Lijsterpad;23-11-2026',
])('is not asked for how long its binnenbuurten are there where nothing says that they are older: %s', async (list) => {
  expect((await openList(book, list)).groupsSince).toBeNull()
})

describe('a messy list', () => {
  it('is read as it is: titles above, a couple in one row, spoiled phones, one-cell addresses', async () => {
    const opened = await openList(book, messy)
    expect(opened.headingLine).toBe(4)
    expect(opened.columns.map(({ field }) => field)).toEqual([
      'name',
      'address',
      'postcode',
      'city',
      'phone',
      'email',
      'since',
      'toNote',
    ])
    const preview = await previewOf(book, opened.id)
    expect(preview.counts).toEqual({ all: 6, error: 1, double: 0, left: 0, changed: 0, new: 5, same: 0 })
    expect(preview.rows[0]).toMatchObject({
      line: 8,
      name: 'Tekle Gebremedhin',
      status: 'error',
      reasons: [{ code: 'phoneMissesOne', details: { value: '06-1000 229' } }],
    })
    expect(preview.rows.find(({ key }) => key === '5.2')).toMatchObject({ name: 'Ria de Wit', status: 'new' })
    expect(preview.leftOut).toEqual([8])
    expect(preview.taking).toBe(5)
  })

  it('may be in capitals throughout, which is not how its people are called', async () => {
    const list = [
      'LIDNR;NAAM;VOORL;TUSSENV;ROEPNAAM;STRAAT;HNR;TOEV;WOONPLAATS;GEB.DATUM;IN;UIT;REDEN',
      "1;BERG;R.J.;VAN DEN;RIA;LAAN VAN MEERDERVOORT;3;;'S-GRAVENHAGE;12-05-48;01-01-15;;",
      '2;GROOT;W;DE;WIM;IJSSELSTRAAT;4;A;DEN HAAG;0-0-00;01-06-16;31-12-25;overleden',
      "3;O'NEILL;A.M.;;ANNE-MARIE;LAAN VAN MEERDERVOORT;4;B-II;BERGEN OP ZOOM;;;;",
      '4;IDRISSI;H;EL;HASSAN;IJSSELSTRAAT;5;;DEN HAAG;;01-06-16;31-12-25;verhuisd',
    ].join('\r\n')
    const { id } = await openList(book, list)
    const { rows } = await previewOf(book, id)
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      ['Wim de Groot', 'left'],
      ['Ria van den Berg', 'new'],
      ["Anne-Marie O'Neill", 'new'],
      ['Hassan el Idrissi', 'new'],
    ])
    await book.api.imports.run({ id })
    const everybody = { neighbourhood: null, kind: 'now' as const, text: '' }
    const people = (await book.api.members.list({ ...everybody, ...firstPage })).rows
    const told = await Promise.all(people.map((person) => book.api.members.get({ id: person.id })))
    expect(told.map(({ addressLine, memberships }) => [addressLine, memberships[0]?.from])).toEqual([
      ["Laan van Meerdervoort 3, 's-Gravenhage", '2015-01-01'],
      ['Laan van Meerdervoort 4 B-II, Bergen op Zoom', '2026-11-23'],
    ])
  })

  it('keeps the capitals of one row among others', async () => {
    const { id } = await openList(book, 'Naam;Adres\nRIA BERG;MARKT 1\nWim Groot;Markt 2\nAnh Nguyen;Markt 3')
    expect((await previewOf(book, id)).rows.map(({ name }) => name)).toEqual(['RIA BERG', 'Wim Groot', 'Anh Nguyen'])
  })

  it('may be the contacts of a telephone or of a mail program, or have a second person in columns with a 2', async () => {
    const columnsOf = async (list: string) => (await openList(book, list)).columns.map(({ field }) => field)
    const telephone = [
      'First Name,Middle Name,Last Name,Nickname,Birthday,Notes,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country',
      'Ria,van den,Berg,,1948-05-12,,* ,ria@voorbeeld.nl,Mobile,06 10000031,Kastanjehof 3,Delft,1234 AB,NL',
    ].join('\n')
    expect(await columnsOf(telephone)).toEqual([
      ...['firstName', 'infix', 'lastName', 'called', 'birth', 'note', 'skip', 'email', 'skip', 'phone'],
      ...['address', 'city', 'postcode', 'toNote'],
    ])
    const mail = 'Voornaam;Middelste naam;Achternaam;E-mailadres 2;Kind 1\nAnna;Maria;Pinas;anna@voorbeeld.nl;Sem'
    expect(await columnsOf(mail)).toEqual(['firstName', 'toNote', 'lastName', 'email', 'toNote'])
    const couples = [
      'Naam 1;Naam 2;Adresregel 1;Adresregel 2;Lid?;Telefoon 2;Member no',
      'Jan Wit;Elif Demir;Spui 3;1234 AD  Delft;nee;06-10000042;7',
    ].join('\n')
    expect(await columnsOf(couples)).toEqual([
      ...['name', 'partnerName', 'address', 'postcode', 'kind', 'phone', 'number'],
    ])
  })

  it.each([
    ["mei '19", '2019-05-01'],
    ['maart 19', '2019-03-01'],
    ['2019-03', '2019-03-01'],
    ['begin 2018', '2018-01-01'],
    ['ca. 2015', '2015-01-01'],
    ['sinds 3-2019', '2019-03-01'],
    ['45000', '2023-03-15'],
    ['2025/03/14 8:12:33 p.m. CET', '2025-03-14'],
    ['1-13-2019', undefined],
    ['12-19', undefined],
    ['1234', undefined],
  ])('may have a day that says no more than %s', (text, day) => {
    expect(readListDay(text, '2026-11-23')).toBe(day)
  })

  it('may say who has which role in a column for each', async () => {
    const list = [
      'Binnenbuurt;Naam;Contactpersoon;Plv.;Telefoon;Geb.datum',
      'Hof;An Bos;x;;zie Bo;12/5/48 (78 jaar)',
      'Hof;Bo Bos;;ja;06-10000061;±1950',
      'Hof;Co Bos;nee;;;',
    ].join('\n')
    const { id } = await openList(book, list)
    const { rows } = await previewOf(book, id)
    expect(rows.map(({ name, reasons }) => [name, reasons.flatMap(({ details }) => details.role ?? [])])).toEqual([
      ['An Bos', ['contactpersoon']],
      ['Bo Bos', ['vervanger']],
      ['Co Bos', []],
    ])
    await book.api.imports.run({ id })
    const everybody = { neighbourhood: null, kind: 'now' as const, text: 'an bos' }
    const [an] = (await book.api.members.list({ ...everybody, ...firstPage })).rows
    expect(await book.api.members.get({ id: an?.id ?? '' })).toMatchObject({
      birthYear: 1948,
      note: 'Telefoon: zie Bo',
    })
  })

  it('may have groups under each other, each with a title and headings of its own', async () => {
    const list = [
      'Naam;Adres;jan;feb',
      'Ria Berg;Kastanjehof 3;10;10',
      'Groep Noord;;;',
      'Wim Groot;Kastanjehof 4;10;10',
      'De Kade;;;',
      'Naam;Adres;jan;feb',
      'Groep;Kade 1;10;10',
      'Anh Nguyen;;;',
    ].join('\r\n')
    const { id } = await openList(book, list)
    const { rows, leftOut } = await previewOf(book, id)
    expect(rows.map(({ name, status, reasons }) => [name, status, reasons[0]?.code])).toEqual([
      ['Groep Noord', 'left', 'isTitle'],
      ['De Kade', 'left', 'isTitle'],
      ['Ria Berg', 'new', 'livesAt'],
      ['Wim Groot', 'new', 'livesAt'],
      ['Groep', 'new', 'livesAt'],
      ['Anh Nguyen', 'new', 'noAddress'],
    ])
    // Somebody may look at those: it could be a name.
    expect(leftOut).toEqual([3, 5])
  })

  it('may say with zeros that there is no birthday, and in English that somebody left', async () => {
    const { id } = await openList(book, 'Name;Birthday;Comments\nAn Hill;0-0-00;\nMary Hill;;moved to Leiden')
    const { rows } = await previewOf(book, id)
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      ['Mary Hill', 'left'],
      ['An Hill', 'new'],
    ])
    await book.api.imports.run({ id })
    const filter = { neighbourhood: null, kind: 'now' as const, text: 'an hill' }
    const [an] = (await book.api.members.list({ ...filter, ...firstPage })).rows
    expect((await book.api.members.get({ id: an?.id ?? '' })).birthYear).toBeNull()
  })

  it('may have a town behind the postcode, a month instead of a day, and a total at its foot', async () => {
    const list = [
      'Naam;Adres;PC + plaats;Lid per',
      'Ria Berg;Kastanjehof 3;1234AB Oud Delft;maart 2019',
      'Wim Groot;Kastanjehof 4;1234 AB;3-2018',
      'Totaal;;2;',
      ';2;;',
      '2;;;',
    ].join('\r\n')
    const { id } = await openList(book, list)
    const { rows, leftOut } = await previewOf(book, id)
    expect(rows.map(({ line, status, reasons }) => [line, status, reasons[0]?.code])).toEqual([
      [4, 'left', 'isTotal'],
      [5, 'left', 'isTotal'],
      [6, 'left', 'isTotal'],
      [2, 'new', 'livesAt'],
      [3, 'new', 'livesAt'],
    ])
    // Nobody needs to look at those.
    expect(leftOut).toEqual([])
    await book.api.imports.run({ id })
    const filter = { neighbourhood: null, kind: 'now' as const, text: 'ria' }
    const [ria] = (await book.api.members.list({ ...filter, ...firstPage })).rows
    expect(await book.api.members.get({ id: ria?.id ?? '' })).toMatchObject({
      postcode: '1234 AB',
      city: 'Oud Delft',
      memberships: [{ from: '2019-03-01' }],
    })
  })

  it.each([
    ['Nr;Naam;Adres;Bedrag', 'Totaal;;;120,00', 'left'],
    ['Naam;Adres;Bedrag', ';;€ 1.250,00', 'left'],
    ['Naam;Adres;Bedrag', 'Totaal aantal leden: 2;;', 'left'],
    ['Naam;Mobiel;Bedrag', ';06-1000 2201;10', 'error'],
    ['Naam;Adres;Bedrag', ';Kastanjehof 3;10', 'error'],
    ['Naam;Adres;Bedrag', 'Jan Totaal;Kastanjehof 3;10', 'new'],
  ])('is left out where it only adds up: under %s the row %s is %s', async (headings, row, status) => {
    const { id } = await openList(book, [headings, row].join('\n'))
    expect((await previewOf(book, id)).rows).toMatchObject([{ status }])
  })

  it('is understood by headings that are not quite ours, with what the cells bear out', async () => {
    const list = [
      'Achternaam / voorletters;Roepnamen;Straat + nr;Tel.nr. thuis;06 nr;Mailadres;Buurtje;Tel. mantelzorger',
      'Aalst, P.J. van;Piet & Coby;Lindelaan 3;200000012;610002201;piet@example.org;Lindelaan;06-1000 2209',
      'Bakker-de Vries, A.;Annie;Lindelaan 5;020-000 0013;06 - 1000 2202;;Lindelaan;',
      'Totaal: 3 leden;;;;;;;',
    ].join('\n')
    const opened = await openList(book, list)
    expect(opened.columns.map(({ field }) => field)).toEqual([
      'name',
      'called',
      'address',
      'phone',
      'mobile',
      'email',
      'neighbourhood',
      // Whose telephone that is, no heading of ours says.
      'toNote',
    ])
    const { rows } = await previewOf(book, opened.id)
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      // A total is nobody.
      ['', 'left'],
      ['Piet van Aalst', 'new'],
      ['Coby van Aalst', 'new'],
      ['Annie Bakker-de Vries', 'new'],
    ])
  })

  it('keeps in the note what there is no place for: a second address or number, and words beside a name', async () => {
    const list = [
      'Naam;Tel;Mail',
      'Annie de Wit (weduwe);06-1000 2201 / 06-1000 2202;annie@example.org, a.dewit@example.org',
      'Piet en Coby Smit;06-1000 2203 / 06-1000 2204;piet@example.org coby@example.org',
    ].join('\n')
    await takeIn(book, list)
    const people = (await book.api.members.list({ neighbourhood: null, kind: 'now', text: '', ...firstPage })).rows
    const notes = await Promise.all(people.map(async ({ id }) => (await book.api.members.get({ id })).note))
    // Of a couple each has one.
    expect(people.map(({ name }, at) => [name, notes[at]])).toEqual([
      ['Coby Smit', null],
      ['Piet Smit', null],
      ['Annie de Wit', 'weduwe\nTel: 06-1000 2202\nMail: a.dewit@example.org'],
    ])
  })

  it('reads an address of e-mail with words beside it, and whose of two it is', async () => {
    const list = [
      'Naam;Mail',
      'An Bos;An Bos <an@example.org>',
      'Bo en Co Kok;co@example.org (Co), bo@example.org (Bo)',
      'Di Vos;heeft geen computer',
      'Eef Wit;via dochter: mia@example.org',
      'Fé Smit;fe.example.org',
    ].join('\n')
    const { id } = await openList(book, list)
    expect((await previewOf(book, id)).rows[0]).toMatchObject({
      name: 'Fé Smit',
      reasons: [{ code: 'emailWrong', details: { value: 'fe.example.org' } }],
    })
    await book.api.imports.run({ id })
    const people = (await book.api.members.list({ neighbourhood: null, kind: 'now', text: '', ...firstPage })).rows
    const told = await Promise.all(people.map((person) => book.api.members.get({ id: person.id })))
    expect(told.map(({ name, email, note }) => [name, email, note])).toEqual([
      ['An Bos', 'an@example.org', null],
      ['Bo Kok', 'bo@example.org', null],
      ['Co Kok', 'co@example.org', null],
      ['Di Vos', null, 'Mail: heeft geen computer'],
      ['Eef Wit', 'mia@example.org', 'Mail: via dochter: mia@example.org'],
    ])
  })

  it('may say who has which role behind the name, and that of a family nobody’s first name is known', async () => {
    const list = [
      'Aanhef;Naam;Adres;Binnenbuurt',
      'Dhr;Jansen, Piet (contactpersoon);Hof 1;Hof',
      'Mw;Bos, Ria (vervanger, tot 2027);Hof 2;Hof',
      'Familie;Salakory;Hof 3;Hof',
    ].join('\n')
    const { id } = await openList(book, list)
    const codes = (await previewOf(book, id)).rows.map(({ name, reasons }) => [
      name,
      reasons.flatMap(({ code, details }) => (code === 'takesRole' ? [details.role] : code === 'family' ? [code] : [])),
    ])
    expect(codes).toEqual([
      ['Piet Jansen', ['contactpersoon']],
      ['Ria Bos', ['vervanger']],
      ['Salakory', ['family']],
    ])
  })

  it('gives nobody a role of a binnenbuurt without one: the word goes with the note', async () => {
    const list =
      'Naam;Adres;Functie\nPiet Jansen (contactpersoon);Hof 1;\nRia Bos;Hof 2;vervanger\nWim Kok;Hof 3;voorzitter'
    const { id } = await openList(book, list)
    expect((await previewOf(book, id)).rows.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['livesAt', 'lookAt'],
      ['livesAt', 'lookAt'],
      ['livesAt', 'takesRole'],
    ])
    await book.api.imports.run({ id })
    const people = (await book.api.members.list({ neighbourhood: null, kind: 'now', text: '', ...firstPage })).rows
    const told = await Promise.all(people.map((person) => book.api.members.get({ id: person.id })))
    expect(told.map(({ name, note, roles }) => [name, note, roles.map(({ role }) => role)])).toEqual([
      ['Ria Bos', 'vervanger', []],
      ['Piet Jansen', 'contactpersoon', []],
      ['Wim Kok', null, ['voorzitter']],
    ])
    // The same list says nothing new.
    const again = await openList(book, list)
    expect((await previewOf(book, again.id)).counts).toMatchObject({ same: 3 })
  })

  it('may have the answers that people gave on a form', async () => {
    const list = [
      'Tijdstempel;Hoe heet u?;Ik wil;Hoe bereiken we u het liefst?;Welke talen spreekt u?',
      '2025/03/14 8:12:33 p.m. CET;Fatma Yildiz;Lid worden (€ 5 per maand);WhatsApp;Nederlands, Turks',
      '2025/03/15 9:02:00 a.m. CET;Sjoerd Hoekstra;Alleen de nieuwsbrief;E-mail;Fries',
    ].join('\n')
    const { columns } = await openList(book, list)
    expect(columns.map(({ field }) => field)).toEqual(['toNote', 'name', 'kind', 'preferredContact', 'languages'])
  })

  it('leaves out who is gone according to the list until somebody says otherwise, and whoever somebody leaves out', async () => {
    const list = [
      'Naam;Opm;Groep',
      'Ria Smit;weg per 1-7-2025;Dok',
      'wijlen Cor Mulder;;Dok',
      'Kees Groot;overleden 3-2-2025;Dok',
      'weg;;',
      'Wim Bos;;weg',
      // Her husband is gone, this street is his name, and these went away on purpose.
      'Riet Mulder;man overleden in 2020;Dok',
      'Jan Weg;wegens ziekte later;Dok',
      'Anna Kok;helpt met wegbrengen;Dok',
    ].join('\n')
    const { id } = await openList(book, list)
    const outcome = async () =>
      (await previewOf(book, id)).rows.map(({ line, status, reasons }) => [line, status, reasons[0]?.code])
    const gone = [2, 3, 4, 5, 6].map((line) => [line, 'left', 'saysGone'])
    const others = [7, 8, 9].map((line) => [line, 'new', 'joins'])
    expect(await outcome()).toEqual([...gone, ...others])
    expect(await previewOf(book, id)).toMatchObject({ counts: { left: 5, new: 3 }, leftOutCount: 5, taking: 3 })

    await book.api.imports.decide({ id, key: '2.1', decision: 'take' })
    await book.api.imports.decide({ id, key: '9.1', decision: 'leave' })
    const [chosen] = [[9, 'left', 'leftByChoice']]
    // Worth a look is whose husband died: that stands first.
    const [riet, jan] = others
    expect(await outcome()).toEqual([...gone.slice(1), chosen, riet, [2, 'new', 'joins'], jan])
    // Whoever was left out by choice waits for nobody.
    expect(await previewOf(book, id)).toMatchObject({ leftOut: [3, 4, 5], leftOutCount: 4 })
    expect(await book.api.imports.run({ id })).toEqual({ people: 3, new: 3, changed: 0, leftOut: 0, gone: 4 })
  })

  it('takes in as former member who has an end in a column of its own, whatever stands beside it', async () => {
    const { id } = await openList(book, 'Naam;Lid tot;Opm\nRia Smit;1-7-2025;verhuisd naar Delft')
    expect((await previewOf(book, id)).rows).toMatchObject([{ status: 'new' }])
  })

  it('counts rows that do not take part, not the people on them', async () => {
    const list = ['Naam;Lid sinds', 'Jan en Mia Wit;31-02-2021', 'Kees Smit;31-02-2021'].join('\n')
    const { id } = await openList(book, list)
    expect(await previewOf(book, id)).toMatchObject({ leftOut: [2, 3], leftOutCount: 2, counts: { error: 3 } })
  })

  it.each([
    ['Naam;Voornaam', 'El Idrissi;Hassan', ['Hassan El Idrissi']],
    ['Naam;Voornaam', 'Berg, van den;Ria', ['Ria van den Berg']],
    ['Naam;Voornaam', 'Jan de Wit;Jan', ['Jan de Wit']],
    ['Naam;Voornaam', 'Wit, J. en M. de;Jan en Mia', ['Jan de Wit', 'Mia de Wit']],
    ['Naam;Roepnaam', 'Wilhelmina de Boer;Mien', ['Mien de Boer']],
    ['Achternaam;Voorletters;Roepnaam', 'de Boer;W.M.;Wim en Mien', ['Wim de Boer', 'Mien de Boer']],
  ])('reads names in two columns: %s, %s', async (heading, row, names) => {
    const { id } = await openList(book, [`${heading};Adres`, `${row};Lindelaan 3`].join('\n'))
    const { rows } = await previewOf(book, id)
    expect(rows.map(({ name }) => name)).toEqual(names)
  })

  it('is taken in as one action and undone as a whole', async () => {
    const taken = await takeIn(book, messy)
    expect(taken).toEqual({ people: 5, new: 5, changed: 0, leftOut: 1, gone: 0 })
    const { actions } = await book.api.history.list({ limit: 5 })
    expect(actions[0]).toMatchObject({ kind: 'peopleImported', details: { count: 5 } })
    const filter = { neighbourhood: null, kind: 'now' as const, text: '' }
    const people = await book.api.members.list({ ...filter, sort: 'name', offset: 0, limit: 50 })
    expect(people.rows.map(({ name, phone }) => [name, phone])).toEqual([
      ['Mohamad Al Khatib', '06-1000 2202'],
      ['Ria v.d. Berg', '06-1000 2203'],
      ['Elif Demir', '06-1000 2204'],
      ['Piet de Wit', '06-1000 2214'],
      ['Ria de Wit', null],
    ])
    await book.api.history.undo({ actionId: actions[0]?.id ?? '' })
    const after = await book.api.members.list({ ...filter, sort: 'name', offset: 0, limit: 50 })
    expect(after.rows).toEqual([])
    // A list that was taken back is new again, not "deleted before".
    expect((await takeIn(book, messy)).new).toBe(5)
  })

  it('changes nothing when it is taken in a second time', async () => {
    await takeIn(book, messy)
    const { id } = await openList(book, messy)
    const preview = await previewOf(book, id)
    expect(preview.counts).toMatchObject({ new: 0, changed: 0, double: 0, same: 5, error: 1 })
    await expect(book.api.imports.run({ id })).rejects.toMatchObject({ code: 'importNothing' })
  })
})
