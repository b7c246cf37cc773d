/** What a screen of the desk offers, held against what the API lists for the same person at the same moment. */
import type { Page } from 'playwright-core';

export interface Listed {
  event: string;
  allowed: boolean;
  why: string | null;
  /** Given where the move is made elsewhere. */
  at?: string;
}

/** By kind of thing (`claim`, `task`, `verdict`, `notice-` and its digest, `second-` and the id of what takes a second person): its moves as the API lists them. */
export type AllListed = Partial<Record<string, readonly Listed[]>>;

export type Screen = 'claim' | 'task' | 'verdict' | 'work';

interface Control {
  /** `claim.accept` */
  move: string;
  off: boolean;
  /** Why it is off, as the screen has it. */
  why: string;
}

export const controlsOf = (page: Page): Promise<Control[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main [data-move]')].map((control) => ({
      move: control.dataset['move'] ?? '',
      off: control.hasAttribute('aria-disabled'),
      why: control.title,
    })),
  );

/** What each screen has a control for, where it is allowed. */
const offered: Readonly<Record<Screen, (move: string, all: Map<string, Listed>) => boolean>> = {
  claim: (move, all) =>
    move.startsWith('notice-') || (move.startsWith('claim.') && all.get(move)?.at === undefined),
  task: (move) =>
    ['task.take', 'task.start', 'task.release', 'task.pause', 'task.unpause', 'task.submit'].includes(move),
  // Out of turn only where it is not somebody's turn.
  verdict: (move, all) =>
    ['verdict.approve', 'verdict.return', 'verdict.withdraw', 'verdict.confirm'].includes(move) ||
    (move === 'verdict.break_glass' && all.get('verdict.approve')?.allowed !== true),
  work: (move) => move.startsWith('second-'),
};

/** What a screen that shows it says why not of, where it is refused. */
const explained: Readonly<Record<Screen, (move: string) => boolean>> = {
  claim: (move) => move.startsWith('notice-'),
  task: (move) => move === 'task.take',
  verdict: (move) => ['verdict.approve', 'verdict.return', 'verdict.withdraw'].includes(move),
  work: (move) => move.startsWith('second-'),
};

/** Where the screen and the API disagree, in words; nothing where they do not. */
export async function liesOf(page: Page, screen: Screen, listed: AllListed): Promise<string[]> {
  const all = new Map(
    Object.entries(listed).flatMap(([kind, moves = []]) =>
      moves.map((move): [string, Listed] => [`${kind}.${move.event}`, move]),
    ),
  );
  const controls = await controlsOf(page);
  const text = flat(await page.locator('main').innerText());
  const isSaid = (why: string | null | undefined): boolean =>
    typeof why === 'string' && text.includes(flat(why));
  const ofControls = controls.flatMap(({ move, off, why }) => {
    const known = all.get(move);
    if (!off) return known?.allowed === true ? [] : [`offers ${move}, which is not allowed`];
    if (known?.allowed) return [`refuses ${move}, which the API does not`];
    // There is no such move now: the screen says what comes first.
    if (known === undefined) return isSaid(why || null) ? [] : [`refuses ${move} without a reason`];
    return isSaid(known.why) ? [] : [`refuses ${move} without the reason of the API: ${String(known.why)}`];
  });
  const ofMoves = [...all].flatMap(([move, { allowed, why }]) => {
    const isOn = controls.some((control) => control.move === move && !control.off);
    if (allowed) return offered[screen](move, all) && !isOn ? [`holds back ${move}, which is allowed`] : [];
    return explained[screen](move) && !isSaid(why) ? [`does not say why not ${move}`] : [];
  });
  return [...ofControls, ...ofMoves];
}

const flat = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
