/** Events that a test writes itself are of the same installation as those of the processes it starts. */
import { writeEventsUnder } from '../../src/platform/secrets/event-mac.js';
import { testSecrets } from './secrets.js';

writeEventsUnder(testSecrets);
