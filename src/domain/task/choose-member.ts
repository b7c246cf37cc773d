/** PURE: whom a task is given to when nobody chooses, and in words why them and not the others. */
import type { Role } from '../access/rules.js';
import { primary } from '../text/languages.js';
import type { Independence } from './side.js';
import type { Stage } from './lifecycle.js';
import { refuseHolder } from './rules.js';

/** What a task asks of whoever is to hold it, and who stands where on its verdict. Members are named by id. */
export interface Need extends Independence {
  stage: Stage;
  /** BCP 47, of the claim. */
  language: string;
  topics: readonly string[];
  /** Whoever let the same work lapse just now. */
  lapsed: string | null;
}

export interface Candidate {
  id: string;
  personId: string;
  ref: string;
  role: Role;
  /** None named: all. */
  languages: readonly string[];
  topics: readonly string[];
  away: boolean;
  /** How many tasks they hold, of how many at most. */
  held: number;
  limit: number;
  /** How many tasks they were given or took in the last seven days. */
  takenLately: number;
  /** When they last were; null for never. */
  lastTakenAt: Date | null;
}

interface Reason {
  code: string;
  why: string;
}

interface Choice<Person extends Candidate = Candidate> {
  chosen: Person | null;
  /** Why the chosen one; empty where nobody is. */
  reasons: Reason[];
  /** id of everybody else → why not them. */
  skipped: Record<string, Reason>;
}

/**
 * A checker's work goes to checkers: an editor who wrote a verdict could not approve it. Editors may still
 * take it, or be given it by name.
 */
export const assignedStages: readonly Stage[] = ['review', 'correction'];

/**
 * The one member who suits a task best. First everybody is left out who must not have it; then who knows its
 * topics goes before who does not, who was given less in the last week before who was given more, who has
 * been idle for longer before the rest. Equal to the end, the first by ref: the same input has the same answer,
 * in whatever order the candidates come.
 */
export function chooseMember<Person extends Candidate>(
  need: Need,
  candidates: readonly Person[],
): Choice<Person> {
  const skipped = new Map<string, Reason>();
  let left = candidates.filter((one) => {
    const reason = reasonAgainst(need, one);
    if (reason) skipped.set(one.id, reason);
    return !reason;
  });
  for (const { code, rank, why } of preferences) {
    const best = left.reduce((least, one) => Math.min(least, rank(need, one)), Infinity);
    for (const one of left) if (rank(need, one) > best) skipped.set(one.id, { code, why: why(one) });
    left = left.filter((one) => rank(need, one) === best);
  }
  const [chosen, ...others] = left.sort((one, other) => (one.ref < other.ref ? -1 : 1));
  for (const { id } of others) {
    skipped.set(id, { code: 'drawn', why: 'As well suited as the one chosen, who is first by name.' });
  }
  return {
    chosen: chosen ?? null,
    reasons: chosen ? explain(need, chosen) : [],
    skipped: Object.fromEntries(skipped),
  };
}

/** Why a member must not be given a task without anybody's asking; undefined where they may. */
function reasonAgainst(need: Need, one: Candidate): Reason | undefined {
  const refusal = refuseHolder(need, one);
  if (refusal) return { code: refusal.code, why: refusal.why };
  if (one.away) return { code: 'away', why: 'They are away.' };
  if (need.lapsed === one.id) return { code: 'lapsed', why: 'They just let this work lapse.' };
  if (!speaks(one, need.language)) {
    return { code: 'language', why: `They do not check claims in "${need.language}".` };
  }
  if (one.held >= one.limit) return { code: 'no_room', why: `They hold ${heldOf(one)} already.` };
  return undefined;
}

interface Preference {
  code: string;
  /** Less is better. */
  rank: (need: Need, one: Candidate) => number;
  /** Why somebody with more than the least is passed over. */
  why: (one: Candidate) => string;
}

const preferences: readonly Preference[] = [
  {
    code: 'topic',
    rank: (need, one) => (known(need, one).length > 0 ? 0 : 1),
    why: () => 'Somebody else knows a topic of the claim.',
  },
  {
    code: 'fair_share',
    rank: (_, { takenLately }) => takenLately,
    why: (one) => `They had ${lately(one)}, somebody else fewer.`,
  },
  {
    code: 'idle',
    rank: (_, { lastTakenAt }) => lastTakenAt?.getTime() ?? -Infinity,
    why: () => 'Somebody else has waited for work longer.',
  },
];

function explain(need: Need, one: Candidate): Reason[] {
  const topics = known(need, one);
  return [
    {
      code: 'language',
      why:
        one.languages.length === 0
          ? 'They check claims in all languages.'
          : `They check claims in "${need.language}".`,
    },
    {
      code: 'topic',
      why: topics.length > 0 ? `They know: ${topics.join(', ')}.` : 'Nobody who is free knows its topics.',
    },
    { code: 'room', why: `They hold ${heldOf(one)}.` },
    { code: 'fair_share', why: `They had ${lately(one)}, nobody as well suited fewer.` },
    {
      code: 'idle',
      why: one.lastTakenAt
        ? `Their last was given at ${one.lastTakenAt.toISOString()}.`
        : 'They were never given any.',
    },
  ];
}

/** A variant counts as its language: who checks `ar` checks `ar-EG`, and not the other way. */
export const speaks = ({ languages }: Pick<Candidate, 'languages'>, language: string): boolean =>
  languages.length === 0 || languages.includes(language) || languages.includes(primary(language));

const known = (need: Need, { topics }: Candidate): string[] =>
  need.topics.filter((topic) => topics.includes(topic));

export const heldOf = ({ held, limit }: Pick<Candidate, 'held' | 'limit'>): string =>
  `${String(held)} of at most ${String(limit)} tasks`;

const lately = ({ takenLately }: Candidate): string =>
  `${String(takenLately)} task${takenLately === 1 ? '' : 's'} in the last seven days`;
