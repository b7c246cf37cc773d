/** What the first start enters so that every example has something to name; see prisma/seed/examples.ts. */

/** Claims that are marked as a test, by where they are in their life. */
export const exampleClaims = {
  published: 'example-published',
  withNotice: 'example-with-notice',
  withoutNotice: 'example-without-notice',
  inReview: 'example-in-review',
  toSubmit: 'example-to-submit',
  toApprove: 'example-to-approve',
  toEdit: 'example-to-edit',
} as const;

/** How the rest of it is called or described. */
export const exampleNames = {
  article: 'example-article',
  /** Somebody who is yet to be added, and the second admin it waits for, who has left. */
  member: 'example-editor',
  admin: 'example-admin',
  /** No host has this name: a first start fetches nothing. */
  page: 'https://isnad.invalid/page',
  receiver: 'https://example.com/hooks/isnad',
  keys: { kept: 'Example', ending: 'Example, to be ended', rotated: 'Example, to be rotated' },
  webhooks: { kept: 'Example', deleted: 'Example, to be deleted' },
} as const;
