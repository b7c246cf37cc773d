import { describe, expect, it } from 'vitest';
import {
  claimStatuses,
  claimTable,
  movesAt,
  owedStage,
  type ClaimMoveName,
} from '../../src/domain/claim/lifecycle.js';
import { eventTypes } from '../../src/domain/event/types.js';
import { jobsFor } from '../../src/jobs.js';
import { idForEvent, idForSweep, type Job } from '../../src/platform/queue/job.js';
import { idOfSweep } from '../../src/platform/queue/sweep.js';
import { isJobName, type JobName, jobNames, jobs } from '../../src/jobs.js';

const subjectId = '019ab000-0000-7000-8000-000000000001';
const claimId = '019ab000-0000-7000-8000-000000000002';
const namesFor = (type: string): string[] => jobsFor({ type, subjectId, claimId }).map(({ name }) => name);

describe('which events owe which work', () => {
  it('records a verdict that was submitted', () => {
    expect(jobsFor({ type: 'verdict.submitted', subjectId, claimId })).toEqual([
      { name: 'record-verdict', payload: { verdictId: subjectId } },
    ]);
  });

  it('captures the page of evidence that is new, or that is to be captured again', () => {
    const evidenceId = '019ab000-0000-7000-8000-000000000003';
    for (const type of ['claim.evidence_added', 'claim.capture_requested'])
      expect(jobsFor({ type, subjectId, claimId, evidenceId })).toEqual([
        { name: 'capture-evidence', payload: { evidenceId } },
      ]);
    expect(jobsFor({ type: 'claim.evidence_captured', subjectId, claimId, evidenceId })).toEqual([]);
  });

  it('opens the task of the claim whose task expired, not of the task', () => {
    expect(jobsFor({ type: 'task.expired', subjectId, claimId })).toEqual([
      { name: 'open-task', payload: { claimId } },
    ]);
  });

  // Only `start` does not: it is made by whoever holds the review task that the next status owes.
  const moves = claimStatuses.flatMap((status) =>
    (Object.keys(claimTable[status]) as ClaimMoveName[])
      .filter((event) => event !== 'start')
      .flatMap((event) => movesAt(status, event)),
  );
  it.each(moves)('asks for the task owed after $happens, which leads to $to', ({ to, eventType }) => {
    const opened = namesFor(eventType).filter((name) => name === 'open-task');
    expect(opened).toEqual(owedStage[to] === null ? [] : ['open-task']);
  });

  it('asks for the first task of a new claim', () => {
    expect(namesFor('claim.submitted')).toEqual(['open-task']);
  });

  it('owes nothing for what has no claim, and for types it does not know', () => {
    expect(jobsFor({ type: 'claim.submitted', subjectId, claimId: null })).toEqual([]);
    expect(namesFor('claim.abducted')).toEqual([]);
    expect(namesFor('toString')).toEqual([]);
  });

  it.each(eventTypes)('owes after %s only work whose payload the contract takes', (type) => {
    for (const job of jobsFor({ type, subjectId, claimId })) {
      expect(jobs[job.name as JobName].payload.safeParse(job.payload).error).toBeUndefined();
    }
  });
});

describe('the ids of jobs', () => {
  const job: Job = { name: 'open-task', payload: { claimId } };
  const at = Date.UTC(2026, 10, 24, 12);

  it('are the same for the same event, and different for different ones', () => {
    expect(idForEvent(job, subjectId)).toBe(idForEvent(job, subjectId));
    expect(idForEvent(job, subjectId)).not.toBe(idForEvent(job, claimId));
  });

  it('of what a sweep finds are new within a minute, so that a job kept as done hides nothing', () => {
    expect(idForSweep(job, at)).not.toBe(idForSweep(job, at + 30_000));
    expect(idForSweep(job, at)).not.toBe(idForEvent(job, claimId));
    expect(idForSweep(job, at)).not.toBe(
      idForSweep({ name: 'open-task', payload: { claimId: subjectId } }, at),
    );
  });

  it('let several processes call for one sweep per interval', () => {
    expect(idOfSweep(at)).toBe(idOfSweep(at + 19_999));
    expect(idOfSweep(at)).not.toBe(idOfSweep(at + 20_000));
  });

  it('are ones that the queue takes: no colon, not a number', () => {
    for (const id of [idForEvent(job, subjectId), idForSweep(job, at), idOfSweep(at)]) {
      expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
    }
  });
});

it('knows jobs by name, and nothing else', () => {
  expect(jobNames.every(isJobName)).toBe(true);
  expect(isJobName('constructor')).toBe(false);
});
