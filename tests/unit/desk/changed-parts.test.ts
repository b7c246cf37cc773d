import { describe, expect, test } from 'vitest';
import { namePart, nameParts, partsOf } from '../../../src/domain/edition/changed-parts.js';
import { sentencesOf } from '../../../src/domain/inbox/sentences.js';
import { anEdition } from './an-edition.js';

describe('what has changed of an edition', () => {
  test('has a name for each field, in both languages', () => {
    const fields = Object.keys(anEdition).filter((name) => name !== 'form');
    expect(fields.length).toBeGreaterThan(8);
    for (const field of fields) {
      const [part, ...more] = partsOf([`/${field}`]);
      expect(more).toEqual([]);
      if (part === undefined) throw new Error(`${field} has no name`);
      expect(namePart(part, 'en')).toMatch(/^(the|when|what) /);
      expect(namePart(part, 'ar')).toMatch(/^[\u0600-\u06ff ]+$/);
    }
  });

  test('is named once, by the nearest name there is, and in its order', () => {
    expect(partsOf(['/claim/glosses', '/claim/ref', '/article/url', '/article/title', '/chain'])).toEqual([
      ...['glosses', 'claim', 'article', 'chain'],
    ]);
    expect(partsOf(['/somethingNew/of'])).toEqual([]);
  });

  test('stands in the sentence of the inbox', () => {
    const values = { stage: null, reason: null, actor: null, changed: ['/claim/glosses', '/evidence'] };
    const { ar, en } = sentencesOf('edition.changed', values);
    expect(en).toContain('(the claim in other words, the evidence)');
    expect(ar).toContain('(الادعاء بعبارة أخرى، الأدلة)');
    expect(sentencesOf('edition.changed', { ...values, changed: null }).en).not.toContain('(');
    expect(nameParts(['evidence'], 'ar')).toBe('الأدلة');
  });
});
