/** What an HTML page holds for machines. It reads tokens and builds no tree, so that nothing can be nested too deep. */
import type { TokenizerCallbacks } from 'htmlparser2';
import { collectBlocks } from '../../domain/import/page-blocks.js';
import type { PageBlock } from '../../domain/import/plan-page.js';
import { tokenizeHtml } from '../../platform/tokenize-html.js';

const longestName = 40;

export async function readHtmlPage(html: string): Promise<PageBlock[]> {
  const page = collectBlocks();
  await tokenizeHtml(html, callbacksOf(html, page));
  return page.end();
}

function callbacksOf(html: string, page: ReturnType<typeof collectBlocks>): TokenizerCallbacks {
  let tag = '';
  let attribute = '';
  let value: string[] = [];
  let attributes: Record<string, string> = {};
  const nameAt = (from: number, to: number): string =>
    html.slice(from, Math.min(to, from + longestName)).toLowerCase();
  const begin = (): void => {
    page.open(tag, attributes);
  };
  const ignore = (): void => undefined;
  return {
    onopentagname: (from, to) => {
      tag = nameAt(from, to);
      attributes = {};
    },
    onattribname: (from, to) => {
      attribute = nameAt(from, to);
      value = [];
    },
    onattribdata: (from, to) => {
      value.push(html.slice(from, to));
    },
    onattribentity: (point) => {
      value.push(String.fromCodePoint(point));
    },
    onattribend: () => {
      if (readAttributes.has(attribute)) attributes[attribute] ??= value.join('');
    },
    onopentagend: begin,
    onselfclosingtag: begin,
    onclosetag: (from, to) => {
      page.close(nameAt(from, to));
    },
    ontext: (from, to) => {
      page.text(html.slice(from, to));
    },
    ontextentity: (point) => {
      page.text(String.fromCodePoint(point));
    },
    oncdata: (from, to) => {
      page.text(html.slice(from, to));
    },
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
  };
}

const readAttributes: ReadonlySet<string> = new Set(
  'itemprop itemscope itemtype itemid content href src data value datetime type'.split(' '),
);
