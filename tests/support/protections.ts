/** What holds the product together, how each is taken out of a run, and which test then fails. One table: long for that. */
import type { Without } from './remove-protection.js';

interface Protection {
  what: string;
  without: Without;
  /** The file, and the title of the test in it. */
  test: [file: string, title: string];
}

const inDatabase = (what: string, sql: string, title: string): Protection => ({
  what,
  without: { sql },
  test: ['tests/db/constraints.test.ts', title],
});

export const protections: readonly Protection[] = [
  inDatabase(
    'the chain of events',
    'DROP TRIGGER events_follow_their_chain ON events',
    'events_follow_their_chain: an event that does not name the one before it',
  ),
  inDatabase(
    'events that are never changed',
    'DROP TRIGGER events_are_permanent ON events',
    'events_are_permanent: an event changed',
  ),
  inDatabase(
    'one number for one event of a claim',
    `DROP INDEX events_claim_id_ordinal_key; DROP TRIGGER events_follow_their_chain ON events`,
    'events_claim_id_ordinal_key: two events with one number',
  ),
  inDatabase(
    'events whose data everybody can read',
    'ALTER TABLE events DROP CONSTRAINT events_data_is_an_object',
    'events_data_is_an_object: an event whose data is 5',
  ),
  {
    what: 'the feed, whatever the data of an event says',
    without: {
      sql: `CREATE OR REPLACE FUNCTION id_or_null(said text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN said::uuid`,
    },
    test: [
      'tests/db/forged-data.test.ts',
      'has its place in the feed, and is passed by whoever owes work for it',
    ],
  },
  inDatabase(
    'what is taken back, for a reason that has fixed words',
    'ALTER TABLE claims DROP CONSTRAINT claims_mark_for_a_reason',
    'claims_mark_for_a_reason: taken back for a reason in words of its own',
  ),
  {
    what: 'no words to readers by an event alone',
    without: {
      file: 'src/domain/publishing/feed-words.ts',
      code: 'wordsFor(words[language].reasons, reason) ?? words[language].unknownReason',
      becomes: 'wordsFor(words[language].reasons, reason) ?? reason',
    },
    test: [
      'tests/api/forged-words.test.ts',
      'of the code "Minister X paid us" readers are told that there is no reason',
    ],
  },
  {
    what: 'no retraction by an event alone',
    without: {
      sql: `CREATE OR REPLACE FUNCTION is_put_right(event_type text, data jsonb, told verdicts) RETURNS boolean LANGUAGE sql STABLE RETURN true`,
    },
    test: [
      'tests/api/forged-marks.test.ts',
      'a claim that a claim.retracted alone says was put right stands',
    ],
  },
  {
    what: 'lists without a claim that cannot be read',
    without: { file: 'src/publishing/leave-out.ts', code: 'return undefined;', becomes: 'throw error;' },
    test: [
      'tests/api/forged-marks.test.ts',
      'a claim that its row alone says was taken back is left out, and the log names it',
    ],
  },
  inDatabase(
    'four eyes: who wrote',
    'ALTER TABLE verdicts DROP CONSTRAINT verdicts_approver_is_not_author',
    'verdicts_approver_is_not_author: who approves their own verdict',
  ),
  inDatabase(
    'four eyes: who edited last',
    'ALTER TABLE verdicts DROP CONSTRAINT verdicts_approver_is_not_last_editor',
    'verdicts_approver_is_not_last_editor: who approves what they edited',
  ),
  inDatabase(
    'four eyes: only an active editor',
    'DROP TRIGGER verdicts_approver_is_editor ON verdicts',
    'verdicts_approver_is_editor: a reader who approves',
  ),
  inDatabase(
    'four eyes: a second person who may check',
    'DROP TRIGGER verdicts_approver_is_editor ON verdicts',
    'verdicts_second_may_check: a second person who has left',
  ),
  inDatabase(
    'an edition behind everything published',
    'DROP TRIGGER verdicts_published_as_edition ON verdicts',
    'verdicts_published_as_edition: a verdict published without an edition',
  ),
  inDatabase(
    'an approved verdict behind every edition',
    'DROP TRIGGER editions_of_approved_verdicts ON editions',
    'editions_of_approved_verdicts: an edition of what nobody approved',
  ),
  inDatabase(
    'a notice that begins as a proposal',
    'DROP TRIGGER notices_begin_proposed ON notices',
    'notices_begin_proposed: a notice that nobody let out',
  ),
  inDatabase(
    'editions that are never changed',
    'DROP TRIGGER editions_are_permanent ON editions',
    'editions_are_permanent: an edition changed',
  ),
  inDatabase(
    'editions named by what they say',
    'ALTER TABLE editions DROP CONSTRAINT editions_digest_of_document',
    'editions_digest_of_document: an edition of another name',
  ),
  {
    what: 'two persons behind a notice',
    without: { sql: 'DROP TRIGGER notices_two_persons ON notices' },
    test: ['tests/api/notices.test.ts', 'is refused by the database, too, where its writer would approve it'],
  },
  inDatabase(
    'claim and live task that agree',
    'DROP TRIGGER review_tasks_begin_with_claims ON review_tasks',
    'claims_agree_with_tasks: a review beside the approval',
  ),
  inDatabase(
    'words of an earlier round',
    'DROP TRIGGER events_record_sides ON events',
    'verdict_sides_are_two: who wrote an earlier round and approves',
  ),
  {
    what: 'what is changed after a verdict was submitted, recorded or not',
    without: {
      sql: `CREATE OR REPLACE FUNCTION has_undecided_verdict(claim uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
        BEGIN RETURN EXISTS (SELECT FROM verdicts v WHERE v.claim_id = claim AND v.status = 'proposed'); END $$`,
    },
    test: ['tests/api/changed-after-submission.test.ts', 'a chain: nor where it was not recorded yet'],
  },
  {
    what: 'sources and related claims that are changed after a verdict was submitted',
    without: {
      sql: `CREATE OR REPLACE FUNCTION persons_who_changed_ingredients(claim uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE AS $$
        BEGIN RETURN; END $$`,
    },
    test: [
      'tests/api/changed-after-submission.test.ts',
      'a denial that is rejected: does not decide on it; another editor does',
    ],
  },
  {
    what: 'approvals that are judged again when everything is verified',
    without: {
      file: 'src/integrity/decisions/judge-decision.ts',
      code: 'if (writers.some(isDecider))',
      becomes: 'if (false)',
    },
    test: [
      'tests/db/verify-approvals.test.ts',
      'an approval by who wrote a gloss of it is found, though nothing in the tables tells of it any more',
    ],
  },
  {
    what: 'the role of whoever decided, when everything is verified',
    without: {
      file: 'src/integrity/decisions/judge-decision.ts',
      code: 'if (!as.some((one) => one === role))',
      becomes: 'if (false)',
    },
    test: [
      'tests/db/forged-decisions.test.ts',
      'a checker who made themselves an editor to approve a verdict',
    ],
  },
  {
    what: 'that somebody replied or declined, recorded without their words',
    without: {
      sql: 'CREATE OR REPLACE FUNCTION says_what_was_answered(type text, data jsonb) RETURNS boolean LANGUAGE sql RETURN false',
    },
    test: [
      'tests/api/changed-after-submission.test.ts',
      'a member who records that somebody declined, without quoting them, does not decide on it, however early it was',
    ],
  },
  {
    what: 'who broke the glass, when everything is verified',
    without: {
      file: 'src/integrity/decisions/claim-authorship.ts',
      code: 'requireOwnHand(last.get(',
      becomes: 'void (last.get(',
    },
    test: [
      'tests/db/forged-consents.test.ts',
      'an editor in whose name a checker broke the glass, by a row alone',
    ],
  },
  {
    what: 'the time within which a second person confirms, when everything is verified',
    without: {
      file: 'src/integrity/decisions/within-hours.ts',
      code: '<= hours * hourMs + writingMs',
      becomes: '<= Infinity * hours',
    },
    test: [
      'tests/db/forged-consents.test.ts',
      'a decision out of turn that lapsed, and was made to wait again',
    ],
  },
  {
    what: 'who asked is somebody who still may, when everything is verified',
    without: {
      file: 'src/integrity/decisions/judge-decision.ts',
      code: 'if (asker && !asker.as.some(',
      becomes: 'if (asker && asker.as.every(',
    },
    test: [
      'tests/db/forged-decisions.test.ts',
      'an admin who was sent away, and came back for the confirmation of what they had asked for',
    ],
  },
  {
    what: 'who asked for what takes two, when everything is verified',
    without: {
      file: 'src/integrity/decisions/check-decisions.ts',
      code: 'asked.requireAsked(event, after);',
      becomes: '',
    },
    test: ['tests/db/forged-consents.test.ts', 'an admin in whose name another asked, by a row alone'],
  },
  {
    what: 'who confirmed what takes two, when everything is verified',
    without: {
      file: 'src/integrity/decisions/asked-changes.ts',
      code: 'if (actor !== decided_by_id)',
      becomes: 'if (false)',
    },
    test: [
      'tests/db/forged-consents.test.ts',
      'an admin who confirmed in the name of another what they had asked for',
    ],
  },
  {
    what: 'who let a notice out, when everything is verified',
    without: {
      file: 'src/integrity/decisions/claim-authorship.ts',
      code: '|| by.approved !== decided_by_id',
      becomes: '',
    },
    test: ['tests/db/forged-consents.test.ts', 'a notice that an editor let out in the name of another'],
  },
  {
    what: 'who wrote a notice, when everything is verified',
    without: {
      file: 'src/integrity/decisions/claim-authorship.ts',
      code: '|| by.proposed !== proposed_by_id',
      becomes: '',
    },
    test: [
      'tests/db/forged-consents.test.ts',
      'a notice that an editor wrote in the name of another, to let it out themselves',
    ],
  },
  {
    what: 'who gave rights, when everything is verified',
    without: {
      file: 'src/integrity/decisions/role-bound-acts.ts',
      code: 'if (!as.some((role) => members.hadRole(actor, role, { order, at })))',
      becomes: 'if (false)',
    },
    test: ['tests/db/forged-decisions.test.ts', 'a key that an editor made for an admin'],
  },
  {
    what: 'that rows give rights, when everything is verified',
    without: {
      file: 'src/integrity/decisions/changed-rights.ts',
      code: 'const takesTwo = privilegedFields(before, { role, active }, { changesIdentities }).length > 0;',
      becomes: 'const takesTwo = privilegedFields(before, before, { changesIdentities }).length > 0;',
    },
    test: ['tests/db/forged-rights.test.ts', 'a role that a reader gives themselves by source.changed'],
  },
  {
    what: 'keys that stay what they were, when everything is verified',
    without: {
      file: 'src/integrity/decisions/changed-rights.ts',
      code: "if (differs('member_id') || differs('secret_digest'))",
      becomes: 'if (false)',
    },
    test: ['tests/db/forged-rights.test.ts', 'a key that is given to another'],
  },
  {
    what: 'that somebody did it, when everything is verified',
    without: {
      file: 'src/integrity/decisions/acts-of-nobody.ts',
      code: 'if (ofMembers.has(type)) throw',
      becomes: 'if (false) throw',
    },
    test: [
      'tests/db/forged-signatures.test.ts',
      'is no change of a claim but those of the system: claim.merged',
    ],
  },
  {
    what: 'that the system changes no rights, when everything is verified',
    without: {
      file: 'src/integrity/decisions/role-bound-acts.ts',
      code: "if (actor === null && data['operator'] !== true && !bySignIn)",
      becomes: 'if (false)',
    },
    test: ['tests/db/forged-signatures.test.ts', 'is no role'],
  },
  {
    what: 'with whose key it was done, when everything is verified',
    without: {
      file: 'src/integrity/decisions/key-uses.ts',
      code: 'if (known?.member !== member)',
      becomes: 'if (!known)',
    },
    test: ['tests/db/forged-signatures.test.ts', 'of somebody else'],
  },
  {
    what: 'that an erasure was agreed on, when everything is verified',
    without: {
      file: 'src/integrity/decisions/check-decisions.ts',
      code: 'erasures.judge();',
      becomes: '',
    },
    test: [
      'tests/db/forged-erasures.test.ts',
      'a quote that is withheld by an erasure that nobody asked for',
    ],
  },
  {
    what: 'two admins behind rights, when everything is verified',
    without: {
      file: 'src/integrity/decisions/role-bound-acts.ts',
      code: 'if (change === null && members.otherAdmins(actor, { order, at }))',
      becomes: 'if (false)',
    },
    test: [
      'tests/db/forged-decisions.test.ts',
      'rights that were never given: an admin does so alone, where there is another',
    ],
  },
  {
    what: 'a change that is what was asked for, when everything is verified',
    without: {
      file: 'src/integrity/decisions/confirmed-changes.ts',
      code: "if (!isAsAskedFor(change, made)) return 'which was confirmed for something else';",
      becomes: '',
    },
    test: ['tests/db/forged-rights.test.ts', 'a role for another member than was agreed on'],
  },
  {
    what: 'two admins behind a sign-in, when everything is verified',
    without: {
      file: 'src/integrity/decisions/changed-rights.ts',
      code: 'const changesIdentities = before.identities.join() !== identities.join();',
      becomes: 'const changesIdentities = false;',
    },
    test: [
      'tests/db/forged-rights.test.ts',
      'is found where the other admin was none for the moment in which it was given',
    ],
  },
  {
    what: 'a tie that is for ever',
    without: { sql: 'DROP TRIGGER members_tied_for_ever ON members' },
    test: ['tests/db/forged-rights.test.ts', 'no row says that who was tied is a person of their own again'],
  },
  {
    what: 'a tie that is for ever, when everything is verified',
    without: {
      file: 'src/integrity/decisions/role-bound-acts.ts',
      code: 'members.judgeTies();',
      becomes: '',
    },
    test: [
      'tests/db/forged-rights.test.ts',
      'is found where the history tells of one who is a person of their own again',
    ],
  },
  {
    what: 'what was approved is what had happened, when everything is verified',
    without: {
      file: 'src/integrity/editions/check-editions.ts',
      code: 'if (!isWhole || !(await isMadeAgain(digest, edition))) passedOver++;',
      becomes: 'if (!isWhole) passedOver++;',
    },
    test: [
      'tests/db/forged-editions.test.ts',
      'and what stood there for a moment is found where it was approved; words of before by whoever has the words',
    ],
  },
  {
    what: 'who wrote the events, when everything is verified',
    without: {
      file: 'src/integrity/verify/event-macs.ts',
      code: 'else foreign ??= placeOf(event);',
      becomes: '',
    },
    test: [
      'tests/db/forged-origin.test.ts',
      'an event and what it tells of are found, with nothing in the place of the mac',
    ],
  },
  {
    what: 'identities that are moved to another member by nobody in the database',
    without: {
      file: 'src/resources/members/sign-in.service.ts',
      code: 'if (!members.isTied(identity, known)) {',
      becomes: 'if (identity.digest === known.mac) {',
    },
    test: [
      'tests/db/forged-credentials.test.ts',
      'signs nobody in as the member that their identity was moved to, or with the key of another',
    ],
  },
  {
    what: 'who wrote into a draft that went on, when everything is verified',
    without: {
      file: 'src/integrity/verify/sides.ts',
      code: 'await verifyPassedDrafts(snapshot);',
      becomes: '',
    },
    test: [
      'tests/db/forgotten-writers.test.ts',
      'an editor who began a draft, had that forgotten, and approves what became of it',
    ],
  },
  {
    what: 'an approval that its holder decides on, when everything is verified',
    without: {
      file: 'src/integrity/decisions/claim-authorship.ts',
      code: "requireHolder(holder, { by, what: 'was approved', place: approval.place });",
      becomes: '',
    },
    test: ['tests/db/held-by-another.test.ts', 'and that somebody decides on in their place: approve'],
  },
  {
    what: 'rows that an event changes from what they were, when everything is verified',
    without: {
      file: 'src/integrity/exports/verify-export.ts',
      code: 'requireAsBefore(before, line.event);',
      becomes: '',
    },
    test: [
      'tests/db/held-by-another.test.ts',
      'a verdict that another editor returned, which is approved in place of the next one',
    ],
  },
  {
    what: 'a task that its holder works on, when everything is verified',
    without: {
      file: 'src/integrity/decisions/task-holders.ts',
      code: 'if (!holdersMoves.has(type) || holder === actor) return false;',
      becomes: 'if (holder === actor || holdersMoves.get(type) !== true) return false;',
    },
    test: ['tests/db/held-by-another.test.ts', 'that a verdict is submitted of'],
  },
  {
    what: 'a task that an editor alone works on beside its holder, when everything is verified',
    without: {
      file: 'src/integrity/decisions/role-bound-acts.ts',
      code: "takesEditor ? 'edit' : permissionFor[type]",
      becomes: 'permissionFor[type]',
    },
    test: ['tests/db/held-by-another.test.ts', 'that is paused, by whoever is no editor'],
  },
  {
    what: 'who wrote into the draft of a correction, when everything is verified',
    without: {
      file: 'src/integrity/verify/passed-drafts.ts',
      code: '  return true;\n}',
      becomes: '  return false;\n}',
    },
    test: [
      'tests/db/forgotten-writers.test.ts',
      'an editor who began the draft of a correction, had that forgotten, and approves what became of it',
    ],
  },
  {
    what: 'who wrote into a draft that an expired task left, when everything is verified',
    without: {
      file: 'src/integrity/verify/passed-drafts.ts',
      code: 'return draft !== undefined && !isSame(value, draft);',
      becomes: 'return false;',
    },
    test: [
      'tests/db/forgotten-writers.test.ts',
      'an editor who changed what an expired task left, had that forgotten, and approves what became of it',
    ],
  },
  {
    what: 'who wrote into a verdict that came back, when everything is verified',
    without: {
      file: 'src/integrity/verify/passed-drafts.ts',
      code: 'return isOtherThanVerdict(snapshot, value, verdict);',
      becomes: 'return false;',
    },
    test: [
      'tests/db/forgotten-writers.test.ts',
      'an editor who changed a verdict that came back, had that forgotten, and approves what became of it',
    ],
  },
  {
    what: 'sides that the application does not write',
    without: {
      file: 'src/platform/db/written-once.ts',
      code: "writtenByOwner: readonly string[] = ['verdict_sides']",
      becomes: 'writtenByOwner: readonly string[] = []',
    },
    test: [
      'tests/db/two-roles.test.ts',
      'writes nothing of who stands on which side: DELETE FROM verdict_sides',
    ],
  },
  {
    what: "a webhook that is its member's alone",
    without: {
      file: 'src/delivery/webhooks/webhook.service.ts',
      code: "if (webhook.owner.id !== caller.memberId) throw failureOf(refusalOf('forbidden', 'not_webhook_owner'));",
      becomes: '',
    },
    test: [
      'tests/api/webhooks.test.ts',
      'is settled by its owner, seen and ended by admins too, and by nobody else',
    ],
  },
  {
    what: 'a privileged change that stays what was asked for',
    without: { sql: 'DROP TRIGGER privileged_changes_wait_first ON privileged_changes' },
    test: ['tests/db/forged-rights.test.ts', 'does not wait again once it was decided on'],
  },
  {
    what: 'a privileged change that is not put in again as another',
    without: { sql: 'DROP TRIGGER privileged_changes_stay ON privileged_changes' },
    test: ['tests/db/forged-rights.test.ts', 'is not taken out, to be put in again as another'],
  },
  {
    what: 'a privileged change that is confirmed as it was read',
    without: {
      file: 'src/resources/privileged-changes/privileged-change.routes.ts',
      code: "entityTag('privileged-change', id, status, asked)",
      becomes: "entityTag('privileged-change', id, status)",
    },
    test: ['tests/db/forged-rights.test.ts', 'is confirmed as it was read, and as nothing else'],
  },
  {
    what: 'a notice whose note can be compared, when everything is verified',
    without: {
      file: 'src/integrity/editions/notice-again.ts',
      code: "if (!isSealed(note)) throw new VerificationError('was proposed with a note that is no seal', place);",
      becomes: 'if (!isSealed(note)) return;',
    },
    test: ['tests/unit/notice-again.test.ts', 'is bad where its note is words and no seal'],
  },
  {
    what: 'which provision a draft that came back cites, when everything is verified',
    without: {
      file: 'src/integrity/verify/passed-drafts.ts',
      code: '...{ provision, act, actor, date, direction },',
      becomes: '...{ provision: null, act, actor, date, direction },',
    },
    test: [
      'tests/db/forgotten-writers.test.ts',
      'an editor who changed which provision it cites, had that forgotten, and approves what became of it',
    ],
  },
  {
    what: 'a confirmation that says what was read',
    without: {
      file: 'src/resources/privileged-changes/changes-of-kind.ts',
      code: "if (event === 'confirm') requireIfMatch(request);",
      becomes: '',
    },
    test: [
      'tests/api/privileged-changes.test.ts',
      'is confirmed by who says what they read, and rejected or withdrawn by anybody who may',
    ],
  },
  {
    what: 'an identity that the second admin can see whose it is',
    without: {
      file: 'src/resources/members/asked-identities.ts',
      code: 'if (faults.length > 0)',
      becomes: 'if (false)',
    },
    test: [
      'tests/api/privileged-changes.test.ts',
      'asks for nobody whom only an earlier request named: whose it is would be shown to nobody',
    ],
  },
  {
    what: 'the very sign-in that two admins agreed on, when everything is verified',
    without: {
      file: 'src/integrity/decisions/confirmed-changes.ts',
      code: 'hash(now.identities) === identities',
      becomes: "(fields.includes('identities') || hash(now.identities) === identities)",
    },
    test: [
      'tests/db/forged-rights.test.ts',
      'is found where it was that of somebody else, whom the owner of the tables put in',
    ],
  },
  {
    what: 'no review of others in our own name',
    without: {
      file: 'src/domain/import/ignore-own-reviews.ts',
      code: "one.step.do === 'store' && isOwn(one.step.review)",
      becomes: 'false',
    },
    test: [
      'tests/api/import.test.ts',
      'an import of what this API gives out reads all of it, and takes back what was retracted',
    ],
  },
  {
    what: 'a decision names what was read',
    without: {
      file: 'src/workflow/propose-edition.ts',
      code: 'if (named === now.digest) return now;',
      becomes: 'if (named !== undefined) return now;',
    },
    test: ['tests/api/verdicts.test.ts', 'takes what the editor read, and refuses what has changed since'],
  },
  {
    what: 'what a browser sends along by itself comes from a page of ours',
    without: {
      file: 'src/platform/http/authenticate.ts',
      code: 'if (isWrite(operation) && sentByItself(request)) requireOwnPage(request);',
      becomes: '',
    },
    test: ['tests/api/sessions.test.ts', 'from another site'],
  },
  {
    what: 'readers see what is named for them',
    without: {
      file: 'src/resources/claims/history.service.ts',
      code: 'const shown = publicData(event.type, withhold(data, withheld ?? []));',
      becomes: 'const shown = data;',
    },
    test: ['tests/api/history.test.ts', 'tells others what happened, but not how the desk works'],
  },
  inDatabase(
    'one published verdict',
    'DROP INDEX verdicts_one_published',
    'verdicts_one_published: two published verdicts of one claim',
  ),
  inDatabase(
    'published verdicts stay',
    'DROP TRIGGER verdicts_published_stay ON verdicts',
    'verdicts_published_stay: a published verdict taken away',
  ),
  inDatabase(
    'the outbox',
    // The second one would refuse the seed, and so find it out before the test does.
    'DROP TRIGGER events_to_outbox ON events; DROP TRIGGER claims_change_by_events ON claims',
    'an event, which then waits in the outbox',
  ),
  inDatabase(
    'the order of the feed, once given',
    'DROP TRIGGER feed_is_permanent ON feed',
    'feed_are_permanent: a gap in the feed',
  ),
  inDatabase(
    'no status that changes without an event',
    'DROP TRIGGER claims_change_by_events ON claims',
    'claims_change_by_events: another status of a claim without an event',
  ),
  {
    what: 'the look at what has changed, before a cached status is given',
    without: {
      file: 'src/delivery/feed/change-clock.ts',
      code: 'claims?.forEach((claim) => changedAt.set(claim, tick));',
      becomes: '',
    },
    test: [
      'tests/api/statuses.test.ts',
      'show at once what has changed, however often they were asked for before',
    ],
  },
  {
    what: 'a change that is reported while a status is read',
    without: {
      file: 'src/resources/statuses/status-cache.ts',
      code: 'const cached = { row, readAt };',
      becomes: 'const cached = { row, readAt: changes.now() };',
    },
    test: [
      'tests/unit/status-cache.test.ts',
      'are never older than the question, in whatever order things happen and answers come',
    ],
  },
  {
    what: 'positions in the feed, given after the commit',
    without: {
      file: 'src/delivery/feed/feed.repository.ts',
      code: '(SELECT coalesce(max(position), 0) FROM feed) + row_number() OVER (ORDER BY event_seq), event_seq',
      becomes: 'event_seq, event_seq',
    },
    test: [
      'tests/workers/relay.test.ts',
      'shows an event that was written first and committed last to a reader who has passed later ones',
    ],
  },
  {
    what: 'the relay',
    without: {
      file: 'workers/start.ts',
      code: 'startRelay({ store, enqueue, jobsFor, signal, log })',
      becomes: '{ close: () => Promise.resolve() }',
    },
    test: ['tests/workers/queue.test.ts', 'does what a committed event owes'],
  },
  {
    what: 'the sweep',
    without: {
      file: 'workers/sweep-schedule.ts',
      code: '  call();\n  const timer = setInterval(call, sweepIntervalMs);',
      becomes: '  const timer = setInterval(() => undefined, sweepIntervalMs);',
    },
    test: ['tests/workers/queue.test.ts', 'does what is owed though the queue was emptied'],
  },
  {
    what: 'the fence of a lease',
    without: {
      file: 'src/delivery/webhooks/record-attempt.repository.ts',
      code: ' AND lease = ${lease}',
      becomes: '',
    },
    test: ['tests/faults/webhook-crash.test.ts', 'that sleeps past its lease writes nothing when it wakes'],
  },
  {
    what: 'what is remembered of a write with a key',
    without: {
      file: 'src/platform/idempotency/write.service.ts',
      code: '(done.has(step) ? { result: done.get(step) } : undefined)',
      becomes: '(steps.has(step + 1000) ? { result: undefined } : undefined)',
    },
    test: ['tests/api/idempotency.test.ts', 'work that broke off is taken up where it stopped'],
  },
  {
    what: 'the look at who listens, before something is sent',
    without: {
      file: 'src/delivery/feed/feed.service.ts',
      code: '({ role } = await rights.present());',
      becomes: '',
    },
    test: [
      'tests/api/held-rights.test.ts',
      'of a member who was demoted meanwhile shows what they may see now',
    ],
  },
  {
    what: 'those who wait are woken when their rights end',
    without: {
      file: 'src/platform/auth/rights-watch.ts',
      code: 'for (const wake of woken) wake();',
      becomes: '',
    },
    test: [
      'tests/api/held-rights.test.ts',
      'on the status of a member whose key is revoked ends with 401 though nothing happens',
    ],
  },
  {
    what: 'answers that are given again to the same role only',
    without: {
      file: 'src/platform/http/idempotency.ts',
      code: 'if (again && answer.role !== caller.role)',
      becomes: 'if (again && answer.role === undefined)',
    },
    test: [
      'tests/api/held-answers.test.ts',
      'what was answered to an admin is not given again to the reader they have become',
    ],
  },
  {
    what: 'webhooks that end with their key',
    without: {
      file: 'src/resources/keys/key.service.ts',
      code: 'await followOwners.keyRevoked(tx, actor, id);',
      becomes: '',
    },
    test: [
      'tests/workers/webhook-owners.test.ts',
      'is disabled with an event, and another key of its member enables it from where it stopped',
    ],
  },
  {
    what: 'the look at whom a webhook belongs to, before something is sent',
    without: {
      file: 'src/delivery/webhooks/deliver-batch.ts',
      code: 'if (performance.now() - lookedAt <= rightsMaxAgeMs) return true;',
      becomes: 'if (lookedAt > 0) return true;',
    },
    test: [
      'tests/workers/webhook-owners.test.ts',
      'who is made a reader in the middle of a run gets nothing that they may not see, a second later',
    ],
  },
  {
    what: 'secrets that are encrypted, each for its row',
    without: {
      file: 'src/platform/secrets/secret-box.ts',
      code: 'Buffer => Buffer.from(about);',
      becomes: "Buffer => Buffer.from('');",
    },
    test: ['tests/api/kept-secrets.test.ts', 'opens in no other row'],
  },
  {
    what: 'privileged changes: another person',
    without: {
      file: 'src/domain/access/privileged-change.ts',
      code: "if (by === 'another' && isAuthor) return samePerson;",
      becomes: '',
    },
    test: [
      'tests/api/privileged-changes.test.ts',
      'is not confirmed by whoever asked, nor by another member of the same person',
    ],
  },
  {
    what: 'privileged changes: refused when late',
    without: {
      file: 'src/domain/access/privileged-change.ts',
      code: 'if (late) return lapsed;',
      becomes: '',
    },
    test: [
      'tests/api/privileged-changes.test.ts',
      'lapses after 72 hours, and is refused from then on though no job has come',
    ],
  },
  {
    what: 'privileged changes: one at a time',
    without: {
      file: 'src/resources/privileged-changes/privileged-change.service.ts',
      code: 'const deciders = await lockHolders(tx, permissionToDecide(asked.kind));\n        await lockChange(tx, id);',
      becomes:
        "const deciders = await tx.$queryRaw<{ id: string; personId: string; role: 'admin' }[]>`SELECT id, coalesce(person_id, id) AS \"personId\", role::text AS role FROM members WHERE role = 'admin' AND active`;",
    },
    test: [
      'tests/api/privileged-changes.test.ts',
      'is made once, however many confirm it at the same moment',
    ],
  },
  {
    what: 'sealed texts go by an erasure alone',
    without: { sql: 'DROP TRIGGER contents_are_erased ON contents' },
    test: ['tests/api/erasures.test.ts', 'is the only way in which a sealed text goes'],
  },
  {
    what: 'a role that may only add to events',
    without: { sql: 'GRANT UPDATE ON events TO application_of_migrated' },
    test: ['tests/db/two-roles.test.ts', 'has no UPDATE on events'],
  },
  {
    what: 'erasures: answers that are kept',
    without: {
      sql: "CREATE OR REPLACE FUNCTION forget_answers(names text[], looked jsonb) RETURNS void LANGUAGE sql VOLATILE AS 'SELECT'",
    },
    test: [
      'tests/api/erasures.test.ts',
      'takes a person who was asked: their name, the way to them and their answer',
    ],
  },
  {
    what: 'erasures: bytes that others rest on',
    without: {
      file: 'src/resources/erasures/erasure.service.ts',
      code: 'if (!(await isKept(tx, sha256))) await pages.remove(sha256);',
      becomes: 'await pages.remove(sha256);',
    },
    test: [
      'tests/api/erasures.test.ts',
      'takes captured bytes with their title, but not those that other evidence rests on',
    ],
  },
  {
    what: 'redactions: events as they are read',
    without: {
      file: 'src/delivery/feed/reader.repository.ts',
      code: 'data: withhold(data, withheld ?? []),',
      becomes: 'data: withhold(data, withheld?.slice(1) ?? []),',
    },
    test: [
      'tests/api/redactions.test.ts',
      'are in no answer, search, feed, webhook or export once they are withheld',
    ],
  },
  {
    what: 'redactions: the dates by which readers sync',
    without: {
      sql: `CREATE OR REPLACE FUNCTION last_withheld_in(document text) RETURNS timestamptz LANGUAGE sql STABLE RETURN NULL::timestamptz`,
    },
    test: [
      'tests/api/published-changes.test.ts',
      'changes what is public of each claim that names it: the title of the article',
    ],
  },
  {
    what: 'redactions: by the order of events, whatever the clocks say',
    without: {
      sql: `CREATE OR REPLACE FUNCTION redaction_of(text withheld_texts) RETURNS bigint LANGUAGE sql STABLE RETURN 0::bigint`,
    },
    test: [
      'tests/api/published-changes.test.ts',
      'stays withheld from what was published before, however the clock goes',
    ],
  },
  {
    what: 'redactions: what is left of an event',
    without: {
      file: 'src/integrity/exports/verify-chain.ts',
      code: 'if (stated?.digest !== digest)',
      becomes: 'if (!stated)',
    },
    test: [
      'tests/api/redactions.test.ts',
      'cannot be an excuse to rewrite an event: what is left of it is told by the redaction',
    ],
  },
  {
    what: 'redactions: proven before what is left of an event is believed',
    without: {
      file: 'src/integrity/exports/verify-export.ts',
      code: 'ordinal <= covered && statedAt > covered',
      becomes: 'ordinal <= covered && statedAt < 0',
    },
    test: ['tests/db/forged-exports.test.ts', 'is not what a redaction says that no checkpoint covers'],
  },
  {
    what: 'no places in the feed in the export of one claim, where nothing proves them',
    without: {
      file: 'src/integrity/exports/verify-export.ts',
      code: 'if ((line.position === undefined) !== (claim !== null)) {',
      becomes: 'if (line.position === undefined && claim === null) {',
    },
    test: [
      'tests/db/forged-exports.test.ts',
      'has no places in the feed: only the whole of it shows that they are those that were signed',
    ],
  },
  {
    what: 'the check of addresses',
    without: {
      file: 'src/domain/access/outside-address.ts',
      code: `if (range !== 'unicast') return`,
      becomes: `if (range === 'broadcast') return`,
    },
    test: [
      'tests/faults/hostile-evidence.test.ts',
      'is refused as no URL, or kept and never called: not one connection in a hundred forms',
    ],
  },
  {
    what: 'erasures: no merge or split of a source meanwhile',
    without: {
      file: 'src/resources/sources/merge-source.ts',
      code: '(await refuseForErasure(tx, current, into))',
      becomes: 'undefined',
    },
    test: [
      'tests/api/erasure-of-sources.test.ts',
      'is of no other that an editor merges into it while it waits: what is public keeps its name',
    ],
  },
  {
    what: 'erasures: two persons, also for the command',
    without: {
      file: 'src/resources/erasures/erasure.service.ts',
      code: `if (aloneBecause === undefined && areTwo(await lockHolders(tx, 'erase'))) throw twoPersons();`,
      becomes: '',
    },
    test: [
      'tests/api/erasure-persons.test.ts',
      'an erasure by the command is refused where two persons could do it, but with a reason that its event names',
    ],
  },
  {
    what: 'erasures: somebody who could confirm',
    without: {
      file: 'src/resources/erasures/erasure.service.ts',
      code: 'if (holders.every(({ personId }) => personId === own)) throw nobodyToConfirm();',
      becomes: '',
    },
    test: [
      'tests/api/erasure-persons.test.ts',
      'is asked for in vain where nobody else could confirm it, and left to the command, which asks for no reason then',
    ],
  },
  {
    what: 'erasures: another person, in the database itself',
    without: {
      sql: `DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('erase(uuid, uuid, jsonb)'::regprocedure), 'AND person_of(m.id) <> person_of(asked.id)', ''); END $do$`,
    },
    test: ['tests/api/erasure-persons.test.ts', 'is not confirmed by another member of the same person'],
  },
  {
    what: 'erasures: no table of the same name',
    without: { sql: 'ALTER FUNCTION erase(uuid, uuid, jsonb) RESET search_path' },
    test: [
      'tests/api/erasure-persons.test.ts',
      'is not confirmed by a checker who is an editor in a table of the same name',
    ],
  },
  {
    what: 'a submission: no change beside it of what it names',
    without: {
      sql: 'CREATE OR REPLACE FUNCTION keep_named(claim uuid, asked jsonb) RETURNS void LANGUAGE sql VOLATILE AS $$ SELECT $$',
    },
    test: ['tests/db/submission-waits.test.ts', 'a submission keeps what it names of sources'],
  },
  {
    what: 'a word to readers who are led to another claim',
    without: {
      file: 'src/workflow/move-claim.ts',
      code: 'if (unexplained) return unexplained;',
      becomes: '',
    },
    test: [
      'tests/api/notices.test.ts',
      'the note of the merge of a published claim is a notice, which names where it went',
    ],
  },
  {
    what: 'a person left to decide when a member leaves',
    without: {
      file: 'src/resources/members/keep-deciders.ts',
      code: 'if (count === 0) return {};',
      becomes: 'return {};',
    },
    test: [
      'tests/api/keep-deciders.test.ts',
      'an editor who alone could decide on a verdict leaves with an override only',
    ],
  },
  {
    what: 'a person left to decide when members are tied',
    without: {
      file: 'src/domain/task/left-undecided.ts',
      code: 'first !== undefined && tied.includes(id) ? first : id',
      becomes: 'first !== undefined && tied.includes(id) ? id : id',
    },
    test: [
      'tests/api/keep-deciders.test.ts',
      'an editor who alone could decide on a verdict becomes one person with its writer with an override only',
    ],
  },
  {
    what: 'break-glass: for what somebody else holds',
    without: {
      file: 'src/domain/verdict/lifecycle.ts',
      code: 'isHeldByAnother(claim, actor) ? undefined : heldByNobody',
      becomes: 'undefined',
    },
    test: ['tests/api/break-glass.test.ts', 'is for an approval that somebody else holds'],
  },
  {
    what: 'triggers, functions and constraints as shipped, when everything is verified',
    without: {
      file: 'src/integrity/verify/definitions.ts',
      code: 'if (is !== wanted)',
      becomes: 'if (is === null)',
    },
    test: ['tests/db/definitions.test.ts', 'disables a trigger is not good'],
  },
  {
    what: 'captured bytes, when everything is verified',
    without: {
      file: 'src/integrity/verify/stored-bytes.ts',
      code: 'if (fault !== undefined)',
      becomes: 'if (fault === null)',
    },
    test: [
      'tests/api/stored-bytes.test.ts',
      'a captured page whose file is changed by one letter is named, and good again once it is put back',
    ],
  },
  {
    what: 'contested in public: only as long as no published rating answers it',
    without: {
      file: 'src/publishing/pages/page.repository.ts',
      code: `AND d.document::jsonb #>> '{verdict,rating,polarity}' = 'neutral'`,
      becomes: '',
    },
    test: [
      'tests/api/public-contested.test.ts',
      'is not contested any more once the denial is corrected to false',
    ],
  },
  {
    what: 'a checkpoint that no copy of the database sends',
    without: {
      file: 'src/integrity/checkpoints/checkpoint.service.ts',
      code: 'if (!attesting || !(await mayCall())) return;',
      becomes: 'if (!attesting) return;',
    },
    test: ['tests/workers/send-checkpoint.test.ts', 'a copy of the database sends nothing'],
  },
  {
    what: 'a key that ends with the identity it stood for',
    without: {
      file: 'src/resources/members/tie-identities.ts',
      code: 'if (revokedAt !== null || !(await revokeKey(tx, keyId, new Date()))) continue;',
      becomes: 'continue;',
    },
    test: ['tests/api/held-sign-in.test.ts', 'their open stream and their long polls end, within a second'],
  },
  {
    what: 'repairs that name what was cleaned from an address',
    without: {
      file: 'src/platform/http/repairs.ts',
      code: 'if (found.length === 0) return reply;',
      becomes: 'if (found.length >= 0) return reply;',
    },
    test: ['tests/api/cleaned-addresses.test.ts', 'is cleaned, and the answer says so'],
  },
];
