import { expect, it } from 'vitest';
import { createBoundedQueue } from '../../src/platform/bounded-queue.js';

const busy: unknown = expect.objectContaining({ code: 'too_much_at_once' });
const answer = (value: number) => () => Promise.resolve(value);

it('A queue does one thing after the other, and refuses what would wait too long', async () => {
  const inTurn = createBoundedQueue<number>(2);
  const begun: number[] = [];
  let end = (): void => undefined;
  const work = () => {
    begun.push(1);
    return new Promise<number>((resolve) => {
      end = () => {
        resolve(1);
      };
    });
  };
  const first = inTurn('first', work);
  const second = inTurn('second', () => {
    begun.push(2);
    return Promise.reject(new Error('it went wrong'));
  });
  let counted = 0;
  const onPlace = (): void => {
    counted++;
  };
  expect(() => inTurn('third', answer(3), { onPlace })).toThrow(busy);
  // What was refused is not counted; who asks for the same needs no place, and shares the answer.
  expect(counted).toBe(0);
  const same = inTurn('first', work, { onPlace });
  expect(counted).toBe(1);
  await Promise.resolve();
  expect(begun).toEqual([1]);
  end();
  expect(await Promise.all([first, same])).toEqual([1, 1]);
  await expect(second).rejects.toThrow('it went wrong');
  expect(begun).toEqual([1, 2]);
  await expect(inTurn('first', answer(3))).resolves.toBe(3);
});

it('A queue leaves out what nobody waits for any more, but not what one of two still waits for', async () => {
  const inTurn = createBoundedQueue<number>(3);
  const gone = { wanted: () => false };
  const left = inTurn('left', answer(1), gone);
  const shared = [inTurn('shared', answer(2), gone), inTurn('shared', answer(2))];
  await expect(left).rejects.toEqual(busy);
  expect(await Promise.all(shared)).toEqual([2, 2]);
});

it('A queue goes on after work that never ends, and takes no place where its cost is refused', async () => {
  const inTurn = createBoundedQueue<number>(2, 20);
  const never = inTurn('never', () => new Promise<number>(() => undefined));
  const refuse = (): never => {
    throw new Error('too dear');
  };
  expect(() => inTurn('dear', answer(1), { onPlace: refuse })).toThrow('too dear');
  const after = inTurn('after', answer(2));
  await expect(never).rejects.toEqual(busy);
  await expect(after).resolves.toBe(2);
});
