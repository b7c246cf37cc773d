/** A desk in which everything that can be written is hostile. */
import {
  acceptClaim,
  bodyOf,
  decide,
  madeOf,
  move,
  proposeVerdict,
  readTask,
  startTask,
  submitVerdict,
  verdictBody,
} from './desk.js';
import type { HostileTexts } from './hostile-texts.js';
import type { Internet } from './internet.js';
import type { TestIsnad } from './test-runtime.js';

/** What is found of it, by what it is there for. */
interface HostileClaims {
  /** Under review again, after its verdict was returned. */
  task: string;
  /** Awaits approval, after it was returned once. */
  verdict: string;
  /** Published, corrected once, and under correction again. */
  published: string;
  retracted: string;
}

const ratingPolarities = { true: 'supports', false: 'refutes', unproven: 'neutral' } as const;

export async function publishHostileScale(isnad: TestIsnad, texts: HostileTexts): Promise<void> {
  const ratings = Object.entries(ratingPolarities).map(([slug, polarity], place) => ({
    slug,
    polarity,
    labels: { ar: texts.line('label', 100), en: texts.line('label', 100) },
    ...(polarity !== 'neutral' && { value: place === 0 ? 5 : 1, worst: 1, best: 5 }),
  }));
  madeOf(await isnad.as('admin').post('/v1/ratings', { ratings }));
}

/** Whose names the pages of one round show. */
export async function nameMembers(isnad: TestIsnad, texts: HostileTexts): Promise<void> {
  for (const ref of ['checker', 'editor2', 'editor'] as const)
    bodyOf(
      await isnad
        .as('admin')
        .patch(`/v1/members/${ref}`, { name: texts.line('member', 200) }, { 'If-Match': '*' }),
    );
}

let made = 0;
const few: HowMany = { evidence: 1, contacts: 1, above: 0 };

/** How many of each thing a claim has; links and contacts are cheap, of evidence each is captured. */
export interface HowMany {
  evidence: number;
  contacts: number;
  /** Above each of the first links. */
  above: number;
}

export async function fillHostileDesk(
  isnad: TestIsnad,
  internet: Internet,
  texts: HostileTexts,
  many: HowMany,
): Promise<HostileClaims> {
  const checker = isnad.as('checker');
  const { line, prose } = texts;
  const source = madeOf(
    await checker.post('/v1/sources', {
      ...{ kind: 'person', name: line('source', 200), affiliation: line('affiliation', 200) },
      names: [
        { language: 'ar', text: line('source', 200) },
        { language: 'en', text: line('source', 200) },
      ],
    }),
  ) as { ref: string };
  const outlet = madeOf(await checker.post('/v1/sources', { kind: 'outlet', name: line('outlet', 200) })) as {
    ref: string;
  };
  const instrument = `hostile-${String(++made)}`;
  madeOf(
    await isnad.as('admin').post('/v1/instruments', {
      ...{ ref: instrument, label: line('printed', 200), issuer: line('issuer', 200) },
      titles: { ar: line('instrument', 500), en: line('instrument', 500) },
      provisions: [
        {
          ...{ ref: `${instrument}.1`, paragraph: '1', direction: 'both' },
          effects: { ar: prose('effect', 1_000), en: prose('effect', 1_000) },
        },
      ],
    }),
  );
  const quotes = Array.from({ length: 4 }, () => prose('quote', 900));
  const article = madeOf(
    await checker.post('/v1/articles', {
      ...{ title: line('title', 500), language: 'ar', outlet: outlet.ref },
      text: [prose('article', 500), ...quotes, prose('article', 500)].join('\n\n'),
    }),
  ) as { ref: string };

  const link = (from: object[] = []): object => ({
    ...{ label: line('link', 500), verb: line('verb', 100), mode: 'indirect', note: prose('linknote', 500) },
    from,
  });
  const enter = async (exact: string, { evidence, contacts, above }: HowMany): Promise<string> => {
    const { ref } = madeOf(
      await checker.post('/v1/claims', {
        ...{ article: article.ref, kind: 'accusation', quote: { exact } },
        glosses: { ar: prose('gloss', 900), en: prose('gloss', 900) },
        statementDate: '2024-06-17',
        attributions: [
          { source: source.ref, verb: line('verb', 100), mode: 'direct', from: [link([link([link()])])] },
          ...Array.from({ length: Math.min(contacts, 18) }, () =>
            link(Array.from({ length: above }, () => link())),
          ),
        ],
        provisions: [{ provision: `${instrument}.1`, note: prose('norm', 500) }],
      }),
    ) as { ref: string };
    for (let place = 0; place < contacts; place++)
      madeOf(
        await checker.post(`/v1/claims/${ref}/contacts`, {
          ...{ outcome: 'replied', date: '2024-06-18', label: line('contact', 500) },
          ...{ channel: line('channel', 200), text: prose('reply', 900) },
        }),
      );
    for (let place = 0; place < evidence; place++) {
      const title = line('page', 300).replace(/[<&]/g, (one) => (one === '<' ? '&lt;' : '&amp;'));
      const { pathname, search } = new URL(
        `http://x.test/${ref}/${String(place)}/${'long'.repeat(60)}?q="><script>`,
      );
      const address = internet.serve(`${pathname}${search}`, {
        body: `<html lang="en"><title>${title}</title><p>A page.</p>`,
      });
      madeOf(
        await checker.post(`/v1/claims/${ref}/evidence`, {
          ...{ url: address, stance: ['for', 'against', 'context'][place % 3], note: prose('evidence', 900) },
        }),
      );
    }
    return ref;
  };
  const evidenceOf = async (claim: string): Promise<string[]> =>
    (bodyOf(await checker.get(`/v1/claims/${claim}/evidence`)) as { items: { id: string }[] }).items.map(
      ({ id }) => id,
    );
  const verdictOn = async (claim: string, rating: keyof typeof ratingPolarities): Promise<object> =>
    verdictBody(rating, {
      rationale: { ar: prose('rationale', 2_000), en: `${prose('rationale', 2_000)} [E1] [e99]` },
      evidence: await evidenceOf(claim),
      provisions: [
        {
          ...{ id: `${instrument}.1`, act: line('act', 1_000), actor: line('actor', 500) },
          ...{ date: '2024-06', direction: 'from' },
        },
      ],
    });

  const claims = [];
  // Of what is retracted nothing is shown but that it was.
  for (const [place, exact] of quotes.entries()) claims.push(await enter(exact, place === 3 ? few : many));
  const [inReview = '', inApproval = '', published = '', retracted = ''] = claims;
  for (const to of claims.slice(1))
    madeOf(
      await checker.post(`/v1/claims/${inReview}/relations`, {
        type: 'repeats',
        to,
        note: prose('relation', 900),
      }),
    );
  await isnad.work();

  const returned = async (claim: string): Promise<void> => {
    const verdict = await proposeVerdict(isnad, claim, { body: await verdictOn(claim, 'true') });
    bodyOf(await decide(isnad, 'editor2', verdict, 'return', { note: prose('return', 900) }));
  };
  await returned(inReview);
  await returned(inApproval);
  const task = await readTask(isnad, inReview);
  const verdict = await submitVerdict(
    isnad,
    await readTask(isnad, inApproval),
    'checker',
    await verdictOn(inApproval, 'false'),
  );

  const publish = async (claim: string, rating: keyof typeof ratingPolarities, started = false) => {
    if (!started) await acceptClaim(isnad, claim);
    const proposed = await submitVerdict(
      isnad,
      await startTask(isnad, claim),
      'checker',
      await verdictOn(claim, rating),
    );
    bodyOf(
      await decide(isnad, 'editor2', proposed, 'approve', {
        acknowledge: proposed.conflicts.map((one) => ({ claim: one.claim.ref, note: prose('clash', 500) })),
      }),
    );
  };
  const correct = async (): Promise<void> => {
    const note = prose('correction', 900);
    bodyOf(await move(isnad, 'editor', published, { event: 'correct', reason: 'error', note }));
  };
  await publish(published, 'true');
  await correct();
  await publish(published, 'false', true);
  await correct();
  await publish(retracted, 'unproven');
  const note = prose('retraction', 900);
  bodyOf(await move(isnad, 'editor', retracted, { event: 'retract', reason: 'error', note }));
  const at = `/v1/claims/${retracted}/editions`;
  const { items } = bodyOf(await isnad.as('editor').get(at)) as { items: { digest: string }[] };
  bodyOf(
    await isnad.as('editor2').post(`${at}/${items.at(-1)?.digest ?? ''}/transitions`, { event: 'approve' }),
  );
  return { task: task.id, verdict: verdict.id, published, retracted };
}
