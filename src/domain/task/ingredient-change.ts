/** PURE: which events, in chains of their own, change what the editions of claims are made of. */
import type { EventType } from '../event/types.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * Whether an event in a chain of its own changes editions that name its subject. The function `is_change_of_ingredient` does the
 * same.
 */
export function isChangeOfIngredient(type: EventType, data: Data): boolean {
  switch (type) {
    case 'article.changed':
      return ['title', 'language', 'url', 'datePublished', 'outlet'].some((field) =>
        namesIn(data['changed']).includes(field),
      );
    case 'source.changed':
      return ['kind', 'name', 'names', 'wikidata'].some((field) => namesIn(data['changed']).includes(field));
    case 'article.created':
    case 'article.revised':
    case 'source.created':
    case 'source.merged':
    case 'source.split':
    case 'claim.attributed':
    case 'claim.rejected':
    case 'claim.retracted':
      return true;
    case 'instrument.recorded':
      return (
        data['changed'] === undefined ||
        publishedOfNorms.some((field) => namesIn(data['changed']).includes(field))
      );
    case 'claim.changed':
      return data['test'] !== undefined;
    case 'claim.reopened':
      return data['from'] === 'rejected';
    case 'claim.merged':
      return data['revision'] !== undefined;
    default:
      return false;
  }
}

/** Of an instrument and its provisions: what is published of them, or a citation is judged by. */
const publishedOfNorms = ['label', 'titles', 'verified', 'direction', 'inForceFrom', 'inForceUntil'];

const namesIn = (fields: unknown): readonly unknown[] =>
  Array.isArray(fields) ? fields : typeof fields === 'object' && fields !== null ? Object.keys(fields) : [];

/**
 * Of a norm, an edition names what its verdict cites, by `cited`, the refs of provisions: whether this change is of that, or of the
 * instrument itself. The function of the database has the same name, and so below.
 */
export const isChangeOfCited = (data: Data, cited: readonly string[]): boolean =>
  typeof data['provision'] !== 'string' || cited.includes(data['provision']);

interface Quoted {
  /** The number of the version in which the claim stands. */
  version: number;
  /** The ids of those who are said to have said it. */
  sources: readonly string[];
}

/**
 * Of the article of a related claim, an edition names what the claim says, word by word in a version of its text, and the outlet
 * once the claim is said to be the outlet's: whether this change is of that.
 */
export function isChangeOfQuoted(type: EventType, data: Data, { version, sources }: Quoted): boolean {
  switch (type) {
    case 'article.created':
      return true;
    case 'article.revised':
      return data['number'] === version;
    case 'article.changed': {
      const outlet = outletIn(data);
      return namesIn(data['changed']).includes('outlet') && outlet !== undefined && sources.includes(outlet);
    }
    default:
      return false;
  }
}

/** The outlet that the article has from then on. */
function outletIn(data: Data): string | undefined {
  const { now } = (data['rows'] ?? {}) as { now?: { articles?: readonly { outlet_id?: unknown }[] } };
  const outlet = now?.articles?.[0]?.outlet_id;
  return typeof outlet === 'string' ? outlet : undefined;
}
