import { watchStart } from './frame/start-failure';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App';
import { keepEarlyPresses } from './frame/early-presses';
import { loadEditorAhead } from './frame/load-ahead';
import { restorePreferences } from './storage/preferences';
import { useView } from './store/view';
import { setNumberFormat } from './words/number-locale';
import { startLanguage } from './words/start-language';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
watchStart(root);
loadEditorAhead();
keepEarlyPresses();
restorePreferences();
setNumberFormat(useView.getState().numberFormat);
// Before anything is drawn: words are looked up once.
const page = createRoot(root);
void startLanguage().then(() => page.render(<App />));
