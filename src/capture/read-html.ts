/**
 * Title and readable text of an HTML page. It reads tokens and builds no tree: a million nested elements are a
 * million tokens, and there is nothing to nest them in.
 */
import type { TokenizerCallbacks } from 'htmlparser2';
import { isReadable, type Block } from '../domain/evidence/readable.js';
import { tokenizeHtml } from '../platform/tokenize-html.js';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What is between these is not read by anybody. */
const unread = names(
  'script style noscript template svg math iframe object select textarea noembed noframes',
);
/** Beside the matter: ways to somewhere else. */
const aside = names('nav header footer aside menu dialog button');
const matter = names('article main');
const breaks = names(
  'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead title tr ul',
);

/** Further than this nobody reads to find out what a page is about. */
export const mostCharacters = 2_000_000;
const mostBlocks = 50_000;
const longestTitle = 2_000;

interface HtmlText {
  title: string;
  blocks: Block[];
}

export async function readHtml(html: string): Promise<HtmlText> {
  const { callbacks, result } = collect(html);
  await tokenizeHtml(html, callbacks);
  return result();
}

function collect(html: string): { callbacks: TokenizerCallbacks; result: () => HtmlText } {
  /** How many of each are open; what is closed more often than opened counts as closed. */
  const open = new Map<string, number>();
  const within = (set: ReadonlySet<string>): boolean => {
    for (const name of set) if ((open.get(name) ?? 0) > 0) return true;
    return false;
  };
  const blocks: Block[] = [];
  let block = { text: '', linked: 0 };
  let title = '';
  let titleIs: 'to come' | 'open' | 'had' = 'to come';
  let length = 0;
  let tag = '';
  // Kept up to date, as asking for each piece of text would take longer than reading it.
  let place = { unread: false, aside: false, matter: false, link: false };

  const flush = (): void => {
    if (isReadable(block.text)) blocks.push({ ...block, aside: place.aside, matter: place.matter });
    block = { text: '', linked: 0 };
  };
  const add = (text: string): void => {
    if (titleIs === 'open') {
      if (title.length < longestTitle) title += text.slice(0, longestTitle);
      return;
    }
    if (place.unread || length > mostCharacters || blocks.length > mostBlocks) return;
    length += text.length;
    block.text += text;
    if (place.link) block.linked += text.trim().length;
  };
  const turn = (name: string, by: 1 | -1): void => {
    if (breaks.has(name)) flush();
    if (!(unread.has(name) || aside.has(name) || matter.has(name) || name === 'a')) return;
    // Links do not nest.
    open.set(name, name === 'a' ? Math.max(0, by) : Math.max(0, (open.get(name) ?? 0) + by));
    place = {
      unread: within(unread),
      aside: within(aside),
      matter: within(matter),
      link: open.get('a') === 1,
    };
  };
  const begin = (name: string): void => {
    turn(name, 1);
    if (name === 'title' && titleIs === 'to come' && !place.unread) titleIs = 'open';
  };
  const end = (name: string): void => {
    if (name === 'title' && titleIs === 'open') titleIs = 'had';
    turn(name, -1);
  };
  const nameAt = (from: number, to: number): string =>
    html.slice(from, Math.min(to, from + 20)).toLowerCase();
  const ignore = (): void => undefined;

  return {
    callbacks: {
      ontext: (from, to) => {
        add(html.slice(from, to));
      },
      ontextentity: (point) => {
        add(String.fromCodePoint(point));
      },
      onopentagname: (from, to) => {
        tag = nameAt(from, to);
      },
      onopentagend: () => {
        begin(tag);
      },
      // HTML takes no notice of the slash, but in what is foreign to it.
      onselfclosingtag: () => {
        if (tag !== 'svg' && tag !== 'math') begin(tag);
      },
      onclosetag: (from, to) => {
        end(nameAt(from, to));
      },
      oncdata: ignore,
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
    },
    result: () => {
      flush();
      return { title, blocks };
    },
  };
}
