import type { Publisher } from '../../domain/publishing/publisher.js';
import { withoutTrailingSlashes } from '../../domain/text/trim-slashes.js';

/** Which claim an address of a page names, and in which language; undefined where it is no page of ours. */
export function pageNamed(
  address: string,
  { url, reviewUrl }: Publisher,
): { ref: string; language?: string | undefined } | undefined {
  if (!URL.canParse(address)) return undefined;
  // As our own addresses are written: lower case and Punycode in the host, escapes elsewhere.
  const asked = new URL(address).href;
  const forms = [reviewUrl, `${url}/{language}/claims/{ref}`, `${url}/claims/{ref}`];
  for (const form of forms) {
    const whole = form.includes('?') ? asked : withoutTrailingSlashes(asked.split(/[?#]/)[0] ?? '');
    const found = patternOf(form).exec(whole)?.groups;
    if (found?.['ref'] !== undefined) return { ref: decoded(found['ref']), language: found['language'] };
  }
  return undefined;
}

const patternOf = (form: string): RegExp => {
  const literally = form.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${literally.replace('{ref}', '(?<ref>[^/?#&]+)').replaceAll('{ref}', '[^/?#&]+').replace('{language}', '(?<language>[A-Za-z0-9-]+)').replaceAll('{language}', '[A-Za-z0-9-]+')}$`,
  );
};

/** An escape that is broken names nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
