import { parseArgs } from 'node:util';
import { z } from 'zod';
import { launch } from '../test/e2e/browsers.ts';
import { officeArgument, shapeArgument } from '../test/sandbox/arguments.ts';
import { startSandbox } from '../test/sandbox/sandbox.ts';
import { ensureBuild } from './builds.ts';
import { BROWSERS } from './find-browser.ts';
import { ensureBrowser } from './install-browser.ts';
import { headlessTour, openTour } from './tour.ts';

const USAGE = `npm start                           the tour in Chromium; without a display it runs by itself
npm start -- --browser firefox      in Firefox
npm start -- --headless             by itself, with a display too
npm start -- --shape nested         AdminPulse's answers in its other supposed shape; also: foreign
npm start -- --shape 7              both services in a shape that the seed 7 makes up
npm start -- --shape FILE           in the shape of answers that "Copy for support" masked
npm start -- --office 3             an office that the seed 3 makes up
npm start -- --relations 5000       a long list of relations`;

const optionsSchema = z.object({
  browser: z.enum(['chromium', 'firefox']).default('chromium'),
  headless: z.boolean().default(process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY),
  shape: shapeArgument.default('flat'),
  office: officeArgument.optional(),
  relations: z.coerce.number().int().min(0).max(20_000).default(0),
});

const options = readOptions();
try {
  await tour();
} catch (error) {
  console.error(`\nThe tour ended early. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function readOptions(): z.infer<typeof optionsSchema> {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string' },
        headless: { type: 'boolean' },
        shape: { type: 'string' },
        office: { type: 'string' },
        relations: { type: 'string' },
      },
    });
    return optionsSchema.parse(values);
  } catch (error) {
    console.error(`${error instanceof z.ZodError ? z.prettifyError(error) : error}\n\n${USAGE}`);
    process.exit(2);
  }
}

async function tour(): Promise<void> {
  const { browser, headless, shape, office = null, relations } = options;
  process.env[BROWSERS[browser].variable] = ensureBrowser(browser);
  await ensureBuild(browser);
  const sandbox = await startSandbox({ shape, office, relations });
  try {
    console.log(`The sandbox serves AdminPulse and openthebox on port ${sandbox.port} of this machine.`);
    if (headless) console.log('There is no display, or --headless was given: the tour runs by itself.');
    const driven = await launch(browser, { sandboxPort: sandbox.port, headless });
    try {
      await (headless ? headlessTour(driven, sandbox) : openTour(driven));
    } finally {
      await driven.close();
    }
  } finally {
    await sandbox.stop();
  }
}
