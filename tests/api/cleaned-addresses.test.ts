/** Addresses lose what nobody sees in them, and the answer says so, once; an issuer is compared letter by letter and keeps to what it is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { anyVersion } from '../support/api.js';
import { faultsOf } from '../support/bodies.js';
import { bodyOf, enterClaim, madeOf } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

/** As it is copied from a right-to-left text. */
const given = 'http://127.0.0.1:45999/\u200Fpage\u200E';
const meant = 'http://127.0.0.1:45999/page';
const telling = (pointer: string) => ({
  repairs: [{ pointer, message: 'invisible characters were taken out' }],
});
const article = (more: object) =>
  isnad
    .as('checker')
    .post('/v1/articles', { title: 'A title', language: 'en', text: 'It is said here.', ...more });
const newClaim = (article: string, more: object) =>
  isnad
    .as('checker')
    .post('/v1/claims', { article, kind: 'assertion', quote: { exact: 'It is said here' }, ...more });

const cases: [what: string, send: (url: string) => Promise<Response>, pointer: string, seen: object][] = [
  ['the address of an article', (url) => article({ url }), '/url', { url: meant }],
  [
    'the address of an article that is changed',
    async (url) => {
      const { ref } = madeOf(await article({})) as { ref: string };
      return isnad.as('checker').patch(`/v1/articles/${ref}`, { url }, anyVersion);
    },
    '/url',
    { url: meant },
  ],
  [
    'a lead',
    async (url) => {
      const { ref } = madeOf(await article({})) as { ref: string };
      return newClaim(ref, { leads: ['https://example.org/', url] });
    },
    '/leads/1',
    { leads: ['https://example.org/', meant] },
  ],
  [
    'a lead that is noted later',
    async (url) =>
      isnad.as('checker').patch(`/v1/claims/${await enterClaim(isnad)}`, { leads: [url] }, anyVersion),
    '/leads/0',
    { leads: [meant] },
  ],
  [
    'the address of evidence',
    async (url) =>
      isnad.as('checker').post(`/v1/claims/${await enterClaim(isnad)}/evidence`, { url, stance: 'for' }),
    '/url',
    { url: meant },
  ],
  [
    'the address of a webhook',
    (url) => isnad.as('reader').post('/v1/webhooks', { url }),
    '/url',
    { url: meant },
  ],
  [
    'the address of a webhook that is changed',
    async (url) => {
      const made = madeOf(await isnad.as('reader').post('/v1/webhooks', { url: `${meant}/before` }));
      return isnad.as('reader').patch(`/v1/webhooks/${(made as { id: string }).id}`, { url }, anyVersion);
    },
    '/url',
    { url: meant },
  ],
];

describe.each(cases)('%s', (_what, send, pointer, seen) => {
  it('is cleaned, and the answer says so', async () => {
    const answer = await send(given);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    expect(answer.body).toMatchObject({ ...seen, ...telling(pointer) });
  });

  it('is told nothing of where there was nothing to clean', async () => {
    const answer = await send(`${meant}/${encodeURIComponent(pointer)}`);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    expect(answer.body).not.toHaveProperty('repairs');
  });
});

describe.each([
  ['\u200E', ''],
  ['\uFEFF', ''],
  ['\u2066', '\u2069'],
  ['\u202B', '\u202C'],
  ['', ' '],
  ['', '\u00A0'],
  ['\u3000', '\u3000'],
  ['\t', '\n'],
])('an address between %j and %j', (before, behind) => {
  it('is taken, and the answer says so', async () => {
    const entered = await enterClaim(isnad);
    const url = `${before}${meant}${behind}`;
    const answers = [
      await article({ url }),
      await isnad.as('checker').post(`/v1/claims/${entered}/evidence`, { url, stance: 'for' }),
    ];
    for (const answer of answers) {
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      expect(answer.body).toMatchObject({ url: meant, ...telling('/url') });
    }
  });
});

it('a joiner within a word of an address stays, escaped, and the answer says so', async () => {
  const answer = await article({ url: 'https://fa.example/کتاب\u200Cخانه' });
  expect(answer.body).toMatchObject({
    url: 'https://fa.example/کتاب%E2%80%8Cخانه',
    repairs: [{ pointer: '/url', message: 'a joiner between letters was written as %E2%80%8C or %E2%80%8D' }],
  });
});

it('blanks around another text are told of nobody', async () => {
  const answer = await article({ title: ' A title ' });
  expect(answer.body).toMatchObject({ title: 'A title' });
  expect(answer.body).not.toHaveProperty('repairs');
});

describe('of many claims at once', () => {
  it('each outcome tells what was cleaned, of what was taken in', async () => {
    const { ref } = madeOf(await article({})) as { ref: string };
    const item = (externalId: string, leads: string[], exact = 'It is said here') => ({
      ...{ article: ref, kind: 'assertion', quote: { exact }, externalId, leads },
    });
    const items = [
      item('seen', [meant, given]),
      item('clean', [meant], 'said here'),
      item('none', [given], 'x'.repeat(9)),
    ];
    const send = async () => bodyOf(await isnad.as('checker').post('/v1/claims/batch', { items })) as Batch;
    for (const outcome of ['created', 'exists']) {
      const [first, second, third] = (await send()).items;
      expect(first).toMatchObject({ outcome, ...telling('/leads/1') });
      expect(second).toMatchObject({ outcome });
      expect(third).toMatchObject({ outcome: 'refused' });
      for (const one of [second, third]) expect(one).not.toHaveProperty('repairs');
    }
  });
});
interface Batch {
  items: object[];
}

describe('what addresses in an import are relative to', () => {
  const send = (base: string, document: object = {}) =>
    isnad.as('checker').post('/v1/imports', { document, base, dryRun: true });

  it('is cleaned, and the answer says so', async () => {
    expect(bodyOf(await send(given))).toMatchObject(telling('/base'));
    expect(bodyOf(await send(meant))).not.toHaveProperty('repairs');
  });
});

it('the issuer of an identity is refused with what nobody sees in it', async () => {
  for (const issuer of ['https://id.example/\u200F', '\u200Ehttps://id.example/', 'https://id.example/ ']) {
    const identities = [{ issuer, subject: 'somebody' }];
    const refused = await isnad.as('admin').patch('/v1/members/checker', { identities }, anyVersion);
    expect([refused.status, faultsOf(refused)]).toEqual([400, ['/identities/0/issuer']]);
    expect(JSON.stringify(refused.body)).toContain('must hold no invisible characters');
  }
});
