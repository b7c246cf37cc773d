/** Of each text that somebody can write in their own words it is decided whether it can be taken back; where not, it is said. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { textsOf, type ErasableKind } from '../../src/domain/erasure/erasure.js';
import { redactedKinds, type RedactedKind } from '../../src/domain/erasure/redaction.js';
import type { TextKind } from '../../src/domain/text/seal.js';
import { listFreeTexts } from '../support/free-texts.js';

type Decision =
  /** Stands as a seal in events, and is erased under one of these kinds. */
  | { sealed: TextKind | readonly TextKind[] }
  /** Was published by others, and is withheld. */
  | { withheld: RedactedKind }
  /** Stays: how the paper on privacy calls it. */
  | { stays: string }
  /** Is read, and kept nowhere. */
  | { kept: false };

const decisions: Readonly<Record<string, Decision>> = {
  'Articles text': { withheld: 'article_text' },
  'Articles title': { withheld: 'article_title' },
  'Articles url': { withheld: 'article_url' },
  'Claims attributions.label': { stays: 'labels and verbs of links' },
  'Claims attributions.note': { sealed: 'link_note' },
  'Claims attributions.verb': { stays: 'labels and verbs of links' },
  'Claims dateBasis': { sealed: 'date_basis' },
  'Claims externalId': { stays: 'ids that claims have elsewhere' },
  'Claims fidelityNote': { sealed: 'fidelity_note' },
  'Claims glosses': { sealed: 'glosses' },
  'Claims leads': { sealed: 'leads' },
  'Claims modality': { sealed: 'modality' },
  // Of a move, of a relation, of a norm.
  'Claims note': { sealed: ['note', 'notice', 'correction_note', 'relation_note', 'norm_note'] },
  'Claims provisions.note': { sealed: 'norm_note' },
  'Claims quote.exact': { withheld: 'quote' },
  'Claims quote.prefix': { withheld: 'quote' },
  'Claims quote.suffix': { withheld: 'quote' },
  'Claims reason': { sealed: 'note' },
  'Claims worthiness': { sealed: 'worthiness' },
  'Evidence note': { sealed: 'evidence_note' },
  'Evidence url': { stays: 'the address of evidence' },
  'Instruments effects': { stays: 'all that is recorded of instruments' },
  'Instruments issuer': { stays: 'all that is recorded of instruments' },
  'Instruments label': { stays: 'all that is recorded of instruments' },
  'Instruments note': { stays: 'all that is recorded of instruments' },
  'Instruments provisions.effects': { stays: 'all that is recorded of instruments' },
  'Instruments provisions.source': { stays: 'all that is recorded of instruments' },
  'Instruments source': { stays: 'all that is recorded of instruments' },
  'Instruments subject': { stays: 'all that is recorded of instruments' },
  'Instruments titles': { stays: 'all that is recorded of instruments' },
  'Keys name': { sealed: 'member' },
  'Matching base': { stays: 'reviews of other publishers' },
  'Matching page': { stays: 'reviews of other publishers' },
  'Matching text': { kept: false },
  'Members identities.issuer': { stays: 'the address of an identity provider' },
  'Members name': { sealed: 'member' },
  'Ratings ratings.labels': { stays: 'names of ratings' },
  'Right of reply channel': { sealed: 'contact_channel' },
  'Right of reply label': { sealed: 'contact_name' },
  'Right of reply text': { sealed: 'reply' },
  'Sessions key': { kept: false },
  'Sources affiliation': { withheld: 'source_names' },
  'Sources name': { withheld: 'source_names' },
  'Sources names.text': { withheld: 'source_names' },
  // Of the source, which is withheld; of a merge or split, which is sealed as `note`.
  'Sources note': { withheld: 'source_names' },
  'Tasks note': { sealed: 'note' },
  'Tasks provisions.act': { sealed: 'draft' },
  'Tasks provisions.actor': { sealed: 'draft' },
  'Tasks rationale': { sealed: ['draft', 'rationale'] },
  'Tasks reason': { sealed: 'note' },
  'Verdicts acknowledge.note': { sealed: 'acknowledgement' },
  'Verdicts note': { sealed: 'note' },
  'Verdicts provisions.act': { stays: 'who acted as a verdict cites it, and how' },
  'Verdicts provisions.actor': { stays: 'who acted as a verdict cites it, and how' },
  'Verdicts rationale': { sealed: 'rationale' },
  'Verdicts reason': { sealed: 'note' },
  'Webhooks description': { sealed: 'member' },
  'Webhooks headers': { stays: 'addresses of webhooks and the names of their headers' },
  'Webhooks url': { stays: 'addresses of webhooks' },
};

it('of each text that is written in words of its own it is decided whether it can be taken back', async () => {
  expect(await listFreeTexts()).toEqual(Object.keys(decisions).sort());
});

const erasable = new Set<ErasableKind>(Object.values(textsOf).flat());

it.each(Object.entries(decisions))('what is decided of %s is so', (_field, decision) => {
  const paper = readFileSync('docs/PRIVACY.md', 'utf8').replaceAll(/\s+/g, ' ');
  if ('sealed' in decision) for (const kind of [decision.sealed].flat()) expect(erasable).toContain(kind);
  else if ('withheld' in decision) {
    expect(redactedKinds).toContain(decision.withheld);
    expect(erasable).toContain(decision.withheld);
  } else if ('stays' in decision) expect(paper.toLowerCase()).toContain(decision.stays);
  else expect(decision.kept).toBe(false);
});
