/** Properties are tried on the same samples each time, and on new ones in the long tests. */
import fc from 'fast-check';
import { seedOfRun } from './random.js';

fc.configureGlobal({ seed: seedOfRun() });
