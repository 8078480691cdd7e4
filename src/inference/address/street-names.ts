import type { Scalar } from '../tree.ts';

/** How most Belgian streets end or begin. */
const STREET =
  /(?:straat|laan|steenweg|weg|plein|lei|dreef|kaai|baan|markt|dijk|pad|hof|veld|berg|strasse|straße|str\.?|stwg|stw|ln)(?:\s*\([A-Z]+\))?(?:[\s,]+\d.*)?$|^(?:rue|avenue|av|ave|boulevard|bd|bld|place|pl|chauss[ée]e|ch|chemin|route|rte|quai|square|sq|all[ée]e|impasse|clos|drève|sentier|voie|r)[.\s]/i;

/** Whether a text ends or begins as the names of streets do. */
export const isStreet = (value: Scalar) => typeof value === 'string' && STREET.test(value.trim());
