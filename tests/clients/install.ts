/** Installs the packages of this folder where they are not, or not as its lock file says. */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
const timeOf = (name: string): number =>
  statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;

export default function install(): void {
  // npm writes this file at the end of an installation.
  if (timeOf('node_modules/.package-lock.json') >= timeOf('package-lock.json')) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' });
}
