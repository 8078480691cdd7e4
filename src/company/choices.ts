import type { Field } from './company.ts';
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

/** What an office decided of how changes are proposed. What is absent is decided from case to case. */
export type Choices = {
  /** Whether a field is ticked at first, where it differs and where only openthebox has it. */
  readonly ticks?: Partial<Readonly<Record<FieldWithTick, boolean>>>;
  /** Fields that are not compared. */
  readonly leftOut?: readonly Field[];
  /** Fields whose place in an answer is likely and not certain: they are compared, and not written until it is confirmed. */
  readonly presumed?: readonly Field[];
  /** How a phone number that AdminPulse does not have yet is written. */
  readonly phoneStyle?: PhoneStyle;
};

export const NO_CHOICES: Choices = {};
