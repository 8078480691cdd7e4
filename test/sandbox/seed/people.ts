import type { Entry } from './entry.ts';

/** Relations that are kept only as contact, director or own company. Persons have no enterprise number. */
export const PEOPLE_AND_OWN_COMPANIES: readonly Entry[] = [
  person('Peeters An', 'APR00601', '0497 12 34 56'),
  person('Claes Rudy', 'APR00602', '0475 65 43 21'),
  person('De Smet Ilse', 'APR00603', '0468 00 11 22'),
  {
    about: 'The office itself',
    number: '0001.060.169',
    name: 'Kantoor Lindeboom',
    address: ['Lindeboomstraat', '1', null, '9000', 'Gent'],
    phone: '09 200 30 40',
    founded: '2001-10-01',
    adminpulse: { code: 'APR00001', status: 'OwnCompany' },
    openthebox: { name: 'KANTOOR LINDEBOOM' },
  },
];

function person(name: string, code: string, mobile: string): Entry {
  const space = name.lastIndexOf(' ');
  const [lastName, firstName] = [name.slice(0, space), name.slice(space + 1)];
  return {
    about: 'A person, linked to other relations',
    number: null,
    name,
    legalForm: null,
    fiscalYearEnd: null,
    vatLiable: false,
    adminpulse: { code, mobile, type: 'Person', status: 'Other', since: '2015-01-01', firstName, lastName },
  };
}
