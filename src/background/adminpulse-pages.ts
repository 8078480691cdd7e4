/** Match patterns of AdminPulse's web application, as in the manifest. */
export const ADMINPULSE_PAGES: readonly string[] = ['https://app.adminpulse.be/*', 'https://app.adminpulse.nl/*'];
