import { Link } from '@tanstack/react-router';
import * as m from '#messages/handed-in';
import { personName } from '../../../acts/words.ts';
import type { Schemas } from '../../../base/api/client.ts';
import { Facts } from '../../../base/parts/Facts.tsx';
import { dayOfMoment } from '../../../base/parts/locale.ts';

type Edition = { readonly number: number };
type Props = { readonly editions: readonly Edition[]; readonly shown: number };

/** The editions that can be read, the newest first. */
export const Editions = ({ editions, shown }: Props) =>
  editions.length < 2 ? null : (
    <section className="part" aria-labelledby="h-editions">
      <h2 id="h-editions">{m.editions()}</h2>
      <ul className="plain">
        {editions.toReversed().map(({ number }) => (
          <li key={number}>
            {number === shown ? (
              <b>{m.edition({ number })}</b>
            ) : (
              <Link to="." search={(before: object) => ({ ...before, edition: String(number) })}>
                {m.edition({ number })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

type WorkedAt = {
  readonly preparedBy?: readonly string[];
  readonly signedOffBy?: string | undefined;
  readonly signedOffAt?: string | undefined;
  readonly reviewDue?: string | undefined;
  readonly reviewedBy?: string | undefined;
  readonly reviewedAt?: string | undefined;
};

/** Who wrote, signed off and reviewed an edition, as far as the reader may know. */
export function Hands({ of, names }: { readonly of: WorkedAt; readonly names: Schemas['Names'] }) {
  const { preparedBy = [], signedOffBy = '', signedOffAt, reviewDue, reviewedBy = '', reviewedAt } = of;
  const by = (person: string, at: string | undefined): string | null =>
    at ? m.byOn({ person: person === '' ? 'none' : personName(names, person), day: dayOfMoment(at) }) : null;
  return (
    <Facts
      of={[
        [
          m.writtenBy(),
          preparedBy.length > 0 ? (
            <ul className="plain" key="by">
              {preparedBy.map((person) => (
                <li key={person}>{personName(names, person)}</li>
              ))}
            </ul>
          ) : null,
        ],
        [m.signedOff(), by(signedOffBy, signedOffAt)],
        [m.reviewDue(), reviewDue && !reviewedAt ? dayOfMoment(reviewDue) : null],
        [m.reviewed(), by(reviewedBy, reviewedAt)],
      ]}
    />
  );
}
