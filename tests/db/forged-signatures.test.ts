/** Everything is done by somebody, with a key of theirs; or by the system, as far as it does anything itself; or by a command. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operator, system, type Actor } from '../../src/domain/access/rules.js';
import type { EventType, NewEvent } from '../../src/domain/event/types.js';
import { singleSubjectId } from '../../src/domain/replay/beginning.js';
import { newId } from '../../src/platform/db/new-id.js';
import { createSignIn } from '../../src/resources/members/sign-in.service.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { apiOf } from '../support/api.js';
import { setClock, setClockRight } from '../support/clock.js';
import { bodyOf, enterClaim, memberIdOf, publishVerdict } from '../support/desk.js';
import { expectBadEventOf, forgeAs } from '../support/forge-history.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

const append = (actor: Actor, event: NewEvent): Promise<void> =>
  isnad.store.transact((tx) => appendEvents(tx, actor, [event]));

const keyIdOf = async (person: Person): Promise<string> =>
  (await isnad.store.db.key.findFirstOrThrow({ where: { member: { ref: person } } })).id;

/** Says of a source that it was looked at, in the name of a person: nothing changes. */
const writeAs = (person: Person, keyId?: string) =>
  forgeAs(isnad, person, async (tx, actor) => {
    const { id } = await tx.source.findFirstOrThrow({ orderBy: { id: 'asc' } });
    const subject = { type: 'source', id } as const;
    await appendEvents(tx, { ...actor, ...(keyId !== undefined && { keyId }) }, [
      { type: 'source.changed', subject },
    ]);
  });

describe('by nobody', () => {
  it.each<[EventType, Actor]>([
    ['claim.retracted', system],
    ['claim.merged', operator],
    ['claim.correction_started', system],
    ['claim.reopened', operator],
    ['claim.rejected', system],
    ['claim.notice_proposed', operator],
    ['claim.notice_dropped', system],
    ['claim.changed', system],
  ])('is no change of a claim but those of the system: %s', async (type, actor) => {
    const { id } = await isnad.store.db.claim.findFirstOrThrow();
    await append(actor, { type, subject: { type: 'claim', id }, claimId: id });
    await expectBadEventOf(isnad, type, 'by nobody');
  });

  it.each<[EventType, NewEvent['subject']['type'], Actor]>([
    ['source.merged', 'source', operator],
    ['source.changed', 'source', system],
    ['policy.changed', 'policy', system],
    ['scale.published', 'scale', system],
    ['instrument.recorded', 'instrument', system],
    ['key.revoked', 'key', system],
  ])('is nothing else either: %s', async (type, subject, actor) => {
    const { store } = isnad;
    const ids = {
      source: async () => (await store.db.source.findFirstOrThrow()).id,
      instrument: async () => (await store.db.instrument.findFirstOrThrow()).id,
      key: () => keyIdOf('reader'),
      policy: () => Promise.resolve(singleSubjectId),
      scale: () => Promise.resolve('00000000-0000-8000-8000-000000000001'),
    };
    const id = await ids[subject as keyof typeof ids]();
    await append(actor, { type, subject: { type: subject, id } });
    await expectBadEventOf(isnad, type, 'by nobody');
  });

  it('is no role', async () => {
    await isnad.services.members.change('reader', { role: 'editor' }, system, () => undefined);
    await expectBadEventOf(isnad, 'member.changed', 'by nobody');
  });

  it('is no key with a secret', async () => {
    await isnad.services.keys.createKey({ memberRef: 'reader', name: 'forged' }, system);
    await expectBadEventOf(isnad, 'key.created', 'by nobody');
  });

  it('is good what a command does', async () => {
    await isnad.services.keys.createKey({ memberRef: 'reader', name: 'made' }, operator);
    await isnad.services.members.change('reader', { role: 'editor' }, operator, () => undefined);
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });

  it('is good what a sign-in brings about: a key without a secret, and a reader who was a stranger', async () => {
    const { store, services } = isnad;
    const signIn = createSignIn({
      ...{ store, members: services.members, uses: services.keyUses, strangers: 'reader' },
      refused: () => undefined,
    });
    const who = (subject: string) => ({ issuer: 'https://id.example', subject });
    const give = (subjects: readonly string[]) =>
      services.members.change('editor', { identities: subjects.map(who) }, operator, () => undefined);
    await give(['theirs', 'former']);
    const signed = await signIn.bySubject(who('theirs'));
    await give(['theirs']);
    expect(await signIn.bySubject(who('new'))).toMatchObject({ role: 'reader' });
    expect(await signIn.bySubject(who('former'))).toMatchObject({
      ...{ role: 'reader', personId: signed?.personId },
    });
    const claim = await enterClaim(isnad);
    if (!signed) throw new Error('nobody signed in');
    await services.workflow.moveClaim(claim, { event: 'reject', reason: 'None of ours.' }, signed);
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });
});

describe('with a key', () => {
  it('of somebody else', async () => {
    await writeAs('checker', await keyIdOf('editor'));
    await expectBadEventOf(isnad, 'source.changed', 'none of theirs');
  });

  it('that was revoked a while ago', async () => {
    const made = await isnad.services.keys.createKey({ memberRef: 'checker', name: 'old' }, operator);
    bodyOf(await apiOf(isnad.app).as(made.key).get('/v1/me'));
    await isnad.services.keys.revokeKey(made.id, operator);
    await setClock(isnad, '5 minutes');
    await writeAs('checker', made.id);
    await setClockRight(isnad);
    await expectBadEventOf(isnad, 'source.changed', 'had ended');
  });

  it('that expired a while ago', async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const made = await isnad.services.keys.createKey(
      { memberRef: 'checker', name: 'old', expiresAt },
      operator,
    );
    await setClock(isnad, '5 minutes');
    await writeAs('checker', made.id);
    await setClockRight(isnad);
    await expectBadEventOf(isnad, 'source.changed', 'had ended');
  });

  it('is good, where a clock was ahead and the chain waits for its last moment', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const key = { memberRef: 'checker', name: 'short', expiresAt };
    const made = await isnad.services.keys.createKey(key, operator);
    await setClock(isnad, '3 hours');
    await writeAs('editor');
    await setClockRight(isnad);
    await writeAs('checker', made.id);
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });

  it('that is made only afterwards', async () => {
    const id = newId();
    const memberId = await memberIdOf(isnad, 'checker');
    await isnad.store.db.key.create({ data: { id, memberId, name: 'later' } });
    await writeAs('checker', id);
    await append(operator, { type: 'key.created', subject: { type: 'key', id } });
    await expectBadEventOf(isnad, 'source.changed', 'only afterwards');
  });

  it('is good what was done before it was revoked, and in that moment', async () => {
    const made = await isnad.services.keys.createKey({ memberRef: 'checker', name: 'old' }, operator);
    const source = { kind: 'person', name: 'Somebody new' };
    expect((await apiOf(isnad.app).as(made.key).post('/v1/sources', source)).status).toBe(201);
    await isnad.services.keys.revokeKey(made.id, operator);
    await isnad.store.transact(async (tx) => {
      const { id } = await tx.source.findFirstOrThrow({ orderBy: { id: 'asc' } });
      const {
        id: memberId,
        ref,
        name,
        role,
      } = await tx.member.findUniqueOrThrow({ where: { ref: 'checker' } });
      const actor = { memberId, personId: memberId, ref, name, role, keyId: made.id };
      await appendEvents(tx, actor, [{ type: 'source.changed', subject: { type: 'source', id } }]);
    });
    await publishVerdict(isnad, await enterClaim(isnad));
    await isnad.relay();
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });
});
