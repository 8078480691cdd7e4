import { text } from '../ui/texts.ts';

/** Says of a setting that it is not this browser's to change. */
export function ManagedNote({ id }: { readonly id?: string }) {
  return (
    <small id={id} class="managed">
      {text('setByAdministrator')}
    </small>
  );
}
