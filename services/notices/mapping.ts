import type { Same } from '@junkan/kit/same.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import type * as published from '@junkan/proto/junkan/notice/v1/language.ts';
import { settingsFold } from './fold.ts';
import { decide } from './settings/decide.ts';
import type * as settings from './settings/settings.ts';

// What is published is what the domain says: no more and no less.
true satisfies Same<settings.Language, published.Language>;
true satisfies Same<settings.Digest, published.Digest>;
true satisfies Same<settings.Density, published.Density>;
true satisfies Same<settings.NoticeKind, published.NoticeKind>;
true satisfies Same<settings.SearchedList, published.SearchedList>;
true satisfies Same<settings.Event['type'], published.SettingsEvent['type']>;
true satisfies Same<settings.Rejection['type'], published.Rejection>;

export const settingsOfPersons: Aggregate<settings.State, settings.Command, settings.Event, settings.Rejection> = {
  ...settingsFold,
  decide,
  statusOf: ({ status }) => status,
};
