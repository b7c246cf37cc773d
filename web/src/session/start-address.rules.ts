/** PURE: where a browser goes to sign in at the provider, and where it comes back to. */

/** As many characters as the API takes of where they were. */
const longestPlace = 2_000;

/** They come back to where they are now; where that is too long to be kept on the way, without what they had searched for. */
export const startAddress = (
  start: string,
  { pathname, search }: { pathname: string; search: string },
): string => {
  const here = `${pathname}${search}`;
  return `${start}?to=${encodeURIComponent(here.length > longestPlace ? pathname : here)}`;
};
