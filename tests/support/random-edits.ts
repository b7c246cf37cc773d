/** A write of any operation of the API, on things that are published and things that are not, as luck has it. */
import { claimMoveNames } from '../../src/domain/claim/lifecycle.js';
import { claimKinds } from '../../src/domain/claim/new-claim.js';
import { relationTypes } from '../../src/domain/claim/relation.js';
import { taskMoveNames } from '../../src/domain/task/lifecycle.js';
import { verdictMoveNames } from '../../src/domain/verdict/lifecycle.js';
import { readProposed, verdictBody } from './desk.js';
import { anyVersion, type Headers } from './api.js';
import type { Luck } from './random.js';
import { requests } from './requests.js';
import type { TestIsnad } from './test-runtime.js';

interface Write {
  path: string;
  body?: object;
  headers?: Headers;
}

export interface Town {
  isnad: TestIsnad;
  luck: Luck;
  /** Refs of the claims that all of it is about. */
  claims: readonly string[];
}

type Make = (town: Town) => Write | Promise<Write>;

let count = 0;
const words = (): string => `Other words, the ${String(++count)}th`;
const nowhere = '00000000-0000-7000-8000-000000000000';

/** One of the rows' ids; of these claims, where `$1` is their refs. */
async function oneOf({ isnad, luck, claims }: Town, query: string): Promise<string> {
  const { rows } = await isnad.database.pool.query<{ id: string }>(query, [claims]);
  return rows.length === 0 ? nowhere : luck.oneOf(rows).id;
}

const ofClaims = '(SELECT id FROM claims WHERE ref = ANY ($1))';
const liveTask = (town: Town): Promise<string> =>
  oneOf(town, `SELECT id FROM review_tasks WHERE claim_id IN ${ofClaims} AND closed_at IS NULL ORDER BY id`);
const proposal = (town: Town): Promise<string> =>
  oneOf(town, `SELECT id FROM verdicts WHERE claim_id IN ${ofClaims} AND status = 'proposed' ORDER BY id`);

const onClaim =
  (rest: string, body: (town: Town) => object): Make =>
  (town) => ({
    path: `/v1/claims/${town.luck.oneOf(town.claims)}${rest}`,
    body: body(town),
    headers: anyVersion,
  });

/** What a claim is described by, a field at a time. */
const description = ({ luck }: Town): object =>
  luck.oneOf([
    { glosses: { en: words(), ar: words() } },
    { statementDate: String(1900 + luck.below(100)) },
    { kind: luck.oneOf(claimKinds) },
    { secondaryKinds: [luck.oneOf(claimKinds)] },
    { topics: [`topic-${String(luck.below(9))}`] },
    { test: luck.once(2) },
    { modality: words(), dateBasis: words(), fidelityNote: words() },
  ]);

const sourceNames = ['dprk', 'putin', 'miller', 'youm7', 'kcna'];
const pathTo = (noun: string, names: readonly string[], body: (town: Town) => object): Make => {
  return (town) => ({
    path: `/v1/${noun}/${town.luck.oneOf(names)}`,
    body: body(town),
    headers: anyVersion,
  });
};

const move = (event: string, { luck, claims }: Town): object => ({
  event,
  ...(['reject', 'reopen', 'pause', 'break_glass'].includes(event) && { reason: words() }),
  ...(event === 'correct' && { reason: 'error', note: words() }),
  ...(event === 'retract' && { reason: 'error' }),
  ...(event === 'return' && { note: words() }),
  ...(event === 'merge' && { into: luck.oneOf(claims), note: words() }),
  ...(event === 'assign' && {
    assignee: luck.oneOf(['checker', 'checker2', 'editor', 'editor2']),
    override: true,
  }),
  ...(event === 'prioritize' && { priority: luck.oneOf(['low', 'urgent']), note: words() }),
  ...(event === 'break_glass' && { second: luck.oneOf(['checker2', 'editor2']) }),
});

/** By the id of the operation; the others are sent as they stand in requests.ts, on things of their own. */
const edits: Record<string, Make> = {
  updateClaim: onClaim('', description),
  updateAttributions: onClaim('/attributions', ({ luck }) => ({
    attributions: [
      { source: luck.oneOf(sourceNames), mode: 'direct', from: [{ label: words(), mode: 'indirect' }] },
    ],
  })),
  createClaimProvision: onClaim('/provisions', () => ({ instrument: 's-res-1718-2006' })),
  createRelation: onClaim('/relations', ({ luck, claims }) => ({
    type: luck.oneOf(relationTypes),
    to: luck.oneOf(claims),
  })),
  deleteRelation: async (town) => {
    const id = await oneOf(town, `SELECT id FROM relations WHERE from_id IN ${ofClaims} ORDER BY id`);
    const { rows } = await town.isnad.database.pool.query<{ ref: string }>(
      'SELECT ref FROM claims c JOIN relations r ON r.from_id = c.id WHERE r.id = $1',
      [id],
    );
    return { path: `/v1/claims/${rows[0]?.ref ?? 'C34'}/relations/${id}` };
  },
  createEvidence: onClaim('/evidence', ({ luck }) => ({
    url: `https://example.org/${String(++count)}`,
    stance: luck.oneOf(['for', 'against', 'context']),
    ...(luck.once(2) && { note: words() }),
  })),
  createContact: onClaim('/contacts', ({ luck }) => ({
    source: luck.oneOf(sourceNames),
    outcome: luck.oneOf(['asked', 'replied', 'declined']),
    text: words(),
    date: '2024-06-19',
  })),
  transitionContact: async (town) => ({
    path: `/v1/contacts/${await oneOf(town, `SELECT id FROM contacts WHERE claim_id IN ${ofClaims} ORDER BY id`)}/transitions`,
    body: { event: 'withdraw' },
  }),
  createCapture: async (town) => ({
    path: `/v1/evidence/${await oneOf(town, `SELECT id FROM evidence WHERE claim_id IN ${ofClaims} ORDER BY id`)}/captures`,
  }),
  transitionClaim: (town) => onClaim('/transitions', () => move(town.luck.oneOf(claimMoveNames), town))(town),
  transitionTask: async (town) => ({
    path: `/v1/tasks/${await liveTask(town)}/transitions`,
    body: move(town.luck.oneOf(taskMoveNames), town),
  }),
  updateDraft: async (town) => ({
    path: `/v1/tasks/${await liveTask(town)}/draft`,
    body: { rationale: { en: words() } },
    headers: anyVersion,
  }),
  submitVerdict: async (town) => ({
    path: `/v1/tasks/${await liveTask(town)}/verdict`,
    body: verdictBody(town.luck.oneOf(['true', 'false']), { rationale: { en: words() } }),
  }),
  updateVerdict: async (town) => ({
    path: `/v1/verdicts/${await proposal(town)}`,
    body: { rationale: { en: words() } },
    headers: anyVersion,
  }),
  transitionVerdict: async (town) => {
    const id = await proposal(town);
    const event = town.luck.oneOf(verdictMoveNames);
    const read = event === 'withdraw' ? {} : await readProposed(town.isnad, { id });
    return { path: `/v1/verdicts/${id}/transitions`, body: { ...move(event, town), ...read } };
  },
  actInBulk: (town) => ({
    path: '/v1/bulk',
    body: { event: 'prioritize', priority: 'high', items: town.claims.map((claim) => ({ claim })) },
  }),
  updateSource: pathTo('sources', sourceNames, ({ luck }) =>
    luck.oneOf([{ name: words() }, { names: [{ language: 'en', text: words() }] }, { note: words() }]),
  ),
  // Half of them stand for one another sooner or later.
  transitionSource: pathTo('sources', sourceNames, ({ luck }) =>
    luck.once(2) ? { event: 'merge', into: luck.oneOf(sourceNames) } : { event: 'split' },
  ),
  updateInstrument: pathTo('instruments', ['s-res-1718-2006'], () => ({ titles: { en: words() } })),
  updateProvision: pathTo('provisions', ['s-res-1718-2006.8b'], ({ luck }) =>
    luck.oneOf([{ verified: luck.once(2) }, { effects: { en: words() } }]),
  ),
  updateArticle: pathTo('articles', ['putin-pyongyang-2024'], ({ luck }) =>
    luck.oneOf([{ title: words() }, { datePublished: String(1900 + luck.below(100)) }, { kind: 'speech' }]),
  ),
  createArticleVersion: () => ({
    path: '/v1/articles/putin-pyongyang-2024/versions',
    body: { text: words() },
  }),
  updateMember: pathTo('members', ['checker', 'checker2', 'editor', 'editor2'], ({ luck }) =>
    luck.oneOf([{ name: words() }, { topics: [`topic-${String(luck.below(9))}`] }]),
  ),
};

/** What this operation is sent now. */
export async function writeBy(operation: string, town: Town): Promise<Write> {
  const make = edits[operation];
  if (make) return make(town);
  const prepare = requests[operation];
  if (!prepare) throw new Error(`${operation} has no request`);
  return prepare(town.isnad);
}
