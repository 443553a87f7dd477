import { watchStart } from './frame/start-failure';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './frame/App';
import { loadEditorAhead } from './frame/load-ahead';
import { restorePreferences } from './storage/preferences';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
watchStart(root);
loadEditorAhead();
restorePreferences();
createRoot(root).render(<App />);
