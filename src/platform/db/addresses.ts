import type { Env } from '../config/env.js';

/** Where a database is reached. */
export interface Addresses {
  /** As the application. */
  url: string;
  /** As the owner of the tables; the same where one role is both. */
  ownerUrl: string;
}

/** As set; undefined where none is, and an embedded database is used. */
export const addressesOf = ({
  databaseUrl: url,
  databaseOwnerUrl,
}: Pick<Env, 'databaseUrl' | 'databaseOwnerUrl'>): Addresses | undefined =>
  url === undefined ? undefined : { url, ownerUrl: databaseOwnerUrl ?? url };
