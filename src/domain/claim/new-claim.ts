/** PURE: what a claim is entered with. The API's schemas check it; nothing here knows of them. */

import type { Priority } from '../task/priority.js';

export const claimKinds = [
  'accusation',
  'denial',
  'violation',
  'assertion',
  'announcement',
  'forecast',
  'quotation',
  'observation',
  'characterization',
] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const attributionModes = ['direct', 'indirect', 'own_voice'] as const;
export type AttributionMode = (typeof attributionModes)[number];

/** A link of the chain, with the links it was heard from. Sources are named by id or ref. */
export interface NewLink {
  source?: string | undefined;
  /** How the chain names a link that has no source of its own. */
  label?: string | undefined;
  verb?: string | undefined;
  mode: 'direct' | 'indirect';
  anonymous: boolean;
  /** EDTF. */
  date?: string | undefined;
  note?: string | undefined;
  from: NewLink[];
}

/** A norm by id or ref: a paragraph, or an instrument where no paragraph is known. */
export interface NewNorm {
  provision?: string | undefined;
  instrument?: string | undefined;
  note?: string | undefined;
}

/** W3C Web Annotation: TextQuoteSelector, with TextPositionSelector where it is known; in code points. */
interface NewQuote {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
  start?: number | undefined;
  end?: number | undefined;
}

export interface NewClaim {
  ref?: string | undefined;
  /** What the claim is called elsewhere; unique in the installation. */
  externalId?: string | undefined;
  /** By id or ref. */
  article: string;
  /** The latest, if left out. */
  articleVersion?: number | undefined;
  kind: ClaimKind;
  secondaryKinds?: ClaimKind[] | undefined;
  /** If left out, the article's, or that of a quote in another script. */
  language?: string | undefined;
  quote: NewQuote;
  glosses?: Record<string, string> | undefined;
  modality?: string | undefined;
  statementDate?: string | undefined;
  dateBasis?: string | undefined;
  topics?: string[] | undefined;
  priority?: Priority | undefined;
  worthiness?: string | undefined;
  fidelityNote?: string | undefined;
  leads?: string[] | undefined;
  test?: boolean | undefined;
  attributions: NewLink[];
  provisions: NewNorm[];
}

/** A field that is left out counts as its default: in the row, and where a claim that is sent again is compared with the first. */
export const withDefaults = (claim: NewClaim) => ({
  ...claim,
  secondaryKinds: claim.secondaryKinds ?? [],
  glosses: claim.glosses ?? {},
  topics: claim.topics ?? [],
  priority: claim.priority ?? 'normal',
  leads: claim.leads ?? [],
  test: claim.test ?? false,
});
