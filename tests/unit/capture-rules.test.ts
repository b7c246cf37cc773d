import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  captureFailureCodes,
  changeSince,
  faultOfStatus,
  mostTries,
  secondsUntilNext,
} from '../../src/domain/evidence/capture.js';
import { createCookieJar } from '../../src/capture/cookie-jar.js';
import { findRefresh } from '../../src/capture/meta-refresh.js';
import { faultOfPage } from '../../src/domain/evidence/page-fault.js';
import { asAttachment, fileNameFor } from '../../src/domain/evidence/file-name.js';
import { chooseText, clip, tidy, type Block } from '../../src/domain/evidence/readable.js';

describe('a failed capture', () => {
  it('is tried again only a few times, each time later, and only where that is of use', () => {
    const again = captureFailureCodes.filter((code) => secondsUntilNext(code, 1) !== undefined);
    expect(again).toEqual([
      'unreachable',
      'too_slow',
      'broken',
      'empty',
      'too_many_requests',
      'server_error',
      'not_stored',
    ]);
    for (const code of again) {
      const waits = Array.from({ length: mostTries }, (_, tries) => secondsUntilNext(code, tries + 1));
      expect(waits).toEqual([30, 300, undefined]);
    }
  });

  it.each([
    [200, undefined],
    [204, undefined],
    [299, undefined],
    [304, 'unexpected_status'],
    [400, 'unexpected_status'],
    [401, 'denied'],
    [403, 'denied'],
    [404, 'not_found'],
    [410, 'not_found'],
    [429, 'too_many_requests'],
    [451, 'denied'],
    [500, 'server_error'],
    [999, 'server_error'],
  ])('tells what the status %i means', (status, fault) => {
    expect(faultOfStatus(status)).toBe(fault);
  });
});

describe('a page that answers well', () => {
  const faultOf = (title: string | null, url = 'https://news.example/a') =>
    faultOfPage({ asked: 'https://news.example/a', url, size: 1, title })?.code;

  it.each([
    'مقتل 404 مدنيين في غزة',
    'ارتفاع عدد القتلى إلى 404',
    'Погибли 404 человека',
    'Not found guilty: the minister goes free',
  ])('is there though its title speaks so: %s', (title) => {
    expect(faultOf(title)).toBeUndefined();
  });

  it.each(['404', '– 404 –', '404: not here', 'Not Found', 'Not found | News', '«الصفحة غير موجودة»'])(
    'says with its title that it is not there: %s',
    (title) => {
      expect(faultOf(title)).toBe('not_found');
    },
  );

  it.each(['/2024/06/putin-kim-sign-in-pyongyang', '/monde/panne-de-connexion-internet-en-russie'])(
    'is no login though its address speaks of one: %s',
    (path) => {
      expect(faultOf(null, `https://news.example${path}`)).toBeUndefined();
    },
  );

  it.each(['/login', '/en/sign-in/', '/wp-login.php', '/account/connexion;a=1'])('is a login: %s', (path) => {
    expect(faultOf(null, `https://news.example${path}`)).toBe('login_needed');
  });
});

describe('where a page sends its reader at once', () => {
  const refresh = '<meta http-equiv="refresh" content="0; url=/there">';
  const findIn = (html: string) => findRefresh(Buffer.from(html));

  it.each([
    `<!-- ${refresh} -->`,
    `<!-- ${refresh}`,
    `<script>document.write('${refresh}')</script>`,
    `<template>${refresh}</template>`,
    `<noscript>${refresh}</noscript>`,
  ])('is nowhere in %s', (html) => {
    expect(findIn(`<html><head>${html}<title>x</title>`)).toBeUndefined();
  });

  it.each([refresh, `<!-->${refresh}`, `<!-- a --><script>b</script>${refresh}<!-- c -->`])(
    'is told by %s',
    (html) => {
      expect(findIn(html)).toBe('/there');
    },
  );
});

describe('cookies of a capture', () => {
  it.each([
    ['b=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'a=1'],
    ['b=1; Max-Age=0', 'a=1'],
    ['b=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60', 'a=1; b=1'],
    ['b=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT', 'a=1; b=1'],
    ['b=1; Expires=one day', 'a=1; b=1'],
  ])('are kept until their end: %s', (line, sent) => {
    const cookies = createCookieJar();
    const url = 'https://news.example/';
    cookies.keep(url, ['a=1', 'b=0', line]);
    expect(cookies.headerFor(url)).toBe(sent);
  });
});

describe('what became of a page', () => {
  const seen = (sha256: string, textSha256: string | null) => ({ sha256, textSha256 });
  it.each([
    [undefined, seen('a', 't'), 'first'],
    [seen('a', 't'), seen('a', 't'), 'same'],
    [seen('a', 't'), seen('b', 't'), 'same_text'],
    [seen('a', 't'), seen('b', 'u'), 'changed'],
    [seen('a', null), seen('b', null), 'changed'],
  ] as const)('%o, and now %o: %s', (before, now, change) => {
    expect(changeSince(before, now)).toBe(change);
  });
});

describe('the name of a file', () => {
  const url = 'https://example.org/files/report%20one.pdf?x=1';
  it.each([
    [undefined, 'report one.pdf'],
    ['attachment; filename="a b.pdf"', 'a b.pdf'],
    ['attachment; filename=plain.txt', 'plain.txt'],
    [`attachment; filename="x.pdf"; filename*=UTF-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf`, 'تقرير.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\windows\\evil.exe"', 'evil.exe'],
    ['attachment; filename="a\r\nSet-Cookie: x=1"', 'aSet-Cookie_ x=1'],
    [`attachment; filename*=UTF-8''a%0D%0Ab%00c`, 'abc'],
    [`attachment; filename*=UTF-8''%E2%80%AEfdp.exe`, 'fdp.exe'],
    ['attachment; filename=".htaccess"', 'htaccess'],
    ['attachment; filename="..."', 'report one.pdf'],
    ['attachment; filename', 'report one.pdf'],
  ])('for %j is %j', (disposition, name) => {
    expect(fileNameFor(url, disposition)).toBe(name);
  });

  it('is never empty, never a path, and fits a header, whatever the page says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (path, given) => {
        const name = fileNameFor(
          `https://example.org/${encodeURIComponent(path)}`,
          `attachment; filename="${given}"`,
        );
        expect(name).toMatch(/^[^/\\\p{Cc}]+$/u);
        const header = asAttachment(name);
        expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w!.~%-]+$/);
        const [, whole = ''] = /filename\*=UTF-8''(.+)$/.exec(header) ?? [];
        expect(decodeURIComponent(whole)).toBe(name);
      }),
    );
  });
});

describe('the text of a page', () => {
  const block = (text: string, more: Partial<Block> = {}): Block => ({
    text,
    linked: 0,
    aside: false,
    matter: false,
    ...more,
  });
  const long = 'كلمة '.repeat(40).trim();

  it('is its article where it marks one, without what stands beside it', () => {
    const blocks = [block('Menu', { aside: true }), block('Teaser'), block(long, { matter: true })];
    expect(chooseText(blocks)).toBe(long);
  });

  it('is what is not beside it where the article is empty, and anything rather than nothing', () => {
    expect(chooseText([block('Loading', { matter: true }), block('Told here')])).toBe('Loading\nTold here');
    expect(chooseText([block('Menu', { aside: true })])).toBe('Menu');
    expect(chooseText([])).toBe('');
  });

  it('leaves out lists of links, unless there is nothing else', () => {
    const links = block('More More More', { linked: 14 });
    expect(chooseText([links, block('Told here')])).toBe('Told here');
    expect(chooseText([links])).toBe('More More More');
  });

  it('keeps bidirectional controls, and nothing that cannot be kept', () => {
    expect(tidy(' a\u202Eb\u200F \n\t c\0d\u001be\ud800 ')).toBe('a\u202Eb\u200F c\uFFFDd\uFFFDe\uFFFD');
  });

  it('is cut between words, and never in the middle of a character', () => {
    expect(clip('قال المتحدث اليوم', 12)).toBe('قال المتحدث…');
    expect(clip('𐎀'.repeat(50), 10)).toBe(`${'𐎀'.repeat(9)}…`);
    expect(clip('short', 10)).toBe('short');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        expect(Array.from(clip(text, most)).length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
