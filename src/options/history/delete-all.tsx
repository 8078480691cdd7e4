import { useRef } from 'preact/hooks';
import { text } from '../../ui/texts.ts';

/** Deletes only after a question; Escape and Cancel delete nothing. */
export function DeleteAll({ onDelete }: { readonly onDelete: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {text('historyDelete')}
      </button>
      <dialog ref={dialog} aria-label={text('historyDelete')}>
        <p>{text('historyDeleteQuestion')}</p>
        <form method="dialog" class="buttons">
          <button type="submit">{text('cancel')}</button>
          <button type="submit" class="primary" onClick={onDelete}>
            {text('historyDelete')}
          </button>
        </form>
      </dialog>
    </>
  );
}
