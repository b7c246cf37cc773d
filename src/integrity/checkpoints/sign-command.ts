/**
 * A program of the operator's that holds the key: `<command> public-key` prints the public half (base64url), and
 * `<command> sign` reads what is to be signed and prints the signature (base64). No shell is in between.
 */
import { spawn } from 'node:child_process';

const longestMs = 60_000;
const mostBytes = 4_096;

export function runSignCommand(
  command: string,
  task: 'public-key' | 'sign',
  input?: Buffer,
): Promise<string> {
  const [program = '', ...given] = command.trim().split(/\s+/);
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...given, task], {
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: longestMs,
    });
    let [output, complaint] = ['', ''];
    child.stdout.on(
      'data',
      (part: Buffer) => (output = (output + part.toString('latin1')).slice(0, mostBytes)),
    );
    child.stderr.on(
      'data',
      (part: Buffer) => (complaint = (complaint + part.toString()).slice(0, mostBytes)),
    );
    // A program that needs no input may have ended before it is given any.
    child.stdin.on('error', () => undefined);
    child.once('error', (error) => {
      reject(new Error(`SIGN_COMMAND ${task} could not be run: ${error.message}`));
    });
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(
            `SIGN_COMMAND ${task} failed (${String(code ?? 'it was ended')}): ${complaint.trim().split('\n')[0] ?? ''}`,
          ),
        );
    });
    child.stdin.end(input);
  });
}
