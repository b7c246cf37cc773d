/** Nobody approves words of which they, as a person, wrote any: random people, identities that move, drafts passed on. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator, type Role } from '../../src/domain/access/rules.js';
import { anyVersion, apiOf, type Api } from '../support/api.js';
import { openBookOfWords } from '../support/book-of-words.js';
import { bodyOf, enterClaim, readProposed, verdictBody } from '../support/desk.js';
import { createLuck, seedOfRun, type Luck } from '../support/random.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import type { Valid } from '../../src/integrity/exports/verify-export.js';
import { verifyEvents } from '../support/verify-database.js';

/** Many more among the long tests. */
const [houses, steps] = process.env['LONG'] === undefined ? [2, 110] : [40, 220];

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
});
afterAll(() => isnad.close());

interface Worker {
  ref: string;
  role: Role;
  api: Api;
}

const book = openBookOfWords();
let count = 0;

async function hire(role: Role): Promise<Worker> {
  const ref = `${role}-${String(++count)}`;
  await isnad.services.members.ensure(
    { ref, kind: 'person', name: ref, role, languages: [], topics: [] },
    operator,
  );
  const { key } = await isnad.services.keys.createKey({ memberRef: ref, name: 'walk' }, operator);
  return { ref, role, api: apiOf(isnad.app).as(key) };
}

interface Found {
  status: string;
  holder: string | null;
  task: string | null;
  verdict: string | null;
  evidence: string[];
}

async function look(claim: string): Promise<Found> {
  const { rows } = await isnad.database.pool.query<Found>(
    `SELECT c.status, (SELECT m.ref FROM review_tasks t JOIN members m ON m.id = t.assignee_id
         WHERE t.claim_id = c.id AND t.closed_at IS NULL) AS holder, (SELECT id::text FROM review_tasks t WHERE t.claim_id = c.id AND t.closed_at IS NULL) AS task,
       (SELECT id::text FROM verdicts v WHERE v.claim_id = c.id AND v.status = 'proposed') AS verdict,
       ARRAY(SELECT id::text FROM evidence e WHERE e.claim_id = c.id) AS evidence
     FROM claims c WHERE c.ref = $1`,
    [claim],
  );
  if (!rows[0]) throw new Error(`there is no claim ${claim}`);
  return rows[0];
}

/** Something a worker does to a claim; what the book notes where it went through. */
type Act = (found: Found, who: Worker, claim: string, luck: Luck, staff: readonly Worker[]) => Promise<void>;

const done = ({ status }: Response): boolean => status < 300;

/** Whoever decided on an earlier round writes nothing in this one. */
function wrote(answer: Response, claim: string, { ref }: Worker, keeps = false): void {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
  if (!done(answer)) return;
  expect(book.hasDecided(claim, ref), `${ref} returned ${claim} and writes on it`).toBe(false);
  book.wrote(claim, ref, keeps);
}

const moveClaim =
  (event: string, more: (who: Worker) => object = () => ({})): Act =>
  async (_found, who, claim) => {
    const answer = await who.api.post(`/v1/claims/${claim}/transitions`, { event, ...more(who) });
    if (event === 'correct') wrote(answer, claim, who);
    else if (done(answer) && (event === 'cancel' || event === 'reopen')) book.dropped(claim);
  };
const moveTask =
  (event: string): Act =>
  async ({ task }, who, _claim, luck, staff) => {
    const more = event === 'assign' ? { assignee: luck.oneOf(staff).ref, override: true } : {};
    if (task !== null) await who.api.post(`/v1/tasks/${task}/transitions`, { event, ...more });
  };

const rationale = ({ ref }: Worker): object => ({ rationale: { en: book.word(ref) } });

/** By whom the glass was broken for a verdict, and who has to confirm it. */
const broken = new Map<string, [string, string]>();

const decide =
  (event: 'approve' | 'return' | 'withdraw' | 'break_glass' | 'confirm'): Act =>
  async ({ verdict }, who, claim, luck, staff) => {
    if (verdict === null) return;
    const second = luck.oneOf(staff).ref;
    const answer = await who.api.post(`/v1/verdicts/${verdict}/transitions`, {
      event,
      ...(event === 'withdraw' ? {} : await readProposed(isnad, { id: verdict })),
      ...(event === 'return' && { note: 'Once more.' }),
      ...(event === 'break_glass' && { reason: 'Tonight.', second }),
    });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    if (!done(answer)) return;
    if (event === 'return') book.returned(claim, who.ref);
    if (event === 'break_glass') broken.set(verdict, [who.ref, second]);
    if (event !== 'approve' && event !== 'confirm') return;
    const edition = JSON.stringify(bodyOf(await isnad.as('reader').get(`/v1/verdicts/${verdict}/edition`)));
    const deciders = event === 'approve' ? [who.ref] : (broken.get(verdict) ?? []);
    if (event === 'confirm') expect(book.samePerson(deciders[0] ?? '', deciders[1] ?? '')).toBe(false);
    expect(book.judgeApproval(claim, deciders, edition)).toEqual([]);
    approvals++;
  };
let approvals = 0;

const acts = {
  accept: moveClaim('accept'),
  take: moveTask('take'),
  start: moveTask('start'),
  release: moveTask('release'),
  assign: moveTask('assign'),
  submit: async ({ task, evidence }, who, claim) => {
    if (task === null) return;
    const body = verdictBody('false', { ...rationale(who), evidence });
    wrote(await who.api.post(`/v1/tasks/${task}/verdict`, body), claim, who);
  },
  draft: async ({ task }, who, claim) => {
    if (task === null) return;
    wrote(await who.api.put(`/v1/tasks/${task}/draft`, rationale(who), anyVersion), claim, who);
  },
  edit: async ({ verdict }, who, claim, luck) => {
    if (verdict === null) return;
    const fidelity = luck.oneOf(['faithful', 'altered']);
    const edit = luck.once(2) ? rationale(who) : { findings: { fidelity } };
    wrote(await who.api.patch(`/v1/verdicts/${verdict}`, edit, anyVersion), claim, who);
  },
  gloss: async (_found, who, claim) => {
    const glosses = { glosses: { ar: book.word(who.ref) } };
    wrote(await who.api.patch(`/v1/claims/${claim}`, glosses, anyVersion), claim, who, true);
  },
  note: async (_found, who, claim) => {
    const url = `https://example.org/${String(++count)}`;
    const body = { url, stance: 'for', note: book.word(who.ref) };
    wrote(await who.api.post(`/v1/claims/${claim}/evidence`, body), claim, who, true);
  },
  approve: decide('approve'),
  return: decide('return'),
  withdraw: decide('withdraw'),
  break: decide('break_glass'),
  confirm: decide('confirm'),
  correct: moveClaim('correct', ({ ref }) => ({ reason: 'error', note: book.word(ref) })),
  cancel: moveClaim('cancel'),
  retract: moveClaim('retract', () => ({ reason: 'error' })),
  reopen: moveClaim('reopen', () => ({ reason: 'Once more.' })),
} satisfies Record<string, Act>;

type Name = keyof typeof acts;
const anything = Object.keys(acts) as Name[];

/** What mostly happens to a claim in a status; otherwise few would come as far as an approval. */
const usual: Record<string, readonly Name[]> = {
  submitted: ['accept'],
  open: ['take', 'take', 'start', 'start', 'draft', 'release', 'gloss'],
  in_review: ['submit', 'submit', 'draft', 'release', 'note'],
  in_approval: [
    'approve',
    'approve',
    'approve',
    'approve',
    'return',
    'withdraw',
    'edit',
    'take',
    'break',
    'confirm',
    'confirm',
  ],
  published: ['correct', 'correct', 'correct', 'retract'],
  correcting: ['take', 'start', 'draft', 'submit', 'submit', 'cancel'],
  retracted: ['reopen'],
};
/** Mostly by whoever holds the task, where somebody does. */
const holders: readonly Name[] = ['start', 'submit', 'draft', 'release', 'approve', 'return'];

/** An identity that was one member's is another's from now on: both are one person. */
async function moveIdentity(from: Worker, to: Worker): Promise<void> {
  const identities = [{ issuer: 'https://id.example', subject: `subject-${String(++count)}` }];
  const give = (member: Worker, given: object[]) =>
    isnad.as('admin').patch(`/v1/members/${member.ref}`, { identities: given }, anyVersion);
  bodyOf(await give(from, identities));
  bodyOf(await give(from, []));
  bodyOf(await give(to, identities));
  book.tie(from.ref, to.ref);
}

it('nobody approves words of their own, whoever does what in whatever order', async () => {
  const seed = seedOfRun();
  const luck = createLuck(seed);
  // A few more where chance lets too little come to an approval: a walk without any shows nothing.
  for (let house = 0; house < houses || (approvals < houses && house < 4 * houses); house++) {
    const staff = [
      ...[await hire('editor'), await hire('editor'), await hire('editor'), await hire('editor')],
      ...[await hire('checker'), await hire('checker')],
    ];
    const claims = [await enterClaim(isnad), await enterClaim(isnad)];
    for (let step = 0; step < steps; step++) {
      const claim = luck.oneOf(claims);
      const found = await look(claim);
      const name = luck.oneOf(luck.once(4) ? anything : (usual[found.status] ?? anything));
      const meant = name === 'confirm' ? broken.get(found.verdict ?? '')?.[1] : found.holder;
      const suits = name === 'confirm' || holders.includes(name);
      const who = (suits ? staff.find(({ ref }) => ref === meant) : undefined) ?? luck.oneOf(staff);
      if (luck.once(steps)) await moveIdentity(who, luck.oneOf(staff.filter((one) => one !== who)));
      try {
        await acts[name](found, who, claim, luck, staff);
      } catch (error) {
        throw new Error(
          `SEED=${String(seed)}, house ${String(house)}, step ${String(step)}, ${who.ref} ${name}`,
          {
            cause: error,
          },
        );
      }
      // Workers come late, now and then.
      if (luck.once(2)) await isnad.work();
    }
  }
  expect(approvals).toBeGreaterThanOrEqual(houses);
  const verified = await verifyEvents(isnad);
  expect(verified, `SEED=${String(seed)} ${JSON.stringify(verified)}`).toMatchObject({ valid: true });
  const { count, passedOver } = (verified as Valid).editions ?? { count: 0, passedOver: 0 };
  expect([count + passedOver, passedOver]).toEqual([approvals, 0]);
});
