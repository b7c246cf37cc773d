/** What programs read of what is published: feeds, all of it as data, what embeds it, and where it is found. */
import { Router, type Request, type Response } from 'express';
import { toChannel } from '../../domain/publishing/channel.js';
import { toDataFeed } from '../../domain/publishing/claimreview.js';
import { toEntry } from '../../domain/publishing/entry.js';
import { siteLogo } from '../../domain/publishing/page/frame.js';
import { toOembed, writeOembedXml } from '../../domain/publishing/page/oembed.js';
import { feedPath, queryOf } from '../../domain/publishing/page/paths.js';
import { languageForReader } from '../../domain/publishing/page/public-claim.js';
import { readerOf } from '../../domain/publishing/page/reader.js';
import { writeRobots } from '../../domain/publishing/page/sitemap.js';
import type { Published } from '../../domain/publishing/published.js';
import { canonicalLanguage } from '../../domain/text/language-tag.js';
import type { Language } from '../../domain/text/languages.js';
import { canonicalTopic } from '../../domain/text/canonical-topic.js';
import { Failure } from '../../platform/errors.js';
import { createBoundedQueue } from '../../platform/bounded-queue.js';
import {
  countPublicReader,
  limitPublicReaders,
  allowOnlyReads,
  type PublicReading,
} from '../../platform/http/public-reading.js';
import { sendDocument } from '../../platform/http/send-document.js';
import type { ClaimReviewService } from '../claimreview.service.js';
import { forms } from '../feeds/syndication.routes.js';
import { pageNamed } from './named-page.js';
import type { PageService } from './page.service.js';
import { isPageLanguage, parameterOf, valuesOf } from './page-query.js';

const json = 'application/json; charset=utf-8';
const xml = 'application/xml; charset=utf-8';

export function machineRoutes(
  pages: PageService,
  claimReviews: ClaimReviewService,
  reading: PublicReading,
): Router {
  const { publisher } = pages;
  const router = Router({ caseSensitive: true, strict: true });
  const forPublicReads = [limitPublicReaders(reading), allowOnlyReads];
  const forLargeReads = [limitPublicReaders(reading, 0), allowOnlyReads];
  const makeOne = createBoundedQueue<Made>(mostWaiting);
  const inTurn = (request: Request, response: Response, key: string, make: () => Promise<Made>) =>
    makeOne(key, make, {
      wanted: () => !response.closed,
      onPlace: () => {
        countPublicReader(reading, request, response, costOfMuch);
      },
    });

  for (const { ending, contentType, write } of forms)
    router.all(`/:language/feed.${ending}`, ...forPublicReads, async (request, response, next) => {
      const language = String(request.params['language']);
      if (!isPageLanguage(language)) {
        next('route');
        return;
      }
      const topics = valuesOf(request, 'topic').map(canonicalTopic);
      const after = parameterOf(request, 'after');
      const topic = topics.join(',');
      const {
        published,
        next: further,
        first,
      } = await claimReviews.listLatest({
        limit: 50,
        after,
        language,
        ...(topics.length > 0 && { topic: topics }),
      });
      const path = feedPath(language, ending);
      const document = write(
        toChannel({
          language,
          publisher,
          first,
          topics,
          entries: published.map((one) => toEntry(one, language, publisher)),
          path: `${path}${queryOf({ topic, after })}`,
          next: further === null ? null : `${path}${queryOf({ topic, after: further })}`,
        }),
      );
      const body = typeof document === 'string' ? document : JSON.stringify(document);
      await sendDocument(request, response, { type: `${contentType}; charset=utf-8`, body });
    });

  router.all('/data.json', ...forLargeReads, async (request, response) => {
    const language = languageAsked(request);
    const start = parameterOf(request, 'after');
    const path = (after?: string): string => `/data.json${queryOf({ language, after })}`;
    const here = path(start);
    const { body = '', next } = await inTurn(request, response, here, async () => {
      const { published, next: further } = await readMany(claimReviews, language, start);
      return {
        body: JSON.stringify(
          toDataFeed(published, { path: here, language, publisher, goesOn: further !== null }),
        ),
        next: further,
      };
    });
    await sendDocument(request, response, {
      type: 'application/ld+json; charset=utf-8',
      body,
      headers: next === null ? {} : { Link: `<${publisher.url}${path(next)}>; rel="next"` },
    });
  });

  router.all('/oembed', ...forPublicReads, async (request, response) => {
    const format = parameterOf(request, 'format') ?? 'json';
    if (!['json', 'xml'].includes(format)) {
      response.status(501).type('text/plain').end('The formats are json and xml.\n');
      return;
    }
    const limits = { maxwidth: pixels(request, 'maxwidth'), maxheight: pixels(request, 'maxheight') };
    const url = parameterOf(request, 'url', 2_000);
    if (url === undefined) throw invalid('url', 'is required');
    const found = await readNamed(pages, url);
    if (!found)
      throw new Failure('not_found', 'Nothing is published at this address.', { code: 'path_not_found' });
    const oembed = toOembed(found.page, publisher, found.reader, limits);
    await sendDocument(
      request,
      response,
      format === 'json'
        ? { type: json, body: JSON.stringify(oembed) }
        : { type: 'text/xml; charset=utf-8', body: writeOembedXml(oembed) },
    );
  });

  router.all(['/sitemap.xml', '/sitemap-:part.xml'], ...forLargeReads, async (request, response) => {
    const part: unknown = request.params['part'];
    const number = typeof part === 'string' ? Number(/^[1-9]\d{0,5}$/.exec(part)?.[0] ?? 0) : undefined;
    const { body } = await inTurn(request, response, `sitemap ${String(number)}`, async () => ({
      body: await pages.writeSitemap(number),
      next: null,
    }));
    if (body === undefined)
      throw new Failure('not_found', 'There is no such part of the map.', { code: 'path_not_found' });
    await sendDocument(request, response, { type: xml, body });
  });

  router.all('/robots.txt', ...forPublicReads, (request, response) =>
    sendDocument(request, response, { type: 'text/plain; charset=utf-8', body: writeRobots(publisher.url) }),
  );

  router.all('/icon.svg', ...forPublicReads, (request, response) =>
    sendDocument(request, response, {
      type: 'image/svg+xml',
      body: icon,
      headers: { 'Cache-Control': 'public, max-age=86400' },
    }),
  );
  return router;
}

/** What stands at an address, for a reader of a language that it can be read in: of the one in the address, where that is one. */
async function readNamed(pages: PageService, address: string) {
  const named = pageNamed(address, pages.publisher);
  const asked = canonicalLanguage(named?.language ?? 'ar');
  const row = named && (await pages.read(named.ref));
  if (!row || asked === undefined) return undefined;
  const page = pages.view(row, asked);
  const reader = readerOf(languageForReader(page.current.edition, readerOf(asked)));
  const shown = reader.language === asked ? page : pages.view(row, reader.language);
  return { page: shown, reader };
}

interface Made {
  /** Undefined where there is no such thing. */
  body: string | undefined;
  next: string | null;
}

/** What is made of all that is published counts for so many pages, and is made for one reader at a time. */
const costOfMuch = 10;
const mostWaiting = 30;

const icon = siteLogo.replace(
  '<svg ',
  '<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="#3f5fb0" stroke-width="2" ',
);

/** More are read page by page, as the header `Link` says. */
const mostAtOnce = 1_000;
/** Between two of them others get their turn. */
const slice = 100;

async function readMany(claimReviews: ClaimReviewService, language: Language, start: string | undefined) {
  const published: Published[] = [];
  let after = start;
  do {
    const page = await claimReviews.listLatest({ limit: slice, after, language });
    published.push(...page.published);
    after = page.next ?? undefined;
  } while (after !== undefined && published.length < mostAtOnce);
  return { published, next: after ?? null };
}

function languageAsked(request: Request): Language {
  const language = parameterOf(request, 'language') ?? 'ar';
  if (!isPageLanguage(language)) throw invalid('language', 'must be ar or en');
  return language;
}

function pixels(request: Request, name: string): number | undefined {
  const given = parameterOf(request, name);
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw invalid(name, 'must be a number of pixels');
  return Number(given);
}

const invalid = (pointer: string, message: string): Failure =>
  new Failure('invalid', `The parameter ${pointer} ${message}.`, {
    faults: [{ in: 'query', pointer, message }],
  });
