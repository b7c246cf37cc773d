/** PURE: which words can be taken back, and what they belong to. */
import { textKinds, type TextKind } from '../text/seal.js';
import { isRedactedKind, redactedKinds, type RedactedKind } from './redaction.js';

export const erasureTargets = [
  ...(['claim', 'verdict', 'evidence', 'contact', 'task', 'member'] as const),
  ...(['privileged_change', 'article', 'source'] as const),
] as const;
export type ErasureTarget = (typeof erasureTargets)[number];

/** Why words are erased. There are no words about it: they would be for good. */
export const erasureReasons = ['person_asked', 'confidential', 'unlawful', 'mistake'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** Why the command erases without the second person there is: it cannot wait, nobody can be reached, the words are about them. */
export const aloneReasons = ['urgent', 'unreachable', 'concerned'] as const;
export type AloneReason = (typeof aloneReasons)[number];

/** Those that are erased for good, and those that are withheld. */
export const erasableKinds = [...textKinds, ...redactedKinds] as const;
export type ErasableKind = TextKind | RedactedKind;

/**
 * Every kind of text that can be erased of each. Of evidence, the captured bytes go with what was read of them; of a
 * member, the name by which the desk knows them; of a change that was never made, who it was about.
 */
export const textsOf: Readonly<Record<ErasureTarget, readonly ErasableKind[]>> = {
  claim: [
    ...(['glosses', 'worthiness', 'fidelity_note', 'leads', 'link_note', 'relation_note'] as const),
    ...(['date_basis', 'modality', 'norm_note', 'note', 'correction_note', 'notice', 'quote'] as const),
  ],
  verdict: ['rationale', 'acknowledgement', 'note', 'draft'],
  evidence: ['evidence_note', 'evidence_title', 'evidence_excerpt', 'capture_headers'],
  contact: ['reply', 'contact_name', 'contact_channel'],
  task: ['draft', 'note'],
  member: ['member'],
  privileged_change: ['member'],
  article: ['article_text', 'article_title', 'article_url'],
  source: ['source_names', 'note'],
};

/** What was published by others goes only where it is named: a quote, and what an article is called and where it is. */
const onlyWhereNamed: readonly ErasableKind[] = ['quote', 'article_title', 'article_url'];

/** What is erased where no texts are named. */
export const textsWithoutNames = (target: ErasureTarget): ErasableKind[] =>
  textsOf[target].filter((text) => !onlyWhereNamed.includes(text));

/** Those of them that stand in events as they are. */
export const redactedAmong = (texts: readonly ErasableKind[]): RedactedKind[] => texts.filter(isRedactedKind);

/** What is to be erased. */
export interface Erasure {
  target: { kind: ErasureTarget; id: string };
  texts: readonly ErasableKind[];
  reason: ErasureReason;
  /** Where it is a source: itself and those that were merged into it when this was asked for, by their ids. Else nothing. */
  sources: readonly SourceNamed[];
}

interface SourceNamed {
  id: string;
  ref: string;
}

/** Whether these are the sources that it was asked for, and no other. Both in the order of their ids. */
export const isAsAskedFor = ({ sources }: Pick<Erasure, 'sources'>, now: readonly SourceNamed[]): boolean =>
  sources.map(({ id }) => id).join(' ') === now.map(({ id }) => id).join(' ');

/** What a capture holds is one text in three parts: they go together. */
const captured: readonly ErasableKind[] = ['evidence_title', 'evidence_excerpt', 'capture_headers'];

/** All that goes with the texts asked for. */
export const withTheirParts = (texts: readonly ErasableKind[]): ErasableKind[] => [
  ...new Set([...texts, ...(texts.some((text) => captured.includes(text)) ? captured : [])]),
];

/** Those of the texts asked for that the target does not have. */
export const foreignTexts = (target: ErasureTarget, texts: readonly ErasableKind[]): ErasableKind[] =>
  texts.filter((text) => !textsOf[target].includes(text));
