/** PURE: which words can be taken back, and what they belong to. */
import type { TextKind } from '../text/seal.js';

export const erasureTargets = ['claim', 'verdict', 'evidence', 'contact', 'task', 'member'] as const;
export type ErasureTarget = (typeof erasureTargets)[number];

/** Why words are erased. There are no words about it: they would be for good. */
export const erasureReasons = ['person_asked', 'confidential', 'unlawful', 'mistake'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/**
 * Every kind of text that can be erased of each. Of evidence, the captured bytes go with the excerpt; of a member, the
 * name by which they are known in the desk.
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
};

/** What is to be erased. */
export interface Erasure {
  target: { kind: ErasureTarget; id: string };
  texts: readonly TextKind[];
  reason: ErasureReason;
}

/** Those of the texts asked for that the target does not have. */
export const foreignTexts = (target: ErasureTarget, texts: readonly TextKind[]): TextKind[] =>
  texts.filter((text) => !textsOf[target].includes(text));
