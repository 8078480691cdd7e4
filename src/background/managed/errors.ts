/** The administrator switched this part of the product off. */
export class FeatureOff extends Error {
  override readonly name = 'FeatureOff';
}

/** The administrator set this: it cannot be changed here. */
export class SetByAdministrator extends Error {
  override readonly name = 'SetByAdministrator';
}
