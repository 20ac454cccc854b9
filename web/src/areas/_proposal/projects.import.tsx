import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { onlyFor } from '#messages/forms';
import * as m from '#messages/imports';
import { roleText } from '../../acts/words.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { numberText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { Choose, Progress } from '../../imports/Choose.tsx';
import type { Item } from '../../imports/plan.ts';
import type { Result } from '../../imports/run.ts';
import { MAX_BYTES, MAX_ROWS } from '../../imports/unreadable.ts';
import { useImport } from '../../imports/useImport.ts';
import { megabytes } from '../../imports/Words.tsx';

// What a file is checked by, and made into, comes with the first that is chosen.
const Plan = lazy(async () => ({ default: (await import('./ImportPlan.tsx')).Plan }));
const Results = lazy(async () => ({ default: (await import('./ImportResults.tsx')).Results }));
const files = () => import('./import-files.ts');

const WHO = 'proposer.officer';

/** Projects of a city from a file: checked first, then drafted one after the other. */
export function Page() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <>
      <title>{`${m.title()} · Junkan`}</title>
      <h1>{m.title()}</h1>
      {session?.roles.includes(WHO) ? (
        <Awaiting>
          <Import proposer={session.organisation} />
        </Awaiting>
      ) : (
        <Say kind="">
          <p>{onlyFor({ role: roleText(WHO) })}</p>
        </Say>
      )}
    </>
  );
}

function Import({ proposer }: { readonly proposer: string }) {
  const { step, check, run, stop, again } = useImport<Item, Result>({
    check: async (file, signal, onChecked) => (await import('./import-check.ts')).checkedProjects(file, proposer, signal, onChecked),
    importAll: async (items, running) => (await import('../../imports/run.ts')).importAll(items, proposer, running),
  });
  switch (step.at) {
    case 'choosing':
    case 'failed':
      return (
        <Choose
          step={step}
          intro={m.intro()}
          label={m.choose()}
          hint={m.limits({ size: megabytes(MAX_BYTES), rows: numberText(MAX_ROWS) })}
          onChosen={(file) => void check(file)}
        >
          <div className="row">
            <button className="btn" type="button" onClick={() => void files().then(({ explain }) => explain())}>
              {m.readme()}
            </button>
            <button className="btn" type="button" onClick={() => void files().then(({ empty }) => empty())}>
              {m.emptyFile()}
            </button>
          </div>
        </Choose>
      );
    case 'checking':
      return (
        <Progress title={m.title()} label={m.checking({ done: step.done, all: step.all })} done={step.done} all={step.all} onStop={again} />
      );
    case 'planned':
      return <Plan {...step} onRun={(isRevising) => void run(step.items, isRevising)} onAgain={again} />;
    case 'importing':
      return (
        <Progress title={m.title()} label={m.importing({ done: step.done, all: step.all })} done={step.done} all={step.all} onStop={stop}>
          <p className="quiet">{m.stopSafe()}</p>
        </Progress>
      );
    case 'done':
      return <Results results={step.results} onAgain={again} />;
  }
}
