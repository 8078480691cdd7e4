import { MappingOverrides, NOTHING_CHOSEN } from '../../api/chosen-paths.ts';
import { storageItem } from '../storage-item.ts';

/** Paths only, no value of a client: it may stand where a content script could read it. */
const overridesItem = storageItem('local', 'mapping-overrides', MappingOverrides);

export async function mappingOverrides(): Promise<MappingOverrides> {
  return (await overridesItem.read()) ?? NOTHING_CHOSEN;
}

export const keepMappingOverrides = (overrides: MappingOverrides) => overridesItem.write(overrides);
