/** The commands of the tour with the answers it shows: taken out, run, and compared or put back. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

interface Step {
  command: string;
  answer: string;
}

const block = /```console\n([^]*?)```/g;

export function readSteps(markdown: string): Step[] {
  return [...markdown.matchAll(block)].flatMap(([, body = '']) =>
    body
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...answer] = part.trimEnd().split('\n');
        return { command, answer: answer.join('\n') };
      }),
  );
}

/** The same text with other answers, step by step. */
export function writeSteps(markdown: string, steps: readonly Step[]): string {
  const left = [...steps];
  return markdown.replaceAll(block, (_whole, body: string) => {
    const count = readSteps(`\`\`\`console\n${body}\`\`\``).length;
    const shown = left
      .splice(0, count)
      .map(({ command, answer }) => [`$ ${command}`, answer].filter(Boolean).join('\n'));
    return `\`\`\`console\n${shown.join('\n')}\n\`\`\``;
  });
}

interface Stand {
  /** The command as it is run here. */
  replace: (command: string) => string;
  /** Waits for what a person gives the workers time for while reading an answer. */
  afterEach: () => Promise<void>;
}

/** Runs the commands one after the other in one shell; what they write to stderr counts too. */
export async function runSteps(steps: readonly Step[], { replace, afterEach }: Stand): Promise<Step[]> {
  const mark = 'end-of-step';
  const shell = spawn('bash', [], { stdio: ['pipe', 'pipe', 'inherit'] });
  const run = ({ command }: Step): void => {
    shell.stdin.write(`${replace(command)}\necho ${mark}\n`);
  };
  shell.stdin.write('exec 2>&1\n');
  const left = [...steps];
  const done: Step[] = [];
  let lines: string[] = [];
  let current = left.shift();
  if (current) run(current);
  for await (const line of createInterface({ input: shell.stdout })) {
    if (line !== mark || !current) {
      lines.push(line);
      continue;
    }
    done.push({ command: current.command, answer: lines.join('\n').trim() });
    lines = [];
    await afterEach();
    current = left.shift();
    if (current) run(current);
    else shell.stdin.end();
  }
  return done;
}

/** What is another one each time; a version depends on how far the workers are. */
export const settle = (text: string): string =>
  text
    .replace(/"version":\d+/g, '"version":<n>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<time>');
