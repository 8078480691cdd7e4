/**
 * The calls. `{vat}` is `BE` and ten digits, `{language}` nl, fr, de or en. The token's call is documented; the search and
 * the company were seen in public code; the graph of a company is inferred from that of a person.
 */
export const CALLS = {
  token: { method: 'post', path: 'oauth/token' },
  company: { method: 'get', path: 'api/companies/{vat}' },
  annualAccounts: { method: 'get', path: 'api/companies/{vat}/annual-accounts/most-recent' },
  search: { method: 'get', path: 'api/entities/search/{query}/{language}' },
  graph: {
    method: 'get',
    path: 'api/graph/neighbourhood/Company/{vat}/{language}',
    searchParams: { hops: 1 },
  },
} as const;

/** The body of the token's call (openthebox's API description). */
export const tokenRequest = (credentials: { readonly clientId: string; readonly clientSecret: string }) => ({
  client_id: credentials.clientId,
  client_secret: credentials.clientSecret,
  audience: 'https://openthebox.be/api',
  grant_type: 'client_credentials',
});
