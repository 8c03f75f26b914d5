// Words that payers write, folded. What is in none of these lists, and is no name, number or month, is unexplained: a payment
// with such a word is never booked on the strength of an account or a name alone.

/** Says itself that it is dues. */
export const isDuesWord = (word: string) =>
  /^(?:[ck]ontr(?:ib|$)|lidmaat|lidgeld|ledengeld|jaargeld|maandgeld|aidat$)/.test(word)

/** Goes with dues, and with other things too: "bijdrage barbecue". */
export const isDuesLikeWord = (word: string) =>
  /^(?:lid|leden|lidnr|ledennr|lidnummer|ledennummer|lidno|membership|membre)$|bijdrage$|^(?:maand|kwartaal|jaar)bedrag/.test(
    word,
  )

/** Before a member number: "lidnr 1010", "lid nr 1010". */
export const isNumberOpener = (word: string) =>
  /^(?:lid|leden|lidnr|ledennr|lidnummer|ledennummer|lidno|lidnum)$/.test(word)

/** Between a word and its number, and between two numbers. */
export const joinsNumbers = (word: string) => /^(?:nr|nrs|no|nummer|nummers|num|en|e|and)$/.test(word)

/** A month or a quarter, cut off where a field was too short for it. */
export function isPeriodWord(word: string): boolean {
  if (word.length < 3) return /^q[1-4]$/.test(word)
  return (
    periods.some((period) => period.startsWith(word)) || /^(?:mrt|mnd|kwrt|kwt|maanden|kwartalen|jaren)$/.test(word)
  )
}

/** Means something else than dues. */
export const isOtherWord = (word: string) => otherWords.has(word) || otherParts.test(word)

export const isFillerWord = (word: string) => fillers.has(word)

const periods =
  'januari februari maart april mei juni juli augustus september oktober november december kwartaal halfjaar maand jaar termijn'.split(
    ' ',
  )

const otherWords = new Set(
  (
    'bbq bbqs bqq kaart kaarten kaartje kaartjes ticket tickets toegang entree entry lot loten lotje lotjes gift giften ' +
    'schenking donatie doneren steun collecte huur factuur fact fac nota bon bonnen bonnetje declaratie onkosten ' +
    'subsidie toekenning toegekend rente retour bestelling order borg tent drank drankjes koffie thee eten lunch diner ' +
    'ontbijt brunch buffet borrel hapjes uitje reis reisje bus dagje dagtocht cursus les lessen workshop rommelmarkt ' +
    'braderie kraam kraampje standplaats bingo kwartet kleding shirt shirts trui vlag vlaggen boek boekje krant ' +
    'advertentie adverteren sponsor lening voorschot sleutel zaal munten muntjes cadeau cadeautje bloemen bloemetje ' +
    'jubileum kerst sinterklaas pasen paasontbijt halloween koningsdag burendag intocht oliebollen wafels koekjes ' +
    'taart verkoop opbrengst inschrijving inschrijfgeld deelname deelnemer deelnemers toernooi kamp optreden muziek ' +
    'schade verzekering polis boete uitkering salaris toeslag terugbetaling terugbetalen teruggave teruggaaf vergoeding ' +
    'afrekening verrekening pin pinnen sumup tikkie speeltuin speeltoestel moestuin plantenbak plantjes ' +
    'stembiljet personen persoon kind kinderen volwassene volwassenen consumptie consumpties fooi spaarpot sparen spaargeld'
  ).split(' '),
)
const otherParts =
  /barbe[ck]|feest|lo?terij|gift$|donatie|sponsor|verhuur|huur$|uitbetaling|statiegeld|actie$|kaartjes?$|ticket|consumptie|subsidie|advertentie|factuur|markt$|toernooi|partytent|excursie|wandeling|fietstocht|diner$|borrel$|ontbijt$|lunch$|maaltijd|optocht|verloting|tombola|collecte/

const fillers = new Set(
  (
    'betaling betaald betalen betaal overboeking overschrijving overmaking periodieke periodiek automatisch automatische ' +
    'opdracht spoed buurt buurtvereniging vereniging wijk wijkvereniging dorp bv namens voor van door over de het een en ' +
    'e o ev per via met aan in op te ten ter der den t s nl eur euro mijn ons onze familie fam gezin huishouden dhr hr ' +
    'mw mevr mevrouw heer man vrouw zoon dochter vader moeder ouders partner beiden allebei samen ook graag bedankt dank ' +
    'groet groeten groetjes vaste vast mvg vr gr hartelijke omschrijving kenmerk betreft betr inz inzake ref referentie nr no nummer jaar ' +
    'jaarlijks maandelijks maandelijkse kwartaal hele heel volledig volledige achterstand achterstallig achterstallige ' +
    'inhaal ingehaald restant rest deel gedeelte eerste tweede derde vierde laatste vorige volgende dit deze ' +
    'dubbel nogmaals alvast notprovided straat nieuwe rekening stadsdorp zie volgens conform afspraak afgesproken'
  ).split(' '),
)
