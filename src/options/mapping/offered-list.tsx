import { useId } from 'preact/hooks';
import type { Field, Service } from '../../company/company.ts';
import type { OfferedPlace } from '../../messages/index.ts';
import { fieldLabel } from '../../ui/field-labels.ts';
import { text } from '../../ui/texts.ts';
import { valueText } from '../../ui/value-text.ts';
import { evidenceText } from './evidence-text.ts';

type Props = {
  readonly service: Service;
  readonly field: Field;
  readonly places: readonly OfferedPlace[];
  /** Whether the place at which the field is read now can be chosen too. */
  readonly isOpen: boolean;
  readonly onChoose: (place: OfferedPlace) => void;
};

/** The places that a field may have, each by the value that would be read there. */
export function OfferedList({ service, field, places, isOpen, onChoose }: Props) {
  return (
    <ol class="offered" aria-label={text('placesFor', fieldLabel(field))}>
      {places.map((place) => (
        <Offered
          key={place.id}
          service={service}
          field={field}
          place={place}
          {...((isOpen || !place.isCurrent) && { onChoose: () => onChoose(place) })}
        />
      ))}
    </ol>
  );
}

type OfferedProps = {
  readonly service: Service;
  readonly field: Field;
  readonly place: OfferedPlace;
  /** Absent: it is chosen already. */
  readonly onChoose?: () => void;
};

function Offered({ service, field, place, onChoose }: OfferedProps) {
  const id = useId();
  const { meaning, sample, evidence, path, isCurrent } = place;
  const value = valueText(field, meaning);
  return (
    <li data-place={path}>
      <div>
        <bdi class="value">{value}</bdi> {isCurrent && <span class="current">{text('placeCurrent')}</span>}
        <div class="why" id={id}>
          {says(sample, value) && <span class="held">{text('placeSample', sample)}</span>}
          <span>{evidenceText(service, evidence)}</span>
          <code class="path">{path}</code>
        </div>
      </div>
      {onChoose && (
        <button type="button" aria-label={text('placeUseOf', value)} aria-describedby={id} onClick={onChoose}>
          {text('placeUse')}
        </button>
      )}
    </li>
  );
}

/** Whether the value as the service has it says something that the words do not: the same words and numbers are not shown twice. */
function says(sample: string, value: string): boolean {
  const words = wordsOf(value);
  return wordsOf(sample).some((word) => !words.includes(word));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
