import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameParser, type Frame } from '../../client/frames.js';

const read = (...pieces: string[]): Frame[] => {
  const parser = createFrameParser();
  return pieces.flatMap((piece) => parser.read(piece));
};

describe('the frames of an event stream', () => {
  it('are data with the id they came with', () => {
    expect(read('id: 7\ndata: one\n\n')).toEqual([{ id: '7', data: 'one' }]);
  });

  it('join several lines of data, and take away one space and no more', () => {
    expect(read('data:one\ndata:  two\ndata\n\n')).toEqual([{ id: undefined, data: 'one\n two\n' }]);
  });

  it('keep the id until there is another; an id without data moves it on', () => {
    expect(read('id: 7\n\ndata: a\n\nid: 8\n\n')).toEqual([
      { id: '7', data: undefined },
      { id: '7', data: 'a' },
      { id: '8', data: undefined },
    ]);
  });

  it('are not made by comments, by other fields, nor by an end in the middle', () => {
    expect(read(': still here\n\nevent: x\nid\0: 1\n\ndata: cut off\n')).toEqual([]);
  });

  it('ignore an id with NUL, and take the time to come back only where it is a number', () => {
    const parser = createFrameParser();
    expect(parser.read('id: a\0b\nretry: soon\ndata: x\n\n')).toEqual([{ id: undefined, data: 'x' }]);
    expect(parser.retryMs()).toBeUndefined();
    parser.read('retry: 2000\n\n');
    expect(parser.retryMs()).toBe(2000);
  });

  it('are the same with every end of a line, wherever the pieces are cut', () => {
    const field = fc.constantFrom(
      'data: كوريا الشمالية',
      'data',
      'id: 1',
      'id: 2',
      ': note',
      'data: {"a":1}',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(field, { maxLength: 12 }),
        fc.constantFrom('\n', '\r', '\r\n'),
        fc.array(fc.nat(200), { maxLength: 6 }),
        (lines, end, cuts) => {
          const written = (mark: string): string => [...lines, '', ''].join(mark);
          const text = written(end);
          const places = cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b);
          const pieces = [0, ...places].map((from, at) => text.slice(from, places[at]));
          expect(read(...pieces)).toEqual(read(written('\n')));
        },
      ),
    );
  });
});
