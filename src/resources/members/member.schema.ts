import { z } from 'zod';
import { topic } from '../../workflow/command.schema.js';
import { patchOf } from '../../platform/http/patch.js';
import {
  digest,
  exactHttpUrl,
  idOrRef,
  instant,
  label,
  languageTag,
  pageOf,
  ref,
  uuid,
  withRule,
} from '../../platform/http/schema.js';
import { languages as languagesOfWords } from '../../domain/text/languages.js';
import { permissions, roles } from '../../domain/access/rules.js';

export const memberKinds = ['person', 'tool'] as const;
const kind = z.enum(memberKinds);
const role = z.enum(roles);
const name = label(200);
const unique = (items: readonly string[]): boolean => new Set(items).size === items.length;
const languages = z.array(languageTag).max(50).refine(unique, 'must not name a language twice');
const topics = z.array(topic).max(100).refine(unique, 'must not name a topic twice');

const wipLimit = z
  .int()
  .min(1)
  .max(1000)
  .nullable()
  .describe("How many tasks they hold at most; null: the desk's own limit");
const awayEndsAt = instant
  .refine((moment) => moment >= '2000', 'must lie after the year 2000')
  .nullable()
  .describe('No work is handed to them before this moment');

/** A subject is given once and kept as a digest; by that it is named where it stays, or moves. */
const identity = withRule(
  z.strictObject({
    issuer: exactHttpUrl.describe('`iss` of their tokens, exactly'),
    subject: z
      .string()
      .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters without spaces')
      .exactOptional()
      .describe('`sub` of their tokens'),
    digest: digest
      .exactOptional()
      .describe('In place of the subject: its digest, as the member shows it who has or had it'),
  }),
  (given) => (given.subject === undefined) !== (given.digest === undefined),
  'must have a subject or a digest',
);
export type GivenIdentity = z.output<typeof identity>;

export interface Identity {
  issuer: string;
  digest: string;
}

const identities = z
  .array(identity)
  .max(20)
  .describe('Who they are to identity providers: with a token of one of them they need no key');

export const newMember = z.strictObject({
  ref: ref.refine((name) => name !== 'me', 'means whoever asks'),
  kind,
  name,
  role: role.describe('A tool can only be a reader'),
  languages: languages.default([]).describe('Languages they can check claims in'),
  topics: topics.default([]).describe('Topics they know'),
  wipLimit: wipLimit.exactOptional(),
  identities: identities.exactOptional(),
});
export type NewMember = z.output<typeof newMember>;

export const memberPatch = patchOf({
  name: name.exactOptional(),
  role: role.exactOptional(),
  languages: languages.exactOptional(),
  topics: topics.exactOptional(),
  active: z.boolean().exactOptional().describe('false: none of their keys works any more'),
  awayEndsAt: awayEndsAt.exactOptional(),
  wipLimit: wipLimit.exactOptional(),
  identities: identities.exactOptional(),
  override: z
    .boolean()
    .exactOptional()
    .describe(
      'true: also where verdicts that wait are left with nobody to decide on them, or published claims with nobody to correct them, which the event says',
    ),
}).refine((patch) => Object.keys(patch).join() !== 'override', 'must change something');
export type MemberPatch = z.output<typeof memberPatch>;

const language = z
  .enum(languagesOfWords)
  .nullable()
  .describe('Of the words around; null: as the browser asks');
const digits = z.enum(['latin', 'arabic_indic']).nullable().describe('null: as the language has them');
const shortcuts = z
  .record(
    z.string().regex(/^[a-zA-Z][a-zA-Z0-9._-]{0,63}$/, 'must be the name of an action'),
    z.string().min(1).max(64).nullable(),
  )
  .refine((given) => Object.keys(given).length <= 200, 'must not have more than 200')
  .describe(
    'What a key does at the desk (the list under `?` has it) → the key by its place on the keyboard, as browsers call it (`KeyJ`, `Shift+Digit2`, `Ctrl+Enter`); null: none. What is not named has its usual key',
  );

/** What everybody settles for themselves. */
export const ownPatch = patchOf({
  awayEndsAt: awayEndsAt.exactOptional(),
  language: language.exactOptional(),
  digits: digits.exactOptional(),
  shortcuts: shortcuts.exactOptional(),
});
export type OwnPatch = z.output<typeof ownPatch>;

export const memberParams = z.strictObject({ id: idOrRef });

export const member = z
  .strictObject({
    id: uuid,
    ref: z.string(),
    kind,
    name: z.string(),
    role,
    languages: z.array(z.string()),
    topics: z.array(z.string()),
    active: z.boolean(),
    awayEndsAt: instant.nullable(),
    wipLimit: z.int().nullable().describe("null: the desk's own limit"),
    identities: z
      .array(
        z.strictObject({
          issuer: z.string(),
          digest: digest.describe('What issuer and subject are known by here'),
        }),
      )
      .describe('Their subjects are not kept, but for a digest under a key outside the database'),
    version: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Member' });
export type Member = z.output<typeof member>;

export const memberPage = pageOf(member).meta({ id: 'MemberPage' });

export const me = z
  .strictObject({
    id: uuid,
    ref: z.string(),
    name: z.string(),
    role,
    awayEndsAt: instant.nullable().describe('You are handed no work before this moment'),
    wipLimit: z.int().nullable().describe("How many tasks you hold at most; null: the desk's own limit"),
    permissions: z.array(z.enum(permissions)).describe('What operations may ask for and this key holds'),
    publicReading: z
      .boolean()
      .describe('Whether what is published can be read here without a key: `PUBLIC_READING`'),
    language,
    digits,
    shortcuts,
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof me>;
