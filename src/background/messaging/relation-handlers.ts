import * as z from 'zod/mini';
import { createRelation } from '../create/create.ts';
import { currentCreation, openCreation, refreshCreation } from '../create/open.ts';
import { indexStatus, keepIndexFresh, refreshIndex } from '../relations/build-index.ts';
import { relationsOf } from '../relations/find-existing.ts';
import { catalogueView } from '../relations/value-catalogue.ts';
import { assertFeatureEnabled } from '../settings/managed.ts';
import { command, type Handlers, handler, PAGE } from './handler.ts';
import { EnterpriseNumberText, FieldName, Nothing, textUpTo } from './schemas.ts';

/** Numbers asked for at once: more than a list of hits has. */
const MAX_NUMBERS = 100;

const CreationId = z.object({ creationId: textUpTo(120) });
const OptionId = textUpTo(200);
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

export const RELATIONS_HANDLERS = {
  relationsOf: handler(
    PAGE,
    z.object({ enterpriseNumbers: z.array(EnterpriseNumberText).check(z.maxLength(MAX_NUMBERS)) }),
    (services, { enterpriseNumbers }) => relationsOf(services, enterpriseNumbers),
  ),
  getRelationIndex: handler(PAGE, Nothing, indexStatus),
  refreshRelationIndex: command(PAGE, Nothing, async (services) => void refreshIndex(services)),
  cancelRelationIndex: command(PAGE, Nothing, ({ relations }) => relations.cancel(Date.now())),
  getVocabulary: handler(PAGE, Nothing, catalogueView),
  openCreate: command(PAGE, z.object({ enterpriseNumber: EnterpriseNumberText }), async (services, data) => {
    await assertFeatureEnabled('create');
    await keepIndexFresh(services);
    await openCreation(services, data.enterpriseNumber);
  }),
  getCreation: handler(PAGE, CreationId, (services, { creationId }) => currentCreation(services, creationId)),
  refreshCreation: command(PAGE, CreationId, (services, { creationId }) => refreshCreation(services, creationId)),
  createRelation: command(
    PAGE,
    z.extend(CreationId, { fields: z.array(FieldName), answers: Answers }),
    (services, { creationId, fields, answers }) => createRelation(services, creationId, { fields, answers }),
  ),
} satisfies Partial<Handlers>;
