import { render } from 'preact';
import { setDocumentLanguage, text } from '../ui/texts.ts';
import { recordUncaughtInPage } from '../ui/unexpected.ts';
import { App } from './app.tsx';

recordUncaughtInPage();
setDocumentLanguage(text('extensionName'));
const root = document.getElementById('root');
if (root !== null) render(<App />, root);
