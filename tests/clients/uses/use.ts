/** What each client is put to: a tool enters a claim, finds it again by filters, and accepts it. */
export type Use = (given: { url: string; key: string; quote: string }) => Promise<Used>;

interface Standing {
  ref: string;
  status: string;
}

export interface Used {
  created: Standing;
  listed: Standing[];
  accepted: Standing;
}

const article = 'putin-pyongyang-2024';

export const newClaim = (quote: string) => ({
  article,
  kind: 'denial' as const,
  quote: { exact: quote },
  topics: ['arms-transfer'],
  attributions: [{ source: 'russia', verb: 'نفت', mode: 'direct' as const }],
});

/** Denials of the first article that nobody has looked at yet, the newest first. */
export const filter = {
  status: ['submitted' as const],
  kind: ['denial' as const],
  article: [article],
  sort: '-createdAt' as const,
  limit: 100,
};
