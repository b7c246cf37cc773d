import { z } from 'zod';
import { cleanAddress } from '../../domain/text/clean-address.js';
import { parseEdtf } from '../../domain/text/edtf.js';
import { canonicalLanguage } from '../../domain/text/language-tag.js';
import { isUuid, wholeUuid } from '../../domain/text/uuid.js';
import { faultOfUrl } from '../../domain/text/web-address.js';

/**
 * What inputs and answers are built from. Every object of the API is strict: a field nobody knows is refused
 * and named, never dropped in silence. Rules that a JSON Schema cannot say are checks, not transforms, so
 * the same schema describes both directions.
 */

const cleanPath = '[A-Za-z0-9][A-Za-z0-9._()-]{0,63}';

const refRule =
  'must be 1 to 64 letters, digits or . _ ( ) -, start with a letter or digit, and not be a UUID';

export const uuid = z.string().regex(wholeUuid, 'must be a UUID').toLowerCase().meta({ format: 'uuid' });

/** Never of UUID form, so that one path segment can hold either; a pattern that says so is refused by RE2. */
const refOf = (path: string, rule: string) =>
  z
    .string()
    .regex(new RegExp(`^${path}$`), rule)
    .refine((text) => !isUuid(text), rule);

/** SHA-256, as the editions are named. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits');

/** A short unique name: `C34`. */
export const ref = refOf(cleanPath, refRule);

/** UUIDs come out in lower case, as the database writes them. One look at each: five hundred may come at once. */
const idOr = (path: string) => {
  const pattern = `^${path}$`;
  const form = new RegExp(pattern);
  return z
    .string()
    .check((payload) => {
      if (isUuid(payload.value)) payload.value = payload.value.toLowerCase();
      else if (!form.test(payload.value))
        payload.issues.push(complaint(payload.value, 'must be a UUID or a ref'));
    })
    .meta({ pattern });
};

export const idOrRef = idOr(cleanPath);

/** JSON Schema counts characters, JavaScript UTF-16 units; the promise in the document is what is kept. */
const atMost = (max: number) => (payload: z.core.ParsePayload<string>) => {
  if (payload.value.length <= max || Array.from(payload.value).length <= max) return;
  payload.issues.push(complaint(payload.value, `must have at most ${String(max)} characters`));
};

/**
 * A rule about which fields of an object are given. Left to itself such a rule is passed over where any field is wrong, and
 * is only told of once that is mended.
 */
export const withRule = <S extends z.ZodType>(
  schema: S,
  holds: (given: z.output<S>) => boolean,
  message: string,
  path: string[] = [],
): S =>
  schema.refine(holds, {
    message,
    path,
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

export const complaint = (input: unknown, message: string, path: string[] = []): z.core.$ZodRawIssue => ({
  code: 'custom',
  input,
  message,
  path,
});

/**
 * A name or title: one line, NFC-normalized, trimmed, without control characters. Its length is looked at
 * first: normalizing one letter under ever so many combining marks takes quadratic time. `what` it is stands before how it
 * is kept.
 */
export const label = (max: number, what?: string) =>
  z
    .string()
    .max(4 * max, { error: `must have at most ${String(max)} characters`, abort: true })
    .normalize('NFC')
    .trim()
    .min(1, 'must not be empty')
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be one line without control characters')
    .check(atMost(max))
    // Every generator of clients reads this form; it cannot name the two separators of lines beyond ASCII.
    .meta({
      maxLength: max,
      pattern: '^[^\\x00-\\x1f\\x7f-\\x9f]*$',
      description: `${what === undefined ? '' : `${what}. `}One line; it is kept trimmed and in Unicode normalization form C (NFC)`,
    });

/** Free text of any number of lines, kept exactly as given. */
export const prose = (max: number) =>
  z.string().regex(/\S/, 'must not be blank').check(atMost(max)).meta({ minLength: 1, maxLength: max });

/** BCP 47, in canonical case: `AR-eg` comes out as `ar-EG`. */
export const languageTag = z
  .string()
  .check((payload) => {
    const tag = canonicalLanguage(payload.value);
    if (tag === undefined) payload.issues.push(complaint(payload.value, languageRule));
    else payload.value = tag;
  })
  .meta({ maxLength: 64, description: 'A BCP 47 language tag', examples: ['ar', 'en'] });

const languageRule = 'must be a BCP 47 language tag such as "ar" or "en-GB"';
const mostLanguages = 20;

/** Language tag → text. Two spellings of one tag are refused: one of the texts would be lost. */
export const byLanguage = <Inner extends z.ZodType>(inner: Inner) =>
  z
    .record(z.string(), inner)
    .check((payload) => {
      const given = Object.entries(payload.value);
      const canonical: Record<string, z.output<Inner>> = {};
      for (const [key, text] of given) {
        const tag = canonicalLanguage(key);
        if (tag === undefined) payload.issues.push(complaint(key, languageRule, [key]));
        else if (Object.hasOwn(canonical, tag))
          payload.issues.push(complaint(key, `names the language "${tag}" a second time`, [key]));
        else canonical[tag] = text;
      }
      if (given.length === 0) payload.issues.push(complaint(given, 'must hold at least one language'));
      if (given.length > mostLanguages)
        payload.issues.push(complaint(given, `must hold at most ${String(mostLanguages)} languages`));
      payload.value = canonical;
    })
    .meta({ minProperties: 1, maxProperties: mostLanguages, description: 'Texts by BCP 47 language tag' });

/** How another thing is named in an answer; `.extend` it with what else is said of it. */
export const reference = z.strictObject({ id: uuid, ref }).meta({ id: 'Reference' });

/** The same of a thing that has no ref. */
export const idReference = z.strictObject({ id: uuid }).meta({ id: 'IdReference' });

/** A date that may be partial or uncertain, kept as written. */
export const edtf = z
  .string()
  .max(64)
  .check((payload) => {
    const date = parseEdtf(payload.value);
    if (!date.ok) payload.issues.push(complaint(payload.value, date.message));
  })
  .meta({ description: 'An EDTF date (ISO 8601-2)', examples: ['2017-09', '2017-09-03', '2017?'] });

const urlForm = { format: 'uri', maxLength: 2048, description: 'An http or https URL without credentials' };

const tellFault = (payload: z.core.ParsePayload<string>): void => {
  const message = faultOfUrl(payload.value);
  if (message) payload.issues.push(complaint(payload.value, message));
};

/** Without what nobody sees, which came along when it was copied; the answer tells of it: repairs.ts. */
export const httpUrl = z.string().overwrite(cleanAddress).check(tellFault).meta(urlForm);

/** Compared letter by letter with what others say: nothing is taken out of it. */
export const exactHttpUrl = z
  .string()
  .check((payload) => {
    if (cleanAddress(payload.value) === payload.value) tellFault(payload);
    else payload.issues.push(complaint(payload.value, 'must hold no invisible characters'));
  })
  .meta(urlForm);

/** PostgreSQL knows no year 0. */
const afterYear0 = [
  (text: string) => text >= '0001',
  { error: 'must be after the year 0', abort: true },
] as const;

/** A moment, ISO 8601 in UTC: `2026-11-02T09:30:00.000Z`. */
export const instant = z.iso
  .datetime('must be a moment in UTC such as 2026-11-02T09:30:00Z')
  // PostgreSQL reads no fraction of hundreds of digits.
  .max(40, 'must have at most 40 characters')
  .refine(...afterYear0);

/** A day without a time: `2006-10-14`. */
export const day = z.iso.date('must be a day such as 2006-10-14').refine(...afterYear0);

/** A whole number where everything is text: query parameters. */
export const wholeNumber = ({ min, max }: { min: number; max: number }) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value),
    z
      .int(`must be a whole number from ${String(min)} to ${String(max)}`)
      .min(min)
      .max(max),
  );

/** `true` or `false` in a query. */
export const flag = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean('must be true or false'),
);

/** `a,b,c` in a query, or the name repeated: at least one, at most 50. To be described once it is optional. */
export const commaSeparated = <Inner extends z.ZodType>(inner: Inner) => {
  const schema = z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(inner).min(1).max(50),
  );
  several.set(schema, 'commas');
  return schema;
};

/** The same of what may hold commas itself: the name is repeated. */
export const repeated = <Inner extends z.ZodType>(inner: Inner) => {
  const schema = z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(inner).min(1).max(50),
  );
  several.set(schema, 'repeated');
  return schema;
};

const several = new WeakMap<z.core.$ZodType, 'commas' | 'repeated'>();

/** How a parameter takes several values, if it does. */
export const manyOf = (schema: z.core.$ZodType | undefined): 'commas' | 'repeated' | undefined =>
  schema && (several.get(schema) ?? (schema instanceof z.ZodOptional ? manyOf(schema.unwrap()) : undefined));

/** A place in a list, as an earlier answer gave it. */
export const cursorText = (rule: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, rule)
    .max(1024, rule);

/** The query of every list; `.extend` it with filters. */
export const pageQuery = z.strictObject({
  limit: wholeNumber({ min: 1, max: 200 }).default(50).describe('How many items at most'),
  after: cursorText('must be a cursor that an earlier page gave as `next`')
    .optional()
    .describe('Where to go on: the `next` of the page before'),
});

/** One page of a list; `next` is null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

/** Of a path that names one thing. */
export const idParams = z.strictObject({ id: idOrRef.describe('UUID or ref') });
