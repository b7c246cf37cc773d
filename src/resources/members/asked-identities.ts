/** Identities as an admin asks for them: by their subjects, or by the digests of those that somebody here has or had. */
import { hashOfIdentities } from '../../domain/access/identities-hash.js';
import { digestOfIdentity } from '../../platform/auth/credential-digests.js';
import type { Tx } from '../../platform/db/client.js';
import { newId } from '../../platform/db/new-id.js';
import { Failure } from '../../platform/errors.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import { findHolders } from '../privileged-changes/identity-holders.js';
import type { AskedIdentities } from '../privileged-changes/second-person.js';
import { sealSubjects } from '../privileged-changes/waiting-subjects.js';
import type { GivenIdentity, Identity } from './member.schema.js';

type Secrets = Pick<SecretBox, 'digest' | 'seal'>;

export const nameIdentity = (
  secrets: Pick<SecretBox, 'digest'>,
  { issuer, subject, digest }: GivenIdentity,
): Identity => ({ issuer, digest: digest ?? digestOfIdentity(secrets, { issuer, subject }) });

/** Throws where one is named twice, by its subject and by its digest too. */
export function nameIdentities(secrets: Secrets, given: readonly GivenIdentity[]): Identity[] {
  const identities = given.map((one) => nameIdentity(secrets, one));
  const twice = identities.findIndex(
    ({ digest }, place) => identities.findIndex((one) => one.digest === digest) < place,
  );
  if (twice !== -1)
    throw new Failure('invalid', 'One of these identities is named twice.', {
      code: 'identity_named_twice',
      faults: [
        { in: 'body', pointer: `/identities/${String(twice)}`, message: 'must not name an identity twice' },
      ],
    });
  return identities;
}

/** A digest says to nobody whose it is: without a subject, the second person would agree to they know not whom. */
export async function requireKnown(
  tx: Tx,
  secrets: Secrets,
  given: readonly GivenIdentity[] = [],
): Promise<void> {
  const byDigest = given.flatMap(({ issuer, digest }) => (digest === undefined ? [] : [{ issuer, digest }]));
  const holders = await findHolders(tx, secrets, byDigest);
  const faults = given.flatMap(({ issuer, digest }, place) =>
    digest === undefined || holders.some((one) => one.issuer === issuer && one.digest === digest)
      ? []
      : [
          {
            in: 'body' as const,
            pointer: `/identities/${String(place)}/digest`,
            message: 'must be of an identity that a member has or had',
          },
        ],
  );
  if (faults.length > 0)
    throw new Failure('invalid', 'Nobody here has or had this identity: name it by its subject.', {
      code: 'unknown_identity',
      faults,
    });
}

/** What a change that waits keeps of them. Undefined where none are asked for. */
export function askedIdentities(
  secrets: Secrets,
  given: readonly GivenIdentity[] | undefined,
): AskedIdentities | undefined {
  if (given === undefined) return undefined;
  const id = newId();
  const digests = nameIdentities(secrets, given).map(({ digest }) => digest);
  return { change: id, subjects: sealSubjects(secrets, id, given), hash: hashOfIdentities(id, digests) };
}
