/** `isnad watch`: what is shown, from changes to the lines of a terminal. */
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { StatusChange } from '../../client/client.js';
import type { ClaimStatus, CloudEvent } from '../../client/generated/api.js';
import {
  applyChange,
  changedFields,
  describeClaim,
  differenceOf,
  emptyBoard,
  happeningsOf,
  setTrouble,
  type Board,
} from '../../src/cli/watch/board.js';
import { cut, fit, tame } from '../../src/cli/watch/cell.js';
import { placeColumns } from '../../src/cli/watch/columns.js';
import { nextMoment } from '../../src/cli/watch/live.js';
import { draw, markedMs, roomFor } from '../../src/cli/watch/picture.js';
import { linesOf } from '../../src/cli/watch/plain.js';

const quote = 'زوّدت كوريا الشمالية روسيا بصواريخ وذخائر';

const status = (more: Partial<ClaimStatus> = {}): ClaimStatus => ({
  id: '01a20c02-6d5c-737d-b3f3-a214632e35f5',
  ref: 'C34',
  status: 'submitted',
  rating: null,
  revision: null,
  contested: true,
  underCorrection: false,
  mergedInto: null,
  updatedAt: '2026-11-24T05:23:35.815Z',
  version: 14,
  ...more,
});
const event = (type: CloudEvent['type'], more: Partial<CloudEvent> = {}): CloudEvent => ({
  specversion: '1.0',
  id: 'an-event',
  source: '/v1/feed',
  type,
  subject: 'claim/1',
  time: '2026-11-24T05:23:37.735Z',
  cursor: '1',
  claim: 'C34',
  ...more,
});
const accepted: StatusChange = {
  status: status({ status: 'open', version: 16 }),
  was: status(),
  events: [event('claim.accepted', { actor: 'editor' }), event('task.completed', { actor: 'editor' })],
};
const first = (of: ClaimStatus): StatusChange => ({ status: of, was: undefined, events: [] });

describe('what a change says', () => {
  it('names the fields that are not what they were; of a claim seen first, none', () => {
    expect(changedFields(accepted)).toEqual(['status', 'version']);
    expect(changedFields(first(status()))).toEqual([]);
  });

  it('tells one happening for each event, and with the last of them what has become of the claim', () => {
    expect(happeningsOf(accepted).map(({ what }) => what)).toEqual([
      'claim.accepted by editor',
      'task.completed by editor: status submitted → open',
    ]);
  });

  it('names the claim that another was merged into, once', () => {
    const merged = {
      status: 'merged',
      mergedInto: { id: '01a20c02-6d5c-737d-b3f3-a214632e35f6', ref: 'C10', ended: null },
    } as const;
    const change = { status: status(merged), was: status(), events: [] };
    expect(differenceOf(change)).toBe('status submitted → merged, merged into – → C10');
    expect(
      changedFields({ status: status(structuredClone(merged)), was: status(merged), events: [] }),
    ).toEqual([]);
  });

  it('writes what is not there as a dash, and yes and no as words', () => {
    const was = status();
    const published = status({ status: 'published', rating: 'mostly-true', revision: 1, contested: false });
    expect(differenceOf({ status: published, was, events: [] })).toBe(
      'status submitted → published, rating – → mostly-true, revision – → 1, contested yes → no',
    );
  });

  it('is a line for what a claim is at first, and one for each thing that happens to it', () => {
    expect(linesOf(first(status({ underCorrection: true, rating: 'false', revision: 2 })))).toEqual([
      '2026-11-24T05:23:35.815Z C34 submitted, rating false, revision 2, contested, under correction, version 14',
    ]);
    expect(linesOf(accepted)).toEqual([
      '2026-11-24T05:23:37.735Z C34 claim.accepted by editor',
      '2026-11-24T05:23:37.735Z C34 task.completed by editor: status submitted → open',
    ]);
  });

  it('is told from the status alone where the events were missed', () => {
    expect(linesOf({ ...accepted, events: [] })).toEqual([
      '2026-11-24T05:23:35.815Z C34 status submitted → open',
    ]);
  });
});

describe('text in a column', () => {
  /** Letters of both directions, marks that take no room, wide signs, and what would steer a terminal. */
  const anyText = fc
    .array(
      fc.constantFrom('كوريا', 'ّ', 'ـ', ' ', 'Putin', '北', '😀', '👨‍👩‍👧', '\u001b[2J', '\u202E', '\n', 'é'),
    )
    .map((parts) => parts.join(''));

  it('is exactly as wide as the column, whatever it is', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, width) => {
        expect(stringWidth(fit(text, width))).toBe(width);
      }),
    );
  });

  it('is cut between characters, with an ellipsis, and only where it has to be', () => {
    expect(cut(quote, 11)).toBe('زوّدت كوريا…');
    expect(cut(quote, stringWidth(quote))).toBe(quote);
    expect(cut('👨‍👩‍👧👨‍👩‍👧', 3)).toBe('👨‍👩‍👧…');
    expect(cut('北京', 2)).toBe('…');
    expect(cut('x', 0)).toBe('');
  });

  it('keeps its direction to itself when it is written from right to left', () => {
    expect(fit('كوريا', 8)).toBe('\u2068كوريا\u2069   ');
    expect(fit('Korea', 8)).toBe('Korea   ');
  });

  it('neither moves the cursor, nor colors the screen, nor turns what follows', () => {
    expect(tame('a\u001b[31mb\r\nc\u202Ed\u2066e\u2028f')).toBe('a [31mb c d e f');
    fc.assert(fc.property(anyText, (text) => !/[\p{Cc}\u202A-\u202E]/u.test(tame(text))));
  });
});

describe('columns', () => {
  const row = { status: status(), changedAt: {}, text: quote };
  const titles = (width: number): string[] => placeColumns([row], width).map(({ title }) => title);

  it('have all their room on a wide terminal, and the claim takes the rest of it', () => {
    const placed = placeColumns([row], 160);
    expect(placed.map(({ title }) => title)).toEqual([
      'ref',
      'status',
      'rating',
      'rev',
      'contested',
      'under correction',
      'version',
      'changed',
      'claim',
    ]);
    expect(placed.reduce((sum, { width }) => sum + width + 2, -2)).toBe(160);
  });

  it('go one after the other while it gets narrower; ref and status stay', () => {
    expect(titles(60)).toEqual(['ref', 'status', 'rating', 'rev', 'contested', 'under correction']);
    expect(titles(30)).toEqual(['ref', 'status', 'rating']);
    expect(titles(5)).toEqual(['ref', 'status']);
  });

  it('are as wide as what they show, but not without end', () => {
    const long = { ...row, status: status({ rating: 'x'.repeat(80) }) };
    expect(placeColumns([long], 200).find(({ title }) => title === 'rating')?.width).toBe(24);
  });
});

describe('the picture', () => {
  const board = (claims: number): Board => {
    let made = emptyBoard;
    for (let number = 1; number <= claims; number++) {
      const ref = `C${String(number)}`;
      made = describeClaim(applyChange(made, first(status({ ref })), 0), ref, quote);
    }
    return made;
  };
  const view = { title: 'Isnad', width: 100, height: 24, scrolled: 0, now: 0 };

  it('is never larger than the terminal, whatever its size and whatever is shown', () => {
    const happened = applyChange(board(60), accepted, 0);
    fc.assert(
      fc.property(
        fc.record({ width: fc.integer({ min: 1, max: 200 }), height: fc.integer({ min: 1, max: 60 }) }),
        fc.nat(100),
        fc.boolean(),
        (size, scrolled, isAway) => {
          const shown = isAway ? setTrouble(happened, 'the API is away', 0) : happened;
          const lines = draw(shown, { ...view, ...size, scrolled });
          expect(lines.length).toBeLessThanOrEqual(size.height);
          expect(Math.max(0, ...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(size.width);
        },
      ),
      { numRuns: process.env['LONG'] === '1' ? 1_000 : 30 },
    );
  });

  it('shows the claim in its own words and what happened below, newest last', () => {
    const shown = draw(applyChange(board(40), accepted, 0), view).join('\n');
    expect(shown).toContain('Isnad · 40 claims · live');
    expect(shown).toMatch(/task\.completed by editor: status submitted → open$/);
    expect(shown).toContain('\u2068زوّدت');
  });

  it('marks what has changed, and that alone, until it is old', () => {
    const changed = applyChange(board(40), accepted, 1_000);
    const lineOf = (now: number): string =>
      draw(changed, { ...view, scrolled: 33, now }).find((line) => line.startsWith('C34')) ?? '';
    const isMarked = (cell: string, now: number): boolean => lineOf(now).includes(`\x1b[7m${cell} `);
    expect(['open', '16', 'C34', 'yes'].map((cell) => isMarked(cell, 1_000))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isMarked('open', 1_000 + markedMs)).toBe(false);
    expect(lineOf(1_000 + markedMs)).toContain(' open ');
    expect(nextMoment(changed, 1_000)).toBe(markedMs);
    expect(nextMoment(changed, 1_000 + markedMs)).toBeUndefined();
  });

  it('says for how long there has been no connection, since the first failure', () => {
    const away = setTrouble(setTrouble(board(1), 'refused', 1_000), 'refused again', 5_000);
    expect(draw(away, { ...view, now: 9_000 })[0]).toContain(
      'No connection for 8 s, trying again: refused again',
    );
    expect(nextMoment(away, 9_000)).toBe(1_000);
    expect(draw(setTrouble(away, undefined, 9_000), view)[0]).toContain('live');
  });

  it('leaves a third for what happens, and says how many claims are not shown', () => {
    expect([roomFor(3, 24), roomFor(100, 24), roomFor(100, 2)]).toEqual([3, 13, 1]);
    expect(draw(board(40), { ...view, scrolled: 5 }).join('\n')).toContain(
      '5 above · 22 below · arrow keys scroll · q ends',
    );
  });
});
