/** The main job: three claims of the first article, from submitted to published. */
import { asking, at, until, type Answer, type Ask, type Stage } from './desk.js';
import type { RunningIsnad } from './run-isnad.js';

/** Who plays, and where it is told. */
export interface Cast {
  stage: Stage;
  reader: Ask;
  checker: Ask;
  checker2: Ask;
  editor: Ask;
  editor2: Ask;
}

export const castOf = ({ url, keys }: RunningIsnad, stage: Stage): Cast => {
  const as = (ref: string): Ask => asking(url, keys[ref] ?? '');
  return {
    stage,
    reader: as('reader'),
    checker: as('checker'),
    checker2: as('checker2'),
    editor: as('editor'),
    editor2: as('editor2'),
  };
};

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
  const article = await reader('GET', '/v1/articles/putin-pyongyang-2024');
  stage.line(String(at(article.body, 'title')));
  for (const ref of ['C34', 'C37', 'C41']) {
    const { body } = await reader('GET', `/v1/claims/${ref}`);
    stage.line(`${ref} (${String(at(body, 'kind'))}): ${String(at(body, 'text'))}`);
  }
  const denial = await reader('GET', '/v1/claims/C37');
  const deniers = at(denial.body, 'chain.from') as unknown[];
  stage.check(
    'C37 has two deniers, each a leaf of the chain',
    deniers.map((link) => at(link, 'source.ref')),
    ['russia', 'dprk'],
  );
  const before = await reader('GET', '/v1/claims/C34/status');
  stage.check('what a newsroom tool sees of C34', pick(before), {
    status: 'submitted',
    rating: null,
    revision: null,
    contested: true,
  });
}

async function accept({ editor, stage }: Cast): Promise<void> {
  stage.title('An editor accepts the accusation C34, the denial C37 and the quotation C41');
  for (const ref of ['C34', 'C37', 'C41']) {
    const { body } = await editor('POST', `/v1/claims/${ref}/transitions`, {
      event: 'accept',
      priority: 'urgent',
    });
    stage.check(`${ref} is`, at(body, 'status'), 'open');
  }
}

/** A checker takes the task, works on it and submits; the verdict goes through the queue. */
async function review({ stage }: Cast, checker: Ask, ref: string, verdict: object): Promise<string> {
  stage.title(`A fact-checker takes the review of ${ref}`);
  const task = await findTask(checker, ref, 'review');
  await checker('POST', `/v1/tasks/${task}/transitions`, { event: 'take' });
  const started = await checker('POST', `/v1/tasks/${task}/transitions`, { event: 'start' });
  stage.check('the task is', at(started.body, 'state'), 'in_progress');
  const submitted = await checker('POST', `/v1/tasks/${task}/verdict`, verdict);
  stage.check('the verdict is taken in at once and recorded by a worker', submitted.status, 202);
  await until('the verdict is recorded', async () => {
    const { body } = await checker('GET', submitted.location);
    return at(body, 'state') === 'proposed';
  });
  const moves = await checker('GET', `/v1/claims/${ref}/status`);
  stage.check(`${ref} is`, at(moves.body, 'status'), 'in_approval');
  return submitted.location;
}

/** The relay and a worker open the task; that takes a moment. */
export async function findTask(who: Ask, ref: string, stage: string): Promise<string> {
  let id: unknown;
  await until(`the ${stage} task of ${ref} is opened`, async () => {
    const { body } = await who('GET', `/v1/claims/${ref}/tasks?stage=${stage}&state=open`);
    id = at(body, 'items.0.id');
    return id !== undefined;
  });
  return String(id);
}

async function refuseOwnApproval({ checker, stage }: Cast, verdict: string): Promise<void> {
  stage.title('The author tries to approve their own verdict');
  const refused = await checker('POST', `${verdict}/approve`);
  stage.check('it is refused', refused.status, 403);
  stage.check(
    'because',
    at(refused.body, 'detail'),
    'Whoever wrote or edited a verdict, in this round or an earlier one, does not decide on it: somebody else must.',
  );
}

async function approveAccusation({ editor, reader, stage }: Cast, verdict: string): Promise<void> {
  stage.title('An editor approves it');
  const approved = await editor('POST', `${verdict}/approve`);
  stage.check('the verdict is', at(approved.body, 'state'), 'published');
  const after = await reader('GET', '/v1/claims/C34/status');
  stage.check('what a newsroom tool sees of C34', pick(after), {
    status: 'published',
    rating: 'true',
    revision: 1,
    contested: true,
  });
}

async function catchConflict(cast: Cast): Promise<void> {
  const { stage } = cast;
  const denial = await review(cast, cast.checker2, 'C37', {
    findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' },
    rationale: { en: 'Both governments have denied it; the denial itself is on record.' },
  });
  stage.title('The accusation and its denial cannot both be true');
  const caught = await cast.editor2('POST', `${denial}/approve`);
  stage.check('the approval is held up', at(caught.body, 'code'), 'conflicts-unacknowledged');
  stage.check('the conflict is', at(caught.body, 'conflicts.0.relation'), 'C37 denies C34');
  const returned = await cast.editor2('POST', `${denial}/return`, {
    note: 'That they denied it is the attribution finding. Is what they say so?',
  });
  stage.check('the editor returns it; the verdict is', at(returned.body, 'state'), 'returned');
  await mendDenial(cast);
}

/** The returned text is waiting for the same checker, who changes the rating. */
async function mendDenial({ checker2, editor2, reader, stage }: Cast): Promise<void> {
  let task: unknown;
  await until('the review goes back to its author', async () => {
    const { body } = await checker2('GET', '/v1/tasks?assignee=me&state=in_progress');
    task = at(body, 'items.0.id');
    return task !== undefined;
  });
  const { body: draft } = await checker2('GET', `/v1/tasks/${String(task)}/draft`);
  stage.check('the text is kept as draft', at(draft, 'draft.findings.veracity'), 'true');
  const recorded = await checker2(
    'POST',
    `/v1/tasks/${String(task)}/verdict`,
    {
      findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'false' },
      rationale: {
        en: 'Both governments have denied it. The debris found in Kharkiv speaks against the denial.',
      },
    },
    { Prefer: 'wait=10' },
  );
  stage.check('waiting for the worker, the checker is told', at(recorded.body, 'state'), 'proposed');
  const approved = await editor2('POST', `/v1/verdicts/${String(at(recorded.body, 'id'))}/approve`);
  stage.check('approved, the denial is rated', at(approved.body, 'rating.labels.ar'), 'زائف');
  const after = await reader('GET', '/v1/claims/C34/status');
  stage.check('the denial is answered, so C34 is contested', at(after.body, 'contested'), false);
}

async function findMisquote(cast: Cast): Promise<void> {
  const { checker, editor, reader, stage } = cast;
  const verdict = await review(cast, checker, 'C41', {
    findings: { attribution: 'confirmed', fidelity: 'altered', veracity: 'unproven' },
    rationale: {
      ar: 'قال كيربي «الأمن في شبه الجزيرة الكورية»، لا «في كوريا الشمالية».',
      en: 'Kirby spoke of security on the Korean peninsula; the article prints "in North Korea".',
    },
  });
  stage.title('Said, not faithfully quoted, and another question whether it is so');
  await editor('POST', `${verdict}/approve`);
  const published = await reader('GET', verdict);
  stage.check('the findings on C41', at(published.body, 'findings'), {
    attribution: 'confirmed',
    fidelity: 'altered',
    veracity: 'unproven',
  });
  const many = await reader('POST', '/v1/claims/statuses', { ids: ['C34', 'C37', 'C41'] });
  const statuses = at(many.body, 'statuses') as unknown[];
  stage.check(
    'what a newsroom tool sees of all three',
    statuses.map(
      (one) => `${String(at(one, 'ref'))} ${String(at(one, 'status'))} ${String(at(one, 'rating'))}`,
    ),
    ['C34 published true', 'C37 published false', 'C41 published unproven'],
  );
}

const pick = ({ body }: Answer) => ({
  status: at(body, 'status'),
  rating: at(body, 'rating'),
  revision: at(body, 'revision'),
  contested: at(body, 'contested'),
});
