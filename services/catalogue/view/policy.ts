import type { PolicyInstrument } from '@junkan/proto/junkan/programme/v1/policy_model.ts';
import { termsOfCodes } from '../text/code-names.ts';

/** What its readers read of it now: what is drafted of its next version is its owner's own, and nobody finds it by that. */
export function textsOfPolicy({ versions, draft }: Pick<PolicyInstrument, 'versions' | 'draft'>) {
  const { texts = [], area = '', country = '', themes = [], streams = [] } = versions.at(-1)?.content ?? draft ?? {};
  return {
    title: texts.map(({ title }) => title).join('\n'),
    does: texts.map(({ does }) => does).join('\n'),
    area,
    codes: [...termsOfCodes('countries', [country]), ...termsOfCodes('themes', themes), ...termsOfCodes('waste-streams', streams)].join(
      ' ',
    ),
  };
}
