import { actsOf } from '@junkan/kit/pure/acts.ts';
import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import { type Command, decide, type Existing, type Rejection } from './certificate.ts';

type CertificateFacts = { readonly now: Instant };
const { acts, whole } = actsOf<{ force: Existing; command: Command; rejection: Rejection; facts: CertificateFacts }>();

const TO_ISSUE_DAYS = 7;
const NOT_YET = { code: '', list: 0, place: 0, key: '', credential: '', validUntil: '' } as const;

/** What is done to a certificate. */
export const certificateActs = acts({
  decide,
  hiding: ['CertificateIsUnknown'],
  acts: [
    whole((_, { now }) => ({
      issueCertificate: { type: 'IssueCertificate', issued: NOT_YET, now },
      declineCertificate: { type: 'DeclineCertificate', now },
    })).waiting(({ status, proposedAt, proposedBy, holder }) => {
      const due = plusDays(proposedAt, TO_ISSUE_DAYS);
      const of = { ends: ['issueCertificate', 'declineCertificate'], against: [proposedBy, holder], silence: 'nothing' } as const;
      return status === 'proposed' ? [{ kind: 'certificate-to-issue', due, ...of }] : [];
    }),
    whole((_, { now }) => ({
      proposeRevocation: { type: 'ProposeRevocation', now },
      revokeCertificate: { type: 'RevokeCertificate', now },
      refuseRevocation: { type: 'RefuseRevocation', now },
    })).waiting(({ status, revocation, holder }) =>
      status === 'issued' && revocation
        ? [
            {
              kind: 'revocation-to-decide',
              ends: ['revokeCertificate', 'refuseRevocation'],
              against: [revocation.by, holder],
              silence: 'nothing',
            },
          ]
        : [],
    ),
    whole((_, { now }) => ({ nameHolder: { type: 'NameHolder', contact: ' - ', now } })),
  ],
  organisations: () => [SECRETARIAT],
  readers: () => [],
  alone: (_, now) => ({ now }),
});
