/** PURE: the tables of what claims refer to, of people and of the installation: chained by their subjects. */
import { record, type Table } from './table.js';

const changed = 'When the version was raised: what lists are asked for by.';
const received = 'How far a receiver has come: what it did not acknowledge is sent again.';

export const subjectTables = {
  articles: record({
    subject: 'article',
    by: 'id',
    values: 'id ref kind title language url date_published outlet_id version',
    moments: 'created_at',
    transient: { updated_at: changed },
  }),
  article_versions: record({
    subject: 'article',
    by: 'article_id',
    values: 'id article_id number sha256 code_points',
    moments: 'created_at',
    hashes: 'text',
  }),
  sources: record({
    subject: 'source',
    by: 'id',
    values: 'id ref kind name affiliation wikidata note merged_into_id version',
    moments: 'created_at',
    transient: { updated_at: changed },
  }),
  source_names: record({
    subject: 'source',
    by: 'source_id',
    values: 'id source_id position language text',
    derived: { folded: 'text, folded' },
  }),
  instruments: record({
    subject: 'instrument',
    by: 'id',
    values: 'id ref label titles issuer subject adopted chapter_vii vote note version',
    moments: 'created_at',
    transient: { updated_at: changed },
  }),
  provisions: record({
    subject: 'instrument',
    by: 'instrument_id',
    values: `id ref instrument_id paragraph effects direction in_force_from in_force_until verified source version`,
  }),
  rating_scales: record({
    subject: 'scale',
    by: 'version',
    key: 'version',
    values: 'version',
    moments: 'created_at',
  }),
  ratings: record({
    subject: 'scale',
    by: 'scale',
    key: 'scale slug',
    values: 'scale slug position labels polarity value worst best forecast',
  }),
  members: record({
    subject: 'member',
    by: 'id',
    values: 'id kind role languages topics active person_id wip_limit version',
    moments: 'away_until created_at',
    sealed: { ref: 'member', name: 'member' },
    transient: { updated_at: changed },
  }),
  member_identities: record({
    subject: 'member',
    by: 'member_id',
    values: 'id issuer member_id key_id',
    bytes: 'digest',
    moments: 'created_at ended_at',
    derived: { mac: 'The digest and the member, under the key that lies outside the database.' },
  }),
  keys: record({
    subject: 'key',
    by: 'id',
    values: 'id member_id successor_id',
    sealed: { name: ['member', 'member_id'] },
    moments: 'created_at expires_at revoked_at',
    hashes: 'secret_digest',
    transient: { last_used_at: 'Written in the background, to the minute or so.', feed_position: received },
  }),
  privileged_changes: record({
    subject: 'privileged_change',
    by: 'id',
    values: 'id kind member_id key_id status asked_by_id decided_by_id',
    moments: 'asked_at lapses_at decided_at',
    hashes: 'secret_digest',
    sealed: { wanted: 'member', before: 'member' },
    derived: { erased_seals: 'What the event of the erasure names.' },
    transient: {
      files_due_at: 'A job that is owed: files that are left are found by their names.',
      subjects: 'Shown while it waits, where they are what the digests are of.',
    },
  }),
  desk_settings: record({
    subject: 'policy',
    values: 'id auto_assign wip_limit lease_minutes version',
  }),
  clock_policies: record({ subject: 'policy', key: 'clock priority', values: 'clock priority minutes' }),
  external_reviews: record({
    subject: 'review',
    by: 'id',
    values: `id url claim_text language claimants claim_date appearances first_appearance publisher_name publisher_url title
      review_date textual_rating rating_value worst_rating best_rating digest version`,
    moments: 'withdrawn_at created_at',
    derived: { folded: 'claim_text, folded' },
  }),
  checkpoints: record({
    subject: 'checkpoint',
    key: 'number',
    values: 'number position',
    moments: 'at',
    hashes: 'statement signature',
  }),
  webhooks: record({
    subject: 'webhook',
    by: 'id',
    values: 'id member_id key_id url types header_names concurrency status reason detail version',
    sealed: { description: ['member', 'member_id'] },
    moments: 'disabled_at created_at',
    hashes: 'headers',
    transient: {
      updated_at: changed,
      position: received,
      round: 'Tells a run of deliveries that it counts no longer.',
      failures: 'How ill the receiver is.',
      failing_since: 'How ill the receiver is.',
      hold_until: 'How ill the receiver is.',
      delivered_at: 'When the receiver was last well.',
      lease: 'Which worker delivers.',
      leased_until: 'Which worker delivers.',
    },
  }),
  webhook_secrets: record({
    subject: 'webhook',
    by: 'webhook_id',
    values: 'id webhook_id',
    moments: 'created_at expires_at',
    hashes: 'sealed',
  }),
} as const satisfies Readonly<Record<string, Table>>;
