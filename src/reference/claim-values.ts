import type { AttributionMode, ClaimKind } from '../domain/claim/new-claim.js';
import type { Priority } from '../domain/task/priority.js';
import type { ClaimMoveName, ClaimStatus, EndedStatus } from '../domain/claim/lifecycle.js';
import type { relationTypes } from '../domain/claim/relation.js';
import type { RefusalCode } from '../domain/import/report.js';
import type { CautionKind, Stance } from '../domain/match/stance.js';

type Relation = (typeof relationTypes)[number];
type Words<Value extends string> = Readonly<Record<Value, string>>;

/** What each value of an enumeration means: claims and what they are made of. */
export const claimValues = [
  {
    accusation: 'somebody is said to have done wrong',
    denial: 'somebody says that an accusation is not so',
    violation: 'a norm is said to be broken',
    assertion: 'something is said to be so',
    announcement: 'somebody says what they will do',
    forecast: 'something is said to come',
    quotation: 'somebody is said to have said something',
    observation: 'something is said to be seen, on an image for example',
    characterization: 'something is called by a word that judges it',
  } satisfies Words<ClaimKind>,
  {
    submitted: 'entered, waits for triage',
    open: 'accepted, waits for a checker',
    in_review: 'a checker works on its verdict',
    in_approval: 'its verdict waits for another editor',
    published: 'a revision of its verdict is published',
    correcting: 'published, and a new revision is being written',
    rejected: 'not to be checked',
    merged: 'the same as another claim, which stands for it',
    retracted: 'its verdict was taken back',
  } satisfies Words<ClaimStatus>,
  {
    rejected: 'it is not to be checked',
    merged: 'it was merged into another one itself',
    retracted: 'its verdict was taken back',
  } satisfies Words<EndedStatus>,
  {
    accept: 'to be checked',
    reject: 'not to be checked, with the reason',
    merge: 'the same as another claim',
    start: 'begins the review',
    release: 'gives the review back',
    record: 'records a submitted verdict; a worker does',
    approve: 'publishes the verdict',
    return: 'gives the verdict back to its author, with a note',
    withdraw: 'the author takes the verdict back',
    correct: 'begins a new revision, with the reason',
    cancel: 'ends a correction without one',
    retract: 'takes the published verdict back, with the reason',
    reopen: 'back to triage, with the reason',
  } satisfies Words<ClaimMoveName>,
  {
    direct: 'in quotation marks, or as words of their own',
    indirect: 'in reported speech',
    own_voice: 'said by the article itself',
  } satisfies Words<AttributionMode>,
  {
    low: 'may wait',
    normal: 'as usual',
    high: 'before what is normal',
    urgent: 'before everything else',
  } satisfies Words<Priority>,
  {
    denies: 'says that the other is not so',
    partly_denies: 'says that a part of the other is not so',
    supports: 'speaks for the other',
    contradicts: 'both cannot be so',
    repeats: 'says the same',
    qualifies: 'narrows the other, or adds a condition',
    applies_to: 'is about what the other speaks of',
  } satisfies Words<Relation>,
  { out: 'goes out from this claim', in: 'comes in from the other claim' },
  {
    numbers_differ: 'the numbers are others',
    dates_differ: 'the dates are others',
    names_differ: 'the names are others',
    stance_may_differ: 'one has more words that turn a statement round: not, denies',
    opposite_words: 'each has a word that says the opposite of one of the other: rose, fell',
    words_exchanged: 'where the one has these words, the other has those',
    order_differs: 'they are the same words in another order: who did it to whom may be exchanged',
  } satisfies Words<CautionKind>,
  {
    repeats: 'they say the same, as far as words tell',
    contradicts: 'words of the one turn round what the other says',
    unsure: 'words do not tell',
  } satisfies Words<Stance>,
  {
    claim_missing: 'says nowhere what was claimed',
    claim_too_long: 'the claim is too long',
    too_many_at_address: 'there are as many reviews of its address as may be',
    url_missing: 'has no address of its own',
    url_unusable: 'the address cannot be visited',
    rating_missing: 'says nowhere what was found',
    too_deep: 'is nested too deep',
    json_unreadable: 'is no JSON, nor nearly',
  } satisfies Words<RefusalCode>,
  { created: 'it is new', exists: 'it was there, with the same content', refused: '`problem` says why' },
  {
    imported: 'is new',
    updated: 'was there and has changed',
    unchanged: 'was there as it is',
    withdrawn: 'was there, and its publisher has none any more',
    readable: 'would be imported; nothing was stored',
    refused: '`refusals` say why',
    ignored: 'is no ClaimReview, or is given as one of ours',
  },
];
