/** PURE: which words can be taken back, and what they belong to. */
import type { TextKind } from '../text/seal.js';

export const erasureTargets = [
  ...(['claim', 'verdict', 'evidence', 'contact', 'task', 'member'] as const),
  'privileged_change',
] as const;
export type ErasureTarget = (typeof erasureTargets)[number];

/** Why words are erased. There are no words about it: they would be for good. */
export const erasureReasons = ['person_asked', 'confidential', 'unlawful', 'mistake'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/**
 * Every kind of text that can be erased of each. Of evidence, the captured bytes go with what was read of them; of a
 * member, the name by which the desk knows them; of a change that was never made, who it was about.
 */
export const textsOf: Readonly<Record<ErasureTarget, readonly TextKind[]>> = {
  claim: [
    ...(['glosses', 'worthiness', 'fidelity_note', 'leads', 'link_note', 'relation_note'] as const),
    ...(['norm_note', 'note', 'correction_note', 'notice'] as const),
  ],
  verdict: ['rationale', 'acknowledgement', 'note', 'draft'],
  evidence: ['evidence_note', 'evidence_title', 'evidence_excerpt', 'capture_headers'],
  contact: ['reply', 'contact_name', 'contact_channel'],
  task: ['draft', 'note'],
  member: ['member'],
  privileged_change: ['member'],
};

/** What is to be erased. */
export interface Erasure {
  target: { kind: ErasureTarget; id: string };
  texts: readonly TextKind[];
  reason: ErasureReason;
}

/** What a capture holds is one text in three parts: they go together. */
const captured: readonly TextKind[] = ['evidence_title', 'evidence_excerpt', 'capture_headers'];

/** All that goes with the texts asked for. */
export const withTheirParts = (texts: readonly TextKind[]): TextKind[] => [
  ...new Set([...texts, ...(texts.some((text) => captured.includes(text)) ? captured : [])]),
];

/** Those of the texts asked for that the target does not have. */
export const foreignTexts = (target: ErasureTarget, texts: readonly TextKind[]): TextKind[] =>
  texts.filter((text) => !textsOf[target].includes(text));
