import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, PublishedFold } from '@junkan/kit/store/fold.ts';
import { EVENTS } from '@junkan/proto/junkan/notice/v1/language.ts';
import * as model from '@junkan/proto/junkan/notice/v1/model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import * as settings from './settings/settings.ts';

export const settingsFold: PublishedFold<settings.State, settings.Event, model.Settings> = {
  aggregate: 'settings',
  foldVersion: FOLD_VERSIONS.settings,
  initial: settings.initial,
  evolve: settings.evolve,
  codec: eventCodec<settings.Event>(EVENTS.settings),
  messageOf: settingsMessage,
  toJson: model.Settings.toJSON,
};

/** The defaults apply to a person who has changed nothing. `mail` is the reference of a text that a query resolves. */
export function settingsMessage(id: string, { state, version }: Folded<settings.State>): model.Settings {
  const { language, timeZone, density, shortcutsOff, mutedKinds, mutedProjects, readTo, mail, digest } = state;
  return {
    id,
    version,
    language,
    timeZone,
    density,
    shortcutsOff,
    readTo,
    mail,
    digest,
    mutedKinds: [...mutedKinds],
    mutedProjects: [...mutedProjects],
  };
}
