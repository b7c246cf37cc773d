import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, readClaim, tagOf, type Claim, type ClaimSummary, type Page } from '../support/desk.js';
import { countStatements } from '../support/count-statements.js';
import { createTalks, enterOnTalks, given, submitOnTalks, text } from '../support/talks.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await createTalks(isnad);
});
afterAll(() => isnad.close());

const submit = (quote: object, more: object = {}) => submitOnTalks(isnad, quote, more);
const entered = (quote: object, more: object = {}) => enterOnTalks(isnad, quote, more);

const countClaims = async (): Promise<number> =>
  (bodyOf(await isnad.as('reader').get('/v1/claims?article=talks')) as Page<ClaimSummary>).items.length;

describe('entering a claim', () => {
  it('keeps its quote, chain and provisions in one call', async () => {
    const response = await submit(
      { exact: 'ونفت مُوسكـو وبيونغ يانغ ذلك' },
      {
        ref: 'N1',
        kind: 'denial',
        secondaryKinds: ['forecast'],
        glosses: { EN: 'Moscow and Pyongyang denied it' },
        topics: ['arms-transfer'],
        priority: 'high',
        statementDate: '2024-06~',
        leads: ['https://example.org/a'],
        attributions: [
          { source: 'russia', verb: 'نفت', mode: 'indirect' },
          {
            source: 'dprk',
            verb: 'نفت',
            mode: 'indirect',
            date: '2024-06',
            from: [{ source: 'kcna', mode: 'direct', from: [{ anonymous: true, mode: 'indirect' }] }],
          },
        ],
        provisions: [{ provision: 's-res-1718-2006.8b' }, { instrument: 's-res-1874-2009', note: 'all' }],
      },
    );
    expect(response.status).toBe(201);
    expect(response.headers['location']).toBe('/v1/claims/N1');
    const { twins: _twins, ...made } = response.body as Claim & { twins: unknown };
    expect(made).toMatchObject({
      ref: 'N1',
      status: 'submitted',
      language: 'ar',
      rating: null,
      revision: null,
      priority: 'high',
      glosses: { en: 'Moscow and Pyongyang denied it' },
      article: { ref: 'talks', version: 1 },
      relations: [],
      verdicts: [],
    });
    expect(made.chain).toMatchObject({ source: null, label: 'the article', mode: 'own_voice' });
    expect(made.chain.from.map(({ source, verb }) => [source?.ref, verb])).toEqual([
      ['russia', 'نفت'],
      ['dprk', 'نفت'],
    ]);
    expect(made.chain.from[0]?.from).toEqual([]);
    expect(made.chain.from[1]?.from[0]?.from[0]).toMatchObject({ anonymous: true, source: null, from: [] });
    expect(made.provisions).toMatchObject([
      { instrument: { ref: 's-res-1718-2006' }, provision: { ref: 's-res-1718-2006.8b' } },
      { instrument: { ref: 's-res-1874-2009' }, provision: null, note: 'all' },
    ]);
    const read = await isnad.as('checker').get(`/v1/claims/${made.id}`);
    expect(read.body).toEqual(made);
    // The answer shows twins as well; the version is the same.
    expect(tagOf(read)).toContain(tagOf(response).slice(0, -1));
  });

  it('costs four statements at most, with the key and what is kept of a write that may be sent again', async () => {
    const sent = await countStatements(async () => {
      const body = {
        ...given,
        quote: { exact: 'الوفد' },
        attributions: [{ source: 'russia', mode: 'direct' }],
      };
      const made = await isnad.as('checker').post('/v1/claims', body, { 'Idempotency-Key': '"four"' });
      expect(made.status).toBe(201);
    });
    expect(sent.length, sent.join('\n\n')).toBeLessThanOrEqual(4);
  });

  it('without attributions it is the voice of the article', async () => {
    const made = await entered({ exact: 'المحادثات بدأت' });
    expect(made.chain).toMatchObject({ mode: 'own_voice', from: [] });
    expect(made.ref).toMatch(/^c-[0-9a-z]{10}$/);
    expect(made.quote.exact).toBe(Array.from(text.text).slice(made.quote.start, made.quote.end).join(''));
  });

  it('names every invalid field at once', async () => {
    const response = await isnad.as('checker').post('/v1/claims', {
      ref: 'a b',
      kind: 'rumour',
      quote: { exact: ' ', start: -1 },
      glosses: {},
      topics: ['Two Words'],
      statementDate: '2024-13',
      leads: ['ftp://example.org'],
      attributions: [{ source: 'russia', mode: 'loud' }],
      provisions: 'all',
      wrong: 1,
    });
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toEqual([
      '/article',
      '/attributions/0/mode',
      '/glosses',
      '/kind',
      '/leads/0',
      '/provisions',
      '/quote/exact',
      '/quote/start',
      '/ref',
      '/statementDate',
      '/topics/0',
      '/wrong',
    ]);
  });

  it('refuses a link nobody stands for, a norm that is both or neither, and a chain of nine', async () => {
    let nine: object = { anonymous: true, mode: 'direct' };
    for (let link = 0; link < 8; link++) nine = { anonymous: true, mode: 'direct', from: [nine] };
    const response = await submit(
      { exact: 'الموعد' },
      { attributions: [{ mode: 'direct' }, nine], provisions: [{}] },
    );
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toContain('/attributions/0');
    expect(faultsOf(response)).toContain('/provisions/0');
    expect(faultsOf(response).some((at) => at.startsWith(`/attributions/1${'/from/0'.repeat(7)}/from`))).toBe(
      true,
    );
  });

  it('refuses more than a hundred links', async () => {
    const link = { anonymous: true, mode: 'direct' };
    const attributions = Array.from({ length: 10 }, () => ({
      ...link,
      from: Array(10).fill(link) as object[],
    }));
    const response = await submit({ exact: 'الموعد' }, { attributions });
    expect([response.status, faultsOf(response)]).toEqual([400, ['/attributions']]);
  });

  it('names the sources and norms nobody knows, and then writes nothing', async () => {
    const before = await countClaims();
    const unknown = await submit(
      { exact: 'الاتفاق قريب' },
      {
        ref: 'N2',
        attributions: [
          { source: 'russia', mode: 'direct' },
          { source: 'nobody', mode: 'direct', from: [{ source: 'Russia', mode: 'direct' }] },
        ],
      },
    );
    expect([unknown.status, problemOf(unknown).code]).toEqual([422, 'unknown_reference']);
    expect(faultsOf(unknown)).toEqual(['/attributions/1/from/0/source', '/attributions/1/source']);
    const lawless = await submit(
      { exact: 'الاتفاق قريب' },
      {
        ref: 'N2',
        attributions: [{ source: 'russia', mode: 'direct' }],
        provisions: [{ provision: 's-res-1718-2006.8b' }, { instrument: 's-res-9-1' }],
      },
    );
    expect([lawless.status, problemOf(lawless).code]).toEqual([422, 'unknown_reference']);
    expect(faultsOf(lawless)).toEqual(['/provisions/1/instrument']);
    expect((await isnad.as('reader').get('/v1/claims/N2')).status).toBe(404);
    expect(await countClaims()).toBe(before);
  });

  it('links a norm once', async () => {
    const norm = { provision: 's-res-1718-2006.8b' };
    const response = await submit({ exact: 'الموعد' }, { provisions: [norm, norm] });
    expect([response.status, problemOf(response).code]).toEqual([409, 'linked_already']);
  });

  it('refuses a ref that is taken or could not be asked for, and an article that is not there', async () => {
    const taken = await submit({ exact: 'الموعد' }, { ref: 'C34' });
    expect([taken.status, problemOf(taken).code, faultsOf(taken)]).toEqual([409, 'ref_taken', ['/ref']]);
    expect(faultsOf(await submit({ exact: 'الموعد' }, { ref: 'statuses' }))).toEqual(['/ref']);
    const lost = await submit({ exact: 'الموعد' }, { article: 'nowhere' });
    expect([lost.status, problemOf(lost).code]).toEqual([422, 'unknown_reference']);
    expect((await submit({ exact: 'الموعد' }, { articleVersion: 2 })).status).toBe(422);
    expect(faultsOf(await submit({ exact: 'الموعد' }, { articleVersion: 2 ** 31 }))).toEqual([
      '/articleVersion',
    ]);
  });

  it('is for those who record', async () => {
    const body = { ...given, quote: { exact: 'الموعد' } };
    expect((await isnad.stranger.post('/v1/claims', body)).status).toBe(401);
    expect((await isnad.as('reader').post('/v1/claims', body)).status).toBe(403);
    expect((await isnad.as('admin').post('/v1/claims', body)).status).toBe(403);
  });
});

describe('reading a claim', () => {
  it('shows the desk what newsroom tools do not see', async () => {
    await isnad.work();
    const desk = await readClaim(isnad, 'C34');
    expect(desk.tasks).toMatchObject([{ stage: 'triage', round: 1, status: 'open', assignee: null }]);
    expect(await readClaim(isnad, 'C34', 'reader')).not.toHaveProperty('tasks');
    expect(desk.relations.map(({ type, direction, claim }) => `${direction} ${type} ${claim.ref}`)).toContain(
      'in denies C37',
    );
  });

  it('is by id and by ref, for everyone with a key', async () => {
    const { id } = await readClaim(isnad, 'C34');
    for (const person of ['reader', 'checker', 'editor', 'admin'] as const)
      expect((await readClaim(isnad, id.toUpperCase(), person)).ref).toBe('C34');
    expect((await isnad.stranger.get('/v1/claims/C34')).status).toBe(401);
    expect(problemOf(await isnad.as('reader').get('/v1/claims/C99')).code).toBe('claim_not_found');
    expect(faultsOf(await isnad.as('reader').get('/v1/claims/C%2034'))).toEqual(['id']);
  });

  it('answers 304 until something that is shown changes, for each who sees it differently', async () => {
    const path = '/v1/claims/C21';
    const read = (person: 'reader' | 'checker', tag = '"none"') =>
      isnad.as(person).get(path, { 'If-None-Match': tag });
    expect(tagOf(await read('reader'))).not.toBe(tagOf(await read('checker')));
    const changes: [string, () => PromiseLike<{ status: number }>][] = [
      ['a new relation', () => isnad.as('checker').post(`${path}/relations`, { type: 'repeats', to: 'C20' })],
      [
        'a relation from elsewhere',
        () => isnad.as('checker').post('/v1/claims/H2/relations', { type: 'repeats', to: 'C21' }),
      ],
      [
        'evidence',
        () => isnad.as('checker').post(`${path}/evidence`, { url: 'https://example.org/e', stance: 'for' }),
      ],
      ['a norm', () => isnad.as('checker').post(`${path}/provisions`, { provision: 's-res-2270-2016.8' })],
      [
        'a provision verified',
        () =>
          isnad
            .as('admin')
            .patch(`/v1/provisions/${encodeURIComponent('s-res-2270-2016.8')}`, { verified: false }),
      ],
      ['a source renamed', () => isnad.as('editor').patch('/v1/sources/putin', { name: 'V. Putin' })],
      [
        'a related claim moved',
        () => isnad.as('editor').post('/v1/claims/C20/transitions', { event: 'reject', reason: 'no' }),
      ],
      ['a word about it', () => isnad.as('checker').patch(path, { modality: 'hedged' })],
      ['its status', () => isnad.as('editor').post(`${path}/transitions`, { event: 'accept' })],
    ];
    for (const [what, change] of changes) {
      const tag = tagOf(await read('checker'));
      expect((await read('checker', tag)).status, what).toBe(304);
      const { status } = await change();
      expect([200, 201], what).toContain(status);
      expect((await read('checker', tag)).status, what).toBe(200);
    }
    await isnad.work();
    const tag = tagOf(await read('checker'));
    const took = await isnad.as('checker').post('/v1/tasks/next', { stages: ['review'] });
    expect(took.status).toBe(200);
    expect((await read('checker', tag)).status).toBe(200);
  });
});

describe('changing what is noted about a claim', () => {
  it('replaces what is given, empties what is null, and keeps the rest', async () => {
    const before = await isnad.as('checker').get('/v1/claims/C15');
    const was = before.body as Claim;
    const response = await isnad
      .as('checker')
      .patch(
        '/v1/claims/C15',
        { kind: 'assertion', topics: [], dateBasis: null, glosses: { en: 'Imagery' } },
        { 'If-Match': tagOf(before) },
      );
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      kind: 'assertion',
      topics: [],
      dateBasis: null,
      glosses: { en: 'Imagery' },
      quote: was.quote,
      worthiness: was.worthiness,
      version: was.version + 1,
    });
    const late = await isnad
      .as('editor')
      .patch('/v1/claims/C15', { topics: [] }, { 'If-Match': tagOf(before) });
    expect(late.status).toBe(412);
  });

  it('refuses what cannot change, nothing at all, and the wrong people', async () => {
    const patch = (body: object) => isnad.as('checker').patch('/v1/claims/C15', body);
    const faulty = { quote: { exact: 'x' }, status: 'open', kind: null, priority: 'high' };
    expect(faultsOf(await patch(faulty))).toEqual(['/kind', '/priority', '/quote', '/status']);
    expect((await patch({})).status).toBe(400);
    expect(faultsOf(await patch({ language: 'en' }))).toEqual(['/language']);
    expect((await isnad.as('checker').patch('/v1/claims/none', { topics: [] })).status).toBe(404);
    expect((await isnad.as('reader').patch('/v1/claims/C15', { topics: [] })).status).toBe(403);
    expect((await isnad.stranger.patch('/v1/claims/C15', { topics: [] })).status).toBe(401);
  });
});
