import { newKeys } from '@junkan/kit/keys.ts';
import { PROGRAMS, type Program } from '@junkan/proto/callers.ts';
import { newIssuerKey, newPassword } from './secrets.ts';

/** The name of a program's own setting in the one file that holds those of all. */
const of = (setting: string, program: Program): string => `${setting}_${program.toUpperCase().replaceAll('-', '_')}`;

/** The secrets that docker-compose.yml asks for. */
export function newEnv(): Readonly<Record<string, string>> {
  const keys = newKeys(PROGRAMS);
  return {
    ...Object.fromEntries(PROGRAMS.map((program) => [of('JUNKAN_INTERNAL_KEY', program), keys[program].JUNKAN_INTERNAL_KEY])),
    JUNKAN_INTERNAL_PUBLIC_KEYS: keys.gateway.JUNKAN_INTERNAL_PUBLIC_KEYS,
    JUNKAN_ISSUER_KEY: newIssuerKey(),
    JUNKAN_TEMPORAL_DB_PASSWORD: newPassword(),
  };
}
