import type { MarkReason, RetractionReason } from '../domain/claim/retraction.js';
import type { EditionManner } from '../domain/edition/edition.js';
import type { NoticeMoveName, NoticeStatus } from '../domain/edition/notice.js';
import type { Permission, Role } from '../domain/access/rules.js';
import type { Polarity } from '../domain/rating/polarity.js';
import type { AgeBucket } from '../domain/stats/flow.js';
import type { Clock } from '../domain/task/clock.js';
import type { Stage, TaskMoveName, TaskStatus } from '../domain/task/lifecycle.js';
import type { VerdictMoveName, VerdictStatus } from '../domain/verdict/lifecycle.js';
import type { AttributionFinding, FidelityFinding } from '../domain/verdict/rules.js';
import type { Warning } from '../domain/verdict/warning.js';

type Words<Value extends string> = Readonly<Record<Value, string>>;

const retracted = {
  error: 'something was wrong',
  unsupported: 'the evidence does not bear it out',
  source_corrected: 'a source has corrected itself',
  legal: 'for legal reasons',
} satisfies Words<RetractionReason>;

/** What each value of an enumeration means: tasks, verdicts, people. */
export const reviewValues = [
  {
    triage: 'is the claim to be checked',
    review: 'write the verdict',
    approval: 'decide on the verdict',
    correction: 'write a new revision',
  } satisfies Words<Stage>,
  {
    triage: 'from entry to acceptance',
    pick_up: 'until somebody begins a review or correction',
    review: 'from the start of a review to its verdict',
    approval: 'until the verdict is decided on',
    correction: 'from the start of a correction to its verdict',
  } satisfies Words<Clock>,
  {
    open: 'nobody holds it',
    assigned: 'somebody holds it',
    in_progress: 'its holder has begun',
    submitted: 'its verdict is being recorded',
    done: 'ended with its work done',
    returned: 'ended, and the verdict was given back',
    canceled: 'ended because the claim went elsewhere',
    expired: 'ended when the lease ran out',
  } satisfies Words<TaskStatus>,
  {
    assign: 'an editor gives it to somebody',
    take: 'you take it',
    start: 'you begin',
    release: 'back to the pool, with its draft',
    submit: 'made by submitting the verdict',
    give_back: 'a refused verdict goes back to its holder; the system does',
    complete: 'follows from what happens to the claim',
    return: 'follows from what happens to the claim',
    cancel: 'follows from what happens to the claim',
    expire: 'the lease ran out; the system does',
    extend: 'a new lease',
    pause: 'clock and lease stand still',
    unpause: 'clock and lease go on',
    prioritize: 'an editor gives it, and its claim, another priority',
  } satisfies Words<TaskMoveName>,
  {
    submitted: 'being recorded',
    refused: 'could not be recorded: `problem` says why',
    proposed: 'waits for approval',
    returned: 'given back to its author',
    withdrawn: 'taken back by its author',
    published: 'the standing revision',
    superseded: 'a later revision has taken its place',
    retracted: 'taken back',
  } satisfies Words<VerdictStatus>,
  {
    approve: 'publishes it',
    return: 'gives it back to its author, with a note',
    withdraw: 'its author takes it back',
    break_glass:
      'asks for it to be published though somebody else holds the approval, with a reason and a second person',
    confirm: 'the second person has it published',
    retract: 'follows from retracting the claim',
  } satisfies Words<VerdictMoveName>,
  {
    confirmed: 'they said it',
    unconfirmed: 'whether they said it is not known',
    misattributed: 'they did not say it',
  } satisfies Words<AttributionFinding>,
  {
    faithful: 'quoted as it was said',
    altered: 'changed in a way that matters',
    fabricated: 'never said',
    not_applicable: 'nobody is quoted',
  } satisfies Words<FidelityFinding>,
  {
    supports: 'the claim is so',
    refutes: 'the claim is not so',
    neutral: 'neither',
  } satisfies Words<Polarity>,
  {
    no_evidence: 'decides without evidence for or against',
    only_one_side: 'decides with evidence of one side only',
    unverified_provision: 'cites a provision that nobody has compared with the official text',
    no_reply_asked: 'decides against somebody who was not asked',
    rationale_in_other_script: 'a text of the rationale is in the letters of another language than its own',
  } satisfies Words<Warning>,
  {
    error: 'something was wrong',
    new_evidence: 'something new has come up',
    clarification: 'the wording misled',
    source_corrected: 'a source has corrected itself',
    unsupported: 'the evidence does not bear it out',
    legal: 'for legal reasons',
  },
  retracted,
  { ...retracted, duplicate: 'another claim says the same' } satisfies Words<MarkReason>,
  {
    approved: 'by an editor who wrote nothing of it',
    break_glass: 'out of turn: a second person confirmed it',
  } satisfies Words<EditionManner>,
  { proposed: 'what would be published', approved: 'what was published' },
  {
    proposed: 'waits for another editor',
    approved: 'is public',
    dropped: 'was not let out',
  } satisfies Words<NoticeStatus>,
  {
    approve: 'another editor lets it out',
    drop: 'an editor lets it go',
  } satisfies Words<NoticeMoveName>,
  {
    correction: 'a later revision took its place',
    retraction: 'it was taken back',
    merge: 'it is treated together with another claim',
  },
  {
    reader: 'reads what is known and published',
    checker: 'also records and writes verdicts',
    editor: 'also triages, hands out work and decides',
    admin: 'runs the installation, and decides on nothing',
  } satisfies Words<Role>,
  {
    read: 'claims, chains, statuses, what is published',
    read_desk: 'tasks, and verdicts in the making',
    record: 'enter articles, sources, claims and evidence',
    check: 'take tasks, write verdicts',
    edit: 'triage, hand out, approve, correct',
    govern: 'set policies',
    erase: 'confirm that words are erased',
    administer: 'members, keys, instruments, ratings',
  } satisfies Words<Permission>,
  { person: 'a human', tool: 'a program, which only reads' },
  {
    under4Hours: 'younger than 4 hours',
    under1Day: 'from 4 hours to a day',
    under3Days: 'from 1 to 3 days',
    under1Week: 'from 3 days to a week',
    under4Weeks: 'from 1 to 4 weeks',
    older: '4 weeks and older',
  } satisfies Words<AgeBucket>,
  { include: 'counted', exclude: 'not counted' },
];
