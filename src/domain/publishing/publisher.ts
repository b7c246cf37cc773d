/** PURE: who publishes, and where a review of theirs is found. */

export interface Publisher {
  name: string;
  /** Where the public reaches this API, without a slash at the end: its origin. */
  url: string;
  /** The page of a review, with {ref} and perhaps {language} in it. */
  reviewUrl: string;
  /** Where readers report an error: an address of mail or of a page. */
  contact?: string | undefined;
}

/** Whether there is a page in each language, or one for all. */
export const hasPageByLanguage = ({ reviewUrl: form }: Publisher): boolean => form.includes('{language}');

/** Whether its pages stand where these do. A map of a site names no other. */
export const hasPagesHere = ({ url, reviewUrl: form }: Publisher): boolean => form.startsWith(`${url}/`);

export const reviewUrl = ({ reviewUrl: form }: Publisher, ref: string, language: string): string =>
  form.replaceAll('{ref}', encodeURIComponent(ref)).replaceAll('{language}', language);
