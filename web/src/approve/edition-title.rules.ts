/** PURE: what the edition of a verdict is called, and whether a verdict in this status has one. */
import type { Audience } from '../claims/audience.rules.js';

const published: readonly string[] = ['published', 'superseded', 'retracted'];

/** What is neither proposed nor was published has nothing that readers would get. */
export const hasEdition = (status: string): boolean => status === 'proposed' || published.includes(status);

/** The key of its message. Of one that was taken back while it was read, nobody got anything. */
export const editionTitle = (status: string, audience: Audience) =>
  status === 'proposed'
    ? (`approval.willBe.${audience}` as const)
    : published.includes(status)
      ? (`approval.was.${audience === 'everybody' ? 'read' : 'published'}` as const)
      : ('approval.notPublished' as const);
