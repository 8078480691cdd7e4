/** Ten digits, first digit 0 or 1, check digits right: `0123456749`. */
export type EnterpriseNumber = string & { readonly __brand: 'EnterpriseNumber' };
