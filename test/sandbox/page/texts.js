/** Section names and labels in the page's languages: Dutch, French, English. */
const TEXTS = {
  relationFiles: ['Relatiedossiers', 'Dossiers relations', 'Relation files'],
  relations: ['Relaties', 'Relations', 'Relations'],
  search: ['Zoeken', 'Rechercher', 'Search'],
  language: ['Taal', 'Langue', 'Language'],
  profile: ['Mijn profiel', 'Mon profil', 'My profile'],
  accessTokens: ['API-sleutels', 'Clés API', 'API keys'],
  newAccessToken: ['Nieuwe API-sleutel', 'Nouvelle clé API', 'New API key'],
  showInactive: ['Toon inactieve', 'Afficher les inactives', 'Show inactive'],

  moreActions: ['Meer acties', "Plus d'actions", 'More actions'],
  fetchFromCbe: ['Informatie ophalen uit KBO', 'Récupérer des informations de BCE', 'Retrieve information from CBE'],
  history: ['Wijzigingsgeschiedenis', 'Historique des modifications', 'Change history'],
  expandAll: ['Alles openen', 'Tout ouvrir', 'Expand all'],
  refresh: ['Vernieuwen', 'Actualiser', 'Refresh'],
  save: ['Opslaan', 'Enregistrer', 'Save'],
  saved: ['Opgeslagen', 'Enregistré', 'Saved'],

  identification: ['Identificatie', 'Identification', 'Identification'],
  linkedRelations: ['Gelinkte relaties', 'Relations liées', 'Linked relations'],
  communication: ['Communicatie', 'Communication', 'Communication'],
  invoicing: ['Facturatie', 'Facturation', 'Invoicing'],
  accountantInfo: ['Accountant info', 'Information comptable', 'Accountant information'],
  letters: ['Brieven', 'Lettres', 'Letters'],
  legal: ['Legaal', 'Légal', 'Legal'],
  fiscal: ['Fiscaal', 'Fiscalité', 'Fiscal'],
  antiMoneyLaundering: ['Anti-witwas', 'Anti-blanchiment', 'Anti-money laundering'],
  ubo: ['UBO', 'UBO', 'UBO'],
  taskManagement: ['Taakbeheer', 'Gestion des tâches', 'Task management'],

  name: ['Naam', 'Nom', 'Name'],
  legalForm: ['Rechtsvorm', 'Forme juridique', 'Legal form'],
  status: ['Status', 'Statut', 'Status'],
  type: ['Type relatie', 'Type de relation', 'Type of relation'],
  uniqueIdCode: ['Unieke ID code', 'Code ID unique', 'Unique ID code'],
  customerCode: ['Klantcode', 'Code client', 'Customer code'],
  commercialName: ['Korte / commerciële naam', 'Nom court / commercial', 'Short / commercial name'],
  endDate: ['Einddatum relatie', 'Date de fin de la relation', 'End date relation'],
  accountingCode: ['Nr. boekhouding', 'N° comptabilité', 'Accounting no.'],
  handlingLevel: ['Behandelingsniveau', 'Niveau de traitement', 'Handling level'],
  nationalNumber: ['Rijksregisternummer', 'Numéro de registre national', 'National identification number'],
  municipality: ['Gemeente', 'Commune', 'Municipality'],

  Seat: ['Adres', 'Adresse', 'Address'],
  Correspondence: ['Correspondentieadres', 'Adresse de correspondance', 'Correspondence address'],
  Establishment: ['Vestiging', 'Établissement', 'Establishment'],
  establishmentNumber: ['Vestigingsnummer', "Numéro d'unité d'établissement", 'Establishment number'],
  Phone: ['Telefoon', 'Téléphone', 'Phone'],
  Mobile: ['Gsm', 'GSM', 'Mobile'],
  Email: ['E-mail', 'E-mail', 'Email'],
  Website: ['Website', 'Site web', 'Website'],
  POBox: ['Postbus', 'Boîte postale', 'PO box'],

  fiscalYearEnd: ['Einde boekjaar', "Fin de l'exercice comptable", 'End of financial year'],
  vat: ['BTW', 'TVA', 'VAT'],
  vatNumber: ['BTW-nr', 'Numéro de TVA', 'VAT number'],
  vatPending: ['BTW-nummer in aanvraag', 'Numéro de TVA en demande', 'VAT number pending'],
  enterpriseNumber: ['Ondernemingsnummer', "Numéro d'entreprise", 'Enterprise number'],
  structuredCommunication: ['Gestructureerde mededeling', 'Communication structurée', 'Structured communication'],
  foundingDate: ['Oprichtingsdatum', 'Date de constitution', 'Founding date'],
  deedType: ['Type akte', "Type d'acte", 'Deed type'],
  publicationNumber: ['Publicatienummer', 'Numéro de publication', 'Publication number'],
  nothing: ['Geen gegevens', 'Aucune donnée', 'No data'],

  date: ['Datum', 'Date', 'Date'],
  user: ['Gebruiker', 'Utilisateur', 'User'],
  field: ['Veld', 'Champ', 'Field'],
  before: ['Oude waarde', 'Ancienne valeur', 'Old value'],
  after: ['Nieuwe waarde', 'Nouvelle valeur', 'New value'],

  Customer: ['Klant', 'Client', 'Customer'],
  Prospect: ['Prospect', 'Prospect', 'Prospect'],
  OwnCompany: ['Eigen bedrijf', 'Propre entreprise', 'Own company'],
  Other: ['Andere', 'Autre', 'Other'],
  Company: ['Bedrijf', 'Société', 'Company'],
  Person: ['Persoon', 'Personne', 'Person'],
  SoleProprietor: ['Eenmanszaak', 'Entreprise individuelle', 'Sole proprietor'],
  Normal: ['Normaal', 'Normal', 'Normal'],
  Attention: ['Opgelet', 'Attention', 'Attention'],
  Blocked: ['Geblokkeerd', 'Bloqué', 'Blocked'],
  link1: ['Contact', 'Contact', 'Contact'],
  link4: ['Bestuurder', 'Administrateur', 'Director'],
  link6: ['Aandeelhouder', 'Actionnaire', 'Shareholder'],
};

export const LANGUAGES = ['nl', 'fr', 'en'];

let language = 'nl';

export function useLanguage(wanted) {
  language = LANGUAGES.includes(wanted) ? wanted : 'nl';
  document.documentElement.lang = language;
}

export const currentLanguage = () => language;

/** A text in the current language; a key that has none is shown as it is. */
export function t(key) {
  return TEXTS[key]?.[LANGUAGES.indexOf(language)] ?? key;
}
