/**
 * Every key of the desk: what it does, on which screen, and the key by its place on the keyboard. Letters differ by
 * layout (an Arabic one yields ى for N), places do not.
 */
import type { Message } from '../language/words.js';

export interface Key {
  /** `KeyboardEvent.code`. */
  code: string;
  /** As it is printed. */
  printed: string;
  screen: 'all' | 'work' | 'review' | 'approve' | 'claim';
  /** With Ctrl, or with Command on a Mac: works inside text fields too. */
  command?: boolean;
  shift?: boolean;
  /** The code of the key that is pressed first. */
  after?: string;
  does: Message;
}

export const keys = {
  help: { code: 'Slash', printed: '?', screen: 'all', shift: true, does: 'keys.title' },
  palette: { code: 'KeyK', printed: 'Ctrl K', screen: 'all', command: true, does: 'palette.title' },
  search: { code: 'Slash', printed: '/', screen: 'all', does: 'keys.search' },
  'go-work': { code: 'KeyW', after: 'KeyG', printed: 'G W', screen: 'all', does: 'keys.goWork' },
  'go-claims': { code: 'KeyC', after: 'KeyG', printed: 'G C', screen: 'all', does: 'keys.goClaims' },
  undo: { code: 'KeyZ', printed: 'Z', screen: 'all', does: 'undo' },
  'next-task': { code: 'KeyN', printed: 'N', screen: 'work', does: 'work.next' },
  'next-quote': { code: 'BracketRight', printed: ']', screen: 'review', does: 'keys.nextQuote' },
  'previous-quote': { code: 'BracketLeft', printed: '[', screen: 'review', does: 'keys.previousQuote' },
  'back-to-quote': { code: 'KeyO', printed: 'O', screen: 'review', does: 'keys.backToQuote' },
  graph: { code: 'KeyD', printed: 'D', screen: 'review', does: 'graph.open' },
  'to-verdict': { code: 'KeyV', printed: 'V', screen: 'review', does: 'keys.toVerdict' },
  'add-evidence': { code: 'KeyA', printed: 'A', screen: 'review', does: 'evidence.add' },
  'insert-mark': {
    code: 'KeyE',
    printed: 'Ctrl E',
    screen: 'review',
    command: true,
    does: 'keys.insertMark',
  },
  'extend-lease': { code: 'KeyX', printed: 'X', screen: 'review', does: 'lease.extend' },
  'submit-verdict': {
    code: 'Enter',
    printed: 'Ctrl ↵',
    screen: 'review',
    command: true,
    does: 'verdict.submit',
  },
  'submit-next': {
    code: 'Enter',
    printed: 'Ctrl ⇧ ↵',
    screen: 'review',
    command: true,
    shift: true,
    does: 'verdict.submitNext',
  },
  approve: { code: 'KeyY', printed: 'Y', screen: 'approve', does: 'move.approve' },
  return: { code: 'KeyR', printed: 'R', screen: 'approve', does: 'move.return' },
  withdraw: { code: 'KeyW', printed: 'W', screen: 'approve', does: 'move.withdraw' },
  assign: { code: 'KeyP', printed: 'P', screen: 'claim', does: 'assign.to' },
  prioritize: { code: 'Digit1', printed: '!', screen: 'claim', shift: true, does: 'priority.set' },
} satisfies Record<string, Key>;

export type KeyName = keyof typeof keys;

/** What begins two keys in a row: what follows it is no key of its own. */
const leaders: ReadonlySet<string> = new Set(Object.values(keys).flatMap((key: Key) => key.after ?? []));
export const isLeader = (code: string | undefined): boolean => code !== undefined && leaders.has(code);

/** As it is printed on this device: Command stands where others have Ctrl. */
export const printedOf = ({ printed }: Key): string => (isApple() ? printed.replace('Ctrl', '⌘') : printed);

const isApple = (): boolean =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
