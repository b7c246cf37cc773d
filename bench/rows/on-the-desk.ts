/** What is found on the desk to be moved on, asked for as anybody would. */
import { ask } from '../requests.js';
import type { Api } from '../stage.js';

interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** The first `count` items of a list that are wanted. */
async function collect<Item>(
  { port, keys }: Api,
  path: string,
  count: number,
  wanted: (item: Item) => boolean = () => true,
): Promise<Item[]> {
  const found: Item[] = [];
  for (let next: string | null = ''; found.length < count && next !== null;) {
    const after = next === '' ? '' : `&after=${next}`;
    const { body, text } = await ask(port, { path: `${path}&limit=200${after}`, key: keys.editor });
    const page = body as Page<Item>;
    if (!Array.isArray(page.items)) throw new Error(`${path}: ${text}`);
    found.push(...page.items.filter(wanted));
    ({ next } = page);
  }
  if (found.length < count) throw new Error(`${path}: ${String(found.length)} instead of ${String(count)}`);
  return found.slice(0, count);
}

/** Ids of claims that nobody has looked at. */
export const findSubmitted = async (api: Api, count: number): Promise<string[]> =>
  (await collect<{ id: string }>(api, '/v1/claims?status=submitted', count)).map(({ id }) => id);

interface Task {
  id: string;
  status: string;
  claim: { id: string };
}

/** Reviews that nobody has taken, each with its claim. */
export const findOpenReviews = async (api: Api, count: number): Promise<{ task: string; claim: string }[]> =>
  (await collect<Task>(api, '/v1/tasks?stage=review', count, (task) => statusOf(task) === 'open')).map(
    ({ id, claim }) => ({ task: id, claim: claim.id }),
  );

/** Versions before this one call it `state`. */
export const statusOf = (thing: object): unknown =>
  'state' in thing ? thing.state : Reflect.get(thing, 'status');
