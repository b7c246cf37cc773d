/** Claims in everything that the public can see of one: published, corrected, called into question, merged, taken back, hostile. */
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
  type Page,
} from './desk.js';
import { createInternet, type Internet } from './internet.js';
import { createIsnad, type TestIsnad } from './test-runtime.js';

/** Script, markup, controls that turn text round and do not end, and a word that has no end. */
const hostileText = `"><script>alert(1)</script> \u202E\u2069\u2067 نص\u202C </style><img src=x onerror=alert(1)> ${'لا'.repeat(1_150)} {{7*7}} &amp; ${'W'.repeat(2_300)}`;

export interface Showcase {
  corrected: string;
  denial: string;
  underCorrection: string;
  retracted: string;
  merged: string;
  hostile: string;
  /** In French beside the others. */
  french: string;
}

const rationale = {
  ar: 'راجعنا تقريري فريق الخبراء الأخيرين [E1]، وهما يذكران شظايا صواريخ عُثر عليها في خاركيف، ونُسبت إلى طراز هواسونغ-11.\nأما الذخيرة فلا دليل علنيًا على كميتها [E2]؛ والأرقام المتداولة تقديرات.',
  en: 'We read the last two reports of the panel of experts [E1]. They describe debris found in Kharkiv that was attributed to the Hwasong-11 series.\nOf the ammunition no public evidence gives the amount [E2]; the figures in circulation are estimates.',
};

const correctedRationale = {
  ar: rationale.ar.replace('الأخيرين', 'الصادرين في مارس ومايو 2024'),
  en: rationale.en.replace('the last two reports', 'the reports of March and May 2024'),
};

export async function publishShowcase(isnad: TestIsnad, internet: Internet): Promise<Showcase> {
  const addEvidence = async (claim: string, path: string, title: string, stance: string): Promise<string> => {
    const body = `<html lang="en"><title>${title}</title><p>${title}, in full.</p>`;
    const url = internet.serve(path, { body });
    const note = 'Paragraphs 14 to 19, with photographs of the debris.';
    return (
      madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, { url, stance, note })) as {
        id: string;
      }
    ).id;
  };
  const correct = async (claim: string, note: string, body: object): Promise<void> => {
    bodyOf(await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note }));
    const verdict = await submitVerdict(isnad, await startTask(isnad, claim), 'checker', body);
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve', acknowledging(verdict)));
  };
  const acknowledging = ({ conflicts }: { conflicts: { claim: { ref: string } }[] }): object => ({
    acknowledge: conflicts.map(({ claim }) => ({
      claim: claim.ref,
      note: 'They speak of different months.',
    })),
  });

  const [accusation, denial] = ['C34', 'C37'];
  await publishVerdict(isnad, denial, {
    body: verdictBody('unproven', {
      rationale: {
        ar: 'نُشر النفي عبر وكالتين رسميتين، ولم يُرفق بدليل.',
        en: 'The denial was published by two state agencies, with nothing to support it.',
      },
    }),
  });
  const evidence = [
    await addEvidence(
      accusation,
      '/panel-of-experts',
      'Final report of the panel of experts, S/2024/215',
      'for',
    ),
    await addEvidence(
      accusation,
      '/ammunition',
      'تقدير الذخيرة المسلّمة بين أغسطس 2023 ومارس 2024',
      'context',
    ),
  ];
  await isnad.work();
  const asked = {
    source: 'dprk',
    outcome: 'declined',
    date: '2024-06-20',
    text: 'لم نبع سلاحًا لأحد، ولن نجيب.',
  };
  madeOf(await isnad.as('checker').post(`/v1/claims/${accusation}/contacts`, asked));
  const cited = {
    id: 's-res-1718-2006.8b',
    act: 'Supply of ballistic missiles',
    actor: 'DPRK',
    date: '2024-01',
    direction: 'from',
  };
  const first = await proposeVerdict(isnad, accusation, {
    body: verdictBody('mostly-true', { rationale, evidence, provisions: [cited] }),
  });
  bodyOf(await decide(isnad, 'editor2', first, 'approve', acknowledging(first)));
  await correct(
    accusation,
    'The reports were named without their dates, and the rating said more than they do.',
    verdictBody('misleading', { rationale: correctedRationale, evidence, provisions: [cited] }),
  );

  const underCorrection = 'C10';
  await publishVerdict(isnad, underCorrection, {
    body: verdictBody('true', {
      rationale: { ar: 'زار بوتين بيونج يانج في يوليو 2000 ولم يعد إليها قبل يونيو 2024.' },
    }),
  });
  bodyOf(
    await move(isnad, 'editor', underCorrection, {
      event: 'correct',
      reason: 'new_evidence',
      note: 'A stopover of 2011 came to light.',
    }),
  );

  const retracted = 'C35';
  await publishVerdict(isnad, retracted);
  const note = 'We took a translation for the words themselves.';
  bodyOf(await move(isnad, 'editor', retracted, { event: 'retract', reason: 'error', note }));
  const at = `/v1/claims/${retracted}/editions`;
  const { items } = bodyOf(await isnad.as('editor').get(at)) as Page<{ digest: string }>;
  bodyOf(
    await isnad.as('editor2').post(`${at}/${items.at(-1)?.digest ?? ''}/transitions`, { event: 'approve' }),
  );

  const merged = 'C36';
  await publishVerdict(isnad, merged);
  bodyOf(
    await move(isnad, 'editor', merged, { event: 'merge', into: accusation, note: 'The same accusation.' }),
  );

  const hostile = await publishHostile(isnad);
  const french = await enterClaim(isnad, { glosses: { fr: 'La délégation visitera la ville' } });
  await publishVerdict(isnad, french, {
    body: verdictBody('false', { rationale: { fr: "C'est inexact : la visite a été annulée." } }),
  });
  return { corrected: accusation, denial, underCorrection, retracted, merged, hostile, french };
}

async function publishHostile(isnad: TestIsnad): Promise<string> {
  const article = madeOf(
    await isnad
      .as('checker')
      .post('/v1/articles', { title: hostileText.slice(0, 300), language: 'ar', text: hostileText }),
  ) as { ref: string };
  const claim = {
    article: article.ref,
    kind: 'accusation',
    quote: { exact: hostileText },
    glosses: { en: hostileText.slice(0, 900) },
    attributions: [{ label: hostileText.slice(0, 200), mode: 'indirect', verb: hostileText.slice(0, 100) }],
  };
  const { ref } = madeOf(await isnad.as('checker').post('/v1/claims', claim)) as { ref: string };
  await publishVerdict(isnad, ref, {
    body: verdictBody('fabricated', { rationale: { ar: hostileText, en: `${hostileText} [E] [e99]` } }),
  });
  return ref;
}

/** An installation with all of them, and the internet that their pages stand in. */
export async function createShowcase() {
  const internet = await createInternet();
  const isnad = await createIsnad({ seeded: true, captures: internet.outbound });
  const show = await publishShowcase(isnad, internet);
  return {
    isnad,
    show,
    close: async (): Promise<void> => {
      await isnad.close();
      await internet.close();
    },
  };
}
