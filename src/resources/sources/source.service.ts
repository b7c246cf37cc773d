import { z } from 'zod';
import type { Actor } from '../../domain/access/rules.js';
import { newRef } from '../../platform/db/new-ref.js';
import { explainConstraint, refTaken } from '../../platform/db/constraint-errors.js';
import type { Store } from '../../platform/db/transaction.js';
import { notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { toPage, type Page } from '../../platform/http/page.js';
import {
  findSource,
  insertSource,
  listSources,
  lockSource,
  readHits,
  searchNames,
  updateSource,
} from './source.repository.js';
import type { FoundSource, NewSource, Source, SourcePatch, SourceQuery } from './source.schema.js';

const hitCursor = z.strictObject({ score: z.number(), id: z.uuid() });

export type SourceService = ReturnType<typeof createSourceService>;

export function createSourceService({ store }: { store: Store }) {
  return {
    async create(given: NewSource, actor: Actor): Promise<Source> {
      const ref = given.ref ?? newRef('s');
      return explainConstraint({ sources_ref_key: refTaken(ref) }, () =>
        store.transact(async (tx) => {
          const source = await insertSource(tx, { ...given, ref });
          const { id, kind, name } = source;
          await appendEvents(tx, actor, [
            { type: 'source.created', subject: { type: 'source', id }, data: { ref, kind, name } },
          ]);
          return source;
        }),
      );
    },

    /** `expect` sees the source under lock and throws when it is not the one the caller means to change. */
    async change(
      idOrRef: string,
      patch: SourcePatch,
      actor: Actor,
      expect: (current: Source) => void,
    ): Promise<Source> {
      return store.transact(async (tx) => {
        const current = await lockSource(tx, idOrRef);
        if (!current) throw notFound('source', idOrRef);
        expect(current);
        const source = await updateSource(tx, current.id, patch);
        await appendEvents(tx, actor, [
          {
            type: 'source.changed',
            subject: { type: 'source', id: source.id },
            data: { ref: source.ref, name: source.name, changed: Object.keys(patch) },
          },
        ]);
        return source;
      });
    },

    async find(idOrRef: string): Promise<Source> {
      const source = await findSource(store.db, idOrRef);
      if (!source) throw notFound('source', idOrRef);
      return source;
    },

    /** With a name: best match first. Without: in order of creation. */
    async list({ name, kind, limit, after }: SourceQuery): Promise<Page<FoundSource>> {
      if (name === undefined) {
        const above = decodeCursor(after, z.uuid());
        return toPage(await listSources(store.db, { kind, above, limit: limit + 1 }), limit, ({ id }) => id);
      }
      const last = decodeCursor(after, hitCursor);
      const hits = await searchNames(store.db, { name, kind, after: last, limit: limit + 1 });
      const page = toPage(hits, limit, ({ score, id }) => ({ score, id }));
      return { ...page, items: await readHits(store.db, page.items) };
    },
  };
}
