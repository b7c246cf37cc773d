import type { Actor } from '../../domain/access/rules.js';
import { idOfScale } from '../../domain/rating/scale-id.js';
import { explainConstraint } from '../../platform/db/constraint-errors.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, notFound } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { findCurrentScale, findScale, insertScale } from './rating.repository.js';
import type { NewScale, Scale } from './rating.schema.js';

export type RatingService = ReturnType<typeof createRatingService>;

export function createRatingService({ store }: { store: Store }) {
  return {
    /** This version of the scale, or the one in use. */
    async find(version?: number): Promise<Scale> {
      const scale =
        version === undefined ? await findCurrentScale(store.db) : await findScale(store.db, version);
      if (!scale) throw notFound('scale', version === undefined ? 'in use' : String(version));
      return scale;
    },

    /**
     * Puts a whole new scale in use. Verdicts keep the version they were given in. `expect` sees the scale it
     * replaces and throws when it is not the one the caller has seen.
     */
    async publish(
      { ratings }: NewScale,
      actor: Actor,
      expect: (current: Scale | undefined) => void,
    ): Promise<Scale> {
      return explainConstraint({ rating_scales_pkey: publishedMeanwhile }, () =>
        store.transact(async (tx) => {
          const current = await findCurrentScale(tx);
          expect(current);
          const scale = await insertScale(tx, (current?.version ?? 0) + 1, ratings);
          const { version } = scale;
          await appendEvents(tx, actor, [
            {
              type: 'scale.published',
              subject: { type: 'scale', id: idOfScale(version) },
              data: { version },
            },
          ]);
          return scale;
        }),
      );
    },
  };
}

const publishedMeanwhile = (): Failure =>
  new Failure('conflict', 'Another scale was published at the same moment. Read it, then decide again.', {
    code: 'scale_changed',
  });
