import type { Language } from '../../../model.ts';

/** A municipality with a postal code of its own, and its telephone zone. In Brussels the names differ by language. */
export type Town = {
  readonly postalCode: string;
  readonly nl: string;
  readonly fr: string;
  readonly zone: string;
  /** The language of its streets. */
  readonly language: 'nl' | 'fr' | 'de' | 'both';
};

const town =
  (language: Town['language']) =>
  (line: string): Town => {
    const [postalCode = '', zone = '', nl = '', fr = nl] = line.split('|');
    return { postalCode, zone, nl, fr, language };
  };

/** Real places with their own postal codes and zones: bpost, and the zones of the numbering plan (BIPT). */
export const TOWNS: readonly Town[] = [
  ...[
    '9000|09|Gent|Gand',
    '9900|09|Eeklo',
    '9880|09|Aalter',
    '9100|03|Sint-Niklaas|Saint-Nicolas',
    '9700|055|Oudenaarde|Audenarde',
    '9300|053|Aalst|Alost',
    '2000|03|Antwerpen|Anvers',
    '2850|03|Boom',
    '2800|015|Mechelen|Malines',
    '2300|014|Turnhout',
    '2440|014|Geel',
    '3000|016|Leuven|Louvain',
    '3300|016|Tienen|Tirlemont',
    '3500|011|Hasselt',
    '3600|089|Genk',
    '3700|012|Tongeren-Borgloon|Tongres-Looz',
    '8000|050|Brugge|Bruges',
    '8300|050|Knokke-Heist',
    '8400|059|Oostende|Ostende',
    '8500|056|Kortrijk|Courtrai',
    '8800|051|Roeselare|Roulers',
    '8900|057|Ieper|Ypres',
    '1500|02|Halle|Hal',
    '1800|02|Vilvoorde|Vilvorde',
  ].map(town('nl')),
  ...[
    '4000|04|Luik|Liège',
    '4500|085|Hoei|Huy',
    '4800|087|Verviers',
    '5000|081|Namen|Namur',
    '5500|082|Dinant',
    '6000|071|Charleroi',
    '6600|061|Bastenaken|Bastogne',
    '6700|063|Aarlen|Arlon',
    '7000|065|Bergen|Mons',
    '7500|069|Doornik|Tournai',
    '1300|010|Waver|Wavre',
    '1400|067|Nijvel|Nivelles',
  ].map(town('fr')),
  ...[
    '1000|02|Brussel|Bruxelles',
    '1050|02|Elsene|Ixelles',
    '1070|02|Anderlecht',
    '1080|02|Sint-Jans-Molenbeek|Molenbeek-Saint-Jean',
    '1180|02|Ukkel|Uccle',
    '1030|02|Schaarbeek|Schaerbeek',
  ].map(town('both')),
  ...['4700|087|Eupen', '4780|080|Sankt Vith'].map(town('de')),
];

/** Streets, one pool a language; those of Brussels have both names. */
export const STREETS: Readonly<Record<'nl' | 'fr' | 'de', readonly string[]>> = {
  nl: [
    'Kerkstraat',
    'Stationsstraat',
    'Molenstraat',
    'Dorpsstraat',
    'Nieuwstraat',
    'Brugsesteenweg',
    'Gentsesteenweg',
    'Kapellestraat',
    'Grote Markt',
    'Veldstraat',
    'Schoolstraat',
    'Beukenlaan',
    'Lindelaan',
    'Industrielaan',
    'Sint-Jansplein',
    'Vaartkaai',
    'Koning Albertlaan',
    'Leopold II-laan',
    'Oude Baan',
    'Hoge Weg',
    'Nijverheidskaai',
    'Zandstraat',
    'Burgemeester Danneelstraat',
    'Ter Waarde',
  ],
  fr: [
    'Rue de la Gare',
    "Rue de l'Église",
    'Avenue Louise',
    'Chaussée de Namur',
    'Rue du Moulin',
    'Place Communale',
    'Rue Haute',
    'Boulevard Tirou',
    'Quai de Rome',
    'Rue des Écoles',
    'Avenue des Tilleuls',
    'Rue Saint-Jacques',
    'Grand-Rue',
    'Rue du Onze Novembre',
    "Chemin d'Enghien",
    'Square Albert Ier',
    'Rue Neuve',
    'Allée des Artisans',
  ],
  de: ['Hauptstraße', 'Bahnhofstraße', 'Neustraße', 'Kirchstraße', 'Aachener Straße', 'Schulgasse', 'Am Mühlenberg'],
};

export const BRUSSELS_STREETS: readonly { readonly nl: string; readonly fr: string }[] = [
  { nl: 'Louis Mettewielaan', fr: 'Boulevard Louis Mettewie' },
  { nl: 'Oude Graanmarkt', fr: 'Rue du Vieux Marché aux Grains' },
  { nl: 'Nieuwstraat', fr: 'Rue Neuve' },
  { nl: 'Waversesteenweg', fr: 'Chaussée de Wavre' },
  { nl: 'Louizalaan', fr: 'Avenue Louise' },
  { nl: 'Vlaamsesteenweg', fr: 'Rue de Flandre' },
  { nl: 'Koningsstraat', fr: 'Rue Royale' },
  { nl: 'Dansaertstraat', fr: 'Rue Antoine Dansaert' },
  { nl: 'Bergensesteenweg', fr: 'Chaussée de Mons' },
  { nl: 'Tervurenlaan', fr: 'Avenue de Tervueren' },
];

/** The language in which a relation of such a place is addressed most often. */
export const LANGUAGES_OF_TOWN: Readonly<Record<Town['language'], readonly Language[]>> = {
  nl: ['nl', 'nl', 'nl', 'nl', 'nl', 'nl', 'nl', 'fr', 'en'],
  fr: ['fr', 'fr', 'fr', 'fr', 'fr', 'fr', 'nl', 'en'],
  both: ['nl', 'fr', 'fr', 'en'],
  de: ['de', 'de', 'de', 'fr'],
};
