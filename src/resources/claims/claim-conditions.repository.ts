/** What the filters of the list of claims ask of the database. */
import { answering } from '../contacts/contact.schema.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import { liveStatuses } from '../../domain/task/lifecycle.js';
import { denying, type ClaimFilters } from './claim.schema.js';

/** What a claim must be to be in the list; all of it. */
export function conditionsOf(filters: ClaimFilters): Prisma.ClaimWhereInput[] {
  const {
    status,
    kind,
    rating,
    language,
    topic,
    contested,
    unanswered,
    source,
    article,
    instrument,
    externalId,
    assignee,
    words = [],
  } = filters;
  return [
    status && { status: { in: status } },
    kind && { OR: [{ kind: { in: kind } }, { secondaryKinds: { hasSome: kind } }] },
    rating && { rating: { in: rating } },
    language !== undefined && { OR: [{ language }, { language: { startsWith: `${language}-` } }] },
    topic !== undefined && { topics: { has: topic } },
    contested !== undefined && { contested },
    unanswered !== undefined && { ...accusations, ...(unanswered ? { NOT: answered } : { AND: answered }) },
    ...words.map((word) => ({ folded: { contains: literally(word) } })),
    source !== undefined && { attributions: { some: { source: byIdOrRef(source) } } },
    article !== undefined && { articleVersion: { article: byIdOrRef(article) } },
    instrument !== undefined && { provisions: { some: { instrument: byIdOrRef(instrument) } } },
    externalId && { externalId: { in: externalId } },
    assignee !== undefined && {
      tasks: { some: { status: { in: [...liveStatuses] }, assignee: byIdOrRef(assignee) } },
    },
  ].filter((condition) => typeof condition === 'object');
}

/** Prisma hands these on to LIKE, where they stand for more than themselves. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const accusations = {
  OR: [{ kind: 'accusation' }, { secondaryKinds: { has: 'accusation' } }],
} satisfies Prisma.ClaimWhereInput;

/** Somebody denies it (a denial that was rejected is none), or was asked and said something, or that they won't. */
const answered = {
  OR: [
    { relationsIn: { some: { type: { in: [...denying] }, from: { status: { not: 'rejected' } } } } },
    { contacts: { some: { outcome: { in: [...answering] } } } },
  ],
} satisfies Prisma.ClaimWhereInput;
