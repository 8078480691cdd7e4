import { fold } from '../company/folding.ts';
import type { Meaning } from '../schema/field-place.ts';

/**
 * What the names of keys may say of a meaning, in Dutch, French, English and German, folded. A word of four letters or more
 * counts inside a longer name too ("ondernemingsnummer", "num_entreprise"), a shorter one as a word of its own, and before or behind "number" and the like. The register has codes of its own:
 * 001 the name, 002 the abbreviation, 003 and 004 commercial names, REGO the seat, BAET an establishment.
 */
type Words = {
  /** Words that name the meaning. */
  readonly strong: string;
  /** Words that name it among others. */
  readonly weak?: string;
  /** Words that name something else. */
  readonly against?: string;
};

const OWN =
  'own propre companyid eigen kantoor office bureau kanzlei accountant boekhouder comptable fiduciaire fiduciary treuhand our notre nos onze unser parent moeder mere mutter';
const OTHERS =
  'contactperson contactpersoon kontaktperson dossierbeheerder beheerder sachbearbeiter gestionnaire manager mgr verwalter user gebruiker utilisateur group groep groupe gruppe holding bank insurer owner previous oud ancien';
const UNITS =
  'establishment vest vestiging vestigings etablissement niederlassung unit units eenheid eenheden unite unites einheit einheiten branch';
const RECORD =
  'modified modif gewijzigd upd crt wijzig changed updated update geandert created aangemaakt aanmaak cree encodage erstellt last laatst laatste dernier next volgende deadline sync import log audit seen visit';

const WORDS: Readonly<Record<Meaning, Words>> = {
  name: {
    strong:
      'naam name nom denomination denominatie benaming bezeichnung raisonsociale firmenname bedrijfsnaam firmanaam companyname officialname',
    weak: 'firma intitule title titel omschrijving',
    against: `commercial commerciale handels trade trading kort korte short court kurz kurzname abbr afkorting abreviation first last voor voornaam prenom vorname familie nach achternaam display weergave affichage search zoek recherche alias roep roepnaam sigle enseigne such suchname anzeige d'affichage volledige volledig complet complete full sort file bestand disp 002 003 004 ${OWN} ${OTHERS} ${RECORD} ${UNITS} straat street rue city gemeente dossier form vorm`,
  },
  legalForm: {
    strong:
      'rechtsvorm legalform juridicalform juridischevorm juridischestatuut formejuridique formelegale rechtsform vorm jurform jurvorm',
    weak: 'form forme juridical juridique legal',
    against: 'situation toestand situatie status zustand',
  },
  enterpriseNumber: {
    strong:
      'ondernemings onderneming ondnr enterprise entreprise unternehmens unternehmen kbo bce cbe zdu companynumber companyno companynr registrationnumber',
    weak: 'company registration register number nummer numero nr num identification',
    against: `vat btw tva mwst ust ${OWN} ${OTHERS} ${UNITS}`,
  },
  vatNumber: {
    strong: 'vat btw tva mwst ust umsatzsteuer taxnumber taxid',
    weak: 'tax fiscal',
    against: `${OWN} ${OTHERS} plichtig pflichtig liable assujetti kbo bce cbe zdu enterprise entreprise onderneming unternehmen`,
  },
  website: {
    strong: 'website web site url homepage www internet siteweb webseite webadres',
    weak: 'online',
    against:
      'logo image avatar photo foto file bestand document doc portal portaal api facebook linkedin twitter instagram self href drive sharepoint dossier email mail folder map statute statuten',
  },
  address: {
    strong:
      'zetel maatschappelijke seat siege social sitz registered registeredoffice hoofdzetel hauptsitz legaladdress main principal',
    weak: 'rego adres address adresse anschrift official officieel',
    against: `correspond corr courrier post mailing brief invoice invoicing factur facture rechnung billing bill delivery lever livraison liefer establishment vest vestiging etabliss niederlass prive private privat home thuis domicile bezoek hist baet abbr previous oud ancien exploit branch second secondary extra other autre andere archive ${OWN} ${OTHERS}`,
  },
  phone: {
    strong: 'phone telefoon telephone tel telefon fernsprecher landline vast fixe festnetz',
    weak: 'number nummer numero call bel',
    against: `fax telefax telecopie mobile mobiel gsm mobil portable handy cell natel prive private privat second emergency thuis home domicile nood whatsapp 2 3 ref reference referentie referenz code ${OWN} ${OTHERS} ${UNITS}`,
  },
  incorporationDate: {
    strong:
      'founding foundation founded incorporation establish opr oprichting opgericht oprichtings stichting constitution constitue fondation grundung grundungs gruendung gegrundet errichtung creationdate',
    weak: 'start begin debut beginn aanvang creation',
    against: `${RECORD} birth geboorte naissance geburt since sinds depuis seit klant client customer kunde relation relatie end einde fin ende stop mandate mandaat mandat participation deelneming beteiligung share function contract invoice publication publicatie btw vat tva mwst cessation stopzetting file upload activit nace tatigkeit hist ${UNITS}`,
  },
  fiscalYearEnd: {
    strong:
      'boekjaar fiscal fiscalyear financialyear financial exercice comptable geschaftsjahr geschaeftsjahr wirtschaftsjahr bilanz cloture closing afsluit yearend bookyear jaareinde balansdatum fye',
    weak: 'end einde fin ende year jaar annee jahr',
    against: `${RECORD} start begin debut meeting vergadering assemblee versammlung general algemene birth geboorte naissance`,
  },
  linkedRelations: {
    strong: 'tos linked links link banden relations relaties liens verknupfung verbindungen verbonden lies gekoppeld',
    weak: 'relation relatie',
    against: 'froms file document task taak user tag group',
  },
  code: {
    strong: 'uniqueidentifier identifier code kenmerk unique',
    weak: 'ref reference referentie nummer number',
    against:
      'client klant customer kunde accounting boekhoud compta post zip lang taal country land legal recht vorm form type status group language box',
  },
  id: {
    strong: 'id guid uuid',
    weak: 'key sleutel',
    against: 'extern externe external ext 2 company kantoor bureau office own parent user group owner',
  },
  language: { strong: 'language languagecode taal taalcode langue sprache lang', against: 'program' },
  status: {
    strong: 'status statut toestand relationstatus zustand',
    weak: 'state staat etat',
    against: 'legal jurid btw vat',
  },
  type: {
    strong: 'type relationtype soort relatietype typ art genre',
    weak: 'kind',
    against: 'address adres link doc',
  },
  ownCompany: {
    strong: 'companyid owncompany kantoor kantoorid bureau office kanzlei eigenbedrijf vestiging',
    weak: 'company own eigen',
    against: 'group',
  },
  endDate: {
    strong: 'enddate einddatum datefin enddatum endrelation einde stopdate uitdienst archived ended',
    weak: 'end fin ende stop',
    against: `${RECORD} boekjaar fiscal financial exercice geschaft bilanz year jaar mandate`,
  },
  since: {
    strong: 'since sinds depuis seit klantsinds clientsince clientdepuis kundeseit startrelation',
    weak: 'start startdate begin begindatum debut',
    against: `${RECORD} founding oprichting constitution incorporation grundung`,
  },
  commercialName: {
    strong:
      '003 commercialname handelsnaam nomcommercial tradename handelsname commercial commerciele enseigne uithangbord',
    weak: 'trade alias',
    against: 'first last register court group groep groupe gruppe',
  },
  juridicalSituation: {
    strong:
      'juridicalsituation situation rechtstoestand juridischetoestand situationjuridique rechtszustand rechtslage',
    weak: 'toestand zustand situatie status',
    against: 'form vorm',
  },
  typeOfEnterprise: {
    strong:
      'typeofenterprise enterprisetype typeentreprise typeonderneming unternehmensart unternehmenstyp soortonderneming',
    weak: 'type soort persoon person art',
    against: 'address adres',
  },
};

type List = { readonly word: string; readonly isPart: boolean };
type Lists = { readonly strong: readonly List[]; readonly weak: readonly List[]; readonly against: readonly List[] };

const listOf = (words = ''): readonly List[] =>
  [...new Set(words.split(' '))].filter(Boolean).map((word) => ({ word, isPart: word.length >= 4 }));

const LISTS = Object.fromEntries(
  Object.entries(WORDS).map(([meaning, { strong, weak, against }]) => [
    meaning,
    { strong: listOf(strong), weak: listOf(weak), against: listOf(against) },
  ]),
) as Readonly<Record<Meaning, Lists>>;

/** The words of a key: `enterpriseNumber`, `enterprise_number` and `ENTERPRISE-NUMBER` have two. */
export function keyWords(key: string): readonly string[] {
  return fold(key.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2'))
    .split(/\s+|(?<=\p{L})(?=\d)/u)
    .filter(Boolean);
}

/** What the names on the way to a place say of a meaning. */
export type Hint = { readonly score: number; readonly word?: string };

const STRONG = 4;
const WEAK = 2;
const AGAINST = -5;

/** What a name says counts less, the farther it is from the value. */
const BY_DISTANCE = [1, 0.9, 0.7, 0.5];

/** "btwnummer", "telnr", "nummerbtw". */
const TAILS = new Set('nummer numero number num nr no id code datum date naam name adres dt'.split(' '));

function isWithTail(own: string, word: string): boolean {
  if (word.length < 3) return false;
  return (
    (own.startsWith(word) && TAILS.has(own.slice(word.length))) ||
    (own.endsWith(word) && TAILS.has(own.slice(0, -word.length)))
  );
}

/** Names, the last one nearest to the value. */
export function hintOf(meaning: Meaning, names: readonly string[]): Hint {
  const { strong, weak, against } = LISTS[meaning];
  let best: Hint = { score: 0 };
  let worst = 0;
  for (const [distance, name] of names.toReversed().entries()) {
    const weight = BY_DISTANCE[Math.min(distance, BY_DISTANCE.length - 1)] ?? 0;
    const words = keyWords(name);
    const joined = words.join('');
    const has = ({ word, isPart }: List) =>
      isPart ? joined.includes(word) : words.some((own) => own === word || isWithTail(own, word));
    const named = strong.find(has);
    const found = named ?? weak.find(has);
    const score = weight * (named ? STRONG : found ? WEAK : 0);
    if (found && score > best.score) best = { score, word: found.word };
    if (against.some(has)) worst = Math.min(worst, AGAINST * Math.max(weight, 0.8));
  }
  return worst < 0 ? { score: best.score + worst } : best;
}
