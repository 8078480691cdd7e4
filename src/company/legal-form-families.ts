/**
 * Legal forms that are one form under several names: in the three languages, before and after the Companies Code of
 * 2019, with a social purpose, and the civil companies abolished in 2018. The present form stands first. A form of no
 * family (public bodies and the like) is a family of its own.
 * Source: KBO codes; their succession: KBO cookbook (JuridicalFormCAC), Code of companies and associations.
 */
export const LEGAL_FORM_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  BV: ['610', '015', '010', '515', '510', '215'],
  NV: ['014', '514', '614', '214'],
  CV: ['706', '008', '006', '016', '508', '506', '608', '606', '007', '009', '206', '208'],
  CommV: ['612', '012', '512', '212'],
  CommVA: ['013', '513', '213'],
  VOF: ['011', '511', '211'],
  Maatschap: ['702', '703', '704'],
  VZW: ['017'],
  IVZW: ['125'],
  PS: ['026'],
  SON: ['029'],
  VME: ['070'],
  SE: ['027'],
  SCE: ['001'],
  EESV: ['065', '265'],
  ESV: ['060', '560', '260'],
  LV: ['025', '225'],
  'CV PR': ['716', '106', '107', '108', '109', '116'],
  OCMW: ['412', '126'],
  Politiezone: ['413', '155'],
  Foreign: ['030', '230', '235', '453', '454'],
  /** Natural persons have no code in the register: `NP` is ours. */
  NP: ['NP'],
};

/**
 * Words and abbreviations in everyday use that the register's tables lack, by the codes that they may mean. A line
 * with several codes is a word that does not say which.
 */
export const EVERYDAY_WORDS: readonly (readonly [codes: string, words: string])[] = [
  ['610', 'BV, SRL, SRL Unipersonnelle, Private company with limited liability'],
  ['015', 'BVBA, SPRL, S-BVBA, BVBA Starter, BVBA-S, SPRL-S, SPRL Starter'],
  ['010', 'EBVBA, SPRLU, Eenpersoons BVBA, SPRL Unipersonnelle'],
  ['014', 'NV, SA, Public limited liability company'],
  ['706', 'Cooperative, Cooperative company, CV erkend, Erkende CV, SC agréée, Erkende coöperatieve vennootschap'],
  ['706', 'Société coopérative agréée, CV SO, SC ES, CV erkend als SO, SC agréée comme ES, CVSO'],
  ['706 016', 'CV, SC'],
  ['612 012', 'CommV, Comm. V., Comm. Venn., Commanditaire'],
  ['612', 'SComm, S. en comm.'],
  ['012', 'GCV, SCS'],
  ['013', 'CommVA, Comm. VA, CVA, SCA, S. en comm. par actions'],
  ['011', 'VOF, SNC, V.o.f.'],
  ['702', 'Maatschap, Burgerlijke maatschap, Société simple, Einfache Gesellschaft, Partnership'],
  ['017', 'VZW, ASBL, VoG, NPO, Non-profit association, Non-profit organisation, Not-for-profit association'],
  ['125', 'IVZW, AISBL, INPA, International non-profit association, International non-profit organisation'],
  ['026', 'PS, FP, Privé stichting'],
  ['029', 'SON, FUP, Stichting openbaar nut, Foundation of public utility'],
  ['026 029', 'Stichting, Fondation, Stiftung, Foundation'],
  ['070', 'VME, ACP, Mede-eigendom, Vereniging van medeëigenaars, Association de copropriétaires, Copropriété'],
  ['001', 'Europese coöperatieve, SCE'],
  ['027', 'Societas Europaea, Europese vennootschap, Société européenne, Europäische Gesellschaft'],
  ['065', 'EESV, GEIE, EEIG'],
  ['060', 'ESV, GIE, Samenwerkingsverband'],
  ['114', 'NV van publiek recht, SA de droit public'],
  ['616', 'BV van publiek recht, SRL de droit public'],
  ['721', 'Feitelijke vereniging, Association de fait, Unincorporated association'],
  ['NP', 'Eenmanszaak, Entreprise individuelle, Einzelunternehmen, Sole proprietorship, Sole proprietor, Sole trader'],
  ['NP', 'Natuurlijk persoon, Natuurlijke persoon, Personne physique, Natürliche Person, Natural person'],
  ['NP', 'Onderneming natuurlijk persoon, Entreprise personne physique, Zelfstandige, Indépendant, ONP, EPP, UNP'],
];

/**
 * Abbreviations in everyday use, nl, fr, de, each of which is read as its own code again: these are written. Of all other forms the words are written, for nobody
 * reads "FONDPRIV", and "BV" must never be written for a Beroepsvereniging.
 */
export const EVERYDAY_ABBREVIATIONS: Readonly<Record<string, readonly [nl: string, fr: string, de: string]>> = {
  '001': ['SCE', 'SCE', 'SCE'],
  '006': ['CVOA', 'SCRI', 'Gen.mubH'],
  '008': ['CVBA', 'SCRL', 'Gen.mbH'],
  '010': ['EBVBA', 'SPRLU', 'PGmbHmA'],
  '011': ['VOF', 'SNC', 'OHG'],
  '012': ['GCV', 'SCS', 'EKG'],
  '013': ['Comm.VA', 'SCA', 'KGaA'],
  '014': ['NV', 'SA', 'AG'],
  '015': ['BVBA', 'SPRL', 'PGmbH'],
  '017': ['VZW', 'ASBL', 'VoG'],
  '025': ['LV', 'S.Agr.', 'LG'],
  '027': ['SE', 'SE', 'SE'],
  '060': ['ESV', 'GIE', 'WIV'],
  '065': ['EESV', 'GEIE', 'EWIV'],
  '070': ['VME', 'ACP', 'MEV'],
  '125': ['IVZW', 'AISBL', 'IVoG'],
  '412': ['OCMW', 'CPAS', 'ÖSHZ'],
  '508': ['CVBA SO', 'SCRL FS', 'GbHsZ'],
  '514': ['NV SO', 'SA FS', 'AGmsZ'],
  '515': ['BVBA SO', 'SPRL FS', 'PmbHsZ'],
  '610': ['BV', 'SRL', 'GmbH'],
  '612': ['CommV', 'SComm', 'KommG'],
  '706': ['CV', 'SC', 'Gen.'],
  NP: ['Eenmanszaak', 'Entreprise individuelle', 'Einzelunternehmen'],
};
