import type { RequestBurst, Tally } from './request-burst.js';
import type { Subscribers } from './subscribers.js';

export interface Submissions {
  port: number;
  checker: string;
  reader: string;
  /** Open reviews, each with its claim. */
  reviews: { task: string; claim: string }[];
}

/** What can be asked for, and what comes back of it. */
export interface Orders {
  aim: { given: { name: string; burst: RequestBurst }; done: null };
  fire: { given: { name: string; connections: number; ms: number; count?: number }; done: Tally };
  gather: { given: Subscribers; done: null };
  tell: { given: { claim: string; request: string; limitMs: number }; done: number[] };
  leave: { given: null; done: null };
  submit: { given: Submissions; done: number[] };
}
export type Order = { [Name in keyof Orders]: { do: Name; given: Orders[Name]['given'] } }[keyof Orders];
export type Report = { done: unknown } | { failed: string };
