/** Requests about claims and the work on them, on the first article, that can be sent as they stand. */
import type { Example } from '../../platform/http/examples.js';

/** What the first article has none of is asked for by an id that nothing has. */
export const nobody = '01900000-0000-7000-8000-000000000000';

const article = 'putin-pyongyang-2024';
const edition = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const rationale = { en: 'Two panels of experts looked into it and found what is claimed.' };
const verdict = {
  findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'mostly-true' },
  rationale,
  evidence: [],
  provisions: [],
};

export const claimExamples: Readonly<Record<string, Example>> = {
  createClaim: {
    body: {
      article,
      kind: 'denial',
      quote: { exact: 'وقد نفت موسكو وبيونج يانج' },
      glosses: { en: 'Moscow and Pyongyang have denied it.' },
      topics: ['arms-transfer'],
      attributions: [
        { source: 'russia', mode: 'indirect', verb: 'نفت' },
        { source: 'dprk', mode: 'indirect', verb: 'نفت' },
      ],
    },
  },
  createClaims: {
    body: {
      items: [
        { article, kind: 'denial', quote: { exact: 'نفت موسكو وبيونج يانج هذه الاتهامات' }, ref: 'denial-2' },
      ],
    },
  },
  listClaims: { query: { status: 'submitted,open', topic: 'arms-transfer', sort: '-priority' } },
  listArticleClaims: { query: { kind: 'accusation,denial' } },
  updateClaim: { body: { priority: 'high' } },
  updateAttributions: {
    body: { attributions: [{ source: 'kirby', mode: 'direct', date: '2024-06' }] },
    headers: { 'If-Match': '*' },
  },
  createClaimProvision: { params: { id: 'C01' }, body: { provision: 's-res-1718-2006.8b' } },
  createRelation: { body: { type: 'supports', to: 'C33', note: 'The same shipments.' } },
  transitionClaim: { body: { event: 'accept', priority: 'high' } },
  listClaimStatuses: { body: { ids: ['C34', 'C37'] } },
  listClaimHistory: { query: { types: 'claim.submitted,claim.approved' } },
  listClaimTasks: { query: { status: 'open,assigned,in_progress' } },
  listTasks: { query: { stage: 'triage', language: 'ar', sort: '-priority' } },
  takeNextTask: { body: { stages: ['triage', 'review'], start: true } },
  transitionTask: { body: { event: 'take' } },
  prioritizeTask: { body: { priority: 'urgent' } },
  updateDraft: { body: { rationale }, headers: { 'If-Match': '*' } },
  actInBulk: { body: { event: 'accept', items: [{ claim: 'C35' }, { claim: 'C36' }] } },
  submitVerdict: { body: verdict },
  previewVerdict: { body: verdict },
  listClaimVerdicts: { query: { status: 'published,superseded' } },
  transitionVerdict: { body: { event: 'approve', edition } },
  updateVerdict: { body: { rationale }, headers: { 'If-Match': '*' } },
  createNotice: { params: { id: nobody }, body: { note: 'A caption was taken for a quote.' } },
  listNoticeTransitions: { params: { edition }, status: 404 },
  transitionNotice: { params: { edition }, body: { event: 'approve' }, status: 404 },
  listUnpublishedChanges: { status: 404 },
  getEdition: { params: { edition: '1' }, status: 404 },
  compareEditions: { params: { edition: '1', other: '2' }, status: 404 },
  getClaimReview: { query: { language: 'en' }, status: 404 },
  listCorrections: { query: { kind: 'correction', createdSince: '2024-06-18T00:00:00Z' } },
  createEvidence: {
    body: {
      url: 'https://undocs.org/S/2024/215',
      stance: 'for',
      note: 'The last report of the panel of experts.',
    },
  },
  listClaimEvidence: { query: { stance: 'for,against' } },
  createContact: {
    body: { source: 'russia', outcome: 'asked', channel: 'press office', date: '2024-06-19' },
  },
  getClaimGraph: { query: { depth: '2', types: 'denies,contradicts' } },
  matchClaims: { body: { text: 'روسيا تستخدم صواريخ كورية شمالية في أوكرانيا', language: 'ar' } },
  listSimilarClaims: { query: { limit: '5' } },
};
