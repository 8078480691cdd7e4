import type { LinkMeaning } from '../company/company.ts';

/** Handling levels that ask for nothing special. */
export const NORMAL_HANDLING_LEVELS: readonly string[] = ['normal', 'normaal', '0'];

/**
 * The types of a link, by the number that `linkType` has, as one developer's public code names them; 2 and 4 were seen in use
 * there. The numbers of AdminPulse's other types (accountant, holding, insurer …) are not known: no number is made up for them.
 */
export const LINK_TYPES: Readonly<Record<string, LinkMeaning>> = {
  '1': 'contact',
  '2': 'beneficiary',
  '3': 'trustee',
  '4': 'director',
  '5': 'partner',
  '6': 'shareholder',
  '7': 'auditor',
  '8': 'otherMeans',
};

/** The calls. `{id}` is the relation's `uniqueIdentifier`, on 404 its `id`. */
export const CALLS = {
  list: { method: 'get', path: 'relations' },
  read: { method: 'get', path: 'relations/{id}' },
  ownCompanies: { method: 'get', path: 'companies' },
  /** By analogy with `PUT /tasks/{id}`, which was seen to work as a partial update. */
  update: { method: 'put', path: 'relations/{id}' },
  /** Not seen in public: by analogy with the other calls. */
  create: { method: 'post', path: 'relations' },
} as const;

/** Query parameter of the list that takes ten digits without `BE`; seen in public code. */
export const NUMBER_PARAMETER = 'vatNumber';
