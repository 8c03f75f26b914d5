// The headings that lists have, in Dutch and in English, and the field each of them names.
import { type ImportField, nameFields } from '../../../shared/domain/import-field.ts'
import { foldText } from '../../../shared/domain/person-name.ts'

// "|" joins words of one heading. Longer ones are tried first, so "partner voornaam" is not a first name.
const headingWords: Readonly<Partial<Record<ImportField, string>>> = {
  name: 'naam namen volledige|naam naam|lid naam|leden naam|bewoner bewoner bewoners lid leden deelnemer name full|name naam|en|voornaam voor|en|achternaam naam|bewoners persoon',
  firstName:
    'voornaam voornamen vnaam voorn first|name given|name firstname first|names given|names forename forenames',
  called: 'roepnaam roepnamen roepn known|as called|name nickname',
  initials: 'voorletters voorletter vl initialen initials',
  infix: 'tussenvoegsel tussenvoegsels tussenv tv voorvoegsel voorvoegsels infix prefix',
  lastName: 'achternaam anaam achtern familienaam geslachtsnaam last|name surname family|name lastname',
  partnerName: 'partner naam|partner partner|naam partnernaam echtgenoot echtgenote name|partner partner|s|name',
  partnerFirstName:
    'voornaam|partner partner|voornaam roepnaam|partner partner|roepnaam first|name|partner partner|first|name',
  partnerInfix: 'tussenvoegsel|partner partner|tussenvoegsel',
  partnerLastName: 'achternaam|partner partner|achternaam last|name|partner partner|last|name',
  address:
    'adres adresgegevens woonadres adres|en|huisnummer straat|en|huisnummer straat|huisnummer straat|nr straat|en|nr straat|nummer straat|en|nummer address',
  street: 'straat straatnaam street street|name',
  houseNumber: 'huisnummer huisnr hnr nummer|huis house|number huis|nr',
  houseSuffix:
    'toevoeging huisnummertoevoeging toev huisnummer|toevoeging hnr|toevoeging huisletter toevoegsel suffix addition',
  postcode:
    'postcode pc postkode postcode|plaats postcode|en|plaats postcode|woonplaats postcode|en|woonplaats pc|plaats pc|en|plaats pc|woonplaats postal|code zip zip|code post|code',
  city: 'plaats woonplaats huisadres|plaats adres|plaats stad city town place',
  phone:
    'telefoon telefoonnummer telefoonnr tel telnr tel|nr tel|nummer vaste|telefoon vast|nummer telefoon|vast telefoon|thuis tel|vast tel|thuis vast|telefoonnummer telefoon|1 telefoon|2 phone phone|number telephone landline',
  mobile:
    'mobiel mobiele|telefoon mobiel|nummer mobiele|nummer mobielnummer gsm 06 06|nummer 06|nr nr|06 nummer|06 tel|mobiel telefoon|mobiel mobiel|tel mob mobile mobile|phone cell mob|nr mob|nummer',
  email:
    'email e|mail mail emailadres e|mailadres e|mail|adres email|adres mailadres mail|adres email|address e|mail|address',
  partnerPhone: 'telefoon|partner mobiel|partner partner|telefoon partner|mobiel tel|partner 06|partner phone|partner',
  partnerEmail: 'email|partner e|mail|partner partner|email partner|e|mail mail|partner',
  birth:
    'geboortejaar geboortedatum gebjaar gebdatum geb geb|jaar geb|datum geboren geboren|op birth|year year|of|birth date|of|birth birthday|year dob verjaardag birthday',
  partnerBirth: 'geboortejaar|partner geboortedatum|partner partner|geboortejaar partner|geboortedatum',
  since:
    'lid|sinds lid|vanaf deelnemer|vanaf deelnemer|sinds vanaf lidsinds ingangsdatum inschrijfdatum datum|lid lid|per datum|aanmelding aanmelddatum ingeschreven sinds begindatum startdatum datum|ingang member|since joined start|date since',
  until:
    'lid|tot einddatum uitgeschreven uitschrijfdatum opgezegd|per opgezegd|op datum|opzegging lid|tot|en|met left member|until end|date',
  number:
    'lidnummer lidnr lid|nr lid|nummer ledennummer nr|lid member|number membership|number member|no membership|no',
  kind: 'soort soort|lid lidsoort lidmaatschap soort|lidmaatschap status type lid|of|belangstellende membership membership|kind kind lid|ja|nee',
  neighbourhood:
    'binnenbuurt binnenbuurtje bb groep buurt buurtje buurtgroep naam|binnenbuurt neighbourhood neighborhood group kring buurtkring',
  role: 'functie rol taak role position function',
  preferredContact:
    'voorkeur hoe|bereiken|we|u|het|liefst voorkeur|contact contactvoorkeur contact|voorkeur bereikbaar|via contact|via preferred|contact contact|preference reach|by',
  languages: 'taal talen spreekt welke|talen|spreekt|u language languages',
  emergencyContact:
    'noodcontact contact|bij|nood contactpersoon|bij|nood noodnummer ice in|geval|van|nood emergency emergency|contact waarschuwen|bij|nood',
  note: 'opmerking opmerkingen opm notitie notities bijzonderheden toelichting memo note notes remark remarks comments',
}

const fieldByHeading: ReadonlyMap<string, ImportField> = new Map(
  (Object.entries(headingWords) as [ImportField, string][]).flatMap(([field, words]) =>
    words.split(' ').map((word) => [word.replaceAll('|', ' '), field] as const),
  ),
)

/** The field a heading names; undefined when it is not one we know. */
export function fieldOfHeading(heading: string): ImportField | undefined {
  const words = foldText(heading.replace(/\(.*?\)/g, ' '))
  const known =
    fieldByHeading.get(words) ?? fieldByHeading.get(words.replace(/^(uw|je|de|het) | (dd mm jjjj|jjjj)$/g, ''))
  return known ?? fieldOfNumbered(words) ?? (isWholeName(heading) ? 'name' : fieldOfShortened(heading))
}

// What a second one of each is; of telephones and addresses of e-mail a list may have any number.
const seconds: Readonly<Partial<Record<ImportField, ImportField>>> = {
  name: 'partnerName',
  firstName: 'partnerFirstName',
  infix: 'partnerInfix',
  lastName: 'partnerLastName',
  birth: 'partnerBirth',
  phone: 'phone',
  mobile: 'phone',
  email: 'email',
}
const places: readonly ImportField[] = ['address', 'street', 'houseNumber', 'postcode', 'city']

/** "Naam 2", and "Phone 1 - Value" or "Address 1 - City" as the contacts of a telephone write them. */
function fieldOfNumbered(words: string): ImportField | undefined {
  if (/^(?:e mail|phone|address|website|relation|event|im) \d (?:label|type)$/.test(words)) return 'skip'
  const placed = fieldByHeading.get(/^address 1 (.+)$/.exec(words)?.[1] ?? '')
  if (placed !== undefined) return places.includes(placed) ? placed : undefined
  const [, base = '', number] = /^(.+?) ?([1-9])(?: value)?$/.exec(words) ?? []
  const field = fieldByHeading.get(base)
  if (field === undefined || (!(field in seconds) && !places.includes(field))) return undefined
  if (number === '1') return field
  const second = seconds[field]
  return number === '2' || second === 'phone' || second === 'email' ? second : undefined
}

// Words with no field of their own: "Gesl." is not a surname, nor "Cont." how somebody is best reached.
const otherWords = ['geslacht', 'contributie', 'contactpersoon', 'particulier']

/** "Voorv.", "Geb.dat.", "VOORL": the field when the words it can be short for are all of that one. */
function fieldOfShortened(heading: string): ImportField | undefined {
  const parts = foldText(heading).split(' ')
  if ((parts[0]?.length ?? 0) < (heading.includes('.') ? 3 : 5) || !parts.every((part) => /^\p{L}+$/u.test(part)))
    return undefined
  const whole = new RegExp(`^${parts.map((part) => `${part}\\p{L}*`).join('')}$`, 'u')
  const fields = [...fieldByHeading, ...otherWords.map((word) => [word, undefined] as const)]
    .filter(([word]) => whole.test(word))
    .map(([, field]) => field)
  return fields.every((field) => field === fields[0]) ? fields[0] : undefined
}

/** "Achternaam / voorletters", "Naam + tussenvoegsel": parts of one name in one cell. */
function isWholeName(heading: string): boolean {
  const parts = heading.split(/[/,+&]|\ben\b/).map((part) => fieldByHeading.get(foldText(part)))
  return parts.length > 1 && parts.every((field) => field !== undefined && nameFields.includes(field))
}
