import type { RawRelation } from '../../src/adminpulse/read-relation.ts';
import { flatRelation } from '../unit/adminpulse/relations.ts';
import type { FakeBrowser } from './fake-browser.ts';

export const NUMBER = '0001004246';

/** Numbers of so many companies that openthebox does not know. */
export const unknownNumbers = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => {
    const stem = String(10_000 + index).padStart(8, '0');
    return `${stem}${String(97 - (Number(stem) % 97)).padStart(2, '0')}`;
  });

/** What openthebox says of the relation's company: another name and address than AdminPulse has. */
const OPENTHEBOX_COMPANY = {
  vat: `BE${NUMBER}`,
  nameNl: 'Bakkerij Peeters Gent',
  juridicalForm: '610',
  addressNl: { street: 'Korenmarkt', number: '7', zipCode: '9000', city: 'Gent' },
  website: 'www.peeters.example',
};

/** An office with one client: its relation as AdminPulse holds it, which writes change. */
export class FakeOffice {
  relation: RawRelation = flatRelation();
  /** Called before each answer of AdminPulse about the relation; it may change it, as a colleague would. */
  beforeRead: () => void = () => {};
  readonly #browser: FakeBrowser;

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
    const read = () => {
      this.beforeRead();
      return { status: 200, body: this.relation };
    };
    browser.network.answer('GET /relations/APR00510', read);
    browser.network.answer('GET /relations', () => ({ status: 200, body: { results: [this.relation], pageCount: 1 } }));
    browser.network.answer('PUT /relations/APR00510', ({ body }) => {
      this.change(body as Record<string, unknown>);
      return { status: 200 };
    });
    browser.network.answer(`GET /api/companies/BE${NUMBER}`, { status: 200, body: OPENTHEBOX_COMPANY });
  }

  /** As a colleague does in AdminPulse. */
  change(values: Record<string, unknown>): void {
    this.relation = { ...this.relation, ...values };
  }

  get writes(): readonly Record<string, unknown>[] {
    return this.#browser.network.written;
  }
}
