import { render } from 'preact';
import { setDocumentLanguage, text } from '../ui/texts.ts';
import { Lookup } from './lookup/lookup.tsx';
import { ReviewPage } from './review/review-page.tsx';

/**
 * The page is the toolbar popup; opened with `#review=<id>` it is a window that shows one review, with `#lookup=<query>` one
 * that looks something up.
 */
function Page() {
  const address = new URLSearchParams(location.hash.slice(1));
  const reviewId = address.get('review');
  return reviewId === null ? <Lookup asked={address.get('lookup') ?? undefined} /> : <ReviewPage reviewId={reviewId} />;
}

setDocumentLanguage(text('extensionName'));
const root = document.getElementById('root');
if (root !== null) render(<Page />, root);
