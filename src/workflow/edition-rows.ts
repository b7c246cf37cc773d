/** PURE: the rows of a change that are about editions: published or read ones, notices, decisions out of turn. */
import type { Change } from './change.js';
import { columnsOf } from './columns.js';
import type { DocketNotice } from './docket.js';

/** The edition that is published or given to read. */
export function editionRows({ docket, published, proposed }: Change) {
  const { claim, now, lastRevision } = docket;
  const verdict = docket.edition?.ingredients.verdict.id;
  const common = { claim: claim.id, verdict };
  return {
    proposals: proposed
      ? [
          {
            ...common,
            digest: proposed.digest,
            document: proposed.document,
            toldAt: proposed.announced ? now : null,
            comparedTo: docket.edition?.position,
          },
        ]
      : [],
    editions: published
      ? [
          {
            ...common,
            digest: published.digest,
            document: published.document,
            manner: published.manner,
            revision: lastRevision + 1,
            publishedAt: now,
          },
        ]
      : [],
  };
}

/** New notices, and those that were decided on. */
export function noticeRows({ before, docket: { claim, now, notices } }: Change) {
  if (notices === before.notices) return {};
  const isNew = ({ digest }: DocketNotice): boolean => !before.notices.some((one) => one.digest === digest);
  return {
    notices: {
      added: notices.filter(isNew).map(({ digest, mark, revision, by, document }) => ({
        digest,
        mark,
        revision,
        by,
        document,
        claim: claim.id,
        at: now,
      })),
      decided: notices
        .filter((one) => !isNew(one) && !before.notices.includes(one))
        .map(({ digest, status, decidedBy }) => ({ digest, status, by: decidedBy, at: now })),
    },
  };
}

export function glassRow({ before, docket: { glassBreak } }: Change) {
  if (glassBreak === before.glassBreak) return {};
  const { verdictId } = glassBreak ?? before.glassBreak ?? {};
  const row = glassBreak && {
    ...columnsOf(glassBreak, [
      'verdictId',
      'digest',
      'reason',
      'note',
      'acknowledge',
      'askedAt',
      'escalatedAt',
    ]),
    by_id: glassBreak.by.id,
    second_id: glassBreak.second.id,
  };
  return { glassBreak: { verdict_id: verdictId, row } };
}
