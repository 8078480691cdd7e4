import { render } from 'preact';
import { setDocumentLanguage, text } from '../ui/texts.ts';
import { recordUncaughtInPage } from '../ui/unexpected.ts';
import { Lookup } from './lookup/lookup.tsx';
import { ReviewPage } from './review/review-page.tsx';

/**
 * The page is the toolbar popup; opened with `#review=<id>` it is a window that shows one review, with `#create=<id>` one that
 * makes a relation, with `#lookup=<query>` one that looks something up. Relations are made least often: only there the code
 * for it is loaded.
 */
async function page() {
  const address = new URLSearchParams(location.hash.slice(1));
  const reviewId = address.get('review');
  const creationId = address.get('create');
  if (reviewId !== null) return <ReviewPage reviewId={reviewId} />;
  if (creationId !== null) {
    const { CreatePage } = await import('./create/create-page.tsx');
    return <CreatePage creationId={creationId} />;
  }
  return <Lookup asked={address.get('lookup') ?? undefined} />;
}

recordUncaughtInPage();
setDocumentLanguage(text('extensionName'));
const root = document.getElementById('root');
if (root !== null) void page().then((content) => render(content, root));
