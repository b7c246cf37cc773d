/** Events hold every value, and none of the words that may have to go one day. */
import fc from 'fast-check';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replay } from '../../src/domain/replay/apply.js';
import { sealOf } from '../../src/domain/text/seal.js';
import { anyVersion } from '../support/api.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  moveTask,
  prioritize,
  publishVerdict,
  readTask,
  startReview,
  startTask,
  submitVerdict,
  verdictBody,
  type Page,
  type Task,
} from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

interface Row {
  claim: string;
  type: string;
  ordinal: number;
  at: Date;
  data: Record<string, unknown>;
}

const eventsOf = async (ref: string): Promise<Row[]> => {
  const { rows } = await isnad.database.pool.query<Row>(
    'SELECT claim_id AS claim, type, ordinal, at, data FROM events WHERE claim_id = (SELECT id FROM claims WHERE ref = $1) ORDER BY ordinal',
    [ref],
  );
  return rows;
};

const lastOf = async (ref: string, type: string): Promise<Row> => {
  const found = (await eventsOf(ref)).findLast((event) => event.type === type);
  if (!found) throw new Error(`${ref} has no ${type}`);
  return found;
};

const sealOfText = async (sealed: unknown): Promise<{ seal: string; value: unknown; made: string }> => {
  const { sealed: seal } = sealed as { sealed: string };
  const { rows } = await isnad.database.pool.query<{ salt: Buffer; value: unknown }>(
    "SELECT salt, value FROM contents WHERE seal = decode($1, 'hex')",
    [seal],
  );
  const [row] = rows;
  if (!row) throw new Error(`nothing is kept for ${seal}`);
  return { seal, value: row.value, made: sealOf(row.value, row.salt) };
};

const patch = (ref: string, body: object, person: Person = 'checker') =>
  isnad.as(person).patch(`/v1/claims/${ref}`, body, anyVersion);

describe('what an event holds of a change', () => {
  it('is every new value and the one before, words as seals of what is kept beside it', async () => {
    const ref = await enterClaim(isnad, { glosses: { en: 'A first wording.' }, topics: ['travel'] });
    bodyOf(await patch(ref, { glosses: { en: 'A better wording.' }, kind: 'announcement' }));
    const entered = await lastOf(ref, 'claim.submitted');
    const changed = await lastOf(ref, 'claim.changed');
    expect(changed.data).toMatchObject({ kind: 'announcement', was: { kind: 'assertion' } });
    const first = await sealOfText(entered.data['glosses']);
    const second = await sealOfText(changed.data['glosses']);
    expect([first.value, second.value]).toEqual([{ en: 'A first wording.' }, { en: 'A better wording.' }]);
    expect([first.made, second.made]).toEqual([first.seal, second.seal]);
    // The text that stood before is known by the seal that it was written with.
    expect((changed.data['was'] as Record<string, unknown>)['glosses']).toEqual(entered.data['glosses']);
  });

  it('is the whole chain, and the one that it replaces', async () => {
    const ref = await enterClaim(isnad, { attributions: [{ source: 'dprk', mode: 'direct' }] });
    const before = await lastOf(ref, 'claim.attributed');
    const chain = { attributions: [{ label: 'a spokesman', mode: 'indirect', note: 'Heard by phone.' }] };
    bodyOf(await isnad.as('checker').put(`/v1/claims/${ref}/attributions`, chain, anyVersion));
    const after = await lastOf(ref, 'claim.attributed');
    expect(after.data['was']).toEqual({ attributions: before.data['attributions'] });
    const [, link] = after.data['attributions'] as Record<string, unknown>[];
    expect(link).toMatchObject({ label: 'a spokesman', mode: 'indirect' });
    expect((await sealOfText(link?.['note'])).value).toBe('Heard by phone.');
  });

  it('is a verdict as it was written, and as it was edited', async () => {
    const ref = await enterClaim(isnad);
    const verdict = await submitVerdict(isnad, await startReview(isnad, ref));
    const submitted = await lastOf(ref, 'verdict.submitted');
    expect(submitted.data['findings']).toEqual({
      attribution: 'confirmed',
      fidelity: 'faithful',
      veracity: 'false',
    });
    const edit = { rationale: { en: 'Better said.' }, findings: { veracity: 'mixed' } };
    bodyOf(await isnad.as('checker').patch(`/v1/verdicts/${verdict.id}`, edit, anyVersion));
    const edited = await lastOf(ref, 'verdict.edited');
    const was = edited.data['was'] as Record<string, unknown>;
    expect(was['rationale']).toEqual(submitted.data['rationale']);
    expect(was['findings']).toEqual(submitted.data['findings']);
    expect(edited.data['findings']).toMatchObject({ veracity: 'mixed' });
    expect((await sealOfText(edited.data['rationale'])).value).toEqual({ en: 'Better said.' });
  });

  describe('a draft that is passed on', () => {
    const draft = { rationale: { en: 'Half a thought.' } };
    const begun = async () => {
      const ref = await enterClaim(isnad);
      const task = await startReview(isnad, ref);
      bodyOf(await isnad.as('checker').put(`/v1/tasks/${task.id}/draft`, draft, anyVersion));
      return { ref, task };
    };

    it('is sealed by every way on', async () => {
      const note = 'Going home.';
      const ways: [string, (one: { ref: string; task: Task }) => Promise<Response>][] = [
        ['task.released', ({ task }) => moveTask(isnad, 'checker', task, { event: 'release', note })],
        ['task.released', ({ ref }) => move(isnad, 'checker', ref, { event: 'release', note })],
        [
          'task.assigned',
          ({ task }) =>
            moveTask(isnad, 'editor', task, { event: 'assign', assignee: 'checker2', override: true, note }),
        ],
      ];
      for (const [type, handOn] of ways) {
        const one = await begun();
        bodyOf(await handOn(one));
        const { data } = await lastOf(one.ref, type);
        expect((await sealOfText(data['draft'])).value, type).toMatchObject(draft);
        expect((await sealOfText(data['note'])).value).toBe(note);
        expect(data['wrote']).toBe(true);
      }
    });

    it('is not theirs who held it and wrote nothing', async () => {
      const { ref, task } = await begun();
      bodyOf(await moveTask(isnad, 'checker', task, { event: 'release' }));
      bodyOf(await moveTask(isnad, 'checker2', await readTask(isnad, ref), { event: 'take' }));
      bodyOf(await moveTask(isnad, 'checker2', task, { event: 'release' }));
      const { data } = await lastOf(ref, 'task.released');
      expect(data).not.toHaveProperty('wrote');
    });

    it('is read in the history by whoever wrote it and by editors', async () => {
      const { ref, task } = await begun();
      bodyOf(await moveTask(isnad, 'checker', task, { event: 'release' }));
      const shown = async (person: Person): Promise<unknown> => {
        const { items } = bodyOf(
          await isnad.as(person).get(`/v1/claims/${ref}/history?types=task.released`),
        ) as Page<{ data: { draft: unknown } }>;
        return items[0]?.data.draft;
      };
      for (const person of ['checker', 'editor', 'editor2'] as const)
        expect(await shown(person), person).toEqual(draft);
      for (const person of ['checker2', 'admin'] as const)
        expect(await shown(person), person).toEqual({ sealed: expect.any(String) as string });
    });
  });
});

describe('words in the history of a claim', () => {
  const noteIn = async (person: Person, ref: string): Promise<unknown> => {
    const path = `/v1/claims/${ref}/history?limit=200`;
    const { items } = bodyOf(await isnad.as(person).get(path)) as Page<{ type: string; data?: object }>;
    return items.findLast(({ type }) => type === 'claim.rejected')?.data;
  };

  it('are read by the desk, are not seen by readers, and are gone once they were erased', async () => {
    const ref = await enterClaim(isnad);
    bodyOf(await move(isnad, 'editor', ref, { event: 'reject', reason: 'Somebody said it in confidence.' }));
    const { data } = await lastOf(ref, 'claim.rejected');
    expect(await noteIn('editor', ref)).toMatchObject({ reason: 'Somebody said it in confidence.' });
    expect(await noteIn('reader', ref)).toEqual({ from: 'submitted', to: 'rejected' });
    const { seal } = await sealOfText(data['reason']);
    const asked = await isnad
      .as('admin')
      .post('/v1/erasures', { target: { kind: 'claim', id: ref }, reason: 'confidential' });
    const { id } = asked.body as { id: string };
    bodyOf(
      await isnad.as('editor2').post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion),
    );
    expect(await noteIn('editor', ref)).toMatchObject({ reason: { sealed: seal } });
  });

  it('stand in no event, whatever was done with the claim', async () => {
    const word = 'canary-in-confidence';
    const [ref, other] = [
      await enterClaim(isnad, {
        glosses: { en: `${word} gloss` },
        fidelityNote: `${word} fidelity`,
        leads: [`https://example.org/${word}`],
        dateBasis: `${word} basis`,
        modality: `${word} modality`,
      }),
      await enterClaim(isnad),
    ];
    const post = async (path: string, body: object) =>
      madeOf(await isnad.as('checker').post(`/v1/claims/${ref}/${path}`, body));
    await post('evidence', { url: 'https://example.org/a', stance: 'for', note: `${word} evidence` });
    await post('contacts', { source: 'dprk', outcome: 'replied', date: '2026-11-02', text: `${word} reply` });
    await post('relations', { type: 'supports', to: other, note: `${word} relation` });
    const rationale = { en: `${word} rationale` };
    const task = await startReview(isnad, ref);
    bodyOf(await moveTask(isnad, 'checker', task, { event: 'pause', reason: `${word} pause` }));
    bodyOf(await moveTask(isnad, 'checker', task, { event: 'unpause', note: `${word} unpause` }));
    const first = await submitVerdict(isnad, task, 'checker', verdictBody('false', { rationale }));
    bodyOf(await decide(isnad, 'editor2', first, 'return', { note: `${word} return` }));
    const again = await readTask(isnad, ref);
    const second = await submitVerdict(isnad, again, 'checker', verdictBody('false', { rationale }));
    bodyOf(await decide(isnad, 'editor2', second, 'approve', { note: `${word} approval` }));
    const correct = { event: 'correct', reason: 'error', note: `${word} correction` };
    bodyOf(await move(isnad, 'editor', ref, correct));
    const third = await submitVerdict(isnad, await startTask(isnad, ref), 'checker', verdictBody('mixed'));
    bodyOf(await decide(isnad, 'editor2', third, 'approve'));
    bodyOf(await move(isnad, 'editor', ref, { event: 'retract', reason: 'error' }));
    bodyOf(await move(isnad, 'editor', ref, { event: 'reopen', reason: `${word} reopen` }));
    bodyOf(await move(isnad, 'editor', ref, { event: 'reject', reason: `${word} reject` }));
    await publishVerdict(isnad, other);
    const { rows } = await isnad.database.pool.query<{ type: string }>(
      'SELECT type FROM events WHERE data::text LIKE $1',
      [`%${word}%`],
    );
    expect(rows).toEqual([]);
    const { rows: kept } = await isnad.database.pool.query<{ kind: string }>(
      'SELECT DISTINCT kind::text FROM contents WHERE value::text LIKE $1 ORDER BY kind',
      [`%${word}%`],
    );
    expect(kept.map(({ kind }) => kind)).toEqual(
      [
        ...['correction_note', 'evidence_note', 'fidelity_note', 'glosses', 'leads', 'note', 'rationale'],
        ...['relation_note', 'reply', 'date_basis', 'modality'],
      ].sort(),
    );
  });
});

describe('a claim replayed from its events', () => {
  const text = fc.constantFrom('One.', 'Two.', 'Three.');
  const change = fc.record(
    {
      kind: fc.constantFrom('assertion', 'announcement', 'denial'),
      secondaryKinds: fc.subarray(['forecast', 'quotation']),
      topics: fc.subarray(['arms', 'travel', 'war']),
      priority: fc.constantFrom('low', 'normal', 'high'),
      statementDate: fc.constantFrom('2026', '2026-11', '2026-11-02'),
      modality: fc.constantFrom('asserted', 'hedged'),
      dateBasis: text,
      worthiness: text,
      fidelityNote: text,
      leads: fc.subarray(['https://example.org/a', 'https://example.org/b']),
      glosses: fc.constantFrom(
        { ar: 'بالعربية.' },
        { en: 'In English.' },
        { en: 'In English.', fr: 'En français.' },
      ),
    },
    { requiredKeys: [] },
  );
  const changes = fc.array(
    change.filter((one) => Object.keys(one).length > 0),
    { minLength: 1, maxLength: 6 },
  );

  it('is described as its row is, after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(changes, async (given) => {
        const ref = await enterClaim(isnad, { topics: ['travel'], leads: ['https://example.org/lead'] });
        for (const { priority, ...described } of given) {
          if (Object.keys(described).length > 0) bodyOf(await patch(ref, described, 'editor'));
          if (priority) await prioritize(isnad, ref, priority);
        }
        const events = (await eventsOf(ref)).map((event) => ({
          ...event,
          at: event.at.toISOString(),
        }));
        const replayed = [...(replay(events).get('claims')?.values() ?? [])][0];
        const row = await rowOf(ref);
        const described = Object.keys(row).map((name) => [
          name,
          isEmpty(replayed?.[name]) ? (initially[name] ?? null) : replayed?.[name],
        ]);
        expect(await withWords(Object.fromEntries(described) as object)).toEqual(row);
      }),
      { numRuns: 15 },
    );
  });

  const isEmpty = (value: unknown): boolean => ['[]', '{}', 'null'].includes(JSON.stringify(value ?? null));
  const initially: Record<string, unknown> = {
    secondary_kinds: [],
    topics: [],
    priority: 'normal',
    test: false,
  };
  const withWords = async (described: object = {}): Promise<object> => {
    const words = Object.entries(described).map(async ([name, value]: [string, unknown]) => [
      name,
      isSeal(value) ? (await sealOfText(value)).value : value,
    ]);
    return Object.fromEntries((await Promise.all(words)) as [string, unknown][]);
  };
  const isSeal = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'sealed' in value;

  const rowOf = async (ref: string): Promise<object> => {
    const { rows } = await isnad.database.pool.query<object>(
      `SELECT kind, secondary_kinds::text[] AS secondary_kinds, language, modality, statement_date, date_basis, topics, priority,
         worthiness, test, nullif(glosses, '{}') AS glosses, fidelity_note, nullif(leads, '{}') AS leads
       FROM claims WHERE ref = $1`,
      [ref],
    );
    return rows[0] ?? {};
  };
});
