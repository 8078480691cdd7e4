import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine } from '../../../scripts/find-browser.ts';

const CHROMIUM = 'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)';

/** A machine with these programs, each with what it answers to --version. */
function machineWith(programs: Readonly<Record<string, string>>, rest: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/opt/bin:/usr/bin' },
    isProgram: (path) => path in programs,
    isSnap: () => false,
    version: (path) => programs[path],
    downloaded: () => undefined,
    ...rest,
  };
}

describe('a browser is found', () => {
  it('at the path of its variable before any other', () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/mine/chrome' };
    const machine = machineWith({ '/mine/chrome': 'Google Chrome 150.0.1.2', '/usr/bin/chromium': CHROMIUM }, { env });
    expect(findBrowser('chromium', machine).path).toBe('/mine/chrome');
  });

  it('on the PATH under any of its usual names', () => {
    const machine = machineWith({ '/opt/bin/google-chrome-stable': 'Google Chrome 150.0.1.2' });
    expect(findBrowser('chromium', machine).path).toBe('/opt/bin/google-chrome-stable');
    expect(findBrowser('firefox', machineWith({ '/usr/bin/firefox-esr': 'Mozilla Firefox 153.7.0esr' })).path).toBe(
      '/usr/bin/firefox-esr',
    );
  });

  it('in its usual place on macOS', () => {
    const place = '/Applications/Firefox.app/Contents/MacOS/firefox';
    const machine = machineWith({ [place]: 'Mozilla Firefox 154.0' }, { platform: 'darwin' });
    expect(findBrowser('firefox', machine).path).toBe(place);
  });

  it('in its usual place on Windows, without being started', () => {
    const place = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const machine = machineWith(
      { [place]: '' },
      {
        platform: 'win32',
        env: { ProgramFiles: 'C:\\Program Files' },
        version: () => {
          throw new Error('chrome.exe would have opened a window');
        },
      },
    );
    expect(findBrowser('chromium', machine).path).toBe(place);
  });

  it('where it was downloaded to, when the machine has none of its own', () => {
    const machine = machineWith(
      { '/home/an/.cache/chrome': 'Google Chrome for Testing 156.0.1.1' },
      {
        downloaded: () => '/home/an/.cache/chrome',
      },
    );
    expect(findBrowser('chromium', machine).path).toBe('/home/an/.cache/chrome');
  });
});

describe('a candidate is rejected, with the reason, and the next one tried', () => {
  const later = { '/usr/bin/google-chrome': 'Google Chrome 150.0.1.2' };

  it.each([
    { what: 'that does not run', programs: { '/usr/bin/chromium': undefined }, why: 'it does not run' },
    {
      what: 'that is a snap',
      programs: { '/usr/bin/chromium': CHROMIUM },
      rest: { isSnap: (path: string) => path.endsWith('chromium') },
      why: 'snap',
    },
    {
      what: 'that is too old',
      programs: { '/usr/bin/chromium': 'Chromium 123.0.1.2' },
      why: 'version 123 is older than 145',
    },
    {
      what: 'that is something else',
      programs: { '/usr/bin/chromium': 'chromium-bsu 0.9' },
      why: 'does not say its version',
    },
  ])('$what', ({ programs, rest, why }) => {
    const answers: Readonly<Record<string, string | undefined>> = { ...programs, ...later };
    const machine = machineWith(later, {
      isProgram: (path) => path in answers,
      version: (path) => answers[path],
      ...rest,
    });
    const found = findBrowser('chromium', machine);
    expect(found.path).toBe('/usr/bin/google-chrome');
    expect(found.rejected).toEqual([{ path: '/usr/bin/chromium', why: expect.stringContaining(why) }]);
  });
});

it('finds nothing on a machine without browsers', () => {
  expect(findBrowser('chromium', machineWith({}))).toEqual({ rejected: [] });
  expect(findBrowser('firefox', machineWith({}, { env: {} }))).toEqual({ rejected: [] });
});
