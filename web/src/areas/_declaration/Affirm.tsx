import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/affirming';
import { Acts } from '../../acts/Acts.tsx';
import { itemQuery, mayDo } from '../../base/api/items.ts';
import { dayText, languageName } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import type { Signatory } from './shared/queries.ts';
import { DeclarationText, useReading } from './shared/Text.tsx';

type Props = { readonly signatory: Signatory; readonly asked: NonNullable<Signatory['asked']> };

/** A newer version than the one that binds the city: who may affirm it reads it here. */
export function Affirm({ signatory, asked: { version, until } }: Props) {
  const { data } = useQuery(itemQuery('getDeclaration', signatory.declaration));
  const newer = data?.versions.find(({ number }) => number === version);
  const reading = useReading(newer ?? { texts: [] });
  return (
    <Say kind="wait">
      <p>{m.newerVersion({ version, day: dayText(until), own: signatory.standsBy })}</p>
      {newer && mayDo(signatory, 'affirmDeclaration') ? (
        <>
          <details className="more">
            <summary>{m.text()}</summary>
            <DeclarationText version={newer} reading={reading} />
          </details>
          <Acts
            item={signatory}
            only={({ operation }) => operation === 'affirmDeclaration'}
            given={() => ({
              body: { version, language: reading.language, hash: reading.hash },
              summary: (
                <p>
                  {m.youAffirm({ version, language: languageName(reading.language) })} <span className="mono">{reading.hash}</span>
                </p>
              ),
            })}
          />
        </>
      ) : null}
    </Say>
  );
}
