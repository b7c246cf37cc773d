/** PURE: what can be found on the reference page, and where it is. */
import type { ApiDocument } from '../openapi.js';

export interface Entry {
  name: string;
  /** Method and path, or the kind of thing it is. */
  what: string;
  says: string;
  href: string;
  /** All that it is found by, in lower case. */
  words: string;
}

interface Operation {
  operationId: string;
  tags: [string];
  summary: string;
  description: string;
  responses: Record<string, { 'x-problem-codes'?: string[] }>;
}

export function searchIndex(document: ApiDocument): Entry[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const { operationId, tags, summary, description, responses } = described as unknown as Operation;
      const codes = Object.values(responses).flatMap((response) => response['x-problem-codes'] ?? []);
      return entry(
        { name: operationId, what: `${method.toUpperCase()} ${path}`, says: summary },
        `#/${encodeURIComponent(tags[0])}/${operationId}`,
        [tags[0], description, ...codes],
      );
    }),
  );
  return [...operations, ...problemEntries(document), ...eventEntries(document)];
}

export const problemEntries = (document: ApiDocument): Entry[] =>
  Object.entries(document['x-problem-codes']).map(([code, { status, title, description }]) =>
    entry(
      { name: code, what: `${status.join(' or ')} ${title}`, says: description },
      `/docs/problems#${code}`,
      ['problem'],
    ),
  );

export const eventEntries = ({ webhooks = {} }: ApiDocument): Entry[] =>
  Object.entries(webhooks).map(([type, { post }]) =>
    entry({ name: type, what: 'event', says: String(post['description']) }, `/docs/events#${type}`, []),
  );

const entry = (
  shown: Pick<Entry, 'name' | 'what' | 'says'>,
  href: string,
  further: readonly string[],
): Entry => ({
  ...shown,
  href,
  words: [shown.name, shown.what, shown.says, ...further].join(' ').toLowerCase(),
});
