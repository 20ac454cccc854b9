import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@junkan/infra/embedded/ports.ts';

const fileOf = (dataDir: string, name: string): string => join(dataDir, `${name}-port`);

/** The port of the HTTP API: the one that was asked for, else that of the start before where it is free, so that addresses in use stay. */
export async function httpPort(dataDir: string, asked: number): Promise<number> {
  return asked === 0 ? keptPort(dataDir, 'http') : asked;
}

/** A port for what goes by this name: that of the start before, where it is free. */
export async function keptPort(dataDir: string, name: string): Promise<number> {
  const port = await freePort(lastPort(dataDir, name));
  writeFileSync(fileOf(dataDir, name), String(port));
  return port;
}

function lastPort(dataDir: string, name: string): number | undefined {
  try {
    const port = Number(readFileSync(fileOf(dataDir, name), 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}
