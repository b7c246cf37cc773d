/** An edition with something in each of its fields, as the desk and the public page get it. */
import type { EditionPreview } from '../../../web/src/approve/edition-preview.js';

export type EditionDocument = Parameters<typeof EditionPreview>[0]['document'];

const relation = (id: string, direction: 'in' | 'out', ref: string) => ({
  ...{ id, type: 'denies', direction },
  claim: {
    ...{ id: ref, ref, language: 'en', statement: 'It is not so' },
    claimants: [{ source: null, label: `Who says ${ref}`, anonymous: false }],
  },
});

export const anEdition = {
  revision: 2,
  claim: {
    ...{ id: 'one', ref: 'C34', kind: 'accusation', secondaryKinds: ['quotation'], language: 'en' },
    ...{ quote: { exact: 'It is so' }, glosses: { fr: 'Il en est ainsi' }, topics: ['arms'] },
    statementDate: '2023-11',
  },
  article: {
    ...{ title: 'An article', language: 'en', outlet: null, datePublished: '2024-01-02' },
    url: 'https://paper.test/one',
  },
  chain: {
    ...{ source: null, label: null, verb: null, mode: 'own_voice', anonymous: false, date: null },
    from: [
      {
        ...{ source: null, label: null, verb: null, mode: 'indirect', anonymous: true, date: null },
        from: [
          {
            ...{ source: null, label: 'A spokesman', verb: 'said', mode: 'indirect', anonymous: false },
            ...{ date: '2023-12', from: [] },
          },
        ],
      },
    ],
  },
  verdict: {
    findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' },
    rating: {
      ...{ slug: 'true', labels: { en: 'True' }, polarity: 'supports' },
      ...{ value: 4, worst: 1, best: 5 },
    },
    rationale: { en: 'It was seen there [E1].\n\nSee https://court.test/case?a=1&b=2. No more [E9].' },
    recheckAt: '2027-03-01T00:00:00.000Z',
  },
  evidence: [
    {
      ...{ id: 'e', url: 'https://page.test/x', stance: 'for', note: 'The first page' },
      capture: {
        ...{ id: 'c', outcome: 'captured', url: 'https://page.test/x', sha256: 'ab'.repeat(32) },
        ...{ attemptedAt: '2025-05-06T10:00:00.000Z', title: 'A page that was kept' },
      },
    },
  ],
  conflicts: [
    { claim: { id: 'C40', ref: 'C40' }, relation: 'C40 denies C34', rating: 'true', theirs: 'false' },
  ],
  contacts: [
    {
      ...{ id: 'asked', source: null, label: 'The ministry', outcome: 'replied', date: '2024-02-03' },
      text: 'We had no part in it',
    },
  ],
  correction: { from: 1, reason: 'new_evidence', note: 'A second page was found' },
  relations: [relation('in', 'in', 'C37'), relation('out', 'out', 'C39')],
  provisions: [
    {
      ...{ ref: 's-res-7.8b', paragraph: '8(b)', act: 'Sold it', actor: 'A state', date: '2024' },
      ...{ verified: false, direction: 'to' },
      instrument: { ref: 's-res-7', label: 'S/RES/7', titles: { en: 'Resolution 7' } },
    },
  ],
} as unknown as EditionDocument;
