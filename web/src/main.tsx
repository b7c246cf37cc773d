/** Begins: the language first, since the page runs by it; then who is signed in; then the screen that the address names. */
import './early/ask-early.js';
import { createRoot } from 'react-dom/client';
import { askIn } from './api/api.js';
import { Desk } from './desk.js';
import { firstLanguage } from './language/languages.js';
import { loadMessages, setPageLanguage } from './language/words.js';
import { keepTheme } from './frame/theme.js';
import { createQueries, readAgain } from './api/query-client.js';
import { beginSession, noteSignedOut } from './session/session.js';
import './parts/tokens.css';
import './parts/fonts.css';
import './parts/base.css';
import './parts/controls.css';

const place = document.getElementById('desk');
if (!place) throw new Error('the page has no place for the desk');

const language = firstLanguage();
setPageLanguage(language);
askIn(language);
keepTheme();
const queries = createQueries(noteSignedOut);
const [messages] = await Promise.all([
  loadMessages(language),
  beginSession({
    onAnother: () => {
      queries.clear();
    },
    onBack: () => void readAgain(queries),
  }),
]);
createRoot(place).render(<Desk first={messages} queries={queries} />);
