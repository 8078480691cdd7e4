import type { RelationIndexStatus } from '../../messages.ts';
import type { Services } from '../services.ts';

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
