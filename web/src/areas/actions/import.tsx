import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import * as m from '#messages/action-imports';
import { actions } from '#messages/actions';
import { onlyFor } from '#messages/forms';
import * as imports from '#messages/imports';
import { roleText } from '../../acts/words.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { numberText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import type { ActionItem } from '../../imports/actions.ts';
import { Choose, Progress } from '../../imports/Choose.tsx';
import type { ActionResult } from '../../imports/run-actions.ts';
import { MAX_BYTES, MAX_ROWS } from '../../imports/unreadable.ts';
import { useImport } from '../../imports/useImport.ts';
import { megabytes } from '../../imports/Words.tsx';

// What a file is checked by, and made into, comes with the first that is chosen.
const Found = lazy(async () => ({ default: (await import('./shared/Imported.tsx')).Found }));
const Results = lazy(async () => ({ default: (await import('./shared/Imported.tsx')).Results }));

const WHO = 'proposer.officer';

/** A city's plan as a table: checked first, then its actions are planned one after the other. */
export function Page() {
  const { data: session } = useSuspenseQuery(sessionQuery);
  return (
    <>
      <PageHead
        title={m.title()}
        way={
          <ol className="crumbs">
            <li>
              <Link to="/actions">{actions()}</Link>
            </li>
          </ol>
        }
      />
      {session?.roles.includes(WHO) ? (
        <Awaiting>
          <Import city={session.organisation} />
        </Awaiting>
      ) : (
        <Say kind="">
          <p>{onlyFor({ role: roleText(WHO) })}</p>
        </Say>
      )}
    </>
  );
}

function Import({ city }: { readonly city: string }) {
  const { step, check, run, stop, again } = useImport<ActionItem, ActionResult>({
    check: async (file, signal) => (await import('./shared/import-check.ts')).checkedActions(file, city, signal),
    importAll: async (items, running) => (await import('../../imports/run-actions.ts')).runAll(items, running),
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
        />
      );
    case 'checking':
      return <p role="status">{imports.checking({ done: 0, all: 0 })}</p>;
    case 'planned':
      return <Found {...step} onRun={(isRevising) => void run(step.items, isRevising)} onAgain={again} />;
    case 'importing':
      return (
        <Progress
          title={m.title()}
          label={imports.importing({ done: step.done, all: step.all })}
          done={step.done}
          all={step.all}
          onStop={stop}
        >
          <p className="quiet">{imports.stopSafe()}</p>
        </Progress>
      );
    case 'done':
      return <Results results={step.results} onAgain={again} />;
  }
}
