/** Claims to be entered, each on a quote of its own in an article made for it. */
import { ask, type Asked } from '../requests.js';
import type { Api } from '../stage.js';

const perArticle = 200;

/**
 * Bodies of `POST /v1/claims`, each with a chain of three: the article, whom it heard, and whom that one heard.
 * `after` so many that were made before.
 */
export async function makeNewClaims(
  { port, keys }: Pick<Api, 'port' | 'keys'>,
  count: number,
  { after = 0 } = {},
): Promise<object[]> {
  const claims: object[] = [];
  for (let number = 1 + Math.ceil(after / perArticle); claims.length < count; number++) {
    const quotes = Array.from(
      { length: perArticle },
      (_, index) => `Convoy ${String(number)} of lorry ${String(index + 1)} has arrived`,
    );
    const article = { title: `Convoy ${String(number)}`, language: 'en', text: `${quotes.join('. ')}.` };
    const { status, body } = await ask(port, {
      method: 'POST',
      path: '/v1/articles',
      key: keys.checker,
      body: article,
    });
    if (status !== 201) throw new Error(`an article was not entered: ${JSON.stringify(body)}`);
    const { ref } = body as { ref: string };
    claims.push(
      ...quotes.map((exact) => ({
        article: ref,
        kind: 'assertion',
        quote: { exact },
        attributions: chain,
      })),
    );
  }
  return claims;
}

export const entering = (body: object, key: string): Asked => ({
  method: 'POST',
  path: '/v1/claims',
  key,
  body,
});

const chain = [
  {
    source: 'bench-1-1',
    mode: 'direct',
    verb: 'announced',
    from: [{ source: 'bench-2-2', mode: 'indirect', verb: 'reported' }],
  },
];
