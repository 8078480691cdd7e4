import type { OfficeProfile } from '../../adminpulse/office-schema.ts';
import { LINK_TYPES } from '../../adminpulse/profile.ts';
import { contextText, type RawRelation } from '../../adminpulse/read-relation.ts';
import type { ValueCatalogue } from '../../adminpulse/value-catalogue.ts';
import type { Link } from '../../company/company.ts';
import type { ComparedLink } from '../../company/links/compare-links.ts';
import { partiesOf, partyPairs } from '../../company/links/parties.ts';
import type { LinkOption, LinkOptions, LinkTarget, LinkTypeOption, PersonNames } from '../../messages/index.ts';
import { loadOfficeProfile } from '../relations/office-profile.ts';
import { partyOf, relationCode } from '../relations/relation.ts';
import { loadCatalogue } from '../relations/value-catalogue.ts';
import type { Services } from '../services.ts';
import { assertFeatureEnabled, features } from '../settings/managed.ts';
import { linkCandidates, linkTypesInUse } from './link-candidates.ts';
import { canMake, otherStatus, statusesIn } from './new-party.ts';

/** How links that only openthebox has can be added to this relation (its code or id). Throws `featureOff`. */
export async function linkOptions(
  services: Services,
  code: string,
  links: readonly ComparedLink[],
): Promise<LinkOptions> {
  await assertFeatureEnabled('linkedRelations');
  const { adminpulse } = services;
  const profile = await loadOfficeProfile(adminpulse);
  const toAdd = links.filter(isToAdd);
  const candidates = await linkCandidates(
    services,
    toAdd.map(({ openthebox }) => openthebox),
  );
  const others = candidates.filter(
    (raw) => ![relationCode(raw, profile.places), contextText(raw, 'id', profile.places)].includes(code),
  );
  const catalogue = await loadCatalogue(adminpulse);
  const other = otherStatus(catalogue);
  return {
    types: typesOf(await linkTypesInUse(services, catalogue)),
    links: optionsFor(toAdd, others, profile, (await features()).create ? catalogue : undefined),
    statuses: statusesIn(catalogue).map(({ value, examples }) => ({ status: String(value), examples })),
    ...(other && { otherStatus: other }),
  };
}

type ToAdd = ComparedLink & { readonly openthebox: Link };

const isToAdd = (link: ComparedLink): link is ToAdd =>
  link.openthebox !== undefined && (link.match === 'only-openthebox' || link.match === 'undecided');

/** The links to add, each with the relations that have its number, or else exactly the words of its name. */
function optionsFor(
  links: readonly ToAdd[],
  rows: readonly RawRelation[],
  profile: OfficeProfile,
  /** Absent where no relations may be made. */
  catalogue: ValueCatalogue | undefined,
): LinkOption[] {
  const relations = partiesOf(
    rows.map((row): Link => ({ relationCode: relationCode(row, profile.places), ...partyOf(row, profile) })),
  );
  const targets = new Map(rows.map((row) => [relationCode(row, profile.places), toTarget(row, profile)]));
  return links.map(({ key, openthebox }) => {
    const found = partyPairs(relations, partiesOf([openthebox])).map(([relation]) => relation);
    const proposedType = typeThatMeans(openthebox.means);
    const kind = creatable(openthebox, found.length > 0);
    const mayCreate = kind && catalogue && canMake(kind, catalogue, profile) ? kind : undefined;
    return {
      key,
      targets: found.flatMap((relation) => targets.get(relation.key) ?? []),
      ...(proposedType && { proposedType }),
      ...(mayCreate && { mayCreate }),
      ...(mayCreate === 'person' && { person: namesOf(openthebox.name ?? '') }),
    };
  });
}

/** A person may be another one of the same name; a company of which openthebox gives a number is made by that number. */
function creatable({ kind, name, enterpriseNumber }: Link, isKnown: boolean): LinkOption['mayCreate'] {
  if (kind === 'person') return name === undefined ? undefined : 'person';
  return enterpriseNumber !== undefined && !isKnown ? 'company' : undefined;
}

/** openthebox's graph writes the first name first; where it ends is for the user to see and to correct. */
function namesOf(name: string): PersonNames {
  const [firstName = '', ...rest] = name.trim().split(/\s+/);
  return { firstName, lastName: rest.join(' ') };
}

function toTarget(row: RawRelation, profile: OfficeProfile): LinkTarget {
  const customerCode = contextText(row, 'customerCode');
  return {
    code: relationCode(row, profile.places),
    name: partyOf(row, profile).name ?? '',
    ...(customerCode && { customerCode }),
  };
}

/** The types whose meaning is known, and those that relations have; by number. */
function typesOf(used: ReadonlySet<string>): LinkTypeOption[] {
  return [...new Set([...Object.keys(LINK_TYPES), ...used])]
    .toSorted((a, b) => Number(a) - Number(b) || a.localeCompare(b))
    .map((type) => {
      const means = LINK_TYPES[type];
      return { type, ...(means && { means }), inUse: used.has(type) };
    });
}

function typeThatMeans(means: Link['means']): string | undefined {
  return Object.entries(LINK_TYPES).find(([, meaning]) => meaning === means)?.[0];
}
