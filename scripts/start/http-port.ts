import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@junkan/infra/embedded/ports.ts';

const fileOf = (dataDir: string): string => join(dataDir, 'http-port');

/** The port of the HTTP API: the one that was asked for, else that of the start before where it is free, so that addresses in use stay. */
export async function httpPort(dataDir: string, asked: number): Promise<number> {
  if (asked !== 0) return asked;
  const port = await freePort(lastPort(dataDir));
  writeFileSync(fileOf(dataDir), String(port));
  return port;
}

function lastPort(dataDir: string): number | undefined {
  try {
    const port = Number(readFileSync(fileOf(dataDir), 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}
