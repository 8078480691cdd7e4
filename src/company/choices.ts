import type { Field, Service } from './company.ts';
import type { PhoneStyle } from './phone.ts';

/** The fields whose default tick an office may decide. The others say which company it is, or are never written. */
export const FIELDS_WITH_TICK = [
  'name',
  'legalForm',
  'website',
  'address',
  'phone',
  'incorporationDate',
  'fiscalYearEnd',
] as const satisfies readonly Field[];

export type FieldWithTick = (typeof FIELDS_WITH_TICK)[number];

/**
 * What speaks against a place that was certain or confirmed: in the latest `of` relations nothing was read there (`vanished`), or
 * it was not once equal to the other service's value (`differs`). `moved`: it reads nothing any more, and another place was
 * found in its stead.
 */
export type Doubt = { readonly kind: 'vanished' | 'differs'; readonly of: number } | { readonly kind: 'moved' };

/** A place of a service that is presumed by now, though it was certain or confirmed before. */
export type DoubtedPlace = { readonly service: Service; readonly field: Field } & Doubt;

/** What an office decided of how changes are proposed. What is absent is decided from case to case. */
export type Choices = {
  /** Whether a field is ticked at first, where it differs and where only openthebox has it. */
  readonly ticks?: Partial<Readonly<Record<FieldWithTick, boolean>>>;
  /** Fields that are not compared. */
  readonly leftOut?: readonly Field[];
  /** Fields whose place in an answer is likely and not certain: they are compared, and not written until it is confirmed. */
  readonly presumed?: readonly Field[];
  /** Those of them that were certain or confirmed before, and why they are not any more. */
  readonly doubted?: readonly DoubtedPlace[];
  /** How a phone number that AdminPulse does not have yet is written. */
  readonly phoneStyle?: PhoneStyle;
};

export const NO_CHOICES: Choices = {};
