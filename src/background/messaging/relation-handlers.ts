import * as z from 'zod/mini';
import { FIELDS } from '../../company/company.ts';
import { createRelation } from '../create/create.ts';
import { currentCreation, openCreation, refreshCreation } from '../create/open.ts';
import { indexStatus, keepIndexFresh, refreshIndex } from '../relations/build-index.ts';
import { relationsOf } from '../relations/find-existing.ts';
import { catalogueView } from '../relations/value-catalogue.ts';
import { assertFeatureEnabled } from '../settings/managed.ts';
import { type Handlers, handler, Nothing, PAGE } from './handler.ts';
import { EnterpriseNumberText } from './review-handlers.ts';

/** Numbers asked for at once: more than a list of hits has. */
const MAX_NUMBERS = 100;

const CreationId = z.object({ creationId: z.string().check(z.minLength(1), z.maxLength(120)) });
const OptionId = z.string().check(z.minLength(1), z.maxLength(200));
const PersonName = z.exactOptional(z.string().check(z.trim(), z.maxLength(200)));
const Answers = z.object({
  relationType: OptionId,
  status: OptionId,
  language: OptionId,
  ownCompany: OptionId,
  since: z.exactOptional(z.iso.date()),
  vatPending: z.exactOptional(z.boolean()),
  lastName: PersonName,
  firstName: PersonName,
});

export const RELATIONS_HANDLERS: Handlers<
  | 'relationsOf'
  | 'getRelationIndex'
  | 'refreshRelationIndex'
  | 'cancelRelationIndex'
  | 'getVocabulary'
  | 'openCreate'
  | 'getCreation'
  | 'refreshCreation'
  | 'createRelation'
> = {
  relationsOf: handler(
    PAGE,
    z.object({ enterpriseNumbers: z.array(EnterpriseNumberText).check(z.maxLength(MAX_NUMBERS)) }),
    (services, { enterpriseNumbers }) => relationsOf(services, enterpriseNumbers),
  ),
  getRelationIndex: handler(PAGE, Nothing, indexStatus),
  refreshRelationIndex: handler(PAGE, Nothing, async (services) => {
    void refreshIndex(services);
    return null;
  }),
  cancelRelationIndex: handler(PAGE, Nothing, async ({ relations }) => {
    await relations.cancel(Date.now());
    return null;
  }),
  getVocabulary: handler(PAGE, Nothing, catalogueView),
  openCreate: handler(PAGE, z.object({ enterpriseNumber: EnterpriseNumberText }), async (services, data) => {
    await assertFeatureEnabled('create');
    await keepIndexFresh(services);
    await openCreation(services, data.enterpriseNumber);
    return null;
  }),
  getCreation: handler(PAGE, CreationId, (services, { creationId }) => currentCreation(services, creationId)),
  refreshCreation: handler(PAGE, CreationId, async (services, { creationId }) => {
    await refreshCreation(services, creationId);
    return null;
  }),
  createRelation: handler(
    PAGE,
    z.extend(CreationId, { fields: z.array(z.enum(FIELDS)), answers: Answers }),
    async (services, { creationId, fields, answers }) => {
      await createRelation(services, creationId, { fields, answers });
      return null;
    },
  ),
};
