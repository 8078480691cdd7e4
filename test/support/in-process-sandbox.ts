import { adminpulseApi } from '../sandbox/adminpulse/api.ts';
import { edited, type RelationEdit } from '../sandbox/edits.ts';
import { openthebox } from '../sandbox/openthebox/api.ts';
import type { SandboxOptions } from '../sandbox/settings.ts';
import type { Raw } from '../sandbox/shapes/shape.ts';
import { State } from '../sandbox/state.ts';
import type { FakeBrowser } from './fake-browser.ts';

/** The two services of the sandbox, in this process, as the world's network. */
export class InProcessSandbox {
  readonly state: State;
  /** Comes before the services' own answer; undefined lets the request through. */
  intercept: (request: Request, pass: () => Promise<Response>) => Promise<Response> | undefined = () => undefined;

  constructor(browser: FakeBrowser, options: SandboxOptions = {}) {
    this.state = new State(options);
    const adminpulse = adminpulseApi(this.state);
    const company = openthebox(this.state);
    browser.network.handler = (request) => {
      const isAdminPulse = new URL(request.url).hostname === 'api.adminpulse.be';
      const pass = async () => (isAdminPulse ? adminpulse : company).fetch(request);
      return this.intercept(request, pass) ?? pass();
    };
  }

  relation(code: string): Raw {
    return this.state.shape.single(this.#at(code));
  }

  relationsWith(enterpriseNumber: string): readonly Raw[] {
    const having = this.state.relations.all().filter((relation) => relation.enterpriseNumber === enterpriseNumber);
    return having.map((relation) => this.state.shape.single(relation));
  }

  /** As a colleague does in AdminPulse's page. */
  edit(code: string, edit: RelationEdit): void {
    this.state.relations.save(edited(this.#at(code), edit), 'Sofie Lindeboom');
  }

  #at(code: string) {
    const relation = this.state.relations.find(code);
    if (!relation) throw new Error(`The sandbox has no relation ${code}`);
    return relation;
  }
}
