import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Field, Service } from '../../company/company.ts';
import type { MappingNode, OfferedPlace } from '../../messages/index.ts';
import { explain } from '../../ui/failure.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { text } from '../../ui/texts.ts';
import { OfferedList } from './offered-list.tsx';
import { PathPicker } from './path-picker.tsx';
import type { MappingHandle } from './use-mapping.ts';

type Props = {
  readonly service: Service;
  readonly field: Field;
  readonly path: string;
  readonly tree: readonly MappingNode[];
  readonly places: MappingHandle['places'];
  /** Whether the place at which the field is read now can be chosen too: it is presumed. */
  readonly isOpen: boolean;
  /** Why the last choice was refused. */
  readonly refused: string | undefined;
  readonly onPlace: (place: OfferedPlace) => void;
  readonly onPath: (path: string) => void;
  readonly onClose: () => void;
};

type Offered =
  | { readonly phase: 'looking' }
  | { readonly phase: 'failed'; readonly cause: string }
  | { readonly phase: 'found'; readonly places: readonly OfferedPlace[] };

/** Chooses a field's place among those that it may have; any other one of a real answer is behind them. */
export function PlacePicker(props: Props) {
  const { field, places, refused, onClose } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  const [offered, setOffered] = useState<Offered>({ phase: 'looking' });

  useEffect(() => {
    // The focus waits here for the first choice, so that Escape closes from the start.
    box.current?.focus();
    let outdated = false;
    void places().then((answer) => {
      if (outdated) return;
      if (!answer.ok) return setOffered({ phase: 'failed', cause: explain(answer.failure).cause });
      setOffered({ phase: 'found', places: answer.value?.[field] ?? [] });
    });
    return () => {
      outdated = true;
    };
  }, []);

  useEffect(() => {
    // Whoever went elsewhere meanwhile stays there.
    if (offered.phase === 'looking' || document.activeElement !== box.current) return;
    box.current?.querySelector<HTMLElement>('.offered button, summary')?.focus();
  }, [offered.phase]);

  return (
    // Escape is a shortcut of the button "Cancel" below.
    <fieldset
      class="picker"
      ref={box}
      tabIndex={-1}
      aria-label={text('mappingChooseFor', fieldLabel(field))}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Content {...props} offered={offered} />
      {refused !== undefined && (
        <p role="alert" class="refused">
          {refused}
        </p>
      )}
      <div>
        <button type="button" onClick={onClose}>
          {text('cancel')}
        </button>
      </div>
    </fieldset>
  );
}

function Content({
  service,
  field,
  path,
  tree,
  isOpen,
  onPlace,
  onPath,
  offered,
}: Props & { readonly offered: Offered }) {
  if (offered.phase === 'looking') return <p role="status">{text('placesLoading')}</p>;
  const others = (takesFocus: boolean) => (
    <PathPicker field={field} path={path} tree={tree} onChoose={onPath} takesFocus={takesFocus} />
  );
  if (offered.phase === 'failed' || offered.places.length === 0) {
    return (
      <>
        <p>{offered.phase === 'failed' ? offered.cause : text('placesNone')}</p>
        <AnotherPlace startsOpen>{others(true)}</AnotherPlace>
      </>
    );
  }
  return (
    <>
      <p class="detail">{text('placesHelp')}</p>
      <OfferedList service={service} field={field} places={offered.places} isOpen={isOpen} onChoose={onPlace} />
      <AnotherPlace startsOpen={false}>{others(false)}</AnotherPlace>
    </>
  );
}

/** Folded, it has nothing in it: an answer is long. */
function AnotherPlace({
  startsOpen,
  children,
}: {
  readonly startsOpen: boolean;
  readonly children: ComponentChildren;
}) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <details class="another-place" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{text('placeOther')}</summary>
      {open && children}
    </details>
  );
}
