import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages/passports';
import type { Given } from '../../acts/Act.tsx';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { PickOne } from '../../parts/PickOne.tsx';
import { projectsOfQuery } from './passports.queries.ts';

/** What may be done with a passport; whoever relies on it says for which project. */
export function Decide({ passport }: { readonly passport: Schemas['Passport'] }) {
  const { subject, may = [] } = passport;
  const mayRely = may.some(({ operation, answer }) => operation === 'relyOnClearance' && answer === 'allowed');
  const { data } = useQuery({ ...projectsOfQuery(subject), enabled: mayRely });
  const [chosen, choose] = useState('');
  const projects = data?.projects ?? [];
  const project = projects.find(({ id }) => id === chosen) ?? projects[0];
  const givenOf = (operation: string): Given => {
    switch (operation) {
      case 'requestDueDiligence':
        return { body: { subject } };
      case 'relyOnClearance':
        return project
          ? {
              body: { project: project.id },
              children: (
                <PickOne
                  name="project"
                  label={fieldLabel('project')}
                  hint={m.forWhich()}
                  value={project.id}
                  choices={projects.map(({ id, proposal }) => [id, proposal.title ?? id])}
                  onChange={(_, id) => choose(id)}
                />
              ),
            }
          : { summary: <p>{m.noProject()}</p> };
      default:
        return {};
    }
  };
  // Where there is a clearance, what may be done with it comes before asking for another.
  const last = may.filter(({ operation }) => operation === 'requestDueDiligence');
  const first = may.filter(({ operation }) => operation !== 'requestDueDiligence');
  return <Acts item={{ ...passport, may: [...first, ...last] }} given={({ operation }) => givenOf(operation)} />;
}
