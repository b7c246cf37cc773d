import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerMemory } from '../../src/resources/statuses/answer-cache.js';
import { createStatusMemory } from '../../src/resources/statuses/status-cache.js';
import type { StatusRow } from '../../src/resources/statuses/status.repository.js';
import type { News } from '../../src/delivery/feed/changed-since.js';

const claims = ['a', 'b'];
const refOf = (id: string): string => `ref-${id}`;
const idOf = (name: string): string => name.slice(-1);

/** Grows with every change, and with every backup that comes back. */
type Age = [era: number, version: number];

interface Told {
  id: string;
  age: Age;
}

const isOlder = ([era, version]: Age, [sinceEra, sinceVersion]: Age = [0, 0]): boolean =>
  era < sinceEra || (era === sinceEra && version < sinceVersion);

/** What the memory stands before: claims that change by events, which wait in an outbox and get places in a feed. */
function createWorld() {
  let versions = new Map(claims.map((id) => [id, 1]));
  let feed = ['a'];
  let outbox: string[] = [];
  let era = 0;
  const states: { feed: string[]; versions: Map<string, number> }[] = [];
  return {
    ageOf: (id: string): Age => [era, versions.get(id) ?? 0],

    change: (id: string): void => {
      states.push({ feed: [...feed], versions: new Map(versions) });
      versions.set(id, (versions.get(id) ?? 0) + 1);
      outbox.push(id);
    },
    /** The relay: what was committed last may be what gets its place first. */
    sequence: (): void => {
      const next = outbox.pop();
      if (next !== undefined) feed.push(next);
    },
    /** A backup of before comes back, on a server that has been started anew. */
    restore: (steps: number): void => {
      const state = states.at(-steps);
      if (!state) return;
      ({ feed, versions } = { feed: [...state.feed], versions: new Map(state.versions) });
      outbox = [];
      era++;
    },

    rows: (names: readonly string[]): StatusRow[] =>
      claims
        .filter((id) => names.includes(id) || names.includes(refOf(id)))
        .map((id) => ({
          id,
          ref: refOf(id),
          version: String(versions.get(id)),
          document: JSON.stringify({ id, age: [era, versions.get(id) ?? 0] } satisfies Told),
          mergedInto: null,
        })),
    news: (after: bigint | undefined, most = 3): News => {
      const told = [...feed.slice(Number(after ?? feed.length)), ...outbox];
      return {
        place: String(era),
        end: BigInt(feed.length),
        claims: told.length < most ? told : undefined,
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

interface NewEvent {
  label: string;
  act: (world: World) => void;
}

const oneOf = fc.constantFrom(...claims);
const change = oneOf.map((id): NewEvent => ({
  label: `${id} changes`,
  act: (world) => {
    world.change(id);
  },
}));
const relay = fc.constant<NewEvent>({
  label: 'the relay',
  act: (world) => {
    world.sequence();
  },
});
const both = oneOf.map((id): NewEvent => ({
  label: `${id} changes, and the relay is quick`,
  act: (world) => {
    world.change(id);
    world.sequence();
  },
}));
const restore = fc.integer({ min: 1, max: 4 }).map((steps): NewEvent => ({
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

/** Readers ask one question after the other, while all this happens: no answer is older than its question. */
const neverOld = (newEvent: fc.Arbitrary<NewEvent>, runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(newEvent, { maxLength: 12 }),
      fc.array(reader, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
      async (scheduler, newEvents, readers, most) => {
        const world = createWorld();
        const memory = createStatusMemory({
          load: remote(scheduler, 'a reading', world.rows),
          readNews: remote(scheduler, 'news', world.news),
          most,
        });
        const documents = async (names: readonly string[]): Promise<string> => {
          const rows = await memory.find(names);
          expect(new Set(rows).size).toBe(new Set(names.map(idOf)).size);
          return `[${rows.map((row) => row?.document).join()}]`;
        };
        const whole = createAnswerMemory({
          memory,
          compose: async (names) => ({ text: await documents(names), claims: new Set(names.map(idOf)) }),
          most,
        });
        const read = async (questions: { names: string[]; whole: boolean }[]): Promise<void> => {
          for (const { names, whole: asWhole } of questions) {
            const since = new Map(claims.map((id) => [id, world.ageOf(id)]));
            const told = JSON.parse(await (asWhole ? whole(names) : documents(names))) as Told[];
            expect(told.map(({ id }) => id)).toEqual(names.map(idOf));
            for (const { id, age } of told) expect(isOlder(age, since.get(id))).toBe(false);
          }
        };
        const over = Promise.all(readers.map(read));
        scheduler.scheduleSequence(
          newEvents.map(({ label, act }) => ({
            label,
            builder: () => {
              act(world);
              return Promise.resolve();
            },
          })),
        );
        await scheduler.waitFor(over);
      },
    ),
    { numRuns: runs },
  );

describe('statuses that are remembered', () => {
  it('are never older than the question, in whatever order things happen and answers come', async () => {
    await neverOld(fc.oneof(change, relay, both), 4_000);
  });

  it('are none of an older backup that has come back', async () => {
    await neverOld(fc.oneof(change, both, restore), 2_000);
  });

  it('are read once, and again only when something has happened to them', async () => {
    const world = createWorld();
    const asked: string[][] = [];
    const memory = createStatusMemory({
      load: (names) => {
        asked.push([...names]);
        return Promise.resolve(world.rows(names));
      },
      readNews: (after) => Promise.resolve(world.news(after)),
    });
    const look = async (...names: string[]) => (await memory.find(names)).map((row) => row?.version);
    await look('c'); // the first to come only learns where the feed ends
    await look('a', 'ref-b');
    expect(await look('ref-a', 'b', 'a')).toEqual(['1', '1', '1']);
    world.change('b');
    expect(await look('a', 'b')).toEqual(['1', '2']);
    world.sequence();
    expect(await look('a', 'b')).toEqual(['1', '2']); // told once more, now with its place
    expect(await look('a', 'b')).toEqual(['1', '2']);
    expect(asked).toEqual([['c'], ['a', 'ref-b'], ['b'], ['b']]);
  });

  it('make up an answer that is given again until something happens to one of its claims', async () => {
    const world = createWorld();
    let composed = 0;
    const memory = createStatusMemory({
      load: (names) => Promise.resolve(world.rows(names)),
      readNews: (after) => Promise.resolve(world.news(after)),
    });
    const answer = createAnswerMemory({
      memory,
      compose: async (names) => {
        composed++;
        const rows = await memory.find(names);
        return {
          text: rows.map((row) => row?.version).join(),
          claims: rows.includes(undefined) ? undefined : new Set(rows.map((row) => row?.id ?? '')),
        };
      },
    });
    const look = async (...names: string[]) => [await answer(names), composed];
    await memory.find(['a']); // the first to come only learns where the feed ends
    expect(await look('a')).toEqual(['1', 1]);
    expect(await look('a')).toEqual(['1', 2]); // whoever asks again may ask once more
    expect(await look('a')).toEqual(['1', 2]);
    world.change('b');
    expect(await look('a')).toEqual(['1', 2]);
    world.sequence();
    expect(await look('a')).toEqual(['1', 2]);
    world.change('a');
    expect(await look('a')).toEqual(['2', 3]);
    world.sequence();
    expect(await look('a')).toEqual(['2', 4]); // told once more, now with its place
    expect(await look('a')).toEqual(['2', 4]);
    for (const expected of [5, 6, 7]) expect(await look('none')).toEqual(['', expected]); // it may come any time
  });

  it('are not piled up without end', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `claim-${String(index)}`);
    let read = 0;
    const memory = createStatusMemory({
      load: (names) => {
        read += names.length;
        return Promise.resolve(
          names.map((id) => ({ id, ref: refOf(id), version: '1', document: '', mergedInto: null })),
        );
      },
      readNews: () => Promise.resolve({ place: '', end: 1n, claims: [] }),
      most: 100,
    });
    await memory.find(['learns where the feed ends']);
    await memory.find(many);
    read = 0;
    await memory.find(many.slice(-100));
    expect(read).toBe(0);
    await memory.find(many);
    expect(read).toBeGreaterThanOrEqual(800);
  });
});
