/** What is erased or withheld rests on what two persons agreed on, or on a command: whoever says so of other texts is found. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { digestsOfLeft } from '../../src/domain/erasure/what-is-left.js';
import type { NewEvent } from '../../src/domain/event/types.js';
import { connectDatabase, type Tx } from '../../src/platform/db/client.js';
import { createStore } from '../../src/platform/db/transaction.js';
import type { NewErasure } from '../../src/resources/erasures/erasure.schema.js';
import { createErasureService } from '../../src/resources/erasures/erasure.service.js';
import { readChain } from '../../src/resources/erasures/redaction.repository.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { bodyOf, enterClaim, memberIdOf } from '../support/desk.js';
import { expectBadEventOf, forgeAs } from '../support/forge-history.js';
import { confirmErasure } from '../support/second-persons.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

const reason = 'person_asked';
const why = 'rests on no erasure';
const forge = (event: (tx: Tx) => NewEvent | Promise<NewEvent>) =>
  forgeAs(isnad, 'editor', async (tx, actor) => {
    await appendEvents(tx, actor, [await event(tx)]);
  });

async function findClaim(): Promise<{ id: string }> {
  const ref = await enterClaim(isnad);
  return isnad.store.db.claim.findFirstOrThrow({ where: { ref }, select: { id: true } });
}

async function ask(target: object, texts: readonly string[]): Promise<string> {
  const asked = await isnad.as('admin').post('/v1/erasures', { target, texts, reason });
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  return (asked.body as { id: string }).id;
}

const confirm = async (id: string) => bodyOf(await confirmErasure(isnad, { id }, 'editor'));

/** With what is left of its events, as an erasure says it. */
const withholdQuote = (id: string, erasure: string) => async (tx: Tx) => {
  const nothing = { quoteExact: '', quotePrefix: '', quoteSuffix: '', enteredDigest: null };
  await tx.claim.update({ where: { id }, data: { ...nothing, folded: '', wordForms: [] } });
  const chain = await readChain(tx, { type: 'claim', id });
  const left = digestsOfLeft(chain.map((event) => ({ ...event, withheld: ['quote' as const] })));
  const data = { target: { kind: 'claim', id }, texts: ['quote'], reason, erasure, left };
  const rows = [{ table: 'claims', where: { id } }];
  return { type: 'content.redacted', subject: { type: 'claim', id }, claimId: id, data, rows } as const;
};

it('a quote that is withheld by an erasure that nobody asked for', async () => {
  const { id } = await findClaim();
  await forge(withholdQuote(id, randomUUID()));
  await expectBadEventOf(isnad, 'content.redacted', why);
});

it('a quote that is withheld by an erasure that waits', async () => {
  const { id } = await findClaim();
  await forge(withholdQuote(id, await ask({ kind: 'claim', id }, ['quote'])));
  await expectBadEventOf(isnad, 'content.redacted', why);
});

it('a quote that is withheld by an erasure of other words', async () => {
  const { id } = await findClaim();
  const erasure = await ask({ kind: 'claim', id }, ['glosses']);
  await confirm(erasure);
  await forge(withholdQuote(id, erasure));
  await expectBadEventOf(isnad, 'content.redacted', why);
});

it('a quote that is withheld by an erasure in another claim', async () => {
  const [{ id }, { id: other }] = [await findClaim(), await findClaim()];
  const erasure = await ask({ kind: 'claim', id: other }, ['quote']);
  await confirm(erasure);
  await forge(withholdQuote(id, erasure));
  await expectBadEventOf(isnad, 'content.redacted', why);
});

it('words that are said to be erased by nothing that was asked for', async () => {
  const { id } = await findClaim();
  const data = { target: { kind: 'claim', id }, texts: ['glosses'], reason, seals: [] };
  const subject = { type: 'erasure', id: randomUUID() } as const;
  await forge(() => ({ type: 'content.erased', subject, claimId: id, data }));
  await expectBadEventOf(isnad, 'content.erased', why);
});

it('a key that is said to name a member who was erased, and was not', async () => {
  const memberId = await memberIdOf(isnad, 'reader');
  const { id } = await isnad.store.db.key.findFirstOrThrow({ where: { memberId } });
  const data = { target: { kind: 'member', id: memberId }, texts: ['member'], reason, seals: [] };
  await forge(() => ({ type: 'content.erased', subject: { type: 'key', id }, data }));
  await expectBadEventOf(isnad, 'content.erased', why);
});

it('is good where two persons did it, or a command: of a claim, an article, a source and a member', async () => {
  const { id } = await findClaim();
  await confirm(await ask({ kind: 'claim', id }, ['quote', 'glosses']));
  const { id: article } = await isnad.store.db.article.findFirstOrThrow({ select: { id: true } });
  await confirm(await ask({ kind: 'article', id: article }, ['article_title', 'article_url']));
  const { id: source } = await isnad.store.db.source.findFirstOrThrow({ select: { id: true } });
  const owner = connectDatabase(isnad.ownerUrl, { connections: 2 });
  const erasures = createErasureService({
    ...{ store: createStore(owner), pool: owner.pool },
    ...{ pages: { remove: () => Promise.resolve() }, mayCall: () => Promise.resolve(true) },
  });
  const eraseAlone = (target: NewErasure['target'], texts: NewErasure['texts']) =>
    erasures.eraseAlone({ target, texts, reason }, 'urgent');
  await eraseAlone({ kind: 'source', id: source }, ['source_names', 'note']);
  await isnad.services.members.change('checker2', { active: false }, operator, () => undefined);
  await confirm(await ask({ kind: 'member', id: await memberIdOf(isnad, 'checker2') }, ['member']));
  await isnad.services.members.change('reader', { active: false }, operator, () => undefined);
  const member = await memberIdOf(isnad, 'reader');
  await eraseAlone({ kind: 'member', id: member }, ['member']);
  await owner.close();
  await isnad.relay();
  expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
});
