import type { Call } from '@junkan/kit/call.ts';
import type { Client } from '@junkan/kit/grpc/contract.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { DisbursementQueryServiceService } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import type { MatchingQueryServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { ProjectQueryServiceService } from '@junkan/proto/junkan/project/v1/service.ts';
import type { SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';

type Asked = {
  readonly project: Pick<Client<typeof ProjectQueryServiceService>, 'texts'>;
  readonly sponsor: Pick<Client<typeof SponsorQueryServiceService>, 'texts'>;
  readonly matching: Pick<Client<typeof MatchingQueryServiceService>, 'texts'>;
  readonly disbursement: Pick<Client<typeof DisbursementQueryServiceService>, 'texts'>;
};

/** Where the words are kept that items of a context refer to: they can be erased, so that no copy of them is kept here. */
export type Owners = Readonly<Record<keyof Asked, (call: Call) => Pick<Texts, 'read'>>>;

export const ownersOf = ({ project, sponsor, matching, disbursement }: Asked): Owners => ({
  project: reading(project),
  sponsor: reading(sponsor),
  matching: reading(matching),
  disbursement: reading(disbursement),
});

const reading =
  (owner: Asked[keyof Asked]) =>
  ({ actor, correlationId, causationId }: Call): Pick<Texts, 'read'> => ({
    async read(references) {
      const wanted = [...new Set(references)].filter((reference) => reference !== '');
      if (wanted.length === 0) return new Map();
      const { words } = await owner.texts({ references: wanted }, { actor, commandId: '', correlationId, causationId });
      return new Map(Object.entries(words));
    },
  });
