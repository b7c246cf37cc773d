/** Every regular expression of the product is given texts made to keep it busy, cut from its own source. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';

interface Found {
  where: string;
  source: string;
  flags: string;
}

function findExpressions(): Found[] {
  const files = ts.sys
    .readDirectory(
      projectRoot,
      ['.ts'],
      ['dist', 'node_modules', '**/generated'],
      ['src', 'workers', 'client'],
    )
    .map((file) => file.slice(projectRoot.length + 1));
  return files.flatMap((file) => {
    const text = readFileSync(join(projectRoot, file), 'utf8');
    const found: Found[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const at = node.text.lastIndexOf('/');
        found.push({ where: file, source: node.text.slice(1, at), flags: node.text.slice(at + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
    return found;
  });
}

const length = 20_000;
const common = [
  'a',
  'A',
  '0',
  ' ',
  '\t',
  '\n',
  '-',
  '.',
  '/',
  '"',
  '\\',
  'ع',
  '\u0640',
  '\u064B',
  '٣',
  '<',
  '&',
];

/** Runs of plain characters in it, one and two of them at a time. */
function piecesOf({ source }: Found): string[] {
  const plain = source.split(/[\\^$.*+?()[\]{}|]+/).filter((run) => run !== '' && run.length < 40);
  return [
    ...new Set([...common, ...plain, ...plain.map((run) => `${run}a`), ...plain.map((run) => `${run} `)]),
  ];
}

/** Milliseconds of the processor: what else the machine does is not counted. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** They only ever see a setting, a host name, or an address in a header, which is shorter than 16 KiB. */
const seesLittle = new Set([
  'src/platform/config/settings.ts',
  'src/platform/tracing/open-telemetry.ts',
  'src/capture/s3-store.ts',
  'src/domain/access/address.ts',
  'src/domain/access/call-target.ts',
  'client/request.ts',
]);

const expressions = findExpressions().filter(({ where }) => !seesLittle.has(where));

it('there are some', () => {
  expect(expressions.length).toBeGreaterThan(100);
});

it('none takes long over a text that was made for it', () => {
  const slow: string[] = [];
  for (const found of expressions) {
    const expression = new RegExp(found.source, found.flags);
    for (const piece of piecesOf(found)) {
      const attack = `${piece.repeat(Math.ceil(length / piece.length))}\u0001`;
      const ms = cost(() => attack.replace(expression, ''));
      if (ms > 250)
        slow.push(`${found.where}: /${found.source}/ ${JSON.stringify(piece)} ${String(Math.round(ms))} ms`);
    }
  }
  expect(slow).toEqual([]);
}, 300_000);
