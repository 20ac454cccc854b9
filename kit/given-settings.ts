import type { AddressSetting, Program } from '@junkan/proto/programs.ts';
import type { EngineSettings } from './engine-settings.ts';

/** What a rule sees: settings that are wrong by themselves may be anything or missing. */
export type Given = Partial<EngineSettings> &
  Readonly<Partial<Record<AddressSetting<Program>, string | undefined>>> & {
    readonly JUNKAN_TRIAL?: boolean | undefined;
    readonly JUNKAN_TRIAL_BEHIND_DAYS?: number | undefined;
    readonly JUNKAN_DURABILITY?: 'replicated' | 'single-node' | undefined;
    readonly JUNKAN_INTERNAL_KEY?: string | undefined;
    readonly JUNKAN_ISSUER_KEY?: string | undefined;
    readonly JUNKAN_OIDC_ISSUER?: string | undefined;
    readonly JUNKAN_OIDC_BACKCHANNEL?: string | undefined;
    readonly JUNKAN_OIDC_CLIENT_SECRET?: string | undefined;
    readonly JUNKAN_SESSION_KEY?: string | undefined;
    readonly JUNKAN_HOME?: string | undefined;
    readonly JUNKAN_JWKS_URL?: string | undefined;
    readonly JUNKAN_TOKEN_ISSUER?: string | undefined;
    readonly JUNKAN_LISTEN?: string | undefined;
    readonly JUNKAN_PROTECTED_NETWORK?: boolean | undefined;
    readonly JUNKAN_CRASH_AT?: string | undefined;
  };

export type SettingRule = { readonly path: string; readonly message: string; readonly holds: (given: Given) => boolean };
