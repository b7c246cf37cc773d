/** What is in captured bytes for a reader: title, text, language. */
import { canonicalLanguage } from '../domain/text/language-tag.js';
import { decodeText, hintsIn } from './decode-text.js';
import type { Header } from './fetch-page.js';
import { sha256Of } from './page-store.js';
import { mostCharacters, readHtml } from './read-html.js';
import { chooseText, clip, isReadable, looksLikeText, tidy } from '../domain/evidence/readable.js';
import { unpack } from './unpack.js';

export interface PageReading {
  mediaType: string | null;
  charset: string | null;
  language: string | null;
  title: string | null;
  excerpt: string | null;
  textSha256: string | null;
}

/** In code points. */
const longestTitle = 300;
const longestExcerpt = 1_500;
const mostBytes = 4 * 1024 * 1024;

export const headerIn = (headers: readonly Header[], name: string): string | undefined =>
  headers.find(([one]) => one === name)?.[1];

export async function readPage(headers: readonly Header[], bytes: Buffer): Promise<PageReading> {
  const { text, ...reading } = await readText(headers, bytes);
  return {
    ...reading,
    excerpt: text === null ? null : clip(text, longestExcerpt),
    textSha256: text === null ? null : sha256Of(text),
  };
}

/** The whole of it; `text` is null where there is none to read. */
export async function readText(
  headers: readonly Header[],
  bytes: Buffer,
): Promise<Omit<PageReading, 'excerpt' | 'textSha256'> & { text: string | null }> {
  const declared = headerIn(headers, 'content-type');
  const mediaType = mediaTypeOf(declared);
  const unread = { mediaType, charset: null, language: null, title: null, text: null };
  const whole = await unpack(bytes, headerIn(headers, 'content-encoding') ?? '');
  if (!whole) return unread;
  const kind = kindOf(mediaType, whole);
  if (kind === 'other') return unread;

  const own = kind === 'html' ? hintsIn(whole) : {};
  const label = /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(declared ?? '')?.[1] ?? own.label;
  const { text, charset } = decodeText(whole.subarray(0, mostBytes), { label, language: own.language });
  if (!looksLikeText(text)) return unread;

  const { title, blocks } = kind === 'html' ? await readHtml(text) : { title: '', blocks: blocksOf(text) };
  const readable = chooseText(blocks);
  return {
    mediaType,
    charset,
    language: (own.language && canonicalLanguage(own.language)) ?? null,
    title: isReadable(title) ? clip(tidy(title), longestTitle) : null,
    text: readable === '' ? null : readable,
  };
}

const mediaTypeOf = (declared: string | undefined): string | null =>
  /^\s*([\w.+-]{1,60}\/[\w.+-]{1,60})\s*(?:;|$)/.exec(declared ?? '')?.[1]?.toLowerCase() ?? null;

const plainTypes = /^text\/|[/+](?:json|xml|javascript)$/;

/** What the bytes are read as. That they are labeled as a page is believed; what they contain is checked later. */
function kindOf(mediaType: string | null, bytes: Buffer): 'html' | 'plain' | 'other' {
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return 'html';
  if (mediaType !== null) return plainTypes.test(mediaType) ? 'plain' : 'other';
  const start = bytes.subarray(0, 1024).toString('latin1');
  if (start.includes('\0') || start.startsWith('%PDF-')) return 'other';
  return /^\s*<(?:!doctype html|html|head|body)\b/i.test(start) ? 'html' : 'plain';
}

const blocksOf = (text: string) =>
  text
    .slice(0, mostCharacters)
    .split('\n')
    .filter(isReadable)
    .map((line) => ({ text: line, linked: 0, aside: false, matter: false }));
