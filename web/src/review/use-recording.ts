/** What may be recorded of a claim beside its moves, as the API says it of this member. */
import { useQuery } from '@tanstack/react-query';
import { claimMoves } from '../api/claims.js';
import { useMe } from '../session/session.js';

interface Refused {
  /** Why glosses, notes of evidence and answers may not be written; undefined where they may, and until it is known. */
  words: string | undefined;
  /** The same of relations, and of who was asked. */
  facts: string | undefined;
}

/** `claim`: its id. */
export function useRecording(claim: string): Refused {
  const enabled = useMe().permissions.includes('record');
  const { recording } = useQuery({ ...claimMoves(claim), enabled }).data ?? {};
  return { words: recording?.words.why ?? undefined, facts: recording?.facts.why ?? undefined };
}
