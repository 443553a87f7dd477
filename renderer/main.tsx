import { watchStart } from './frame/start-failure';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App';
import { loadEditorAhead } from './frame/load-ahead';
import { restorePreferences } from './storage/preferences';
import { startLanguage } from './words/start-language';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
watchStart(root);
loadEditorAhead();
restorePreferences();
// Before anything is drawn: words are looked up once.
const page = createRoot(root);
void startLanguage().then(() => page.render(<App />));
