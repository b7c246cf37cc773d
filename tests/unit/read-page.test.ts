/** From bytes to title and text: encodings that lie, and pages made to hurt. */
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Header } from '../../src/capture/fetch-page.js';
import { readPage } from '../../src/capture/read-page.js';

const html = (type = 'text/html'): Header[] => [['content-type', type]];
const text = 'صرحت وزارة الخارجية الأمريكية بأن البلدين يتعاونان في مجال الصواريخ';

/** Each letter of the text as windows-1256 writes it. */
const codes = new Map(
  Array.from({ length: 128 }, (_, index) => [
    new TextDecoder('windows-1256').decode(Buffer.from([128 + index])),
    128 + index,
  ]),
);
const in1256 = (page: string): Buffer =>
  Buffer.from(Array.from(page, (character) => codes.get(character) ?? character.charCodeAt(0)));

describe('an Arabic page', () => {
  it.each([
    ['UTF-8, and says so', Buffer.from(`<p>${text}`), 'text/html; charset=utf-8', 'utf-8'],
    ['UTF-8, and says nothing', Buffer.from(`<p>${text}`), 'text/html', 'utf-8'],
    ['UTF-8, and says Latin', Buffer.from(`<p>${text}`), 'text/html; charset=iso-8859-1', 'utf-8'],
    ['UTF-8, and says Arabic Windows', Buffer.from(`<p>${text}`), 'text/html; charset=windows-1256', 'utf-8'],
    ['windows-1256 by its header', in1256(`<p>${text}`), 'text/html; charset="windows-1256"', 'windows-1256'],
    [
      'windows-1256 by its own word',
      in1256(`<meta http-equiv=content-type content="text/html; charset=cp1256"><p>${text}`),
      'text/html',
      'windows-1256',
    ],
    ['windows-1256, and says UTF-8', in1256(`<p>${text}`), 'text/html; charset=utf-8', 'windows-1256'],
    ['windows-1256, and says nothing', in1256(`<p>${text}`), 'text/html', 'windows-1256'],
    ['windows-1256, and says nonsense', in1256(`<p>${text}`), 'text/html; charset=klingon', 'windows-1256'],
    ['ISO-8859-6', isoOf(`<p>${text}`), 'text/html; charset=iso-8859-6', 'iso-8859-6'],
    [
      'UTF-16 by its mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`<p>${text}`, 'utf16le')]),
      'text/html; charset=utf-8',
      'utf-16le',
    ],
    ['UTF-16 by its header', Buffer.from(`<p>${text}`, 'utf16le'), 'text/html; charset=utf-16', 'utf-16le'],
  ])('in %s is read', async (_what, bytes, type, charset) => {
    expect(await readPage(html(type), bytes)).toMatchObject({ charset, excerpt: text });
  });

  it('with a byte or two broken is still read in the encoding it names', async () => {
    const bytes = Buffer.concat([Buffer.from(`<p>${text.repeat(5)}`), Buffer.from([0xd8])]);
    const read = await readPage(html('text/html; charset=utf-8'), Buffer.concat([bytes, Buffer.from(' x')]));
    expect([read.charset, read.excerpt?.startsWith(text)]).toEqual(['utf-8', true]);
  });
});

/** ISO 8859-6 is the code chart, shifted. */
function isoOf(page: string): Buffer {
  return Buffer.from(
    Array.from(page, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x80 ? code : code - 0x060c + 0xac;
    }),
  );
}

it('a page in Russian that names no encoding is read in the old one of its language', async () => {
  const bytes = Buffer.concat([
    Buffer.from('<html lang=ru><p>'),
    Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
  ]);
  expect(await readPage(html(), bytes)).toMatchObject({
    charset: 'windows-1251',
    language: 'ru',
    excerpt: 'Привет',
  });
});

describe('what is no page to read', () => {
  const nothing = { charset: null, title: null, excerpt: null, textSha256: null };
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(400)]);
  it.each([
    ['an image', 'image/png', png],
    ['an image that is called a page', 'text/html', png],
    ['a PDF that is called nothing', undefined, Buffer.from('%PDF-1.7\n<html><p>polyglot')],
    ['a PDF', 'application/pdf', Buffer.from('%PDF-1.7\n<html><p>polyglot')],
    ['bytes', 'application/octet-stream', Buffer.from('<html><p>no')],
    ['an unreadable type', 'text/html/x; charset', Buffer.from([0, 1, 2, 3])],
  ])('%s has no text', async (_what, type, bytes) => {
    expect(await readPage(type === undefined ? [] : html(type), bytes)).toMatchObject(nothing);
  });

  it('has neither text nor title where it is empty', async () => {
    expect(await readPage(html(), Buffer.alloc(0))).toMatchObject({ title: null, excerpt: null });
  });

  it('is text all the same where it is called nothing and looks like it, or is plain', async () => {
    expect(await readPage([], Buffer.from('<!DOCTYPE html><title>T</title><p>Told'))).toMatchObject({
      title: 'T',
      excerpt: 'Told',
    });
    expect(await readPage(html('text/plain'), Buffer.from('<b>as it is</b>\n\nsecond'))).toMatchObject({
      title: null,
      excerpt: '<b>as it is</b>\nsecond',
    });
    expect((await readPage(html('application/ld+json'), Buffer.from('{"a": 1}'))).excerpt).toBe('{"a": 1}');
  });
});

describe('a compressed answer', () => {
  const encoded = (encoding: string): Header[] => [...html(), ['content-encoding', encoding]];
  it.each([
    ['gzip', gzipSync('<p>Told')],
    ['deflate', deflateRawSync('<p>Told')],
  ])('in %s is read', async (encoding, bytes) => {
    expect((await readPage(encoded(encoding), bytes)).excerpt).toBe('Told');
  });

  it.each([
    ['that is a bomb', 'gzip', gzipSync(Buffer.alloc(100_000_000, 'a'), { level: 9 })],
    ['that is none', 'gzip', Buffer.from('<p>Told')],
    ['in what nobody knows', 'constructor', Buffer.from('<p>Told')],
    ['that breaks off', 'gzip', gzipSync('<p>Told').subarray(0, 12)],
  ])('%s has no text', async (_what, encoding, bytes) => {
    expect(await readPage(encoded(encoding), bytes)).toMatchObject({ mediaType: 'text/html', excerpt: null });
  });
});

describe('a hostile page', () => {
  const read = (page: string) => readPage(html('text/html; charset=utf-8'), Buffer.from(page));

  it.each([
    ['<div>'.repeat(1_000_000), 'nested'],
    ['<article><nav>'.repeat(300_000), 'nested beside its matter'],
    ['<a href=x>'.repeat(400_000), 'of links that never end'],
    [`<p ${'a=b '.repeat(1_000_000)}>`, 'with a million attributes'],
    ['<p>a'.repeat(1_000_000), 'of a million paragraphs'],
    ['&lt;'.repeat(1_000_000), 'of a million entities'],
    ['<!--'.repeat(1_000_000), 'of comments'],
    ['<'.repeat(4_000_000), 'of brackets'],
    ['</title>'.repeat(500_000), 'that closes what it never opened'],
    ['<meta charset'.repeat(300_000), 'that never says its encoding'],
    [`<title>${'ا'.repeat(1_000_000)}</title>`, 'with a title of a megabyte'],
    [`<title>${'a '.repeat(1_000_000)}`, 'whose title never ends'],
  ])('is read without harm', async (page) => {
    const { title, excerpt } = await read(page);
    expect(Array.from(title ?? '').length).toBeLessThanOrEqual(300);
    expect(Array.from(excerpt ?? '').length).toBeLessThanOrEqual(1_500);
  });

  it('keeps nothing that cannot be stored', async () => {
    const { title, excerpt } = await read('<title>a\0&#xD800;b</title><p>c\0d&#0;e&#x110000;f');
    expect([title, excerpt]).toEqual(['a\uFFFD\uFFFDb', 'c\uFFFDd\uFFFDe\uFFFDf']);
  });

  it('has its scripts, styles and templates left out, and its text read though its tags are wrong', async () => {
    const page =
      '<TITLE>One</TITLE><svg><title>Two</title></svg><style>p{}</style><template>x</template><p>Told</b> <i>here<script>alert("<p>no")</script></p><textarea>x</textarea>';
    expect(await read(page)).toMatchObject({ title: 'One', excerpt: 'Told here' });
  });
});
