/** The main job: three claims of the first article, from submitted to published. */
import { createClient, type Client } from '../client/client.js';
import type { Input } from '../client/routes.js';
import { until, type Stage } from './desk.js';
import type { RunningIsnad } from './run-isnad.js';

/** Who plays, and where it is told. Everything they do, they do over HTTP, each with their own key. */
export interface Cast {
  stage: Stage;
  reader: Client;
  checker: Client;
  checker2: Client;
  editor: Client;
  editor2: Client;
}

export const castOf = ({ url, keys }: Pick<RunningIsnad, 'url' | 'keys'>, stage: Stage): Cast => {
  const as = (ref: string): Client => createClient({ url, key: keys[ref] });
  return {
    stage,
    reader: as('reader'),
    checker: as('checker'),
    checker2: as('checker2'),
    editor: as('editor'),
    editor2: as('editor2'),
  };
};

export type Submission = Input<'POST /v1/tasks/{id}/verdict'>['body'];

export async function playFirstAct(cast: Cast): Promise<void> {
  await introduce(cast);
  await accept(cast);
  const accusation = await review(cast, cast.checker, 'C34', {
    findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' },
    rationale: {
      ar: 'كرر ميللر الاتهام في 17 يونيو 2024، وحطام الصاروخ في خاركيف من سلسلة هواسونغ-11.',
      en: 'Miller repeated the accusation on 17 June 2024; the debris found in Kharkiv is of the Hwasong-11 series.',
    },
  });
  await refuseOwnApproval(cast, accusation);
  await approveAccusation(cast, accusation);
  await catchConflict(cast);
  await findMisquote(cast);
}

async function introduce({ reader, stage }: Cast): Promise<void> {
  stage.title('The first article and three of its claims, before anybody has checked them');
  const article = await reader.require('GET /v1/articles/{id}', { id: 'putin-pyongyang-2024' });
  stage.line(article.title);
  for (const id of ['C34', 'C37', 'C41']) {
    const { ref, kind, text } = await reader.require('GET /v1/claims/{id}', { id });
    stage.line(`${ref} (${kind}): ${text}`);
  }
  const denial = await reader.require('GET /v1/claims/{id}', { id: 'C37' });
  stage.check(
    'C37 has two deniers, each a leaf of the chain',
    denial.chain.from.map(({ source }) => source?.ref),
    ['russia', 'dprk'],
  );
  stage.check('what a newsroom tool sees of C34', await see(reader, 'C34'), {
    status: 'submitted',
    rating: null,
    revision: null,
    contested: true,
  });
}

/** The part of the status document that the play looks at. */
async function see(reader: Client, id: string) {
  const { status, rating, revision, contested } = await reader.require('GET /v1/claims/{id}/status', { id });
  return { status, rating, revision, contested };
}

async function accept({ editor, stage }: Cast): Promise<void> {
  stage.title('An editor accepts the accusation C34, the denial C37 and the quotation C41');
  for (const id of ['C34', 'C37', 'C41']) {
    const { ref, status } = await editor.require('POST /v1/claims/{id}/transitions', {
      id,
      body: { event: 'accept', priority: 'urgent' },
    });
    stage.check(`${ref} is`, status, 'open');
  }
}

/** A checker takes the task, works on it and submits; the verdict goes through the queue. */
async function review({ stage }: Cast, checker: Client, ref: string, body: Submission): Promise<string> {
  stage.title(`A fact-checker takes the review of ${ref}`);
  const id = await findTask(checker, ref, 'review');
  stage.check('the task is', await takeAndStart(checker, id), 'in_progress');
  const submitted = await checker.ask('POST /v1/tasks/{id}/verdict', { id, body });
  stage.check('the verdict is taken in at once and recorded by a worker', submitted.status, 202);
  if (submitted.status !== 202) throw new Error('no verdict to wait for');
  const verdict = submitted.body.id;
  await until('the verdict is recorded', async () => {
    const { status } = await checker.require('GET /v1/verdicts/{id}', { id: verdict });
    return status === 'proposed';
  });
  stage.check(`${ref} is`, (await see(checker, ref)).status, 'in_approval');
  return verdict;
}

export async function takeAndStart(checker: Client, id: string): Promise<string> {
  await checker.require('POST /v1/tasks/{id}/transitions', { id, body: { event: 'take' } });
  return (await checker.require('POST /v1/tasks/{id}/transitions', { id, body: { event: 'start' } })).status;
}

/** The relay and a worker open the task; that takes a moment. */
export async function findTask(who: Client, claim: string, stage: 'review' | 'correction'): Promise<string> {
  let id: string | undefined;
  await until(`the ${stage} task of ${claim} is opened`, async () => {
    const { items } = await who.require('GET /v1/claims/{id}/tasks', {
      id: claim,
      stage: [stage],
      status: ['open'],
    });
    id = items[0]?.id;
    return id !== undefined;
  });
  return String(id);
}

/** What is decided on is the edition that was read. */
export async function readEdition(who: Client, verdict: string): Promise<{ edition: string }> {
  const { digest } = await who.require('GET /v1/verdicts/{id}/edition', { id: verdict });
  return { edition: digest };
}

async function refuseOwnApproval({ checker, stage }: Cast, id: string): Promise<void> {
  stage.title('The author tries to approve their own verdict');
  const refused = await checker.ask('POST /v1/verdicts/{id}/transitions', {
    id,
    body: { event: 'approve', ...(await readEdition(checker, id)) },
  });
  stage.check('it is refused', refused.status, 403);
  stage.check(
    'because',
    refused.status === 403 && refused.body.detail,
    'Whoever wrote any of what would be published, in this round or an earlier one, does not decide on it: somebody else must.',
  );
}

async function approveAccusation({ editor, reader, stage }: Cast, id: string): Promise<void> {
  stage.title('An editor approves it');
  const approved = await editor.require('POST /v1/verdicts/{id}/transitions', {
    id,
    body: { event: 'approve', ...(await readEdition(editor, id)) },
  });
  stage.check('the verdict is', approved.status, 'published');
  stage.check('what a newsroom tool sees of C34', await see(reader, 'C34'), {
    status: 'published',
    rating: 'true',
    revision: 1,
    contested: true,
  });
}

async function catchConflict(cast: Cast): Promise<void> {
  const { stage, checker2, editor2 } = cast;
  const id = await review(cast, checker2, 'C37', {
    findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' },
    rationale: { en: 'Both governments have denied it; the denial itself is on record.' },
  });
  stage.title('The accusation and its denial cannot both be true');
  const caught = await editor2.ask('POST /v1/verdicts/{id}/transitions', {
    id,
    body: { event: 'approve', ...(await readEdition(editor2, id)) },
  });
  if (caught.status !== 409) throw new Error('an approval that needs a note went through');
  stage.check('the approval is held up', caught.body.code, 'conflicts_unacknowledged');
  const [conflict] = caught.body.conflicts as { relation: string }[];
  stage.check('the conflict is', conflict?.relation, 'C37 denies C34');
  const returned = await editor2.require('POST /v1/verdicts/{id}/transitions', {
    id,
    body: {
      event: 'return',
      ...(await readEdition(editor2, id)),
      note: 'That they denied it is the attribution finding. Is what they say so?',
    },
  });
  stage.check('the editor returns it; the verdict is', returned.status, 'returned');
  await mendDenial(cast);
}

/** The returned text is waiting for the same checker, who changes the rating. */
async function mendDenial({ checker2, editor2, reader, stage }: Cast): Promise<void> {
  let id = '';
  await until('the review goes back to its author', async () => {
    const { items } = await checker2.require('GET /v1/tasks', { assignee: ['me'], status: ['in_progress'] });
    id = items[0]?.id ?? '';
    return id !== '';
  });
  const { draft } = await checker2.require('GET /v1/tasks/{id}/draft', { id });
  const { veracity } = draft?.['findings'] as { veracity?: string };
  stage.check('the text is kept as draft', veracity, 'true');
  const recorded = await checker2.require(
    'POST /v1/tasks/{id}/verdict',
    {
      id,
      body: {
        findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'false' },
        rationale: {
          en: 'Both governments have denied it. The debris found in Kharkiv speaks against the denial.',
        },
      },
    },
    { wait: 10 },
  );
  stage.check('waiting for the worker, the checker is told', recorded.status, 'proposed');
  const approved = await editor2.require('POST /v1/verdicts/{id}/transitions', {
    id: recorded.id,
    body: { event: 'approve', ...(await readEdition(editor2, recorded.id)) },
  });
  stage.check('approved, the denial is rated', approved.rating.labels['ar'], 'زائف');
  stage.check('the denial is answered, so C34 is contested', (await see(reader, 'C34')).contested, false);
}

async function findMisquote(cast: Cast): Promise<void> {
  const { checker, editor, reader, stage } = cast;
  const id = await review(cast, checker, 'C41', {
    findings: { attribution: 'confirmed', fidelity: 'altered', veracity: 'unproven' },
    rationale: {
      ar: 'قال كيربي «الأمن في شبه الجزيرة الكورية»، لا «في كوريا الشمالية».',
      en: 'Kirby spoke of security on the Korean peninsula; the article prints "in North Korea".',
    },
  });
  stage.title('Said, not faithfully quoted, and another question whether it is so');
  await editor.require('POST /v1/verdicts/{id}/transitions', {
    id,
    body: { event: 'approve', ...(await readEdition(editor, id)) },
  });
  const published = await reader.require('GET /v1/verdicts/{id}', { id });
  stage.check('the findings on C41', published.findings, {
    attribution: 'confirmed',
    fidelity: 'altered',
    veracity: 'unproven',
  });
  const { statuses } = await reader.require('POST /v1/claims/statuses', {
    body: { ids: ['C34', 'C37', 'C41'] },
  });
  stage.check(
    'what a newsroom tool sees of all three',
    statuses.map(({ ref, status, rating }) => `${ref} ${status} ${String(rating)}`),
    ['C34 published true', 'C37 published false', 'C41 published unproven'],
  );
}
