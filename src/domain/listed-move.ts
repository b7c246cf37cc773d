/** PURE: moves that are made on something else: a decision on the verdict, a submission on the task. */

/** `task`: by submitting the verdict that it asks for. */
export interface Elsewhere {
  of: 'claim' | 'verdict' | 'task';
  id: string;
}

/** A move as it is listed for somebody: allowed, or why not, and where it is made if not here. */
export interface ListedMove<Event extends string, Status extends string> {
  event: Event;
  to: Status;
  allowed: boolean;
  why: string | null;
  elsewhere?: Elsewhere;
}
