import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerCache } from '../../src/resources/statuses/answer-cache.js';
import { createStatusCache } from '../../src/resources/statuses/status-cache.js';
import type { StatusRow } from '../../src/resources/statuses/status.repository.js';
import { createChangeClock } from '../../src/delivery/feed/change-clock.js';
import type { Changes } from '../../src/delivery/feed/changed-since.js';

/** Five times as many among the long tests. */
const runs = process.env['LONG'] === '1' ? 1_500 : 300;

const claims = ['a', 'b'];
const refOf = (id: string): string => `ref-${id}`;
const idOf = (name: string): string => name.slice(-1);

/** Grows with every change, and with every backup that comes back. A claim of version 0 is not there. */
type Age = [era: number, version: number];

interface Shown {
  id: string;
  age: Age;
}

const isOlder = ([era, version]: Age, [sinceEra, sinceVersion]: Age = [0, 0]): boolean =>
  era < sinceEra || (era === sinceEra && version < sinceVersion);

/** What the caches stand before: claims that change by events, which wait in an outbox and get positions in a feed. */
function createWorld({ begun = true } = {}) {
  let versions = new Map([
    ['a', 1],
    ['b', begun ? 1 : 0],
  ]);
  let feed = begun ? ['a'] : [];
  let outbox: string[] = [];
  let era = 0;
  const backups: { feed: string[]; versions: Map<string, number> }[] = [];
  const ageOf = (id: string): Age => [era, versions.get(id) ?? 0];
  return {
    era: (): number => era,
    ageOf,

    /** Or is entered. */
    change: (id: string): void => {
      backups.push({ feed: [...feed], versions: new Map(versions) });
      versions.set(id, (versions.get(id) ?? 0) + 1);
      outbox.push(id);
    },
    /** The relay: what was committed last may be what gets its position first. */
    sequence: (): void => {
      const next = outbox.pop();
      if (next !== undefined) feed.push(next);
    },
    /** A backup of before comes back, on a server that has been started anew. */
    restore: (steps: number): void => {
      const backup = backups.at(-steps);
      if (!backup) return;
      ({ feed, versions } = { feed: [...backup.feed], versions: new Map(backup.versions) });
      outbox = [];
      era++;
    },

    rows: (names: readonly string[]): StatusRow[] =>
      claims
        .filter((id) => versions.get(id) !== 0 && (names.includes(id) || names.includes(refOf(id))))
        .map((id) => ({
          id,
          ref: refOf(id),
          version: String(versions.get(id)),
          document: JSON.stringify({ id, age: ageOf(id) } satisfies Shown),
          mergedInto: null,
        })),
    changes: (after: bigint | undefined, limit = 3): Changes | undefined => {
      if (feed.length === 0) return undefined;
      const since = [...feed.slice(Number(after ?? feed.length)), ...outbox];
      return {
        feed: String(era),
        end: BigInt(feed.length),
        claims: since.length < limit ? since : undefined,
      };
    },
  };
}

type World = ReturnType<typeof createWorld>;

/** A database across a wire: the moment that is read lies somewhere between the question and the answer. */
const remote =
  <Args extends unknown[], Answer>(
    scheduler: fc.Scheduler,
    what: string,
    answer: (...args: Args) => Answer,
  ) =>
  async (...args: Args): Promise<Answer> => {
    await scheduler.schedule(Promise.resolve(), `${what} is asked`);
    const answered = answer(...args);
    await scheduler.schedule(Promise.resolve(), `${what} answers`);
    return answered;
  };

interface Step {
  label: string;
  act: (world: World) => void;
}

const oneOf = fc.constantFrom(...claims);
const change = oneOf.map((id): Step => ({
  label: `${id} changes`,
  act: (world) => {
    world.change(id);
  },
}));
const relay = fc.constant<Step>({
  label: 'the relay',
  act: (world) => {
    world.sequence();
  },
});
const both = oneOf.map((id): Step => ({
  label: `${id} changes, and the relay is quick`,
  act: (world) => {
    world.change(id);
    world.sequence();
  },
}));
const restore = fc.integer({ min: 1, max: 4 }).map((steps): Step => ({
  label: `back by ${String(steps)} changes`,
  act: (world) => {
    world.restore(steps);
  },
}));
const name = fc.oneof(oneOf, oneOf.map(refOf));
const question = fc.oneof(
  fc.record({ names: fc.array(name, { minLength: 1, maxLength: 2 }), whole: fc.constant(false) }),
  // The same lists again and again, as those who poll do.
  fc.record({ names: fc.constantFrom<string[]>(['a'], ['ref-b', 'a']), whole: fc.constant(true) }),
);
const reader = fc.array(question, { minLength: 2, maxLength: 6 });
const size = fc.integer({ min: 1, max: 3 });

/** Readers ask one question after the other while all this happens: no answer is older than its question. */
const neverOld = (step: fc.Arbitrary<Step>, times: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.boolean(),
      fc.array(step, { maxLength: 12 }),
      fc.array(reader, { minLength: 1, maxLength: 4 }),
      fc.record({ clock: size, statuses: size, answers: size }),
      async (scheduler, begun, steps, readers, sizes) => {
        const world = createWorld({ begun });
        const changes = createChangeClock(remote(scheduler, 'what has changed', world.changes), sizes.clock);
        const cache = createStatusCache({
          changes,
          load: remote(scheduler, 'a reading', world.rows),
          keep: sizes.statuses,
        });
        const find = async (names: readonly string[]): Promise<(Shown | undefined)[]> => {
          const rows = await cache.find(names);
          const shown = new Map(rows.map((row, index) => [idOf(names[index] ?? ''), row]));
          // Of one claim it is one row.
          for (const [index, row] of rows.entries()) expect(row).toBe(shown.get(idOf(names[index] ?? '')));
          return rows.map((row) => row && (JSON.parse(row.document) as Shown));
        };
        const answer = createAnswerCache({
          changes,
          compose: async (names) => {
            const shown = await find(names);
            return {
              text: JSON.stringify(shown),
              claims: shown.includes(undefined) ? undefined : names.map(idOf),
            };
          },
          keep: sizes.answers,
        });
        const read = async (questions: { names: string[]; whole: boolean }[]): Promise<void> => {
          for (const { names, whole } of questions) {
            const since = new Map(claims.map((id) => [id, world.ageOf(id)]));
            const shown = whole ? (JSON.parse(await answer(names)) as (Shown | null)[]) : await find(names);
            expect(shown).toHaveLength(names.length);
            for (const [index, one] of shown.entries()) {
              const id = idOf(names[index] ?? '');
              if (one) expect(one.id).toBe(id);
              // Nobody is told that a claim is not there which was there all the time.
              const age = one ? one.age : ([world.era(), 0] satisfies Age);
              expect(isOlder(age, since.get(id))).toBe(false);
            }
          }
        };
        const done = Promise.all(readers.map(read));
        scheduler.scheduleSequence(
          steps.map(({ label, act }) => ({
            label,
            builder: () => {
              act(world);
              return Promise.resolve();
            },
          })),
        );
        await scheduler.waitFor(done);
      },
    ),
    { numRuns: times },
  );

/** Caches before a world that answers at once; `loads` are the names that were read of it. */
function createCaches(world: World) {
  const loads: string[][] = [];
  const changes = createChangeClock((after) => Promise.resolve(world.changes(after)));
  const cache = createStatusCache({
    changes,
    load: (names) => {
      loads.push([...names]);
      return Promise.resolve(world.rows(names));
    },
  });
  return { loads, changes, cache };
}

describe('cached statuses', () => {
  it('are never older than the question, in whatever order things happen and answers come', async () => {
    await neverOld(fc.oneof(change, relay, both), runs);
  });

  it('are none of a state before an older backup came back', async () => {
    await neverOld(fc.oneof(change, both, restore), runs);
  });

  it('are read once, and again only when they have changed', async () => {
    const world = createWorld();
    const { loads, cache } = createCaches(world);
    const look = async (...names: string[]) => (await cache.find(names)).map((row) => row?.version);
    await look('c'); // the first to come only learns where the feed ends
    await look('a', 'ref-b');
    expect(await look('ref-a', 'b', 'a')).toEqual(['1', '1', '1']);
    world.change('b');
    expect(await look('a', 'b')).toEqual(['1', '2']);
    world.sequence();
    expect(await look('a', 'b')).toEqual(['1', '2']); // told once more, now with its position
    expect(await look('a', 'b')).toEqual(['1', '2']);
    expect(loads).toEqual([['c'], ['a', 'ref-b'], ['b'], ['b']]);
  });

  it('are gone with a claim that is not in the backup that came back', async () => {
    const world = createWorld({ begun: false });
    const { cache } = createCaches(world);
    world.change('b');
    world.sequence();
    for (let time = 0; time < 3; time++) expect((await cache.find(['b']))[0]?.version).toBe('1');
    world.restore(1);
    for (let time = 0; time < 3; time++)
      expect(await cache.find(['b', 'a'])).toMatchObject([undefined, { id: 'a' }]);
  });

  it('make up an answer that is given again until one of its claims changes', async () => {
    const world = createWorld();
    const { changes, cache } = createCaches(world);
    let composed = 0;
    const answer = createAnswerCache({
      changes,
      compose: async (names) => {
        composed++;
        const rows = await cache.find(names);
        return {
          text: rows.map((row) => row?.version).join(),
          claims: rows.includes(undefined) ? undefined : rows.map((row) => row?.id ?? ''),
        };
      },
    });
    const look = async (...names: string[]) => [await answer(names), composed];
    await cache.find(['a']); // the first to come only learns where the feed ends
    expect(await look('a')).toEqual(['1', 1]);
    expect(await look('a')).toEqual(['1', 2]); // the second time may come once more
    expect(await look('a')).toEqual(['1', 2]);
    world.change('b');
    expect(await look('a')).toEqual(['1', 2]);
    world.sequence();
    expect(await look('a')).toEqual(['1', 2]);
    world.change('a');
    expect(await look('a')).toEqual(['2', 3]);
    world.sequence();
    expect(await look('a')).toEqual(['2', 4]); // told once more, now with its position
    expect(await look('a')).toEqual(['2', 4]);
    for (const expected of [5, 6, 7]) expect(await look('none')).toEqual(['', expected]); // it may come any time
  });

  it('are read again, all of them, once more claims have changed than the clock keeps', async () => {
    const told: string[][] = [[], ['a', 'b'], ['b'], ['c']];
    const clock = createChangeClock(
      () => Promise.resolve({ feed: '', end: 1n, claims: told.shift() ?? [] }),
      2,
    );
    await clock.catchUp();
    const then = clock.now();
    const changed = async (): Promise<boolean[]> => {
      await clock.catchUp();
      return ['a', 'b', 'c', 'never'].map((claim) => clock.changedSince(claim, then));
    };
    expect(await changed()).toEqual([true, true, false, false]);
    expect(await changed()).toEqual([true, true, false, false]);
    expect(await changed()).toEqual([true, true, true, true]);
    const later = clock.now();
    told.push(['c']);
    await clock.catchUp();
    expect(['a', 'b', 'c'].map((claim) => clock.changedSince(claim, later))).toEqual([false, false, true]);
  });

  it('are read again, all of them, where the feed is shorter than it was', async () => {
    const ends = [5n, 5n, 4n, 4n];
    const clock = createChangeClock(() => Promise.resolve({ feed: '', end: ends.shift() ?? 0n, claims: [] }));
    const changed = [];
    while (ends.length > 0) {
      const then = clock.now();
      await clock.catchUp();
      changed.push(clock.changedSince('any', then));
    }
    expect(changed).toEqual([true, false, true, false]);
  });

  it('are not piled up without end', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `claim-${String(index)}`);
    let read = 0;
    const cache = createStatusCache({
      changes: createChangeClock(() => Promise.resolve({ feed: '', end: 1n, claims: [] })),
      load: (names) => {
        read += names.length;
        return Promise.resolve(
          names.map((id) => ({ id, ref: refOf(id), version: '1', document: '', mergedInto: null })),
        );
      },
      keep: 100,
    });
    await cache.find(['learns where the feed ends']);
    await cache.find(many);
    read = 0;
    await cache.find(many.slice(-100));
    expect(read).toBe(0);
    await cache.find(many);
    expect(read).toBeGreaterThanOrEqual(800);
  });
});
