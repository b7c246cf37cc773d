/**
 * An edition that was approved while somebody had other cells in a table for a moment: rows and events agree again, and
 * what was approved is not what they tell.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apply, nothing, type State } from '../../src/domain/replay/apply.js';
import { beginningOf } from '../../src/domain/replay/beginning.js';
import { inOrder } from '../../src/integrity/decisions/ordered-event.js';
import { createEditionCheck } from '../../src/integrity/editions/check-editions.js';
import type { EventContent } from '../../src/domain/event/chain.js';
import { recordTable } from '../../src/domain/replay/tables.js';
import { parseLine } from '../../src/integrity/exports/export-lines.js';
import { anyVersion } from '../support/api.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  proposeVerdict,
  publishVerdict,
  startTask,
  submitVerdict,
  verdictBody,
} from '../support/desk.js';
import { createInternet, type Internet } from '../support/internet.js';
import { recordSource } from '../support/merged-sources.js';
import { relate } from '../support/relations.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyOffline, verifyTables, verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
let internet: Internet;
let claim: { id: string; ref: string };
let verdict: { id: string };

/** With something of everything that an edition can name. */
async function enterFull(): Promise<string> {
  const described = { kind: 'violation', glosses: { en: 'In other words.' }, topics: ['arms'] };
  const source = (await recordSource(isnad, 'An agency')).ref;
  const attributions = [{ source, mode: 'direct' }];
  const ref = await enterClaim(isnad, { ...described, attributions, statementDate: '2024-06' });
  const denial = await enterClaim(isnad);
  await relate(isnad, denial, 'denies', ref);
  const asked = { label: 'Press office', outcome: 'replied', date: '2024-06-19', text: 'No.' };
  madeOf(await isnad.as('checker').post(`/v1/claims/${ref}/contacts`, asked));
  return ref;
}

async function proposeFull(ref: string): Promise<{ id: string }> {
  const url = internet.serve(`/${ref}`, { body: '<title>A page</title><p>What it says.</p>' });
  const evidence = { url, stance: 'against', note: 'As it says.' };
  const { id } = madeOf(await isnad.as('checker').post(`/v1/claims/${ref}/evidence`, evidence)) as {
    id: string;
  };
  await isnad.work();
  const cited = { id: 's-res-1718-2006.8b', act: 'supplied', actor: 'North Korea', date: '2024-01' };
  const body = verdictBody('false', {
    evidence: [id],
    provisions: [{ ...cited, direction: 'from' }],
    recheckAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  return proposeVerdict(isnad, ref, { body });
}

beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ seeded: true, outbound: internet.outbound });
  const ref = await enterFull();
  verdict = await proposeFull(ref);
  claim = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}`)) as typeof claim;
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

const ofClaim = 'claim_id = $1';
const ofEvidence = `evidence_id IN (SELECT id FROM evidence WHERE ${ofClaim})`;
const ofArticle =
  '(SELECT article_id FROM article_versions v JOIN claims c ON c.article_version_id = v.id WHERE c.id = $1)';

/** Table, what it says for a moment in which rows, and where that shows in the edition. */
const cells: readonly [table: string, set: string, where: string, part: string][] = [
  ['claims', `kind = 'assertion'`, 'id = $1', '/claim/kind'],
  ['claims', `secondary_kinds = '{forecast}'`, 'id = $1', '/claim/secondaryKinds'],
  ['claims', `language = 'fa'`, 'id = $1', '/claim/language'],
  ['claims', `quote_exact = 'He never said so.'`, 'id = $1', '/claim/quote'],
  ['claims', `topics = '{rumors}'`, 'id = $1', '/claim/topics'],
  ['claims', `statement_date = '2020'`, 'id = $1', '/claim/statementDate'],
  ['claims', `test = true`, 'id = $1', '/claim/test'],
  ['claims', `glosses = '{"en": "Words of nobody."}'`, 'id = $1', '/claim/glosses'],
  ['attributions', `label = 'Somebody else'`, `parent_id IS NOT NULL AND ${ofClaim}`, '/chain/from'],
  ['articles', `date_published = '1999'`, `id = ${ofArticle}`, '/article/datePublished'],
  ['articles', `title = 'Another title'`, `id = ${ofArticle}`, '/article/title'],
  ['sources', `name = 'Another name'`, `name = 'An agency'`, '/chain/from'],
  ['verdicts', `valid_until = valid_until + interval '90 days'`, ofClaim, '/verdict/recheckAt'],
  ['verdicts', `attribution = 'misattributed'`, ofClaim, '/verdict/findings'],
  ['verdicts', `rationale = '{"en": "No reason at all."}'`, ofClaim, '/verdict/rationale'],
  ['ratings', `labels = '{"en": "True", "ar": "صحيح"}'`, `slug = 'false'`, '/verdict/rating'],
  ['evidence', `stance = 'for'`, ofClaim, '/evidence'],
  ['captures', `sha256 = repeat('0', 64)`, ofEvidence, '/evidence'],
  ['captures', `title = 'Another page'`, ofEvidence, '/evidence'],
  ['provisions', `paragraph = '9'`, `ref = 's-res-1718-2006.8b'`, '/provisions'],
  ['instruments', `label = 'Another act'`, `ref = 's-res-1718-2006'`, '/provisions'],
  [
    'verdict_provisions',
    `actor = 'Iran'`,
    `verdict_id IN (SELECT id FROM verdicts WHERE ${ofClaim})`,
    '/provisions',
  ],
  ['contacts', `outcome = 'no_answer'`, ofClaim, '/contacts'],
  ['contacts', `text = 'Yes.'`, ofClaim, '/contacts'],
  ['relations', `type = 'repeats'`, 'to_id = $1', '/relations'],
];

/** As one to whom no trigger is in the way; then as it stood. */
async function whileOtherwise(
  [table, set, where]: (typeof cells)[number],
  work: () => Promise<unknown>,
): Promise<void> {
  const client = await isnad.owner.connect();
  const [column = ''] = set.split(' ');
  const keys = recordTable(table)?.key ?? [];
  try {
    await client.query(
      `SET session_replication_role = replica; DROP TABLE IF EXISTS stood; CREATE TEMP TABLE stood AS SELECT * FROM ${table}`,
    );
    const changed = `UPDATE ${table} SET ${set} WHERE ${where}`;
    const { rowCount } = await client.query(changed, where.includes('$1') ? [claim.id] : []);
    expect(rowCount).toBeGreaterThan(0);
    await work();
    const isSame = keys.map((key) => `t.${key} = s.${key}`).join(' AND ');
    await client.query(
      `UPDATE ${table} t SET ${column} = s.${column} FROM stood s WHERE ${isSame}; DROP TABLE stood`,
    );
  } finally {
    await client.query('RESET session_replication_role');
    client.release();
  }
}

/** What is found where that edition is approved next. */
async function judgeApproval(digest: string): Promise<unknown> {
  const document = async (): Promise<string | undefined> => {
    const read = `SELECT document FROM edition_proposals WHERE digest = decode($1, 'hex')`;
    return (await isnad.owner.query<{ document: string }>(read, [digest])).rows[0]?.document;
  };
  const check = createEditionCheck({ documentOf: document, compare: () => Promise.resolve('alike') });
  await isnad.relay();
  await isnad.services.exports.read({ rows: false }, async (lines) => {
    let state: State = nothing;
    let last: EventContent | undefined;
    for await (const text of lines) {
      const line = parseLine(text);
      if (line.kind !== 'event') continue;
      const { event, position } = line;
      if (last?.claim === claim.id && event.claim !== claim.id) approve(last, state);
      state = apply(event.ordinal === 1 ? beginningOf(event.subject.type) : state, event);
      check.event(inOrder(event, position), state, false);
      last = event;
    }
  });
  return check.judge().catch((error: unknown) => error);

  function approve(last: EventContent, state: State): void {
    const data = { verdict: verdict.id, edition: digest };
    check.event(inOrder({ ...last, type: 'claim.approved', data }, 1_000_000), state, false);
  }
}

const readDigest = async (): Promise<string> =>
  (bodyOf(await isnad.as('editor').get(`/v1/verdicts/${verdict.id}/edition`)) as { digest: string }).digest;

it('what is read of an honest table is what had happened', async () => {
  expect(await judgeApproval(await readDigest())).toEqual({ count: 1, passedOver: 0 });
});

it.each(cells)('%s: %s', async (...cell) => {
  let digest = '';
  await whileOtherwise(cell, async () => (digest = await readDigest()));
  expect(await judgeApproval(digest)).toMatchObject({
    place: { table: 'editions', row: digest, parts: [cell[3]] },
  });
});

describe('of a desk that is honest, each is made again', () => {
  let desk: TestIsnad;
  beforeEach(async () => {
    desk = await createIsnad({ seeded: true });
  });
  afterEach(() => desk.close());
  const describeAs = async (ref: string, gloss: string) =>
    bodyOf(await desk.as('checker').patch(`/v1/claims/${ref}`, { glosses: { en: gloss } }, anyVersion));

  it('with words that were taken back, and with a correction', async () => {
    const ref = await enterClaim(desk, { glosses: { en: 'As first.' } });
    await describeAs(ref, 'As second.');
    await describeAs(ref, 'As first.');
    await publishVerdict(desk, ref);
    bodyOf(await move(desk, 'editor', ref, { event: 'correct', reason: 'error', note: 'It was wrong.' }));
    await desk.work();
    await describeAs(ref, 'As third.');
    const corrected = await submitVerdict(desk, await startTask(desk, ref));
    bodyOf(await decide(desk, 'editor2', corrected, 'approve'));
    expect(await verifyTwice(desk)).toMatchObject({ valid: true, editions: { count: 2, passedOver: 0 } });
  });

  const change = (ref: string, assignments: string) =>
    desk.owner.query(`
      SET session_replication_role = replica; UPDATE claims SET ${assignments} WHERE ref = '${ref}';
      RESET session_replication_role`);

  /** What is approved while the row says something else for a moment, and where that is found. */
  async function approveWhile(ref: string, set: string): Promise<unknown> {
    const verdict = await proposeVerdict(desk, ref);
    const read = 'SELECT glosses, statement_date FROM claims WHERE ref = $1';
    const { rows } = await desk.owner.query<{ glosses: object; statement_date: string | null }>(read, [ref]);
    await change(ref, set);
    bodyOf(await decide(desk, 'editor2', verdict, 'approve'));
    await change(ref, `glosses = '${JSON.stringify(rows[0]?.glosses)}', statement_date = NULL`);
    await desk.relay();
    return verifyTables(desk);
  }

  it('and what stood there for a moment is found where it was approved; words of before by whoever has the words', async () => {
    const ref = await enterClaim(desk, { glosses: { en: 'As first.' } });
    await describeAs(ref, 'As second.');
    const found = await approveWhile(ref, `glosses = '{"en": "As first."}'`);
    expect(found).toMatchObject({ place: { table: 'editions', parts: ['/claim/glosses'] } });
    expect(await verifyOffline(desk)).toMatchObject({ valid: true });
    const dated = await approveWhile(await enterClaim(desk), `statement_date = '2020'`);
    expect(dated).toMatchObject({ place: { table: 'editions' } });
    expect(await verifyOffline(desk)).toMatchObject({ valid: false, place: { table: 'editions' } });
  });

  it('and so is each notice: of a retraction, of a merge, and of what its mark said for a moment', async () => {
    const [retracted, merged, into] = [
      await enterClaim(desk),
      await enterClaim(desk),
      await enterClaim(desk),
    ];
    for (const one of [retracted, merged, into]) await publishVerdict(desk, one);
    bodyOf(await move(desk, 'editor', merged, { event: 'merge', into, note: 'It says the same.' }));
    bodyOf(
      await move(desk, 'editor', retracted, { event: 'retract', reason: 'error', note: 'It was wrong.' }),
    );
    await desk.relay();
    expect(await verifyTwice(desk)).toMatchObject({ valid: true });
    const { items } = bodyOf(await desk.as('editor').get(`/v1/claims/${retracted}/editions`)) as {
      items: { digest: string }[];
    };
    const dropped = `/v1/claims/${retracted}/editions/${items.at(-1)?.digest ?? ''}/transitions`;
    bodyOf(await desk.as('editor').post(dropped, { event: 'drop' }));
    await change(retracted, `mark_reason = 'source_corrected'`);
    madeOf(await desk.as('editor').post(`/v1/claims/${retracted}/editions`, { note: 'They had it wrong.' }));
    await change(retracted, `mark_reason = 'error'`);
    await desk.relay();
    const found = { valid: false, place: { table: 'notices' } };
    expect(await verifyTables(desk)).toMatchObject(found);
    expect(await verifyOffline(desk)).toMatchObject(found);
  });
});
