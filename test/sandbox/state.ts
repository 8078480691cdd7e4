import type { HttpBindings } from '@hono/node-server';
import { Relations } from './adminpulse/relations.ts';
import { type Clock, createClock } from './clock.ts';
import { Faults } from './faults.ts';
import type { Register } from './openthebox/model.ts';
import { generatedRelations } from './seed/generated.ts';
import { seedRegister, seedRelations } from './seed.ts';
import { changed, DEFAULTS, type SandboxOptions, type Settings } from './settings.ts';
import { type ListForms, SEEN_LISTS } from './shapes/lists.ts';
import { officeMaker, type ServiceShapes, shapesOf } from './shapes/service-shapes.ts';
import type { Shape } from './shapes/shape.ts';

export type Env = {
  Bindings: HttpBindings;
  /** Set by the fault `ignore-write`: the keys of a write that are answered but not kept. */
  Variables: { ignoredKeys: readonly string[] | 'all' | undefined };
};

/** A request that a service received, with the time of the sandbox's clock in ms. */
export type RecordedRequest = {
  readonly host: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly at: number;
  /** JSON as its value, else text. */
  readonly body?: unknown;
  /** `Bearer`, or absent without an Authorization header. The credential itself is not kept. */
  readonly authorizationScheme?: string;
};

/** Everything that a reset puts back. */
export class State {
  readonly clock: Clock = createClock();
  readonly faults = new Faults();
  settings: Settings = DEFAULTS;
  relations = new Relations([], this.clock.now);
  register: Register = { companies: new Map(), people: [] };
  requests: RecordedRequest[] = [];
  /** openthebox's tokens, with the ms at which each ends. */
  tokens = new Map<string, number>();
  anonymousCalls = 0;
  /** AdminPulse's calls in the minute that began at `since`, by key. */
  calls = new Map<string, { since: number; count: number }>();

  readonly #atStart: Settings;

  constructor(options: SandboxOptions) {
    this.#atStart = changed(DEFAULTS, options);
    this.reset({});
  }

  /** Back to the start; the settings are those of the start, changed by `options`. */
  reset(options: SandboxOptions): void {
    this.settings = changed(this.#atStart, options);
    this.faults.clear();
    const { office, shape } = this.settings;
    const madeUp = office && officeMaker(shape)(office.seed, office.relations);
    this.relations = new Relations(madeUp?.relations ?? seedRelations(), this.clock.now);
    this.register = madeUp?.register ?? seedRegister();
    this.growTo(this.settings.relations);
    this.requests = [];
    this.tokens.clear();
    this.calls.clear();
    this.anonymousCalls = 0;
  }

  /** Changes settings and leaves all else as it is. */
  configure(changes: SandboxOptions): void {
    this.settings = changed(this.settings, changes);
    this.growTo(this.settings.relations);
  }

  get shape(): Shape {
    return this.shapes.adminpulse;
  }

  get lists(): ListForms {
    return this.shapes.lists ?? SEEN_LISTS;
  }

  get shapes(): ServiceShapes {
    return shapesOf(this.settings.shape);
  }

  /** Adds generated relations until a list, which leaves out those that have ended, has at least `count`. */
  growTo(count: number): void {
    const active = seedRelations().filter(({ end }) => end === null).length;
    this.relations.add(generatedRelations(Math.max(0, count - active)));
  }
}
