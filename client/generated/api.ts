/* Made by "npm run generate" from the operations of the API. Do not edit: change an operation instead. */

export interface paths {
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List claims, oldest first
         * @description Filters take several values, repeated or separated by commas, all but flags, `q` and moments; different filters narrow the list together. `q` looks in quotes, glosses, refs and names of sources.
         */
        get: operations["listClaims"];
        put?: never;
        /**
         * Enter a claim with its quote, attributions and provisions
         * @description One checkable statement, anchored by a quote that has to stand in the article exactly once: add `prefix`, `suffix` or `start` where it does not. `attributions` say how it reached the article, from the article itself to the original claimant. A new claim is `submitted` and waits for triage; `twins` names claims that are likely to be the same; merging is for an editor.
         */
        post: operations["createClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the claims found in an article
         * @description With the filters of `GET /v1/claims`. A claim belongs to the article whose version its quote is anchored in.
         */
        get: operations["listArticleClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything about a claim on one screen
         * @description With `asOf`, as it was at that moment: status, rating, revision, flags, version and how it was described (kinds, language, topics, priority, glosses, dates, notes) are replayed from the events of the claim, as is its chain, with its sources as they are named today; verdicts are the revisions published by then, as they stood; evidence, contacts and relations are those that were there, related claims in the state they had then. Tasks are left out; a relation or norm that was taken back since is not shown; words that were erased since are left out.
         */
        get: operations["getClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is noted about a claim; its quote stays
         * @description What is left out stays as it is. Lists and sets of texts are replaced as a whole, so such a change needs `If-Match`. The quote, and with it the version of the article, never changes: enter another claim for other words. The priority is a move of its task.
         */
        patch: operations["updateClaim"];
        trace?: never;
    };
    "/v1/claims/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this caller may do with the claim now, and why not the rest
         * @description Made from the same table that judges the move itself, so what is `allowed` here goes through unless somebody is faster. A move that is made by another request has its path in `at`.
         */
        get: operations["listClaimTransitions"];
        put?: never;
        /**
         * Move a claim: accept, reject, merge, start, release, correct, cancel, retract or reopen it
         * @description A verdict is decided on at `POST /v1/verdicts/{id}/transitions`; such an event is answered here with 409 `decide_elsewhere` and the path as `at`.
         */
        post: operations["transitionClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/attributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The chain of a claim, link by link
         * @description Each link before those it was heard from, the article first; `parent` says which link had it from this one. The tag of a page is one of the claim, as `PUT` on this path takes it in `If-Match`.
         */
        get: operations["listAttributions"];
        /**
         * Set the chain of a claim anew
         * @description Replaces all links at once. They form a tree: `from` of a link holds those it had the claim from. Sources have to be recorded before; a speaker without a record is a `label`.
         */
        put: operations["updateAttributions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/provisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The norms that a claim touches
         * @description In the order in which they were linked; the claim shows all of them, too.
         */
        get: operations["listClaimProvisions"];
        put?: never;
        /**
         * Link a claim to a norm that it touches
         * @description Names an instrument as a whole, or one provision of it. A claim of kind `violation` cannot be approved before its verdict cites provisions; the link says which ones to look at.
         */
        post: operations["createClaimProvision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/provisions/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One norm that a claim touches
         * @description What making the link answered, as it is now; the claim shows all of them.
         */
        get: operations["getClaimProvision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a claim relates to others
         * @description Oldest first, seen from this claim: `out` where the relation goes out from it, `in` where it comes from the other.
         */
        get: operations["listRelations"];
        put?: never;
        /**
         * Say how a claim relates to another
         * @description The relation goes out from this claim to the other. `denies` and `contradicts` make the other claim `contested` until a published rating answers them. Both claims get the event. Neither has more than 500, in both directions.
         */
        post: operations["createRelation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/relations/{relation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a claim relates to another
         * @description What making the relation answered, seen from this claim, as it is now.
         */
        get: operations["getRelation"];
        put?: never;
        post?: never;
        /**
         * Take back a relation that goes out from this claim
         * @description The other claim gets the event too, and is no longer `contested` where this relation was the reason. A relation that comes in is taken back at the claim it goes out from.
         */
        delete: operations["deleteRelation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter up to 1,000 claims in one call
         * @description As JSON, or as NDJSON (`application/x-ndjson`) with a claim on each line, of 16 MiB at most. Every item has its own outcome: what is refused for one stops none of the others. An item with a `ref` or an `externalId` may be sent again: with the same content it `exists`, with other content it is refused with `ref_taken` or `external_id_taken`. A line that is no JSON is refused like any item; a JSON body that cannot be read is refused as a whole.
         */
        post: operations["createClaims"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened to a claim, oldest first unless sorted otherwise
         * @description The events of the claim, its tasks and its verdicts, in the order of the chain that they are hashed into. Words of people are sealed in events; the desk is given them here. Outside the desk some types show fewer fields.
         */
        get: operations["listClaimHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a claim stands and what was found
         * @description Send the ETag you have as `If-None-Match`: while nothing has changed the answer is 304. With `Prefer: wait=N` beside it, the answer is held until something changes, for up to N seconds. With `asOf`, as it was at that moment, replayed from the events of the claim; 404 where it was not there yet.
         */
        get: operations["getClaimStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The statuses of up to 500 claims at once
         * @description A claim that was merged is followed by the one it was merged into, though nobody asked for that.
         */
        post: operations["listClaimStatuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How work flows over the desk: where it waits, who carries it, what comes back
         * @description Made from the events alone (what is overdue: from the clocks of the tasks). Times are of tasks that ended in the window with their work done; aging, overdue and held tell of now. The fifth decile (p50) and the ninth (p90) are interpolated, in whole seconds.
         */
        get: operations["getFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List review tasks, oldest first
         * @description Filters take several values, repeated or separated by commas, all but flags and moments. `unassigned` and `overdue` find what an editor looks for first.
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All tasks a claim has had
         * @description Every round of every stage, ended ones too, oldest first. One of them at most is live.
         */
        get: operations["listClaimTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the task you should work on next
         * @description By priority, your topics and age, in your languages. Two who ask at once never get the same task. The task is yours (`assigned`) until you release it; with `start` it is `in_progress` at once. It comes with its draft, which an earlier holder or round may have begun, so that one request is enough to write on. You are offered nothing while you are away, nor both sides of one verdict; with as many tasks as you may hold, the answer is 409 `wip_limit_reached`.
         */
        post: operations["takeNextTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One review task
         * @description Its stage and round, who holds it until when, and which clocks run. The draft is a resource of its own.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this caller may do with the task now, and why not the rest
         * @description Made from the same table that judges the move itself. `submit` is made by `POST /v1/tasks/{id}/verdict`, which stands in `at`.
         */
        get: operations["listTaskTransitions"];
        put?: never;
        /**
         * Assign, take, start, extend, pause, release or prioritize a task
         * @description Who takes a task can begin it in the same step: `{"event": "take", "start": true}`. With `prioritize` the claim, and each later task of it, gets the new priority too; the clock that runs goes by the policy for it, from when it began. Submitting is `POST /v1/tasks/{id}/verdict`; `submit` is answered here with 409 `decide_elsewhere` and the path as `at`.
         */
        post: operations["transitionTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The draft of a verdict, for whoever holds the task and for editors
         * @description What has been written so far, whole or not; empty at first. A draft is passed on with the task, and comes back when a verdict is returned.
         */
        get: operations["getDraft"];
        /**
         * Save the draft of a verdict
         * @description The whole draft is replaced. It may be incomplete: only its form is checked. 412 after another change of it, with the present `draft` and its ETag as `current`. It renews the lease of the task. Whoever writes in a draft stands on the writing side of the verdict.
         */
        put: operations["updateDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom work can be given to
         * @description Active checkers and editors, with what they hold and until when they are away. With `task`, whether that task can be given to each of them, and why not: they had the other part in its verdict, have not the role, are away, or hold enough. With `verdict`, who can confirm what you decide on it out of turn.
         */
        get: operations["listDeskPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where all claims stand, column by column
         * @description How many there are in each, how many are overdue, and the first of them. `published` holds those that were published or have changed within seven days. Filters narrow the items, not the counts; claims that try something out are not counted.
         */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/doubts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Approvals that were not by two persons, as is known by now
         * @description Two members may turn out to be one person. What one of them approved of the words of the other is listed here: verdicts and notices as long as they stand in public, and privileged changes that one asked for and the other confirmed. Nothing is rewritten for that: whoever decides corrects or retracts it, or changes it back. `isnad verify` names them, too.
         */
        get: operations["listApprovalsInDoubt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What concerns you, newest first unless sorted otherwise
         * @description Work you were given, returned or are late with; corrections and disputes of what you wrote; captures that failed or changed; and what waits for you as a second person. Each claim, or other thing, is there once, with the newest sentence about it. What you did yourself is not.
         */
        get: operations["listInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/inbox/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark your inbox as read, up to a position
         * @description A mark never goes back. What happens later to the same claim is unread again.
         */
        put: operations["acknowledgeInbox"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept, reject, merge, assign or prioritize up to 200 claims in one call
         * @description Every item has its own outcome, in the order given: what is refused for one does not stop the others. A claim named twice is worked on once. Sent again with the same `Idempotency-Key`, what was done stays done, and items that failed on our side (`database_unavailable`, `changed_meanwhile`) are tried anew.
         */
        post: operations["actInBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit the verdict that a review or correction task asks for
         * @description Durable once answered. A worker then records or refuses it: the answer is 202 and `Location` leads to what becomes of it. With `Prefer: wait=N` the answer waits for that, and is 201 with the recorded verdict, the refusal, or 202 where the time was up.
         */
        post: operations["submitVerdict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/verdict/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would become of a verdict, without submitting it
         * @description What it would be refused for, what it would wait for, what the approver will be warned of, and which ratings it clashes with, each with a pointer to the field. It may be incomplete: what is missing is among the faults. Nothing is kept.
         */
        post: operations["previewVerdict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One verdict; outside the desk, one that is or was published
         * @description The findings, the rationale in every language it was written in, the evidence with the captures it rests on, the provisions cited, and who wrote and approved it. A verdict under way is seen by the desk only.
         */
        get: operations["getVerdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Edit a verdict that awaits approval
         * @description For its author and for editors; whoever edits it cannot approve it. It is checked again like a new one, and its approval goes back to the pool.
         */
        patch: operations["updateVerdict"];
        trace?: never;
    };
    "/v1/claims/{id}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All verdicts on a claim, old revisions included
         * @description Oldest first. Outside the desk only what is or was published; each revision stays readable after a correction.
         */
        get: operations["listClaimVerdicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this caller may do with the verdict now, and why not the rest
         * @description Made from the same table that judges the move itself. Whoever wrote any of the verdict reads here why they do not decide on it.
         */
        get: operations["listVerdictTransitions"];
        put?: never;
        /**
         * Decide on a verdict: approve, return or withdraw it, break the glass, or confirm that
         * @description `approve` publishes a verdict somebody else wrote; `return` gives it back to its author with a note; `withdraw` takes back your own; `break_glass` asks for it to be published although somebody else holds its approval, with a reason and a second person, and is refused while another such decision on the same edition waits to be confirmed; `confirm`, by that person, publishes it. Retracting what is published is a move of the claim.
         */
        post: operations["transitionVerdict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts/{id}/edition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The edition of a verdict: what was published with it, or what would be
         * @description While the verdict awaits approval, this is what readers would see; its ETag is the digest that `approve`, `return` and `break_glass` have to name. Outside the desk, only what was approved.
         */
        get: operations["getVerdictEdition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every edition of a claim, as they came
         * @description The first one first unless sorted otherwise. Old editions stay readable for good; each is named by its digest. Among them stand the notices: the public notes of retractions and merges.
         */
        get: operations["listEditions"];
        put?: never;
        /**
         * Write the public note of a retraction or merge, where it has none
         * @description A notice is an edition without a revision. It waits until another editor approves it; until then the public reads fixed words and the reason code.
         */
        post: operations["createNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/unpublished-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has changed of a claim since it was published, and is not public
         * @description Records go on changing: a source is renamed, a gloss is improved, a related claim is rated. Nothing public changes with them until a correction is approved.
         */
        get: operations["getUnpublishedChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/editions/{edition}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One edition of a claim, by its digest or its revision
         * @description What was published, word for word; in place of a text that was erased stands its kind.
         */
        get: operations["getEdition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/editions/{edition}/comparison/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * In which fields two editions of a claim differ
         * @description As JSON pointers into the two documents, in their order.
         */
        get: operations["compareEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/editions/{edition}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this caller may do with a notice now, and why not the rest
         * @description What was published with a revision is decided on its verdict, and has no moves here.
         */
        get: operations["listNoticeTransitions"];
        put?: never;
        /**
         * Let a notice out, or drop it
         * @description The digest in the path names what was read. Its writer may drop it, and may not approve it.
         */
        post: operations["transitionNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was published and then corrected, retracted or merged, newest first unless sorted otherwise
         * @description Corrections, retractions and merges, each with its note; a merge has no reason, and says into which claim. `GET /v1/verdicts/{id}/recipients` says who had received the earlier one.
         */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts/{id}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which keys and webhooks received a revision, and which of them what came after it
         * @description A key has received everything up to the cursor of the feed that it last acknowledged (`PUT /v1/feed/cursor`); a webhook what its receiver accepted.
         */
        get: operations["listVerdictRecipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What Isnad has signed about its whole history, newest first unless sorted otherwise
         * @description A checkpoint commits to every chain of events as it was: keep one, and no event before it can be changed, added or taken away unnoticed. `isnad verify` holds an export against those you kept.
         */
        get: operations["listCheckpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkpoints/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one checkpoint, or the latest
         * @description `latest` is the newest. A checkpoint is a signed statement of how long the history was and what its hash was, to hold an export against.
         */
        get: operations["getCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkpoints/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public keys that checkpoints were signed with, oldest first
         * @description Keep the key from elsewhere than from here: a key served by Isnad proves nothing against Isnad.
         */
        get: operations["listCheckpointKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That an event is in the signed log
         * @description Inclusion in the log of the feed as a text (c2sp.org/tlog-proof@v1): the place of the event, the hashes that lead from its entry to the root, and the checkpoint with its signature. The entry is the canonical JSON `{"event": id, "hash": …, "position": index + 1}`.
         */
        get: operations["getEventProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened behind a cursor, in the order that every reader sees
         * @description CloudEvents 1.0. Read what there is from `after=start`, or only what happens from now on without it; go on with `next`, which is given also where nothing is new. `more` says that there is more to read at once, also where this page is empty because of `types` or `claim`. What you may not see is there all the same, as a tombstone without data. Acknowledge what you have worked in with `PUT /v1/feed/cursor`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The feed as server-sent events, for as long as you listen
         * @description Each message is one CloudEvent, its `id` the cursor. A client that comes back sends the last id as `Last-Event-ID` and misses nothing; `after=start` begins with all there is; without either, the stream begins with what happens next. A message without data only moves the id on. The stream follows your role while it is open, and ends with your key. `STREAMS_PER_KEY` limits the open streams of a key, in each process.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed/cursor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that this key has received everything up to a cursor
         * @description It never goes back: of two acknowledgements the later place counts.
         */
        put: operations["acknowledgeFeed"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/claimreview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The published verdict on a claim as schema.org ClaimReview
         * @description While a correction is under way the published revision stands, with `creativeWorkStatus` saying so. 404 before a verdict is published, 410 with the reason once it was retracted or the claim merged.
         */
        get: operations["getClaimReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claimreviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every published verdict as a schema.org DataFeed, one ClaimReview per claim
         * @description In the order in which the claims were entered. Of a retracted verdict nothing is left but an item with `dateDeleted`, its address, and the reason in its description. The `Link` header leads to the next page.
         */
        get: operations["listClaimReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/published.rss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verdicts, corrections and retractions as RSS 2.0, newest first
         * @description One entry per claim: the verdict that stands, a correction as an entry of its own with its note. Of a retracted verdict only the reason is left. With `topic`, those whose last edition is about it.
         */
        get: operations["getRssFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/published.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verdicts, corrections and retractions as Atom 1.0, newest first
         * @description One entry per claim: the verdict that stands, a correction as an entry of its own with its note. Of a retracted verdict only the reason is left. With `topic`, those whose last edition is about it.
         */
        get: operations["getAtomFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/published.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verdicts, corrections and retractions as JSON Feed 1.1, newest first
         * @description One entry per claim: the verdict that stands, a correction as an entry of its own with its note. Of a retracted verdict only the reason is left. With `topic`, those whose last edition is about it.
         */
        get: operations["getJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What has been checked before that may be this claim: by this desk, and by others
         * @description Likeness finds the topic, not the stance: a denial is as alike as a repetition. Each proposal says what is shared and what differs, and a person decides. Nothing is merged or related by it. The answer has the shape of the Fact Check Tools API, with more beside.
         */
        post: operations["matchClaims"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Claims of this desk that may belong together with a claim
         * @description Likeness finds the topic, not the stance: a denial is as alike as a repetition. Each proposal says what is shared and what differs, and a person decides. Nothing is merged or related by it.
         */
        get: operations["listSimilarClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the ClaimReviews of other publishers, and report every repair
         * @description They become what `/v1/match` looks among, each claim under the address of its review: a second import changes nothing. They are never verdicts of this desk. An item of a feed with `dateDeleted` takes back what is at its address. An answer of the Fact Check Tools API is read too, and a whole page of HTML. One import holds 20,000 items at most, and one address 1,000 reviews.
         */
        post: operations["importClaimReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The evidence of a claim, for and against
         * @description Oldest first, each with its stance and the newest capture of its page, if it has one. Outside the desk, what a published revision cites.
         */
        get: operations["listClaimEvidence"];
        put?: never;
        /**
         * Add evidence for, against or around a claim
         * @description A worker then captures the page. Evidence is taken in whether its page is there or not; what came of the capture is shown with it. A claim has at most 1000 pieces of it.
         */
        post: operations["createEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One piece of evidence, with what came of its capture
         * @description What making it answered, as it is now.
         */
        get: operations["getEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/{id}/captures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came of each look at the page of this evidence, newest first unless sorted otherwise
         * @description A page is captured when the evidence is recorded and again when somebody asks. Failed looks are listed too, with the reason. Outside the desk, those that a published revision rests on.
         */
        get: operations["listEvidenceCaptures"];
        put?: never;
        /**
         * Have the page captured once more
         * @description A worker looks at it; `change` of the new capture says what became of the page. Earlier captures stay, and so does what verdicts rest on. `Prefer: wait=N` waits for it.
         */
        post: operations["createCapture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/captures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One capture: what was asked, what was answered, and the beginning of its text
         * @description `excerpt` is the beginning of the text that a reader of the page would see. The bytes are at `/content`, for the desk. Outside the desk, captures that a published revision rests on.
         */
        get: operations["getCapture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/captures/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole text that a reader of the captured page would see
         * @description Read from the bytes, which were checked against their hash. For the desk.
         */
        get: operations["getCaptureText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/captures/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The captured bytes as they came, to be saved and not to be shown
         * @description For the desk: pages belong to those who made them. The ETag is the SHA-256, and the bytes were checked against it.
         */
        get: operations["getCaptureContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/captures/{id}/warc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The capture as a WARC 1.1 file: request, response and redirects, with digests
         * @description For archives and the tools that replay them: the bytes as they came.
         */
        get: operations["getCaptureWarc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was asked about a claim, and what came of it
         * @description Oldest first. Whoever a claim accuses is asked before a verdict on it is published; this is the record of it.
         */
        get: operations["listClaimContacts"];
        put?: never;
        /**
         * Record that somebody was asked about a claim, or what they answered
         * @description The desk sees it at once; readers see what was answered, and by whom, once a revision is published, with its edition. How they were asked (`channel`) and who recorded it stay with the desk. A claim has at most 500 of them that are not withdrawn.
         */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That somebody was asked about a claim, and what came of it
         * @description What making it answered, as it is now.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you may do with a contact now
         * @description What was recorded wrongly is withdrawn, and recorded anew.
         */
        get: operations["listContactTransitions"];
        put?: never;
        /**
         * Withdraw a contact
         * @description It stays for the desk as `withdrawn`, and the next edition is without it; what is published holds it until then. If you withdraw one while a verdict waits, you do not decide on that verdict, as when you record one.
         */
        post: operations["transitionContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The claims around a claim and how they relate, up to four relations away
         * @description At most 200 claims, the nearest; `truncated` says when there are more.
         */
        get: operations["getClaimGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/deniers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who denies a claim, wholly or in part
         * @description Oldest first. Made from the relations `denies` and `partly_denies` that point at the claim: each with whom the denial came from.
         */
        get: operations["listClaimDeniers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/origins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many original claimants stand behind the outlets that repeat a claim
         * @description Looks at the claim and at all claims connected with it by `repeats` or by having been merged, up to 500. Only the ends of their chains count: five outlets that all quote one agency are one origin.
         */
        get: operations["listClaimOrigins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the desk is run: its clocks by stage and priority, leases, limits
         * @description In force now. Each change is an event; what runs already keeps its time until its clock is set again.
         */
        get: operations["getPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/clocks/{clock}/{priority}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how long a clock runs
         * @description Holds for clocks that start from then on: those that run keep their times.
         */
        put: operations["updateClockPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change automatic assignment, the limit of work in progress, or the lease
         * @description A new lease holds from the next time that a task is taken or worked on.
         */
        patch: operations["updateDeskPolicy"];
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List articles, newest first unless sorted otherwise
         * @description What describes each, without texts.
         */
        get: operations["listArticles"];
        put?: never;
        /**
         * Store an article and its text as version 1
         * @description The text is stored exactly as it is sent and never changes; a later text becomes the next version.
         */
        post: operations["createArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an article and the list of its versions
         * @description What describes the article, and the list of its versions. Texts are read version by version.
         */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what describes an article
         * @description What is left out stays. The text is another matter: a later one is a version of its own. Every claim of the article shows the new title at the desk; what is published of it stays as it was approved.
         */
        patch: operations["updateArticle"];
        trace?: never;
    };
    "/v1/articles/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of an article, oldest first
         * @description Without texts. Quotes of claims are anchored in one version and stay there.
         */
        get: operations["listArticleVersions"];
        put?: never;
        /**
         * Store a new text of an article as its next version
         * @description For when an outlet has changed its text. Claims stay anchored in the version they were quoted from; `quotes` says of each whether its quote was kept, moved, changed or lost. The text of the latest version again is refused; that of an earlier one is a version of its own.
         */
        post: operations["createArticleVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the exact text of one version
         * @description Character for character as it was stored. Offsets of quotes count Unicode code points of this text, from 0.
         */
        get: operations["getArticleVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sources, or find them by name
         * @description With `name`, spellings are compared after folding (vowel signs, hamza forms, case and the like do not count): the very name first, then names like it, unless `sort` says otherwise; without `name`, in order of creation. `matched` says which name was found. What was merged is found as the source that stands for it.
         */
        get: operations["listSources"];
        put?: never;
        /**
         * Record a source with its names
         * @description Somebody a claim can be attributed to. Names are kept per language and found in any of their writings; the ref is used in chains.
         */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a source
         * @description With all its names. Claims attributed to it are found by `GET /v1/claims?source=`. One that was merged stays here, and names the source that stands for it in `mergedInto`.
         */
        get: operations["getSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a source
         * @description What is left out stays. Names are replaced as a whole, so that change needs `If-Match`. Every claim that names the source shows the new name.
         */
        patch: operations["updateSource"];
        trace?: never;
    };
    "/v1/sources/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you may do with the source now
         * @description One that was recorded twice is merged into the other; `split` takes that back for this one, whenever. Those that were merged into it before stay with the other.
         */
        get: operations["listSourceTransitions"];
        put?: never;
        /**
         * Merge a source into another, or split it again
         * @description Claims, articles and contacts keep the source that they were recorded with, and show the one that stands for it; so do filters and searches. What was merged into it goes along. What is published stays as it is until a new edition is approved, by somebody else.
         */
        post: operations["transitionSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instruments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instruments in order of creation
         * @description Without their provisions.
         */
        get: operations["listInstruments"];
        put?: never;
        /**
         * Record an instrument with its provisions
         * @description A legal text such as a resolution of the Security Council, with the paragraphs that claims may touch. `verified` says that somebody has compared it with the official text.
         */
        post: operations["createInstrument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instruments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an instrument with its provisions
         * @description With every provision: its paragraph, what it does, from when to when it was in force.
         */
        get: operations["getInstrument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is recorded about an instrument
         * @description What is left out stays. Titles are replaced as a whole, so that change needs `If-Match`.
         */
        patch: operations["updateInstrument"];
        trace?: never;
    };
    "/v1/instruments/{id}/provisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The provisions of an instrument
         * @description In the order in which they were recorded; the instrument shows all of them, too.
         */
        get: operations["listProvisions"];
        put?: never;
        /**
         * Add a provision to an instrument
         * @description One paragraph with its effect, its direction and the time it was in force. A verdict may not cite it for an act outside that time.
         */
        post: operations["createProvision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/provisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a provision
         * @description One paragraph with the instrument it belongs to.
         */
        get: operations["getProvision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is recorded about a provision
         * @description What is left out stays. Effects are replaced as a whole, so that change needs `If-Match`. Verdicts that cite it keep what they cited.
         */
        patch: operations["updateProvision"];
        trace?: never;
    };
    "/v1/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the scale of ratings in use, or an older one
         * @description In the order in which they are shown. A scale never changes: a new one is a new version, and each verdict names the version it was rated by.
         */
        get: operations["listRatings"];
        put?: never;
        /**
         * Put a whole new scale in use
         * @description Verdicts already written keep the version of the scale they were given in.
         */
        post: operations["createRatingScale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who you are to us, and what you may do
         * @description The member behind the key, the permissions of their role, and until when they are away.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say that you are away, or back, and how the desk looks to you
         * @description Language, digits and shortcuts of the desk in the browser; what is left out stays as it is. Checkers and editors can be away: until `awayEndsAt` you are handed no work: not by `POST /v1/tasks/next`, not by the desk, and by an editor only on purpose. What you hold you keep. null: you are back.
         */
        patch: operations["updateMe"];
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members, in order of creation unless sorted otherwise
         * @description Inactive ones too, without their keys.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Add a person or a tool
         * @description Work is done by people; a `tool` only reads. The member has no key yet: `POST /v1/members/{id}/keys` makes one.
         */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a member
         * @description Their role, languages and topics, the identities they sign in with, and whether they are active.
         */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member, or end their access
         * @description With `active` false none of their keys works from the next request on, and their webhooks are disabled. Where nobody could decide on a verdict any more that waits, it is refused (409 `nobody_left_to_decide`, with `claims`) but with `override`.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/v1/members/{id}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys of a member, revoked ones too
         * @description What each was named, when it ends and when it was last used. The key itself is shown once, when it is made.
         */
        get: operations["listMemberKeys"];
        put?: never;
        /**
         * Make a key for a member
         * @description The key itself is in this answer only: we keep a digest of its secret.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is known about a key
         * @description Whose it is, when it ends or ended, when it was last used. The key itself is kept nowhere.
         */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /**
         * Revoke a key at once
         * @description It opens nothing any more, and is still read and listed: streams and held answers end too, and webhooks made with it are disabled, until another key of the member enables them. Revoking it again changes nothing.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}/successor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a key in the place of another
         * @description For the same member, under the same name. The webhooks made with the key before it are passed on at once; that key itself works on for a while.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/key-uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When keys were used, and from which networks, by the hour
         * @description Newest first unless sorted otherwise, a minute behind at most. Attempts that were refused are counted, those with keys that do not exist too. What is older than the operator keeps it (`KEY_USE_DAYS`) is gone.
         */
        get: operations["listKeyUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in here
         * @description What a page asks first. 401: nobody is signed in. There is no token against forged requests to be had: the browser says itself which page a write comes from.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in with a browser, by a key
         * @description From then on the browser sends a cookie along, and needs no key; `EventSource` works with it, too. The session ends after 12 hours without a request, after 7 days, with the key, or when the member is set inactive. Over plain http it works on the machine itself only.
         */
        post: operations["createSession"];
        /**
         * Sign out
         * @description The cookie opens nothing any more, its streams end within a second; the key it was begun with goes on working. Who signed in at the identity provider is signed in there still, until the browser goes to `next`. With a key instead of a session nothing happens.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How one can sign in with a browser here
         * @description What a page for signing in shows; and why the last attempt came to nothing.
         */
        get: operations["getSignInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in at the identity provider
         * @description For a browser to go to, not for programs. OpenID Connect with PKCE; the browser comes back to `/session/callback`, and is at the desk again, signed in or told why not. Tokens of the provider never reach it. A link on a page of another site leads to the desk only, where one begins.
         */
        get: operations["startSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the identity provider sends the browser back to
         * @description For the provider to name; the desk shows what became of it.
         */
        get: operations["finishSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privileged-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes of who may do what that wait for another admin, or did
         * @description A new editor or admin, a role, an identity, a key for somebody else, the end of an admin: one admin asks, the person of another confirms, within 72 hours. Where there is only one, they act alone, which the event says.
         */
        get: operations["listPrivilegedChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privileged-changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One such change
         * @description Who asked for what, until when it can be confirmed, and what became of it. As long as it waits, identities are shown with the subjects that they were asked for with, and with the member who has or last had them (`member`, `endedAt`); afterwards by their digests alone.
         */
        get: operations["getPrivilegedChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/privileged-changes/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you may do with such a change now, and why not the rest
         * @description Made from the same table that judges the move itself.
         */
        get: operations["listPrivilegedChangeTransitions"];
        put?: never;
        /**
         * Confirm, reject or withdraw such a change
         * @description A confirmed change is made at once, with an event that names who asked and who confirmed. The person who asked cannot confirm it, as none of their members.
         */
        post: operations["transitionPrivilegedChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Erasures that wait for a second person, or were decided on
         * @description What was to be erased, why, and who decided. The words themselves are not here.
         */
        get: operations["listErasures"];
        put?: never;
        /**
         * Ask for words of people to be erased, or for texts of others to be withheld
         * @description Nothing is gone before another person, an editor or an admin, has confirmed it. Then the words are gone from every row, answer, page and feed, and with evidence the captured bytes; what remains are seals that say nothing, so that the history can still be verified. Drafts of the rounds that it went back to go with a verdict. A member has to be inactive, and goes on as a pseudonym. Texts of articles, quotes and names of sources are withheld: no answer has them any more, and the rows of events and editions keep them. Which sources are merged into the one that is named stays as it is until this is decided on.
         */
        post: operations["createErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One erasure
         * @description What is to be erased, why, until when it can be confirmed, and what became of it.
         */
        get: operations["getErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you may do with an erasure now, and why not the rest
         * @description Made from the same table that judges the move itself.
         */
        get: operations["listErasureTransitions"];
        put?: never;
        /**
         * Confirm, reject or withdraw an erasure
         * @description Confirmed, the words are gone when the answer comes; captured bytes are removed by a worker at once. It cannot be undone. The person who asked cannot confirm it.
         */
        post: operations["transitionErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your webhooks; as an admin, all of them
         * @description Oldest first, without their secrets.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Be called with what happens
         * @description Each event of the feed is posted to `url` as the CloudEvent that the feed gives you, signed as Standard Webhooks says. Of one claim the next event comes after the one before it; an event that is not accepted is tried again for three days. The secret is in this answer only.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook, and how far it has come
         * @description `progress` says up to where the receiver has confirmed, how much is waiting, and since when it has been failing.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook, its secrets and its log
         * @description Nothing is sent to it any more; what was not delivered is lost to it. To stop for a while, disable it instead.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description A new address makes everything that is held up due at once. Only the member it belongs to changes it.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you may do with the webhook now
         * @description A webhook that failed for too long is disabled by itself; `enable` goes on where it stopped.
         */
        get: operations["listWebhookTransitions"];
        put?: never;
        /**
         * Disable a webhook, or enable it again
         * @description Enabled, everything that is held up is due at once.
         */
        post: operations["transitionWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret
         * @description For a while both sign, so that receivers can change over. A third, older one signs no more from now on. Only the member it belongs to is given one.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was tried, newest first unless sorted otherwise
         * @description The last thousand attempts that were accepted, and the last thousand that were not.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver everything behind a cursor, again
         * @description The webhook goes on behind this cursor and nowhere else: what was held up before it counts as received. Events keep their ids.
         */
        post: operations["createWebhookReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test and see what the receiver says
         * @description It is of type `webhook.test`, is in no feed, and may be sent to a disabled webhook too.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process lives
         * @description For whatever restarts processes: 200 as long as the process answers at all. It looks at nothing else.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether requests can be answered, and what is not well
         * @description For whatever sends requests here. 503 while a part that every request needs does not answer, its schema is not up to date, or the process is about to end. What requests can be answered without is named in `degraded`, with 200. Each part says what is wrong with it. What was found is told for half a second; that the process ends, at once.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AddedEvidence: {
            /** Format: uuid */
            id: string;
            /** @description The claim it is about */
            claim: components["schemas"]["Reference"];
            url: string;
            /**
             * @description Which way it speaks
             *
             *     - `for`: speaks for the claim
             *     - `against`: speaks against it
             *     - `context`: neither
             * @enum {string}
             */
            stance: "for" | "against" | "context";
            /** @description A remark, in plain text */
            note: string | null;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /** @description The newest look at its page */
            capture: {
                /**
                 * @description owed: a worker has still to look at it, or to try again
                 *
                 *     - `owed`: not looked at yet
                 *     - `captured`: the page is kept
                 *     - `failed`: `failure` says why not
                 * @enum {string}
                 */
                status: "owed" | "captured" | "failed";
                /** @description What came of it the last time */
                latest: components["schemas"]["CaptureSummary"] | null;
                /** @description The last before it that was captured: what `change` compares with, and what is rested on while the latest failed */
                previous: components["schemas"]["CaptureSummary"] | null;
            };
            /** @description What of the input was changed, and why; only in this answer */
            repairs?: {
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
        };
        ApprovalInDoubt: {
            /**
             * @description What was approved
             *
             *     - `verdict`: a verdict, published as a revision
             *     - `notice`: the public note of a retraction or merge
             *     - `privileged_change`: a change that takes a second person
             * @enum {string}
             */
            kind: "verdict" | "notice" | "privileged_change";
            /** @description Of the verdict or the privileged change; the digest of the notice */
            id: string;
            /** @description Null for a privileged change */
            claim: components["schemas"]["Reference"] | null;
            /** @description Of the claim, from 1: what was published, or taken back with the notice */
            revision: number | null;
            /**
             * Format: date-time
             * @description When it was approved or confirmed
             */
            decidedAt: string;
            /** @description Who approved it, or confirmed that as the second person */
            approver: components["schemas"]["Reference"];
            /** @description Who wrote on it or asked for it, and is the same person */
            writer: components["schemas"]["Reference"];
        };
        ApprovalsInDoubt: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["ApprovalInDoubt"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        Article: {
            /** Format: uuid */
            id: string;
            ref: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `article`: a text of an outlet
             *     - `post`: what somebody posted themselves
             *     - `speech`: what somebody said
             *     - `transcript`: what others wrote down of what was said
             *     - `document`: a document of an authority or organization
             *     - `image`: an image with what stands on it
             * @enum {string}
             */
            kind: "article" | "post" | "speech" | "transcript" | "document" | "image";
            /** @description Its title, in its own language; empty once it was withheld */
            title: string;
            /** @description BCP 47 tag of the language */
            language: string;
            url: string | null;
            /** @description When it was published */
            datePublished: string | null;
            /** @description Who published it */
            outlet: {
                /** Format: uuid */
                id: string;
                ref: string;
                name: string;
            } | null;
            /** @description Counts the changes of the article; part of its ETag */
            version: number;
            /** @description Number of its newest text */
            latestVersion: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Oldest first */
            versions: components["schemas"]["ArticleVersionSummary"][];
        };
        ArticlePage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["ArticleSummary"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        ArticleSummary: {
            /** Format: uuid */
            id: string;
            ref: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `article`: a text of an outlet
             *     - `post`: what somebody posted themselves
             *     - `speech`: what somebody said
             *     - `transcript`: what others wrote down of what was said
             *     - `document`: a document of an authority or organization
             *     - `image`: an image with what stands on it
             * @enum {string}
             */
            kind: "article" | "post" | "speech" | "transcript" | "document" | "image";
            /** @description Its title, in its own language; empty once it was withheld */
            title: string;
            /** @description BCP 47 tag of the language */
            language: string;
            url: string | null;
            /** @description When it was published */
            datePublished: string | null;
            /** @description Who published it */
            outlet: {
                /** Format: uuid */
                id: string;
                ref: string;
                name: string;
            } | null;
            /** @description Counts the changes of the article; part of its ETag */
            version: number;
            /** @description Number of its newest text */
            latestVersion: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
        };
        ArticleVersion: {
            /** @description The article it was found in */
            article: components["schemas"]["Reference"];
            /** @description Which one, counted from 1 */
            number: number;
            /** @description SHA-256 of the text in UTF-8, hexadecimal */
            sha256: string;
            /** @description Length of the text in Unicode code points */
            codePoints: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /** @description The text as it was given; empty once it was withheld */
            text: string;
            /** @description Where characters stand that change the order in which text is shown, as code-point offsets */
            bidiControls: number[];
        };
        ArticleVersionPage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["ArticleVersionSummary"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        ArticleVersionSummary: {
            /** @description Which one, counted from 1 */
            number: number;
            /** @description SHA-256 of the text in UTF-8, hexadecimal */
            sha256: string;
            /** @description Length of the text in Unicode code points */
            codePoints: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
        };
        /** @description One link of the chain, with the links it was heard from */
        Attribution: {
            /** @description Who said it or passed it on */
            source: components["schemas"]["NamedSource"] | null;
            /** @description What it is called, where it is no record of its own */
            label: string | null;
            /** @description The word the article uses: said, denied, according to */
            verb: string | null;
            /**
             * @description How directly the words come from the one named
             *
             *     - `direct`: in quotation marks, or as words of their own
             *     - `indirect`: in reported speech
             *     - `own_voice`: said by the article itself
             * @enum {string}
             */
            mode: "direct" | "indirect" | "own_voice";
            /** @description The article does not name them */
            anonymous: boolean;
            /** @description When, in EDTF */
            date: string | null;
            /** @description A remark, in plain text; null outside the desk */
            note: string | null;
            /** @description The links that it was heard from */
            from: components["schemas"]["Attribution"][];
        };
        Board: {
            /** @description In the order of the work, also those that hold nothing */
            columns: {
                /**
                 * @description Where its claims stand
                 *
                 *     - `submitted`: entered, waits for triage
                 *     - `open`: accepted, waits for a checker
                 *     - `in_review`: a checker works on its verdict
                 *     - `in_approval`: its verdict waits for another editor
                 *     - `correcting`: published, and a new revision is being written
                 *     - `published`: a revision of its verdict is published
                 * @enum {string}
                 */
                status: "submitted" | "open" | "in_review" | "in_approval" | "correcting" | "published";
                /** @description How many claims of the desk are in it, whatever was filtered */
                count: number;
                /** @description How many of their tasks are past the end of their clock */
                overdue: number;
                /** @description Since when the oldest of their tasks is open */
                oldestOpenedAt: string | null;
                /** @description The first of what was asked for, the most urgent first */
                items: components["schemas"]["ClaimSummary"][];
                /** @description Whether more follow: `GET /v1/claims?status=` goes on */
                more: boolean;
            }[];
        };
        BulkOutcome: {
            /** @description What was asked for, in the order of the list */
            items: ({
                /** @description Its place among the items, from 0 */
                index: number;
                /**
                 * @description What came of it
                 * @constant
                 */
                outcome: "done";
                /** @description As it is now */
                claim: {
                    /** Format: uuid */
                    id: string;
                    ref: string;
                    /**
                     * @description Where it stands
                     *
                     *     - `submitted`: entered, waits for triage
                     *     - `open`: accepted, waits for a checker
                     *     - `in_review`: a checker works on its verdict
                     *     - `in_approval`: its verdict waits for another editor
                     *     - `published`: a revision of its verdict is published
                     *     - `correcting`: published, and a new revision is being written
                     *     - `rejected`: not to be checked
                     *     - `merged`: the same as another claim, which stands for it
                     *     - `retracted`: its verdict was taken back
                     * @enum {string}
                     */
                    status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
                    /**
                     * @description How soon it is to be worked on
                     *
                     *     - `low`: may wait
                     *     - `normal`: as usual
                     *     - `high`: before what is normal
                     *     - `urgent`: before everything else
                     * @enum {string}
                     */
                    priority: "low" | "normal" | "high" | "urgent";
                };
                /** @description The one under way on it */
                task: {
                    /** Format: uuid */
                    id: string;
                    /**
                     * @description Which part of the work
                     *
                     *     - `triage`: is the claim to be checked
                     *     - `review`: write the verdict
                     *     - `approval`: decide on the verdict
                     *     - `correction`: write a new revision
                     * @enum {string}
                     */
                    stage: "triage" | "review" | "approval" | "correction";
                    /**
                     * @description Where it stands
                     *
                     *     - `open`: nobody holds it
                     *     - `assigned`: somebody holds it
                     *     - `in_progress`: its holder has begun
                     *     - `submitted`: its verdict is being recorded
                     *     - `done`: ended with its work done
                     *     - `returned`: ended, and the verdict was given back
                     *     - `canceled`: ended because the claim went elsewhere
                     *     - `expired`: ended when the lease ran out
                     * @enum {string}
                     */
                    status: "open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired";
                    /** @description Who holds it */
                    assignee: components["schemas"]["Reference"] | null;
                } | null;
            } | {
                /** @description Its place among the items, from 0 */
                index: number;
                /**
                 * @description What came of it
                 * @constant
                 */
                outcome: "refused";
                /** @description What the same request for this item alone would have been answered with */
                problem: {
                    /** @description `urn:isnad:problem:` and the code: stable, made to be compared */
                    type: string;
                    /** @description Its title, in its own language */
                    title: string;
                    /** @description Where it stands */
                    status: number;
                    /** @description What happened and what to do next */
                    detail: string;
                    /** @description What happened, for machines: the codes stand with their meanings in `x-problem-codes` of this document */
                    code: string;
                    /** @description Of a 412: the ETag of what there is now; as `If-Match` it lets the change through */
                    current?: string;
                    /** @description Every invalid field at once: `pointer` is a JSON pointer into the body, or a name */
                    errors?: {
                        /** @description Which part of the request it stands in */
                        in: string;
                        /** @description JSON pointer (RFC 6901) to the place */
                        pointer: string;
                        /** @description What is wrong with it, in words */
                        message: string;
                    }[];
                    /** @description Of `decide_elsewhere`: the path to POST to */
                    at?: string;
                    /** @description Of a quote that is not found, or not once: where it may be meant */
                    candidates?: ({
                        /** @description Where they begin: code points from 0 */
                        start: number;
                        /** @description Where they end: behind the last code point */
                        end: number;
                        /** @description The words quoted */
                        exact: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                    /** @description Of a decision that names no edition, or an older one: the digest of what would be published now */
                    edition?: string;
                    /** @description Of `edition_changed`: JSON pointers into the edition */
                    changed?: string[];
                    /** @description Of `conflicts_unacknowledged`: the clashes that no note acknowledges yet */
                    conflicts?: {
                        [key: string]: unknown;
                    }[];
                    /** @description Of a draft that was saved since: what is there now */
                    draft?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Of a verdict that is refused: the codes of what it lacks */
                    reasons?: string[];
                    /** @description Of a verdict that is refused, and of what is shown once: its path */
                    location?: string;
                    /** @description Of `wip_limit_reached`: how many tasks the member has */
                    held?: number;
                    /** @description Of `wip_limit_reached`: how many they may have */
                    limit?: number;
                    /**
                     * Format: date-time
                     * @description Of `member_away`: when they are back
                     */
                    awayEndsAt?: string;
                    /** @description Of `forbidden`: what one has to be permitted */
                    permission?: string;
                    /** @description Of `forbidden`: who is */
                    roles?: string[];
                } & {
                    [key: string]: unknown;
                };
            })[];
        };
        Capture: {
            /** Format: uuid */
            id: string;
            /** @description Counts the captures of this evidence, from 1 */
            number: number;
            /**
             * @description What came of it
             *
             *     - `captured`: the page is kept
             *     - `failed`: `failure` says why not
             * @enum {string}
             */
            outcome: "captured" | "failed";
            /**
             * Format: date-time
             * @description When it was tried
             */
            attemptedAt: string;
            /** @description SHA-256 of the bytes, in hex */
            sha256: string | null;
            /** @description Its title, in its own language */
            title: string | null;
            /** @description Why nothing was captured */
            failure: {
                /**
                 * @description What happened, for machines
                 *
                 *     - `refused`: the address is not allowed, or leads inside a network
                 *     - `unknown_host`: no such host
                 *     - `unreachable`: no connection
                 *     - `insecure`: its certificate is not good
                 *     - `too_slow`: took too long
                 *     - `broken`: the answer broke off or could not be read
                 *     - `too_large`: larger than is kept
                 *     - `too_many_redirects`: sent on too often
                 *     - `not_found`: there is no such page
                 *     - `empty`: answered with nothing in it
                 *     - `login_needed`: those who ask for it are sent to a login
                 *     - `denied`: the page is not for everybody
                 *     - `too_many_requests`: asked too often
                 *     - `server_error`: the server failed
                 *     - `unexpected_status`: another status than that of a page
                 *     - `not_stored`: our store did not take it
                 *     - `never_ended`: the look at it never ended
                 * @enum {string}
                 */
                code: "refused" | "unknown_host" | "unreachable" | "insecure" | "too_slow" | "broken" | "too_large" | "too_many_redirects" | "not_found" | "empty" | "login_needed" | "denied" | "too_many_requests" | "server_error" | "unexpected_status" | "not_stored" | "never_ended";
                /** @description Why, in words */
                detail: string;
            } | null;
            /** @description Since the last capture: the same bytes, the same readable text, changed, or gone; null where that is not known */
            change: ("first" | "same" | "same_text" | "changed" | "gone") | null;
            /** @description What speaks for, against or around it */
            evidence: components["schemas"]["IdReference"];
            /** @description Where the answer came from in the end */
            url: string;
            /** @description What was asked before it */
            redirects: {
                url: string;
                /** @description The status code of HTTP that was answered */
                httpStatus: number;
            }[];
            /** @description Null where there was no answer */
            httpStatus: number | null;
            /** @description Names and values as they came, without the values of cookies */
            headers: [
                string,
                string
            ][];
            /** @description What the page said it was */
            mediaType: string | null;
            /** @description The encoding it was read in, whatever it says of itself */
            charset: string | null;
            /** @description As the page says */
            language: string | null;
            /** @description In bytes */
            size: number | null;
            /** @description The beginning of the readable text, where it has any */
            excerpt: string | null;
        };
        CaptureSummary: {
            /** Format: uuid */
            id: string;
            /** @description Counts the captures of this evidence, from 1 */
            number: number;
            /**
             * @description What came of it
             *
             *     - `captured`: the page is kept
             *     - `failed`: `failure` says why not
             * @enum {string}
             */
            outcome: "captured" | "failed";
            /**
             * Format: date-time
             * @description When it was tried
             */
            attemptedAt: string;
            /** @description SHA-256 of the bytes, in hex */
            sha256: string | null;
            /** @description Its title, in its own language */
            title: string | null;
            /** @description Why nothing was captured */
            failure: {
                /**
                 * @description What happened, for machines
                 *
                 *     - `refused`: the address is not allowed, or leads inside a network
                 *     - `unknown_host`: no such host
                 *     - `unreachable`: no connection
                 *     - `insecure`: its certificate is not good
                 *     - `too_slow`: took too long
                 *     - `broken`: the answer broke off or could not be read
                 *     - `too_large`: larger than is kept
                 *     - `too_many_redirects`: sent on too often
                 *     - `not_found`: there is no such page
                 *     - `empty`: answered with nothing in it
                 *     - `login_needed`: those who ask for it are sent to a login
                 *     - `denied`: the page is not for everybody
                 *     - `too_many_requests`: asked too often
                 *     - `server_error`: the server failed
                 *     - `unexpected_status`: another status than that of a page
                 *     - `not_stored`: our store did not take it
                 *     - `never_ended`: the look at it never ended
                 * @enum {string}
                 */
                code: "refused" | "unknown_host" | "unreachable" | "insecure" | "too_slow" | "broken" | "too_large" | "too_many_redirects" | "not_found" | "empty" | "login_needed" | "denied" | "too_many_requests" | "server_error" | "unexpected_status" | "not_stored" | "never_ended";
                /** @description Why, in words */
                detail: string;
            } | null;
            /** @description Since the last capture: the same bytes, the same readable text, changed, or gone; null where that is not known */
            change: ("first" | "same" | "same_text" | "changed" | "gone") | null;
        };
        CaptureText: {
            /** @description Line by line; null where there is nothing to read, as in a picture */
            text: string | null;
            /** @description As the page says */
            language: string | null;
        };
        /** @description One link of the chain, by itself */
        ChainLink: {
            /** Format: uuid */
            id: string;
            /** @description The link that had it from this one; null for the article, where the chain ends */
            parent: components["schemas"]["IdReference"] | null;
            /** @description Its place among the links of the same parent, from 0 */
            position: number;
            /** @description Who said it or passed it on */
            source: components["schemas"]["NamedSource"] | null;
            /** @description What it is called, where it is no record of its own */
            label: string | null;
            /** @description The word the article uses: said, denied, according to */
            verb: string | null;
            /**
             * @description How directly the words come from the one named
             *
             *     - `direct`: in quotation marks, or as words of their own
             *     - `indirect`: in reported speech
             *     - `own_voice`: said by the article itself
             * @enum {string}
             */
            mode: "direct" | "indirect" | "own_voice";
            /** @description The article does not name them */
            anonymous: boolean;
            /** @description When, in EDTF */
            date: string | null;
            /** @description For the desk; null for others */
            note: string | null;
        };
        ChangedClaim: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description What it is called elsewhere */
            externalId: string | null;
            /**
             * @description Which of its kinds it is
             *
             *     - `accusation`: somebody is said to have done wrong
             *     - `denial`: somebody says that an accusation is not so
             *     - `violation`: a norm is said to be broken
             *     - `assertion`: something is said to be so
             *     - `announcement`: somebody says what they will do
             *     - `forecast`: something is said to come
             *     - `quotation`: somebody is said to have said something
             *     - `observation`: something is said to be seen, on an image for example
             *     - `characterization`: something is called by a word that judges it
             * @enum {string}
             */
            kind: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
            /** @description Further kinds it has */
            secondaryKinds: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
            /** @description BCP 47 tag of the language */
            language: string;
            /** @description The quote, in its original language; empty once it was withheld */
            text: string;
            /** @description What the claim says, by language */
            glosses: {
                [key: string]: string;
            };
            /** @description What it is about, as short names of your own */
            topics: string[];
            /**
             * @description How soon it is to be worked on
             *
             *     - `low`: may wait
             *     - `normal`: as usual
             *     - `high`: before what is normal
             *     - `urgent`: before everything else
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "urgent";
            /**
             * @description Where it stands
             *
             *     - `submitted`: entered, waits for triage
             *     - `open`: accepted, waits for a checker
             *     - `in_review`: a checker works on its verdict
             *     - `in_approval`: its verdict waits for another editor
             *     - `published`: a revision of its verdict is published
             *     - `correcting`: published, and a new revision is being written
             *     - `rejected`: not to be checked
             *     - `merged`: the same as another claim, which stands for it
             *     - `retracted`: its verdict was taken back
             * @enum {string}
             */
            status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
            /** @description Slug of what was found; null before anything is published */
            rating: string | null;
            /** @description Number of the published revision; null before the first */
            revision: number | null;
            /** @description An unanswered relation `denies` or `contradicts` points at it */
            contested: boolean;
            /** @description Published, and a new revision is being written */
            underCorrection: boolean;
            /** @description The claim that stands for it now */
            mergedInto: components["schemas"]["MergeTarget"] | null;
            /** @description The article it was found in */
            article: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description Its title, in its own language */
                title: string;
                /** @description The number of the text that the quote stands in, from 1 */
                version: number;
            };
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Counts the changes; part of the ETag */
            version: number;
            /** @description The words it stands on, as they stand in the article */
            quote: {
                /** @description The words quoted; empty once they were withheld */
                exact: string;
                /** @description The words before them */
                prefix: string;
                /** @description The words after them, where the quote alone stands in more than one place */
                suffix: string;
                /** @description Where they begin: code points from 0 */
                start: number;
                /** @description Where they end: behind the last code point */
                end: number;
            };
            /** @description How sure the words are: said, feared, hoped for */
            modality: string | null;
            /** @description When it was said, in EDTF */
            statementDate: string | null;
            /** @description What the date rests on */
            dateBasis: string | null;
            /** @description Why it deserves to be checked, in words */
            worthiness: string | null;
            /** @description What is known about how faithfully the article quotes */
            fidelityNote: string | null;
            /** @description Where evidence may be found */
            leads: string[];
            /** @description Made to try something out */
            test: boolean;
            /** @description How it reached the article, from the article itself to the original claimants */
            chain: components["schemas"]["Attribution"];
            /** @description How it relates to other claims */
            relations: components["schemas"]["Relation"][];
            /** @description The norms it touches, or the verdict cites */
            provisions: components["schemas"]["ClaimProvision"][];
            /** @description What speaks for, against or around it */
            evidence: components["schemas"]["Evidence"][];
            /** @description Who was asked for a reply, newest last */
            contacts: components["schemas"]["Contact"][];
            /** @description For the desk */
            tasks?: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Which part of the work
                 *
                 *     - `triage`: is the claim to be checked
                 *     - `review`: write the verdict
                 *     - `approval`: decide on the verdict
                 *     - `correction`: write a new revision
                 * @enum {string}
                 */
                stage: "triage" | "review" | "approval" | "correction";
                /** @description How often the stage has come up, from 1 */
                round: number;
                /**
                 * @description Where it stands
                 *
                 *     - `open`: nobody holds it
                 *     - `assigned`: somebody holds it
                 *     - `in_progress`: its holder has begun
                 *     - `submitted`: its verdict is being recorded
                 *     - `done`: ended with its work done
                 *     - `returned`: ended, and the verdict was given back
                 *     - `canceled`: ended because the claim went elsewhere
                 *     - `expired`: ended when the lease ran out
                 * @enum {string}
                 */
                status: "open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired";
                /** @description Who holds it */
                assignee: components["schemas"]["Reference"] | null;
                /** @description What it is about: the last verdict submitted from it, or the one that an approval decides on */
                verdict: components["schemas"]["IdReference"] | null;
            }[];
            /** @description The time for which the published finding was taken to hold has passed */
            recheckDue: boolean;
            /** @description All of them for the desk, otherwise those that are or were published */
            verdicts: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Where it stands
                 *
                 *     - `submitted`: being recorded
                 *     - `refused`: could not be recorded: `problem` says why
                 *     - `proposed`: waits for approval
                 *     - `returned`: given back to its author
                 *     - `withdrawn`: taken back by its author
                 *     - `published`: the standing revision
                 *     - `superseded`: a later revision has taken its place
                 *     - `retracted`: taken back
                 * @enum {string}
                 */
                status: "submitted" | "refused" | "proposed" | "returned" | "withdrawn" | "published" | "superseded" | "retracted";
                /** @description Number of the published revision; null before the first */
                revision: number | null;
                /** @description Is it so? Slug of a rating */
                veracity: string;
                /** @description For the desk */
                author?: components["schemas"]["Reference"];
            }[];
            /** @description What of the input was changed, and why; only in this answer */
            repairs?: {
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
        };
        ChangedWebhook: {
            /** Format: uuid */
            id: string;
            url: string;
            /** @description What the headers are called that are sent along */
            headers: string[];
            /** @description Only events of these types; null: all of them */
            types: ("article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted")[] | null;
            description: string | null;
            /** @description How many claims are delivered at the same time */
            concurrency: number;
            /** @description The member it belongs to: it receives what they may see in the feed */
            owner: components["schemas"]["Reference"];
            /** @description The key it was made, or last enabled, with: without it, nothing is sent */
            key: components["schemas"]["IdReference"];
            /**
             * @description Where it stands
             *
             *     - `enabled`: events are sent
             *     - `disabled`: nothing is sent
             * @enum {string}
             */
            status: "enabled" | "disabled";
            /** @description Why and since when nothing is sent */
            disabled: {
                /**
                 * @description asked: by its owner or an admin; gone: the receiver answered 410; exhausted: three days without an event accepted; key_revoked, key_expired: the key it was made with
                 *
                 *     - `asked`: somebody disabled it
                 *     - `gone`: the receiver answered 410
                 *     - `exhausted`: the receiver failed for too long
                 *     - `owner_inactive`: its member is not active any more
                 *     - `key_revoked`: the key it was made with was revoked
                 *     - `key_expired`: the key it was made with has expired
                 * @enum {string}
                 */
                reason: "asked" | "gone" | "exhausted" | "owner_inactive" | "key_revoked" | "key_expired";
                /** @description What happened, in words */
                detail: string | null;
                /**
                 * Format: date-time
                 * @description When it was disabled
                 */
                disabledAt: string;
            } | null;
            /** @description What signs now, newest first; the secrets themselves are never shown again */
            secrets: {
                /** Format: uuid */
                id: string;
                /**
                 * Format: date-time
                 * @description When it was recorded here
                 */
                createdAt: string;
                /** @description When it ends; null for never */
                expiresAt: string | null;
            }[];
            /** @description How far the receiver has come */
            progress: {
                /** @description Everything up to here was delivered, was not asked for, or is held up */
                cursor: string;
                /** @description How many entries the feed has behind it */
                behind: number;
                /** @description Claims of which an event failed: it and all later ones of the claim wait */
                heldUp: number;
                /** @description When the first of the tries failed since which none has gone well */
                firstFailedAt: string | null;
                /** @description When an event was last accepted */
                deliveredAt: string | null;
            };
            /** @description Counts the changes; part of the ETag */
            version: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description What of the input was changed, and why; only in this answer */
            repairs?: {
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
        };
        Checkpoint: {
            /** @description SHA-256 of the canonical JSON (RFC 8785) of `statement` */
            hash: string;
            /** @description Ed25519 over the same bytes, in base64url */
            signature: string;
            /** @description What was signed */
            statement: {
                /**
                 * @description The form of this statement; says also what it is a signature of
                 * @constant
                 */
                isnadCheckpoint: 1;
                /** @description 1, 2, 3 … without a gap */
                number: number;
                /** @description When it was made, by the clock of Isnad */
                at: string;
                /** @description The end of the feed it covers */
                feed: {
                    /** @description How many events the feed had */
                    position: number;
                    /** @description The event at this position */
                    event: string;
                };
                /** @description The feed as a transparency log, as it was signed along with this: /log/checkpoint */
                log: {
                    /** @description The name of the log */
                    origin: string;
                    /** @description How many events its tree is over; the position of the last of them */
                    size: number;
                    /** @description Root of that tree, as the log's checkpoint of this size has it */
                    root: string;
                };
                /** @description How many chains there were: the leaves of the tree */
                chains: number;
                /** @description Root of the Merkle tree (RFC 6962) over all chains */
                root: string;
                /** @description Hash of the checkpoint before; null for the first */
                previous: string | null;
                /** @description The key that signs it: Ed25519, 32 bytes in base64url */
                key: string;
                /** @description The key that signs from the next one on, where that is another */
                nextKey: string | null;
            };
        };
        Claim: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description What it is called elsewhere */
            externalId: string | null;
            /**
             * @description Which of its kinds it is
             *
             *     - `accusation`: somebody is said to have done wrong
             *     - `denial`: somebody says that an accusation is not so
             *     - `violation`: a norm is said to be broken
             *     - `assertion`: something is said to be so
             *     - `announcement`: somebody says what they will do
             *     - `forecast`: something is said to come
             *     - `quotation`: somebody is said to have said something
             *     - `observation`: something is said to be seen, on an image for example
             *     - `characterization`: something is called by a word that judges it
             * @enum {string}
             */
            kind: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
            /** @description Further kinds it has */
            secondaryKinds: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
            /** @description BCP 47 tag of the language */
            language: string;
            /** @description The quote, in its original language; empty once it was withheld */
            text: string;
            /** @description What the claim says, by language */
            glosses: {
                [key: string]: string;
            };
            /** @description What it is about, as short names of your own */
            topics: string[];
            /**
             * @description How soon it is to be worked on
             *
             *     - `low`: may wait
             *     - `normal`: as usual
             *     - `high`: before what is normal
             *     - `urgent`: before everything else
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "urgent";
            /**
             * @description Where it stands
             *
             *     - `submitted`: entered, waits for triage
             *     - `open`: accepted, waits for a checker
             *     - `in_review`: a checker works on its verdict
             *     - `in_approval`: its verdict waits for another editor
             *     - `published`: a revision of its verdict is published
             *     - `correcting`: published, and a new revision is being written
             *     - `rejected`: not to be checked
             *     - `merged`: the same as another claim, which stands for it
             *     - `retracted`: its verdict was taken back
             * @enum {string}
             */
            status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
            /** @description Slug of what was found; null before anything is published */
            rating: string | null;
            /** @description Number of the published revision; null before the first */
            revision: number | null;
            /** @description An unanswered relation `denies` or `contradicts` points at it */
            contested: boolean;
            /** @description Published, and a new revision is being written */
            underCorrection: boolean;
            /** @description The claim that stands for it now */
            mergedInto: components["schemas"]["MergeTarget"] | null;
            /** @description The article it was found in */
            article: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description Its title, in its own language */
                title: string;
                /** @description The number of the text that the quote stands in, from 1 */
                version: number;
            };
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Counts the changes; part of the ETag */
            version: number;
            /** @description The words it stands on, as they stand in the article */
            quote: {
                /** @description The words quoted; empty once they were withheld */
                exact: string;
                /** @description The words before them */
                prefix: string;
                /** @description The words after them, where the quote alone stands in more than one place */
                suffix: string;
                /** @description Where they begin: code points from 0 */
                start: number;
                /** @description Where they end: behind the last code point */
                end: number;
            };
            /** @description How sure the words are: said, feared, hoped for */
            modality: string | null;
            /** @description When it was said, in EDTF */
            statementDate: string | null;
            /** @description What its date rests on; null outside the desk */
            dateBasis: string | null;
            /** @description Why it deserves to be checked, in words; null outside the desk */
            worthiness: string | null;
            /** @description What is known about how faithfully the article quotes; null outside the desk */
            fidelityNote: string | null;
            /** @description Where evidence may be found; empty outside the desk */
            leads: string[];
            /** @description Made to try something out */
            test: boolean;
            /** @description How it reached the article, from the article itself to the original claimants */
            chain: components["schemas"]["Attribution"];
            /** @description How it relates to other claims */
            relations: components["schemas"]["Relation"][];
            /** @description The norms it touches, or the verdict cites */
            provisions: components["schemas"]["ClaimProvision"][];
            /** @description What speaks for, against or around it */
            evidence: components["schemas"]["Evidence"][];
            /** @description Who was asked for a reply, newest last */
            contacts: components["schemas"]["Contact"][];
            /** @description For the desk */
            tasks?: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Which part of the work
                 *
                 *     - `triage`: is the claim to be checked
                 *     - `review`: write the verdict
                 *     - `approval`: decide on the verdict
                 *     - `correction`: write a new revision
                 * @enum {string}
                 */
                stage: "triage" | "review" | "approval" | "correction";
                /** @description How often the stage has come up, from 1 */
                round: number;
                /**
                 * @description Where it stands
                 *
                 *     - `open`: nobody holds it
                 *     - `assigned`: somebody holds it
                 *     - `in_progress`: its holder has begun
                 *     - `submitted`: its verdict is being recorded
                 *     - `done`: ended with its work done
                 *     - `returned`: ended, and the verdict was given back
                 *     - `canceled`: ended because the claim went elsewhere
                 *     - `expired`: ended when the lease ran out
                 * @enum {string}
                 */
                status: "open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired";
                /** @description Who holds it */
                assignee: components["schemas"]["Reference"] | null;
                /** @description What it is about: the last verdict submitted from it, or the one that an approval decides on */
                verdict: components["schemas"]["IdReference"] | null;
            }[];
            /** @description The time for which the published finding was taken to hold has passed */
            recheckDue: boolean;
            /** @description All of them for the desk, otherwise those that are or were published */
            verdicts: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Where it stands
                 *
                 *     - `submitted`: being recorded
                 *     - `refused`: could not be recorded: `problem` says why
                 *     - `proposed`: waits for approval
                 *     - `returned`: given back to its author
                 *     - `withdrawn`: taken back by its author
                 *     - `published`: the standing revision
                 *     - `superseded`: a later revision has taken its place
                 *     - `retracted`: taken back
                 * @enum {string}
                 */
                status: "submitted" | "refused" | "proposed" | "returned" | "withdrawn" | "published" | "superseded" | "retracted";
                /** @description Number of the published revision; null before the first */
                revision: number | null;
                /** @description Is it so? Slug of a rating */
                veracity: string;
                /** @description For the desk */
                author?: components["schemas"]["Reference"];
            }[];
        };
        ClaimBatchOutcome: {
            /** @description What was asked for, in the order of the list */
            items: ({
                /** @description Its place among the items or lines, from 0 */
                index: number;
                /** @description As it was given */
                ref?: string;
                /** @description As it was given */
                externalId?: string;
                /**
                 * @description `exists`: it was entered before under this ref or external id, with the same content
                 *
                 *     - `created`: it is new
                 *     - `exists`: it was there, with the same content
                 * @enum {string}
                 */
                outcome: "created" | "exists";
                /** @description The claim it is about */
                claim: components["schemas"]["Reference"];
                /** @description What of the input was changed, and why; only in this answer */
                repairs?: {
                    /** @description JSON pointer (RFC 6901) to the place */
                    pointer: string;
                    /** @description What is wrong with it, in words */
                    message: string;
                }[];
            } | {
                /** @description Its place among the items or lines, from 0 */
                index: number;
                /** @description As it was given */
                ref?: string;
                /** @description As it was given */
                externalId?: string;
                /**
                 * @description What came of it
                 * @constant
                 */
                outcome: "refused";
                /** @description What the same request for this item alone would have been answered with */
                problem: {
                    /** @description `urn:isnad:problem:` and the code: stable, made to be compared */
                    type: string;
                    /** @description Its title, in its own language */
                    title: string;
                    /** @description Where it stands */
                    status: number;
                    /** @description What happened and what to do next */
                    detail: string;
                    /** @description What happened, for machines: the codes stand with their meanings in `x-problem-codes` of this document */
                    code: string;
                    /** @description Of a 412: the ETag of what there is now; as `If-Match` it lets the change through */
                    current?: string;
                    /** @description Every invalid field at once: `pointer` is a JSON pointer into the body, or a name */
                    errors?: {
                        /** @description Which part of the request it stands in */
                        in: string;
                        /** @description JSON pointer (RFC 6901) to the place */
                        pointer: string;
                        /** @description What is wrong with it, in words */
                        message: string;
                    }[];
                    /** @description Of `decide_elsewhere`: the path to POST to */
                    at?: string;
                    /** @description Of a quote that is not found, or not once: where it may be meant */
                    candidates?: ({
                        /** @description Where they begin: code points from 0 */
                        start: number;
                        /** @description Where they end: behind the last code point */
                        end: number;
                        /** @description The words quoted */
                        exact: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                    /** @description Of a decision that names no edition, or an older one: the digest of what would be published now */
                    edition?: string;
                    /** @description Of `edition_changed`: JSON pointers into the edition */
                    changed?: string[];
                    /** @description Of `conflicts_unacknowledged`: the clashes that no note acknowledges yet */
                    conflicts?: {
                        [key: string]: unknown;
                    }[];
                    /** @description Of a draft that was saved since: what is there now */
                    draft?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Of a verdict that is refused: the codes of what it lacks */
                    reasons?: string[];
                    /** @description Of a verdict that is refused, and of what is shown once: its path */
                    location?: string;
                    /** @description Of `wip_limit_reached`: how many tasks the member has */
                    held?: number;
                    /** @description Of `wip_limit_reached`: how many they may have */
                    limit?: number;
                    /**
                     * Format: date-time
                     * @description Of `member_away`: when they are back
                     */
                    awayEndsAt?: string;
                    /** @description Of `forbidden`: what one has to be permitted */
                    permission?: string;
                    /** @description Of `forbidden`: who is */
                    roles?: string[];
                } & {
                    [key: string]: unknown;
                };
            })[];
        };
        ClaimGraph: {
            /** @description Nearest first */
            nodes: components["schemas"]["GraphNode"][];
            /** @description Every relation of the types asked for among the nodes */
            edges: components["schemas"]["GraphEdge"][];
            /** @description There are more claims within this depth than are shown */
            truncated: boolean;
        };
        ClaimInArticle: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description What it is called elsewhere */
            externalId: string | null;
            /**
             * @description Which of its kinds it is
             *
             *     - `accusation`: somebody is said to have done wrong
             *     - `denial`: somebody says that an accusation is not so
             *     - `violation`: a norm is said to be broken
             *     - `assertion`: something is said to be so
             *     - `announcement`: somebody says what they will do
             *     - `forecast`: something is said to come
             *     - `quotation`: somebody is said to have said something
             *     - `observation`: something is said to be seen, on an image for example
             *     - `characterization`: something is called by a word that judges it
             * @enum {string}
             */
            kind: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
            /** @description Further kinds it has */
            secondaryKinds: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
            /** @description BCP 47 tag of the language */
            language: string;
            /** @description The quote, in its original language; empty once it was withheld */
            text: string;
            /** @description What the claim says, by language */
            glosses: {
                [key: string]: string;
            };
            /** @description What it is about, as short names of your own */
            topics: string[];
            /**
             * @description How soon it is to be worked on
             *
             *     - `low`: may wait
             *     - `normal`: as usual
             *     - `high`: before what is normal
             *     - `urgent`: before everything else
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "urgent";
            /**
             * @description Where it stands
             *
             *     - `submitted`: entered, waits for triage
             *     - `open`: accepted, waits for a checker
             *     - `in_review`: a checker works on its verdict
             *     - `in_approval`: its verdict waits for another editor
             *     - `published`: a revision of its verdict is published
             *     - `correcting`: published, and a new revision is being written
             *     - `rejected`: not to be checked
             *     - `merged`: the same as another claim, which stands for it
             *     - `retracted`: its verdict was taken back
             * @enum {string}
             */
            status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
            /** @description Slug of what was found; null before anything is published */
            rating: string | null;
            /** @description Number of the published revision; null before the first */
            revision: number | null;
            /** @description An unanswered relation `denies` or `contradicts` points at it */
            contested: boolean;
            /** @description Published, and a new revision is being written */
            underCorrection: boolean;
            /** @description The claim that stands for it now */
            mergedInto: components["schemas"]["MergeTarget"] | null;
            /** @description The article it was found in */
            article: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description The number of the text that the quote stands in, from 1 */
                version: number;
            };
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Counts the changes; part of the ETag */
            version: number;
            /** @description Where it stands in that version of the article: code points from 0, end exclusive */
            quote: {
                /** @description Where they begin: code points from 0 */
                start: number;
                /** @description Where they end: behind the last code point */
                end: number;
            };
        };
        ClaimProvision: {
            /** Format: uuid */
            id: string;
            /** @description The legal text */
            instrument: components["schemas"]["Reference"];
            /** @description The paragraph; null where the whole instrument is meant */
            provision: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description Which paragraph of it */
                paragraph: string;
                /**
                 * @description Which way it goes
                 *
                 *     - `to`: to the country or body that the norm is about
                 *     - `from`: from it
                 *     - `both`: in both directions
                 *     - `none`: has no direction
                 * @enum {string}
                 */
                direction: "to" | "from" | "both" | "none";
                /** @description Somebody has compared it with the official text */
                verified: boolean;
            } | null;
            /** @description A remark, in plain text; null outside the desk */
            note: string | null;
        };
        ClaimReview: {
            /**
             * @description Always schema.org
             * @constant
             */
            "@context": "https://schema.org";
            /**
             * @description Its type at schema.org
             * @constant
             */
            "@type": "ClaimReview";
            url: string;
            /** @description The ref of the claim */
            identifier: string;
            /** @description BCP 47 tag of the language */
            inLanguage: string | string[];
            /**
             * Format: date-time
             * @description When it was published
             */
            datePublished: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            dateModified: string;
            /** @description The revision */
            version: number;
            /** @description `Published`, or `Under correction` */
            creativeWorkStatus: string;
            /** @description What the claim says; not there once its words were withheld */
            claimReviewed?: string;
            /** @description The claim */
            itemReviewed: {
                /**
                 * @description Its type at schema.org
                 * @constant
                 */
                "@type": "Claim";
                /** @description The words of the article, in their own language; not there once they were withheld */
                text?: string;
                /** @description Left out where nobody knows it */
                inLanguage?: string;
                /** @description The original claimants, where they are known */
                author?: {
                    /**
                     * @description Its type at schema.org
                     *
                     *     - `Person`: a human
                     *     - `Organization`: anything else that can speak
                     * @enum {string}
                     */
                    "@type": "Person" | "Organization";
                    name: string;
                    /** @description The rating in words, or another name */
                    alternateName?: string | string[];
                    /** @description The same thing elsewhere */
                    sameAs?: string;
                } | {
                    /**
                     * @description Its type at schema.org
                     *
                     *     - `Person`: a human
                     *     - `Organization`: anything else that can speak
                     * @enum {string}
                     */
                    "@type": "Person" | "Organization";
                    name: string;
                    /** @description The rating in words, or another name */
                    alternateName?: string | string[];
                    /** @description The same thing elsewhere */
                    sameAs?: string;
                }[];
                /** @description How the chain names claimants it does not know */
                creditText?: string;
                /**
                 * Format: date
                 * @description When it was said, where the day is certain
                 */
                datePublished?: string;
                /** @description Where the claim appeared */
                appearance: {
                    /**
                     * @description Its type at schema.org
                     *
                     *     - `Article`: an article
                     *     - `CreativeWork`: any other text or image
                     *     - `Legislation`: a norm
                     * @enum {string}
                     */
                    "@type": "Article" | "CreativeWork" | "Legislation";
                    /** @description Its title */
                    headline?: string;
                    name?: string;
                    description?: string;
                    /** @description What the norm is called */
                    legislationIdentifier?: string;
                    url?: string;
                    /** @description BCP 47 tag of the language */
                    inLanguage?: string;
                    /**
                     * Format: date
                     * @description When it was published
                     */
                    datePublished?: string;
                    /** @description Who published it */
                    publisher?: {
                        /**
                         * @description Its type at schema.org
                         * @constant
                         */
                        "@type": "Organization";
                        name: string;
                        url?: string;
                    };
                };
                /** @description Where the claim appeared first */
                firstAppearance?: {
                    /**
                     * @description Its type at schema.org
                     *
                     *     - `Article`: an article
                     *     - `CreativeWork`: any other text or image
                     *     - `Legislation`: a norm
                     * @enum {string}
                     */
                    "@type": "Article" | "CreativeWork" | "Legislation";
                    /** @description Its title */
                    headline?: string;
                    name?: string;
                    description?: string;
                    /** @description What the norm is called */
                    legislationIdentifier?: string;
                    url?: string;
                    /** @description BCP 47 tag of the language */
                    inLanguage?: string;
                    /**
                     * Format: date
                     * @description When it was published
                     */
                    datePublished?: string;
                    /** @description Who published it */
                    publisher?: {
                        /**
                         * @description Its type at schema.org
                         * @constant
                         */
                        "@type": "Organization";
                        name: string;
                        url?: string;
                    };
                } | {
                    /**
                     * @description Its type at schema.org
                     *
                     *     - `Article`: an article
                     *     - `CreativeWork`: any other text or image
                     *     - `Legislation`: a norm
                     * @enum {string}
                     */
                    "@type": "Article" | "CreativeWork" | "Legislation";
                    /** @description Its title */
                    headline?: string;
                    name?: string;
                    description?: string;
                    /** @description What the norm is called */
                    legislationIdentifier?: string;
                    url?: string;
                    /** @description BCP 47 tag of the language */
                    inLanguage?: string;
                    /**
                     * Format: date
                     * @description When it was published
                     */
                    datePublished?: string;
                    /** @description Who published it */
                    publisher?: {
                        /**
                         * @description Its type at schema.org
                         * @constant
                         */
                        "@type": "Organization";
                        name: string;
                        url?: string;
                    };
                }[];
            };
            /** @description What was found */
            reviewRating: {
                /**
                 * @description Its type at schema.org
                 * @constant
                 */
                "@type": "Rating";
                /** @description The rating in words, or another name */
                alternateName: string;
                /** @description With both bounds or not at all */
                ratingValue?: number;
                /** @description The lower bound */
                worstRating?: number;
                /** @description The upper bound */
                bestRating?: number;
            };
            /** @description Why */
            reviewBody?: string;
            /** @description Who wrote or said it */
            author: {
                /**
                 * @description Its type at schema.org
                 * @constant
                 */
                "@type": "Organization";
                name: string;
                url?: string;
            };
            /** @description Who published it */
            publisher: {
                /**
                 * @description Its type at schema.org
                 * @constant
                 */
                "@type": "Organization";
                name: string;
                url?: string;
            };
            /** @description The evidence weighed and the norms cited */
            citation?: {
                /**
                 * @description Its type at schema.org
                 *
                 *     - `Article`: an article
                 *     - `CreativeWork`: any other text or image
                 *     - `Legislation`: a norm
                 * @enum {string}
                 */
                "@type": "Article" | "CreativeWork" | "Legislation";
                /** @description Its title */
                headline?: string;
                name?: string;
                description?: string;
                /** @description What the norm is called */
                legislationIdentifier?: string;
                url?: string;
                /** @description BCP 47 tag of the language */
                inLanguage?: string;
                /**
                 * Format: date
                 * @description When it was published
                 */
                datePublished?: string;
                /** @description Who published it */
                publisher?: {
                    /**
                     * @description Its type at schema.org
                     * @constant
                     */
                    "@type": "Organization";
                    name: string;
                    url?: string;
                };
            } | {
                /**
                 * @description Its type at schema.org
                 *
                 *     - `Article`: an article
                 *     - `CreativeWork`: any other text or image
                 *     - `Legislation`: a norm
                 * @enum {string}
                 */
                "@type": "Article" | "CreativeWork" | "Legislation";
                /** @description Its title */
                headline?: string;
                name?: string;
                description?: string;
                /** @description What the norm is called */
                legislationIdentifier?: string;
                url?: string;
                /** @description BCP 47 tag of the language */
                inLanguage?: string;
                /**
                 * Format: date
                 * @description When it was published
                 */
                datePublished?: string;
                /** @description Who published it */
                publisher?: {
                    /**
                     * @description Its type at schema.org
                     * @constant
                     */
                    "@type": "Organization";
                    name: string;
                    url?: string;
                };
            }[];
            /** @description Why the revision took the place of another */
            correction?: {
                /**
                 * @description Its type at schema.org
                 * @constant
                 */
                "@type": "CorrectionComment";
                text: string;
                /**
                 * Format: date-time
                 * @description When it was published
                 */
                datePublished: string;
            };
        };
        ClaimReviewFeed: {
            /**
             * @description Always schema.org
             * @constant
             */
            "@context": "https://schema.org";
            /**
             * @description Its type at schema.org
             * @constant
             */
            "@type": "DataFeed";
            name: string;
            url: string;
            /** @description BCP 47 tag of the language */
            inLanguage: string;
            /** @description Where there is a next page */
            description?: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            dateModified?: string;
            /** @description Who published it */
            publisher: {
                /**
                 * @description Its type at schema.org
                 * @constant
                 */
                "@type": "Organization";
                name: string;
                url?: string;
            };
            /** @description One for every published claim */
            dataFeedElement: {
                /**
                 * @description Its type at schema.org
                 * @constant
                 */
                "@type": "DataFeedItem";
                /**
                 * Format: date-time
                 * @description When it was made
                 */
                dateCreated?: string;
                /**
                 * Format: date-time
                 * @description When it was last changed
                 */
                dateModified?: string;
                /**
                 * Format: date-time
                 * @description The review was taken back; `item` is then empty
                 */
                dateDeleted?: string;
                /** @description Of the page of a review that was taken back */
                url?: string;
                /** @description Why a review was taken back */
                description?: string;
                /** @description A list: the review, or nothing where it was taken back */
                item: {
                    /**
                     * @description Its type at schema.org
                     * @constant
                     */
                    "@type": "ClaimReview";
                    url: string;
                    /** @description The ref of the claim */
                    identifier: string;
                    /** @description BCP 47 tag of the language */
                    inLanguage: string | string[];
                    /**
                     * Format: date-time
                     * @description When it was published
                     */
                    datePublished: string;
                    /**
                     * Format: date-time
                     * @description When it was last changed
                     */
                    dateModified: string;
                    /** @description The revision */
                    version: number;
                    /** @description `Published`, or `Under correction` */
                    creativeWorkStatus: string;
                    /** @description What the claim says; not there once its words were withheld */
                    claimReviewed?: string;
                    /** @description The claim */
                    itemReviewed: {
                        /**
                         * @description Its type at schema.org
                         * @constant
                         */
                        "@type": "Claim";
                        /** @description The words of the article, in their own language; not there once they were withheld */
                        text?: string;
                        /** @description Left out where nobody knows it */
                        inLanguage?: string;
                        /** @description The original claimants, where they are known */
                        author?: {
                            /**
                             * @description Its type at schema.org
                             *
                             *     - `Person`: a human
                             *     - `Organization`: anything else that can speak
                             * @enum {string}
                             */
                            "@type": "Person" | "Organization";
                            name: string;
                            /** @description The rating in words, or another name */
                            alternateName?: string | string[];
                            /** @description The same thing elsewhere */
                            sameAs?: string;
                        } | {
                            /**
                             * @description Its type at schema.org
                             *
                             *     - `Person`: a human
                             *     - `Organization`: anything else that can speak
                             * @enum {string}
                             */
                            "@type": "Person" | "Organization";
                            name: string;
                            /** @description The rating in words, or another name */
                            alternateName?: string | string[];
                            /** @description The same thing elsewhere */
                            sameAs?: string;
                        }[];
                        /** @description How the chain names claimants it does not know */
                        creditText?: string;
                        /**
                         * Format: date
                         * @description When it was said, where the day is certain
                         */
                        datePublished?: string;
                        /** @description Where the claim appeared */
                        appearance: {
                            /**
                             * @description Its type at schema.org
                             *
                             *     - `Article`: an article
                             *     - `CreativeWork`: any other text or image
                             *     - `Legislation`: a norm
                             * @enum {string}
                             */
                            "@type": "Article" | "CreativeWork" | "Legislation";
                            /** @description Its title */
                            headline?: string;
                            name?: string;
                            description?: string;
                            /** @description What the norm is called */
                            legislationIdentifier?: string;
                            url?: string;
                            /** @description BCP 47 tag of the language */
                            inLanguage?: string;
                            /**
                             * Format: date
                             * @description When it was published
                             */
                            datePublished?: string;
                            /** @description Who published it */
                            publisher?: {
                                /**
                                 * @description Its type at schema.org
                                 * @constant
                                 */
                                "@type": "Organization";
                                name: string;
                                url?: string;
                            };
                        };
                        /** @description Where the claim appeared first */
                        firstAppearance?: {
                            /**
                             * @description Its type at schema.org
                             *
                             *     - `Article`: an article
                             *     - `CreativeWork`: any other text or image
                             *     - `Legislation`: a norm
                             * @enum {string}
                             */
                            "@type": "Article" | "CreativeWork" | "Legislation";
                            /** @description Its title */
                            headline?: string;
                            name?: string;
                            description?: string;
                            /** @description What the norm is called */
                            legislationIdentifier?: string;
                            url?: string;
                            /** @description BCP 47 tag of the language */
                            inLanguage?: string;
                            /**
                             * Format: date
                             * @description When it was published
                             */
                            datePublished?: string;
                            /** @description Who published it */
                            publisher?: {
                                /**
                                 * @description Its type at schema.org
                                 * @constant
                                 */
                                "@type": "Organization";
                                name: string;
                                url?: string;
                            };
                        } | {
                            /**
                             * @description Its type at schema.org
                             *
                             *     - `Article`: an article
                             *     - `CreativeWork`: any other text or image
                             *     - `Legislation`: a norm
                             * @enum {string}
                             */
                            "@type": "Article" | "CreativeWork" | "Legislation";
                            /** @description Its title */
                            headline?: string;
                            name?: string;
                            description?: string;
                            /** @description What the norm is called */
                            legislationIdentifier?: string;
                            url?: string;
                            /** @description BCP 47 tag of the language */
                            inLanguage?: string;
                            /**
                             * Format: date
                             * @description When it was published
                             */
                            datePublished?: string;
                            /** @description Who published it */
                            publisher?: {
                                /**
                                 * @description Its type at schema.org
                                 * @constant
                                 */
                                "@type": "Organization";
                                name: string;
                                url?: string;
                            };
                        }[];
                    };
                    /** @description What was found */
                    reviewRating: {
                        /**
                         * @description Its type at schema.org
                         * @constant
                         */
                        "@type": "Rating";
                        /** @description The rating in words, or another name */
                        alternateName: string;
                        /** @description With both bounds or not at all */
                        ratingValue?: number;
                        /** @description The lower bound */
                        worstRating?: number;
                        /** @description The upper bound */
                        bestRating?: number;
                    };
                    /** @description Why */
                    reviewBody?: string;
                    /** @description Who wrote or said it */
                    author: {
                        /**
                         * @description Its type at schema.org
                         * @constant
                         */
                        "@type": "Organization";
                        name: string;
                        url?: string;
                    };
                    /** @description Who published it */
                    publisher: {
                        /**
                         * @description Its type at schema.org
                         * @constant
                         */
                        "@type": "Organization";
                        name: string;
                        url?: string;
                    };
                    /** @description The evidence weighed and the norms cited */
                    citation?: {
                        /**
                         * @description Its type at schema.org
                         *
                         *     - `Article`: an article
                         *     - `CreativeWork`: any other text or image
                         *     - `Legislation`: a norm
                         * @enum {string}
                         */
                        "@type": "Article" | "CreativeWork" | "Legislation";
                        /** @description Its title */
                        headline?: string;
                        name?: string;
                        description?: string;
                        /** @description What the norm is called */
                        legislationIdentifier?: string;
                        url?: string;
                        /** @description BCP 47 tag of the language */
                        inLanguage?: string;
                        /**
                         * Format: date
                         * @description When it was published
                         */
                        datePublished?: string;
                        /** @description Who published it */
                        publisher?: {
                            /**
                             * @description Its type at schema.org
                             * @constant
                             */
                            "@type": "Organization";
                            name: string;
                            url?: string;
                        };
                    } | {
                        /**
                         * @description Its type at schema.org
                         *
                         *     - `Article`: an article
                         *     - `CreativeWork`: any other text or image
                         *     - `Legislation`: a norm
                         * @enum {string}
                         */
                        "@type": "Article" | "CreativeWork" | "Legislation";
                        /** @description Its title */
                        headline?: string;
                        name?: string;
                        description?: string;
                        /** @description What the norm is called */
                        legislationIdentifier?: string;
                        url?: string;
                        /** @description BCP 47 tag of the language */
                        inLanguage?: string;
                        /**
                         * Format: date
                         * @description When it was published
                         */
                        datePublished?: string;
                        /** @description Who published it */
                        publisher?: {
                            /**
                             * @description Its type at schema.org
                             * @constant
                             */
                            "@type": "Organization";
                            name: string;
                            url?: string;
                        };
                    }[];
                    /** @description Why the revision took the place of another */
                    correction?: {
                        /**
                         * @description Its type at schema.org
                         * @constant
                         */
                        "@type": "CorrectionComment";
                        text: string;
                        /**
                         * Format: date-time
                         * @description When it was published
                         */
                        datePublished: string;
                    };
                }[];
            }[];
        };
        ClaimReviewImport: {
            /** @description JSON-LD: one ClaimReview, a list of them, a DataFeed, an @graph; or an answer of the Fact Check Tools API; dirty as it is */
            document?: {
                [key: string]: unknown;
            } | unknown[];
            /** @description Instead of a document: HTML, with JSON-LD in its scripts or microdata. Pointers are into the list of these */
            page?: string;
            /**
             * Format: uri
             * @description What relative addresses in it are relative to, such as the address of the page
             */
            base?: string;
            /**
             * @description Of reviews that name none; left out, theirs stays unknown
             * @example ar
             * @example en
             */
            language?: string;
            /**
             * @description Report what would be imported, and store nothing
             * @default false
             */
            dryRun?: boolean;
        };
        ClaimStatus: {
            /** Format: uuid */
            id: string;
            ref: string;
            /**
             * @description Where it stands
             *
             *     - `submitted`: entered, waits for triage
             *     - `open`: accepted, waits for a checker
             *     - `in_review`: a checker works on its verdict
             *     - `in_approval`: its verdict waits for another editor
             *     - `published`: a revision of its verdict is published
             *     - `correcting`: published, and a new revision is being written
             *     - `rejected`: not to be checked
             *     - `merged`: the same as another claim, which stands for it
             *     - `retracted`: its verdict was taken back
             * @enum {string}
             */
            status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
            /** @description Slug of what was found; null before anything is published */
            rating: string | null;
            /** @description Number of the published revision; null before the first */
            revision: number | null;
            /** @description An unanswered relation `denies` or `contradicts` points at it */
            contested: boolean;
            /** @description Published, and a new revision is being written */
            underCorrection: boolean;
            /** @description The claim that stands for it now */
            mergedInto: components["schemas"]["MergeTarget"] | null;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Counts the changes; part of the ETag */
            version: number;
        };
        ClaimSummary: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description What it is called elsewhere */
            externalId: string | null;
            /**
             * @description Which of its kinds it is
             *
             *     - `accusation`: somebody is said to have done wrong
             *     - `denial`: somebody says that an accusation is not so
             *     - `violation`: a norm is said to be broken
             *     - `assertion`: something is said to be so
             *     - `announcement`: somebody says what they will do
             *     - `forecast`: something is said to come
             *     - `quotation`: somebody is said to have said something
             *     - `observation`: something is said to be seen, on an image for example
             *     - `characterization`: something is called by a word that judges it
             * @enum {string}
             */
            kind: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
            /** @description Further kinds it has */
            secondaryKinds: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
            /** @description BCP 47 tag of the language */
            language: string;
            /** @description The quote, in its original language; empty once it was withheld */
            text: string;
            /** @description What the claim says, by language */
            glosses: {
                [key: string]: string;
            };
            /** @description What it is about, as short names of your own */
            topics: string[];
            /**
             * @description How soon it is to be worked on
             *
             *     - `low`: may wait
             *     - `normal`: as usual
             *     - `high`: before what is normal
             *     - `urgent`: before everything else
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "urgent";
            /**
             * @description Where it stands
             *
             *     - `submitted`: entered, waits for triage
             *     - `open`: accepted, waits for a checker
             *     - `in_review`: a checker works on its verdict
             *     - `in_approval`: its verdict waits for another editor
             *     - `published`: a revision of its verdict is published
             *     - `correcting`: published, and a new revision is being written
             *     - `rejected`: not to be checked
             *     - `merged`: the same as another claim, which stands for it
             *     - `retracted`: its verdict was taken back
             * @enum {string}
             */
            status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
            /** @description Slug of what was found; null before anything is published */
            rating: string | null;
            /** @description Number of the published revision; null before the first */
            revision: number | null;
            /** @description An unanswered relation `denies` or `contradicts` points at it */
            contested: boolean;
            /** @description Published, and a new revision is being written */
            underCorrection: boolean;
            /** @description The claim that stands for it now */
            mergedInto: components["schemas"]["MergeTarget"] | null;
            /** @description The article it was found in */
            article: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description The number of the text that the quote stands in, from 1 */
                version: number;
            };
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Counts the changes; part of the ETag */
            version: number;
        };
        ClaimTransitions: {
            /**
             * @description Where it stands now
             *
             *     - `submitted`: entered, waits for triage
             *     - `open`: accepted, waits for a checker
             *     - `in_review`: a checker works on its verdict
             *     - `in_approval`: its verdict waits for another editor
             *     - `published`: a revision of its verdict is published
             *     - `correcting`: published, and a new revision is being written
             *     - `rejected`: not to be checked
             *     - `merged`: the same as another claim, which stands for it
             *     - `retracted`: its verdict was taken back
             * @enum {string}
             */
            status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
            /** @description Every move that people make from this status */
            items: {
                /**
                 * @description What to send as `event`
                 *
                 *     - `accept`: to be checked
                 *     - `reject`: not to be checked, with the reason
                 *     - `merge`: the same as another claim
                 *     - `start`: begins the review
                 *     - `release`: gives the review back
                 *     - `record`: records a submitted verdict; a worker does
                 *     - `approve`: publishes the verdict
                 *     - `return`: gives the verdict back to its author, with a note
                 *     - `withdraw`: the author takes the verdict back
                 *     - `correct`: begins a new revision, with the reason
                 *     - `cancel`: ends a correction without one
                 *     - `retract`: takes the published verdict back, with the reason
                 *     - `reopen`: back to triage, with the reason
                 * @enum {string}
                 */
                event: "accept" | "reject" | "merge" | "start" | "release" | "record" | "approve" | "return" | "withdraw" | "correct" | "cancel" | "retract" | "reopen";
                /**
                 * @description Where it stands afterwards
                 *
                 *     - `submitted`: entered, waits for triage
                 *     - `open`: accepted, waits for a checker
                 *     - `in_review`: a checker works on its verdict
                 *     - `in_approval`: its verdict waits for another editor
                 *     - `published`: a revision of its verdict is published
                 *     - `correcting`: published, and a new revision is being written
                 *     - `rejected`: not to be checked
                 *     - `merged`: the same as another claim, which stands for it
                 *     - `retracted`: its verdict was taken back
                 * @enum {string}
                 */
                to: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
                /** @description Whether you may do it now */
                allowed: boolean;
                /** @description Why not, in words; null where it is allowed */
                why: string | null;
                /** @description Given where the move is made elsewhere: the path to POST to */
                at?: string;
            }[];
            /** @description There is one page */
            next: null;
            /** @description What you may write and record beside the moves; null where your role records nothing */
            recording: {
                /** @description Glosses, notes of evidence, and what somebody answered */
                words: {
                    /** @description Whether you may do it now */
                    allowed: boolean;
                    /** @description Why not, in words; null where it is allowed */
                    why: string | null;
                };
                /** @description Relations, and that somebody was asked */
                facts: {
                    /** @description Whether you may do it now */
                    allowed: boolean;
                    /** @description Why not, in words; null where it is allowed */
                    why: string | null;
                };
            } | null;
        };
        CloudEvent: {
            /**
             * @description Version of CloudEvents
             * @constant
             */
            specversion: "1.0";
            /**
             * Format: uuid
             * @description The same wherever the event is delivered: deliveries are told apart from repeats by it
             */
            id: string;
            /**
             * @description The feed that it stands in
             * @constant
             */
            source: "/v1/feed";
            /**
             * @description Which of its types it is
             *
             *     Types of events: what it happened to, and what happened.
             * @enum {string}
             */
            type: "article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted";
            /** @description What it happened to: `claim/…`, `task/…`, `verdict/…` and its id. Outside the desk, `member` and `key` without one */
            subject: string;
            /**
             * Format: date-time
             * @description When it happened
             */
            time: string;
            /**
             * @description Media type of `data`
             * @constant
             */
            datacontenttype?: "application/json";
            /** @description Opaque; what to go on after, and what to acknowledge */
            cursor: string;
            /** @description The claim it belongs to, where it does */
            claim?: string;
            /** @description The claim's version after this event */
            ordinal?: number;
            /** @description ref of the member, "operator" for a command, or "system"; for the desk */
            actor?: string;
            /**
             * @description Only that it happened is for you: a tombstone, so that no cursor has a gap
             * @constant
             */
            withheld?: true;
            /** @description What happened */
            data?: {
                [key: string]: unknown;
            };
        };
        CoherenceConflict: {
            /** @description The related claim */
            claim: components["schemas"]["Reference"];
            /** @description as an edge: "C37 denies C34" */
            relation: string;
            /** @description Slug of what was found; null before anything is published */
            rating: string;
            /** @description The rating of the other claim */
            theirs: string;
            /**
             * @description of their verdict
             *
             *     - `proposed`: waits for approval
             *     - `published`: the standing revision
             * @enum {string}
             */
            status: "proposed" | "published";
            /** @description why both may stand, in the words of whoever approved */
            note: string | null;
        };
        Concentration: {
            /** @description How many */
            total: number;
            /** @description How many people; or each of them */
            people: number;
            /** @description Share of the person who did most */
            busiest: number | null;
            /** @description Share of the three who did most */
            topThree: number | null;
            /** @description Herfindahl–Hirschman index: the sum of the squared shares; 1 where one person does everything */
            hhi: number | null;
        };
        /** @description That somebody was asked about a claim, and what came of it */
        Contact: {
            /** Format: uuid */
            id: string;
            /** @description The claim it is about */
            claim: components["schemas"]["Reference"];
            /** @description Who was asked */
            source: components["schemas"]["NamedSource"] | null;
            /** @description What it is called, where it is no record of its own */
            label: string | null;
            /**
             * @description What came of it
             *
             *     - `asked`: asked, no answer yet
             *     - `replied`: answered
             *     - `declined`: will not answer
             *     - `no_answer`: did not answer in time
             * @enum {string}
             */
            outcome: "asked" | "replied" | "declined" | "no_answer";
            /** @description By which way they were asked; null outside the desk */
            channel: string | null;
            text: string | null;
            /** @description When, in EDTF */
            date: string;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            recordedAt: string;
            /**
             * @description For the desk
             *
             *     - `recorded`: as it was recorded
             *     - `withdrawn`: taken back: no later edition holds it
             * @enum {string}
             */
            status?: "recorded" | "withdrawn";
            /** @description For the desk */
            recordedBy?: components["schemas"]["Reference"];
        };
        ContactTransitions: {
            /**
             * @description Where it stands now
             *
             *     - `recorded`: as it was recorded
             *     - `withdrawn`: taken back: no later edition holds it
             * @enum {string}
             */
            status: "recorded" | "withdrawn";
            /** @description Every move that people make from this status */
            items: {
                /**
                 * @description What to send as `event`
                 * @enum {string}
                 */
                event: "withdraw";
                /**
                 * @description Where it stands afterwards
                 *
                 *     - `recorded`: as it was recorded
                 *     - `withdrawn`: taken back: no later edition holds it
                 * @enum {string}
                 */
                to: "recorded" | "withdrawn";
                /** @description Whether you may do it now */
                allowed: boolean;
                /** @description Why not, in words; null where it is allowed */
                why: string | null;
                /** @description Given where the move is made elsewhere: the path to POST to */
                at?: string;
            }[];
            /** @description There is one page */
            next: null;
        };
        Correction: {
            /**
             * Format: uuid
             * @description The id of its event
             */
            id: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `correction`: a later revision took its place
             *     - `retraction`: it was taken back
             *     - `merge`: it is treated together with another claim
             * @enum {string}
             */
            kind: "correction" | "retraction" | "merge";
            /** @description The claim it is about */
            claim: components["schemas"]["Reference"];
            /** @description What was published before */
            from: {
                /** @description The verdict */
                verdict: components["schemas"]["IdReference"];
                /** @description Counts what was published of the claim, from 1 */
                revision: number;
                /** @description Slug of what was found; null before anything is published */
                rating: string;
            };
            /** @description What replaced it; null where it was retracted or merged */
            to: {
                /** @description The verdict */
                verdict: components["schemas"]["IdReference"];
                /** @description Counts what was published of the claim, from 1 */
                revision: number;
                /** @description Slug of what was found; null before anything is published */
                rating: string;
            } | null;
            /** @description The claim that it was merged into */
            into: components["schemas"]["Reference"] | null;
            /** @description Why; null for a merge */
            reason: ("error" | "new_evidence" | "clarification" | "source_corrected" | "unsupported" | "legal") | null;
            /** @description The public note: of a correction, or the notice of a retraction or merge once it was approved */
            note: string | null;
            /**
             * Format: date-time
             * @description When it was approved
             */
            publishedAt: string;
        };
        CorrectionPage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["Correction"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        CreatedClaim: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description What it is called elsewhere */
            externalId: string | null;
            /**
             * @description Which of its kinds it is
             *
             *     - `accusation`: somebody is said to have done wrong
             *     - `denial`: somebody says that an accusation is not so
             *     - `violation`: a norm is said to be broken
             *     - `assertion`: something is said to be so
             *     - `announcement`: somebody says what they will do
             *     - `forecast`: something is said to come
             *     - `quotation`: somebody is said to have said something
             *     - `observation`: something is said to be seen, on an image for example
             *     - `characterization`: something is called by a word that judges it
             * @enum {string}
             */
            kind: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
            /** @description Further kinds it has */
            secondaryKinds: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
            /** @description BCP 47 tag of the language */
            language: string;
            /** @description The quote, in its original language; empty once it was withheld */
            text: string;
            /** @description What the claim says, by language */
            glosses: {
                [key: string]: string;
            };
            /** @description What it is about, as short names of your own */
            topics: string[];
            /**
             * @description How soon it is to be worked on
             *
             *     - `low`: may wait
             *     - `normal`: as usual
             *     - `high`: before what is normal
             *     - `urgent`: before everything else
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "urgent";
            /**
             * @description Where it stands
             *
             *     - `submitted`: entered, waits for triage
             *     - `open`: accepted, waits for a checker
             *     - `in_review`: a checker works on its verdict
             *     - `in_approval`: its verdict waits for another editor
             *     - `published`: a revision of its verdict is published
             *     - `correcting`: published, and a new revision is being written
             *     - `rejected`: not to be checked
             *     - `merged`: the same as another claim, which stands for it
             *     - `retracted`: its verdict was taken back
             * @enum {string}
             */
            status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
            /** @description Slug of what was found; null before anything is published */
            rating: string | null;
            /** @description Number of the published revision; null before the first */
            revision: number | null;
            /** @description An unanswered relation `denies` or `contradicts` points at it */
            contested: boolean;
            /** @description Published, and a new revision is being written */
            underCorrection: boolean;
            /** @description The claim that stands for it now */
            mergedInto: components["schemas"]["MergeTarget"] | null;
            /** @description The article it was found in */
            article: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description Its title, in its own language */
                title: string;
                /** @description The number of the text that the quote stands in, from 1 */
                version: number;
            };
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Counts the changes; part of the ETag */
            version: number;
            /** @description The words it stands on, as they stand in the article */
            quote: {
                /** @description The words quoted; empty once they were withheld */
                exact: string;
                /** @description The words before them */
                prefix: string;
                /** @description The words after them, where the quote alone stands in more than one place */
                suffix: string;
                /** @description Where they begin: code points from 0 */
                start: number;
                /** @description Where they end: behind the last code point */
                end: number;
            };
            /** @description How sure the words are: said, feared, hoped for */
            modality: string | null;
            /** @description When it was said, in EDTF */
            statementDate: string | null;
            /** @description What the date rests on */
            dateBasis: string | null;
            /** @description Why it deserves to be checked, in words */
            worthiness: string | null;
            /** @description What is known about how faithfully the article quotes */
            fidelityNote: string | null;
            /** @description Where evidence may be found */
            leads: string[];
            /** @description Made to try something out */
            test: boolean;
            /** @description How it reached the article, from the article itself to the original claimants */
            chain: components["schemas"]["Attribution"];
            /** @description How it relates to other claims */
            relations: components["schemas"]["Relation"][];
            /** @description The norms it touches, or the verdict cites */
            provisions: components["schemas"]["ClaimProvision"][];
            /** @description What speaks for, against or around it */
            evidence: components["schemas"]["Evidence"][];
            /** @description Who was asked for a reply, newest last */
            contacts: components["schemas"]["Contact"][];
            /** @description For the desk */
            tasks?: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Which part of the work
                 *
                 *     - `triage`: is the claim to be checked
                 *     - `review`: write the verdict
                 *     - `approval`: decide on the verdict
                 *     - `correction`: write a new revision
                 * @enum {string}
                 */
                stage: "triage" | "review" | "approval" | "correction";
                /** @description How often the stage has come up, from 1 */
                round: number;
                /**
                 * @description Where it stands
                 *
                 *     - `open`: nobody holds it
                 *     - `assigned`: somebody holds it
                 *     - `in_progress`: its holder has begun
                 *     - `submitted`: its verdict is being recorded
                 *     - `done`: ended with its work done
                 *     - `returned`: ended, and the verdict was given back
                 *     - `canceled`: ended because the claim went elsewhere
                 *     - `expired`: ended when the lease ran out
                 * @enum {string}
                 */
                status: "open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired";
                /** @description Who holds it */
                assignee: components["schemas"]["Reference"] | null;
                /** @description What it is about: the last verdict submitted from it, or the one that an approval decides on */
                verdict: components["schemas"]["IdReference"] | null;
            }[];
            /** @description The time for which the published finding was taken to hold has passed */
            recheckDue: boolean;
            /** @description All of them for the desk, otherwise those that are or were published */
            verdicts: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Where it stands
                 *
                 *     - `submitted`: being recorded
                 *     - `refused`: could not be recorded: `problem` says why
                 *     - `proposed`: waits for approval
                 *     - `returned`: given back to its author
                 *     - `withdrawn`: taken back by its author
                 *     - `published`: the standing revision
                 *     - `superseded`: a later revision has taken its place
                 *     - `retracted`: taken back
                 * @enum {string}
                 */
                status: "submitted" | "refused" | "proposed" | "returned" | "withdrawn" | "published" | "superseded" | "retracted";
                /** @description Number of the published revision; null before the first */
                revision: number | null;
                /** @description Is it so? Slug of a rating */
                veracity: string;
                /** @description For the desk */
                author?: components["schemas"]["Reference"];
            }[];
            /** @description Claims that may be the same, most alike first; `GET /v1/claims/{id}/similar` says why */
            twins: components["schemas"]["Twin"][];
            /** @description What of the input was changed, and why; only in this answer */
            repairs?: {
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
        };
        CreatedKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description sign_in: it has no secret, but stands for a member who signs in at the identity provider
             *
             *     - `secret`: made here and shown once
             *     - `sign_in`: stands for a sign-in at the identity provider
             * @enum {string}
             */
            kind: "secret" | "sign_in";
            /** @description Whose it is */
            member: components["schemas"]["Reference"];
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /** @description null: it works until it is revoked */
            expiresAt: string | null;
            /** @description When it was revoked */
            revokedAt: string | null;
            /** @description The key made in its place, which has its webhooks */
            successor: components["schemas"]["IdReference"] | null;
            /** @description To the minute or so; null: never */
            lastUsedAt: string | null;
            /** @description The key itself. It is shown now and never again. */
            key: string;
        };
        CreatedWebhook: {
            /** Format: uuid */
            id: string;
            url: string;
            /** @description What the headers are called that are sent along */
            headers: string[];
            /** @description Only events of these types; null: all of them */
            types: ("article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted")[] | null;
            description: string | null;
            /** @description How many claims are delivered at the same time */
            concurrency: number;
            /** @description The member it belongs to: it receives what they may see in the feed */
            owner: components["schemas"]["Reference"];
            /** @description The key it was made, or last enabled, with: without it, nothing is sent */
            key: components["schemas"]["IdReference"];
            /**
             * @description Where it stands
             *
             *     - `enabled`: events are sent
             *     - `disabled`: nothing is sent
             * @enum {string}
             */
            status: "enabled" | "disabled";
            /** @description Why and since when nothing is sent */
            disabled: {
                /**
                 * @description asked: by its owner or an admin; gone: the receiver answered 410; exhausted: three days without an event accepted; key_revoked, key_expired: the key it was made with
                 *
                 *     - `asked`: somebody disabled it
                 *     - `gone`: the receiver answered 410
                 *     - `exhausted`: the receiver failed for too long
                 *     - `owner_inactive`: its member is not active any more
                 *     - `key_revoked`: the key it was made with was revoked
                 *     - `key_expired`: the key it was made with has expired
                 * @enum {string}
                 */
                reason: "asked" | "gone" | "exhausted" | "owner_inactive" | "key_revoked" | "key_expired";
                /** @description What happened, in words */
                detail: string | null;
                /**
                 * Format: date-time
                 * @description When it was disabled
                 */
                disabledAt: string;
            } | null;
            /** @description What signs now, newest first; the secrets themselves are never shown again */
            secrets: {
                /** Format: uuid */
                id: string;
                /**
                 * Format: date-time
                 * @description When it was recorded here
                 */
                createdAt: string;
                /** @description When it ends; null for never */
                expiresAt: string | null;
            }[];
            /** @description How far the receiver has come */
            progress: {
                /** @description Everything up to here was delivered, was not asked for, or is held up */
                cursor: string;
                /** @description How many entries the feed has behind it */
                behind: number;
                /** @description Claims of which an event failed: it and all later ones of the claim wait */
                heldUp: number;
                /** @description When the first of the tries failed since which none has gone well */
                firstFailedAt: string | null;
                /** @description When an event was last accepted */
                deliveredAt: string | null;
            };
            /** @description Counts the changes; part of the ETag */
            version: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description What to verify signatures with (Standard Webhooks). It is shown now and never again. */
            secret: string;
            /** @description What of the input was changed, and why; only in this answer */
            repairs?: {
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
        };
        Delivery: {
            id: string;
            /** @description The event that was to be delivered */
            event: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Which of its types it is
                 *
                 *     Types of events: what it happened to, and what happened.
                 * @enum {string}
                 */
                type: "article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted" | "webhook.test";
            };
            /** @description Counts the attempts of this event, from 1 */
            attempt: number;
            /**
             * Format: date-time
             * @description When it was tried
             */
            attemptedAt: string;
            /**
             * @description given_up: after three days in which the receiver took other events, and not this one
             *
             *     - `delivered`: confirmed
             *     - `failed`: tried again later
             *     - `given_up`: not tried again
             * @enum {string}
             */
            outcome: "delivered" | "failed" | "given_up";
            /** @description Null where there was no answer */
            httpStatus: number | null;
            /** @description What stood against it, as a problem document has it */
            problem: string | null;
            /** @description The beginning of what was answered */
            response: string | null;
            /** @description Milliseconds until the answer */
            durationMs: number;
            /** @description When it is tried again, unless the receiver is well before that; null while the webhook is disabled */
            nextAt: string | null;
        };
        DeliveryPage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["Delivery"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        Denial: {
            /**
             * Format: uuid
             * @description id of the relation
             */
            id: string;
            /** @description The claim it is about */
            claim: {
                /** Format: uuid */
                id: string;
                ref: string;
                text: string;
                /**
                 * @description Where it stands
                 *
                 *     - `submitted`: entered, waits for triage
                 *     - `open`: accepted, waits for a checker
                 *     - `in_review`: a checker works on its verdict
                 *     - `in_approval`: its verdict waits for another editor
                 *     - `published`: a revision of its verdict is published
                 *     - `correcting`: published, and a new revision is being written
                 *     - `rejected`: not to be checked
                 *     - `merged`: the same as another claim, which stands for it
                 *     - `retracted`: its verdict was taken back
                 * @enum {string}
                 */
                status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
                /** @description Slug of what was found; null before anything is published */
                rating: string | null;
            };
            /**
             * @description Which of its types it is
             *
             *     - `denies`: says that the other is not so
             *     - `partly_denies`: says that a part of the other is not so
             * @enum {string}
             */
            type: "denies" | "partly_denies";
            /** @description A remark, in plain text; null outside the desk */
            note: string | null;
            /** @description Who denies it: the leaves of the chain of the denying claim */
            deniers: components["schemas"]["Origin"][];
            /**
             * Format: date-time
             * @description When the relation was recorded
             */
            createdAt: string;
        };
        DeskPeople: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["DeskPerson"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        DeskPerson: {
            /** Format: uuid */
            id: string;
            ref: string;
            name: string;
            /**
             * @description What they may do
             *
             *     - `checker`: also records and writes verdicts
             *     - `editor`: also triages, hands out work and decides
             * @enum {string}
             */
            role: "checker" | "editor";
            /** @description Languages they check claims in; none named: all */
            languages: string[];
            /** @description Topics they know */
            topics: string[];
            /** @description They are handed no work at the moment */
            away: boolean;
            /** @description No work is handed to them before this moment */
            awayEndsAt: string | null;
            /**
             * Format: date-time
             * @description When they became a member
             */
            createdAt: string;
            /** @description How many tasks they hold */
            held: number;
            /** @description How many they hold at most */
            limit: number;
            /** @description null: no task was named */
            assignment: {
                /** @description Whether the task can be given to them */
                allowed: boolean;
                /** @description Why not, for machines: a problem code */
                code: string | null;
                /** @description Why not, in words */
                why: string | null;
                /** @description An editor can give it to them all the same, on purpose */
                override: boolean;
            } | null;
            /** @description null: no verdict was named */
            confirmation: {
                /** @description Whether they can be the second person */
                allowed: boolean;
                /** @description Why not, in words */
                why: string | null;
            } | null;
        };
        Draft: {
            /** @description The task */
            task: components["schemas"]["IdReference"];
            /** @description What has been written so far; null before anything is */
            draft: {
                [key: string]: unknown;
            } | null;
            /** @description Counts the changes; part of the ETag */
            version: number;
        };
        DraftInput: {
            /** @description What was found: attribution, fidelity and veracity */
            findings?: {
                /**
                 * @description Was it said?
                 *
                 *     - `confirmed`: they said it
                 *     - `unconfirmed`: whether they said it is not known
                 *     - `misattributed`: they did not say it
                 * @enum {string}
                 */
                attribution?: "confirmed" | "unconfirmed" | "misattributed";
                /**
                 * @description Was it quoted faithfully?
                 *
                 *     - `faithful`: quoted as it was said
                 *     - `altered`: changed in a way that matters
                 *     - `fabricated`: never said
                 *     - `not_applicable`: nobody is quoted
                 * @enum {string}
                 */
                fidelity?: "faithful" | "altered" | "fabricated" | "not_applicable";
                /** @description Is it so? The slug of a rating of the current scale */
                veracity?: string;
            };
            /** @description Texts by BCP 47 language tag */
            rationale?: {
                [key: string]: string;
            };
            /** @description ids of evidence of this claim */
            evidence?: string[];
            /** @description The norms it touches, or the verdict cites */
            provisions?: {
                /** @description id or ref of the provision */
                id: string;
                /** @description What was done */
                act?: string | "";
                /** @description By whom */
                actor?: string | "";
                /** @description When */
                date?: string | "";
                /**
                 * @description Which way the goods went, seen from the instrument's subject; needed where the provision governs one way
                 *
                 *     - `to`: to the country or body that the norm is about
                 *     - `from`: from it
                 * @enum {string}
                 */
                direction?: "to" | "from";
            }[];
            /** @description Captures of the evidence that are meant, where it is not the last one that succeeded */
            captures?: string[];
            /** @description Until when the finding is taken to hold, which must lie ahead when it is recorded; then it is due to be checked again */
            recheckAt?: string | null;
        };
        Edition: {
            /** @description Names the edition: SHA-256 over the RFC 8785 form of `sealed` */
            digest: string;
            /**
             * @description Where it stands
             *
             *     - `proposed`: what would be published
             *     - `approved`: what was published
             * @enum {string}
             */
            status: "proposed" | "approved";
            /** @description How it was approved; null while it is proposed */
            manner: ("approved" | "break_glass") | null;
            /** @description When it was approved */
            publishedAt: string | null;
            /** @description a document that speaks for itself */
            document: components["schemas"]["EditionDocument"];
            /** @description The same document as it is hashed: each text that can be erased stands as its seal; what is withheld is not in it */
            sealed: {
                [key: string]: unknown;
            };
        };
        EditionComparison: {
            /** @description Digest of the one */
            from: string;
            /** @description Digest of the other */
            to: string;
            /** @description JSON pointers into the document, in its order */
            changed: string[];
        };
        /** @description Everything that is published of a claim with one revision */
        EditionDocument: {
            /**
             * @description The form of this document
             * @constant
             */
            form: 1;
            /** @description Counts what was published of the claim, from 1 */
            revision: number;
            /** @description The claim it is about */
            claim: {
                /** Format: uuid */
                id: string;
                ref: string;
                /**
                 * @description Which of its kinds it is
                 *
                 *     - `accusation`: somebody is said to have done wrong
                 *     - `denial`: somebody says that an accusation is not so
                 *     - `violation`: a norm is said to be broken
                 *     - `assertion`: something is said to be so
                 *     - `announcement`: somebody says what they will do
                 *     - `forecast`: something is said to come
                 *     - `quotation`: somebody is said to have said something
                 *     - `observation`: something is said to be seen, on an image for example
                 *     - `characterization`: something is called by a word that judges it
                 * @enum {string}
                 */
                kind: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
                /** @description Further kinds it has */
                secondaryKinds: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
                /** @description BCP 47 tag of the language */
                language: string;
                /** @description The words it stands on, as they stand in the article */
                quote: {
                    /** @description The words quoted */
                    exact: string | {
                        /** @description What kind of text was erased */
                        removed: string;
                    };
                    /** @description The words before them */
                    prefix: string | {
                        /** @description What kind of text was erased */
                        removed: string;
                    };
                    /** @description The words after them, where the quote alone stands in more than one place */
                    suffix: string | {
                        /** @description What kind of text was erased */
                        removed: string;
                    };
                    /** @description Where they begin: code points from 0 */
                    start: number;
                    /** @description Where they end: behind the last code point */
                    end: number;
                };
                /** @description What the claim says, by language */
                glosses: ({
                    [key: string]: string;
                } | {
                    /** @description What kind of text was erased */
                    removed: string;
                }) | null;
                /** @description What it is about, as short names of your own */
                topics: string[];
                /** @description When it was said, in EDTF */
                statementDate: string | null;
                /** @description Whether it only tries something out: then no reader gets it */
                test: boolean;
            };
            /** @description The article it was found in */
            article: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description The number of the text that the quote stands in, from 1 */
                version: number;
                /** @description Of the text of this version */
                sha256: string;
                /** @description Its title, in its own language */
                title: string | {
                    /** @description What kind of text was erased */
                    removed: string;
                };
                /** @description BCP 47 tag of the language */
                language: string;
                url: (string | {
                    /** @description What kind of text was erased */
                    removed: string;
                }) | null;
                /** @description When it was published */
                datePublished: string | null;
                /** @description Who published it */
                outlet: components["schemas"]["EditionSource"] | null;
            };
            /** @description How it reached the article, from the article itself to the original claimants */
            chain: components["schemas"]["EditionLink"];
            /** @description The verdict */
            verdict: {
                /** Format: uuid */
                id: string;
                /** @description What was found: attribution, fidelity and veracity */
                findings: {
                    /**
                     * @description - `confirmed`: they said it
                     *     - `unconfirmed`: whether they said it is not known
                     *     - `misattributed`: they did not say it
                     * @enum {string}
                     */
                    attribution: "confirmed" | "unconfirmed" | "misattributed";
                    /**
                     * @description - `faithful`: quoted as it was said
                     *     - `altered`: changed in a way that matters
                     *     - `fabricated`: never said
                     *     - `not_applicable`: nobody is quoted
                     * @enum {string}
                     */
                    fidelity: "faithful" | "altered" | "fabricated" | "not_applicable";
                    /** @description Is it so? Slug of a rating */
                    veracity: string;
                };
                /** @description Slug of what was found; null before anything is published */
                rating: {
                    /** @description Version of the scale */
                    scale: number;
                    /** @description Short name of the rating */
                    slug: string;
                    /** @description Texts by BCP 47 language tag */
                    labels: {
                        [key: string]: string;
                    };
                    /**
                     * @description What it says about the claim
                     *
                     *     - `supports`: the claim is so
                     *     - `refutes`: the claim is not so
                     *     - `neutral`: neither
                     * @enum {string}
                     */
                    polarity: "supports" | "refutes" | "neutral";
                    /** @description Its number between the bounds; null where it has none */
                    value: number | null;
                    /** @description The lower bound */
                    worst: number | null;
                    /** @description The upper bound */
                    best: number | null;
                };
                /** @description null only in what is proposed, where none is written */
                rationale: ({
                    [key: string]: string;
                } | {
                    /** @description What kind of text was erased */
                    removed: string;
                }) | null;
                /** @description When the finding is to be checked again */
                recheckAt: string | null;
            };
            /** @description What speaks for, against or around it */
            evidence: {
                /** Format: uuid */
                id: string;
                url: string;
                /**
                 * @description Which way it speaks
                 *
                 *     - `for`: speaks for the claim
                 *     - `against`: speaks against it
                 *     - `context`: neither
                 * @enum {string}
                 */
                stance: "for" | "against" | "context";
                /** @description A remark, in plain text */
                note: (string | {
                    /** @description What kind of text was erased */
                    removed: string;
                }) | null;
                /** @description The newest look at its page */
                capture: {
                    /** Format: uuid */
                    id: string;
                    /**
                     * @description What came of it
                     *
                     *     - `captured`: the page is kept
                     *     - `failed`: `failure` says why not
                     * @enum {string}
                     */
                    outcome: "captured" | "failed";
                    url: string;
                    /**
                     * Format: date-time
                     * @description When it was tried
                     */
                    attemptedAt: string;
                    /** @description SHA-256 of the bytes, in hex */
                    sha256: string | null;
                    /** @description Its title, in its own language */
                    title: (string | {
                        /** @description What kind of text was erased */
                        removed: string;
                    }) | null;
                } | null;
            }[];
            /** @description The norms it touches, or the verdict cites */
            provisions: {
                ref: string;
                /** @description Which paragraph of it */
                paragraph: string;
                /** @description The legal text */
                instrument: {
                    /** Format: uuid */
                    id: string;
                    ref: string;
                    /** @description What it is called, where it is no record of its own */
                    label: string;
                    /** @description Texts by BCP 47 language tag */
                    titles: {
                        [key: string]: string;
                    };
                };
                /** @description Somebody has compared it with the official text */
                verified: boolean;
                /** @description What was done */
                act: string;
                /** @description Who did it */
                actor: string;
                /** @description When, in EDTF */
                date: string;
                /** @description Which way it goes */
                direction: ("to" | "from") | null;
            }[];
            /** @description How it relates to other claims */
            relations: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Which of its types it is
                 *
                 *     - `denies`: says that the other is not so
                 *     - `partly_denies`: says that a part of the other is not so
                 *     - `supports`: speaks for the other
                 *     - `contradicts`: both cannot be so
                 *     - `repeats`: says the same
                 *     - `qualifies`: narrows the other, or adds a condition
                 *     - `applies_to`: is about what the other speaks of
                 * @enum {string}
                 */
                type: "denies" | "partly_denies" | "supports" | "contradicts" | "repeats" | "qualifies" | "applies_to";
                /**
                 * @description Which way it goes
                 *
                 *     - `out`: goes out from this claim
                 *     - `in`: comes in from the other claim
                 * @enum {string}
                 */
                direction: "out" | "in";
                /** @description The claim it is about */
                claim: {
                    /** Format: uuid */
                    id: string;
                    ref: string;
                    /** @description BCP 47 tag of the language */
                    language: string;
                    /** @description What was signed */
                    statement: string | {
                        /** @description What kind of text was erased */
                        removed: string;
                    };
                    /** @description Who says it: the original claimants of its chain */
                    claimants: {
                        /** @description Who said it or passed it on */
                        source: components["schemas"]["EditionSource"] | null;
                        /** @description What it is called, where it is no record of its own */
                        label: string | null;
                        /** @description The article does not name them */
                        anonymous: boolean;
                    }[];
                };
            }[];
            /** @description Who was asked for a reply, and what came of it */
            contacts: {
                /** Format: uuid */
                id: string;
                /** @description Who was asked */
                source: components["schemas"]["EditionSource"] | null;
                /** @description What it is called, where it is no record of its own */
                label: (string | {
                    /** @description What kind of text was erased */
                    removed: string;
                }) | null;
                /**
                 * @description What came of it
                 *
                 *     - `asked`: asked, no answer yet
                 *     - `replied`: answered
                 *     - `declined`: will not answer
                 *     - `no_answer`: did not answer in time
                 * @enum {string}
                 */
                outcome: "asked" | "replied" | "declined" | "no_answer";
                /** @description When, in EDTF */
                date: string;
                text: (string | {
                    /** @description What kind of text was erased */
                    removed: string;
                }) | null;
            }[];
            /** @description Published ratings of related claims that clash with this one */
            conflicts: {
                /** @description The claim it is about */
                claim: components["schemas"]["Reference"];
                /** @description How the two are related, by refs */
                relation: string;
                /** @description Slug of what was found; null before anything is published */
                rating: string;
                /** @description The rating of the other claim */
                theirs: string;
            }[];
            /** @description Why this revision replaces the one before it */
            correction: {
                /** @description The revision that it corrects */
                from: number;
                /**
                 * @description Why, for everybody who looks at it later
                 *
                 *     - `error`: something was wrong
                 *     - `new_evidence`: something new has come up
                 *     - `clarification`: the wording misled
                 *     - `source_corrected`: a source has corrected itself
                 * @enum {string}
                 */
                reason: "error" | "new_evidence" | "clarification" | "source_corrected";
                /** @description A remark, in plain text */
                note: string | {
                    /** @description What kind of text was erased */
                    removed: string;
                };
            } | null;
        };
        /** @description One link of the chain, with the links it was heard from */
        EditionLink: {
            /** @description Who said it or passed it on */
            source: components["schemas"]["EditionSource"] | null;
            /** @description What it is called, where it is no record of its own */
            label: string | null;
            /** @description The word the article uses: said, denied, according to */
            verb: string | null;
            /**
             * @description How directly the words come from the one named
             *
             *     - `direct`: in quotation marks, or as words of their own
             *     - `indirect`: in reported speech
             *     - `own_voice`: said by the article itself
             * @enum {string}
             */
            mode: "direct" | "indirect" | "own_voice";
            /** @description The article does not name them */
            anonymous: boolean;
            /** @description When, in EDTF */
            date: string | null;
            /** @description The links that it was heard from */
            from: components["schemas"]["EditionLink"][];
        };
        EditionPage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["EditionSummary"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        EditionSource: {
            /** Format: uuid */
            id: string;
            ref: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `person`: a human
             *     - `organization`: an organization
             *     - `government`: a state or a part of one
             *     - `outlet`: a newspaper, station or site
             *     - `agency`: a news agency
             *     - `document`: a document that speaks for itself
             *     - `imagery`: images, of satellites for example
             *     - `collective`: several who are not named one by one
             * @enum {string}
             */
            kind: "person" | "organization" | "government" | "outlet" | "agency" | "document" | "imagery" | "collective";
            name: string | {
                /** @description What kind of text was erased */
                removed: string;
            };
            /** @description None once they are withheld */
            names: {
                /** @description BCP 47 tag of the language */
                language: string;
                text: string;
            }[];
            /** @description Item of Wikidata */
            wikidata: string | null;
        };
        EditionSummary: {
            /** @description Names the edition */
            digest: string;
            /**
             * @description Of a notice; what was published with a revision is approved
             *
             *     - `proposed`: waits for another editor
             *     - `approved`: is public
             *     - `dropped`: was not let out
             * @enum {string}
             */
            status: "proposed" | "approved" | "dropped";
            /** @description null for a notice: it has none of its own */
            revision: number | null;
            /** @description What a notice is about; null for what was published with a revision */
            mark: ("retracted" | "merged") | null;
            /** @description How a revision was approved; null for a notice */
            manner: ("approved" | "break_glass") | null;
            /** @description null while it waits for a second person, and where it was dropped */
            publishedAt: string | null;
            /**
             * Format: date-time
             * @description When the revision was published, or the notice written
             */
            createdAt: string;
        };
        EnteredArticle: {
            /** Format: uuid */
            id: string;
            ref: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `article`: a text of an outlet
             *     - `post`: what somebody posted themselves
             *     - `speech`: what somebody said
             *     - `transcript`: what others wrote down of what was said
             *     - `document`: a document of an authority or organization
             *     - `image`: an image with what stands on it
             * @enum {string}
             */
            kind: "article" | "post" | "speech" | "transcript" | "document" | "image";
            /** @description Its title, in its own language */
            title: string;
            /** @description BCP 47 tag of the language */
            language: string;
            url: string | null;
            /** @description When it was published */
            datePublished: string | null;
            /** @description Who published it */
            outlet: {
                /** Format: uuid */
                id: string;
                ref: string;
                name: string;
            } | null;
            /** @description Counts the changes of the article; part of its ETag */
            version: number;
            /** @description Number of its newest text */
            latestVersion: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Oldest first */
            versions: components["schemas"]["ArticleVersionSummary"][];
            /** @description What of the input was changed, and why; only in this answer */
            repairs?: {
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
        };
        Erasure: {
            /** Format: uuid */
            id: string;
            /** @description What the words belong to */
            target: {
                /**
                 * @description Which of its kinds it is
                 *
                 *     - `claim`: what is noted about a claim, its links, relations and norms
                 *     - `verdict`: the words of a verdict
                 *     - `evidence`: notes of evidence, and what was captured
                 *     - `contact`: who was asked, and what they answered
                 *     - `task`: a draft, and what was noted while the task was worked on
                 *     - `member`: somebody who has left: they go on as a pseudonym
                 *     - `privileged_change`: who a change was about that was never made
                 *     - `article`: the text of an article, what it is called and where it is
                 *     - `source`: who a source is
                 * @enum {string}
                 */
                kind: "claim" | "verdict" | "evidence" | "contact" | "task" | "member" | "privileged_change" | "article" | "source";
                /** Format: uuid */
                id: string;
            };
            /** @description Which of its texts */
            texts: ("glosses" | "rationale" | "evidence_note" | "evidence_title" | "correction_note" | "reply" | "contact_name" | "contact_channel" | "evidence_excerpt" | "worthiness" | "fidelity_note" | "leads" | "link_note" | "relation_note" | "norm_note" | "date_basis" | "modality" | "draft" | "acknowledgement" | "note" | "notice" | "member" | "capture_headers" | "quote" | "article_text" | "article_title" | "article_url" | "source_names")[];
            /**
             * @description Why, for everybody who looks at it later
             *
             *     - `person_asked`: whom the words are about, or who wrote them, asked for it
             *     - `confidential`: they were given in confidence
             *     - `unlawful`: they must not be kept
             *     - `mistake`: they were never meant to be written down
             * @enum {string}
             */
            reason: "person_asked" | "confidential" | "unlawful" | "mistake";
            /** @description Where it is a source: the sources whose names go, itself and those that were merged into it when this was asked for */
            sources: components["schemas"]["Reference"][];
            /**
             * @description `confirmed`: the words are gone, or withheld
             *
             *     - `waiting`: nothing has changed yet
             *     - `confirmed`: made
             *     - `rejected`: another admin was against it
             *     - `withdrawn`: taken back by the admin who asked
             *     - `lapsed`: nobody confirmed it in time
             * @enum {string}
             */
            status: "waiting" | "confirmed" | "rejected" | "withdrawn" | "lapsed";
            /** @description The admin who asked for it; null for the command */
            askedBy: components["schemas"]["Reference"] | null;
            /**
             * Format: date-time
             * @description When it was asked for
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description Nobody confirms it from then on
             */
            lapsesAt: string;
            /** @description Who confirmed, rejected or withdrew it; null where nobody did */
            decidedBy: components["schemas"]["Reference"] | null;
            /** @description When it was decided on, or lapsed */
            decidedAt: string | null;
        };
        ErasurePage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["Erasure"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        ErasureTransitions: {
            /**
             * @description Where it stands now
             *
             *     - `waiting`: nothing has changed yet
             *     - `confirmed`: made
             *     - `rejected`: another admin was against it
             *     - `withdrawn`: taken back by the admin who asked
             *     - `lapsed`: nobody confirmed it in time
             * @enum {string}
             */
            status: "waiting" | "confirmed" | "rejected" | "withdrawn" | "lapsed";
            /** @description Every move that people make from this status */
            items: {
                /**
                 * @description What to send as `event`
                 *
                 *     - `confirm`: makes it, as another admin
                 *     - `reject`: ends it, as another admin
                 *     - `withdraw`: takes it back, as the admin who asked
                 * @enum {string}
                 */
                event: "confirm" | "reject" | "withdraw";
                /**
                 * @description Where it stands afterwards
                 *
                 *     - `waiting`: nothing has changed yet
                 *     - `confirmed`: made
                 *     - `rejected`: another admin was against it
                 *     - `withdrawn`: taken back by the admin who asked
                 *     - `lapsed`: nobody confirmed it in time
                 * @enum {string}
                 */
                to: "waiting" | "confirmed" | "rejected" | "withdrawn" | "lapsed";
                /** @description Whether you may do it now */
                allowed: boolean;
                /** @description Why not, in words; null where it is allowed */
                why: string | null;
                /** @description Given where the move is made elsewhere: the path to POST to */
                at?: string;
            }[];
            /** @description There is one page */
            next: null;
        };
        Event: {
            /** Format: uuid */
            id: string;
            /**
             * @description Which of its types it is
             *
             *     Types of events: what it happened to, and what happened.
             * @enum {string}
             */
            type: "article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted";
            /** @description The claim's version after this event: 1, 2, 3 … without a gap */
            ordinal: number;
            /** @description What it is about */
            subject: {
                /**
                 * @description Which of its types it is
                 *
                 *     - `article`: a text with its versions
                 *     - `source`: somebody who says something, or passes it on
                 *     - `instrument`: a document of law with its paragraphs
                 *     - `scale`: what a verdict may say
                 *     - `member`: somebody of the desk
                 *     - `key`: a key of a member
                 *     - `privileged_change`: a change that takes a second person
                 *     - `erasure`: words that were taken back
                 *     - `policy`: the clocks of a stage, or what holds for the whole desk
                 *     - `checkpoint`: a signed statement of how far the feed had come
                 *     - `claim`: a claim
                 *     - `task`: a step of the review of a claim
                 *     - `verdict`: a verdict on a claim
                 *     - `review`: a review of another publisher
                 *     - `webhook`: where events are sent
                 * @enum {string}
                 */
                type: "article" | "source" | "instrument" | "scale" | "member" | "key" | "privileged_change" | "erasure" | "policy" | "checkpoint" | "claim" | "task" | "verdict" | "review" | "webhook";
                /** Format: uuid */
                id: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            occurredAt: string;
            /** @description The member; null for Isnad itself. For the desk */
            actor?: components["schemas"]["Reference"] | null;
            /** @description Left out where it is for the desk only */
            data?: {
                [key: string]: unknown;
            };
        };
        Evidence: {
            /** Format: uuid */
            id: string;
            /** @description The claim it is about */
            claim: components["schemas"]["Reference"];
            url: string;
            /**
             * @description Which way it speaks
             *
             *     - `for`: speaks for the claim
             *     - `against`: speaks against it
             *     - `context`: neither
             * @enum {string}
             */
            stance: "for" | "against" | "context";
            /** @description A remark, in plain text */
            note: string | null;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /** @description The newest look at its page */
            capture: {
                /**
                 * @description owed: a worker has still to look at it, or to try again
                 *
                 *     - `owed`: not looked at yet
                 *     - `captured`: the page is kept
                 *     - `failed`: `failure` says why not
                 * @enum {string}
                 */
                status: "owed" | "captured" | "failed";
                /** @description What came of it the last time */
                latest: components["schemas"]["CaptureSummary"] | null;
                /** @description The last before it that was captured: what `change` compares with, and what is rested on while the latest failed */
                previous: components["schemas"]["CaptureSummary"] | null;
            };
        };
        Flow: {
            /**
             * Format: date-time
             * @description The beginning of the window
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description The end of the window
             */
            endsAt: string;
            /**
             * Format: date-time
             * @description The moment of what is told of now: aging, overdue and held
             */
            measuredAt: string;
            /**
             * @description Whether claims entered to try things out are counted
             *
             *     - `include`: counted
             *     - `exclude`: not counted
             * @enum {string}
             */
            tests: "include" | "exclude";
            /** @description Figures by stage */
            stages: {
                /**
                 * @description Which part of the work
                 *
                 *     - `triage`: is the claim to be checked
                 *     - `review`: write the verdict
                 *     - `approval`: decide on the verdict
                 *     - `correction`: write a new revision
                 * @enum {string}
                 */
                stage: "triage" | "review" | "approval" | "correction";
                /** @description Tasks that ended in the window with their work done; canceled and expired ones do not count */
                completed: number;
                /** @description Those of them that somebody had begun */
                started: number;
                /** @description Seconds in which nobody had begun the task: from when it was opened, released or passed on until it was started, or until it was done where nobody said that they began */
                waiting: {
                    /** @description Half of them took no longer, in seconds */
                    p50: number;
                    /** @description Nine of ten took no longer, in seconds */
                    p90: number;
                } | null;
                /** @description Seconds from start to submission, of the tasks that were begun. Pauses, and the recording of the verdict, are neither waiting nor working */
                working: {
                    /** @description Half of them took no longer, in seconds */
                    p50: number;
                    /** @description Nine of ten took no longer, in seconds */
                    p90: number;
                } | null;
            }[];
            /** @description Every week that the window touches; the first and last may be cut by it */
            weeks: {
                /** @description ISO 8601 week in UTC */
                week: string;
                /** @description Tasks done */
                completed: {
                    /** @description Of stage `triage` */
                    triage: number;
                    /** @description Of stage `review` */
                    review: number;
                    /** @description Of stage `approval` */
                    approval: number;
                    /** @description Of stage `correction` */
                    correction: number;
                };
                /** @description Revisions of verdicts that were published */
                published: number;
            }[];
            /** @description How old live tasks are */
            aging: {
                /** @description How many are live */
                live: number;
                /** @description How many, by age */
                buckets: {
                    /** @description younger than 4 hours */
                    under4Hours: number;
                    /** @description from 4 hours to a day */
                    under1Day: number;
                    /** @description from 1 to 3 days */
                    under3Days: number;
                    /** @description from 3 days to a week */
                    under1Week: number;
                    /** @description from 1 to 4 weeks */
                    under4Weeks: number;
                    /** @description 4 weeks and older */
                    older: number;
                };
                /** @description The oldest ones */
                oldest: {
                    /** @description The task */
                    task: components["schemas"]["IdReference"];
                    /** @description The claim it is about */
                    claim: components["schemas"]["Reference"];
                    /**
                     * @description Which part of the work
                     *
                     *     - `triage`: is the claim to be checked
                     *     - `review`: write the verdict
                     *     - `approval`: decide on the verdict
                     *     - `correction`: write a new revision
                     * @enum {string}
                     */
                    stage: "triage" | "review" | "approval" | "correction";
                    /** @description waiting, working, paused or recording */
                    phase: string;
                    /** @description Who holds it */
                    holder: components["schemas"]["Reference"] | null;
                    /**
                     * Format: date-time
                     * @description When it was opened
                     */
                    openedAt: string;
                    /** @description Seconds since it was opened */
                    age: number;
                }[];
            };
            /** @description Whether the time is up; or how many, by stage */
            overdue: {
                /** @description Of stage `triage` */
                triage: number;
                /** @description Of stage `review` */
                review: number;
                /** @description Of stage `approval` */
                approval: number;
                /** @description Of stage `correction` */
                correction: number;
            };
            /** @description How many people; or each of them */
            people: {
                /** @description Whose it is */
                member: components["schemas"]["Reference"];
                /** @description Live tasks they hold now */
                held: number;
                /** @description Times a task became theirs: taken by them, assigned to them, or opened in their hands */
                taken: number;
                /** @description Tasks of theirs that ended with their work done */
                completed: number;
                /** @description Verdicts they submitted */
                verdicts: number;
                /** @description Verdicts they approved */
                approvals: number;
            }[];
            /** @description How the work is spread over people */
            concentration: {
                /** @description Tasks done */
                completed: components["schemas"]["Concentration"];
                /** @description Verdicts on it */
                verdicts: components["schemas"]["Concentration"];
                /** @description Decisions to publish */
                approvals: components["schemas"]["Concentration"];
            };
            /** @description How often verdicts were given back */
            returns: {
                /** @description How many were given back */
                returned: number;
                /** @description How many were approved */
                approved: number;
                /** @description Returned, of all verdicts that were decided on */
                share: number | null;
            };
            /** @description Corrections that were begun */
            corrections: number;
            /** @description How often verdicts were taken back */
            retractions: number;
        };
        FoundSource: {
            /** Format: uuid */
            id: string;
            ref: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `person`: a human
             *     - `organization`: an organization
             *     - `government`: a state or a part of one
             *     - `outlet`: a newspaper, station or site
             *     - `agency`: a news agency
             *     - `document`: a document that speaks for itself
             *     - `imagery`: images, of satellites for example
             *     - `collective`: several who are not named one by one
             * @enum {string}
             */
            kind: "person" | "organization" | "government" | "outlet" | "agency" | "document" | "imagery" | "collective";
            name: string;
            /** @description What they belong to */
            affiliation: string | null;
            /** @description Item of Wikidata */
            wikidata: string | null;
            /** @description A remark, in plain text */
            note: string | null;
            /** @description Further names, each in its language */
            names: {
                /** @description BCP 47 tag of the language */
                language: string;
                text: string;
            }[];
            /**
             * @description Where it stands
             *
             *     - `active`: stands for itself
             *     - `merged`: another source stands for it
             * @enum {string}
             */
            status: "active" | "merged";
            /** @description The source that stands for it, where it was merged */
            mergedInto: {
                /** Format: uuid */
                id: string;
                ref: string;
                name: string;
            } | null;
            /** @description Counts the changes; part of the ETag */
            version: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description The name that `name=` found; null when no name was asked for */
            matched: string | null;
        };
        GraphEdge: {
            /**
             * Format: uuid
             * @description id of the relation
             */
            id: string;
            /** @description Where it begins */
            from: components["schemas"]["Reference"];
            /** @description Where it leads */
            to: components["schemas"]["Reference"];
            /**
             * @description Which of its types it is
             *
             *     - `denies`: says that the other is not so
             *     - `partly_denies`: says that a part of the other is not so
             *     - `supports`: speaks for the other
             *     - `contradicts`: both cannot be so
             *     - `repeats`: says the same
             *     - `qualifies`: narrows the other, or adds a condition
             *     - `applies_to`: is about what the other speaks of
             * @enum {string}
             */
            type: "denies" | "partly_denies" | "supports" | "contradicts" | "repeats" | "qualifies" | "applies_to";
            /** @description A remark, in plain text; null outside the desk */
            note: string | null;
        };
        GraphNode: {
            /** Format: uuid */
            id: string;
            ref: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `accusation`: somebody is said to have done wrong
             *     - `denial`: somebody says that an accusation is not so
             *     - `violation`: a norm is said to be broken
             *     - `assertion`: something is said to be so
             *     - `announcement`: somebody says what they will do
             *     - `forecast`: something is said to come
             *     - `quotation`: somebody is said to have said something
             *     - `observation`: something is said to be seen, on an image for example
             *     - `characterization`: something is called by a word that judges it
             * @enum {string}
             */
            kind: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
            /**
             * @description Where it stands
             *
             *     - `submitted`: entered, waits for triage
             *     - `open`: accepted, waits for a checker
             *     - `in_review`: a checker works on its verdict
             *     - `in_approval`: its verdict waits for another editor
             *     - `published`: a revision of its verdict is published
             *     - `correcting`: published, and a new revision is being written
             *     - `rejected`: not to be checked
             *     - `merged`: the same as another claim, which stands for it
             *     - `retracted`: its verdict was taken back
             * @enum {string}
             */
            status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
            /** @description Slug of what was found; null before anything is published */
            rating: string | null;
            /** @description An unanswered relation `denies` or `contradicts` points at it */
            contested: boolean;
            text: string;
            /** @description The language of its text */
            language: string;
            /** @description Relations from the claim that was asked for, which is 0 */
            distance: number;
        };
        IdReference: {
            /** Format: uuid */
            id: string;
        };
        ImportReport: {
            /** @description How many of each outcome */
            counts: {
                /** @description is new */
                imported: number;
                /** @description was there and has changed */
                updated: number;
                /** @description was there as it is */
                unchanged: number;
                /** @description was there, and its publisher has none any more */
                withdrawn: number;
                /** @description would be imported; nothing was stored */
                readable: number;
                /** @description `problem` says why */
                refused: number;
                /** @description is no ClaimReview, or is given as one of ours */
                ignored: number;
            };
            /** @description Everything that stood where reviews stand, in the order of the document */
            items: {
                /** @description RFC 6901, in the document that was given */
                pointer: string;
                /**
                 * @description `readable`: it would have been imported; `ignored`: it is no review, one of our own, or nothing to take back
                 *
                 *     - `imported`: is new
                 *     - `updated`: was there and has changed
                 *     - `unchanged`: was there as it is
                 *     - `withdrawn`: was there, and its publisher has none any more
                 *     - `readable`: would be imported; nothing was stored
                 *     - `refused`: `refusals` say why
                 *     - `ignored`: is no ClaimReview, or is given as one of ours
                 * @enum {string}
                 */
                outcome: "imported" | "updated" | "unchanged" | "withdrawn" | "readable" | "refused" | "ignored";
                url: string | null;
                /** @description What was claimed, in the words of the review */
                claimText: string | null;
                /** @description What was put right */
                repairs: {
                    /**
                     * @description What happened, for machines
                     *
                     *     - `type_missing`: had no type, and is a ClaimReview by what it holds
                     *     - `type_case`: the type was written otherwise than schema.org writes it
                     *     - `type_without_at`: the type stood under "type"
                     *     - `property_case`: the property was written otherwise than schema.org writes it
                     *     - `first_of_several`: had several values that differ; the first is taken
                     *     - `unstorable_character`: held NUL or half a character, which nothing can store
                     *     - `html_tag`: held HTML tags
                     *     - `html_entity`: held HTML entities
                     *     - `html_entity_twice`: held HTML entities that were encoded twice
                     *     - `control_character`: held line breaks or control characters
                     *     - `surrounding_blank`: had blanks around it
                     *     - `not_text`: was no text
                     *     - `node_as_text`: was an object where a text belongs; the text or name in it is taken
                     *     - `cut`: was longer than can be kept, and is cut
                     *     - `list_cut`: had more entries than can be kept; the first are taken
                     *     - `claim_elsewhere`: the claim stood in itemReviewed instead of claimReviewed
                     *     - `url_elsewhere`: the address stood elsewhere than in url
                     *     - `invisible_character`: the address held invisible characters, which are taken out, or escaped within a word
                     *     - `url_scheme`: the address had no scheme
                     *     - `url_relative`: the address was relative, and is resolved against the one that was given
                     *     - `address_unreadable`: was no address, and is left out
                     *     - `appearance_elsewhere`: the address stood with the claim instead of in appearance
                     *     - `item_type`: itemReviewed was no Claim
                     *     - `author_as_text`: was a text instead of a person or organization
                     *     - `author_without_name`: had no name, and is left out
                     *     - `claimant_elsewhere`: itemReviewed was the claimant instead of the claim
                     *     - `publisher_as_text`: was a text instead of an organization
                     *     - `publisher_beside_author`: the author is a person or a name; the organization beside it is taken for the publisher
                     *     - `publisher_from_url`: no publisher was named; the host of the address is taken
                     *     - `rating_as_text`: the rating was a text or a number instead of a Rating
                     *     - `label_elsewhere`: the words of the rating stood elsewhere than in alternateName
                     *     - `label_from_number`: the rating had no words; the number and its bounds are taken
                     *     - `number_as_text`: was a text instead of a number
                     *     - `number_unreadable`: was no number, and is left out
                     *     - `number_out_of_bounds`: lay outside of its bounds, and is left out
                     *     - `bounds_missing`: a bound was missing; 1 and 5 are taken, as schema.org has it
                     *     - `bounds_unknown`: a bound was missing, and 1 to 5 does not hold the number, which is left out
                     *     - `bounds_inverted`: the worst was above the best; bounds and number are turned round
                     *     - `bounds_equal`: the bounds were the same, and the number is left out
                     *     - `bounds_without_number`: there were bounds without a number, and are left out
                     *     - `language_absent`: no language was given; it stays unknown
                     *     - `language_from_text`: no language was given; it is told from the script and words of the claim
                     *     - `language_assumed`: no language was given; the one named for the import is taken
                     *     - `language_form`: the language was no BCP 47 tag
                     *     - `language_unreadable`: the language could not be told; it stays unknown
                     *     - `date_form`: the date was written otherwise than in ISO 8601
                     *     - `date_unreadable`: the date could not be told for certain, and is left out
                     *     - `date_elsewhere`: the date stood in dateModified instead of datePublished
                     *     - `json_wrapped`: the JSON stood in a comment or CDATA section
                     *     - `json_comment`: the JSON held comments
                     *     - `json_comma`: the JSON held commas with nothing behind them
                     *     - `json_control`: the JSON held line breaks or control characters within texts
                     * @enum {string}
                     */
                    code: "type_missing" | "type_case" | "type_without_at" | "property_case" | "first_of_several" | "unstorable_character" | "html_tag" | "html_entity" | "html_entity_twice" | "control_character" | "surrounding_blank" | "not_text" | "node_as_text" | "cut" | "list_cut" | "claim_elsewhere" | "url_elsewhere" | "invisible_character" | "url_scheme" | "url_relative" | "address_unreadable" | "appearance_elsewhere" | "item_type" | "author_as_text" | "author_without_name" | "claimant_elsewhere" | "publisher_as_text" | "publisher_beside_author" | "publisher_from_url" | "rating_as_text" | "label_elsewhere" | "label_from_number" | "number_as_text" | "number_unreadable" | "number_out_of_bounds" | "bounds_missing" | "bounds_unknown" | "bounds_inverted" | "bounds_equal" | "bounds_without_number" | "language_absent" | "language_from_text" | "language_assumed" | "language_form" | "language_unreadable" | "date_form" | "date_unreadable" | "date_elsewhere" | "json_wrapped" | "json_comment" | "json_comma" | "json_control";
                    /** @description RFC 6901, in the document that was given */
                    pointer: string;
                    /** @description What is wrong with it, in words */
                    message: string;
                    /** @description As it was given */
                    from: string | null;
                    /** @description As it was taken */
                    to: string | null;
                }[];
                /** @description Why it was not taken */
                refusals: {
                    /**
                     * @description What happened, for machines
                     *
                     *     - `claim_missing`: says nowhere what was claimed
                     *     - `claim_too_long`: the claim is too long
                     *     - `url_missing`: has no address of its own
                     *     - `url_unusable`: the address cannot be visited
                     *     - `rating_missing`: says nowhere what was found
                     *     - `too_deep`: is nested too deep
                     *     - `json_unreadable`: is no JSON, nor nearly
                     *     - `too_many_at_address`: there are as many reviews of its address as may be
                     * @enum {string}
                     */
                    code: "claim_missing" | "claim_too_long" | "url_missing" | "url_unusable" | "rating_missing" | "too_deep" | "json_unreadable" | "too_many_at_address";
                    /** @description RFC 6901, in the document that was given */
                    pointer: string;
                    /** @description What is wrong with it, in words */
                    message: string;
                }[];
                /** @description A remark, in plain text */
                note: string | null;
            }[];
            /** @description What of the input was changed, and why; only in this answer */
            repairs?: {
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
        };
        Inbox: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["InboxItem"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
            /** @description How many you have not marked as read, on all pages; 100 stands for more */
            unread: number;
        };
        InboxItem: {
            /**
             * Format: uuid
             * @description id of the newest event of it that concerns you
             */
            id: string;
            /** @description Its place in the feed */
            position: string;
            /**
             * @description The type of the event
             *
             *     Types of events: what it happened to, and what happened.
             * @enum {string}
             */
            type: "task.assigned" | "task.reminded" | "task.overdue" | "task.escalated" | "claim.returned" | "verdict.refused" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "claim.correction_started" | "claim.retracted" | "claim.clash_arose" | "claim.became_contested" | "article.revised" | "edition.changed" | "claim.capture_failed" | "claim.evidence_captured" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed";
            /** @description What happened, in words */
            sentence: {
                /** @description Arabic */
                ar: string;
                /** @description English */
                en: string;
            };
            /**
             * Format: date-time
             * @description When it happened
             */
            occurredAt: string;
            /** @description You have not marked it as read */
            unread: boolean;
            /** @description Whether what it asks for is still to be done; once it is done, it is read. null: it asks for nothing */
            waits: boolean | null;
            /** @description The claim it is about; null: it is about none */
            claim: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description The quote, in its original language */
                text: string;
            } | null;
            /** @description Path of what waits for a second person, where it is no claim; `…/transitions` decides on it */
            at: string | null;
            /** @description What it happened to */
            subject: {
                /** Format: uuid */
                id: string;
                /**
                 * @description Which of its types it is
                 *
                 *     - `article`: a text with its versions
                 *     - `source`: somebody who says something, or passes it on
                 *     - `instrument`: a document of law with its paragraphs
                 *     - `scale`: what a verdict may say
                 *     - `member`: somebody of the desk
                 *     - `key`: a key of a member
                 *     - `privileged_change`: a change that takes a second person
                 *     - `erasure`: words that were taken back
                 *     - `policy`: the clocks of a stage, or what holds for the whole desk
                 *     - `checkpoint`: a signed statement of how far the feed had come
                 *     - `claim`: a claim
                 *     - `task`: a step of the review of a claim
                 *     - `verdict`: a verdict on a claim
                 *     - `review`: a review of another publisher
                 *     - `webhook`: where events are sent
                 * @enum {string}
                 */
                type: "article" | "source" | "instrument" | "scale" | "member" | "key" | "privileged_change" | "erasure" | "policy" | "checkpoint" | "claim" | "task" | "verdict" | "review" | "webhook";
            };
            /** @description Who did it; null: the system */
            actor: components["schemas"]["Reference"] | null;
            /** @description Which part of the work */
            stage: ("triage" | "review" | "approval" | "correction") | null;
            /** @description The code of the reason, or several with commas */
            reason: string | null;
            /** @description What was written to you, where it is still kept */
            note: string | null;
        };
        InboxRead: {
            /** @description How many are left; 100 stands for more */
            unread: number;
        };
        Instrument: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description As it is printed: `S/RES/1718 (2006)` */
            label: string;
            /** @description What it is called, by language */
            titles: {
                [key: string]: string;
            };
            /** @description Who issued it */
            issuer: string;
            /** @description The party whose dealings it governs */
            subject: string | null;
            /** @description When it was adopted */
            adopted: string | null;
            /** @description Adopted under chapter VII of the Charter */
            chapterVii: boolean | null;
            /** @description How the vote went */
            vote: {
                /** @description Votes for it */
                for: number;
                /** @description Votes against it */
                against: number;
                /** @description Votes of neither kind */
                abstain: number;
                /**
                 * @description How sure we are of the count
                 *
                 *     - `low`: a guess
                 *     - `medium`: probable
                 *     - `medium_high`: rather sure
                 *     - `high`: sure
                 * @enum {string}
                 */
                confidence: "low" | "medium" | "medium_high" | "high";
            } | null;
            /** @description A remark, in plain text */
            note: string | null;
            /** @description Counts the changes; part of the ETag */
            version: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description The norms it touches, or the verdict cites */
            provisions: components["schemas"]["ProvisionOfInstrument"][];
        };
        InstrumentPage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["InstrumentSummary"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        InstrumentSummary: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description As it is printed: `S/RES/1718 (2006)` */
            label: string;
            /** @description What it is called, by language */
            titles: {
                [key: string]: string;
            };
            /** @description Who issued it */
            issuer: string;
            /** @description The party whose dealings it governs */
            subject: string | null;
            /** @description When it was adopted */
            adopted: string | null;
            /** @description Adopted under chapter VII of the Charter */
            chapterVii: boolean | null;
            /** @description How the vote went */
            vote: {
                /** @description Votes for it */
                for: number;
                /** @description Votes against it */
                against: number;
                /** @description Votes of neither kind */
                abstain: number;
                /**
                 * @description How sure we are of the count
                 *
                 *     - `low`: a guess
                 *     - `medium`: probable
                 *     - `medium_high`: rather sure
                 *     - `high`: sure
                 * @enum {string}
                 */
                confidence: "low" | "medium" | "medium_high" | "high";
            } | null;
            /** @description A remark, in plain text */
            note: string | null;
            /** @description Counts the changes; part of the ETag */
            version: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
        };
        JsonFeed: {
            /**
             * @description Which form of feed it is
             * @constant
             */
            version: "https://jsonfeed.org/version/1.1";
            /** @description Its title, in its own language */
            title: string;
            description: string;
            /** @description Where the feed belongs */
            home_page_url: string;
            /** @description The address of the feed */
            feed_url: string;
            /** @description The next page */
            next_url?: string;
            /** @description BCP 47 tag of the language */
            language: string;
            /** @description Who publishes it */
            authors: {
                name: string;
                url: string;
            }[];
            /** @description What was asked for, in the order of the list */
            items: {
                id: string;
                url: string;
                /** @description Its title, in its own language */
                title: string;
                /** @description What was found and why, as HTML */
                content_html: string;
                /**
                 * Format: date-time
                 * @description When it was published
                 */
                date_published: string;
                /**
                 * Format: date-time
                 * @description When it was last changed
                 */
                date_modified: string;
                /** @description BCP 47 tag of the language */
                language: string;
                /** @description The rating in words */
                tags?: string[];
                /** @description What JSON Feed has no field for */
                _isnad: {
                    /**
                     * @description Which of its kinds it is
                     *
                     *     - `verdict`: a finding
                     *     - `correction`: a finding that took the place of another
                     *     - `retraction`: a finding that was taken back
                     *     - `merge`: a claim that is treated together with another one
                     * @enum {string}
                     */
                    kind: "verdict" | "correction" | "retraction" | "merge";
                    /** @description The claim it is about */
                    claim: string;
                    /** @description Slug of what was found; null before anything is published */
                    rating: string | null;
                    /** @description Number of the published revision; null before the first */
                    revision: number | null;
                    /** @description A new revision is being written */
                    under_correction: boolean;
                };
            }[];
        };
        Key: {
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * @description sign_in: it has no secret, but stands for a member who signs in at the identity provider
             *
             *     - `secret`: made here and shown once
             *     - `sign_in`: stands for a sign-in at the identity provider
             * @enum {string}
             */
            kind: "secret" | "sign_in";
            /** @description Whose it is */
            member: components["schemas"]["Reference"];
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /** @description null: it works until it is revoked */
            expiresAt: string | null;
            /** @description When it was revoked */
            revokedAt: string | null;
            /** @description The key made in its place, which has its webhooks */
            successor: components["schemas"]["IdReference"] | null;
            /** @description To the minute or so; null: never */
            lastUsedAt: string | null;
        };
        KeyPage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["Key"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        KeyUse: {
            /** @description null: there is no key of that id, or what was sent was none */
            key: components["schemas"]["IdReference"] | null;
            /**
             * Format: date-time
             * @description The beginning of the hour of use
             */
            hourStartsAt: string;
            /** @description Where from: the first 24 bits of an IPv4 address or the first 48 of an IPv6 address */
            network: string;
            /** @description How often */
            used: number;
            /** @description Wrong secret, revoked, expired, or of a member who is no longer active */
            refused: number;
            /**
             * Format: date-time
             * @description When last
             */
            lastAt: string;
        };
        KeyUsePage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["KeyUse"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        MatchReasons: {
            /** @description Nothing but writing differs */
            sameText: boolean;
            /** @description What both have */
            shared: {
                /** @description One form for each: 1500, -5%, 1/4; with its money where it is given: `5000000 $`, and of which country where that is said: 5000000 CAD */
                numbers: string[];
                /** @description As precise as they are given: 2024-06-18, 2024-06, --06-18, --06 */
                dates: string[];
                /** @description Of sources known here, under the name they are shown with */
                names: string[];
                /** @description Words of the text */
                words: string[];
            };
            /** @description In the text that was asked about, and not in the other */
            onlyHere: {
                /** @description One form for each: 1500, -5%, 1/4; with its money where it is given: `5000000 $`, and of which country where that is said: 5000000 CAD */
                numbers: string[];
                /** @description As precise as they are given: 2024-06-18, 2024-06, --06-18, --06 */
                dates: string[];
                /** @description Of sources known here, under the name they are shown with */
                names: string[];
                /** @description Words of the text */
                words: string[];
            };
            /** @description What only the other has */
            onlyThere: {
                /** @description One form for each: 1500, -5%, 1/4; with its money where it is given: `5000000 $`, and of which country where that is said: 5000000 CAD */
                numbers: string[];
                /** @description As precise as they are given: 2024-06-18, 2024-06, --06-18, --06 */
                dates: string[];
                /** @description Of sources known here, under the name they are shown with */
                names: string[];
                /** @description Words of the text */
                words: string[];
            };
            /** @description What to look at before taking the two for one, with the words that cause it */
            cautions: {
                /**
                 * @description Which of its kinds it is
                 *
                 *     - `numbers_differ`: the numbers are others
                 *     - `dates_differ`: the dates are others
                 *     - `names_differ`: the names are others
                 *     - `stance_may_differ`: one has more words that turn a statement round: not, denies
                 *     - `opposite_words`: each has a word that says the opposite of one of the other: rose, fell
                 *     - `words_exchanged`: where the one has these words, the other has those
                 *     - `order_differs`: they are the same words in another order: who did it to whom may be exchanged
                 * @enum {string}
                 */
                kind: "numbers_differ" | "dates_differ" | "names_differ" | "stance_may_differ" | "opposite_words" | "words_exchanged" | "order_differs";
                /** @description What causes it in the text that was asked about */
                here: string[];
                /** @description And in the other */
                there: string[];
            }[];
            /**
             * @description What the words say of it; never who is right
             *
             *     - `repeats`: they say the same, as far as words tell
             *     - `contradicts`: words of the one turn round what the other says
             *     - `unsure`: words do not tell
             * @enum {string}
             */
            stance: "repeats" | "contradicts" | "unsure";
        };
        MatchRequest: {
            /** @description The claim somebody makes, in their words */
            text: string;
            /**
             * @description The language of the text; ratings are named in it where they have a name
             * @example ar
             * @example en
             */
            language: string;
            /**
             * @description How many at most
             * @default 10
             */
            limit?: number;
        };
        Matches: {
            /** @description The claims */
            claims: {
                text: string;
                /** @description Who said it */
                claimant: string | null;
                /** @description When it was said */
                claimDate: string | null;
                /** @description The published finding */
                claimReview: {
                    /** @description Who published it */
                    publisher: {
                        name: string;
                        /** @description The host of the publisher */
                        site: string;
                    };
                    url: string;
                    /** @description Its title, in its own language */
                    title: string | null;
                    /** @description When it was published */
                    reviewDate: string | null;
                    /** @description The rating in words */
                    textualRating: string;
                    /** @description BCP 47 tag of the language */
                    languageCode: string | null;
                }[];
                /** @description Of our own claim; null for what others have checked */
                ref: string | null;
                /** @description Published, and a new revision is being written */
                underCorrection: boolean;
                /** @description How alike the words are: 1 is the same text. It says nothing about who is right */
                score: number;
                /** @description Why it is so, in words */
                why: components["schemas"]["MatchReasons"];
            }[];
            /** @description There is one page: the best, best first */
            nextPageToken: null;
        };
        Me: {
            /** Format: uuid */
            id: string;
            ref: string;
            name: string;
            /**
             * @description What they may do
             *
             *     - `reader`: reads what is known and published
             *     - `checker`: also records and writes verdicts
             *     - `editor`: also triages, hands out work and decides
             *     - `admin`: runs the installation, and decides on nothing
             * @enum {string}
             */
            role: "reader" | "checker" | "editor" | "admin";
            /** @description You are handed no work before this moment */
            awayEndsAt: string | null;
            /** @description How many tasks you hold at most; null: the desk's own limit */
            wipLimit: number | null;
            /** @description What operations may ask for and this key holds */
            permissions: ("read" | "read_desk" | "record" | "check" | "edit" | "govern" | "erase" | "administer")[];
            /** @description Whether what is published can be read here without a key: `PUBLIC_READING` */
            publicReading: boolean;
            /** @description Of the words around; null: as the browser asks */
            language: ("ar" | "en") | null;
            /** @description null: as the language has them */
            digits: ("latin" | "arabic_indic") | null;
            /** @description What a key does at the desk (the list under `?` has it) → the key by its place on the keyboard, as browsers call it (`KeyJ`, `Shift+Digit2`, `Ctrl+Enter`); null: none. What is not named has its usual key */
            shortcuts: {
                [key: string]: string | null;
            };
        };
        Member: {
            /** Format: uuid */
            id: string;
            ref: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `person`: a human
             *     - `tool`: a program, which only reads
             * @enum {string}
             */
            kind: "person" | "tool";
            name: string;
            /**
             * @description What they may do
             *
             *     - `reader`: reads what is known and published
             *     - `checker`: also records and writes verdicts
             *     - `editor`: also triages, hands out work and decides
             *     - `admin`: runs the installation, and decides on nothing
             * @enum {string}
             */
            role: "reader" | "checker" | "editor" | "admin";
            /** @description BCP 47 tags of the languages */
            languages: string[];
            /** @description What it is about, as short names of your own */
            topics: string[];
            /** @description Whether they are still with us */
            active: boolean;
            /** @description No work is handed to them before */
            awayEndsAt: string | null;
            /** @description null: the desk's own limit */
            wipLimit: number | null;
            /** @description Their subjects are not kept, but for a digest under a key outside the database */
            identities: {
                /** @description Who issued it */
                issuer: string;
                /** @description What issuer and subject are known by here */
                digest: string;
            }[];
            /** @description Counts the changes; part of the ETag */
            version: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
        };
        MemberPage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["Member"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        MergeTarget: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description Where that claim stands no more, why: follow it no further. null: it stands */
            ended: ("rejected" | "merged" | "retracted") | null;
        };
        NamedSource: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description The name shown; empty once it was withheld */
            name: string;
            /** @description The same in other languages, as far as they are known */
            names: {
                /** @description BCP 47 tag of the language */
                language: string;
                text: string;
            }[];
            /**
             * @description Which of its kinds it is
             *
             *     - `person`: a human
             *     - `organization`: an organization
             *     - `government`: a state or a part of one
             *     - `outlet`: a newspaper, station or site
             *     - `agency`: a news agency
             *     - `document`: a document that speaks for itself
             *     - `imagery`: images, of satellites for example
             *     - `collective`: several who are not named one by one
             * @enum {string}
             */
            kind: "person" | "organization" | "government" | "outlet" | "agency" | "document" | "imagery" | "collective";
        };
        NewErasure: {
            /** @description What the words belong to */
            target: {
                /**
                 * @description Which of its kinds it is
                 *
                 *     - `claim`: what is noted about a claim, its links, relations and norms
                 *     - `verdict`: the words of a verdict
                 *     - `evidence`: notes of evidence, and what was captured
                 *     - `contact`: who was asked, and what they answered
                 *     - `task`: a draft, and what was noted while the task was worked on
                 *     - `member`: somebody who has left: they go on as a pseudonym
                 *     - `privileged_change`: who a change was about that was never made
                 *     - `article`: the text of an article, what it is called and where it is
                 *     - `source`: who a source is
                 * @enum {string}
                 */
                kind: "claim" | "verdict" | "evidence" | "contact" | "task" | "member" | "privileged_change" | "article" | "source";
                /** @description id or ref of what the words belong to */
                id: string;
            };
            /** @description Which of its texts. Where none are named, all of them, but for quotes, titles and addresses of articles */
            texts?: ("glosses" | "rationale" | "evidence_note" | "evidence_title" | "correction_note" | "reply" | "contact_name" | "contact_channel" | "evidence_excerpt" | "worthiness" | "fidelity_note" | "leads" | "link_note" | "relation_note" | "norm_note" | "date_basis" | "modality" | "draft" | "acknowledgement" | "note" | "notice" | "member" | "capture_headers" | "quote" | "article_text" | "article_title" | "article_url" | "source_names")[];
            /**
             * @description Why, for everybody who looks at it later
             *
             *     - `person_asked`: whom the words are about, or who wrote them, asked for it
             *     - `confidential`: they were given in confidence
             *     - `unlawful`: they must not be kept
             *     - `mistake`: they were never meant to be written down
             * @enum {string}
             */
            reason: "person_asked" | "confidential" | "unlawful" | "mistake";
        };
        /** @description The note of a retraction or merge: an edition without a revision of its own */
        Notice: {
            /** @description Names the notice: SHA-256 over the RFC 8785 form of `sealed` */
            digest: string;
            /**
             * @description Where it stands
             *
             *     - `proposed`: waits for another editor
             *     - `approved`: is public
             *     - `dropped`: was not let out
             * @enum {string}
             */
            status: "proposed" | "approved" | "dropped";
            /** @description a document that speaks for itself */
            document: {
                /**
                 * @description The form of this document
                 * @constant
                 */
                form: 1;
                /** @description The claim it is about */
                claim: components["schemas"]["Reference"];
                /** @description The revision that was taken back */
                revision: number;
                /**
                 * @description - `retracted`: its verdict was taken back
                 *     - `merged`: the same as another claim, which stands for it
                 * @enum {string}
                 */
                mark: "retracted" | "merged";
                /**
                 * @description Why, for everybody who looks at it later
                 *
                 *     - `error`: something was wrong
                 *     - `unsupported`: the evidence does not bear it out
                 *     - `source_corrected`: a source has corrected itself
                 *     - `legal`: for legal reasons
                 *     - `duplicate`: another claim says the same
                 * @enum {string}
                 */
                reason: "error" | "unsupported" | "source_corrected" | "legal" | "duplicate";
                /** @description The claim it was merged into */
                into: components["schemas"]["Reference"] | null;
                /** @description A remark, in plain text */
                note: string | {
                    /** @description What kind of text was erased */
                    removed: string;
                };
            };
            /** @description The same document as it is hashed: the note stands as its seal */
            sealed: {
                [key: string]: unknown;
            };
        };
        NoticeInput: {
            /** @description For readers, why it was taken back */
            note: string;
        };
        NoticeTransitions: {
            /**
             * @description Where it stands now
             *
             *     - `proposed`: waits for another editor
             *     - `approved`: is public
             *     - `dropped`: was not let out
             * @enum {string}
             */
            status: "proposed" | "approved" | "dropped";
            /** @description Every move that people make from this status */
            items: {
                /**
                 * @description What to send as `event`
                 *
                 *     - `approve`: another editor lets it out
                 *     - `drop`: an editor lets it go
                 * @enum {string}
                 */
                event: "approve" | "drop";
                /**
                 * @description Where it stands afterwards
                 *
                 *     - `proposed`: waits for another editor
                 *     - `approved`: is public
                 *     - `dropped`: was not let out
                 * @enum {string}
                 */
                to: "proposed" | "approved" | "dropped";
                /** @description Whether you may do it now */
                allowed: boolean;
                /** @description Why not, in words; null where it is allowed */
                why: string | null;
                /** @description Given where the move is made elsewhere: the path to POST to */
                at?: string;
            }[];
            /** @description There is one page */
            next: null;
        };
        /** @description An original claimant: a leaf of the chain */
        Origin: {
            /** @description Who said it or passed it on */
            source: components["schemas"]["NamedSource"] | null;
            /** @description How the chain names one that has no source of its own */
            label: string | null;
            /** @description The article itself, in its own voice, where it has no outlet */
            article: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description Its title, in its own language */
                title: string;
            } | null;
            /** @description The article does not name them */
            anonymous: boolean;
        };
        Origins: {
            /** @description How many outlets, or articles without one, tell it */
            outlets: number;
            /** @description How many original claimants stand behind them, on all pages */
            origins: number;
            /** @description The origin that the most outlets go back to first */
            items: {
                /** @description Whom it came from first */
                origin: components["schemas"]["Origin"];
                /** @description The claims that go back to this origin */
                claims: components["schemas"]["Reference"][];
                /** @description Who published it, each once */
                outlets: {
                    /** Format: uuid */
                    id: string;
                    ref: string;
                    /**
                     * @description Which of its kinds it is
                     *
                     *     - `outlet`: an outlet that is recorded as a source
                     *     - `article`: an article without one
                     * @enum {string}
                     */
                    kind: "outlet" | "article";
                    name: string;
                }[];
            }[];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
            /** @description More claims repeat it than were looked at */
            truncated: boolean;
        };
        Policies: {
            /** @description Limits and leases */
            desk: {
                /** @description Whether tasks are handed out as they are opened */
                autoAssign: boolean;
                /** @description How many tasks a member holds at most */
                wipLimit: number;
                /** @description How long a task stays with a holder who does nothing on it */
                leaseMinutes: number;
            };
            /** @description Minutes by clock and priority */
            clocks: {
                /**
                 * @description Which clock
                 *
                 *     - `triage`: from entry to acceptance
                 *     - `pick_up`: until somebody begins a review or correction
                 *     - `review`: from the start of a review to its verdict
                 *     - `approval`: until the verdict is decided on
                 *     - `correction`: from the start of a correction to its verdict
                 * @enum {string}
                 */
                clock: "triage" | "pick_up" | "review" | "approval" | "correction";
                /**
                 * @description How soon it is to be worked on
                 *
                 *     - `low`: may wait
                 *     - `normal`: as usual
                 *     - `high`: before what is normal
                 *     - `urgent`: before everything else
                 * @enum {string}
                 */
                priority: "low" | "normal" | "high" | "urgent";
                /** @description Minutes until overdue, fractions too; reminder at half, escalation at one and a half */
                minutes: number;
            }[];
            /** @description Counts the changes; part of the ETag */
            version: number;
        };
        PrivilegedChange: {
            /** Format: uuid */
            id: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `create_member`: somebody new, with rights over others or as whom somebody signs in
             *     - `change_member`: a role, an identity, the end or return of somebody with rights
             *     - `create_key`: a key for somebody else
             *     - `rotate_key`: a key for somebody else, in the place of another
             *     - `revoke_key`: the end of a key of another admin
             *     - `erase`: words of people that are taken back
             * @enum {string}
             */
            kind: "create_member" | "change_member" | "create_key" | "rotate_key" | "revoke_key" | "erase";
            /** @description Whom it is about; null for somebody who is yet to be added */
            member: components["schemas"]["Reference"] | null;
            /** @description Which key it is about, or would be made */
            key: components["schemas"]["IdReference"] | null;
            /** @description What was asked for, as the request had it: nothing of it has happened while it is `waiting` */
            wanted: {
                [key: string]: unknown;
            };
            /**
             * @description Where it stands
             *
             *     - `waiting`: nothing has changed yet
             *     - `confirmed`: made
             *     - `rejected`: another admin was against it
             *     - `withdrawn`: taken back by the admin who asked
             *     - `lapsed`: nobody confirmed it in time
             * @enum {string}
             */
            status: "waiting" | "confirmed" | "rejected" | "withdrawn" | "lapsed";
            /** @description The admin who asked for it; null for the command */
            askedBy: components["schemas"]["Reference"] | null;
            /**
             * Format: date-time
             * @description When it was asked for
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description Nobody confirms it from then on
             */
            lapsesAt: string;
            /** @description Who confirmed, rejected or withdrew it; null where nobody did */
            decidedBy: components["schemas"]["Reference"] | null;
            /** @description When it was decided on, or lapsed */
            decidedAt: string | null;
        };
        PrivilegedChangeTransitions: {
            /**
             * @description Where it stands now
             *
             *     - `waiting`: nothing has changed yet
             *     - `confirmed`: made
             *     - `rejected`: another admin was against it
             *     - `withdrawn`: taken back by the admin who asked
             *     - `lapsed`: nobody confirmed it in time
             * @enum {string}
             */
            status: "waiting" | "confirmed" | "rejected" | "withdrawn" | "lapsed";
            /** @description Every move that people make from this status */
            items: {
                /**
                 * @description What to send as `event`
                 *
                 *     - `confirm`: makes it, as another admin
                 *     - `reject`: ends it, as another admin
                 *     - `withdraw`: takes it back, as the admin who asked
                 * @enum {string}
                 */
                event: "confirm" | "reject" | "withdraw";
                /**
                 * @description Where it stands afterwards
                 *
                 *     - `waiting`: nothing has changed yet
                 *     - `confirmed`: made
                 *     - `rejected`: another admin was against it
                 *     - `withdrawn`: taken back by the admin who asked
                 *     - `lapsed`: nobody confirmed it in time
                 * @enum {string}
                 */
                to: "waiting" | "confirmed" | "rejected" | "withdrawn" | "lapsed";
                /** @description Whether you may do it now */
                allowed: boolean;
                /** @description Why not, in words; null where it is allowed */
                why: string | null;
                /** @description Given where the move is made elsewhere: the path to POST to */
                at?: string;
            }[];
            /** @description There is one page */
            next: null;
        };
        Problem: {
            /** @description `urn:isnad:problem:` and the code: stable, made to be compared */
            type: string;
            /** @description What kind of problem it is, in words */
            title: string;
            /** @description The status of the answer */
            status: number;
            /** @description What happened and what to do next */
            detail: string;
            /** @description What happened, for machines: the codes stand with their meanings in `x-problem-codes` of this document */
            code: string;
            /** @description The path of the request */
            instance: string;
            /** @description What to quote to the operator */
            requestId: string;
            /** @description Of a 412: the ETag of what there is now; as `If-Match` it lets the change through */
            current?: string;
            /** @description Every invalid field at once: `pointer` is a JSON pointer into the body, or a name */
            errors?: {
                /** @description Which part of the request it stands in */
                in: string;
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
            /** @description Of `decide_elsewhere`: the path to POST to */
            at?: string;
            /** @description Of a quote that is not found, or not once: where it may be meant */
            candidates?: ({
                /** @description Where they begin: code points from 0 */
                start: number;
                /** @description Where they end: behind the last code point */
                end: number;
                /** @description The words quoted */
                exact: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description Of a decision that names no edition, or an older one: the digest of what would be published now */
            edition?: string;
            /** @description Of `edition_changed`: JSON pointers into the edition */
            changed?: string[];
            /** @description Of `conflicts_unacknowledged`: the clashes that no note acknowledges yet */
            conflicts?: {
                [key: string]: unknown;
            }[];
            /** @description Of a draft that was saved since: what is there now */
            draft?: {
                [key: string]: unknown;
            } | null;
            /** @description Of a verdict that is refused: the codes of what it lacks */
            reasons?: string[];
            /** @description Of a verdict that is refused, and of what is shown once: its path */
            location?: string;
            /** @description Of `wip_limit_reached`: how many tasks the member has */
            held?: number;
            /** @description Of `wip_limit_reached`: how many they may have */
            limit?: number;
            /**
             * Format: date-time
             * @description Of `member_away`: when they are back
             */
            awayEndsAt?: string;
            /** @description Of `forbidden`: what one has to be permitted */
            permission?: string;
            /** @description Of `forbidden`: who is */
            roles?: string[];
        } & {
            [key: string]: unknown;
        };
        Provision: {
            /** @description The legal text */
            instrument: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description What it is called, where it is no record of its own */
                label: string;
            };
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description The label of the instrument and the paragraph: `S/RES/1718 (2006), 8(b)` */
            label: string;
            /** @description Which paragraph of it */
            paragraph: string;
            /** @description What it does, by language */
            effects: {
                [key: string]: string;
            };
            /**
             * @description Seen from the subject of the instrument; `none` where nothing is transferred
             *
             *     - `to`: to the country or body that the norm is about
             *     - `from`: from it
             *     - `both`: in both directions
             *     - `none`: has no direction
             * @enum {string}
             */
            direction: "to" | "from" | "both" | "none";
            /** @description The first day it was in force */
            inForceFrom: string | null;
            /** @description The last day it was in force; null where there is none yet */
            inForceUntil: string | null;
            /** @description Both the content and the paragraph number were seen in a stored copy */
            verified: boolean;
            /** @description Where its text was seen */
            source: string | null;
            /** @description Counts the changes; part of the ETag */
            version: number;
        };
        ProvisionOfInstrument: {
            /** Format: uuid */
            id: string;
            ref: string;
            /** @description The label of the instrument and the paragraph: `S/RES/1718 (2006), 8(b)` */
            label: string;
            /** @description Which paragraph of it */
            paragraph: string;
            /** @description What it does, by language */
            effects: {
                [key: string]: string;
            };
            /**
             * @description Seen from the subject of the instrument; `none` where nothing is transferred
             *
             *     - `to`: to the country or body that the norm is about
             *     - `from`: from it
             *     - `both`: in both directions
             *     - `none`: has no direction
             * @enum {string}
             */
            direction: "to" | "from" | "both" | "none";
            /** @description The first day it was in force */
            inForceFrom: string | null;
            /** @description The last day it was in force; null where there is none yet */
            inForceUntil: string | null;
            /** @description Both the content and the paragraph number were seen in a stored copy */
            verified: boolean;
            /** @description Where its text was seen */
            source: string | null;
            /** @description Counts the changes; part of the ETag */
            version: number;
        };
        QuotedText: string | {
            /**
             * @description It is withheld
             *
             *     - `quote`: the quote of a claim with what stands around it: withheld wherever it was published, not deleted
             *     - `article_text`: the text of all versions of an article: deleted, but for its hash
             *     - `article_title`: what an article is called: withheld, not deleted
             *     - `article_url`: the address of an article: withheld, not deleted
             *     - `source_names`: the names of a source, and what identifies it: withheld, not deleted
             * @enum {string}
             */
            removed: "quote" | "article_text" | "article_title" | "article_url" | "source_names";
        };
        Rating: {
            /** @description Short name of the rating */
            slug: string;
            /** @description What it is called, by language */
            labels: {
                [key: string]: string;
            };
            /**
             * @description What it says about the claim; two ratings clash by polarity
             *
             *     - `supports`: the claim is so
             *     - `refutes`: the claim is not so
             *     - `neutral`: neither
             * @enum {string}
             */
            polarity: "supports" | "refutes" | "neutral";
            /** @description Its number between the bounds; null where it has none */
            value: number | null;
            /** @description The lower bound */
            worst: number | null;
            /** @description The upper bound */
            best: number | null;
            /** @description For claims about the future only */
            forecast: boolean;
        };
        RatingScale: {
            /** @description Which scale it is: they are numbered from 1 */
            version: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /** @description In the order in which they are shown */
            items: components["schemas"]["Rating"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        Recipients: {
            /** @description The verdict */
            verdict: components["schemas"]["IdReference"];
            /** @description The claim it is about */
            claim: components["schemas"]["Reference"];
            /** @description null where it was never published: nobody has received it */
            revision: number | null;
            /**
             * @description Where it stands
             *
             *     - `submitted`: being recorded
             *     - `refused`: could not be recorded: `problem` says why
             *     - `proposed`: waits for approval
             *     - `returned`: given back to its author
             *     - `withdrawn`: taken back by its author
             *     - `published`: the standing revision
             *     - `superseded`: a later revision has taken its place
             *     - `retracted`: taken back
             * @enum {string}
             */
            status: "submitted" | "refused" | "proposed" | "returned" | "withdrawn" | "published" | "superseded" | "retracted";
            /** @description What was asked for, in the order of the list */
            items: ({
                /** @description The key */
                key: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                /** @description Neither the key nor its member has been shut out since */
                active: boolean;
                /** @description Whose it is */
                member: components["schemas"]["Reference"];
                /** @description Whether it has received the revision */
                received: boolean;
                /** @description Whether it has received what superseded or retracted the revision; null while it stands */
                receivedCorrection: boolean | null;
            } | {
                /** @description The webhook */
                webhook: {
                    /** Format: uuid */
                    id: string;
                    description: string | null;
                };
                /** @description It is enabled */
                active: boolean;
                /** @description Whose it is */
                member: components["schemas"]["Reference"];
                /** @description Whether it has received the revision */
                received: boolean;
                /** @description Whether it has received what superseded or retracted the revision; null while it stands */
                receivedCorrection: boolean | null;
            })[];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        Reference: {
            /** Format: uuid */
            id: string;
            ref: string;
        };
        Relation: {
            /** Format: uuid */
            id: string;
            /**
             * @description Which of its types it is
             *
             *     - `denies`: says that the other is not so
             *     - `partly_denies`: says that a part of the other is not so
             *     - `supports`: speaks for the other
             *     - `contradicts`: both cannot be so
             *     - `repeats`: says the same
             *     - `qualifies`: narrows the other, or adds a condition
             *     - `applies_to`: is about what the other speaks of
             * @enum {string}
             */
            type: "denies" | "partly_denies" | "supports" | "contradicts" | "repeats" | "qualifies" | "applies_to";
            /**
             * @description Which way it goes
             *
             *     - `out`: goes out from this claim
             *     - `in`: comes in from the other claim
             * @enum {string}
             */
            direction: "out" | "in";
            /** @description The other claim */
            claim: {
                /** Format: uuid */
                id: string;
                ref: string;
                text: string;
                /** @description The language of its text */
                language: string;
                /**
                 * @description Where it stands
                 *
                 *     - `submitted`: entered, waits for triage
                 *     - `open`: accepted, waits for a checker
                 *     - `in_review`: a checker works on its verdict
                 *     - `in_approval`: its verdict waits for another editor
                 *     - `published`: a revision of its verdict is published
                 *     - `correcting`: published, and a new revision is being written
                 *     - `rejected`: not to be checked
                 *     - `merged`: the same as another claim, which stands for it
                 *     - `retracted`: its verdict was taken back
                 * @enum {string}
                 */
                status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
                /** @description Slug of what was found; null before anything is published */
                rating: string | null;
            };
            /** @description A remark, in plain text; null outside the desk */
            note: string | null;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
        };
        ReviewTask: {
            /** Format: uuid */
            id: string;
            /** @description The claim it is about */
            claim: components["schemas"]["ClaimSummary"];
            /**
             * @description Which part of the work
             *
             *     - `triage`: is the claim to be checked
             *     - `review`: write the verdict
             *     - `approval`: decide on the verdict
             *     - `correction`: write a new revision
             * @enum {string}
             */
            stage: "triage" | "review" | "approval" | "correction";
            /** @description How often the stage has come up, from 1 */
            round: number;
            /**
             * @description Where it stands
             *
             *     - `open`: nobody holds it
             *     - `assigned`: somebody holds it
             *     - `in_progress`: its holder has begun
             *     - `submitted`: its verdict is being recorded
             *     - `done`: ended with its work done
             *     - `returned`: ended, and the verdict was given back
             *     - `canceled`: ended because the claim went elsewhere
             *     - `expired`: ended when the lease ran out
             * @enum {string}
             */
            status: "open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired";
            /** @description Who holds it */
            assignee: components["schemas"]["Reference"] | null;
            /** @description What it is about: the last verdict submitted from it, or the one that an approval decides on */
            verdict: components["schemas"]["IdReference"] | null;
            /**
             * @description How soon it is to be worked on
             *
             *     - `low`: may wait
             *     - `normal`: as usual
             *     - `high`: before what is normal
             *     - `urgent`: before everything else
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "urgent";
            /** @description Whether somebody has begun to write */
            hasDraft: boolean;
            /**
             * Format: date-time
             * @description When it was opened
             */
            openedAt: string;
            /** @description When its holder got it */
            takenAt: string | null;
            /** @description When it ended */
            closedAt: string | null;
            /** @description Until then it is its holder's; work on it moves it on */
            leaseEndsAt: string | null;
            /** @description What is measured at present */
            clock: ("triage" | "pick_up" | "review" | "approval" | "correction") | null;
            /** @description When it is overdue */
            dueAt: string | null;
            /** @description Whether the time is up; or how many, by stage */
            overdue: boolean;
            /** @description Brought before the editors: it is long overdue */
            escalated: boolean;
            /** @description Clock and lease stand still, and move on by as much when the pause ends */
            paused: {
                /**
                 * Format: date-time
                 * @description When it began
                 */
                startedAt: string;
                /** @description Why, for everybody who looks at it later */
                reason: string;
            } | null;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Counts the changes; part of the ETag */
            version: number;
        };
        RevisedArticle: {
            /** @description The article it was found in */
            article: components["schemas"]["Reference"];
            /** @description Which one, counted from 1 */
            number: number;
            /** @description SHA-256 of the text in UTF-8, hexadecimal */
            sha256: string;
            /** @description Length of the text in Unicode code points */
            codePoints: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            text: string;
            /** @description Where characters stand that change the order in which text is shown, as code-point offsets */
            bidiControls: number[];
            /** @description Claims of earlier versions, which stay anchored there, and what became of their quotes */
            quotes: {
                /** @description The claim it is about */
                claim: components["schemas"]["Reference"];
                /**
                 * @description What became of its quote
                 *
                 *     - `kept`: it stands where it stood
                 *     - `moved`: it stands elsewhere, between the same words
                 *     - `changed`: other words stand in its place
                 *     - `lost`: nobody can tell but a person
                 * @enum {string}
                 */
                outcome: "kept" | "moved" | "changed" | "lost";
                /** @description Where it is in the new version, or what stands in its place; null where it is lost */
                quote: {
                    /** @description The words quoted */
                    exact: string;
                    /** @description Where they begin: code points from 0 */
                    start: number;
                    /** @description Where they end: behind the last code point */
                    end: number;
                } | null;
            }[];
        };
        RotatedSecret: {
            /** @description What to verify signatures with (Standard Webhooks). It is shown now and never again. */
            secret: string;
            /** @description What signs now, newest first; the secrets themselves are never shown again */
            secrets: {
                /** Format: uuid */
                id: string;
                /**
                 * Format: date-time
                 * @description When it was recorded here
                 */
                createdAt: string;
                /** @description When it ends; null for never */
                expiresAt: string | null;
            }[];
        };
        SealedText: {
            /** @description Seal of the words; the history of the claim has them */
            sealed: string;
        };
        Session: {
            /** @description Who you are to us, and what you may do */
            member: components["schemas"]["Me"];
            /** @description The session ends then at the latest; null: you came with a key, and not by a session */
            endsAt: string | null;
        };
        SignInWays: {
            /** @description null: one signs in with a key alone */
            provider: {
                /**
                 * Format: uri
                 * @description The identity provider
                 */
                issuer: string;
                /** @description Its host, to call it by */
                name: string;
                /**
                 * Format: uri
                 * @description Where a browser goes to sign in there, with `to` as where at the desk to be afterwards
                 */
                start: string;
            } | null;
            /** @description Why the last attempt in this browser, at most five minutes ago, came to nothing */
            refused: {
                /**
                 * @description What happened, for machines
                 *
                 *     - `unknown_subject`: the provider knows them, and no member is tied to that: see `issuer` and `subject`
                 *     - `sign_in_denied`: the provider did not let them in
                 *     - `sign_in_not_valid`: the answer of the provider is not one to be believed
                 *     - `sign_in_expired`: it took longer than ten minutes, or was begun in another browser
                 *     - `member_inactive`: the member is not active, or the key of this sign-in was revoked
                 *     - `identity_provider_unavailable`: the provider cannot be reached
                 *     - `too_many_attempts`: too many came to nothing from this address
                 *     - `desk_unavailable`: they were let in, and no session could be begun at the moment
                 * @enum {string}
                 */
                code: "unknown_subject" | "sign_in_denied" | "sign_in_not_valid" | "sign_in_expired" | "member_inactive" | "identity_provider_unavailable" | "too_many_attempts" | "desk_unavailable";
                /** @description What happened and what to do, in the language asked for */
                detail: string;
                /** @description Who issued it */
                issuer?: string;
                /** @description Who you are there: for an admin, to tie to your member */
                subject?: string;
            } | null;
        };
        SignedOut: {
            /** @description Where the browser goes to sign out at the identity provider, too, which leads back to the desk; null: nowhere */
            next: string | null;
        };
        SimilarClaims: {
            /** @description What was asked for, in the order of the list */
            items: {
                /** @description The claim it is about */
                claim: {
                    /** Format: uuid */
                    id: string;
                    ref: string;
                    text: string;
                    /** @description BCP 47 tag of the language */
                    language: string;
                    /**
                     * @description Where it stands
                     *
                     *     - `submitted`: entered, waits for triage
                     *     - `open`: accepted, waits for a checker
                     *     - `in_review`: a checker works on its verdict
                     *     - `in_approval`: its verdict waits for another editor
                     *     - `published`: a revision of its verdict is published
                     *     - `correcting`: published, and a new revision is being written
                     *     - `rejected`: not to be checked
                     *     - `merged`: the same as another claim, which stands for it
                     *     - `retracted`: its verdict was taken back
                     * @enum {string}
                     */
                    status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
                    /** @description Slug of what was found; null before anything is published */
                    rating: string | null;
                };
                /** @description Those that stand already between the two */
                relations: {
                    /**
                     * @description Which of its types it is
                     *
                     *     - `denies`: says that the other is not so
                     *     - `partly_denies`: says that a part of the other is not so
                     *     - `supports`: speaks for the other
                     *     - `contradicts`: both cannot be so
                     *     - `repeats`: says the same
                     *     - `qualifies`: narrows the other, or adds a condition
                     *     - `applies_to`: is about what the other speaks of
                     * @enum {string}
                     */
                    type: "denies" | "partly_denies" | "supports" | "contradicts" | "repeats" | "qualifies" | "applies_to";
                    /**
                     * @description Which way it goes
                     *
                     *     - `out`: goes out from this claim
                     *     - `in`: comes in from the other claim
                     * @enum {string}
                     */
                    direction: "out" | "in";
                }[];
                /** @description How alike the words are: 1 is the same text. It says nothing about who is right */
                score: number;
                /** @description Why it is so, in words */
                why: components["schemas"]["MatchReasons"];
            }[];
            /** @description There is one page: the best, best first */
            next: null;
        };
        Source: {
            /** Format: uuid */
            id: string;
            ref: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `person`: a human
             *     - `organization`: an organization
             *     - `government`: a state or a part of one
             *     - `outlet`: a newspaper, station or site
             *     - `agency`: a news agency
             *     - `document`: a document that speaks for itself
             *     - `imagery`: images, of satellites for example
             *     - `collective`: several who are not named one by one
             * @enum {string}
             */
            kind: "person" | "organization" | "government" | "outlet" | "agency" | "document" | "imagery" | "collective";
            /** @description The name shown; empty once it was withheld */
            name: string;
            /** @description What they belong to */
            affiliation: string | null;
            /** @description Item of Wikidata */
            wikidata: string | null;
            /** @description A remark, in plain text */
            note: string | null;
            /** @description Further names, each in its language */
            names: {
                /** @description BCP 47 tag of the language */
                language: string;
                text: string;
            }[];
            /**
             * @description Where it stands
             *
             *     - `active`: stands for itself
             *     - `merged`: another source stands for it
             * @enum {string}
             */
            status: "active" | "merged";
            /** @description The source that stands for it, where it was merged */
            mergedInto: {
                /** Format: uuid */
                id: string;
                ref: string;
                /** @description The name shown; empty once it was withheld */
                name: string;
            } | null;
            /** @description Counts the changes; part of the ETag */
            version: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
        };
        SourcePage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["FoundSource"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        SourceTransitions: {
            /**
             * @description Where it stands now
             *
             *     - `active`: stands for itself
             *     - `merged`: another source stands for it
             * @enum {string}
             */
            status: "active" | "merged";
            /** @description Every move that people make from this status */
            items: {
                /**
                 * @description What to send as `event`
                 *
                 *     - `merge`: the same as another source
                 *     - `split`: another one after all
                 * @enum {string}
                 */
                event: "merge" | "split";
                /**
                 * @description Where it stands afterwards
                 *
                 *     - `active`: stands for itself
                 *     - `merged`: another source stands for it
                 * @enum {string}
                 */
                to: "active" | "merged";
                /** @description Whether you may do it now */
                allowed: boolean;
                /** @description Why not, in words; null where it is allowed */
                why: string | null;
                /** @description Given where the move is made elsewhere: the path to POST to */
                at?: string;
            }[];
            /** @description There is one page */
            next: null;
            /** @description What was noted when it was merged or split last; null outside the desk, or once erased */
            note: string | null;
        };
        TakenTask: {
            /** Format: uuid */
            id: string;
            /** @description The claim it is about */
            claim: components["schemas"]["ClaimSummary"];
            /**
             * @description Which part of the work
             *
             *     - `triage`: is the claim to be checked
             *     - `review`: write the verdict
             *     - `approval`: decide on the verdict
             *     - `correction`: write a new revision
             * @enum {string}
             */
            stage: "triage" | "review" | "approval" | "correction";
            /** @description How often the stage has come up, from 1 */
            round: number;
            /**
             * @description Where it stands
             *
             *     - `open`: nobody holds it
             *     - `assigned`: somebody holds it
             *     - `in_progress`: its holder has begun
             *     - `submitted`: its verdict is being recorded
             *     - `done`: ended with its work done
             *     - `returned`: ended, and the verdict was given back
             *     - `canceled`: ended because the claim went elsewhere
             *     - `expired`: ended when the lease ran out
             * @enum {string}
             */
            status: "open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired";
            /** @description Who holds it */
            assignee: components["schemas"]["Reference"] | null;
            /** @description What it is about: the last verdict submitted from it, or the one that an approval decides on */
            verdict: components["schemas"]["IdReference"] | null;
            /**
             * @description How soon it is to be worked on
             *
             *     - `low`: may wait
             *     - `normal`: as usual
             *     - `high`: before what is normal
             *     - `urgent`: before everything else
             * @enum {string}
             */
            priority: "low" | "normal" | "high" | "urgent";
            /** @description Whether somebody has begun to write */
            hasDraft: boolean;
            /**
             * Format: date-time
             * @description When it was opened
             */
            openedAt: string;
            /** @description When its holder got it */
            takenAt: string | null;
            /** @description When it ended */
            closedAt: string | null;
            /** @description Until then it is its holder's; work on it moves it on */
            leaseEndsAt: string | null;
            /** @description What is measured at present */
            clock: ("triage" | "pick_up" | "review" | "approval" | "correction") | null;
            /** @description When it is overdue */
            dueAt: string | null;
            /** @description Whether the time is up; or how many, by stage */
            overdue: boolean;
            /** @description Brought before the editors: it is long overdue */
            escalated: boolean;
            /** @description Clock and lease stand still, and move on by as much when the pause ends */
            paused: {
                /**
                 * Format: date-time
                 * @description When it began
                 */
                startedAt: string;
                /** @description Why, for everybody who looks at it later */
                reason: string;
            } | null;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
            /** @description Counts the changes; part of the ETag */
            version: number;
            /** @description What has been written so far; null before anything is */
            draft: {
                [key: string]: unknown;
            } | null;
            /** @description The ETag of its draft: what `PUT /v1/tasks/{id}/draft` wants as `If-Match` */
            draftTag: string;
        };
        TaskTransitions: {
            /**
             * @description Where it stands now
             *
             *     - `open`: nobody holds it
             *     - `assigned`: somebody holds it
             *     - `in_progress`: its holder has begun
             *     - `submitted`: its verdict is being recorded
             *     - `done`: ended with its work done
             *     - `returned`: ended, and the verdict was given back
             *     - `canceled`: ended because the claim went elsewhere
             *     - `expired`: ended when the lease ran out
             * @enum {string}
             */
            status: "open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired";
            /** @description Every move that people make from this status */
            items: {
                /**
                 * @description What to send as `event`
                 *
                 *     - `assign`: an editor gives it to somebody
                 *     - `take`: you take it
                 *     - `start`: you begin
                 *     - `release`: back to the pool, with its draft
                 *     - `submit`: made by submitting the verdict
                 *     - `extend`: a new lease
                 *     - `pause`: clock and lease stand still
                 *     - `unpause`: clock and lease go on
                 *     - `prioritize`: an editor gives it, and its claim, another priority
                 * @enum {string}
                 */
                event: "assign" | "take" | "start" | "release" | "submit" | "extend" | "pause" | "unpause" | "prioritize";
                /**
                 * @description Where it stands afterwards
                 *
                 *     - `open`: nobody holds it
                 *     - `assigned`: somebody holds it
                 *     - `in_progress`: its holder has begun
                 *     - `submitted`: its verdict is being recorded
                 *     - `done`: ended with its work done
                 *     - `returned`: ended, and the verdict was given back
                 *     - `canceled`: ended because the claim went elsewhere
                 *     - `expired`: ended when the lease ran out
                 * @enum {string}
                 */
                to: "open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired";
                /** @description Whether you may do it now */
                allowed: boolean;
                /** @description Why not, in words; null where it is allowed */
                why: string | null;
                /** @description Given where the move is made elsewhere: the path to POST to */
                at?: string;
            }[];
            /** @description There is one page */
            next: null;
        };
        TestEvent: {
            /**
             * @description Version of CloudEvents
             * @constant
             */
            specversion: "1.0";
            /**
             * Format: uuid
             * @description Another one for each test
             */
            id: string;
            /** @description The path of the webhook */
            source: string;
            /**
             * @description Which of its types it is
             * @constant
             */
            type: "webhook.test";
            /** @description `webhook/` and its id */
            subject: string;
            /**
             * Format: date-time
             * @description When it happened
             */
            time: string;
            /**
             * @description Media type of `data`
             * @constant
             */
            datacontenttype: "application/json";
            /** @description Nothing but that it is a test */
            data: {
                /** @description That it is a test */
                message: string;
            };
        };
        Twin: {
            /** @description The claim it is about */
            claim: {
                /** Format: uuid */
                id: string;
                ref: string;
                text: string;
                /**
                 * @description Where it stands
                 *
                 *     - `submitted`: entered, waits for triage
                 *     - `open`: accepted, waits for a checker
                 *     - `in_review`: a checker works on its verdict
                 *     - `in_approval`: its verdict waits for another editor
                 *     - `published`: a revision of its verdict is published
                 *     - `correcting`: published, and a new revision is being written
                 *     - `rejected`: not to be checked
                 *     - `merged`: the same as another claim, which stands for it
                 *     - `retracted`: its verdict was taken back
                 * @enum {string}
                 */
                status: "submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted";
                /** @description Slug of what was found; null before anything is published */
                rating: string | null;
            };
            /** @description How alike the words are: 1 is the same text */
            score: number;
        };
        UnpublishedChanges: {
            /** @description The edition that stands in public */
            edition: string;
            /** @description JSON pointers into its document: what would be other words if it were published now */
            changed: string[];
        };
        Verdict: {
            /** Format: uuid */
            id: string;
            /** @description The claim it is about */
            claim: components["schemas"]["Reference"];
            /** @description For the desk */
            task?: components["schemas"]["IdReference"];
            /**
             * @description Where it stands
             *
             *     - `submitted`: being recorded
             *     - `refused`: could not be recorded: `problem` says why
             *     - `proposed`: waits for approval
             *     - `returned`: given back to its author
             *     - `withdrawn`: taken back by its author
             *     - `published`: the standing revision
             *     - `superseded`: a later revision has taken its place
             *     - `retracted`: taken back
             * @enum {string}
             */
            status: "submitted" | "refused" | "proposed" | "returned" | "withdrawn" | "published" | "superseded" | "retracted";
            /** @description Number of the published revision; null before the first */
            revision: number | null;
            /** @description What was found: attribution, fidelity and veracity */
            findings: {
                /**
                 * @description Was it said?
                 *
                 *     - `confirmed`: they said it
                 *     - `unconfirmed`: whether they said it is not known
                 *     - `misattributed`: they did not say it
                 * @enum {string}
                 */
                attribution: "confirmed" | "unconfirmed" | "misattributed";
                /**
                 * @description Was it quoted faithfully?
                 *
                 *     - `faithful`: quoted as it was said
                 *     - `altered`: changed in a way that matters
                 *     - `fabricated`: never said
                 *     - `not_applicable`: nobody is quoted
                 * @enum {string}
                 */
                fidelity: "faithful" | "altered" | "fabricated" | "not_applicable";
                /** @description Is it so? Slug of a rating */
                veracity: string;
            };
            /** @description Slug of what was found; null before anything is published */
            rating: {
                /** @description Version of the scale */
                scale: number;
                /** @description Short name of the rating */
                slug: string;
                /** @description What it is called, by language */
                labels: {
                    [key: string]: string;
                };
                /**
                 * @description What it says about the claim
                 *
                 *     - `supports`: the claim is so
                 *     - `refutes`: the claim is not so
                 *     - `neutral`: neither
                 * @enum {string}
                 */
                polarity: "supports" | "refutes" | "neutral";
            };
            /** @description Why, by language */
            rationale: {
                [key: string]: string;
            };
            /** @description What speaks for, against or around it */
            evidence: {
                /** Format: uuid */
                id: string;
                url: string;
                /**
                 * @description Which way it speaks
                 *
                 *     - `for`: speaks for the claim
                 *     - `against`: speaks against it
                 *     - `context`: neither
                 * @enum {string}
                 */
                stance: "for" | "against" | "context";
                /** @description A remark, in plain text */
                note: string | null;
                /** @description What it was read in, once recorded; null where no capture had come of it by then */
                capture: components["schemas"]["CaptureSummary"] | null;
            }[];
            /** @description The norms it touches, or the verdict cites */
            provisions: {
                /** @description The provision, by id or ref */
                provision: components["schemas"]["Reference"];
                /** @description Somebody has compared it with the official text */
                verified: boolean;
                /** @description What was done */
                act: string;
                /** @description Who did it */
                actor: string;
                /** @description When, in EDTF */
                date: string;
                /** @description Which way it goes */
                direction: ("to" | "from") | null;
            }[];
            /** @description When the verdict has to be looked at again */
            recheckAt: string | null;
            /** @description Its time has passed while it was published; for the desk */
            recheckDue?: boolean;
            /** @description Why this revision replaced the one before it */
            correction: {
                /**
                 * @description Why, for everybody who looks at it later
                 *
                 *     - `error`: something was wrong
                 *     - `new_evidence`: something new has come up
                 *     - `clarification`: the wording misled
                 *     - `source_corrected`: a source has corrected itself
                 * @enum {string}
                 */
                reason: "error" | "new_evidence" | "clarification" | "source_corrected";
                /** @description A remark, in plain text */
                note: string;
            } | null;
            /** @description Approved out of turn, with a second person */
            brokeGlass: boolean;
            /** @description The approval out of turn, also while its second person has not confirmed it; for the desk */
            breakGlass?: {
                /** @description Why it could not wait */
                reason: string;
                /** @description Who approved it out of turn */
                by: components["schemas"]["Reference"];
                /** @description Who confirms it, or did */
                second: components["schemas"]["Reference"];
            } | null;
            /** @description What its approver should look at; for the desk */
            warnings?: ("no_evidence" | "only_one_side" | "unverified_provision" | "no_reply_asked" | "rationale_in_other_script")[];
            /** @description Ratings of related claims that clash with this one */
            conflicts: components["schemas"]["CoherenceConflict"][];
            /** @description From the member who decided; for the desk */
            note?: string | null;
            /** @description Why it was refused; for the desk */
            problem?: {
                [key: string]: unknown;
            } | null;
            /** @description For the desk */
            author?: components["schemas"]["Reference"];
            /** @description For the desk */
            lastEditor?: components["schemas"]["Reference"];
            /** @description For the desk */
            approver?: components["schemas"]["Reference"] | null;
            /**
             * Format: date-time
             * @description When it was submitted
             */
            submittedAt: string;
            /** @description When it was recorded here */
            recordedAt: string | null;
            /** @description When it was approved */
            publishedAt: string | null;
            /**
             * Format: date-time
             * @description When it was last changed; outside the desk, when it was published or, since then, superseded or retracted
             */
            updatedAt: string;
            /** @description Counts the changes; part of the ETag */
            version: number;
        };
        VerdictPatch: {
            /** @description Texts by BCP 47 language tag */
            rationale?: {
                [key: string]: string;
            };
            /** @description What was found: attribution, fidelity and veracity */
            findings?: {
                /**
                 * @description Was it said?
                 *
                 *     - `confirmed`: they said it
                 *     - `unconfirmed`: whether they said it is not known
                 *     - `misattributed`: they did not say it
                 * @enum {string}
                 */
                attribution?: "confirmed" | "unconfirmed" | "misattributed";
                /**
                 * @description Was it quoted faithfully?
                 *
                 *     - `faithful`: quoted as it was said
                 *     - `altered`: changed in a way that matters
                 *     - `fabricated`: never said
                 *     - `not_applicable`: nobody is quoted
                 * @enum {string}
                 */
                fidelity?: "faithful" | "altered" | "fabricated" | "not_applicable";
                /** @description Is it so? The slug of a rating of the current scale */
                veracity?: string;
            };
            /** @description ids of evidence of this claim */
            evidence?: string[];
            /** @description Captures of the evidence that are meant, where it is not the last one that succeeded */
            captures?: string[];
            /** @description The norms it touches, or the verdict cites */
            provisions?: {
                /** @description id or ref of the provision */
                id: string;
                /** @description What was done. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                act: string;
                /** @description By whom. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                actor: string;
                /**
                 * @description When
                 * @example 2017-09
                 * @example 2017-09-03
                 * @example 2017?
                 */
                date: string;
                /**
                 * @description Which way the goods went, seen from the instrument's subject; needed where the provision governs one way
                 *
                 *     - `to`: to the country or body that the norm is about
                 *     - `from`: from it
                 * @enum {string}
                 */
                direction?: "to" | "from";
            }[];
            /** @description Until when the finding is taken to hold, which must lie ahead when it is recorded; then it is due to be checked again */
            recheckAt?: string | null;
        };
        VerdictPreview: {
            /** @description Why it would be refused; empty where it could be recorded */
            faults: {
                /** @description What happened, for machines */
                code: string;
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
            /** @description ids of evidence that it would wait for: nobody has looked at it yet */
            awaits: string[];
            /** @description Warnings to its approver, each with the field that can answer it */
            warnings: {
                /**
                 * @description What happened, for machines
                 *
                 *     - `no_evidence`: decides without evidence for or against
                 *     - `only_one_side`: decides with evidence of one side only
                 *     - `unverified_provision`: cites a provision that nobody has compared with the official text
                 *     - `no_reply_asked`: decides against somebody who was not asked
                 *     - `rationale_in_other_script`: a text of the rationale is in the letters of another language than its own
                 * @enum {string}
                 */
                code: "no_evidence" | "only_one_side" | "unverified_provision" | "no_reply_asked" | "rationale_in_other_script";
                /** @description JSON pointer (RFC 6901) to the place */
                pointer: string;
                /** @description What is wrong with it, in words */
                message: string;
            }[];
            /** @description Ratings of related claims that clash with this one */
            conflicts: components["schemas"]["CoherenceConflict"][];
        };
        VerdictPreviewInput: {
            /** @description What was found: attribution, fidelity and veracity */
            findings?: {
                /**
                 * @description Was it said?
                 *
                 *     - `confirmed`: they said it
                 *     - `unconfirmed`: whether they said it is not known
                 *     - `misattributed`: they did not say it
                 * @enum {string}
                 */
                attribution?: "confirmed" | "unconfirmed" | "misattributed";
                /**
                 * @description Was it quoted faithfully?
                 *
                 *     - `faithful`: quoted as it was said
                 *     - `altered`: changed in a way that matters
                 *     - `fabricated`: never said
                 *     - `not_applicable`: nobody is quoted
                 * @enum {string}
                 */
                fidelity?: "faithful" | "altered" | "fabricated" | "not_applicable";
                /** @description Is it so? The slug of a rating of the current scale */
                veracity?: string;
            };
            /** @description Texts by BCP 47 language tag */
            rationale?: {
                [key: string]: string;
            };
            /** @description ids of evidence of this claim */
            evidence?: string[];
            /** @description The norms it touches, or the verdict cites */
            provisions?: {
                /** @description id or ref of the provision */
                id: string;
                /** @description What was done. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                act: string;
                /** @description By whom. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                actor: string;
                /**
                 * @description When
                 * @example 2017-09
                 * @example 2017-09-03
                 * @example 2017?
                 */
                date: string;
                /**
                 * @description Which way the goods went, seen from the instrument's subject; needed where the provision governs one way
                 *
                 *     - `to`: to the country or body that the norm is about
                 *     - `from`: from it
                 * @enum {string}
                 */
                direction?: "to" | "from";
            }[];
            /** @description Captures of the evidence that are meant, where it is not the last one that succeeded */
            captures?: string[];
            /** @description Until when the finding is taken to hold, which must lie ahead when it is recorded; then it is due to be checked again */
            recheckAt?: string | null;
        };
        VerdictSubmission: {
            /** @description What was found: attribution, fidelity and veracity */
            findings: {
                /**
                 * @description Was it said?
                 *
                 *     - `confirmed`: they said it
                 *     - `unconfirmed`: whether they said it is not known
                 *     - `misattributed`: they did not say it
                 * @enum {string}
                 */
                attribution: "confirmed" | "unconfirmed" | "misattributed";
                /**
                 * @description Was it quoted faithfully?
                 *
                 *     - `faithful`: quoted as it was said
                 *     - `altered`: changed in a way that matters
                 *     - `fabricated`: never said
                 *     - `not_applicable`: nobody is quoted
                 * @enum {string}
                 */
                fidelity: "faithful" | "altered" | "fabricated" | "not_applicable";
                /** @description Is it so? The slug of a rating of the current scale */
                veracity: string;
            };
            /** @description Texts by BCP 47 language tag */
            rationale: {
                [key: string]: string;
            };
            /**
             * @description ids of evidence of this claim
             * @default []
             */
            evidence?: string[];
            /**
             * @description The norms it touches, or the verdict cites
             * @default []
             */
            provisions?: {
                /** @description id or ref of the provision */
                id: string;
                /** @description What was done. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                act: string;
                /** @description By whom. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                actor: string;
                /**
                 * @description When
                 * @example 2017-09
                 * @example 2017-09-03
                 * @example 2017?
                 */
                date: string;
                /**
                 * @description Which way the goods went, seen from the instrument's subject; needed where the provision governs one way
                 *
                 *     - `to`: to the country or body that the norm is about
                 *     - `from`: from it
                 * @enum {string}
                 */
                direction?: "to" | "from";
            }[];
            /** @description Captures of the evidence that are meant, where it is not the last one that succeeded */
            captures?: string[];
            /** @description Until when the finding is taken to hold, which must lie ahead when it is recorded; then it is due to be checked again */
            recheckAt?: string | null;
        };
        VerdictTransitions: {
            /**
             * @description Where it stands now
             *
             *     - `submitted`: being recorded
             *     - `refused`: could not be recorded: `problem` says why
             *     - `proposed`: waits for approval
             *     - `returned`: given back to its author
             *     - `withdrawn`: taken back by its author
             *     - `published`: the standing revision
             *     - `superseded`: a later revision has taken its place
             *     - `retracted`: taken back
             * @enum {string}
             */
            status: "submitted" | "refused" | "proposed" | "returned" | "withdrawn" | "published" | "superseded" | "retracted";
            /** @description Every move that people make from this status */
            items: {
                /**
                 * @description What to send as `event`
                 *
                 *     - `approve`: publishes it
                 *     - `return`: gives it back to its author, with a note
                 *     - `withdraw`: its author takes it back
                 *     - `break_glass`: asks for it to be published though somebody else holds the approval, with a reason and a second person
                 *     - `confirm`: the second person has it published
                 *     - `retract`: follows from retracting the claim
                 * @enum {string}
                 */
                event: "approve" | "return" | "withdraw" | "break_glass" | "confirm" | "retract";
                /**
                 * @description Where it stands afterwards
                 *
                 *     - `submitted`: being recorded
                 *     - `refused`: could not be recorded: `problem` says why
                 *     - `proposed`: waits for approval
                 *     - `returned`: given back to its author
                 *     - `withdrawn`: taken back by its author
                 *     - `published`: the standing revision
                 *     - `superseded`: a later revision has taken its place
                 *     - `retracted`: taken back
                 * @enum {string}
                 */
                to: "submitted" | "refused" | "proposed" | "returned" | "withdrawn" | "published" | "superseded" | "retracted";
                /** @description Whether you may do it now */
                allowed: boolean;
                /** @description Why not, in words; null where it is allowed */
                why: string | null;
                /** @description Given where the move is made elsewhere: the path to POST to */
                at?: string;
            }[];
            /** @description There is one page */
            next: null;
        };
        WaitingKey: {
            /** Format: uuid */
            id: string;
            /**
             * @description Which of its kinds it is
             *
             *     - `create_member`: somebody new, with rights over others or as whom somebody signs in
             *     - `change_member`: a role, an identity, the end or return of somebody with rights
             *     - `create_key`: a key for somebody else
             *     - `rotate_key`: a key for somebody else, in the place of another
             *     - `revoke_key`: the end of a key of another admin
             *     - `erase`: words of people that are taken back
             * @enum {string}
             */
            kind: "create_member" | "change_member" | "create_key" | "rotate_key" | "revoke_key" | "erase";
            /** @description Whom it is about; null for somebody who is yet to be added */
            member: components["schemas"]["Reference"] | null;
            /** @description Which key it is about, or would be made */
            key: components["schemas"]["IdReference"] | null;
            /** @description What was asked for, as the request had it: nothing of it has happened while it is `waiting` */
            wanted: {
                [key: string]: unknown;
            };
            /**
             * @description Where it stands
             *
             *     - `waiting`: nothing has changed yet
             *     - `confirmed`: made
             *     - `rejected`: another admin was against it
             *     - `withdrawn`: taken back by the admin who asked
             *     - `lapsed`: nobody confirmed it in time
             * @enum {string}
             */
            status: "waiting" | "confirmed" | "rejected" | "withdrawn" | "lapsed";
            /** @description The admin who asked for it; null for the command */
            askedBy: components["schemas"]["Reference"] | null;
            /**
             * Format: date-time
             * @description When it was asked for
             */
            askedAt: string;
            /**
             * Format: date-time
             * @description Nobody confirms it from then on
             */
            lapsesAt: string;
            /** @description Who confirmed, rejected or withdrew it; null where nobody did */
            decidedBy: components["schemas"]["Reference"] | null;
            /** @description When it was decided on, or lapsed */
            decidedAt: string | null;
            /** @description The key itself: it works once the change is confirmed. It is shown now and never again. */
            secret: string;
        };
        Webhook: {
            /** Format: uuid */
            id: string;
            url: string;
            /** @description What the headers are called that are sent along */
            headers: string[];
            /** @description Only events of these types; null: all of them */
            types: ("article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted")[] | null;
            description: string | null;
            /** @description How many claims are delivered at the same time */
            concurrency: number;
            /** @description The member it belongs to: it receives what they may see in the feed */
            owner: components["schemas"]["Reference"];
            /** @description The key it was made, or last enabled, with: without it, nothing is sent */
            key: components["schemas"]["IdReference"];
            /**
             * @description Where it stands
             *
             *     - `enabled`: events are sent
             *     - `disabled`: nothing is sent
             * @enum {string}
             */
            status: "enabled" | "disabled";
            /** @description Why and since when nothing is sent */
            disabled: {
                /**
                 * @description asked: by its owner or an admin; gone: the receiver answered 410; exhausted: three days without an event accepted; key_revoked, key_expired: the key it was made with
                 *
                 *     - `asked`: somebody disabled it
                 *     - `gone`: the receiver answered 410
                 *     - `exhausted`: the receiver failed for too long
                 *     - `owner_inactive`: its member is not active any more
                 *     - `key_revoked`: the key it was made with was revoked
                 *     - `key_expired`: the key it was made with has expired
                 * @enum {string}
                 */
                reason: "asked" | "gone" | "exhausted" | "owner_inactive" | "key_revoked" | "key_expired";
                /** @description What happened, in words */
                detail: string | null;
                /**
                 * Format: date-time
                 * @description When it was disabled
                 */
                disabledAt: string;
            } | null;
            /** @description What signs now, newest first; the secrets themselves are never shown again */
            secrets: {
                /** Format: uuid */
                id: string;
                /**
                 * Format: date-time
                 * @description When it was recorded here
                 */
                createdAt: string;
                /** @description When it ends; null for never */
                expiresAt: string | null;
            }[];
            /** @description How far the receiver has come */
            progress: {
                /** @description Everything up to here was delivered, was not asked for, or is held up */
                cursor: string;
                /** @description How many entries the feed has behind it */
                behind: number;
                /** @description Claims of which an event failed: it and all later ones of the claim wait */
                heldUp: number;
                /** @description When the first of the tries failed since which none has gone well */
                firstFailedAt: string | null;
                /** @description When an event was last accepted */
                deliveredAt: string | null;
            };
            /** @description Counts the changes; part of the ETag */
            version: number;
            /**
             * Format: date-time
             * @description When it was recorded here
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed
             */
            updatedAt: string;
        };
        WebhookPage: {
            /** @description What was asked for, in the order of the list */
            items: components["schemas"]["Webhook"][];
            /** @description Cursor of the next page: send it as `after`; null at the end */
            next: string | null;
        };
        WebhookTransitions: {
            /**
             * @description Where it stands now
             *
             *     - `enabled`: events are sent
             *     - `disabled`: nothing is sent
             * @enum {string}
             */
            status: "enabled" | "disabled";
            /** @description Every move that people make from this status */
            items: {
                /**
                 * @description What to send as `event`
                 *
                 *     - `enable`: goes on where it stopped
                 *     - `disable`: stops it
                 * @enum {string}
                 */
                event: "enable" | "disable";
                /**
                 * @description Where it stands afterwards
                 *
                 *     - `enabled`: events are sent
                 *     - `disabled`: nothing is sent
                 * @enum {string}
                 */
                to: "enabled" | "disabled";
                /** @description Whether you may do it now */
                allowed: boolean;
                /** @description Why not, in words; null where it is allowed */
                why: string | null;
                /** @description Given where the move is made elsewhere: the path to POST to */
                at?: string;
            }[];
            /** @description There is one page */
            next: null;
        };
    };
    responses: {
        /** @description What went wrong, and what to do about it */
        AnyProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AddedEvidence = components['schemas']['AddedEvidence'];
export type ApprovalInDoubt = components['schemas']['ApprovalInDoubt'];
export type ApprovalsInDoubt = components['schemas']['ApprovalsInDoubt'];
export type Article = components['schemas']['Article'];
export type ArticlePage = components['schemas']['ArticlePage'];
export type ArticleSummary = components['schemas']['ArticleSummary'];
export type ArticleVersion = components['schemas']['ArticleVersion'];
export type ArticleVersionPage = components['schemas']['ArticleVersionPage'];
export type ArticleVersionSummary = components['schemas']['ArticleVersionSummary'];
export type Attribution = components['schemas']['Attribution'];
export type Board = components['schemas']['Board'];
export type BulkOutcome = components['schemas']['BulkOutcome'];
export type Capture = components['schemas']['Capture'];
export type CaptureSummary = components['schemas']['CaptureSummary'];
export type CaptureText = components['schemas']['CaptureText'];
export type ChainLink = components['schemas']['ChainLink'];
export type ChangedClaim = components['schemas']['ChangedClaim'];
export type ChangedWebhook = components['schemas']['ChangedWebhook'];
export type Checkpoint = components['schemas']['Checkpoint'];
export type Claim = components['schemas']['Claim'];
export type ClaimBatchOutcome = components['schemas']['ClaimBatchOutcome'];
export type ClaimGraph = components['schemas']['ClaimGraph'];
export type ClaimInArticle = components['schemas']['ClaimInArticle'];
export type ClaimProvision = components['schemas']['ClaimProvision'];
export type ClaimReview = components['schemas']['ClaimReview'];
export type ClaimReviewFeed = components['schemas']['ClaimReviewFeed'];
export type ClaimReviewImport = components['schemas']['ClaimReviewImport'];
export type ClaimStatus = components['schemas']['ClaimStatus'];
export type ClaimSummary = components['schemas']['ClaimSummary'];
export type ClaimTransitions = components['schemas']['ClaimTransitions'];
export type CloudEvent = components['schemas']['CloudEvent'];
export type CoherenceConflict = components['schemas']['CoherenceConflict'];
export type Concentration = components['schemas']['Concentration'];
export type Contact = components['schemas']['Contact'];
export type ContactTransitions = components['schemas']['ContactTransitions'];
export type Correction = components['schemas']['Correction'];
export type CorrectionPage = components['schemas']['CorrectionPage'];
export type CreatedClaim = components['schemas']['CreatedClaim'];
export type CreatedKey = components['schemas']['CreatedKey'];
export type CreatedWebhook = components['schemas']['CreatedWebhook'];
export type Delivery = components['schemas']['Delivery'];
export type DeliveryPage = components['schemas']['DeliveryPage'];
export type Denial = components['schemas']['Denial'];
export type DeskPeople = components['schemas']['DeskPeople'];
export type DeskPerson = components['schemas']['DeskPerson'];
export type Draft = components['schemas']['Draft'];
export type DraftInput = components['schemas']['DraftInput'];
export type Edition = components['schemas']['Edition'];
export type EditionComparison = components['schemas']['EditionComparison'];
export type EditionDocument = components['schemas']['EditionDocument'];
export type EditionLink = components['schemas']['EditionLink'];
export type EditionPage = components['schemas']['EditionPage'];
export type EditionSource = components['schemas']['EditionSource'];
export type EditionSummary = components['schemas']['EditionSummary'];
export type EnteredArticle = components['schemas']['EnteredArticle'];
export type Erasure = components['schemas']['Erasure'];
export type ErasurePage = components['schemas']['ErasurePage'];
export type ErasureTransitions = components['schemas']['ErasureTransitions'];
export type Event = components['schemas']['Event'];
export type Evidence = components['schemas']['Evidence'];
export type Flow = components['schemas']['Flow'];
export type FoundSource = components['schemas']['FoundSource'];
export type GraphEdge = components['schemas']['GraphEdge'];
export type GraphNode = components['schemas']['GraphNode'];
export type IdReference = components['schemas']['IdReference'];
export type ImportReport = components['schemas']['ImportReport'];
export type Inbox = components['schemas']['Inbox'];
export type InboxItem = components['schemas']['InboxItem'];
export type InboxRead = components['schemas']['InboxRead'];
export type Instrument = components['schemas']['Instrument'];
export type InstrumentPage = components['schemas']['InstrumentPage'];
export type InstrumentSummary = components['schemas']['InstrumentSummary'];
export type JsonFeed = components['schemas']['JsonFeed'];
export type Key = components['schemas']['Key'];
export type KeyPage = components['schemas']['KeyPage'];
export type KeyUse = components['schemas']['KeyUse'];
export type KeyUsePage = components['schemas']['KeyUsePage'];
export type MatchReasons = components['schemas']['MatchReasons'];
export type MatchRequest = components['schemas']['MatchRequest'];
export type Matches = components['schemas']['Matches'];
export type Me = components['schemas']['Me'];
export type Member = components['schemas']['Member'];
export type MemberPage = components['schemas']['MemberPage'];
export type MergeTarget = components['schemas']['MergeTarget'];
export type NamedSource = components['schemas']['NamedSource'];
export type NewErasure = components['schemas']['NewErasure'];
export type Notice = components['schemas']['Notice'];
export type NoticeInput = components['schemas']['NoticeInput'];
export type NoticeTransitions = components['schemas']['NoticeTransitions'];
export type Origin = components['schemas']['Origin'];
export type Origins = components['schemas']['Origins'];
export type Policies = components['schemas']['Policies'];
export type PrivilegedChange = components['schemas']['PrivilegedChange'];
export type PrivilegedChangeTransitions = components['schemas']['PrivilegedChangeTransitions'];
export type Problem = components['schemas']['Problem'];
export type Provision = components['schemas']['Provision'];
export type ProvisionOfInstrument = components['schemas']['ProvisionOfInstrument'];
export type QuotedText = components['schemas']['QuotedText'];
export type Rating = components['schemas']['Rating'];
export type RatingScale = components['schemas']['RatingScale'];
export type Recipients = components['schemas']['Recipients'];
export type Reference = components['schemas']['Reference'];
export type Relation = components['schemas']['Relation'];
export type ReviewTask = components['schemas']['ReviewTask'];
export type RevisedArticle = components['schemas']['RevisedArticle'];
export type RotatedSecret = components['schemas']['RotatedSecret'];
export type SealedText = components['schemas']['SealedText'];
export type Session = components['schemas']['Session'];
export type SignInWays = components['schemas']['SignInWays'];
export type SignedOut = components['schemas']['SignedOut'];
export type SimilarClaims = components['schemas']['SimilarClaims'];
export type Source = components['schemas']['Source'];
export type SourcePage = components['schemas']['SourcePage'];
export type SourceTransitions = components['schemas']['SourceTransitions'];
export type TakenTask = components['schemas']['TakenTask'];
export type TaskTransitions = components['schemas']['TaskTransitions'];
export type TestEvent = components['schemas']['TestEvent'];
export type Twin = components['schemas']['Twin'];
export type UnpublishedChanges = components['schemas']['UnpublishedChanges'];
export type Verdict = components['schemas']['Verdict'];
export type VerdictPatch = components['schemas']['VerdictPatch'];
export type VerdictPreview = components['schemas']['VerdictPreview'];
export type VerdictPreviewInput = components['schemas']['VerdictPreviewInput'];
export type VerdictSubmission = components['schemas']['VerdictSubmission'];
export type VerdictTransitions = components['schemas']['VerdictTransitions'];
export type WaitingKey = components['schemas']['WaitingKey'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookPage = components['schemas']['WebhookPage'];
export type WebhookTransitions = components['schemas']['WebhookTransitions'];
export type ResponseAnyProblem = components['responses']['AnyProblem'];
export type $defs = Record<string, never>;
export interface operations {
    listClaims: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 * @example -priority
                 */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "priority" | "-priority" | "ref" | "-ref";
                /**
                 * @description Where it stands
                 * @example [
                 *       "submitted",
                 *       "open"
                 *     ]
                 */
                status?: ("submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted")[];
                /** @description Its kind, or one of its secondary kinds */
                kind?: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
                /** @description Slug of what was found; null before anything is published */
                rating?: string[];
                /** @description How soon it is to be worked on */
                priority?: ("low" | "normal" | "high" | "urgent")[];
                /** @description `pt` finds `pt-BR` too */
                language?: string[];
                /**
                 * @description One of them
                 * @example [
                 *       "arms-transfer"
                 *     ]
                 */
                topic?: string[];
                /** @description An unanswered relation `denies` or `contradicts` points at it */
                contested?: boolean;
                /** @description Whether the time has passed for which the published finding was taken to hold */
                recheckDue?: boolean;
                /** @description Whether it was made to try something out */
                test?: boolean;
                /** @description true: accusations that no claim denies and to which nobody who was asked replied or declined to; false: accusations that were answered. Outside the desk, by replies that were published */
                unanswered?: boolean;
                /** @description id or ref of a source that its chain names */
                source?: string[];
                /** @description The article it was found in */
                article?: string[];
                /** @description The legal text */
                instrument?: string[];
                /** @description Repeat it for several: it may hold commas */
                externalId?: string[];
                /** @description Who holds a task on it; `me` for yourself. For the desk */
                assignee?: string[];
                /** @description Words of its quote, its glosses, its ref or the names of its sources, all of them; spelling variants of Arabic letters and punctuation are ignored, other forms of a word are found (صاروخ: صواريخ), and what is nearly the same where nothing else is */
                q?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of claims */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["ClaimSummary"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "article": "putin-pyongyang-2024",
                 *       "kind": "denial",
                 *       "quote": {
                 *         "exact": "وقد نفت موسكو وبيونج يانج"
                 *       },
                 *       "glosses": {
                 *         "en": "Moscow and Pyongyang have denied it."
                 *       },
                 *       "topics": [
                 *         "arms-transfer"
                 *       ],
                 *       "attributions": [
                 *         {
                 *           "source": "russia",
                 *           "mode": "indirect",
                 *           "verb": "نفت"
                 *         },
                 *         {
                 *           "source": "dprk",
                 *           "mode": "indirect",
                 *           "verb": "نفت"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    ref?: string;
                    /** @description What it is called elsewhere (a row of a table, an item of another system); no two claims of this installation have the same. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    externalId?: string;
                    /** @description The article it was found in */
                    article: string;
                    /** @description The latest, if left out */
                    articleVersion?: number;
                    /**
                     * @description Which of its kinds it is
                     *
                     *     - `accusation`: somebody is said to have done wrong
                     *     - `denial`: somebody says that an accusation is not so
                     *     - `violation`: a norm is said to be broken
                     *     - `assertion`: something is said to be so
                     *     - `announcement`: somebody says what they will do
                     *     - `forecast`: something is said to come
                     *     - `quotation`: somebody is said to have said something
                     *     - `observation`: something is said to be seen, on an image for example
                     *     - `characterization`: something is called by a word that judges it
                     * @enum {string}
                     */
                    kind: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
                    /** @description Further kinds it has */
                    secondaryKinds?: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
                    /**
                     * @description If left out, the article's; that of the quote where it is in another script, `und` where it cannot be told
                     * @example ar
                     * @example en
                     */
                    language?: string;
                    /** @description The words it stands on, as they stand in the article */
                    quote: {
                        /** @description The words of the article, exactly */
                        exact: string;
                        /** @description What stands just before; it must agree, also where the words occur once */
                        prefix?: string;
                        /** @description The words after them, where the quote alone stands in more than one place */
                        suffix?: string;
                        /** @description Unicode code points from 0 */
                        start?: number;
                        /** @description exclusive */
                        end?: number;
                    };
                    /** @description The claim in other words or languages */
                    glosses?: {
                        [key: string]: string;
                    };
                    /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    modality?: string;
                    /**
                     * @description An EDTF date (ISO 8601-2)
                     * @example 2017-09
                     * @example 2017-09-03
                     * @example 2017?
                     */
                    statementDate?: string;
                    /** @description What the date rests on */
                    dateBasis?: string;
                    /** @description What it is about, as short names of your own */
                    topics?: string[];
                    /**
                     * @description How soon it is to be worked on
                     *
                     *     - `low`: may wait
                     *     - `normal`: as usual
                     *     - `high`: before what is normal
                     *     - `urgent`: before everything else
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @description Why it deserves to be checked, in words */
                    worthiness?: string;
                    /** @description What is known about how faithfully the article quotes */
                    fidelityNote?: string;
                    /** @description Where evidence may be found */
                    leads?: string[];
                    /** @description Made to try something out: never published as ClaimReview, and left out of flow figures unless asked for */
                    test?: boolean;
                    /**
                     * @description Whom the article heard it from; left out, it is said in its own voice
                     * @default []
                     */
                    attributions?: {
                        /** @description Who said it or passed it on */
                        source?: string;
                        /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                        label?: string;
                        /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                        verb?: string;
                        /**
                         * @description How directly the words come from the one named
                         *
                         *     - `direct`: in quotation marks, or as words of their own
                         *     - `indirect`: in reported speech
                         * @enum {string}
                         */
                        mode: "direct" | "indirect";
                        /**
                         * @description The article does not name them
                         * @default false
                         */
                        anonymous?: boolean;
                        /**
                         * @description An EDTF date (ISO 8601-2)
                         * @example 2017-09
                         * @example 2017-09-03
                         * @example 2017?
                         */
                        date?: string;
                        /** @description A remark, in plain text */
                        note?: string;
                        /**
                         * @description The links that it was heard from
                         * @default []
                         */
                        from?: {
                            /** @description Who said it or passed it on */
                            source?: string;
                            /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                            label?: string;
                            /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                            verb?: string;
                            /**
                             * @description How directly the words come from the one named
                             *
                             *     - `direct`: in quotation marks, or as words of their own
                             *     - `indirect`: in reported speech
                             * @enum {string}
                             */
                            mode: "direct" | "indirect";
                            /**
                             * @description The article does not name them
                             * @default false
                             */
                            anonymous?: boolean;
                            /**
                             * @description An EDTF date (ISO 8601-2)
                             * @example 2017-09
                             * @example 2017-09-03
                             * @example 2017?
                             */
                            date?: string;
                            /** @description A remark, in plain text */
                            note?: string;
                            /**
                             * @description The links that it was heard from
                             * @default []
                             */
                            from?: {
                                /** @description Who said it or passed it on */
                                source?: string;
                                /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                label?: string;
                                /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                verb?: string;
                                /**
                                 * @description How directly the words come from the one named
                                 *
                                 *     - `direct`: in quotation marks, or as words of their own
                                 *     - `indirect`: in reported speech
                                 * @enum {string}
                                 */
                                mode: "direct" | "indirect";
                                /**
                                 * @description The article does not name them
                                 * @default false
                                 */
                                anonymous?: boolean;
                                /**
                                 * @description An EDTF date (ISO 8601-2)
                                 * @example 2017-09
                                 * @example 2017-09-03
                                 * @example 2017?
                                 */
                                date?: string;
                                /** @description A remark, in plain text */
                                note?: string;
                                /**
                                 * @description The links that it was heard from
                                 * @default []
                                 */
                                from?: {
                                    /** @description Who said it or passed it on */
                                    source?: string;
                                    /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                    label?: string;
                                    /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                    verb?: string;
                                    /**
                                     * @description How directly the words come from the one named
                                     *
                                     *     - `direct`: in quotation marks, or as words of their own
                                     *     - `indirect`: in reported speech
                                     * @enum {string}
                                     */
                                    mode: "direct" | "indirect";
                                    /**
                                     * @description The article does not name them
                                     * @default false
                                     */
                                    anonymous?: boolean;
                                    /**
                                     * @description An EDTF date (ISO 8601-2)
                                     * @example 2017-09
                                     * @example 2017-09-03
                                     * @example 2017?
                                     */
                                    date?: string;
                                    /** @description A remark, in plain text */
                                    note?: string;
                                    /**
                                     * @description The links that it was heard from
                                     * @default []
                                     */
                                    from?: {
                                        /** @description Who said it or passed it on */
                                        source?: string;
                                        /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                        label?: string;
                                        /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                        verb?: string;
                                        /**
                                         * @description How directly the words come from the one named
                                         *
                                         *     - `direct`: in quotation marks, or as words of their own
                                         *     - `indirect`: in reported speech
                                         * @enum {string}
                                         */
                                        mode: "direct" | "indirect";
                                        /**
                                         * @description The article does not name them
                                         * @default false
                                         */
                                        anonymous?: boolean;
                                        /**
                                         * @description An EDTF date (ISO 8601-2)
                                         * @example 2017-09
                                         * @example 2017-09-03
                                         * @example 2017?
                                         */
                                        date?: string;
                                        /** @description A remark, in plain text */
                                        note?: string;
                                        /**
                                         * @description The links that it was heard from
                                         * @default []
                                         */
                                        from?: {
                                            /** @description Who said it or passed it on */
                                            source?: string;
                                            /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                            label?: string;
                                            /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                            verb?: string;
                                            /**
                                             * @description How directly the words come from the one named
                                             *
                                             *     - `direct`: in quotation marks, or as words of their own
                                             *     - `indirect`: in reported speech
                                             * @enum {string}
                                             */
                                            mode: "direct" | "indirect";
                                            /**
                                             * @description The article does not name them
                                             * @default false
                                             */
                                            anonymous?: boolean;
                                            /**
                                             * @description An EDTF date (ISO 8601-2)
                                             * @example 2017-09
                                             * @example 2017-09-03
                                             * @example 2017?
                                             */
                                            date?: string;
                                            /** @description A remark, in plain text */
                                            note?: string;
                                            /**
                                             * @description The links that it was heard from
                                             * @default []
                                             */
                                            from?: {
                                                /** @description Who said it or passed it on */
                                                source?: string;
                                                /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                label?: string;
                                                /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                verb?: string;
                                                /**
                                                 * @description How directly the words come from the one named
                                                 *
                                                 *     - `direct`: in quotation marks, or as words of their own
                                                 *     - `indirect`: in reported speech
                                                 * @enum {string}
                                                 */
                                                mode: "direct" | "indirect";
                                                /**
                                                 * @description The article does not name them
                                                 * @default false
                                                 */
                                                anonymous?: boolean;
                                                /**
                                                 * @description An EDTF date (ISO 8601-2)
                                                 * @example 2017-09
                                                 * @example 2017-09-03
                                                 * @example 2017?
                                                 */
                                                date?: string;
                                                /** @description A remark, in plain text */
                                                note?: string;
                                                /**
                                                 * @description The links that it was heard from
                                                 * @default []
                                                 */
                                                from?: {
                                                    /** @description Who said it or passed it on */
                                                    source?: string;
                                                    /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                    label?: string;
                                                    /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                    verb?: string;
                                                    /**
                                                     * @description How directly the words come from the one named
                                                     *
                                                     *     - `direct`: in quotation marks, or as words of their own
                                                     *     - `indirect`: in reported speech
                                                     * @enum {string}
                                                     */
                                                    mode: "direct" | "indirect";
                                                    /**
                                                     * @description The article does not name them
                                                     * @default false
                                                     */
                                                    anonymous?: boolean;
                                                    /**
                                                     * @description An EDTF date (ISO 8601-2)
                                                     * @example 2017-09
                                                     * @example 2017-09-03
                                                     * @example 2017?
                                                     */
                                                    date?: string;
                                                    /** @description A remark, in plain text */
                                                    note?: string;
                                                    /**
                                                     * @description Nothing: a chain is no deeper
                                                     * @default []
                                                     */
                                                    from?: unknown[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                }[];
                            }[];
                        }[];
                    }[];
                    /**
                     * @description The norms it touches, or the verdict cites
                     * @default []
                     */
                    provisions?: {
                        /** @description The provision, by id or ref */
                        provision?: string;
                        /** @description Where no paragraph is known */
                        instrument?: string;
                        /** @description A remark, in plain text */
                        note?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The claim */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedClaim"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listArticleClaims: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "priority" | "-priority" | "ref" | "-ref";
                /** @description Where it stands */
                status?: ("submitted" | "open" | "in_review" | "in_approval" | "published" | "correcting" | "rejected" | "merged" | "retracted")[];
                /**
                 * @description Its kind, or one of its secondary kinds
                 * @example [
                 *       "accusation",
                 *       "denial"
                 *     ]
                 */
                kind?: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
                /** @description Slug of what was found; null before anything is published */
                rating?: string[];
                /** @description How soon it is to be worked on */
                priority?: ("low" | "normal" | "high" | "urgent")[];
                /** @description `pt` finds `pt-BR` too */
                language?: string[];
                /** @description One of them */
                topic?: string[];
                /** @description An unanswered relation `denies` or `contradicts` points at it */
                contested?: boolean;
                /** @description Whether the time has passed for which the published finding was taken to hold */
                recheckDue?: boolean;
                /** @description Whether it was made to try something out */
                test?: boolean;
                /** @description true: accusations that no claim denies and to which nobody who was asked replied or declined to; false: accusations that were answered. Outside the desk, by replies that were published */
                unanswered?: boolean;
                /** @description id or ref of a source that its chain names */
                source?: string[];
                /** @description The legal text */
                instrument?: string[];
                /** @description Repeat it for several: it may hold commas */
                externalId?: string[];
                /** @description Who holds a task on it; `me` for yourself. For the desk */
                assignee?: string[];
                /** @description Words of its quote, its glosses, its ref or the names of its sources, all of them; spelling variants of Arabic letters and punctuation are ignored, other forms of a word are found (صاروخ: صواريخ), and what is nearly the same where nothing else is */
                q?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example putin-pyongyang-2024
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of claims */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["ClaimInArticle"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getClaim: {
        parameters: {
            query?: {
                /** @description A moment in the past */
                asOf?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what you read: refused with 412 when it has changed since. Needed (428) where the change replaces a list or a set of texts */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "worthiness": "It is quoted widely."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Which of its kinds it is
                     *
                     *     - `accusation`: somebody is said to have done wrong
                     *     - `denial`: somebody says that an accusation is not so
                     *     - `violation`: a norm is said to be broken
                     *     - `assertion`: something is said to be so
                     *     - `announcement`: somebody says what they will do
                     *     - `forecast`: something is said to come
                     *     - `quotation`: somebody is said to have said something
                     *     - `observation`: something is said to be seen, on an image for example
                     *     - `characterization`: something is called by a word that judges it
                     * @enum {string}
                     */
                    kind?: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
                    /** @description Further kinds it has */
                    secondaryKinds?: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
                    /** @description The claim in other words or languages */
                    glosses?: {
                        [key: string]: string;
                    };
                    /** @description What it is about, as short names of your own */
                    topics?: string[];
                    /** @description Where evidence may be found */
                    leads?: string[];
                    /** @description Made to try something out: never published as ClaimReview, and left out of flow figures unless asked for */
                    test?: boolean;
                    /** @description How sure the words are: said, feared, hoped for */
                    modality?: string | null;
                    /** @description When it was said, in EDTF */
                    statementDate?: string | null;
                    /** @description What the date rests on */
                    dateBasis?: string | null;
                    /** @description Why it deserves to be checked, in words */
                    worthiness?: string | null;
                    /** @description What is known about how faithfully the article quotes */
                    fidelityNote?: string | null;
                };
            };
        };
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedClaim"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every transition from the present status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimTransitions"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    transitionClaim: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the claim you read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "accept",
                 *       "priority": "high"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "accept";
                    /**
                     * @description How soon it is to be worked on
                     *
                     *     - `low`: may wait
                     *     - `normal`: as usual
                     *     - `high`: before what is normal
                     *     - `urgent`: before everything else
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @description What it is about, as short names of your own */
                    topics?: string[];
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "reject";
                    /** @description Why, for everybody who looks at it later */
                    reason: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "merge";
                    /** @description The claim that stands for it afterwards */
                    into: string;
                    /** @description Needed of a published claim (422 `merge_note_missing`): for readers; public once another editor has approved it */
                    note?: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "start";
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "release";
                    /** @description A remark, in plain text */
                    note?: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "correct";
                    /**
                     * @description Why, for everybody who looks at it later
                     *
                     *     - `error`: something was wrong
                     *     - `new_evidence`: something new has come up
                     *     - `clarification`: the wording misled
                     *     - `source_corrected`: a source has corrected itself
                     * @enum {string}
                     */
                    reason: "error" | "new_evidence" | "clarification" | "source_corrected";
                    /** @description A remark, in plain text */
                    note: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "cancel";
                    /** @description A remark, in plain text */
                    note?: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "retract";
                    /**
                     * @description Why, for everybody who looks at it later
                     *
                     *     - `error`: something was wrong
                     *     - `unsupported`: the evidence does not bear it out
                     *     - `source_corrected`: a source has corrected itself
                     *     - `legal`: for legal reasons
                     * @enum {string}
                     */
                    reason: "error" | "unsupported" | "source_corrected" | "legal";
                    /** @description For readers; public once another editor has approved it */
                    note?: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "reopen";
                    /** @description Why, for everybody who looks at it later */
                    reason: string;
                } | ({
                    /**
                     * @description The move to make
                     *
                     *     - `approve`: publishes the verdict
                     *     - `return`: gives the verdict back to its author, with a note
                     *     - `withdraw`: the author takes the verdict back
                     *     - `record`: records a submitted verdict; a worker does
                     * @enum {string}
                     */
                    event: "approve" | "return" | "withdraw" | "record";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        responses: {
            /** @description The new state of the claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimStatus"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listAttributions: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of links */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["ChainLink"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateAttributions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /**
                 * @description Needed: the ETag of the claim whose chain you read; 412 when it has changed since
                 * @example *
                 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attributions": [
                 *         {
                 *           "source": "kirby",
                 *           "mode": "direct",
                 *           "date": "2024-06"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description How it reached the article: those it had the claim from */
                    attributions: {
                        /** @description Who said it or passed it on */
                        source?: string;
                        /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                        label?: string;
                        /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                        verb?: string;
                        /**
                         * @description How directly the words come from the one named
                         *
                         *     - `direct`: in quotation marks, or as words of their own
                         *     - `indirect`: in reported speech
                         * @enum {string}
                         */
                        mode: "direct" | "indirect";
                        /**
                         * @description The article does not name them
                         * @default false
                         */
                        anonymous?: boolean;
                        /**
                         * @description An EDTF date (ISO 8601-2)
                         * @example 2017-09
                         * @example 2017-09-03
                         * @example 2017?
                         */
                        date?: string;
                        /** @description A remark, in plain text */
                        note?: string;
                        /**
                         * @description The links that it was heard from
                         * @default []
                         */
                        from?: {
                            /** @description Who said it or passed it on */
                            source?: string;
                            /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                            label?: string;
                            /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                            verb?: string;
                            /**
                             * @description How directly the words come from the one named
                             *
                             *     - `direct`: in quotation marks, or as words of their own
                             *     - `indirect`: in reported speech
                             * @enum {string}
                             */
                            mode: "direct" | "indirect";
                            /**
                             * @description The article does not name them
                             * @default false
                             */
                            anonymous?: boolean;
                            /**
                             * @description An EDTF date (ISO 8601-2)
                             * @example 2017-09
                             * @example 2017-09-03
                             * @example 2017?
                             */
                            date?: string;
                            /** @description A remark, in plain text */
                            note?: string;
                            /**
                             * @description The links that it was heard from
                             * @default []
                             */
                            from?: {
                                /** @description Who said it or passed it on */
                                source?: string;
                                /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                label?: string;
                                /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                verb?: string;
                                /**
                                 * @description How directly the words come from the one named
                                 *
                                 *     - `direct`: in quotation marks, or as words of their own
                                 *     - `indirect`: in reported speech
                                 * @enum {string}
                                 */
                                mode: "direct" | "indirect";
                                /**
                                 * @description The article does not name them
                                 * @default false
                                 */
                                anonymous?: boolean;
                                /**
                                 * @description An EDTF date (ISO 8601-2)
                                 * @example 2017-09
                                 * @example 2017-09-03
                                 * @example 2017?
                                 */
                                date?: string;
                                /** @description A remark, in plain text */
                                note?: string;
                                /**
                                 * @description The links that it was heard from
                                 * @default []
                                 */
                                from?: {
                                    /** @description Who said it or passed it on */
                                    source?: string;
                                    /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                    label?: string;
                                    /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                    verb?: string;
                                    /**
                                     * @description How directly the words come from the one named
                                     *
                                     *     - `direct`: in quotation marks, or as words of their own
                                     *     - `indirect`: in reported speech
                                     * @enum {string}
                                     */
                                    mode: "direct" | "indirect";
                                    /**
                                     * @description The article does not name them
                                     * @default false
                                     */
                                    anonymous?: boolean;
                                    /**
                                     * @description An EDTF date (ISO 8601-2)
                                     * @example 2017-09
                                     * @example 2017-09-03
                                     * @example 2017?
                                     */
                                    date?: string;
                                    /** @description A remark, in plain text */
                                    note?: string;
                                    /**
                                     * @description The links that it was heard from
                                     * @default []
                                     */
                                    from?: {
                                        /** @description Who said it or passed it on */
                                        source?: string;
                                        /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                        label?: string;
                                        /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                        verb?: string;
                                        /**
                                         * @description How directly the words come from the one named
                                         *
                                         *     - `direct`: in quotation marks, or as words of their own
                                         *     - `indirect`: in reported speech
                                         * @enum {string}
                                         */
                                        mode: "direct" | "indirect";
                                        /**
                                         * @description The article does not name them
                                         * @default false
                                         */
                                        anonymous?: boolean;
                                        /**
                                         * @description An EDTF date (ISO 8601-2)
                                         * @example 2017-09
                                         * @example 2017-09-03
                                         * @example 2017?
                                         */
                                        date?: string;
                                        /** @description A remark, in plain text */
                                        note?: string;
                                        /**
                                         * @description The links that it was heard from
                                         * @default []
                                         */
                                        from?: {
                                            /** @description Who said it or passed it on */
                                            source?: string;
                                            /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                            label?: string;
                                            /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                            verb?: string;
                                            /**
                                             * @description How directly the words come from the one named
                                             *
                                             *     - `direct`: in quotation marks, or as words of their own
                                             *     - `indirect`: in reported speech
                                             * @enum {string}
                                             */
                                            mode: "direct" | "indirect";
                                            /**
                                             * @description The article does not name them
                                             * @default false
                                             */
                                            anonymous?: boolean;
                                            /**
                                             * @description An EDTF date (ISO 8601-2)
                                             * @example 2017-09
                                             * @example 2017-09-03
                                             * @example 2017?
                                             */
                                            date?: string;
                                            /** @description A remark, in plain text */
                                            note?: string;
                                            /**
                                             * @description The links that it was heard from
                                             * @default []
                                             */
                                            from?: {
                                                /** @description Who said it or passed it on */
                                                source?: string;
                                                /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                label?: string;
                                                /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                verb?: string;
                                                /**
                                                 * @description How directly the words come from the one named
                                                 *
                                                 *     - `direct`: in quotation marks, or as words of their own
                                                 *     - `indirect`: in reported speech
                                                 * @enum {string}
                                                 */
                                                mode: "direct" | "indirect";
                                                /**
                                                 * @description The article does not name them
                                                 * @default false
                                                 */
                                                anonymous?: boolean;
                                                /**
                                                 * @description An EDTF date (ISO 8601-2)
                                                 * @example 2017-09
                                                 * @example 2017-09-03
                                                 * @example 2017?
                                                 */
                                                date?: string;
                                                /** @description A remark, in plain text */
                                                note?: string;
                                                /**
                                                 * @description The links that it was heard from
                                                 * @default []
                                                 */
                                                from?: {
                                                    /** @description Who said it or passed it on */
                                                    source?: string;
                                                    /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                    label?: string;
                                                    /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                    verb?: string;
                                                    /**
                                                     * @description How directly the words come from the one named
                                                     *
                                                     *     - `direct`: in quotation marks, or as words of their own
                                                     *     - `indirect`: in reported speech
                                                     * @enum {string}
                                                     */
                                                    mode: "direct" | "indirect";
                                                    /**
                                                     * @description The article does not name them
                                                     * @default false
                                                     */
                                                    anonymous?: boolean;
                                                    /**
                                                     * @description An EDTF date (ISO 8601-2)
                                                     * @example 2017-09
                                                     * @example 2017-09-03
                                                     * @example 2017?
                                                     */
                                                    date?: string;
                                                    /** @description A remark, in plain text */
                                                    note?: string;
                                                    /**
                                                     * @description Nothing: a chain is no deeper
                                                     * @default []
                                                     */
                                                    from?: unknown[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                }[];
                            }[];
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimProvisions: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /** @description id or ref of the instrument */
                instrument?: string[];
                /** @description Whether the provision that is named was seen in a stored copy; a link to no provision is neither */
                verified?: boolean;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of links */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["ClaimProvision"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createClaimProvision: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the claim you read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C01
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provision": "s-res-1718-2006.8b"
                 *     }
                 */
                "application/json": {
                    /** @description The provision, by id or ref */
                    provision?: string;
                    /** @description Where no paragraph is known */
                    instrument?: string;
                    /** @description A remark, in plain text */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimProvision"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getClaimProvision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C32
                 */
                id: string;
                /**
                 * @description id of the link, as the claim shows it
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimProvision"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listRelations: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt";
                /** @description Which of its types it is */
                type?: ("denies" | "partly_denies" | "supports" | "contradicts" | "repeats" | "qualifies" | "applies_to")[];
                /** @description Which way it goes */
                direction?: ("out" | "in")[];
                /** @description id or ref of the other claim */
                claim?: string[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of relations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["Relation"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createRelation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the claim you read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "supports",
                 *       "to": "C33",
                 *       "note": "The same shipments."
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Which of its types it is
                     *
                     *     - `denies`: says that the other is not so
                     *     - `partly_denies`: says that a part of the other is not so
                     *     - `supports`: speaks for the other
                     *     - `contradicts`: both cannot be so
                     *     - `repeats`: says the same
                     *     - `qualifies`: narrows the other, or adds a condition
                     *     - `applies_to`: is about what the other speaks of
                     * @enum {string}
                     */
                    type: "denies" | "partly_denies" | "supports" | "contradicts" | "repeats" | "qualifies" | "applies_to";
                    /** @description Where it leads */
                    to: string;
                    /** @description A remark, in plain text */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The relation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getRelation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
                /**
                 * @description Id of the relation
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                relation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The relation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relation"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    deleteRelation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the claim you read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example example-published
                 */
                id: string;
                /**
                 * @description Id of the relation
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                relation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createClaims: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "article": "putin-pyongyang-2024",
                 *           "kind": "denial",
                 *           "quote": {
                 *             "exact": "نفت موسكو وبيونج يانج هذه الاتهامات"
                 *           },
                 *           "ref": "denial-2"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description What was asked for, in the order of the list */
                    items: {
                        ref?: string;
                        /** @description What it is called elsewhere (a row of a table, an item of another system); no two claims of this installation have the same. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                        externalId?: string;
                        /** @description The article it was found in */
                        article: string;
                        /** @description The latest, if left out */
                        articleVersion?: number;
                        /**
                         * @description Which of its kinds it is
                         *
                         *     - `accusation`: somebody is said to have done wrong
                         *     - `denial`: somebody says that an accusation is not so
                         *     - `violation`: a norm is said to be broken
                         *     - `assertion`: something is said to be so
                         *     - `announcement`: somebody says what they will do
                         *     - `forecast`: something is said to come
                         *     - `quotation`: somebody is said to have said something
                         *     - `observation`: something is said to be seen, on an image for example
                         *     - `characterization`: something is called by a word that judges it
                         * @enum {string}
                         */
                        kind: "accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization";
                        /** @description Further kinds it has */
                        secondaryKinds?: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
                        /**
                         * @description If left out, the article's; that of the quote where it is in another script, `und` where it cannot be told
                         * @example ar
                         * @example en
                         */
                        language?: string;
                        /** @description The words it stands on, as they stand in the article */
                        quote: {
                            /** @description The words of the article, exactly */
                            exact: string;
                            /** @description What stands just before; it must agree, also where the words occur once */
                            prefix?: string;
                            /** @description The words after them, where the quote alone stands in more than one place */
                            suffix?: string;
                            /** @description Unicode code points from 0 */
                            start?: number;
                            /** @description exclusive */
                            end?: number;
                        };
                        /** @description The claim in other words or languages */
                        glosses?: {
                            [key: string]: string;
                        };
                        /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                        modality?: string;
                        /**
                         * @description An EDTF date (ISO 8601-2)
                         * @example 2017-09
                         * @example 2017-09-03
                         * @example 2017?
                         */
                        statementDate?: string;
                        /** @description What the date rests on */
                        dateBasis?: string;
                        /** @description What it is about, as short names of your own */
                        topics?: string[];
                        /**
                         * @description How soon it is to be worked on
                         *
                         *     - `low`: may wait
                         *     - `normal`: as usual
                         *     - `high`: before what is normal
                         *     - `urgent`: before everything else
                         * @enum {string}
                         */
                        priority?: "low" | "normal" | "high" | "urgent";
                        /** @description Why it deserves to be checked, in words */
                        worthiness?: string;
                        /** @description What is known about how faithfully the article quotes */
                        fidelityNote?: string;
                        /** @description Where evidence may be found */
                        leads?: string[];
                        /** @description Made to try something out: never published as ClaimReview, and left out of flow figures unless asked for */
                        test?: boolean;
                        /**
                         * @description Whom the article heard it from; left out, it is said in its own voice
                         * @default []
                         */
                        attributions?: {
                            /** @description Who said it or passed it on */
                            source?: string;
                            /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                            label?: string;
                            /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                            verb?: string;
                            /**
                             * @description How directly the words come from the one named
                             *
                             *     - `direct`: in quotation marks, or as words of their own
                             *     - `indirect`: in reported speech
                             * @enum {string}
                             */
                            mode: "direct" | "indirect";
                            /**
                             * @description The article does not name them
                             * @default false
                             */
                            anonymous?: boolean;
                            /**
                             * @description An EDTF date (ISO 8601-2)
                             * @example 2017-09
                             * @example 2017-09-03
                             * @example 2017?
                             */
                            date?: string;
                            /** @description A remark, in plain text */
                            note?: string;
                            /**
                             * @description The links that it was heard from
                             * @default []
                             */
                            from?: {
                                /** @description Who said it or passed it on */
                                source?: string;
                                /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                label?: string;
                                /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                verb?: string;
                                /**
                                 * @description How directly the words come from the one named
                                 *
                                 *     - `direct`: in quotation marks, or as words of their own
                                 *     - `indirect`: in reported speech
                                 * @enum {string}
                                 */
                                mode: "direct" | "indirect";
                                /**
                                 * @description The article does not name them
                                 * @default false
                                 */
                                anonymous?: boolean;
                                /**
                                 * @description An EDTF date (ISO 8601-2)
                                 * @example 2017-09
                                 * @example 2017-09-03
                                 * @example 2017?
                                 */
                                date?: string;
                                /** @description A remark, in plain text */
                                note?: string;
                                /**
                                 * @description The links that it was heard from
                                 * @default []
                                 */
                                from?: {
                                    /** @description Who said it or passed it on */
                                    source?: string;
                                    /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                    label?: string;
                                    /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                    verb?: string;
                                    /**
                                     * @description How directly the words come from the one named
                                     *
                                     *     - `direct`: in quotation marks, or as words of their own
                                     *     - `indirect`: in reported speech
                                     * @enum {string}
                                     */
                                    mode: "direct" | "indirect";
                                    /**
                                     * @description The article does not name them
                                     * @default false
                                     */
                                    anonymous?: boolean;
                                    /**
                                     * @description An EDTF date (ISO 8601-2)
                                     * @example 2017-09
                                     * @example 2017-09-03
                                     * @example 2017?
                                     */
                                    date?: string;
                                    /** @description A remark, in plain text */
                                    note?: string;
                                    /**
                                     * @description The links that it was heard from
                                     * @default []
                                     */
                                    from?: {
                                        /** @description Who said it or passed it on */
                                        source?: string;
                                        /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                        label?: string;
                                        /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                        verb?: string;
                                        /**
                                         * @description How directly the words come from the one named
                                         *
                                         *     - `direct`: in quotation marks, or as words of their own
                                         *     - `indirect`: in reported speech
                                         * @enum {string}
                                         */
                                        mode: "direct" | "indirect";
                                        /**
                                         * @description The article does not name them
                                         * @default false
                                         */
                                        anonymous?: boolean;
                                        /**
                                         * @description An EDTF date (ISO 8601-2)
                                         * @example 2017-09
                                         * @example 2017-09-03
                                         * @example 2017?
                                         */
                                        date?: string;
                                        /** @description A remark, in plain text */
                                        note?: string;
                                        /**
                                         * @description The links that it was heard from
                                         * @default []
                                         */
                                        from?: {
                                            /** @description Who said it or passed it on */
                                            source?: string;
                                            /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                            label?: string;
                                            /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                            verb?: string;
                                            /**
                                             * @description How directly the words come from the one named
                                             *
                                             *     - `direct`: in quotation marks, or as words of their own
                                             *     - `indirect`: in reported speech
                                             * @enum {string}
                                             */
                                            mode: "direct" | "indirect";
                                            /**
                                             * @description The article does not name them
                                             * @default false
                                             */
                                            anonymous?: boolean;
                                            /**
                                             * @description An EDTF date (ISO 8601-2)
                                             * @example 2017-09
                                             * @example 2017-09-03
                                             * @example 2017?
                                             */
                                            date?: string;
                                            /** @description A remark, in plain text */
                                            note?: string;
                                            /**
                                             * @description The links that it was heard from
                                             * @default []
                                             */
                                            from?: {
                                                /** @description Who said it or passed it on */
                                                source?: string;
                                                /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                label?: string;
                                                /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                verb?: string;
                                                /**
                                                 * @description How directly the words come from the one named
                                                 *
                                                 *     - `direct`: in quotation marks, or as words of their own
                                                 *     - `indirect`: in reported speech
                                                 * @enum {string}
                                                 */
                                                mode: "direct" | "indirect";
                                                /**
                                                 * @description The article does not name them
                                                 * @default false
                                                 */
                                                anonymous?: boolean;
                                                /**
                                                 * @description An EDTF date (ISO 8601-2)
                                                 * @example 2017-09
                                                 * @example 2017-09-03
                                                 * @example 2017?
                                                 */
                                                date?: string;
                                                /** @description A remark, in plain text */
                                                note?: string;
                                                /**
                                                 * @description The links that it was heard from
                                                 * @default []
                                                 */
                                                from?: {
                                                    /** @description Who said it or passed it on */
                                                    source?: string;
                                                    /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                    label?: string;
                                                    /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                    verb?: string;
                                                    /**
                                                     * @description How directly the words come from the one named
                                                     *
                                                     *     - `direct`: in quotation marks, or as words of their own
                                                     *     - `indirect`: in reported speech
                                                     * @enum {string}
                                                     */
                                                    mode: "direct" | "indirect";
                                                    /**
                                                     * @description The article does not name them
                                                     * @default false
                                                     */
                                                    anonymous?: boolean;
                                                    /**
                                                     * @description An EDTF date (ISO 8601-2)
                                                     * @example 2017-09
                                                     * @example 2017-09-03
                                                     * @example 2017?
                                                     */
                                                    date?: string;
                                                    /** @description A remark, in plain text */
                                                    note?: string;
                                                    /**
                                                     * @description The links that it was heard from
                                                     * @default []
                                                     */
                                                    from?: {
                                                        /** @description Who said it or passed it on */
                                                        source?: string;
                                                        /** @description How the chain names a link that has no source of its own. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                        label?: string;
                                                        /** @description The verb of the article: قال, نفت, said. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                                                        verb?: string;
                                                        /**
                                                         * @description How directly the words come from the one named
                                                         *
                                                         *     - `direct`: in quotation marks, or as words of their own
                                                         *     - `indirect`: in reported speech
                                                         * @enum {string}
                                                         */
                                                        mode: "direct" | "indirect";
                                                        /**
                                                         * @description The article does not name them
                                                         * @default false
                                                         */
                                                        anonymous?: boolean;
                                                        /**
                                                         * @description An EDTF date (ISO 8601-2)
                                                         * @example 2017-09
                                                         * @example 2017-09-03
                                                         * @example 2017?
                                                         */
                                                        date?: string;
                                                        /** @description A remark, in plain text */
                                                        note?: string;
                                                        /**
                                                         * @description Nothing: a chain is no deeper
                                                         * @default []
                                                         */
                                                        from?: unknown[];
                                                    }[];
                                                }[];
                                            }[];
                                        }[];
                                    }[];
                                }[];
                            }[];
                        }[];
                        /**
                         * @description The norms it touches, or the verdict cites
                         * @default []
                         */
                        provisions?: {
                            /** @description The provision, by id or ref */
                            provision?: string;
                            /** @description Where no paragraph is known */
                            instrument?: string;
                            /** @description A remark, in plain text */
                            note?: string;
                        }[];
                    }[];
                };
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description What became of each item, in the order given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimBatchOutcome"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimHistory: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "ordinal" | "-ordinal";
                /**
                 * @description Only events of these types
                 * @example [
                 *       "claim.submitted",
                 *       "claim.approved"
                 *     ]
                 */
                types?: ("article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["Event"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getClaimStatus: {
        parameters: {
            query?: {
                /** @description A moment in the past */
                asOf?: string;
            };
            header?: {
                /** @description The ETag you have: 304 while nothing has changed */
                "If-None-Match"?: string;
                /** @description `wait=N`: hold the answer for up to N seconds (at most 30) while the ETag still matches */
                Prefer?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimStatus"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "C34",
                 *         "C37"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Ids or refs of claims */
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description The statuses, in the order asked for, and the ids that name no claim */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where they stand, in the order asked */
                        statuses: components["schemas"]["ClaimStatus"][];
                        /** @description What was asked for and is not there */
                        missing: string[];
                    };
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getFlow: {
        parameters: {
            query?: {
                /** @description Start of the window, inclusive; 28 days before `to` where left out */
                from?: string;
                /** @description End of the window, exclusive; now where left out */
                to?: string;
                /**
                 * @description Whether claims that were entered to try things out are counted
                 *
                 *     - `include`: counted
                 *     - `exclude`: not counted
                 */
                tests?: "include" | "exclude";
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 * @example -priority
                 */
                sort?: "openedAt" | "-openedAt" | "updatedAt" | "-updatedAt" | "dueAt" | "-dueAt" | "priority" | "-priority";
                /** @description Where it stands */
                status?: ("open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired")[];
                /**
                 * @description Which part of the work
                 * @example [
                 *       "triage"
                 *     ]
                 */
                stage?: ("triage" | "review" | "approval" | "correction")[];
                /** @description How soon it is to be worked on */
                priority?: ("low" | "normal" | "high" | "urgent")[];
                /** @description Of its claim; one of them */
                topic?: string[];
                /** @description Of its claim */
                kind?: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
                /**
                 * @description Of its claim
                 * @example [
                 *       "ar"
                 *     ]
                 */
                language?: string[];
                /** @description In which its claim was found */
                article?: string[];
                /** @description id or ref of a member; `me` for your own */
                assignee?: string[];
                /** @description Whether nobody holds it */
                unassigned?: boolean;
                /** @description Whether the clock that runs is past its end */
                overdue?: boolean;
                /** @description Whether it was brought before the editors */
                escalated?: boolean;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["ReviewTask"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimTasks: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "openedAt" | "-openedAt" | "updatedAt" | "-updatedAt" | "dueAt" | "-dueAt" | "priority" | "-priority";
                /**
                 * @description Where it stands
                 * @example [
                 *       "open",
                 *       "assigned",
                 *       "in_progress"
                 *     ]
                 */
                status?: ("open" | "assigned" | "in_progress" | "submitted" | "done" | "returned" | "canceled" | "expired")[];
                /** @description Which part of the work */
                stage?: ("triage" | "review" | "approval" | "correction")[];
                /** @description How soon it is to be worked on */
                priority?: ("low" | "normal" | "high" | "urgent")[];
                /** @description Of its claim; one of them */
                topic?: string[];
                /** @description Of its claim */
                kind?: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
                /** @description Of its claim */
                language?: string[];
                /** @description In which its claim was found */
                article?: string[];
                /** @description id or ref of a member; `me` for your own */
                assignee?: string[];
                /** @description Whether nobody holds it */
                unassigned?: boolean;
                /** @description Whether the clock that runs is past its end */
                overdue?: boolean;
                /** @description Whether it was brought before the editors */
                escalated?: boolean;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["ReviewTask"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    takeNextTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "stages": [
                 *         "triage",
                 *         "review"
                 *       ],
                 *       "start": true
                 *     }
                 */
                "application/json": {
                    /** @description All that your role may work at, if left out */
                    stages?: ("triage" | "review" | "approval" | "correction")[];
                    /** @description true: it is taken and begun in one step */
                    start?: boolean;
                };
            };
        };
        responses: {
            /** @description The task, with its draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenTask"];
                };
            };
            /** @description There is nothing to do, or you are away */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewTask"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listTaskTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every transition people can make from the present status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskTransitions"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    transitionTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the task you read */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "extend"
                 *     }
                 */
                "application/json": {
                    /** @description Who holds it */
                    assignee: string;
                    /** @description A remark, in plain text */
                    note?: string;
                    /** @description true: also where they are away, or hold as many tasks as they may */
                    override?: boolean;
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "assign";
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "take";
                    /** @description true: it is taken and begun in one step */
                    start?: boolean;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "start";
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "release";
                    /** @description A remark, in plain text */
                    note?: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "extend";
                    /** @description A remark, in plain text */
                    note?: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "pause";
                    /** @description What is waited for */
                    reason: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "unpause";
                    /** @description A remark, in plain text */
                    note?: string;
                } | {
                    /**
                     * @description How soon it is to be worked on
                     *
                     *     - `low`: may wait
                     *     - `normal`: as usual
                     *     - `high`: before what is normal
                     *     - `urgent`: before everything else
                     * @enum {string}
                     */
                    priority: "low" | "normal" | "high" | "urgent";
                    /** @description A remark, in plain text */
                    note?: string;
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "prioritize";
                } | ({
                    /**
                     * @description The move to make
                     * @enum {string}
                     */
                    event: "submit";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewTask"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /**
                 * @description Required: the ETag of the draft you are changing
                 * @example *
                 */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rationale": {
                 *         "en": "Two panels of experts looked into it and found what is claimed."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DraftInput"];
            };
        };
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listDeskPeople: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "role" | "-role" | "ref" | "-ref" | "createdAt" | "-createdAt";
                /** @description What they may do */
                role?: ("checker" | "editor")[];
                /** @description One of those they check claims in; who has named none checks all */
                language?: string[];
                /** @description One of those they know */
                topic?: string[];
                /** @description Whether they are handed no work at the moment */
                away?: boolean;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description The task that is to be given to one of them */
                task?: string;
                /** @description The verdict that you decide on out of turn, which one of them is to confirm */
                verdict?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of those who do the work */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskPeople"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getBoard: {
        parameters: {
            query?: {
                /** @description Its kind, or one of its secondary kinds */
                kind?: ("accusation" | "denial" | "violation" | "assertion" | "announcement" | "forecast" | "quotation" | "observation" | "characterization")[];
                /** @description How soon it is to be worked on */
                priority?: ("low" | "normal" | "high" | "urgent")[];
                /** @description `pt` finds `pt-BR` too */
                language?: string[];
                /** @description One of them */
                topic?: string[];
                /** @description The article it was found in */
                article?: string[];
                /** @description Who holds a task on it; `me` for yourself. For the desk */
                assignee?: string[];
                /** @description How many claims of each column at most */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every column, in the order of the work */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listApprovalsInDoubt: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "decidedAt" | "-decidedAt";
                /** @description Which of its kinds it is */
                kind?: ("verdict" | "notice" | "privileged_change")[];
                /** @description id or ref of the claim */
                claim?: string[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, the newest first unless sorted otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalsInDoubt"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listInbox: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "position" | "-position";
                /** @description Whether you have not marked it as read */
                unread?: boolean;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    acknowledgeInbox: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "upTo": "1"
                 *     }
                 */
                "application/json": {
                    /** @description The `position` of the newest item that you have seen */
                    upTo: string;
                };
            };
        };
        responses: {
            /** @description What is left */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxRead"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    actInBulk: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "accept",
                 *       "items": [
                 *         {
                 *           "claim": "C35"
                 *         },
                 *         {
                 *           "claim": "C36"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "accept";
                    /** @description Claims, or tasks that stand for their claims, in the order in which they are worked off */
                    items: ({
                        /** @description The claim it is about */
                        claim: string;
                    } | {
                        /**
                         * Format: uuid
                         * @description The task
                         */
                        task: string;
                    })[];
                    /**
                     * @description How soon it is to be worked on
                     *
                     *     - `low`: may wait
                     *     - `normal`: as usual
                     *     - `high`: before what is normal
                     *     - `urgent`: before everything else
                     * @enum {string}
                     */
                    priority?: "low" | "normal" | "high" | "urgent";
                    /** @description What it is about, as short names of your own */
                    topics?: string[];
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "reject";
                    /** @description Claims, or tasks that stand for their claims, in the order in which they are worked off */
                    items: ({
                        /** @description The claim it is about */
                        claim: string;
                    } | {
                        /**
                         * Format: uuid
                         * @description The task
                         */
                        task: string;
                    })[];
                    /** @description Why, for everybody who looks at it later */
                    reason: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "merge";
                    /** @description Claims, or tasks that stand for their claims, in the order in which they are worked off */
                    items: ({
                        /** @description The claim it is about */
                        claim: string;
                    } | {
                        /**
                         * Format: uuid
                         * @description The task
                         */
                        task: string;
                    })[];
                    /** @description The claim that all of them go into */
                    into: string;
                    /** @description Needed of a published claim (422 `merge_note_missing`): for readers; public once another editor has approved it */
                    note?: string;
                } | {
                    /** @description Who holds it */
                    assignee: string;
                    /** @description A remark, in plain text */
                    note?: string;
                    /** @description true: also where they are away, or hold as many tasks as they may */
                    override?: boolean;
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "assign";
                    /** @description Claims, or tasks that stand for their claims, in the order in which they are worked off */
                    items: ({
                        /** @description The claim it is about */
                        claim: string;
                    } | {
                        /**
                         * Format: uuid
                         * @description The task
                         */
                        task: string;
                    })[];
                } | {
                    /**
                     * @description How soon it is to be worked on
                     *
                     *     - `low`: may wait
                     *     - `normal`: as usual
                     *     - `high`: before what is normal
                     *     - `urgent`: before everything else
                     * @enum {string}
                     */
                    priority: "low" | "normal" | "high" | "urgent";
                    /** @description A remark, in plain text */
                    note?: string;
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "prioritize";
                    /** @description Claims, or tasks that stand for their claims, in the order in which they are worked off */
                    items: ({
                        /** @description The claim it is about */
                        claim: string;
                    } | {
                        /**
                         * Format: uuid
                         * @description The task
                         */
                        task: string;
                    })[];
                };
            };
        };
        responses: {
            /** @description What came of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcome"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    submitVerdict: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description `wait=N`: wait up to N seconds (30 at most) for the recorded result. `respond-async` is what happens without it */
                Prefer?: string;
                /** @description The ETag of the task or of the draft you read: refused with 412 when the task or its claim, or the draft, has changed since */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "findings": {
                 *         "attribution": "confirmed",
                 *         "fidelity": "faithful",
                 *         "veracity": "mostly-true"
                 *       },
                 *       "rationale": {
                 *         "en": "Two panels of experts looked into it and found what is claimed."
                 *       },
                 *       "evidence": [],
                 *       "provisions": []
                 *     }
                 */
                "application/json": components["schemas"]["VerdictSubmission"];
            };
        };
        responses: {
            /** @description The recorded verdict */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            /** @description Accepted; not recorded yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    previewVerdict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "findings": {
                 *         "attribution": "confirmed",
                 *         "fidelity": "faithful",
                 *         "veracity": "mostly-true"
                 *       },
                 *       "rationale": {
                 *         "en": "Two panels of experts looked into it and found what is claimed."
                 *       },
                 *       "evidence": [],
                 *       "provisions": []
                 *     }
                 */
                "application/json": components["schemas"]["VerdictPreviewInput"];
            };
        };
        responses: {
            /** @description What would become of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictPreview"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getVerdict: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateVerdict: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag of the verdict you read; it is needed
                 * @example *
                 */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rationale": {
                 *         "en": "Two panels of experts looked into it and found what is claimed."
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["VerdictPatch"];
            };
        };
        responses: {
            /** @description The verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimVerdicts: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "submittedAt" | "-submittedAt" | "updatedAt" | "-updatedAt";
                /**
                 * @description Where it stands
                 * @example [
                 *       "published",
                 *       "superseded"
                 *     ]
                 */
                status?: ("submitted" | "refused" | "proposed" | "returned" | "withdrawn" | "published" | "superseded" | "retracted")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, in the order of submission */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["Verdict"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listVerdictTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every move people can make from the present status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictTransitions"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    transitionVerdict: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The digest of the edition you read: the ETag of `…/edition`. Of `withdraw`: the ETag of the verdict you read */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "approve",
                 *       "edition": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "approve";
                    /** @description The digest of the edition you read, where `If-Match` does not name it */
                    edition?: string;
                    /** @description A remark, in plain text */
                    note?: string;
                    /** @description One for each clash with the rating of a related claim */
                    acknowledge?: {
                        /** @description The related claim whose rating clashes */
                        claim: string;
                        /** @description Why both may stand */
                        note: string;
                    }[];
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "return";
                    /** @description The digest of the edition you read, where `If-Match` does not name it */
                    edition?: string;
                    /** @description A remark, in plain text */
                    note: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "withdraw";
                    /** @description A remark, in plain text */
                    note?: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "break_glass";
                    /** @description Why the verdict cannot wait for whoever holds its approval */
                    reason: string;
                    /** @description The second person: a checker or editor who neither wrote nor approves it */
                    second: string;
                    /** @description The digest of the edition you read, where `If-Match` does not name it */
                    edition?: string;
                    /** @description A remark, in plain text */
                    note?: string;
                    /** @description One for each clash with the rating of a related claim */
                    acknowledge?: {
                        /** @description The related claim whose rating clashes */
                        claim: string;
                        /** @description Why both may stand */
                        note: string;
                    }[];
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "confirm";
                    /** @description The digest of the edition you read, where `If-Match` does not name it */
                    edition?: string;
                } | ({
                    /**
                     * @description The move to make
                     * @enum {string}
                     */
                    event: "retract";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        responses: {
            /** @description The verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verdict"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getVerdictEdition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The edition */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edition"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listEditions: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt";
                /** @description Where it stands */
                status?: ("proposed" | "approved" | "dropped")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionPage"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example example-without-notice
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "A caption was taken for a quote."
                 *     }
                 */
                "application/json": components["schemas"]["NoticeInput"];
            };
        };
        responses: {
            /** @description The notice */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getUnpublishedChanges: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example example-published
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnpublishedChanges"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getEdition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id or ref of the claim
                 * @example example-published
                 */
                id: string;
                /**
                 * @description Digest or revision of the edition
                 * @example 1
                 */
                edition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The edition, or the notice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Edition"] | components["schemas"]["Notice"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    compareEditions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id or ref of the claim
                 * @example example-published
                 */
                id: string;
                /**
                 * @description Digest or revision of the edition
                 * @example 1
                 */
                edition: string;
                /**
                 * @description Digest or revision of the edition
                 * @example 1
                 */
                other: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What differs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionComparison"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listNoticeTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example example-with-notice
                 */
                id: string;
                /**
                 * @description Digest of the notice
                 * @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                 */
                edition: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every move people can make from the present status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTransitions"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    transitionNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example example-with-notice
                 */
                id: string;
                /**
                 * @description Digest of the notice
                 * @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                 */
                edition: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "approve"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "approve";
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "drop";
                };
            };
        };
        responses: {
            /** @description The notice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "publishedAt" | "-publishedAt";
                /** @description id or ref of the claim */
                claim?: string[];
                /**
                 * @description Which of its kinds it is
                 * @example [
                 *       "correction"
                 *     ]
                 */
                kind?: ("correction" | "retraction" | "merge")[];
                /** @description Why, for everybody who looks at it later */
                reason?: ("error" | "new_evidence" | "clarification" | "source_corrected" | "unsupported" | "legal")[];
                /**
                 * @description Made at this moment or later
                 * @example 2024-06-18T00:00:00Z
                 */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the public log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listVerdictRecipients: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys and webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recipients"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listCheckpoints: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "number" | "-number";
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of checkpoints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["Checkpoint"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getCheckpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Its number, or `latest`
                 * @example latest
                 */
                number: "latest" | number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listCheckpointKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: {
                            /** @description The key */
                            key: string;
                            /** @description The same as SubjectPublicKeyInfo */
                            pem: string;
                            /** @description The first checkpoint it signed */
                            first: number;
                            /** @description The last one so far */
                            last: number;
                            /** @description The same for verifiers of signed notes (C2SP), which read /log/checkpoint with it */
                            verifierKey: string;
                        }[];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getEventProof: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description Id of the event, as the feed has it
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description No later checkpoint was signed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /**
                 * @description How many items at most
                 * @example 100
                 */
                limit?: number;
                /**
                 * @description What to go on after: a cursor, or `start` for the beginning of the feed; without it, with what happens from now on
                 * @example start
                 */
                after?: string;
                /**
                 * @description Only events of these types
                 * @example [
                 *       "claim.approved",
                 *       "claim.retracted"
                 *     ]
                 */
                types?: ("article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted")[];
                /** @description Only events of these claims, each by its id or ref */
                claim?: string[];
                /** @description Seconds to hold the answer while nothing is new; the same as `Prefer: wait` */
                wait?: number;
            };
            header?: {
                /** @description The ETag you have: 304 while nothing is new */
                "If-None-Match"?: string;
                /** @description `wait=N`: hold the answer for up to N seconds (at most 30) while nothing is new */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["CloudEvent"][];
                        /** @description Opaque; what to go on after, and what to acknowledge */
                        next: string;
                        /** @description Whether there is more at once */
                        more: boolean;
                    };
                };
            };
            /** @description Nothing is new */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description What to go on after: a cursor, or `start` for the beginning of the feed; without it, with what happens from now on */
                after?: string;
                /** @description Only events of these types */
                types?: ("article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted")[];
                /** @description Only events of these claims, each by its id or ref */
                claim?: string[];
            };
            header?: {
                /** @description The id of the last message you have; it counts before `after` */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    acknowledgeFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cursor": "yxFGxeWWeyJmZWVkIjoiMCIsIm9mIjoiIn0"
                 *     }
                 */
                "application/json": {
                    /** @description Opaque; what to go on after, and what to acknowledge */
                    cursor: string;
                };
            };
        };
        responses: {
            /** @description Where the key stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Opaque; what to go on after, and what to acknowledge */
                        cursor: string;
                    };
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getClaimReview: {
        parameters: {
            query?: {
                /**
                 * @description Of the labels and, where they exist in it, of the texts; otherwise the nearest
                 *
                 *     - `ar`: Arabic
                 *     - `en`: English
                 * @example en
                 */
                language?: "ar" | "en";
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON-LD */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ClaimReview"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            410: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimReviews: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description Of the labels and, where they exist in it, of the texts; otherwise the nearest
                 *
                 *     - `ar`: Arabic
                 *     - `en`: English
                 */
                language?: "ar" | "en";
                /** @description One of those of the last edition */
                topic?: string[];
                /** @description What is public of it changed at this moment or later */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON-LD */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": components["schemas"]["ClaimReviewFeed"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getRssFeed: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description Of the labels and, where they exist in it, of the texts; otherwise the nearest
                 *
                 *     - `ar`: Arabic
                 *     - `en`: English
                 */
                language?: "ar" | "en";
                /** @description One of those of the last edition */
                topic?: string[];
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RSS 2.0 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getAtomFeed: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description Of the labels and, where they exist in it, of the texts; otherwise the nearest
                 *
                 *     - `ar`: Arabic
                 *     - `en`: English
                 */
                language?: "ar" | "en";
                /** @description One of those of the last edition */
                topic?: string[];
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Atom 1.0 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getJsonFeed: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description Of the labels and, where they exist in it, of the texts; otherwise the nearest
                 *
                 *     - `ar`: Arabic
                 *     - `en`: English
                 */
                language?: "ar" | "en";
                /** @description One of those of the last edition */
                topic?: string[];
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Feed 1.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    matchClaims: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "روسيا تستخدم صواريخ كورية شمالية في أوكرانيا",
                 *       "language": "ar"
                 *     }
                 */
                "application/json": components["schemas"]["MatchRequest"];
            };
        };
        responses: {
            /** @description Most alike first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Matches"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listSimilarClaims: {
        parameters: {
            query?: {
                /**
                 * @description How many at most
                 * @example 5
                 */
                limit?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Most alike first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarClaims"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    importClaimReviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "document": {
                 *         "@context": "https://schema.org",
                 *         "@type": "ClaimReview",
                 *         "url": "https://checkers.example/missiles",
                 *         "claimReviewed": "Russia uses North Korean missiles in Ukraine",
                 *         "author": {
                 *           "@type": "Organization",
                 *           "name": "Checkers",
                 *           "url": "https://checkers.example"
                 *         },
                 *         "reviewRating": {
                 *           "@type": "Rating",
                 *           "alternateName": "True",
                 *           "ratingValue": 5,
                 *           "worstRating": 1,
                 *           "bestRating": 5
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ClaimReviewImport"];
            };
        };
        responses: {
            /** @description What became of each item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimEvidence: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt";
                /**
                 * @description Which way it speaks
                 * @example [
                 *       "for",
                 *       "against"
                 *     ]
                 */
                stance?: ("for" | "against" | "context")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["Evidence"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the claim you read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://undocs.org/S/2024/215",
                 *       "stance": "for",
                 *       "note": "The last report of the panel of experts."
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uri
                     * @description An http or https URL without credentials
                     */
                    url: string;
                    /**
                     * @description for or against the claim, or around it
                     *
                     *     - `for`: speaks for the claim
                     *     - `against`: speaks against it
                     *     - `context`: neither
                     * @enum {string}
                     */
                    stance: "for" | "against" | "context";
                    /** @description A remark, in plain text */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The evidence */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedEvidence"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the evidence
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listEvidenceCaptures: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "attemptedAt" | "-attemptedAt";
                /** @description What came of it */
                outcome?: ("captured" | "failed")[];
                /** @description What became of the page since the look before */
                change?: ("first" | "same" | "same_text" | "changed" | "gone")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the evidence
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of captures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["Capture"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createCapture: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description `wait=N`: wait up to N seconds (30 at most) for what comes of it */
                Prefer?: string;
            };
            path: {
                /**
                 * @description id of the evidence
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new capture */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Capture"];
                };
            };
            /** @description A worker will look at it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Where it stands
                         * @constant
                         */
                        status: "owed";
                    };
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getCapture: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the capture
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The capture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Capture"];
                };
            };
            /** @description Nothing of it was erased */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getCaptureText: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the capture
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureText"];
                };
            };
            /** @description It never changes */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            410: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            502: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getCaptureContent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the capture
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description It never changes */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            410: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            502: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getCaptureWarc: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the capture
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/warc": string;
                };
            };
            /** @description It never changes */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            410: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            502: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimContacts: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "recordedAt" | "-recordedAt";
                /** @description What came of it */
                outcome?: ("asked" | "replied" | "declined" | "no_answer")[];
                /** @description id or ref of the source that was asked */
                source?: string[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, newest last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["Contact"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the claim you read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "russia",
                 *       "outcome": "asked",
                 *       "channel": "press office",
                 *       "date": "2024-06-19"
                 *     }
                 */
                "application/json": {
                    /** @description Who was asked */
                    source?: string;
                    /** @description Who was asked, where it is no source, or who spoke for it. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    label?: string;
                    /**
                     * @description What came of it
                     *
                     *     - `asked`: asked, no answer yet
                     *     - `replied`: answered
                     *     - `declined`: will not answer
                     *     - `no_answer`: did not answer in time
                     * @enum {string}
                     */
                    outcome: "asked" | "replied" | "declined" | "no_answer";
                    /** @description By which way: e-mail, telephone, press office. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    channel?: string;
                    /** @description What was asked or answered, in its own language, for all to read */
                    text?: string;
                    /**
                     * @description When
                     * @example 2017-09
                     * @example 2017-09-03
                     * @example 2017?
                     */
                    date: string;
                };
            };
        };
        responses: {
            /** @description The contact */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the contact
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listContactTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the contact
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every move from the present status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactTransitions"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    transitionContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the claim you read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description id of the contact
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "withdraw"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The move to make
                     * @enum {string}
                     */
                    event: "withdraw";
                };
            };
        };
        responses: {
            /** @description The contact as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getClaimGraph: {
        parameters: {
            query?: {
                /**
                 * @description How many relations away at most
                 * @example 2
                 */
                depth?: number;
                /**
                 * @description Only along these; all, if left out
                 * @example [
                 *       "denies",
                 *       "contradicts"
                 *     ]
                 */
                types?: ("denies" | "partly_denies" | "supports" | "contradicts" | "repeats" | "qualifies" | "applies_to")[];
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Claims and relations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimGraph"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimDeniers: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt";
                /** @description Which of its types it is */
                type?: ("denies" | "partly_denies")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of denials, each with its original claimants */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["Denial"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listClaimOrigins: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description UUID or ref
                 * @example C34
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Outlets, and a page of origins */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Origins"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getPolicies: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateClockPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the policies you read: refused with 412 when they have changed */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description Which clock
                 *
                 *     - `triage`: from entry to acceptance
                 *     - `pick_up`: until somebody begins a review or correction
                 *     - `review`: from the start of a review to its verdict
                 *     - `approval`: until the verdict is decided on
                 *     - `correction`: from the start of a correction to its verdict
                 * @example pick_up
                 */
                clock: "triage" | "pick_up" | "review" | "approval" | "correction";
                /**
                 * @description How soon it is to be worked on
                 *
                 *     - `low`: may wait
                 *     - `normal`: as usual
                 *     - `high`: before what is normal
                 *     - `urgent`: before everything else
                 * @example urgent
                 */
                priority: "low" | "normal" | "high" | "urgent";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minutes": 60
                 *     }
                 */
                "application/json": {
                    /** @description Minutes until overdue, fractions too; reminder at half, escalation at one and a half */
                    minutes: number;
                };
            };
        };
        responses: {
            /** @description The policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateDeskPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the policies you read: refused with 412 when they have changed */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "wipLimit": 5
                 *     }
                 */
                "application/json": {
                    /** @description Whether tasks are handed out as they are opened */
                    autoAssign?: boolean;
                    /** @description How many tasks a member holds at most */
                    wipLimit?: number;
                    /** @description How long a task stays with a holder who does nothing on it */
                    leaseMinutes?: number;
                };
            };
        };
        responses: {
            /** @description The policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 * @example -createdAt
                 */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "ref" | "-ref";
                /** @description Which of its kinds it is */
                kind?: ("article" | "post" | "speech" | "transcript" | "document" | "image")[];
                /**
                 * @description `ar` also finds `ar-EG`
                 * @example [
                 *       "ar"
                 *     ]
                 */
                language?: string[];
                /** @description id or ref of the source that published it */
                outlet?: string[];
                /** @description The very address it was stored with */
                url?: string;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of articles, without their texts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "What was agreed in Pyongyang",
                 *       "language": "en",
                 *       "url": "https://news.example/pyongyang",
                 *       "datePublished": "2024-06-19",
                 *       "text": "The two leaders signed a treaty in Pyongyang on Wednesday."
                 *     }
                 */
                "application/json": {
                    ref?: string;
                    /**
                     * @description Which of its kinds it is
                     *
                     *     - `article`: a text of an outlet
                     *     - `post`: what somebody posted themselves
                     *     - `speech`: what somebody said
                     *     - `transcript`: what others wrote down of what was said
                     *     - `document`: a document of an authority or organization
                     *     - `image`: an image with what stands on it
                     * @default article
                     * @enum {string}
                     */
                    kind?: "article" | "post" | "speech" | "transcript" | "document" | "image";
                    /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    title: string;
                    /**
                     * @description A BCP 47 language tag
                     * @example ar
                     * @example en
                     */
                    language: string;
                    /** @default null */
                    url?: string | null;
                    /**
                     * @description When it was published
                     * @default null
                     */
                    datePublished?: string | null;
                    /**
                     * @description The source that published it, by id or ref
                     * @default null
                     */
                    outlet?: string | null;
                    /** @description Kept exactly as given, bidirectional controls included. Offsets into it count Unicode code points. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The article */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredArticle"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example putin-pyongyang-2024 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateArticle: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the article you read; 412 when it was changed since */
                "If-Match"?: string;
            };
            path: {
                /** @example putin-pyongyang-2024 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "datePublished": "2024-06-18"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Which of its kinds it is
                     *
                     *     - `article`: a text of an outlet
                     *     - `post`: what somebody posted themselves
                     *     - `speech`: what somebody said
                     *     - `transcript`: what others wrote down of what was said
                     *     - `document`: a document of an authority or organization
                     *     - `image`: an image with what stands on it
                     * @enum {string}
                     */
                    kind?: "article" | "post" | "speech" | "transcript" | "document" | "image";
                    /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    title?: string;
                    /**
                     * @description A BCP 47 language tag
                     * @example ar
                     * @example en
                     */
                    language?: string;
                    url?: string | null;
                    /** @description When it was published */
                    datePublished?: string | null;
                    /** @description The source that published it, by id or ref */
                    outlet?: string | null;
                };
            };
        };
        responses: {
            /** @description The article as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnteredArticle"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listArticleVersions: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "number" | "-number";
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example putin-pyongyang-2024 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions, without their texts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleVersionPage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createArticleVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the article you read; 412 when it has another version since */
                "If-Match"?: string;
            };
            path: {
                /** @example putin-pyongyang-2024 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "The text as the outlet has it now."
                 *     }
                 */
                "application/json": {
                    /** @description Kept exactly as given, bidirectional controls included. Offsets into it count Unicode code points. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description The version, and what became of the quotes of claims */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisedArticle"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getArticleVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example putin-pyongyang-2024 */
                id: string;
                /**
                 * @description Which one, counted from 1
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleVersion"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "ref" | "-ref";
                /**
                 * @description Sources with this name or one like it in any language
                 * @example بوتين
                 */
                name?: string;
                /** @description Which of its kinds it is */
                kind?: ("person" | "organization" | "government" | "outlet" | "agency" | "document" | "imagery" | "collective")[];
                /** @description With `name`: those that were merged are found by their own names where `merged` is among them */
                status?: ("active" | "merged")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ref": "peskov",
                 *       "kind": "person",
                 *       "name": "Dmitry Peskov",
                 *       "affiliation": "Kremlin",
                 *       "names": [
                 *         {
                 *           "language": "ar",
                 *           "text": "دميتري بيسكوف"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    ref?: string;
                    /**
                     * @description Which of its kinds it is
                     *
                     *     - `person`: a human
                     *     - `organization`: an organization
                     *     - `government`: a state or a part of one
                     *     - `outlet`: a newspaper, station or site
                     *     - `agency`: a news agency
                     *     - `document`: a document that speaks for itself
                     *     - `imagery`: images, of satellites for example
                     *     - `collective`: several who are not named one by one
                     * @enum {string}
                     */
                    kind: "person" | "organization" | "government" | "outlet" | "agency" | "document" | "imagery" | "collective";
                    /** @description The name shown. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    name: string;
                    /**
                     * @description What they belong to
                     * @default null
                     */
                    affiliation?: string | null;
                    /**
                     * @description Item of Wikidata
                     * @default null
                     */
                    wikidata?: string | null;
                    /**
                     * @description A remark, in plain text
                     * @default null
                     */
                    note?: string | null;
                    /**
                     * @description Other names it is found by, each in its language; where the shown name is not among those of a language, the first of them is published in it
                     * @default []
                     */
                    names?: {
                        /**
                         * @description A BCP 47 language tag
                         * @example ar
                         * @example en
                         */
                        language: string;
                        /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The source */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example putin */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what you read: refused with 412 when it has changed since. Needed (428) where the change replaces a list or a set of texts */
                "If-Match"?: string;
            };
            path: {
                /** @example putin */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "affiliation": "President of the Russian Federation"
                 *     }
                 */
                "application/json": {
                    /** @description The name shown. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    name?: string;
                    /** @description What they belong to */
                    affiliation?: string | null;
                    /** @description Item of Wikidata */
                    wikidata?: string | null;
                    /** @description A remark, in plain text */
                    note?: string | null;
                    /** @description Replaces all of them */
                    names?: {
                        /**
                         * @description A BCP 47 language tag
                         * @example ar
                         * @example en
                         */
                        language: string;
                        /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The source as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listSourceTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example putin */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every move from the present status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceTransitions"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    transitionSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what you read: refused with 412 when it has changed since */
                "If-Match"?: string;
            };
            path: {
                /** @example dprk-state-media */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "merge",
                 *       "into": "kcna"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "merge";
                    /** @description The source that stands for it from now on */
                    into: string;
                    /** @description Why they are the same, for the desk */
                    note?: string;
                } | {
                    /**
                     * @description The move to make
                     * @constant
                     */
                    event: "split";
                    /** @description Why they are not, for the desk */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The source as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listInstruments: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "ref" | "-ref";
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of instruments, without their provisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstrumentPage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createInstrument: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ref": "s-res-2627-2022",
                 *       "label": "S/RES/2627 (2022)",
                 *       "titles": {
                 *         "en": "Extension of the mandate of the panel of experts"
                 *       },
                 *       "issuer": "UN Security Council"
                 *     }
                 */
                "application/json": {
                    ref: string;
                    /** @description As it is printed, `S/RES/1718 (2006)`; left out: the ref. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    label?: string;
                    /** @description Texts by BCP 47 language tag */
                    titles: {
                        [key: string]: string;
                    };
                    /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    issuer: string;
                    /**
                     * @description What it is about
                     * @default null
                     */
                    subject?: string | null;
                    /**
                     * @description When it was adopted
                     * @default null
                     */
                    adopted?: string | null;
                    /**
                     * @description Adopted under chapter VII of the Charter
                     * @default null
                     */
                    chapterVii?: boolean | null;
                    /**
                     * @description How the vote went
                     * @default null
                     */
                    vote?: {
                        /** @description Votes for it */
                        for: number;
                        /** @description Votes against it */
                        against: number;
                        /** @description Votes of neither kind */
                        abstain: number;
                        /**
                         * @description How sure we are of the count
                         *
                         *     - `low`: a guess
                         *     - `medium`: probable
                         *     - `medium_high`: rather sure
                         *     - `high`: sure
                         * @enum {string}
                         */
                        confidence: "low" | "medium" | "medium_high" | "high";
                    } | null;
                    /**
                     * @description A remark, in plain text
                     * @default null
                     */
                    note?: string | null;
                    /**
                     * @description The norms it touches, or the verdict cites
                     * @default []
                     */
                    provisions?: {
                        /** @description Left out: the ref of the instrument, a dot and the paragraph */
                        ref?: string;
                        /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                        paragraph: string;
                        /** @description What it requires, in our words */
                        effects: {
                            [key: string]: string;
                        };
                        /**
                         * @description Seen from the subject of the instrument; `none` where nothing is transferred
                         *
                         *     - `to`: to the country or body that the norm is about
                         *     - `from`: from it
                         *     - `both`: in both directions
                         *     - `none`: has no direction
                         * @enum {string}
                         */
                        direction: "to" | "from" | "both" | "none";
                        /**
                         * @description The first day it was in force
                         * @default null
                         */
                        inForceFrom?: string | null;
                        /**
                         * @description The last day
                         * @default null
                         */
                        inForceUntil?: string | null;
                        /**
                         * @description Both the content and the paragraph number were seen in a stored copy
                         * @default false
                         */
                        verified?: boolean;
                        /**
                         * @description Where it was seen
                         * @default null
                         */
                        source?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description The instrument */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getInstrument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example s-res-1718-2006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instrument */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateInstrument: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what you read: refused with 412 when it has changed since. Needed (428) where the change replaces a list or a set of texts */
                "If-Match"?: string;
            };
            path: {
                /** @example s-res-1718-2006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "The panel of experts ended in 2024."
                 *     }
                 */
                "application/json": {
                    /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    label?: string;
                    /** @description Texts by BCP 47 language tag */
                    titles?: {
                        [key: string]: string;
                    };
                    /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    issuer?: string;
                    /** @description What it is about */
                    subject?: string | null;
                    /** @description When it was adopted */
                    adopted?: string | null;
                    /** @description Adopted under chapter VII of the Charter */
                    chapterVii?: boolean | null;
                    /** @description How the vote went */
                    vote?: {
                        /** @description Votes for it */
                        for: number;
                        /** @description Votes against it */
                        against: number;
                        /** @description Votes of neither kind */
                        abstain: number;
                        /**
                         * @description How sure we are of the count
                         *
                         *     - `low`: a guess
                         *     - `medium`: probable
                         *     - `medium_high`: rather sure
                         *     - `high`: sure
                         * @enum {string}
                         */
                        confidence: "low" | "medium" | "medium_high" | "high";
                    } | null;
                    /** @description A remark, in plain text */
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description The instrument as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Instrument"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listProvisions: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /** @description Which way it goes */
                direction?: ("to" | "from" | "both" | "none")[];
                /** @description Somebody has compared it with the official text */
                verified?: boolean;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example s-res-1718-2006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of provisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["Provision"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createProvision: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the instrument you read; 412 when it has changed since */
                "If-Match"?: string;
            };
            path: {
                /** @example s-res-1718-2006 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "paragraph": "8(z)",
                 *       "effects": {
                 *         "en": "An example."
                 *       },
                 *       "direction": "none"
                 *     }
                 */
                "application/json": {
                    /** @description Left out: the ref of the instrument, a dot and the paragraph */
                    ref?: string;
                    /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    paragraph: string;
                    /** @description What it requires, in our words */
                    effects: {
                        [key: string]: string;
                    };
                    /**
                     * @description Seen from the subject of the instrument; `none` where nothing is transferred
                     *
                     *     - `to`: to the country or body that the norm is about
                     *     - `from`: from it
                     *     - `both`: in both directions
                     *     - `none`: has no direction
                     * @enum {string}
                     */
                    direction: "to" | "from" | "both" | "none";
                    /**
                     * @description The first day it was in force
                     * @default null
                     */
                    inForceFrom?: string | null;
                    /**
                     * @description The last day
                     * @default null
                     */
                    inForceUntil?: string | null;
                    /**
                     * @description Both the content and the paragraph number were seen in a stored copy
                     * @default false
                     */
                    verified?: boolean;
                    /**
                     * @description Where it was seen
                     * @default null
                     */
                    source?: string | null;
                };
            };
        };
        responses: {
            /** @description The provision */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provision"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getProvision: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example s-res-1718-2006.8b */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provision"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateProvision: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what you read: refused with 412 when it has changed since. Needed (428) where the change replaces a list or a set of texts */
                "If-Match"?: string;
            };
            path: {
                /** @example s-res-1718-2006.8b */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": "https://undocs.org/S/RES/1718(2006)"
                 *     }
                 */
                "application/json": {
                    /** @description What it requires, in our words */
                    effects?: {
                        [key: string]: string;
                    };
                    /**
                     * @description Seen from the subject of the instrument; `none` where nothing is transferred
                     *
                     *     - `to`: to the country or body that the norm is about
                     *     - `from`: from it
                     *     - `both`: in both directions
                     *     - `none`: has no direction
                     * @enum {string}
                     */
                    direction?: "to" | "from" | "both" | "none";
                    /** @description The first day it was in force */
                    inForceFrom?: string | null;
                    /** @description The last day it was in force; null where there is none yet */
                    inForceUntil?: string | null;
                    /** @description Both the content and the paragraph number were seen in a stored copy */
                    verified?: boolean;
                    /** @description Where it was seen */
                    source?: string | null;
                };
            };
        };
        responses: {
            /** @description The provision as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provision"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listRatings: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description An older version of the scale
                 * @example 1
                 */
                scale?: number;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the scale */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingScale"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createRatingScale: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the scale it replaces: refused with 412 when another is in use */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ratings": [
                 *         {
                 *           "slug": "true",
                 *           "labels": {
                 *             "ar": "صحيح",
                 *             "en": "True"
                 *           },
                 *           "polarity": "supports",
                 *           "value": 5,
                 *           "worst": 1,
                 *           "best": 5
                 *         },
                 *         {
                 *           "slug": "false",
                 *           "labels": {
                 *             "ar": "خطأ",
                 *             "en": "False"
                 *           },
                 *           "polarity": "refutes",
                 *           "value": 1,
                 *           "worst": 1,
                 *           "best": 5
                 *         },
                 *         {
                 *           "slug": "unproven",
                 *           "labels": {
                 *             "ar": "غير مثبت",
                 *             "en": "Unproven"
                 *           },
                 *           "polarity": "neutral"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description All of them, in the order in which they are shown */
                    ratings: {
                        /** @description Short name of the rating */
                        slug: string;
                        /** @description Texts by BCP 47 language tag */
                        labels: {
                            [key: string]: string;
                        };
                        /**
                         * @description What it says about the claim; two ratings clash by polarity
                         *
                         *     - `supports`: the claim is so
                         *     - `refutes`: the claim is not so
                         *     - `neutral`: neither
                         * @enum {string}
                         */
                        polarity: "supports" | "refutes" | "neutral";
                        /**
                         * @description None for a neutral rating
                         * @default null
                         */
                        value?: number | null;
                        /**
                         * @description The lower bound
                         * @default null
                         */
                        worst?: number | null;
                        /**
                         * @description The upper bound
                         * @default null
                         */
                        best?: number | null;
                        /**
                         * @description For claims about the future only
                         * @default false
                         */
                        forecast?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description The scale */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingScale"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member whose key this is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag you read; 412 when you have changed since */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "awayEndsAt": null
                 *     }
                 */
                "application/json": {
                    /** @description No work is handed to them before this moment */
                    awayEndsAt?: string | null;
                    /** @description Of the words around; null: as the browser asks */
                    language?: ("ar" | "en") | null;
                    /** @description null: as the language has them */
                    digits?: ("latin" | "arabic_indic") | null;
                    /** @description What a key does at the desk (the list under `?` has it) → the key by its place on the keyboard, as browsers call it (`KeyJ`, `Shift+Digit2`, `Ctrl+Enter`); null: none. What is not named has its usual key */
                    shortcuts?: {
                        [key: string]: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description You, as we know you now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt" | "ref" | "-ref";
                /** @description Which of its kinds it is */
                kind?: ("person" | "tool")[];
                /**
                 * @description What they may do
                 * @example [
                 *       "checker",
                 *       "editor"
                 *     ]
                 */
                role?: ("reader" | "checker" | "editor" | "admin")[];
                /** @description One of those they can check claims in */
                language?: string[];
                /** @description One of those they know */
                topic?: string[];
                /**
                 * @description Whether their keys work
                 * @example true
                 */
                active?: boolean;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ref": "lina",
                 *       "kind": "person",
                 *       "name": "Lina",
                 *       "role": "checker",
                 *       "languages": [
                 *         "ar",
                 *         "en"
                 *       ]
                 *     }
                 */
                "application/json": {
                    ref: string;
                    /**
                     * @description Which of its kinds it is
                     *
                     *     - `person`: a human
                     *     - `tool`: a program, which only reads
                     * @enum {string}
                     */
                    kind: "person" | "tool";
                    /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    name: string;
                    /**
                     * @description A tool can only be a reader
                     *
                     *     - `reader`: reads what is known and published
                     *     - `checker`: also records and writes verdicts
                     *     - `editor`: also triages, hands out work and decides
                     *     - `admin`: runs the installation, and decides on nothing
                     * @enum {string}
                     */
                    role: "reader" | "checker" | "editor" | "admin";
                    /**
                     * @description Languages they can check claims in
                     * @default []
                     */
                    languages?: string[];
                    /**
                     * @description Topics they know
                     * @default []
                     */
                    topics?: string[];
                    /** @description How many tasks they hold at most; null: the desk's own limit */
                    wipLimit?: number | null;
                    /** @description Who they are to identity providers: with a token of one of them they need no key */
                    identities?: {
                        /**
                         * Format: uri
                         * @description `iss` of their tokens, exactly
                         */
                        issuer: string;
                        /** @description `sub` of their tokens */
                        subject?: string;
                        /** @description In place of the subject: its digest, as the member shows it who has or had it */
                        digest?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description The member */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Another admin has to confirm it: nothing has changed yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivilegedChange"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example checker */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what you read: refused with 412 when it has changed since. Needed (428) where the change replaces a list or a set of texts */
                "If-Match"?: string;
            };
            path: {
                /** @example checker */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "A fact-checker"
                 *     }
                 */
                "application/json": {
                    /** @description One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    name?: string;
                    /**
                     * @description What they may do
                     *
                     *     - `reader`: reads what is known and published
                     *     - `checker`: also records and writes verdicts
                     *     - `editor`: also triages, hands out work and decides
                     *     - `admin`: runs the installation, and decides on nothing
                     * @enum {string}
                     */
                    role?: "reader" | "checker" | "editor" | "admin";
                    /** @description BCP 47 tags of the languages */
                    languages?: string[];
                    /** @description What it is about, as short names of your own */
                    topics?: string[];
                    /** @description false: none of their keys works any more */
                    active?: boolean;
                    /** @description No work is handed to them before this moment */
                    awayEndsAt?: string | null;
                    /** @description How many tasks they hold at most; null: the desk's own limit */
                    wipLimit?: number | null;
                    /** @description Who they are to identity providers: with a token of one of them they need no key */
                    identities?: {
                        /**
                         * Format: uri
                         * @description `iss` of their tokens, exactly
                         */
                        issuer: string;
                        /** @description `sub` of their tokens */
                        subject?: string;
                        /** @description In place of the subject: its digest, as the member shows it who has or had it */
                        digest?: string;
                    }[];
                    /** @description true: also where verdicts that wait are left with nobody to decide on them, or published claims with nobody to correct them, which the event says */
                    override?: boolean;
                };
            };
        };
        responses: {
            /** @description The member as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Another admin has to confirm it: nothing has changed yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivilegedChange"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listMemberKeys: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt";
                /** @description Whether they were revoked */
                revoked?: boolean;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example checker */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys, without their secrets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example reader */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "The news desk"
                 *     }
                 */
                "application/json": {
                    /** @description What the key is for. One line; it is kept trimmed and in Unicode normalization form C (NFC) */
                    name: string;
                    /**
                     * Format: date-time
                     * @description It works until then; left out: until it is revoked
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
            /** @description Another admin has to confirm it: nothing has changed yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingKey"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, without its secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag you read; 412 when the key was replaced or revoked since */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, which works no more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description Another admin has to confirm it: nothing has changed yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivilegedChange"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag you read; 412 when the key was replaced or revoked since */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 24
                 *     }
                 */
                "application/json": {
                    /**
                     * @description How long the key before it works as well; 0: not at all, for one that got out
                     * @default 24
                     */
                    overlapHours?: number;
                    /**
                     * Format: date-time
                     * @description The new key works until then; left out: until it is revoked
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description The new key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedKey"];
                };
            };
            /** @description Another admin has to confirm it: nothing has changed yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingKey"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listKeyUses: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "hourStartsAt" | "-hourStartsAt";
                /** @description Only these keys */
                key?: string[];
                /**
                 * @description Whether something was refused
                 * @example true
                 */
                refused?: boolean;
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of uses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyUsePage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who you are, and until when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A key of yours; it is not kept */
                    key: string;
                };
            };
        };
        responses: {
            /** @description You are signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are signed out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOut"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getSignInWays: {
        parameters: {
            query?: never;
            header?: {
                /** @description ar or en: the language of `detail` */
                "Accept-Language"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
            400: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    startSignIn: {
        parameters: {
            query?: {
                /** @description Where at the desk to be afterwards */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider, or back to the desk */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    finishSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the desk */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listPrivilegedChanges: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "askedAt" | "-askedAt";
                /**
                 * @description Where it stands
                 * @example [
                 *       "waiting"
                 *     ]
                 */
                status?: ("waiting" | "confirmed" | "rejected" | "withdrawn" | "lapsed")[];
                /** @description Which of its kinds it is */
                kind?: ("create_member" | "change_member" | "create_key" | "rotate_key" | "revoke_key")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was asked for, in the order of the list */
                        items: components["schemas"]["PrivilegedChange"][];
                        /** @description Cursor of the next page: send it as `after`; null at the end */
                        next: string | null;
                    };
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getPrivilegedChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivilegedChange"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listPrivilegedChangeTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every move from the present status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivilegedChangeTransitions"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    transitionPrivilegedChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag you read: 412 when it has been decided since, or asks for something else. Needed (428) to confirm */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "withdraw"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The move to make
                     *
                     *     - `confirm`: makes it, as another admin
                     *     - `reject`: ends it, as another admin
                     *     - `withdraw`: takes it back, as the admin who asked
                     * @enum {string}
                     */
                    event: "confirm" | "reject" | "withdraw";
                };
            };
        };
        responses: {
            /** @description The change as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivilegedChange"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "askedAt" | "-askedAt";
                /**
                 * @description Where it stands
                 * @example [
                 *       "waiting"
                 *     ]
                 */
                status?: ("waiting" | "confirmed" | "rejected" | "withdrawn" | "lapsed")[];
                /**
                 * @description What the words belong to
                 * @example [
                 *       "contact",
                 *       "verdict"
                 *     ]
                 */
                target?: ("claim" | "verdict" | "evidence" | "contact" | "task" | "member" | "privileged_change" | "article" | "source")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of erasures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target": {
                 *         "kind": "claim",
                 *         "id": "C36"
                 *       },
                 *       "texts": [
                 *         "glosses"
                 *       ],
                 *       "reason": "person_asked"
                 *     }
                 */
                "application/json": components["schemas"]["NewErasure"];
            };
        };
        responses: {
            /** @description Another person has to confirm it: nothing is erased yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the erasure
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listErasureTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description id of the erasure
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every move from the present status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureTransitions"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    transitionErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag you read: 412 when it has been decided since, or asks for something else. Needed (428) to confirm
                 * @example *
                 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description id of the erasure
                 * @example 01900000-0000-7000-8000-000000000000
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "confirm"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description The move to make
                     *
                     *     - `confirm`: makes it, as another admin
                     *     - `reject`: ends it, as another admin
                     *     - `withdraw`: takes it back, as the admin who asked
                     * @enum {string}
                     */
                    event: "confirm" | "reject" | "withdraw";
                };
            };
        };
        responses: {
            /** @description The erasure as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "createdAt" | "-createdAt" | "updatedAt" | "-updatedAt";
                /** @description Where it stands */
                status?: ("enabled" | "disabled")[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
                /** @description Changed at this moment or later. A change can show up to 20 seconds after its moment: ask from that much earlier than the last time, or follow the feed */
                updatedSince?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://example.com/hooks/isnad",
                 *       "headers": {
                 *         "authorization": "Bearer of-the-receiver"
                 *       },
                 *       "types": [
                 *         "claim.approved",
                 *         "claim.retracted"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uri
                     * @description Where events are posted to: http or https, and not inside a network
                     */
                    url: string;
                    /**
                     * @description Headers that are sent along, such as one that the receiver lets callers in by. What they hold is never shown again.
                     * @default {}
                     */
                    headers?: {
                        [key: string]: string;
                    };
                    /**
                     * @description Only events of these types; null: all of them
                     * @default null
                     */
                    types?: ("article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted")[] | null;
                    /** @default null */
                    description?: string | null;
                    /**
                     * @description The events of how many claims may be on their way at once; of one claim it is always one
                     * @default 4
                     */
                    concurrency?: number;
                    /** @description Begin behind this cursor of the feed; left out: with what happens next */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description The webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhook"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag you read; 412 when the webhook has changed since */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is called no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag of what you read: refused with 412 when it has changed since. Needed (428) where the change replaces a list or a set of texts */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "The news desk"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: uri
                     * @description Headers that were for the address before are not sent to a new one: give them again
                     */
                    url?: string;
                    /** @description Headers that are sent along, such as one that the receiver lets callers in by. What they hold is never shown again. */
                    headers?: {
                        [key: string]: string;
                    };
                    /** @description Holds for what is read of the feed from now on */
                    types?: ("article.created" | "article.changed" | "article.revised" | "source.created" | "source.changed" | "source.merged" | "source.split" | "instrument.recorded" | "scale.published" | "member.created" | "member.changed" | "key.created" | "key.rotated" | "key.revoked" | "privileged_change.asked" | "privileged_change.confirmed" | "privileged_change.rejected" | "privileged_change.withdrawn" | "privileged_change.lapsed" | "content.erased" | "content.redacted" | "policy.changed" | "checkpoint.signed" | "claim.submitted" | "claim.changed" | "claim.attributed" | "claim.related" | "claim.unrelated" | "claim.provision_linked" | "claim.evidence_added" | "claim.evidence_captured" | "claim.capture_failed" | "claim.capture_requested" | "claim.contact_recorded" | "claim.contact_withdrawn" | "claim.clash_arose" | "claim.became_contested" | "claim.ceased_contested" | "claim.accepted" | "claim.rejected" | "claim.merged" | "claim.merge_target_changed" | "claim.started" | "claim.released" | "claim.verdict_recorded" | "claim.approved" | "claim.returned" | "claim.withdrawn" | "claim.correction_started" | "claim.correction_canceled" | "claim.retracted" | "claim.reopened" | "claim.notice_proposed" | "claim.notice_approved" | "claim.notice_dropped" | "task.opened" | "task.assigned" | "task.taken" | "task.started" | "task.released" | "task.submitted" | "task.completed" | "task.returned" | "task.canceled" | "task.expired" | "task.extended" | "task.paused" | "task.resumed" | "task.prioritized" | "task.reminded" | "task.overdue" | "task.escalated" | "verdict.submitted" | "verdict.refused" | "verdict.edited" | "verdict.glass_broken" | "verdict.glass_unconfirmed" | "verdict.glass_lapsed" | "verdict.recheck_due" | "edition.changed" | "review.imported" | "review.changed" | "review.withdrawn" | "webhook.created" | "webhook.changed" | "webhook.secret_rotated" | "webhook.enabled" | "webhook.disabled" | "webhook.handed_on" | "webhook.replayed" | "webhook.gave_up" | "webhook.deleted")[] | null;
                    description?: string | null;
                    /** @description The events of how many claims may be on their way at once; of one claim it is always one */
                    concurrency?: number;
                };
            };
        };
        responses: {
            /** @description The webhook as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedWebhook"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            428: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listWebhookTransitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every move from the present status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTransitions"];
                };
            };
            /** @description What you have, by the ETag you sent, is what this would show */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    transitionWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag you read; 412 when the webhook has changed since */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event": "enable"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Enabled again, it goes on where it stopped, and nothing is left out
                     *
                     *     - `enable`: goes on where it stopped
                     *     - `disable`: stops it
                     * @enum {string}
                     */
                    event: "enable" | "disable";
                };
            };
        };
        responses: {
            /** @description The webhook as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag you read; 412 when the webhook has changed since */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 24
                 *     }
                 */
                "application/json": {
                    /**
                     * @description How long the secret before it signs as well; 0: not at all, for one that got out
                     * @default 24
                     */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description The new secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedSecret"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description How many items at most */
                limit?: number;
                /** @description Where to go on: the `next` of the page before */
                after?: string;
                /**
                 * @description The field by which the list is sorted, with `-` before it the other way round
                 *
                 *     A name sorts upwards, with `-` before it downwards.
                 */
                sort?: "attemptedAt" | "-attemptedAt";
                /**
                 * @description What came of it
                 * @example [
                 *       "failed",
                 *       "given_up"
                 *     ]
                 */
                outcome?: ("delivered" | "failed" | "given_up")[];
                /** @description Only attempts to deliver these events */
                event?: string[];
                /** @description Made at this moment or later */
                createdSince?: string;
                /** @description Made before this moment */
                createdBefore?: string;
            };
            header?: {
                /** @description The `ETag` of what you have: answered with 304, and nothing more, while that is what this would show */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    createWebhookReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
                /** @description The ETag you read; 412 when the webhook has changed since */
                "If-Match"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "yxFGxeWWeyJmZWVkIjoiMCIsIm9mIjoiIn0"
                 *     }
                 */
                "application/json": {
                    /** @description Everything behind this cursor is delivered again */
                    from: string;
                };
            };
        };
        responses: {
            /** @description The webhook, at its new place */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            412: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of your own that names this request, in quotes, such as a new UUID. Sent again with the same key within the days the operator keeps them (7 unless set otherwise), the same request has no further effect and gets the first answer again, with `Idempotent-Replayed: true`; a refusal by the operation (403, 404, 409, 422) is an answer; what is refused before it begins, `changed_meanwhile` and what failed on our side is not, and is tried anew. Another request with the same key: 422. The first one still under way: 409 with `Retry-After`. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example 01900000-0000-7000-8000-000000000000 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["AnyProblem"];
            401: components["responses"]["AnyProblem"];
            403: components["responses"]["AnyProblem"];
            404: components["responses"]["AnyProblem"];
            409: components["responses"]["AnyProblem"];
            413: components["responses"]["AnyProblem"];
            415: components["responses"]["AnyProblem"];
            422: components["responses"]["AnyProblem"];
            429: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It lives */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The process answers
                         * @constant
                         */
                        alive: true;
                    };
                };
            };
            400: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            503: components["responses"]["AnyProblem"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready; `degraded` names what is not well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether requests can be answered */
                        ready: boolean;
                        /** @description The reasons why not all is well although requests are answered */
                        degraded: string[];
                        /** @description Each part that it stands on */
                        parts: {
                            [key: string]: {
                                /** @description Whether it went well */
                                ok: boolean;
                                /** @description What is wrong, for machines */
                                reason?: string;
                                /** @description What is wrong, in words */
                                why?: string;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["AnyProblem"];
            500: components["responses"]["AnyProblem"];
            /** @description Not ready; `why` says what is missing */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whether requests can be answered */
                        ready: boolean;
                        /** @description The reasons why not all is well although requests are answered */
                        degraded: string[];
                        /** @description Each part that it stands on */
                        parts: {
                            [key: string]: {
                                /** @description Whether it went well */
                                ok: boolean;
                                /** @description What is wrong, for machines */
                                reason?: string;
                                /** @description What is wrong, in words */
                                why?: string;
                            };
                        };
                    };
                };
            };
        };
    };
}
