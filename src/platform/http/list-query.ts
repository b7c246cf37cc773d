/** What every list understands beside its own filters: how it is sorted, from when on, and where to go on. */
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Page, SortKey } from '../db/list-page.js';
import { entityTag, taggedReplyOr304 } from './conditional.js';
import { decodeCursor, encodeCursor, queryFingerprint } from './cursor.js';
import { okRendered, type Reply } from './route.js';
import { instant } from './schema.js';

/** `sort=name`, `sort=-name` the other way round. */
export const sortBy = <const Name extends string>(names: readonly [Name, ...Name[]]) =>
  z
    .literal(names.flatMap((name): (Name | `-${Name}`)[] => [name, `-${name}`]))
    .describe('The field by which the list is sorted, with `-` before it the other way round');

/** The same with a usual order: that of the first name, unless another is said. */
export const sortedBy = <const Name extends string>(
  names: readonly [Name, ...Name[]],
  usual: NoInfer<Name | `-${Name}`> = names[0],
) => sortBy(names).default(usual as never);

const since = instant.optional();

/** Of lists of what is made once; `updatedSince` is for those of what is changed as well. */
export const createdWithin = {
  createdSince: since.describe('Made at this moment or later'),
  createdBefore: since.describe('Made before this moment'),
};
export const updatedSince = since.describe(
  'Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed',
);

/** The key that `sort` names, and which way. */
export function readSort<Name extends string>(
  sort: Name | `-${Name}`,
  keys: Readonly<Record<Name, SortKey>>,
): { sort: SortKey; descending: boolean } {
  const descending = sort.startsWith('-');
  return { sort: keys[(descending ? sort.slice(1) : sort) as Name], descending };
}

/** The place that a cursor names. A cursor of another order or other filters is one that this list did not give out. */
export function openCursor(
  cursor: string | undefined,
  sort: SortKey,
  asked: object,
): readonly [key: string, id: string] | undefined {
  const place = decodeCursor(
    cursor,
    z.tuple([z.literal(queryFingerprint(asked)), keyOf(sort), sort.ids ? wholeNumber : z.guid()]),
  );
  return place && [place[1], place[2]];
}

/** Whatever is let through, PostgreSQL can read as the key's type. */
const keyOf = ({ type, values }: SortKey): z.ZodType<string> =>
  values ? z.enum(values) : (keysOfType[type] ?? z.string().regex(/^[^\0]*$/));

const wholeNumber = z.string().regex(/^\d{1,18}$/);
const keysOfType: Readonly<Record<string, z.ZodType<string>>> = {
  timestamptz: instant,
  uuid: z.guid(),
  bigint: z.string().regex(/^\d{1,18}$/),
  integer: z.string().regex(/^\d{1,9}$/),
  float8: z.string().regex(/^\d(\.\d{1,20})?(e-\d{1,2})?$/),
};

/** The page as it is answered; `asked` is all that was asked for, but where to begin and how many; `beside` stands beside the items. */
export function answerPage(
  request: IncomingMessage,
  { page: { items, last }, asked }: { page: Page; asked: object },
  headers: Readonly<Record<string, string>> = {},
  beside: Readonly<Record<string, unknown>> = {},
): Reply {
  const next = last ? `"${encodeCursor([queryFingerprint(asked), ...last])}"` : 'null';
  const rest = JSON.stringify(beside).slice(1, -1);
  const shown = `{"items":[${items}],"next":${next}${rest && `,${rest}`}}`;
  return taggedReplyOr304(request, entityTag('page'), okRendered(shown, headers));
}
