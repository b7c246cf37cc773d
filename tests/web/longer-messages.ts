/** The desk in words that are longer than those it was drawn with. */
import type { Page } from 'playwright-core';

interface Part {
  type: number;
  value?: unknown;
  options?: Record<string, { value: Part[] }>;
}

const by = 0.4;
const lengthen = (text: string): string =>
  text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const letters = Array.from(word);
    return word + letters.slice(0, Math.ceil(letters.length * by)).join('');
  });

const lengthenParts = (parts: readonly Part[]): Part[] =>
  parts.map((part) => ({
    ...part,
    // 0 is a literal text of a message.
    ...(part.type === 0 && typeof part.value === 'string' && { value: lengthen(part.value) }),
    ...(part.options && {
      options: Object.fromEntries(
        Object.entries(part.options).map(([name, { value }]) => [name, { value: lengthenParts(value) }]),
      ),
    }),
  }));

/** From the next page on, each word of the desk's own is 1.4 times as long. */
export async function speakLonger(page: Page): Promise<void> {
  await page.route(/\/assets\/(?:ar|en)-[^/]+\.js$/, async (route) => {
    const answer = await route.fetch();
    const source = await answer.text();
    const { default: messages } = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as {
      default: Record<string, Part[]>;
    };
    const longer = Object.fromEntries(
      Object.entries(messages).map(([name, parts]) => [name, lengthenParts(parts)]),
    );
    await route.fulfill({
      contentType: 'text/javascript',
      body: `const m=${JSON.stringify(longer)};export{m as default}`,
    });
  });
}
