import type { Service } from '../../company/company.ts';
import { type ChosenPaths, MappingOverrides, NOTHING_CHOSEN } from '../../schema/chosen-paths.ts';
import { versionedItem } from '../platform/versioned-item.ts';
import { managedSettings } from './managed.ts';

/** Paths only, no value of a client: it may stand where a content script could read it. */
export const overridesItem = versionedItem({ key: 'mapping-overrides', version: 1, schema: MappingOverrides });

/** The paths that hold: the administrator's, else those that were chosen in this browser. */
export async function mappingOverrides(): Promise<MappingOverrides> {
  const [own, managed] = await Promise.all([ownOverrides(), managedSettings()]);
  const { adminpulse, openthebox } = managed.fieldMapping ?? NOTHING_CHOSEN;
  return {
    ...own,
    adminpulse: { ...own.adminpulse, ...adminpulse },
    openthebox: { ...own.openthebox, ...openthebox },
  };
}

export async function ownOverrides(): Promise<MappingOverrides> {
  return (await overridesItem.read()) ?? NOTHING_CHOSEN;
}

/** The paths of a service that the administrator set. */
export async function managedPaths(service: Service): Promise<ChosenPaths> {
  return (await managedSettings()).fieldMapping?.[service] ?? {};
}

export const keepMappingOverrides = (overrides: MappingOverrides) => overridesItem.write(overrides);
