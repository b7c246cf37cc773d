import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { readApiDocument } from '../../src/api-document.js';
import { documentFile, keepDocument, runTool } from './generate.js';

let patterns: string[];
beforeAll(async () => {
  const document = await readApiDocument();
  await keepDocument(JSON.stringify(document));
  patterns = [...new Set(patternsIn(document))];
  expect(patterns.length).toBeGreaterThan(10);
});

function patternsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}

describe('the document of the API', () => {
  it('gives redocly nothing to say, by its recommended rules', async () => {
    const { stdout, output } = await runTool('redocly', [
      'lint',
      documentFile,
      '--extends=recommended',
      '--format=json',
    ]);
    const { problems } = JSON.parse(stdout) as {
      problems: { ruleId: string; location: { pointer: string }[] }[];
    };
    // Browsers go there, and are sent on: nothing there is answered with 2xx.
    const redirecting = ['start', 'callback'].map(
      (end) => `operation-2xx-response #/paths/~1session~1${end}/get/responses`,
    );
    const said = problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer ?? ''}`);
    expect(
      said.filter((one) => !redirecting.includes(one)),
      output,
    ).toEqual([]);
  });

  it('gives spectral nothing to say, by its recommended rules of OpenAPI', async () => {
    const { stdout } = await runTool('spectral', [
      'lint',
      documentFile,
      '--ruleset=spectral.json',
      '--format=json',
      '--quiet',
    ]);
    const problems = JSON.parse(stdout) as { code: string; path: string[] }[];
    expect(problems.map(({ code, path }) => `${code} ${path.join(' ')}`)).toEqual([]);
  });
});

describe('every pattern of the document', () => {
  it('looks neither ahead nor behind, and holds no separator of lines as it is', () => {
    expect(patterns.filter((pattern) => /\(\?<?[=!]|[\p{Cc}\u2028\u2029]/u.test(pattern))).toEqual([]);
  });

  it('compiles in RE2', () => {
    const { RE2 } = createRequire(import.meta.url)('re2-wasm') as {
      RE2: new (pattern: string, flags: string) => { source: string };
    };
    const compiles = (pattern: string): boolean => {
      try {
        return new RE2(pattern, 'u').source !== '';
      } catch {
        return false;
      }
    };
    expect(compiles('(?=a)'), 'RE2 itself').toBe(false);
    expect(patterns.filter((pattern) => !compiles(pattern))).toEqual([]);
  });

  it("compiles in Python's re", () => {
    const script = `
import json, re, sys
def compiles(pattern):
    try:
        re.compile(pattern)
        return True
    except re.error:
        return False
print(json.dumps([pattern for pattern in json.load(sys.stdin) if not compiles(pattern)]))`;
    const refused = execFileSync('python3', ['-c', script], {
      input: JSON.stringify([...patterns, '\\p{Cc}']),
    });
    expect(JSON.parse(refused.toString())).toEqual(['\\p{Cc}']);
  });
});
