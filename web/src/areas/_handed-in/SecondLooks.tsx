import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { levelIs, levelOf } from '#messages/assessments';
import * as m from '#messages/second-looks';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { numberText } from '../../base/parts/locale.ts';
import { Table } from '../../base/parts/Table.tsx';
import { PickOne } from '../../parts/PickOne.tsx';
import { type Assessment, type AssessmentEdition, type Dimension, levelsOf } from './dimensions.ts';

type Look = NonNullable<AssessmentEdition['secondLooks']>[number];
type Props = {
  readonly assessment: Assessment;
  readonly edition: AssessmentEdition;
  readonly dimensions: readonly Dimension[];
  /** Whether the reader is of the city. */
  readonly isOwn: boolean;
};

/** How peers see it, next to the city’s own levels: whom it asks, what they say, and what is said of it for everybody. */
export function SecondLooks({ assessment, edition, dimensions, isOwn }: Props) {
  const { names = {}, city } = assessment;
  const looks = edition.secondLooks ?? [];
  const nameOf = (organisation: string): string => names[organisation]?.text ?? organisation;
  const asked = looks.filter(({ levels }) => levels.length === 0);
  return (
    <section className="part" aria-labelledby="h-looks">
      <h2 id="h-looks">{m.title()}</h2>
      <p className="quiet">{m.nobodyIsRight()}</p>
      {asked.map(({ peer }) => (
        <p key={peer}>{m.isAsked({ peer: nameOf(peer) })}</p>
      ))}
      {looks.map((look) => (
        <Beside key={look.peer} look={look} edition={edition} dimensions={dimensions} own={nameOf(city)} peer={nameOf(look.peer)} />
      ))}
      {isOwn ? <Ask assessment={assessment} known={looks} /> : <Give assessment={assessment} dimensions={dimensions} />}
    </section>
  );
}

type BesideProps = Pick<Props, 'edition' | 'dimensions'> & { readonly look: Look; readonly own: string; readonly peer: string };

function Beside({ look: { levels }, edition, dimensions, own, peer }: BesideProps) {
  if (levels.length === 0) return null;
  const said = dimensions.filter(({ code }) => levels.some(({ dimension }) => dimension === code));
  const shown = (level: number | undefined): string => (level === undefined ? '–' : levelOf({ level: numberText(level) }));
  return (
    <Table
      label={m.lookOf({ peer })}
      rows={said}
      keyOf={({ code }) => code}
      columns={[
        { title: fieldLabel('dimension'), cell: ({ name }) => name },
        { title: own, cell: ({ code }) => shown(levelsOf([edition], code)[0]) },
        { title: peer, cell: ({ code }) => shown(levels.find(({ dimension }) => dimension === code)?.level) },
      ]}
    />
  );
}

/** The other city of a concluded exchange is asked, once. */
function Ask({ assessment, known }: { readonly assessment: Assessment; readonly known: readonly Look[] }) {
  const { city } = assessment;
  const of = { status: 'concluded', with: 'names', limit: 200 } as const;
  const { data } = useQuery({
    queryKey: keys.list('exchanges', of),
    queryFn: ({ signal }) => api.operations.listExchanges(of, { signal }),
  });
  const [chosen, setChosen] = useState('');
  const { exchanges = [], names = {} } = data ?? {};
  const choices = exchanges.flatMap(({ id, seeker, provider }) => {
    const peer = seeker === city ? provider : seeker;
    return known.some((each) => each.peer === peer) ? [] : [[id, names[peer]?.text ?? peer] as const];
  });
  const [first] = choices;
  if (!first) return null;
  const exchange = chosen || first[0];
  return (
    <Acts
      item={assessment}
      only={({ operation, answer }) => operation === 'askSecondLook' && answer === 'allowed'}
      given={() => ({
        body: { exchange },
        children: (
          <PickOne name="exchange" label={m.whom()} hint="" value={exchange} choices={choices} onChange={(_, id) => setChosen(id)} />
        ),
      })}
    />
  );
}

/** Of each dimension that the peer has an opinion of. */
function Give({ assessment, dimensions }: Pick<Props, 'assessment' | 'dimensions'>) {
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const levels = Object.entries(said).flatMap(([dimension, level]) => (level === '' ? [] : [{ dimension, level: Number(level) }]));
  return (
    <Acts
      item={assessment}
      only={({ operation, answer }) => operation === 'giveSecondLook' && answer === 'allowed'}
      given={() => ({
        body: { levels },
        children: dimensions.map(({ code, name, levels: words }) => (
          <PickOne
            key={code}
            name={code}
            label={name}
            hint=""
            value={said[code] ?? ''}
            choices={[
              ['', m.notSaid()],
              ...words.map((text, level) => [String(level), levelIs({ level: numberText(level), words: text })] as const),
            ]}
            onChange={(dimension, level) => setSaid((before) => ({ ...before, [dimension]: level }))}
          />
        )),
      })}
    />
  );
}
