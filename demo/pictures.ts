/**
 * Entry of `npm run pictures`: plays a scene on an installation of its own and takes the pictures of docs/DESK.md, each screen
 * in both languages, with Debian's Chromium.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { projectRoot } from '../src/platform/project-root.js';
import { createStage } from './desk.js';
import { castOf, findTask, readEdition, takeAndStart, type Cast, type Submission } from './first-act.js';
import { runIsnad, type RunningIsnad } from './run-isnad.js';

const folder = join(projectRoot, 'docs/pictures');
const locales = { ar: 'ar-EG', en: 'en-US' } as const;
const size = { width: 1280, height: 800 };
/** Of WebP: letters stay sharp, and a screen weighs some 50 KB. */
const quality = 75;

type Language = keyof typeof locales;
interface Picture {
  name: string;
  path: string;
  /** Who looks; nobody: a reader of the news, or somebody who is about to sign in. */
  by?: string;
}

const stage = createStage((line) => process.stdout.write(`${line}\n`));
const isnad = await runIsnad();
try {
  const pictures = await playScene(castOf(isnad, stage));
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false });
  try {
    for (const language of Object.keys(locales) as Language[])
      for (const picture of pictures(language)) await take(browser, isnad, picture, language);
  } finally {
    await browser.close();
  }
} finally {
  await isnad.stop();
}

/** One claim published and corrected, one before its approval with a clash, one under review, some that wait. */
async function playScene(cast: Cast): Promise<(language: Language) => Picture[]> {
  const { editor, editor2, checker, checker2 } = cast;
  stage.title('The scene of the pictures');
  for (const id of ['C34', 'C37', 'C41', 'C44', 'C35', 'C36'])
    await editor.require('POST /v1/claims/{id}/transitions', {
      id,
      body: { event: 'accept', priority: 'high' },
    });
  const submit = async (who: typeof checker, task: string, body: Submission): Promise<string> => {
    const { id } = await who.require('POST /v1/tasks/{id}/verdict', { id: task, body }, { wait: 10 });
    return id;
  };
  const approve = async (who: typeof editor, verdict: string): Promise<void> => {
    const body = { event: 'approve' as const, ...(await readEdition(who, verdict)) };
    await who.require('POST /v1/verdicts/{id}/transitions', { id: verdict, body });
  };
  const begin = async (
    who: typeof checker,
    claim: string,
    kind: 'review' | 'correction',
  ): Promise<string> => {
    const id = await findTask(who, claim, kind);
    await takeAndStart(who, id);
    return id;
  };
  const findings = { attribution: 'confirmed', fidelity: 'faithful' } as const;
  const accusation = await submit(checker, await begin(checker, 'C34', 'review'), {
    findings: { ...findings, veracity: 'true' },
    rationale: {
      ar: 'كرر ميللر الاتهام في 17 يونيو 2024، وحطام الصاروخ في خاركيف من سلسلة هواسونغ-11.',
      en: 'Miller repeated the accusation on 17 June 2024; the debris found in Kharkiv is of the Hwasong-11 series.',
    },
  });
  await approve(editor, accusation);
  await editor.require('POST /v1/claims/{id}/transitions', {
    id: 'C34',
    body: {
      event: 'correct',
      reason: 'clarification',
      note: 'The missiles are shown by debris, the scale of the munitions is not: mostly true.',
    },
  });
  const corrected = await submit(checker, await begin(checker, 'C34', 'correction'), {
    findings: { ...findings, veracity: 'mostly-true' },
    rationale: {
      ar: 'يثبت حطام 2 يناير 2024 الصواريخ، ولا يثبت حجم الذخائر.',
      en: 'The debris of 2 January 2024 shows missiles; how much ammunition, it does not show.',
    },
  });
  await approve(editor2, corrected);
  const denial = await submit(checker2, await begin(checker2, 'C37', 'review'), {
    findings: { ...findings, veracity: 'true' },
    rationale: {
      ar: 'نفت الحكومتان ذلك، والنفي نفسه موثّق.',
      en: 'Both governments have denied it; the denial itself is on record.',
    },
  });
  const review = await begin(checker, 'C41', 'review');
  await checker.require(
    'PUT /v1/tasks/{id}/draft',
    {
      id: review,
      body: {
        findings: { attribution: 'confirmed', fidelity: 'altered' },
        rationale: {
          ar: 'قال كيربي «الأمن في شبه الجزيرة الكورية»، لا «في كوريا الشمالية».',
          en: 'Kirby spoke of security on the Korean peninsula; the article prints "in North Korea".',
        },
      },
    },
    { ifMatch: '*' },
  );
  await checker.require('POST /v1/tasks/{id}/transitions', {
    id: await findTask(checker, 'C44', 'review'),
    body: { event: 'take' },
  });
  return (language) => [
    { name: 'sign-in', path: '/desk/' },
    { name: 'work', path: '/desk/work', by: 'checker' },
    { name: 'review', path: `/desk/tasks/${review}`, by: 'checker' },
    { name: 'approval', path: `/desk/verdicts/${denial}`, by: 'editor2' },
    { name: 'claims', path: '/desk/claims', by: 'editor' },
    { name: 'claim', path: '/desk/claims/C34', by: 'editor' },
    { name: 'public-page', path: `/${language}/claims/C34` },
    { name: 'public-index', path: `/${language}/` },
  ];
}

async function take(
  browser: Browser,
  { url, keys }: RunningIsnad,
  { name, path, by }: Picture,
  language: Language,
): Promise<void> {
  const context = await browser.newContext({
    locale: locales[language],
    viewport: size,
    reducedMotion: 'reduce',
  });
  try {
    if (by !== undefined) await signIn(context, url, String(keys[by]));
    const page = await context.newPage();
    await page.goto(`${url}${path}`);
    await page.locator('h1').first().waitFor();
    await page.locator('[aria-busy]').first().waitFor({ state: 'detached' });
    await page.evaluate('document.fonts.ready');
    const session = await context.newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    const file = `${name}.${language}.webp`;
    await writeFile(join(folder, file), Buffer.from(data, 'base64'));
    stage.line(file);
  } finally {
    await context.close();
  }
}

async function signIn(context: BrowserContext, url: string, key: string): Promise<void> {
  const answer = await context.request.post(`${url}/session`, { data: { key }, headers: { Origin: url } });
  if (answer.status() !== 201) throw new Error(`signing in was answered ${String(answer.status())}`);
}
