/** Requests about records, people and the installation that can be sent as they stand. */
import type { Example } from '../../platform/http/examples.js';
import type { MadeIds } from './made-ids.queries.js';

/** The beginning of the feed. */
const cursor = 'yxFGxeWWeyJmZWVkIjoiMCIsIm9mIjoiIn0';

export const recordExamples = (made: MadeIds): Readonly<Record<string, Example>> => ({
  listEvents: { query: { after: 'start', types: 'claim.approved,claim.retracted', limit: '100' } },
  acknowledgeFeed: { body: { cursor } },
  getEventProof: { params: { id: made.event } },
  getCheckpoint: { params: { number: 'latest' } },
  importClaimReviews: {
    body: {
      document: {
        '@context': 'https://schema.org',
        '@type': 'ClaimReview',
        url: 'https://checkers.example/missiles',
        claimReviewed: 'Russia uses North Korean missiles in Ukraine',
        author: { '@type': 'Organization', name: 'Checkers', url: 'https://checkers.example' },
        reviewRating: {
          '@type': 'Rating',
          alternateName: 'True',
          ratingValue: 5,
          worstRating: 1,
          bestRating: 5,
        },
      },
    },
  },
  updateClockPolicy: { params: { clock: 'pick_up', priority: 'urgent' }, body: { minutes: 60 } },
  updateDeskPolicy: { body: { wipLimit: 5 } },
  createArticle: {
    body: {
      title: 'What was agreed in Pyongyang',
      language: 'en',
      url: 'https://news.example/pyongyang',
      datePublished: '2024-06-19',
      text: 'The two leaders signed a treaty in Pyongyang on Wednesday.',
    },
  },
  listArticles: { query: { language: 'ar', sort: '-createdAt' } },
  updateArticle: { body: { datePublished: '2024-06-18' } },
  createArticleVersion: { body: { text: 'The text as the outlet has it now.' } },
  createSource: {
    body: {
      ref: 'peskov',
      kind: 'person',
      name: 'Dmitry Peskov',
      affiliation: 'Kremlin',
      names: [{ language: 'ar', text: 'دميتري بيسكوف' }],
    },
  },
  listSources: { query: { name: 'بوتين' } },
  updateSource: { body: { affiliation: 'President of the Russian Federation' } },
  transitionSource: { params: { id: 'dprk-state-media' }, body: { event: 'merge', into: 'kcna' } },
  createInstrument: {
    body: {
      ref: 's-res-2627-2022',
      label: 'S/RES/2627 (2022)',
      titles: { en: 'Extension of the mandate of the panel of experts' },
      issuer: 'UN Security Council',
    },
  },
  updateInstrument: { body: { note: 'The panel of experts ended in 2024.' } },
  createProvision: { body: { paragraph: '8(z)', effects: { en: 'An example.' }, direction: 'none' } },
  updateProvision: { body: { source: 'https://undocs.org/S/RES/1718(2006)' } },
  listRatings: { query: { scale: '1' } },
  createRatingScale: {
    body: {
      ratings: [
        {
          slug: 'true',
          labels: { ar: 'صحيح', en: 'True' },
          polarity: 'supports',
          value: 5,
          worst: 1,
          best: 5,
        },
        {
          slug: 'false',
          labels: { ar: 'خطأ', en: 'False' },
          polarity: 'refutes',
          value: 1,
          worst: 1,
          best: 5,
        },
        { slug: 'unproven', labels: { ar: 'غير مثبت', en: 'Unproven' }, polarity: 'neutral' },
      ],
    },
  },
  updateMe: { body: { awayEndsAt: null } },
  acknowledgeInbox: { body: { upTo: '1' } },
  createMember: {
    body: { ref: 'lina', kind: 'person', name: 'Lina', role: 'checker', languages: ['ar', 'en'] },
  },
  listMembers: { query: { role: 'checker,editor', active: 'true' } },
  updateMember: { body: { name: 'A fact-checker' } },
  createKey: { params: { id: 'reader' }, body: { name: 'The news desk' } },
  getKey: { params: { id: made.key } },
  revokeKey: { params: { id: made.keyToEnd } },
  rotateKey: { params: { id: made.keyToRotate }, body: { overlapHours: 24 } },
  listKeyUses: { query: { refused: 'true' } },
  listPrivilegedChanges: { query: { status: 'waiting' } },
  getPrivilegedChange: { params: { id: made.privilegedChange } },
  listPrivilegedChangeTransitions: { params: { id: made.privilegedChange } },
  transitionPrivilegedChange: { params: { id: made.privilegedChange }, body: { event: 'withdraw' } },
  createErasure: {
    body: { target: { kind: 'claim', id: 'C36' }, texts: ['glosses'], reason: 'person_asked' },
  },
  listErasures: { query: { status: 'waiting', target: 'contact,verdict' } },
  getErasure: { params: { id: made.erasure } },
  listErasureTransitions: { params: { id: made.erasure } },
  transitionErasure: {
    params: { id: made.erasure },
    body: { event: 'confirm' },
    headers: { 'If-Match': '*' },
  },
  createWebhook: {
    body: {
      url: 'https://example.com/hooks/isnad',
      headers: { authorization: 'Bearer of-the-receiver' },
      types: ['claim.approved', 'claim.retracted'],
    },
  },
  getWebhook: { params: { id: made.webhook } },
  listWebhookTransitions: { params: { id: made.webhook } },
  deleteWebhook: { params: { id: made.webhookToDelete } },
  testWebhook: { params: { id: made.webhook } },
  updateWebhook: { params: { id: made.webhook }, body: { description: 'The news desk' } },
  transitionWebhook: { params: { id: made.webhook }, body: { event: 'enable' } },
  rotateWebhookSecret: { params: { id: made.webhook }, body: { overlapHours: 24 } },
  listWebhookDeliveries: { params: { id: made.webhook }, query: { outcome: 'failed,given_up' } },
  createWebhookReplay: { params: { id: made.webhook }, body: { from: cursor } },
});
