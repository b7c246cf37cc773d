/** The kinds of settings: each with its default as it is written in `.env.example`, and how it is read. */
import { statSync } from 'node:fs';
import { z } from 'zod';
import { readAllowance, type Allowance } from '../../domain/access/allowance.js';
import { roles, type Role } from '../../domain/access/rules.js';

/** Empty counts as not set, as in `REDIS_URL= npm start`. */
const optional = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

/** A whole number. */
export function whole(fallback: number, { min, max }: { min: number; max: number }) {
  const needed = `must be a whole number from ${String(min)} to ${String(max)}`;
  return {
    default: String(fallback),
    schema: z.preprocess(
      (value) => (value === undefined || value === '' ? fallback : value),
      z.coerce.number(needed).int(needed).min(min, needed).max(max, needed),
    ),
  };
}

/** A text that passes the check, or the default. */
export const text = (fallback: string, check: (value: string) => boolean, otherwise: string) => ({
  default: fallback,
  schema: optional
    .refine((value) => value === undefined || check(value), otherwise)
    .transform((value) => value ?? fallback),
});

/** Whether it can be written in one line that is seen. */
export const isOneLine = (value: string): boolean => value.trim() !== '' && !/\p{Cc}/u.test(value);

export const oneOf = <const Choice extends string>(fallback: Choice, choices: readonly Choice[]) => ({
  default: fallback,
  schema: z.preprocess(
    (value) => (value === undefined || value === '' ? fallback : value),
    z.enum(choices, `must be one of ${choices.join(', ')}`),
  ),
});

/** Nothing where it is not set; else what passes the check. */
export const checked = (check: (value: string) => boolean, otherwise: string) => ({
  default: '',
  schema: optional.refine((value) => value === undefined || check(value), otherwise),
});

/** A folder, made where there is none. */
export const isFolder = (path: string): boolean =>
  isOneLine(path) && statSync(path, { throwIfNoEntry: false })?.isDirectory() !== false;

/** Comma separated. */
export const names = {
  default: '',
  schema: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine(
      (all) => all.every((name) => /^\S+$/.test(name)),
      'must be names without blanks, comma separated',
    ),
};

export const isHttpUrl = (value: string): boolean => /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value);

const webAddress = (value: string): URL | undefined => {
  const url = isHttpUrl(value) ? new URL(value) : undefined;
  // What stands in what everybody reads holds no password.
  return url?.username === '' && url.password === '' ? url : undefined;
};

/** What all paths of a site begin with, as requests have it: lower case, Punycode, no port that goes without saying. */
export const origin = {
  default: '',
  schema: optional.transform((value, context) => {
    if (value === undefined) return undefined;
    const url = webAddress(value);
    if (url?.pathname.replace(/^\/+$/, '') === '' && !/[?#]/.test(value)) return url.origin;
    context.addIssue(
      url === undefined
        ? 'must be an http(s) address, without name and password'
        : 'must be scheme and host alone, such as https://desk.example: pages and the API stand at the root of a host, so a path before them, ? and # cannot work',
    );
    return z.NEVER;
  }),
};

/** An http(s) address with names in braces that stand for a part of it; as requests have it. */
export const addressForm = (needed: string, others: readonly string[]) => ({
  default: '',
  schema: optional.transform((value, context) => {
    if (value === undefined) return undefined;
    const url = value.includes(needed) ? webAddress(value) : undefined;
    if (url)
      return [needed, ...others].reduce((form, name) => form.replaceAll(encodeURI(name), name), url.href);
    context.addIssue(`must be an http(s) address with ${needed} in it, without name and password`);
    return z.NEVER;
  }),
});

const isOrigin = (value: string): boolean =>
  /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;

/** Comma separated, as browsers send them. */
export const origins = {
  default: '',
  schema: names.schema.refine(
    (all) => all.every(isOrigin),
    'must be origins such as https://tools.example.org, without a path, comma separated',
  ),
};

/** Comma separated; what means nothing is named. */
export const allowances = {
  default: '',
  schema: z
    .string()
    .default('')
    .transform((text, context) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .flatMap((part): Allowance[] => {
          const allowance = readAllowance(part);
          if (allowance) return [allowance];
          context.addIssue(`${part} is neither a range of addresses (10.0.0.0/8) nor host:port`);
          return [];
        }),
    ),
};

/** `60000`, or with exceptions `60000,reader=120000`: a number for each role. */
export const byRole = (fallback: number) => ({
  default: String(fallback),
  schema: z
    .string()
    .optional()
    .transform((text, context) => {
      const [general, ...exceptions] = (text === undefined || text === '' ? String(fallback) : text).split(
        ',',
      );
      const given = exceptions.map((each) => /^\s*(\w+)\s*=\s*(\d{1,9})\s*$/.exec(each));
      const known = given.every((each) => (roles as readonly string[]).includes(each?.[1] ?? ''));
      if (!/^\s*\d{1,9}\s*$/.test(general ?? '') || !known) {
        context.addIssue('must be a number, with exceptions such as "60000,reader=120000" where wanted');
        return z.NEVER;
      }
      const own = new Map(given.map((each) => [each?.[1], Number(each?.[2])]));
      return Object.fromEntries(roles.map((role) => [role, own.get(role) ?? Number(general)])) as Record<
        Role,
        number
      >;
    }),
});
