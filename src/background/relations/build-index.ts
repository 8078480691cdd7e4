import type { Adminpulse } from '../../adminpulse/adminpulse.ts';
import { EMPTY_SCHEMA } from '../../adminpulse/office-schema.ts';
import { contextText, numbersOf, type RawRelation, readField } from '../../adminpulse/read-relation.ts';
import type { RelationPage } from '../../adminpulse/relation-pages.ts';
import type { Link } from '../../company/company.ts';
import type { RelationIndexStatus } from '../../messages/index.ts';
import { toFailure } from '../failures.ts';
import { tryWithLock, withLock } from '../platform/locks.ts';
import type { Services } from '../services.ts';
import { adminpulseCredentials } from '../settings/credentials.ts';
import { type KnownPaths, knownPaths } from './known-paths.ts';
import { relationCode } from './relation.ts';
import type { Build, IndexedRelation, IndexState, NextPage, RelationIndex } from './relation-index.ts';

/** An index that is older is built anew, in ms. */
const MAX_AGE_MS = 24 * 60 * 60_000;
/** A build that a failure stopped is not taken up again sooner by itself, in ms. */
const PAUSE_AFTER_FAILURE_MS = 60_000;

/**
 * Builds the index, or goes on with the build that was cut off; it ends when it is complete, cancelled or stopped by a
 * failure. One build at a time: the lock ends with the worker.
 */
export async function buildIndex(services: Services): Promise<void> {
  await tryWithLock('relation-index', () => build(services));
}

/** Builds the index at the user's wish: after one that was just cancelled too, whose last page may still be under way. */
export async function refreshIndex(services: Services): Promise<void> {
  if ((await services.relations.state()).build) await buildIndex(services);
  else await withLock('relation-index', () => build(services));
}

async function build({ adminpulse, relations }: Services): Promise<void> {
  const paths = pathsOf(await knownPaths());
  const cutOff = (await relations.state()).build;
  const begun = cutOff?.paths === paths ? cutOff : await relations.begin(Date.now(), paths);
  await readPages(adminpulse, relations, begun);
}

async function readPages(adminpulse: Adminpulse, index: RelationIndex, begun: Build) {
  let build: Build | undefined = begun;
  while (build) {
    if (build.pageCount !== undefined && build.page >= build.pageCount) return await index.complete(build);
    const at: Build = build;
    try {
      const page = await adminpulse.relationPage(at.page);
      // The rows themselves may show where they have their facts.
      const known = await knownPaths();
      // What nothing names is no relation that could be read: a page behind the last one may have something else in it.
      const rows = page.rows.map((row) => indexed(row, known)).filter(({ code }) => code !== '');
      build = await index.addPage(at, rows, nextPage(at, page));
      if (build && isBehindLast(at, build)) build = await index.addPage(build, [], { ...build, pageCount: at.page });
      if (build && missedRows(build, page)) build = await index.addPage(build, [], secondPass(build));
    } catch (error) {
      return await index.stopped(at, toFailure(error), Date.now());
    }
  }
}

function nextPage({ page, pass, rows, pageCount }: Build, answer: RelationPage): NextPage {
  return {
    page: page + 1,
    pass,
    rows: page === 0 ? answer.totalRowCount : rows,
    // A page without rows is behind the last one, whatever the number of pages is said to be.
    pageCount: answer.rows.length === 0 ? page : (answer.pageCount ?? pageCount),
  };
}

/** Where the number of pages is not known, a page with nothing new is behind the last one. */
const isBehindLast = (before: Build, after: Build) =>
  after.pageCount === undefined && after.relations === before.relations;

/**
 * While the list is gone through, a row may move to a page that was read already: when others were deleted, or when fewer
 * rows are known at its end than there are.
 */
function missedRows({ pass, page, pageCount, rows, relations }: Build, { totalRowCount }: RelationPage): boolean {
  if (pass === 2 || pageCount === undefined || page < pageCount || totalRowCount === undefined) return false;
  return rows !== totalRowCount || relations < totalRowCount;
}

const secondPass = ({ pageCount, rows }: Build): NextPage => ({ page: 0, pass: 2, pageCount, rows });

/** What the index knows of a relation, by the list's row or by the relation itself. */
export function indexed(row: RawRelation, known: KnownPaths): IndexedRelation {
  const { chosen, places } = known;
  const links = (readField('linkedRelations', row, { ...EMPTY_SCHEMA, ...known })?.value ?? []) as readonly Link[];
  const name = contextText(row, 'displayName', places) ?? readField('name', row, { ...EMPTY_SCHEMA, ...known })?.value;
  return {
    code: relationCode(row, places),
    name: typeof name === 'string' ? name : '',
    numbers: numbersOf(row, chosen, places),
    linkTypes: links.flatMap(({ role }) => role ?? []),
  };
}

/** The numbers' paths: an index that was built by others is of no use. Without known places, as earlier versions stored it. */
function pathsOf({ chosen, places }: KnownPaths): string {
  const known = NUMBERS.flatMap((field) => places[field]?.paths ?? []);
  return JSON.stringify([...NUMBERS.map((field) => chosen[field]), ...known]);
}

const NUMBERS = ['vatNumber', 'enterpriseNumber'] as const;

/** Builds the index, without waiting for it, where there is none yet, it is older than a day, or its build was cut off. */
export async function keepIndexFresh(services: Services): Promise<void> {
  if (!(await adminpulseCredentials.read())) return;
  if (await isIndexDue(services)) void buildIndex(services);
}

/** As `keepIndexFresh`, and waits for the build, also for one that is under way. */
export async function waitForIndex(services: Services): Promise<void> {
  if (!(await isIndexDue(services))) return;
  await withLock('relation-index', async () => {
    // It may have been built while this one waited.
    if (await isIndexDue(services)) await build(services);
  });
}

async function isIndexDue({ relations }: Services): Promise<boolean> {
  const paths = pathsOf(await knownPaths());
  return isDue(await relations.state(), paths, Date.now());
}

/** Goes on with a build that was cut off when the worker ended. */
export async function resumeIndex(services: Services): Promise<void> {
  if ((await services.relations.state()).build) await keepIndexFresh(services);
}

function isDue({ build, complete, cancelledAt }: IndexState, paths: string, now: number): boolean {
  if (build) return !build.stopped || now - build.stopped.at > PAUSE_AFTER_FAILURE_MS;
  if (cancelledAt !== undefined && now - cancelledAt < MAX_AGE_MS) return false;
  return !complete || complete.paths !== paths || now - complete.at > MAX_AGE_MS;
}

/** How the index stands, as the options page shows it. */
export async function indexStatus({ relations }: Services): Promise<RelationIndexStatus> {
  const { complete, build } = await relations.state();
  return {
    ...(complete && { complete: { relations: complete.relations, at: new Date(complete.at).toISOString() } }),
    ...(build && {
      build: {
        page: build.page,
        relations: build.relations,
        ...(build.pageCount !== undefined && { pageCount: build.pageCount }),
        ...(build.stopped && { failure: build.stopped.failure }),
      },
    }),
  };
}
