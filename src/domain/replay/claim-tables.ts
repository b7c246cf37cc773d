/** PURE: the tables of all that belongs to a claim; its chain of events tells of them. */
import { record, type Table } from './table.js';

const claim = { subject: 'claim', by: 'claim_id' } as const;
const ofVerdict = {
  subject: 'claim',
  by: 'claim_id',
  through: { column: 'verdict_id', table: 'verdicts', key: 'id' },
} as const;

export const claimTables = {
  claims: record({
    subject: 'claim',
    by: 'id',
    values: `id ref external_id article_version_id kind secondary_kinds language quote_exact quote_prefix quote_suffix quote_start
      quote_end statement_date topics priority status contested merged_into revision rating mark
      mark_reason mark_into test`,
    moments: 'created_at',
    sealed: {
      glosses: 'glosses',
      modality: 'modality',
      date_basis: 'date_basis',
      worthiness: 'worthiness',
      fidelity_note: 'fidelity_note',
      leads: 'leads',
    },
    counted: { version: 'ordinal', updated_at: 'at' },
    derived: {
      folded: 'quote_exact, folded',
      word_forms: 'folded',
      folded_glosses: 'glosses, folded',
      gloss_forms: 'folded_glosses',
      live_stage: 'the stage of the live task',
    },
    transient: {
      entered_digest:
        'A hash over words that may be erased; it only tells a claim that is sent again from another.',
    },
    initially: {
      secondary_kinds: [],
      topics: [],
      priority: 'normal',
      status: 'submitted',
      contested: false,
      test: false,
      glosses: {},
      leads: [],
    },
  }),
  attributions: record({
    ...claim,
    values: 'id claim_id parent_id position source_id label verb mode anonymous date',
    sealed: { note: 'link_note' },
    initially: { anonymous: false },
  }),
  relations: record({
    subject: 'claim',
    by: 'from_id',
    values: 'id from_id to_id type',
    moments: 'created_at',
    sealed: { note: 'relation_note' },
  }),
  claim_provisions: record({
    ...claim,
    values: 'id claim_id instrument_id provision_id',
    sealed: { note: 'norm_note' },
  }),
  review_tasks: record({
    ...claim,
    values: 'id claim_id stage round status assignee_id priority clock',
    moments: `opened_at taken_at closed_at clock_from remind_at due_at escalate_at reminded_at overdue_at escalated_at paused_at`,
    sealed: { pause_reason: 'note' },
    derived: { language: 'the language of the claim' },
    transient: {
      draft: 'Nobody else has it before it is submitted or passed on; then an event seals it.',
      draft_version: 'Compares two who save the draft; counts what is transient.',
      version: 'Compares two who change the task; the first draft raises it, too.',
      updated_at: 'When the version was raised: what lists are asked for by.',
      lease_until: 'Every sign of work moves it on; what ends when it runs out is an event.',
    },
  }),
  verdicts: record({
    ...claim,
    values: `id claim_id task_id status revision attribution fidelity scale veracity problem author_id last_editor_id approver_id
      correction_reason second_id`,
    moments: 'submitted_at recorded_at published_at valid_until recheck_asked_at',
    sealed: {
      rationale: 'rationale',
      conflicts: 'acknowledgement',
      note: 'note',
      correction_note: ['correction_note', 'claim_id'],
      break_glass_reason: 'note',
    },
    transient: {
      version: 'Compares two who change the verdict.',
      updated_at: 'When the version was raised: what lists are asked for by.',
    },
    initially: { conflicts: [] },
  }),
  verdict_evidence: record({
    ...claim,
    key: 'verdict_id evidence_id',
    values: 'verdict_id evidence_id claim_id capture_id',
  }),
  verdict_provisions: record({
    ...ofVerdict,
    key: 'verdict_id position',
    values: 'verdict_id position provision_id act actor date direction',
  }),
  editions: record({
    ...claim,
    key: 'digest',
    bytes: 'digest',
    values: 'claim_id verdict_id revision manner',
    moments: 'published_at',
    hashes: 'document',
  }),
  notices: record({
    ...claim,
    key: 'digest',
    bytes: 'digest',
    values: 'claim_id mark revision status proposed_by_id decided_by_id',
    moments: 'proposed_at decided_at',
    hashes: 'document',
    initially: { status: 'proposed' },
  }),
  glass_breaks: record({
    ...ofVerdict,
    key: 'verdict_id',
    values: 'verdict_id by_id second_id',
    bytes: 'digest',
    moments: 'asked_at escalated_at',
    sealed: {
      reason: ['note', 'verdict_id'],
      note: ['note', 'verdict_id'],
      acknowledge: ['acknowledgement', 'verdict_id'],
    },
    initially: { acknowledge: [] },
  }),
  contacts: record({
    ...claim,
    values: 'id claim_id source_id outcome date recorded_by_id status',
    moments: 'created_at withdrawn_at',
    sealed: { label: 'contact_name', channel: 'contact_channel', text: 'reply' },
    initially: { status: 'recorded' },
  }),
  evidence: record({
    ...claim,
    values: 'id claim_id url stance',
    moments: 'created_at erased_at',
    sealed: { note: 'evidence_note' },
    transient: {
      capture_due_at: 'A job that is owed: what comes of it is a row of captures.',
      capture_tries: 'How often that was begun.',
    },
  }),
  captures: record({
    subject: 'claim',
    by: 'claim_id',
    through: { column: 'evidence_id', table: 'evidence', key: 'id' },
    values: `id evidence_id number outcome reason detail change url status media_type charset language sha256 size text_sha256`,
    moments: 'at',
    sealed: {
      title: 'evidence_title',
      excerpt: 'evidence_excerpt',
      redirects: 'capture_headers',
      request_headers: 'capture_headers',
      headers: 'capture_headers',
    },
  }),
} as const satisfies Readonly<Record<string, Table>>;
