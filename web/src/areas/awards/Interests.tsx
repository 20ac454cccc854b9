import { say_declareAwardInterests } from '#messages/act-forms-programme-awards';
import type { Schemas } from '../../base/api/client.ts';
import { countryName } from '../../base/parts/locale.ts';
import { InterestsForm } from '../../judging/InterestsForm.tsx';

type Props = { readonly award: Schemas['AwardCycle']; readonly ballot: Schemas['OwnBallot'] };

/** A juror answers for every nomination of a category before any of them is opened. */
export function Interests({ award: { id, version, categories }, ballot: { category, hasAnswered, nominations } }: Props) {
  if (nominations.length === 0) return null;
  return (
    <section className="part" aria-labelledby={`h-${category}`}>
      <h2 id={`h-${category}`}>{categories.find(({ code }) => code === category)?.title}</h2>
      <InterestsForm
        operation="declareAwardInterests"
        places={{ id }}
        version={version}
        part={category}
        says={say_declareAwardInterests()}
        hasAnswered={hasAnswered}
        of={nominations.map(({ nomination, title, country }) => ({ id: nomination, title, where: countryName(country) }))}
        bodyOf={(answered, interested) => ({ category, answered: [...answered], interested: [...interested] })}
      />
    </section>
  );
}
