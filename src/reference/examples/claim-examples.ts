/** Requests about claims and the work on them, on the first article, that can be sent as they stand. */
import type { Example } from '../../platform/http/examples.js';
import { exampleClaims } from './example-claims.js';
import type { MadeIds } from './made-ids.queries.js';

const article = 'putin-pyongyang-2024';
const { published, withNotice, withoutNotice } = exampleClaims;
const rationale = { en: 'Two panels of experts looked into it and found what is claimed.' };
const verdict = {
  findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'mostly-true' },
  rationale,
  evidence: [],
  provisions: [],
};

export const claimExamples = (made: MadeIds): Readonly<Record<string, Example>> => ({
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
  updateClaim: { body: { worthiness: 'It is quoted widely.' } },
  updateAttributions: {
    body: { attributions: [{ source: 'kirby', mode: 'direct', date: '2024-06' }] },
    headers: { 'If-Match': '*' },
  },
  getClaimProvision: { params: { id: 'C32', link: made.provisionLink } },
  createClaimProvision: { params: { id: 'C01' }, body: { provision: 's-res-1718-2006.8b' } },
  getRelation: { params: { relation: made.relation } },
  deleteRelation: { params: { id: published, relation: made.relationToDelete } },
  createRelation: { body: { type: 'supports', to: 'C33', note: 'The same shipments.' } },
  transitionClaim: { body: { event: 'accept', priority: 'high' } },
  listClaimStatuses: { body: { ids: ['C34', 'C37'] } },
  listClaimHistory: { query: { types: 'claim.submitted,claim.approved' } },
  listClaimTasks: { query: { status: 'open,assigned,in_progress' } },
  listTasks: { query: { stage: 'triage', language: 'ar', sort: '-priority' } },
  takeNextTask: { body: { stages: ['triage', 'review'], start: true } },
  getTask: { params: { id: made.task } },
  listTaskTransitions: { params: { id: made.task } },
  transitionTask: { params: { id: made.task }, body: { event: 'extend' } },
  getDraft: { params: { id: made.task } },
  updateDraft: { params: { id: made.task }, body: { rationale }, headers: { 'If-Match': '*' } },
  actInBulk: { body: { event: 'accept', items: [{ claim: 'C35' }, { claim: 'C36' }] } },
  submitVerdict: { params: { id: made.taskToSubmit }, body: verdict },
  previewVerdict: { params: { id: made.task }, body: verdict },
  getVerdict: { params: { id: made.verdict } },
  listVerdictRecipients: { params: { id: made.verdict } },
  listClaimVerdicts: { query: { status: 'published,superseded' } },
  listVerdictTransitions: { params: { id: made.verdictToApprove } },
  getVerdictEdition: { params: { id: made.verdictToApprove } },
  transitionVerdict: {
    params: { id: made.verdictToApprove },
    body: { event: 'approve', edition: made.edition },
  },
  updateVerdict: {
    params: { id: made.verdictToEdit },
    body: { rationale },
    headers: { 'If-Match': '*' },
  },
  createNotice: { params: { id: withoutNotice }, body: { note: 'A caption was taken for a quote.' } },
  listNoticeTransitions: { params: { id: withNotice, edition: made.notice } },
  transitionNotice: { params: { id: withNotice, edition: made.notice }, body: { event: 'approve' } },
  getUnpublishedChanges: { params: { id: published } },
  getEdition: { params: { id: published, edition: '1' } },
  compareEditions: { params: { id: published, edition: '1', other: '1' } },
  /** What is there to try things out is never public. */
  getClaimReview: { query: { language: 'en' }, status: 404 },
  listCorrections: { query: { kind: 'correction', createdSince: '2024-06-18T00:00:00Z' } },
  createEvidence: {
    body: {
      url: 'https://undocs.org/S/2024/215',
      stance: 'for',
      note: 'The last report of the panel of experts.',
    },
  },
  getEvidence: { params: { id: made.evidence } },
  listEvidenceCaptures: { params: { id: made.evidence } },
  createCapture: { params: { id: made.evidence } },
  getCapture: { params: { id: made.capture } },
  /** It failed: the page is one that no host has. */
  getCaptureText: { params: { id: made.capture }, status: 404 },
  getCaptureContent: { params: { id: made.capture }, status: 404 },
  getCaptureWarc: { params: { id: made.capture }, status: 404 },
  listClaimEvidence: { query: { stance: 'for,against' } },
  createContact: {
    body: { source: 'russia', outcome: 'asked', channel: 'press office', date: '2024-06-19' },
  },
  getContact: { params: { id: made.contact } },
  listContactTransitions: { params: { id: made.contact } },
  transitionContact: { params: { id: made.contact }, body: { event: 'withdraw' } },
  getClaimGraph: { query: { depth: '2', types: 'denies,contradicts' } },
  matchClaims: { body: { text: 'روسيا تستخدم صواريخ كورية شمالية في أوكرانيا', language: 'ar' } },
  listSimilarClaims: { query: { limit: '5' } },
});
