import type { ResourceStack } from '../lifecycle.ts';
import type { Log } from '../log.ts';
import type { Telemetry, TelemetrySettings } from './telemetry.ts';

type Opened = { readonly telemetry: Telemetry | undefined; readonly log: Log };

/** Starts telemetry if the settings enable it: only then its libraries are loaded. Returns the log that is a part of it. */
export async function openTelemetry(service: string, settings: TelemetrySettings, log: Log, opened: ResourceStack): Promise<Opened> {
  if (!settings.JUNKAN_TELEMETRY) return { telemetry: undefined, log };
  const { telemetryOf } = await import('./process.ts');
  const telemetry = await telemetryOf(service, settings, log);
  opened.defer('telemetry', () => telemetry.close());
  return { telemetry, log: telemetry.logged(log) };
}
