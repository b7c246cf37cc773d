/** The sentences that rules and failures say, read from the source: each with `{…}` for what differs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { problems, type ProblemCode } from '../../src/domain/problem/codes.js';
import { projectRoot } from '../../src/platform/project-root.js';

interface Sentence {
  form: string;
  at: string;
}

/** A property or a constant of this name holds one. */
const names = /^(?:why|message|otherwise)$/;

/** In the files of these folders. What stands in for a value is the expression that gives it. */
export function readSentences(folders: readonly string[]): Sentence[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => readFile(join(folder, name))),
  );
}

/** What is said of a field: sentences without a subject, wherever they are written as one literal. */
export const readFieldMessages = (folders: readonly string[]): Sentence[] =>
  folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
      .flatMap((name) => {
        const at = join(folder, name);
        const found = readFileSync(join(projectRoot, at), 'utf8').matchAll(ofField);
        return Array.from(found, ([, plain, form]) => ({
          form: plain ?? (form ?? '').replaceAll('${', '{'),
          at,
        }));
      }),
  );

const ofField = /'((?:must|needs|names) [^'\n]+)'|`((?:must|needs|names) [^`\n]+)`/g;

function readFile(name: string): Sentence[] {
  const file = ts.createSourceFile(
    name,
    readFileSync(join(projectRoot, name), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    const said = saidBy(node, file);
    const meant = meantBy(node, file);
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    for (const form of meant === undefined ? (said ? formsOf(said, file) : []) : [meant])
      found.push({ form, at: `${name}:${String(line)}` });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a refusal of this code says, if it says what the code means. */
function meantBy(node: ts.Node, file: ts.SourceFile): string | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText(file) !== 'refusalOf') return undefined;
  const code = node.arguments[1];
  return code && ts.isStringLiteral(code) ? problems[code.text as ProblemCode].means : undefined;
}

function saidBy(node: ts.Node, file: ts.SourceFile): ts.Node | undefined {
  if (ts.isNewExpression(node) && node.expression.getText(file) === 'Failure') return node.arguments?.[1];
  if (ts.isPropertyAssignment(node) && names.test(node.name.getText(file))) return node.initializer;
  if (ts.isVariableDeclaration(node) && names.test(node.name.getText(file))) return node.initializer;
  // What a function of this file is given to say: forbidden('code', 'why').
  if (ts.isCallExpression(node)) return node.arguments[placeOfSentence(node.expression.getText(file), file)];
  return undefined;
}

/** Which parameter of the function with this name holds a sentence; -1 where none does. */
function placeOfSentence(called: string, file: ts.SourceFile): number {
  let place = -1;
  const look = (node: ts.Node): void => {
    const made =
      ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)
        ? { name: node.name, parameters: node.initializer.parameters }
        : ts.isFunctionDeclaration(node)
          ? node
          : undefined;
    if (made?.name?.getText(file) === called)
      place = made.parameters.findIndex(({ name }) => names.test(name.getText(file)));
    else ts.forEachChild(node, look);
  };
  look(file);
  return place;
}

/** Of a choice both; of what is computed elsewhere none: it is found there. */
function formsOf(node: ts.Node, file: ts.SourceFile): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text +
        node.templateSpans.map((span) => `{${span.expression.getText(file)}}${span.literal.text}`).join(''),
    ];
  if (ts.isConditionalExpression(node))
    return [...formsOf(node.whenTrue, file), ...formsOf(node.whenFalse, file)];
  if (ts.isParenthesizedExpression(node)) return formsOf(node.expression, file);
  if (ts.isArrowFunction(node)) return formsOf(node.body, file);
  return [];
}
