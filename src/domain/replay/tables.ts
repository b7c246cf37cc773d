/** PURE: every table of the database, declared once: what the events say, what follows from that, and what nothing rests on. */
import { claimTables } from './claim-tables.js';
import { subjectTables } from './subject-tables.js';
import { derived, transient, type RecordTable, type Table } from './table.js';

export const tables: Readonly<Record<string, Table>> = {
  ...claimTables,
  ...subjectTables,

  events: derived('Itself: each names the hash of the one before it, and is what its own hash was made of.'),
  contents: derived('The seals in events and editions: each is of one value and one salt.', {
    except: { created_at: 'The event that holds the seal has the moment.' },
  }),
  feed: derived('Every event has one place, in the order of its chain.'),
  outbox: derived('The events that have no place in the feed yet.'),
  claim_keys: derived('The folded words of the claim.'),
  claim_words: derived('The folded words of the claim, their forms, and its ref.'),
  review_keys: derived('The folded words of the review.'),
  task_spans: derived('The events of the task.'),
  flow_weeks: derived('What happened in the week.', { mayLack: true }),
  withheld_texts: derived('What is withheld by the events that say so.'),
  verdict_sides: derived('Who did what since the last approval, and who has a draft.'),

  edition_proposals: transient(
    'What a proposal was read as; once it is decided, the edition or nothing stands.',
  ),
  feed_cursors: transient(
    'How far each follower of the feed has come; it goes on from there, and twice does no harm.',
  ),
  key_uses: transient('How often keys were used, for whoever looks for misuse; deleted when old.'),
  member_preferences: transient('How the desk looks to a member, and how far they have read.'),
  inbox_items: transient('What members are shown first; the events say the same.'),
  sessions: transient('Who is signed in with a browser; without it they sign in again. Deleted when ended.'),
  rate_counts: transient('What was used of a rate limit in a minute; may be lost.'),
  safe_writes: transient('Answers to requests that may be sent again; deleted when old.'),
  webhook_retries: transient('What waits to be delivered again; without it, a replay sends it.'),
  webhook_attempts: transient('A log of the last thousand deliveries of a webhook.'),
  webhook_receipts: transient(
    'Who answered that they had received a publication: their word, and no event of ours.',
  ),
  signing_attempts: transient('How the last attempt to sign a checkpoint ended; the next one says it anew.'),
  installation: transient(
    'For whom the database works and may call out; nothing in the history rests on it.',
  ),
  _prisma_migrations: transient('Which migrations ran, for the command that runs them.'),
};

export type RecordName = keyof typeof claimTables | keyof typeof subjectTables;

export const recordTable = (name: string): RecordTable | undefined => {
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  return table?.kind === 'record' ? table : undefined;
};

export const recordNames: readonly string[] = Object.keys(tables).filter((name) => recordTable(name));
