/** The add-on's id, as vite.config.ts gives it to the manifest. */
export const EXTENSION_ID = 'openthebox-for-adminpulse@openthebox.be';
