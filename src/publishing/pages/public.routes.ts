/** What everybody may read of what is published, without a key and without a script. */
import { createHash } from 'node:crypto';
import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { writeClaimPage } from '../../domain/publishing/page/claim-page.js';
import { writeEarlierPage } from '../../domain/publishing/page/earlier-page.js';
import type { ProblemKind } from '../../domain/publishing/page/page-words.types.js';
import { claimPath, correctionsPath, indexPath } from '../../domain/publishing/page/paths.js';
import {
  languageForReader,
  languagesOf,
  type PublicClaim,
  type PublicRevision,
} from '../../domain/publishing/page/public-claim.js';
import { readerOf, type Reader } from '../../domain/publishing/page/reader.js';
import { writeEmbed, writeProblemEmbed, writeProblemPage } from '../../domain/publishing/page/small-pages.js';
import { style } from '../../domain/publishing/page/style.js';
import { canonicalLanguage } from '../../domain/text/language-tag.js';
import { languageFor, languages } from '../../domain/text/languages.js';
import { canonicalTopic } from '../../domain/text/canonical-topic.js';
import { Failure } from '../../platform/errors.js';
import { noteError, requestIdOf } from '../../platform/http/logging.js';
import { preferredLanguage } from '../../platform/http/preferred-language.js';
import { describeProblem } from '../../platform/http/problem.js';
import {
  countPublicReader,
  limitPublicReaders,
  allowOnlyReads,
  type PublicReading,
} from '../../platform/http/public-reading.js';
import { forASecond, sendDocument } from '../../platform/http/send-document.js';
import { searchOf } from '../../platform/http/target.js';
import type { CardService } from './card.service.js';
import type { PageService } from './page.service.js';
import { isPageLanguage, parameterOf } from './page-query.js';

const html = 'text/html; charset=utf-8';
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = (framedBy: string): string =>
  `default-src 'none'; style-src 'sha256-${styleHash}'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ${framedBy}`;
const [onItsOwn, framed] = [policy("'none'"), policy('*')];

export function publicRoutes(pages: PageService, cards: CardService, reading: PublicReading): Router {
  const { publisher } = pages;
  const router = Router({ caseSensitive: true });

  const sendPage = (request: Request, response: Response, body: string, more: More = {}): Promise<void> =>
    sendDocument(request, response, { type: html, body, policy: onItsOwn, ...more });
  const sendFramed = (request: Request, response: Response, body: string, more: More = {}): Promise<void> => {
    response.removeHeader('X-Frame-Options');
    return sendDocument(request, response, { type: html, body, policy: framed, ...more });
  };
  const sendProblem = (
    [request, response]: [Request, Response],
    reader: Reader,
    kind: ProblemKind = 'notFound',
    more: More = { status: kind === 'notFound' ? 404 : 400 },
  ): Promise<void> =>
    request.path.endsWith('/embed')
      ? sendFramed(request, response, writeProblemEmbed(kind, publisher, reader), more)
      : sendPage(request, response, writeProblemPage(kind, publisher, reader), more);

  /** What is not addressed to a reader of some language is for others to answer. */
  const forReaders: RequestHandler = (request, _response, next) => {
    next(canonicalLanguage(String(request.params['language'])) === undefined ? 'route' : undefined);
  };
  const inOurs: RequestHandler = (request, _response, next) => {
    next(isPageLanguage(String(request.params['language'])) ? undefined : 'route');
  };
  /** However it is written: `/AR/` is a slip. */
  const inOursAnyhow: RequestHandler = (request, _response, next) => {
    const language = canonicalLanguage(String(request.params['language']));
    next(language !== undefined && isPageLanguage(language) ? undefined : 'route');
  };
  const forPublicReads = [limitPublicReaders(reading), allowOnlyReads];
  /** One list, one address: with what is asked for in it. */
  const at =
    (pathIn: (language: string) => string): RequestHandler =>
    (request, response, next) => {
      const path = pathIn(String(request.params['language']));
      if (request.path === path) next();
      else redirect(response, 301, `${path}${queryIn(request)}`);
    };

  /** Reads the claim that is named, and shows it to a reader of the language in the path, or says that it is not there. */
  const ofClaim =
    (
      part: string | ((request: Request) => string),
      show: (page: PublicClaim, reader: Reader, request: Request, response: Response) => Promise<void>,
      revisionOf: (page: PublicClaim, request: Request) => PublicRevision | undefined = standing,
    ): RequestHandler =>
    async (request, response) => {
      const [given, named] = [String(request.params['language']), String(request.params['ref'])];
      const language = canonicalLanguage(given) ?? given;
      const reader = readerOf(language);
      const row = await pages.read(named);
      const page = row && pages.view(row, language);
      const shown = page && revisionOf(page, request);
      if (!shown) {
        await sendProblem([request, response], reader);
        return;
      }
      const path = (tag: string): string =>
        claimPath(tag, shown.edition.claim.ref, typeof part === 'string' ? part : part(request));
      // A language goes with its last text; what led there leads to what there is.
      const readIn = languageForReader(shown.edition, reader);
      if (readIn !== language) redirect(response, 302, path(readIn));
      // One page, one address.
      else if (request.path !== path(language)) redirect(response, 301, path(language));
      else await show(page, reader, request, response);
    };

  router.all(
    '/:language/claims/:ref',
    forReaders,
    ...forPublicReads,
    ofClaim('', (page, reader, request, response) => {
      const { published } = page;
      const isGone = published.kind === 'retraction' && published.into === null;
      return sendPage(request, response, writeClaimPage(page, publisher, reader), {
        status: isGone ? 410 : 200,
      });
    }),
  );

  router.all(
    '/:language/claims/:ref/revisions/:revision',
    forReaders,
    ...forPublicReads,
    ofClaim(
      revisionIn,
      (page, reader, request, response) => {
        const { edition } = revisionNamed(page, request) ?? page.current;
        const body = writeEarlierPage(page, edition.revision, publisher, reader);
        if (body !== undefined) return sendPage(request, response, body);
        // What stands has its own address, and there it is said of what was taken back.
        redirect(response, 302, claimPath(reader.language, edition.claim.ref));
        return Promise.resolve();
      },
      revisionNamed,
    ),
  );

  router.all(
    '/:language/claims/:ref/embed',
    forReaders,
    ...forPublicReads,
    ofClaim('/embed', (page, reader, request, response) =>
      sendFramed(request, response, writeEmbed(page, publisher, reader)),
    ),
  );

  router.all(
    '/:language/claims/:ref/card.png',
    forReaders,
    ...forPublicReads,
    ofClaim('/card.png', async (page, reader, request, response) => {
      const body = await cards.draw(page, reader, {
        wanted: () => !response.closed,
        // One of them was counted as everything is.
        onPlace: () => {
          countPublicReader(reading, request, response, costOfDrawing - 1);
        },
      });
      await sendDocument(request, response, { type: 'image/png', body });
    }),
  );

  router.all('/claims/:ref', ...forPublicReads, async (request, response) => {
    response.set('Vary', 'Accept-Language');
    const row = await pages.read(String(request.params['ref']));
    const page = row && pages.view(row, 'ar');
    if (!page) {
      await sendProblem([request, response], readerOf(preferred(request, languages)));
      return;
    }
    const { edition } = page.current;
    const language = preferred(request, languagesOf(edition));
    redirect(response, 302, claimPath(language, edition.claim.ref));
  });

  router.all(
    '/:language/',
    forReaders,
    inOurs,
    ...forPublicReads,
    at(indexPath),
    async (request, response) => {
      const language = languageFor(String(request.params['language']));
      const topic = parameterOf(request, 'topic');
      const query = {
        q: parameterOf(request, 'q'),
        topic: topic === undefined ? undefined : canonicalTopic(topic),
        rating: parameterOf(request, 'rating'),
        after: parameterOf(request, 'after'),
      };
      // One of them was counted as everything is.
      if (query.q !== undefined) countPublicReader(reading, request, response, costOfSearch - 1);
      const body = await orInvalid(() => pages.writeIndex(query, language));
      if (body === undefined) await sendProblem([request, response], readerOf(language), 'invalid');
      else await sendPage(request, response, body);
    },
  );

  router.all(
    '/:language/corrections',
    forReaders,
    inOurs,
    ...forPublicReads,
    at(correctionsPath),
    async (request, response) => {
      const language = languageFor(String(request.params['language']));
      const body = await orInvalid(() => pages.writeCorrections(parameterOf(request, 'after'), language));
      if (body === undefined) await sendProblem([request, response], readerOf(language), 'invalid');
      else await sendPage(request, response, body);
    },
  );

  router.all('/', ...forPublicReads, async (request, response) => {
    const target = (await pages.isAnythingPublished()) ? indexPath(preferred(request, languages)) : '/desk/';
    redirect(response.set('Vary', 'Accept-Language'), 302, target);
  });
  /** Whoever mistypes an address of ours is a reader all the same. */
  router.all(
    ['/:language', '/:language/*rest'],
    inOursAnyhow,
    ...forPublicReads,
    async (request, response) => {
      const given = String(request.params['language']);
      const language = canonicalLanguage(given) ?? given;
      if (language === given) await sendProblem([request, response], readerOf(language));
      else redirect(response, 301, `/${language}${request.path.replace(/^\/[^/]*/, '')}${queryIn(request)}`);
    },
  );

  /** A list in a language that is none of ours, as its claims do. Whatever else is named so is for others to answer. */
  const inAnother: RequestHandler = (request, _response, next) => {
    const given = String(request.params['language']);
    const isLanguage = /^[a-z]{2}(?:-|$)/i.test(given) && canonicalLanguage(given) !== undefined;
    next(isLanguage ? undefined : 'route');
  };
  router.all(['/:language/', '/:language/corrections'], inAnother, ...forPublicReads, (request, response) => {
    const pathIn = request.path.endsWith('/corrections') ? correctionsPath : indexPath;
    const given = String(request.params['language']);
    redirect(response, 302, pathIn(languageFor(canonicalLanguage(given) ?? given)));
  });

  /** Somebody reads this: what a program is told by a problem document is said on a page, and in the place of an embed. */
  const sayBusy: ErrorRequestHandler = async (error: unknown, request, response, next) => {
    const language = preferredLanguage(request);
    const at = { path: request.path, requestId: requestIdOf(response), language };
    const { status, headers, ours } = describeProblem(error, at);
    if (![429, 503].includes(status) || request.path.endsWith('.png') || response.headersSent) {
      next(error);
      return;
    }
    if (ours) noteError(response, error);
    const reader = readerOf(canonicalLanguage(request.path.split('/')[1] ?? '') ?? language);
    await sendProblem([request, response], reader, 'busy', {
      status,
      headers: { ...headers, 'Cache-Control': 'no-store' },
    });
  };
  router.use(sayBusy);
  return router;
}

type More = Partial<Pick<Parameters<typeof sendDocument>[2], 'status' | 'headers'>>;

/** How many pages a card counts for that has to be drawn first. */
const costOfDrawing = 10;
/** A word that stands in very many of them takes a while. */
const costOfSearch = 10;

const standing = ({ current }: PublicClaim): PublicRevision => current;

/** Each has one address: not 01, nor 1.0. What was taken back is not shown: its address leads to where that is said. */
function revisionNamed({ before, current }: PublicClaim, { params }: Request): PublicRevision | undefined {
  const number = /^[1-9]\d{0,5}$/.exec(String(params['revision']))?.[0];
  const shown = [...before, current].find(({ edition }) => String(edition.revision) === number);
  return shown ?? (Number(number) < current.edition.revision ? current : undefined);
}

const revisionIn = ({ params }: Request): string =>
  `/revisions/${encodeURIComponent(String(params['revision']))}`;

/** Express would write a body in one of several types, and say that the answer varies by them. */
const redirect = (response: Response, status: 301 | 302, location: string): void => {
  response.status(status).set({ Location: location, 'Cache-Control': forASecond }).end();
};

/** As it was sent, with its question mark; empty without one. */
const queryIn = (request: Request): string => {
  const query = searchOf(request);
  return query === '' ? '' : `?${query}`;
};

/** The best of these by `Accept-Language`; Arabic where none is wanted more. */
const preferred = (request: Request, among: readonly string[]): string =>
  request.acceptsLanguages([...among]) || 'ar';

/** A cursor that is none of ours is a link that was cut. */
async function orInvalid(write: () => Promise<string>): Promise<string | undefined> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'invalid') return undefined;
    throw error;
  }
}
