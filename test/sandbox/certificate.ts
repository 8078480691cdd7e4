import { generate } from 'selfsigned';

/** Every host name under which the sandbox serves, and the local ones for its control address. */
export const HOSTS = {
  pages: ['app.adminpulse.be', 'app.adminpulse.nl'],
  adminpulse: ['api.adminpulse.be'],
  openthebox: ['openthebox.be'],
  vies: ['ec.europa.eu'],
  control: ['sandbox.test', 'localhost', '127.0.0.1'],
} as const;

/** A key and a self-signed certificate (PEM) for all hosts, made anew at every start: none is ever kept. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const names = Object.values(HOSTS).flat();
  const made = await generate([{ name: 'commonName', value: 'sandbox.test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (name === '127.0.0.1' ? { type: 7, ip: name } : { type: 2, value: name })),
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
