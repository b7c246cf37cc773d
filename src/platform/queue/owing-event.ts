/** An event as far as it says which work it owes. */
export interface OwingEvent {
  type: string;
  subjectId: string;
  claimId: string | null;
  /** The evidence that the event is about, where it is. */
  evidenceId?: string | null;
  /** Milliseconds until the event's task has to be looked at again, where something will fall due on it. */
  checkInMs?: number | null;
}
