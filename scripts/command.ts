import { spawn } from 'node:child_process';

export type Command = {
  /** A program of node_modules/.bin. */
  readonly program: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where the output goes: straight to the terminal, or here. */
  readonly collect?: ((text: string) => void) | undefined;
};

/** Runs a program to its end and resolves to its exit code; 1 if it could not be started or was killed. */
export function run({ program, args = [], env = {}, collect }: Command): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', collect ? 'pipe' : 'inherit', collect ? 'pipe' : 'inherit'],
      env: { ...process.env, ...env },
      // On Windows the programs of node_modules/.bin are batch files.
      shell: process.platform === 'win32',
    });
    if (collect) {
      child.stdout?.on('data', (data) => collect(String(data)));
      child.stderr?.on('data', (data) => collect(String(data)));
    }
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(1);
    });
    const end = () => child.kill('SIGTERM');
    process.once('SIGTERM', end);
    child.on('close', (code) => {
      process.off('SIGTERM', end);
      resolve(code ?? 1);
    });
  });
}
