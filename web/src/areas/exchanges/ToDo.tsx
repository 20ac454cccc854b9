import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages/peers';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import type { Given } from '../../opened/Act.tsx';
import { PickOne } from '../../parts/PickOne.tsx';

const TIMES = ['at-the-end', 'after-6-months', 'after-12-months'] as const;

/** What one of the two cities may do. */
export function ToDo({ exchange }: { readonly exchange: Schemas['Exchange'] }) {
  const [isPublic, setPublic] = useState(false);
  const [action, setAction] = useState('');
  const { seeker, followUps = [] } = exchange;
  const next = TIMES.find((time) => followUps.every(({ followUp }) => followUp !== time)) ?? TIMES[2];
  const telling: Given = {
    body: { followUp: next, ...(action ? { action } : {}) },
    summary: <p>{m.timeIs({ code: next })}</p>,
    children: <OwnAction city={seeker} value={action} onChange={setAction} />,
  };
  const concluding: Given = {
    body: { public: isPublic },
    children: (
      <label className="check">
        <input type="checkbox" name="public" checked={isPublic} onChange={({ currentTarget: { checked } }) => setPublic(checked)} />
        <span>{fieldLabel('public')}</span>
      </label>
    ),
  };
  const given = (operation: string): Given => {
    if (operation === 'concludeExchange') return concluding;
    return operation === 'tellFollowUp' ? telling : {};
  };
  return <Acts item={exchange} only={({ answer }) => answer === 'allowed'} given={({ operation }) => given(operation)} />;
}

type OwnProps = { readonly city: string; readonly value: string; readonly onChange: (action: string) => void };

/** The action by which it was adopted, or one that is planned. */
function OwnAction({ city, value, onChange }: OwnProps) {
  const { data } = useQuery({
    queryKey: keys.list('actions', { city }),
    queryFn: ({ signal }) => api.operations.listActions({ city, limit: 200 }, { signal }),
  });
  const own = (data?.actions ?? []).filter(({ status, project }) => !project && (status === 'planned' || status === 'under-way'));
  return (
    <PickOne
      name="action"
      label={fieldLabel('action')}
      hint=""
      value={value}
      choices={[['', m.planned()], ...own.map(({ id, content }) => [id, content.title] as const)]}
      onChange={(_, chosen) => onChange(chosen)}
    />
  );
}
