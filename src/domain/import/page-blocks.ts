/** PURE: what stands in a page for machines, from its tags: scripts of JSON-LD, and microdata as the nodes it stands for. */
import { deepest } from './find-reviews.js';
import type { Node } from './node.js';
import type { PageBlock } from './plan-page.js';

const longestText = 10_000;
/** That one element may be of its owner. */
const mostProperties = 20;

/** An element that is open and says something. */
interface Open {
  name: string;
  /** How many elements of this name are open within it. */
  nested: number;
  /** What its text is of its owner. */
  properties: string[];
  owner: Node | undefined;
  item: Node | undefined;
  text: string;
  /** How many containers of its group were open around it. */
  within: number;
}

/** Elements that need no end tag: the next of them, or the end of what holds them, ends them (HTML, optional tags). */
const groups: readonly {
  containers: readonly string[];
  ends: Readonly<Record<string, readonly string[]>>;
}[] = [
  { containers: ['ul', 'ol', 'menu'], ends: { li: ['li'] } },
  { containers: ['dl'], ends: { dt: ['dt', 'dd'], dd: ['dt', 'dd'] } },
  {
    containers: ['table'],
    ends: { tr: ['tr', 'td', 'th'], td: ['td', 'th'], th: ['td', 'th'] },
  },
  { containers: ['select', 'datalist'], ends: { option: ['option'] } },
  { containers: ['object', 'button', 'table'], ends: { p: ['p'] } },
];

export function collectBlocks() {
  const blocks: PageBlock[] = [];
  const open: Open[] = [];
  /** How many containers of each group are open. */
  const containers = groups.map(() => 0);
  let script: string[] | undefined;
  let saidTooDeep = false;

  const endScript = (): void => {
    if (script) blocks.push({ kind: 'json', text: script.join('') });
    script = undefined;
  };
  const end = ({ owner, properties, text }: Open): void => {
    if (owner) for (const property of properties) add(owner, property, text.replace(/\s+/gu, ' ').trim());
  };
  const endFrom = (at: number): void => {
    if (at !== -1) open.splice(at).toReversed().forEach(end);
  };
  const groupOf = (name: string): number => groups.findIndex(({ ends }) => Object.hasOwn(ends, name));
  /** Ends what the beginning of another ends without a tag. */
  const endBefore = (name: string): void => {
    const group = groupOf(name);
    const ended = groups[group]?.ends[name] ?? [];
    endFrom(open.findIndex((one) => ended.includes(one.name) && one.within === containers[group]));
  };
  const count = (name: string, by: 1 | -1): void => {
    for (const [index, { containers: names }] of groups.entries())
      if (names.includes(name)) containers[index] = Math.max(0, (containers[index] ?? 0) + by);
  };
  const begin = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const properties =
      attributes['itemprop']
        ?.split(/\s+/)
        .filter((one) => one !== '')
        .slice(0, mostProperties) ?? [];
    const isItem = attributes['itemscope'] !== undefined;
    endBefore(name);
    const within = containers[groupOf(name)] ?? 0;
    count(name, 1);
    const around = open.findLast((one) => one.name === name);
    const isTold = properties.length > 0 || isItem;
    if (!isTold || open.length >= deepest) {
      if (around) around.nested++;
      if (isTold && !saidTooDeep) blocks.push({ kind: 'too_deep' });
      saidTooDeep ||= isTold;
      return;
    }
    const owner = open.findLast(({ item }) => item)?.item;
    const item = isItem ? newItem(attributes) : undefined;
    if (item && (!owner || properties.length === 0)) blocks.push({ kind: 'node', node: item });
    const value = item ?? valueIn(name, attributes);
    if (owner && value !== undefined) for (const property of properties) add(owner, property, value);
    if (childless.has(name)) return;
    // What has no value of its own has that of its text.
    open.push({
      name,
      nested: 0,
      properties: value === undefined ? properties : [],
      owner,
      item,
      text: '',
      within,
    });
  };

  return {
    blocks,
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      if (name === 'script' && isJsonLd(attributes['type'])) script = [];
      begin(name, attributes);
    },
    text(text: string): void {
      script?.push(text);
      if (script) return;
      for (const one of open)
        if (one.properties.length > 0 && one.text.length < longestText)
          one.text += text.slice(0, longestText);
    },
    close(name: string): void {
      if (name === 'script') endScript();
      for (const [index, { containers: names, ends }] of groups.entries())
        if (names.includes(name) && (containers[index] ?? 0) > 0)
          endFrom(open.findIndex((one) => Object.hasOwn(ends, one.name) && one.within === containers[index]));
      count(name, -1);
      const at = open.findLastIndex((one) => one.name === name);
      const one = open[at];
      if (!one) return;
      if (one.nested > 0) one.nested--;
      else endFrom(at);
    },
    end(): PageBlock[] {
      endScript();
      endFrom(0);
      return blocks;
    },
  };
}

const isJsonLd = (type = ''): boolean => /^\s*application\/ld\+json\b/i.test(type);

const newItem = ({ itemtype = '', itemid }: Readonly<Record<string, string>>): Node => ({
  '@type': itemtype.trim().split(/\s+/),
  ...(itemid !== undefined && { '@id': itemid }),
});

function add(owner: Node, property: string, value: unknown): void {
  const before = Object.hasOwn(owner, property) ? owner[property] : undefined;
  if (Array.isArray(before)) {
    before.push(value);
    return;
  }
  const all = before === undefined ? value : [before, value];
  Object.defineProperty(owner, property, {
    value: all,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** HTML, microdata: the value of a property; undefined where it is the text. */
function valueIn(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (attributes['content'] !== undefined) return attributes['content'];
  const attribute = valueAttributes[name];
  return attribute === undefined ? undefined : attributes[attribute];
}

const valueAttributes: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  iframe: 'src',
  source: 'src',
  video: 'src',
  audio: 'src',
  embed: 'src',
  object: 'data',
  data: 'value',
  meter: 'value',
  time: 'datetime',
};

const childless: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);
