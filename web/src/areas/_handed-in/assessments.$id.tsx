import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { z } from 'zod/mini';
import * as m from '#messages/assessments';
import * as shared from '#messages/handed-in';
import { Acts } from '../../acts/Acts.tsx';
import { Begin } from '../../acts/Begin.tsx';
import { itemQuery } from '../../base/api/items.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, numberText } from '../../base/parts/locale.ts';
import { More } from '../../base/parts/More.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { Answers } from './Answers.tsx';
import { Change } from './Change.tsx';
import { type Assessment, type Dimension, useDimensions } from './dimensions.ts';
import { Editions, Hands } from './shared/Editions.tsx';
import { shownOf } from './shared/editions.ts';
import { ToCity, UP } from './shared/Way.tsx';

/** Which edition is read; the one in force where the address does not say. */
export const search = z.object({ edition: text, as: oneOf(['table']) });

// What the city answers is loaded for it alone.
const Answering = lazy(async () => ({ default: (await import('./Answering.tsx')).Answering }));

const Helping = lazy(async () => ({ default: (await import('./Helping.tsx')).Helping }));

// How peers see it is loaded where there is something to read, to ask for or to give.
const SecondLooks = lazy(async () => ({ default: (await import('./SecondLooks.tsx')).SecondLooks }));

const route = getRouteApi('/everybody/assessments/$id');

/** How a city assesses itself: its levels from edition to edition, its targets, and what it answers now; what is signed off, for everybody. */
export function PublicPage() {
  const { id } = route.useParams();
  const { edition: chosen, as = 'picture' } = route.useSearch();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: assessment } = useSuspenseQuery(itemQuery(session ? 'getAssessment' : 'getPublicAssessment', id));
  const isOwn = session?.organisation === assessment.city;
  const dimensions = useDimensions();
  const { names = {}, city, signatory, status, editions, draft, signedOffOn } = assessment;
  const shown = shownOf(assessment, undefined, chosen);
  const upTo = editions.filter(({ number }) => number <= (shown?.number ?? 0));
  const cityName = names[city]?.text ?? city;
  return (
    <ItemPage
      title={m.title()}
      tab={`${m.title()} · ${cityName}`}
      up={UP}
      crumbs={[<ToCity key="city" signatory={signatory} name={cityName} />]}
      aside={<PrintButton />}
      state={
        <p className="row">
          <StatusOf of="assessmentStatus" status={status} />
          <span className="quiet">
            {cityName}
            {shown ? ` · ${shared.edition({ number: shown.number })}` : null}
            {signedOffOn ? ` · ${m.signedOffOn({ day: dayText(signedOffOn) })}` : null}
          </span>
        </p>
      }
      {...(session
        ? { history: { title: shared.history(), timeline: 'getAssessmentTimeline' as const, id, names, more: shared.more() } }
        : {})}
    >
      {draft ? (
        <Awaiting>
          <Answering assessment={assessment} draft={draft} dimensions={dimensions} />
        </Awaiting>
      ) : (
        <>
          {isOwn ? <Begin operation="beginAssessment" roles={['proposer.officer']} places={{ id: signatory }} /> : null}
          <Acts
            item={assessment}
            only={({ operation, answer }) => operation === 'correctAssessment' && answer === 'allowed'}
            given={() => ({ body: { corrects: assessment.edition } })}
          />
        </>
      )}
      {shown ? (
        <>
          <div className="rep handed">
            <Change editions={upTo} dimensions={dimensions} as={as} />
            <aside className="rail" aria-label={m.gaps()}>
              <h2>{m.gaps()}</h2>
              <Gaps assessment={assessment} dimensions={dimensions} />
              {assessment.gaps.length > 0 ? (
                <More title={m.whatHelps()}>
                  <Helping gaps={assessment.gaps} dimensions={dimensions} />
                </More>
              ) : null}
              <h2>{shared.who()}</h2>
              <Hands of={shown} names={names} />
            </aside>
          </div>
          <Answers edition={shown} dimensions={dimensions} />
          {isOwn || (shown.secondLooks ?? []).length > 0 ? (
            <Awaiting>
              <SecondLooks assessment={assessment} edition={shown} dimensions={dimensions} isOwn={isOwn} />
            </Awaiting>
          ) : null}
        </>
      ) : draft ? null : (
        <p>{m.isAnswered()}</p>
      )}
      <Editions editions={editions} shown={shown?.number ?? 0} />
    </ItemPage>
  );
}

type GapsProps = { readonly assessment: Assessment; readonly dimensions: readonly Dimension[] };

const Gaps = ({ assessment: { gaps }, dimensions }: GapsProps) =>
  gaps.length === 0 ? (
    <p>{m.noGaps()}</p>
  ) : (
    <ul className="plain">
      {gaps.map(({ dimension, level, target, targetYear }) => (
        <li key={dimension}>
          <b>{dimensions.find(({ code }) => code === dimension)?.name ?? dimension}</b>
          <small>
            {m.gapIs({ level: numberText(level), target: numberText(target), year: targetYear > 0 ? String(targetYear) : 'none' })}
          </small>
        </li>
      ))}
    </ul>
  );
