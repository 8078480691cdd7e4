import { beforeEach, expect, it } from 'vitest';
import { connectAdminPulse, connectOpenthebox } from '../../../../src/background/connection/connect.ts';
import { HANDLERS } from '../../../../src/background/messaging/handlers.ts';
import { confirmPlaces } from '../../../../src/background/relations/inferred-places.ts';
import { createServices } from '../../../../src/background/services.ts';
import type { Review } from '../../../../src/messages/index.ts';
import { InProcessSandbox } from '../../../support/in-process-sandbox.ts';
import { fakeBrowser } from '../../../support/worker-setup.ts';

/** Shapes whose lists of links have other names than the seen ones. */
const SEEDS = [4, 7, 10, 11, 12, 14];

beforeEach(() => fakeBrowser.reset());

it.each(SEEDS)(
  'a link is added under the keys of the others, and what was there stays, in the shape "%s"',
  async (seed) => {
    const sandbox = new InProcessSandbox(fakeBrowser, { shape: { seed }, office: { seed, relations: 40 } });
    const services = createServices();
    await connectOpenthebox(services, { clientId: 'otb-office-7', clientSecret: 'otb-secret' });
    await connectAdminPulse(services, { apiKey: 'ap-full-key' });
    await confirmPlaces(['linkedRelations']);
    const { relations, register } = sandbox.state;
    for (const relation of relations.all()) {
      const number = relation.enterpriseNumber ?? '';
      const company = register.companies.get(number);
      if (!company || company.directors.length + company.shareholders.length === 0) continue;
      const id = `${number}-${relation.code}`;
      await HANDLERS.openReview.answer(services, { enterpriseNumber: number, relationCode: relation.code });
      const review = fakeBrowser.session.get(`review:${id}`) as Review;
      if (review.phase !== 'ready') continue;
      const { links } = await HANDLERS.getLinkOptions.answer(services, { reviewId: id });
      const [option] = links.filter(({ targets }) => targets.length > 0);
      const target = option?.targets[0]?.code;
      if (!option || target === undefined) continue;
      await HANDLERS.applyReview.answer(services, {
        reviewId: id,
        fields: ['linkedRelations'],
        links: [{ key: option.key, type: '4', target }],
      });
      const after = relations.find(relation.code)?.links ?? [];
      const added = after.filter((link) => !relation.links.some((old) => JSON.stringify(old) === JSON.stringify(link)));
      expect(after.slice(0, relation.links.length)).toEqual(relation.links);
      expect(added).toEqual([{ linkType: 4, code: target }]);
      return;
    }
    throw new Error('No relation has a link to add');
  },
);
