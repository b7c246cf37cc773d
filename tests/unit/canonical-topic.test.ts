import { expect, it } from 'vitest';
import { canonicalTopic } from '../../src/domain/text/canonical-topic.js';
import { topic } from '../../src/workflow/command.schema.js';

it.each([
  ['اقتصاد', 'اقتصاد'],
  ['اقتصـاد', 'اقتصاد'],
  ['ﺍﻗﺘﺼﺎﺩ', 'اقتصاد'],
  ['اِقتِصاد', 'اقتصاد'],
  ['\u200Fاقتصاد\u200F', 'اقتصاد'],
  ['انتخابات-٢٠٢٤', 'انتخابات-2024'],
  ['کتاب\u200Cخانه', 'کتاب\u200Cخانه'],
  ['\u200Cکتاب\u200C-\u200C\u200Cخانه\u200C', 'کتاب-خانه'],
  ['e\u0301nergie', 'énergie'],
  ['नीति', 'नीति'],
  ['arms-transfer', 'arms-transfer'],
])('%j is kept as %j', (given, kept) => {
  expect(topic.parse(given)).toBe(kept);
  expect(canonicalTopic(canonicalTopic(given))).toBe(canonicalTopic(given));
});

it.each(['ـ', '\u200F', 'A', 'a b', '-a'])('%j is no topic', (given) => {
  expect(topic.safeParse(given).success).toBe(false);
});
