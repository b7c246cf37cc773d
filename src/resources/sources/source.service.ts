import type { Actor, Caller } from '../../domain/access/rules.js';
import { newRef } from '../../platform/db/new-ref.js';
import { explainConstraint, refTaken } from '../../platform/db/constraint-errors.js';
import type { Store } from '../../platform/db/transaction.js';
import { notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { requireDecider } from '../../workflow/keep-decidable.js';
import { lockClaimsNaming, standingBefore } from '../../workflow/change-ingredient.js';
import { findSource, insertSource, lockSource, updateSource } from './source.repository.js';
import { listMovesOfSource, moveSource } from './merge-source.js';
import type { NewSource, Source, SourceCommand, SourcePatch } from './source.schema.js';

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
        const fields = Object.keys(patch);
        const named = { type: 'source', name: idOrRef, event: 'source.changed', fields } as const;
        const held = await lockClaimsNaming(tx, named);
        const current = await lockSource(tx, idOrRef);
        if (!current) throw notFound('source', idOrRef);
        expect(current);
        const before = await standingBefore(tx, named, held);
        const source = await updateSource(tx, current.id, patch);
        await appendEvents(tx, actor, [
          {
            type: 'source.changed',
            subject: { type: 'source', id: source.id },
            data: { ref: source.ref, name: source.name, changed: fields },
          },
        ]);
        await requireDecider(tx, before, actor);
        return source;
      });
    },

    move: (idOrRef: string, command: SourceCommand, caller: Caller, expect: (current: Source) => void) =>
      moveSource(store, idOrRef, command, { caller, expect }),

    listMoves: (idOrRef: string, caller: Caller) => listMovesOfSource(store.db, idOrRef, caller),

    async find(idOrRef: string): Promise<Source> {
      const source = await findSource(store.db, idOrRef);
      if (!source) throw notFound('source', idOrRef);
      return source;
    },
  };
}
