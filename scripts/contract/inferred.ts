import type { Service } from '../../src/company/company.ts';
import type { Finding as InferredPlace } from '../../src/inference/finding.ts';
import { inferPlaces } from '../../src/inference/infer-places.ts';
import { isEmpty, placesAt } from '../../src/schema/json-path.ts';
import { type FieldSpec, find } from './fields.ts';
import { type Finding, type Section, shown } from './finding.ts';

/**
 * What the values of the examples show, beside what the names do. The document describes one service, so that no agreement with
 * the other one tells what is what: a place is likely at most by its kind and its names.
 */
export function inferredSection(service: Service, specs: readonly FieldSpec[], samples: readonly unknown[]): Section {
  const title = 'What the values of the examples show';
  const examples = samples.filter((sample) => typeof sample === 'object' && sample !== null);
  if (examples.length === 0) return { title, findings: [] };
  const { [service]: side } = inferPlaces(
    examples.map((sample) => (service === 'adminpulse' ? { relation: sample } : { company: sample })),
  );
  return {
    title,
    findings: specs.map((spec) => {
      const found = side.findings.find(({ meaning }) => meaning === spec.name);
      return comparison(spec, found, examples);
    }),
  };
}

/** A note: with one side and made-up examples, the values prove nothing. */
function comparison(spec: FieldSpec, found: InferredPlace | undefined, samples: readonly unknown[]): Finding {
  const byName = find(spec, samples);
  const [named] = byName;
  const said = (text: string): Finding => ({ verdict: 'note', text: `${spec.name}: ${text}` });
  if (!found) return said(named ? `by name ${named.path}, by values not found` : 'found neither by name nor by values');
  const paths = found.place.paths.map(({ path }) => path);
  const places = paths.map((path) => `${path}${exampleAt(path, samples)}`).join(', ');
  if (!named) return said(`by name not found, by values ${places}`);
  const placesOf = (all: readonly string[]) =>
    new Set(samples.flatMap((sample) => all.flatMap((path) => placesAt(path, sample).map((place) => place.path))));
  const own = placesOf(byName.map(({ path }) => path));
  const agrees = [...placesOf(paths)].some((path) => own.has(path));
  return said(agrees ? `name and values agree on ${places}` : `by name ${named.path}, by values ${places}`);
}

function exampleAt(path: string, samples: readonly unknown[]): string {
  const place = samples.flatMap((sample) => placesAt(path, sample)).find(({ value }) => !isEmpty(value));
  return place ? ` (${shown(place.value)})` : '';
}
