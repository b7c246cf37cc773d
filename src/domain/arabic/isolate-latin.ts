/** What in an Arabic form is written in Latin letters and would be turned round there: `quoted` names, paths, names with signs in them, several words. */
const turned = new RegExp(
  [
    '`[^`]+`',
    String.raw`"[^"\p{Script=Arabic}{}]+"(?:: \w+)?`,
    String.raw`/[a-z]\w*(?:[-_/.]\w+)*`,
    String.raw`[A-Za-z]\w*\[\{\w+\}\]`,
    String.raw`\p{Nd}+(?:[-/.:]\w+)+`,
    String.raw`(?<![\w{])[A-Za-z]\w*(?:(?:[-_/.]| )(?:[A-Za-z]\w*|\p{Nd}+))+`,
  ].join('|'),
  'gu',
);

/** With each of them isolated, from left to right. */
export const isolateLatin = (arabic: string): string =>
  arabic.replace(turned, (latin) => `\u2066${latin}\u2069`);
