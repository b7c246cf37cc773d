/** Exports made up by somebody who has the genuine one, every checkpoint, and no signing key. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { contentOf, hashOf, type EventContent } from '../../src/domain/event/chain.js';
import { canonicalJson } from '../../src/domain/text/canonical-json.js';
import { verifyExport, type Witnesses } from '../../src/integrity/exports/verify-export.js';
import { operator } from '../../src/domain/access/rules.js';
import { createNotary, settleFeed, type Notary } from '../support/checkpoints.js';
import { bodyOf, enterClaim, madeOf, move, publishVerdict } from '../support/desk.js';
import { confirmErasure, eraseClaim } from '../support/second-persons.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { iterate } from '../support/tampering/campaign.js';

interface EventLine {
  event: EventContent & { prevHash: string | null };
  hash: string;
  position?: number | null;
  withheld?: true;
}

let isnad: TestIsnad;
let notary: Notary;
let key: string;
let claim: { id: string; ref: string };

beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  notary = await createNotary(isnad);
  claim = bodyOf(await isnad.as('reader').get(`/v1/claims/${await enterClaim(isnad)}`)) as typeof claim;
  await publishVerdict(isnad, claim.ref);
  ({ key } = (await notary.sign()).statement);
});
afterAll(async () => {
  await notary.close();
  await isnad.close();
});

const verify = (lines: readonly string[], witnesses: Witnesses = { keys: [key] }) =>
  verifyExport(iterate(lines), witnesses);

const readEvent = (line: string): EventLine | undefined =>
  line.startsWith('{"event":') ? (JSON.parse(line) as EventLine) : undefined;

function writeEvent({ event, hash, position, withheld }: EventLine): string {
  const place = position === undefined ? '' : `,"position":${String(position)}`;
  const end = withheld ? ',"withheld":true' : '';
  return `{"event":${contentOf(event.prevHash, event)},"hash":"${hash}"${place}${end}}`;
}

/** The approval says that it was of another revision. */
function forge({ event }: EventLine): EventLine['event'] {
  return { ...event, data: { ...(event.data as object), revision: 7 } };
}

const isApproval = (line: EventLine | undefined): boolean =>
  line?.event.type === 'claim.approved' && line.event.claim === claim.id;

function rewriteCounts(lines: string[], change: Partial<Record<'events' | 'proofs', number>>): string[] {
  const { end } = JSON.parse(lines.at(-1) ?? '') as { end: Record<string, number> };
  return lines.with(-1, canonicalJson({ end: { ...end, ...change } }));
}

describe('an event that is said to be withheld', () => {
  it('is not what a redaction says that no checkpoint covers', async () => {
    const ref = await enterClaim(isnad);
    await publishVerdict(isnad, ref);
    const { id } = bodyOf(await isnad.as('reader').get(`/v1/claims/${ref}`)) as typeof claim;
    await notary.sign();
    const erasure = { target: { kind: 'claim', id }, texts: ['quote'], reason: 'unlawful' };
    const asked = (await isnad.as('admin').post('/v1/erasures', erasure)).body as { id: string };
    bodyOf(await confirmErasure(isnad, asked, 'editor'));
    await settleFeed(isnad.store);
    const lines = await notary.exportLines();
    const honest = (await verify(lines)) as { unproven: number };
    expect(honest.unproven).toBeGreaterThan(0);
    const find = (type: string): [number, EventLine] => {
      const at = lines.findLastIndex((line) => {
        const { event } = readEvent(line) ?? {};
        return event?.type === type && event.claim === id;
      });
      const found = readEvent(lines[at] ?? '');
      if (!found) throw new Error(`there is no ${type}`);
      return [at, found];
    };
    const [[at, approval], [redactedAt, redaction]] = [find('claim.approved'), find('content.redacted')];
    const forged = forge(approval);
    const { left, ...said } = redaction.event.data as { left: object };
    const more = { ...left, [forged.id]: hashOf(contentOf(forged.prevHash, forged)) };
    const event = { ...redaction.event, data: { ...said, left: more } };
    const hash = hashOf(contentOf(event.prevHash, event));
    const rewritten = lines
      .with(at, writeEvent({ ...approval, event: forged, withheld: true }))
      .with(redactedAt, writeEvent({ ...redaction, event, hash }));
    expect(await verify(rewritten)).toMatchObject({
      ...{ valid: false, unproven: honest.unproven + 1 },
      why: expect.stringContaining('that no checkpoint covers yet') as string,
    });
    await notary.sign();
  });

  it('is proven by the checkpoint that is owed from then on', async () => {
    const article = madeOf(
      await isnad.as('checker').post('/v1/articles', { title: 'To go', language: 'en', text: 'A word.' }),
    ) as { id: string };
    await notary.sign();
    expect(await notary.checkpoints.findOwed()).toEqual([]);
    const erasure = {
      target: { kind: 'article', id: article.id },
      texts: ['article_title'],
      reason: 'unlawful',
    };
    const asked = (await isnad.as('admin').post('/v1/erasures', erasure)).body as { id: string };
    bodyOf(
      await isnad.as('editor').post(`/v1/erasures/${asked.id}/transitions`, { event: 'confirm' }, anyVersion),
    );
    await settleFeed(isnad.store);
    const early = await notary.exportLines();
    expect(await verify(early)).toMatchObject({ valid: false, unproven: 1 });
    // What is wrong beside it is named first.
    const cut = await verify(rewriteCounts(early, { events: 1 }));
    expect(cut).toMatchObject({ valid: false });
    expect(cut).not.toHaveProperty('unproven');
    expect(await notary.checkpoints.findOwed()).toEqual([{ name: 'sign-checkpoint', payload: {} }]);
    await notary.checkpoints.signIfDue();
    expect(await verify(await notary.exportLines())).toMatchObject({ valid: true });
  });
});

describe('the export of one claim', () => {
  /** Every event of it anew, the approval with other words. */
  const rewriteChain = (lines: readonly string[]): string[] => {
    let head: string | null = null;
    return lines.map((line): string => {
      const read = readEvent(line);
      if (!read) return line;
      const event: EventLine['event'] = { ...(isApproval(read) ? forge(read) : read.event), prevHash: head };
      const hash: string = hashOf(contentOf(head, event));
      head = hash;
      return writeEvent({ ...read, event, hash });
    });
  };

  it('says what nothing proves without the proof that it was signed over', async () => {
    const lines = await notary.exportLines(claim.id);
    expect(await verify(lines)).toMatchObject({ valid: true, uncovered: 0 });
    const unproven = rewriteCounts(
      rewriteChain(lines).filter((line) => !line.startsWith('{"proof":')),
      { proofs: 0 },
    );
    const approval = { id: expect.stringContaining('(claim.approved)') as string };
    expect(await verify(unproven)).toMatchObject({
      ...{ valid: true, covered: 0 },
      unprovenDecisions: expect.arrayContaining([expect.objectContaining(approval)]) as object[],
    });
  });

  it('has no places in the feed: only the whole of it shows that they are those that were signed', async () => {
    const lines = await notary.exportLines(claim.id);
    const events = lines.flatMap((line) => readEvent(line) ?? []);
    expect(events.filter((event) => Object.hasOwn(event, 'position'))).toEqual([]);
    const at = lines.findIndex((line) => readEvent(line) !== undefined);
    const placed = lines.with(at, `${lines[at]?.slice(0, -1) ?? ''},"position":1}`);
    expect(await verify(placed)).toMatchObject({ valid: false, place: { line: at + 1 } });
  });
});

describe('a decision that no checkpoint covers yet', () => {
  afterEach(async () => {
    await notary.sign();
  });

  it.each<[string, (ref: string) => Promise<unknown>]>([
    [
      'claim.correction_started',
      (ref) => move(isnad, 'editor', ref, { event: 'correct', reason: 'error', note: 'A number.' }),
    ],
    [
      'claim.reopened',
      async (ref) => {
        bodyOf(await move(isnad, 'editor', ref, { event: 'retract', reason: 'error' }));
        bodyOf(await move(isnad, 'editor', ref, { event: 'reopen', reason: 'After all.' }));
      },
    ],
    ['content.erased', () => eraseClaim(isnad, 'editor')],
    ['key.created', () => isnad.services.keys.createKey({ memberRef: 'reader', name: 'new' }, operator)],
  ])('is named: %s', async (type, act) => {
    const ref = await enterClaim(isnad);
    await publishVerdict(isnad, ref);
    await notary.sign();
    await act(ref);
    await settleFeed(isnad.store);
    const found = await verify(await notary.exportLines(), await notary.witnesses());
    const unproven = { id: expect.stringContaining(`(${type})`) as string };
    expect(found).toMatchObject({
      valid: true,
      unprovenDecisions: expect.arrayContaining([expect.objectContaining(unproven)]) as object[],
    });
  });
});

describe('a checkpoint that is signed by a key that none before named', () => {
  it('covers nothing, is told, and does not come among those that are kept', async () => {
    const kept = await notary.witnesses();
    const before = kept.kept.length;
    const other = await createNotary(isnad);
    await enterClaim(isnad);
    await settleFeed(isnad.store);
    await other.sign({ newKey: true });
    const lines = await notary.exportLines();
    expect(await verify(lines, kept)).toMatchObject({
      ...{ valid: true, unvouched: 1 },
      last: { statement: { number: before } },
      unprovenDecisions: [],
    });
    expect(await verify(lines, kept)).not.toMatchObject({ uncovered: 0 });
    expect(await verify(lines)).toMatchObject({ valid: false });
    await expect(notary.sign()).rejects.toMatchObject({ code: 'checkpoint_contradicted' });
    expect((await notary.witnesses()).kept).toHaveLength(before);
    await other.close();
  });

  it('leaves a decision that came behind the last one unproven, by its name', async () => {
    const ref = await enterClaim(isnad);
    await publishVerdict(isnad, ref);
    await settleFeed(isnad.store);
    const found = await verify(await notary.exportLines(), await notary.witnesses());
    expect(found).toMatchObject({
      valid: true,
      unprovenDecisions: [{ id: expect.stringContaining('claim.approved') as string }],
    });
  });
});
