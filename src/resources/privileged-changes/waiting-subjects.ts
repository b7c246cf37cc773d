/** Whose identities were asked for, while the change waits: shown to who may confirm it, and not to who reads the database. */
import { digestOfIdentity, type Digests } from '../../platform/auth/credential-digests.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';

interface Asked {
  issuer: string;
  /** Without it, the identity is named by its digest. */
  subject?: string | undefined;
}

const about = (changeId: string): string => `subjects of ${changeId}`;

/** Null where there is none. */
export function sealSubjects(
  box: Pick<SecretBox, 'seal'>,
  changeId: string,
  asked: readonly Asked[],
): Uint8Array<ArrayBuffer> | null {
  const subjects = asked.flatMap(({ issuer, subject }) =>
    subject === undefined ? [] : [{ issuer, subject }],
  );
  return subjects.length === 0
    ? null
    : box.seal(Buffer.from(JSON.stringify(subjects), 'utf8'), about(changeId));
}

/** What was asked for with these subjects: each beside the digest that it has, and beside no other. */
export function withSubjects(
  box: Digests & Pick<SecretBox, 'open'>,
  { id, wanted }: { id: string; wanted: Record<string, unknown> },
  sealed: Uint8Array | null,
): Record<string, unknown> {
  if (sealed === null) return wanted;
  const text = Buffer.from(box.open(sealed, about(id))).toString('utf8');
  const subjects = JSON.parse(text) as { issuer: string; subject: string }[];
  const known = new Map(subjects.map((one) => [digestOfIdentity(box, one), one]));
  const identities = ((wanted['identities'] ?? []) as { digest: string }[]).map((one) => ({
    ...one,
    ...known.get(one.digest),
  }));
  return { ...wanted, identities };
}
