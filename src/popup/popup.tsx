import { render } from 'preact';
import { setDocumentLanguage, text } from '../ui/texts.ts';
import { Lookup } from './lookup/lookup.tsx';
import { ReviewPage } from './review/review-page.tsx';

/** The page is the toolbar popup; opened with `#review=<id>` it is a window that shows one review. */
function Page() {
  const reviewId = new URLSearchParams(location.hash.slice(1)).get('review');
  return reviewId === null ? <Lookup /> : <ReviewPage reviewId={reviewId} />;
}

setDocumentLanguage(text('extensionName'));
const root = document.getElementById('root');
if (root !== null) render(<Page />, root);
