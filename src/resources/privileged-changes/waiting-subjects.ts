/** Whose identities were asked for, while the change waits: shown to who may confirm it, and not to who reads the database. */
import { digestOfIdentity, type Digests } from '../../platform/auth/credential-digests.js';
import type { Db } from '../../platform/db/client.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import { findHolders } from './identity-holders.js';
import { findSubjects } from './privileged-change.repository.js';

interface Subject {
  issuer: string;
  subject: string;
}

const about = (changeId: string): string => `subjects of ${changeId}`;

/** Null where there is none. */
export function sealSubjects(
  box: Pick<SecretBox, 'seal'>,
  changeId: string,
  /** Without a subject, one is named by its digest. */
  asked: readonly (Pick<Subject, 'issuer'> & { subject?: string | undefined })[],
): Uint8Array<ArrayBuffer> | null {
  const subjects = asked.flatMap(({ issuer, subject }) =>
    subject === undefined ? [] : [{ issuer, subject }],
  );
  return subjects.length === 0
    ? null
    : box.seal(Buffer.from(JSON.stringify(subjects), 'utf8'), about(changeId));
}

/** What was asked for, each identity with its subject, where it was given, and with the member who has or had it. */
export async function withOwners(
  db: Db,
  box: Digests & Pick<SecretBox, 'open'>,
  { id, wanted }: { id: string; wanted: Record<string, unknown> },
): Promise<Record<string, unknown>> {
  const identities = (wanted['identities'] ?? []) as { digest: string }[];
  if (identities.length === 0) return wanted;
  const sealed = await findSubjects(db, id);
  const subjects = sealed ? openSubjects(box, id, sealed) : [];
  // Each beside the digest that it has, and beside no other.
  const given = new Map(subjects.map((one) => [digestOfIdentity(box, one), one]));
  const holders = new Map((await findHolders(db, box, identities)).map((one) => [one.digest, one]));
  return {
    ...wanted,
    identities: identities.map((one) => ({ ...one, ...holders.get(one.digest), ...given.get(one.digest) })),
  };
}

function openSubjects(box: Pick<SecretBox, 'open'>, changeId: string, sealed: Uint8Array): Subject[] {
  const text = Buffer.from(box.open(sealed, about(changeId))).toString('utf8');
  return JSON.parse(text) as Subject[];
}
